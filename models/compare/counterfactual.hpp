// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/compare/against_base.hpp"

/// What would be if something were perfect? The same trials with the same luck, and one thing that never fails.
namespace nines::compare {

struct Counterfactual {
    std::string thing;  ///< "group:web", "node:vm:crash", "domain:eu", "cause:worm", "crew:ops", "group:web deploys".
    std::string what;   ///< "never fails", "always there, at once", ..
    scenario::Scenario scenario;
};

/// One for each group (its members never fail), each failure mode of a node that has several, each domain that fails of
/// itself, each common cause, each event that harms, all maintenance and all deploys of a group, and each crew (any
/// number of people, around the clock, who answer and travel in no time). Whatever is perfect keeps its name, so all
/// else has the luck that it had.
std::vector<Counterfactual> counterfactuals_of(const scenario::Scenario& scenario);

/// One thing's part in the figure.
struct Saving {
    std::string thing;
    std::string what;
    Difference difference;  ///< Perfect minus as it is: below 0 where the metric gets less.
};

struct Importance {
    MetricName metric;
    results::Metric as_is;
    std::vector<Saving> savings;  ///< The largest improvement first.
    AgainstBase figures;
};

struct PreparedImportance {
    std::vector<Counterfactual> things;
    std::vector<Design> designs;  ///< The scenario as it is, then each thing perfect.
    scenario::Diagnostics problems;
};

/// Settles and compiles. Precondition: the scenario has no error.
PreparedImportance prepare_importance(const scenario::Scenario& scenario, const results::StudyOptions& options);

/// For each subject that has the metric. Precondition: no problems.
std::vector<Importance> run_importance(const PreparedImportance& prepared, const std::vector<MetricName>& metrics,
                                       const OnPairedProgress& progress = {}, const std::function<bool()>& go_on = {});

}  // namespace nines::compare

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "models/compare/compare.hpp"
#include "models/compare/metric_name.hpp"

/// Many designs on the same trials, each held against one of them.
namespace nines::compare {

struct PointRow {
    results::Metric metric;
    std::optional<Difference> to_base = {};  ///< This design's figure minus the base's, where trials can be paired.
};

struct AgainstBase {
    std::vector<std::vector<PointRow>> rows;        ///< By design.
    std::vector<std::vector<PointRow>> pairs = {};  ///< By pair that was asked for: first minus second.
    std::size_t base = 0;
    results::ScenarioInfo scenario = {};  ///< Of the base.
    results::RunInfo run = {};            ///< Of each design; the events are those of all together.
    double confidence = 0.95;             ///< Of a figure's interval, and that all differences of one metric hold.
    double pair_confidence = 0.95;        ///< Of a difference: 1 - (1 - confidence) / (designs - 1) (Bonferroni).
    std::vector<std::string> notes = {};
};

/// The row of this figure; null if there is none.
const PointRow* find_row(const std::vector<PointRow>& rows, const MetricName& figure);

/// Every figure that some design has, with its subject, in the order in which they come up.
std::vector<MetricName> figures_in(const AgainstBase& figures);

/// The name of a row's figure, with its subject.
MetricName name_of(const results::Metric& metric);

/// A scenario among many, and what it is called there.
struct NamedScenario {
    std::string name;
    scenario::Scenario scenario;
};

/// Like `prepare_designs`, with names that are given.
PreparedDesigns prepare_points(std::vector<NamedScenario> points, const results::StudyOptions& options);

/// Figures that designs are held against each other by where nobody says which: downtime and availability, recovery,
/// loss and cost.
std::vector<MetricName> usual_metrics();

/// Runs all designs and takes these metrics of each, in this order. A name without a subject stands for all services or
/// stores that have such a figure. What ends early covers the trials that all designs have done. `pairs` are
/// further pairs of designs to subtract from each other; their intervals have `confidence` each.
/// Precondition: designs without problems, `base` is one of them.
AgainstBase run_against_base(const std::vector<Design>& designs, std::size_t base,
                             const std::vector<MetricName>& metrics, const OnPairedProgress& progress = {},
                             const std::function<bool()>& go_on = {},
                             const std::vector<std::array<std::size_t, 2>>& pairs = {});

}  // namespace nines::compare

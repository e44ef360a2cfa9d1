// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/results/results.hpp"
#include "models/selfcheck/catalogue.hpp"

/// Runs the published cases through both engines and compares.
namespace nines::selfcheck {

struct CheckOptions {
    bool quick = false;                ///< Fewer trials: seconds instead of a minute.
    bool simulate = true;              ///< Else only the exact engine.
    unsigned threads = 1;              ///< Never changes a figure.
    std::function<bool()> go_on = {};  ///< Asked now and then; false ends the work. Empty: no limit.
};

/// What became of one published figure.
struct Outcome {
    Figure figure;
    std::optional<results::Metric> exact;  ///< As the exact engine has it, in the metric's unit.
    std::optional<results::Metric> simulated;
    std::optional<double> difference;  ///< exact / published - 1.
    std::optional<double> z;  ///< Of the estimate, in standard errors: against the exact figure, or against the
                              ///< published one if there is none or it is an approximation.

    bool is_approximate() const;    ///< The chain only follows some distribution: simulation alone decides.
    bool exact_agrees() const;      ///< True also if there is nothing to compare, or nothing exact.
    bool simulated_agrees() const;  ///< True also if there is nothing to compare.
    bool is_compared() const { return z || (exact && !is_approximate()); }
    bool is_fine() const { return is_compared() && exact_agrees() && simulated_agrees(); }
};

/// For a right engine one figure in 150 000 lies further off.
inline constexpr double largest_z = 4.5;

struct RunOutcome {
    Run run;
    std::string problem;  ///< Why it could not be run; empty: it was.
    std::string method;   ///< "exact, 3 states", or why not.
    std::vector<Outcome> outcomes;
};

struct CaseOutcome {
    Case of;
    std::vector<RunOutcome> runs;
};

/// Precondition: the case comes from this program's catalogue.
CaseOutcome check(const Case& one, const CheckOptions& options);

struct Count {
    std::size_t figures = 0;
    std::size_t solved = 0;     ///< Held against the exact engine.
    std::size_t simulated = 0;  ///< Held against simulation.
    std::size_t wrong = 0;      ///< Off, or not had at all.

    void add(const CaseOutcome& outcome);
};

}  // namespace nines::selfcheck

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/charts/chart.hpp"
#include "models/observe/simulate.hpp"
#include "models/results/results.hpp"

namespace nines::charts {

/// What a chart is made of. Everything must outlive the call only.
struct Source {
    const results::Results& results;
    std::string subject = {};                     ///< "service:site"; for charts of all: nothing.
    const results::SolveInfo* reasons = nullptr;  ///< Of the exact engine, if it was asked; else `results.solved`.
    const std::vector<observe::Progress>* history = nullptr;  ///< How the estimates came about; at ever more trials.
    std::optional<double> precision = {};                     ///< At which the run was to stop.
};

// What several charts say.

/// "10,000 trials of 1 y each, 95 % intervals.", and whether these are figures of the long run.
std::vector<Text> about_run(const results::RunInfo& run);

/// "site" of "service:site".
Text name_text(std::string_view subject);

/// How figures of this unit are read: "s_per_year" as a time.
Quantity quantity_of_unit(std::string_view unit);

/// The row's estimate with its interval and n.
Point point_of(const results::Metric& row, double at);

/// A chart that says why it is empty.
Chart nothing_to_show(Chart chart, Text why);

/// Where a share of the objective's events is known: "met in 98.1 % of 412 recoveries (96.2 % to 99.0 %)".
Text share_met(const results::Metric& row);

}  // namespace nines::charts

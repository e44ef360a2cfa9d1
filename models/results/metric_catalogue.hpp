// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/results/results.hpp"

/// What each metric of the results contract is. One row a metric: writers, charts and the reference manual read it.
namespace nines::results {

enum class Direction { higher_is_better, lower_is_better, neutral };

struct MetricInfo {
    std::string name;   ///< "availability": the contract's name, never changed.
    std::string title;  ///< "Availability": beginning of a line, head of a column.
    std::string unit;   ///< "1", "s", "per_year", "s_per_year", "B": that of the row.
    Direction better = Direction::neutral;
    std::string meaning;            ///< One sentence.
    std::string counts = "trials";  ///< What n counts.
    bool is_share = false;          ///< A fraction of 1, shown as a percentage.
};

/// All metrics, in the order in which reports show them.
const std::vector<MetricInfo>& metric_catalogue();

/// The row of this name; null for a metric that is not in the catalogue.
const MetricInfo* metric_info(std::string_view name);

/// Title of a metric; its own name when it is not in the catalogue.
std::string title_of(std::string_view name);

/// What a metric's n counts: "trials", "outages"; "observations" when it is not in the catalogue.
std::string_view observations_of(std::string_view name);

/// The row of this subject, metric and failure class; null when the run has none. Of rows that differ in `at` the
/// first.
const Metric* find_metric(const Results& results, std::string_view subject, std::string_view metric,
                          std::string_view failure_class = "");

/// The subjects of this kind ("service", "group", "domain", "node"), in the order of the rows.
std::vector<std::string> subjects_of(const Results& results, std::string_view kind);

/// The kind of a subject: "service" of "service:site".
std::string_view kind_of(std::string_view subject);

/// The name of a subject: "site" of "service:site".
std::string_view name_of(std::string_view subject);

}  // namespace nines::results

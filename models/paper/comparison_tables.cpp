// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paper/comparison_tables.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "models/charts/comparison.hpp"
#include "models/charts/designs.hpp"
#include "models/compare/answer_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::paper {
namespace {

using compare::Comparison;
using compare::Difference;

constexpr std::size_t all_pairs_up_to = 3;

std::string title_of(const std::string& metric, const std::string& failure_class) {
    const std::string title = results::title_of(metric);
    return failure_class.empty() ? title : fmt::format("{} ({})", title, failure_class);
}

/// Metric and class of the rows that the comparison has of a subject, in its order.
std::vector<std::pair<std::string, std::string>> metrics_of(const Comparison& comparison, const std::string& subject) {
    std::vector<std::pair<std::string, std::string>> metrics;
    for (const Difference& row : comparison.differences) {
        if (row.subject != subject) continue;
        std::pair<std::string, std::string> key(row.metric, row.failure_class);
        if (std::find(metrics.begin(), metrics.end(), key) == metrics.end()) metrics.push_back(std::move(key));
    }
    return metrics;
}

std::string verdict_text(const Difference& row) {
    switch (row.verdict) {
        case compare::Verdict::a_better: return fmt::format("{} is better", charts::design_letter(row.a));
        case compare::Verdict::b_better: return fmt::format("{} is better", charts::design_letter(row.b));
        case compare::Verdict::alike: return "alike";
        case compare::Verdict::open: break;
    }
    if (!row.more_trials) return "not decided";
    return fmt::format("not decided; about {} more trials", results::count_text(*row.more_trials));
}

std::string shares_text(const Difference& row) {
    if (!row.shares) return "-";
    return fmt::format("{} / {}", results::percent_text(row.shares->a_better),
                       results::percent_text(row.shares->b_better));
}

}  // namespace

std::string signed_text(const Difference& row, double value) {
    if (value == 0.0) return "0";
    const char sign = value < 0.0 ? '-' : '+';
    const double size = std::abs(value);
    constexpr double percent = 100.0;
    if (row.unit == "1") return fmt::format("{}{} pp", sign, results::number_text(percent * size));
    return sign + compare::size_text(row, size);
}

std::vector<std::string> compared_subjects(const Comparison& comparison, const std::string& kind) {
    std::vector<std::string> subjects;
    for (const Difference& row : comparison.differences) {
        if (results::kind_of(row.subject) != kind) continue;
        if (std::find(subjects.begin(), subjects.end(), row.subject) == subjects.end()) subjects.push_back(row.subject);
    }
    return subjects;
}

Table figures_table(const Comparison& comparison, const std::string& subject) {
    Table table;
    table.caption = fmt::format("Figures of {} with {} intervals", results::name_of(subject),
                                compare::confidence_text(comparison.designs.front().results.run.confidence));
    table.columns.push_back({.title = "Figure"});
    for (std::size_t d = 0; d < comparison.designs.size(); ++d) {
        table.columns.push_back({.title = charts::design_letter(d), .right = true});
    }
    for (const auto& [metric, failure_class] : metrics_of(comparison, subject)) {
        std::vector<std::string> cells = {title_of(metric, failure_class)};
        for (std::size_t d = 0; d < comparison.designs.size(); ++d) {
            const std::string own = charts::subject_in(comparison, d, subject);
            const auto* row = results::find_metric(comparison.designs[d].results, own, metric, failure_class);
            if (row == nullptr) {
                cells.emplace_back("-");
                continue;
            }
            const results::MetricText text = results::metric_text(*row);
            cells.push_back(fmt::format("{} ({})", text.value, text.interval));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

Table differences_table(const Comparison& comparison, const std::string& subject) {
    Table table;
    table.caption = fmt::format("Paired differences of {}: the first design less the second", results::name_of(subject));
    table.columns = {{.title = "Figure"},
                     {.title = "Designs"},
                     {.title = "Difference", .right = true},
                     {.title = "Interval", .right = true},
                     {.title = "Verdict"},
                     {.title = "Better in trials", .right = true}};
    for (const Difference& row : comparison.differences) {
        if (row.subject != subject) continue;
        if (comparison.designs.size() > all_pairs_up_to && row.a != 0) continue;
        // They say what the downtime says.
        if (row.metric == "availability") continue;
        table.rows.push_back(
            {title_of(row.metric, row.failure_class),
             fmt::format("{} less {}", charts::design_letter(row.a), charts::design_letter(row.b)),
             signed_text(row, row.estimate),
             fmt::format("{} to {}{}", signed_text(row, row.low), signed_text(row, row.high),
                         row.unreliable ? " ~" : ""),
             verdict_text(row), shares_text(row)});
    }
    return table;
}

}  // namespace nines::paper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/comparison_table.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::report {

namespace {

using compare::Comparison;
using compare::Difference;
using compare::Verdict;

/// The row as a metric of its own, for the words of its figures.
results::Metric as_metric(const Difference& row) {
    results::Metric metric;
    metric.subject = row.subject;
    metric.metric = row.metric;
    metric.unit = row.unit;
    metric.estimate = row.estimate;
    metric.low = row.low;
    metric.high = row.high;
    return metric;
}

/// The same seen from b: b - a.
Difference turned(Difference row) {
    std::swap(row.a, row.b);
    std::swap(row.of_a, row.of_b);
    row.estimate = -row.estimate;
    std::swap(row.low, row.high);
    row.low = -row.low;
    row.high = -row.high;
    if (row.shares) std::swap(row.shares->a_better, row.shares->b_better);
    if (row.verdict == Verdict::a_better || row.verdict == Verdict::b_better) {
        row.verdict = row.verdict == Verdict::a_better ? Verdict::b_better : Verdict::a_better;
    }
    return row;
}

/// "3 h/y": how large a difference is.
std::string size_of(const Difference& row, double value) {
    results::Metric metric = as_metric(row);
    const bool is_availability = row.metric.ends_with("availability");
    const results::MetricInfo* info = results::metric_info(row.metric);
    const bool is_share = is_availability || (info != nullptr && info->is_share);
    if (is_share) return results::number_text(100.0 * std::abs(value)) + " percentage points";
    return results::value_text(metric, std::abs(value));
}

/// Two digits are all that an estimate of a number of trials is worth.
std::uint64_t rounded(std::uint64_t trials) {
    std::uint64_t unit = 1;
    while (trials / unit >= 100) unit *= 10;
    return (trials + unit / 2) / unit * unit;
}

std::string side_of(double value) {
    return value < 0.0 ? "less" : "more";
}

std::string difference_text(const Difference& row) {
    if (row.estimate == 0.0) return "the same";
    return fmt::format("{} {}", size_of(row, row.estimate), side_of(row.estimate));
}

std::string bounds_text(const Difference& row) {
    if (row.low == 0.0 && row.high == 0.0) return {};
    const bool one_side = row.low * row.high >= 0.0;
    if (!one_side) { return fmt::format("{} less to {} more", size_of(row, row.low), size_of(row, row.high)); }
    const double near = std::abs(row.low) < std::abs(row.high) ? row.low : row.high;
    const double far = std::abs(row.low) < std::abs(row.high) ? row.high : row.low;
    return fmt::format("{} to {} {}", size_of(row, near), size_of(row, far), side_of(far));
}

std::string verdict_text(const Difference& row) {
    switch (row.verdict) {
        case Verdict::a_better: return "better";
        case Verdict::b_better: return "worse";
        case Verdict::alike: return "alike";
        case Verdict::open: break;
    }
    if (!row.more_trials) return "not separated";
    return fmt::format("not separated: about {} more trials", results::count_text(rounded(*row.more_trials)));
}

std::string better_in(const Difference& row) {
    return row.shares ? results::percent_text(row.shares->a_better) : std::string();
}

const results::Metric* own_row(const compare::ComparedDesign& design, const Difference& row, bool is_first) {
    const auto* found = results::find_metric(design.results, row.subject, row.metric, row.failure_class);
    if (found != nullptr || is_first) return found;
    // The only service of each design goes by the first one's name.
    const auto subjects = results::subjects_of(design.results, results::kind_of(row.subject));
    return subjects.size() == 1 ? results::find_metric(design.results, subjects.front(), row.metric, row.failure_class)
                                : nullptr;
}

ComparedFigure figure_of(const Comparison& comparison, const Difference& row, std::size_t design) {
    ComparedFigure figure;
    figure.design = design;
    if (const auto* own = own_row(comparison.designs[design], row, design == 0)) {
        const auto words = results::metric_text(*own);
        figure.value = words.value;
        figure.interval = words.interval;
        figure.unreliable = own->unreliable;
    } else {
        results::Metric metric = as_metric(row);
        figure.value = results::value_text(metric, design == row.a ? row.of_a : row.of_b);
    }
    return figure;
}

void add_difference(ComparedFigure& figure, const Difference& to_first) {
    figure.difference = difference_text(to_first);
    figure.bounds = bounds_text(to_first);
    figure.better_in = better_in(to_first);
    figure.verdict = verdict_text(to_first);
    figure.unreliable = figure.unreliable || to_first.unreliable;
}

bool decides(const Difference& row) {
    return row.failure_class.empty() && !row.metric.ends_with("availability") && row.metric != "mean_down_time";
}

}  // namespace

std::vector<ComparisonTable> comparison_tables(const Comparison& comparison, bool all) {
    std::vector<ComparisonTable> tables;
    for (const Difference& row : comparison.differences) {
        if (!all && !decides(row)) continue;
        const std::string aside = row.failure_class.empty() ? "" : fmt::format(" ({})", row.failure_class);
        const std::string title = results::title_of(row.metric) + aside;
        const bool is_next = tables.empty() || tables.back().subject != row.subject || tables.back().title != title;
        if (is_next) tables.push_back({row.subject, row.metric, title, {}});
        auto& figures = tables.back().figures;
        const bool is_from_first = row.a == 0;
        if (!is_from_first) continue;
        if (figures.empty()) figures.push_back(figure_of(comparison, row, 0));
        figures.push_back(figure_of(comparison, row, row.b));
        add_difference(figures.back(), turned(row));
    }
    std::erase_if(tables, [](const ComparisonTable& table) { return table.figures.empty(); });
    return tables;
}

std::vector<PairLine> other_pairs(const Comparison& comparison, const ComparisonTable& table) {
    std::vector<PairLine> lines;
    for (const Difference& row : comparison.differences) {
        if (row.a == 0 || row.subject != table.subject || row.metric != table.metric || !row.failure_class.empty()) {
            continue;
        }
        const Difference seen = turned(row);
        const std::string bounds = bounds_text(seen);
        lines.push_back({row.a, row.b,
                         fmt::format("{} against {}: {}{}: {}", row.b + 1, row.a + 1, difference_text(seen),
                                     bounds.empty() ? "" : " (" + bounds + ")", verdict_text(seen))});
    }
    return lines;
}

std::string comparison_experiment_text(const Comparison& comparison) {
    const results::RunInfo& run = comparison.designs.front().results.run;
    const std::string ended = comparison.stopped == "interrupted" ? ", interrupted" : "";
    return fmt::format("{} designs, each over the same {} trials of {} with the same luck, seed {}{}",
                       comparison.designs.size(), results::count_text(run.trials), results::duration_text(run.horizon),
                       run.seed, ended);
}

std::string pairing_text(const Difference& difference) {
    constexpr double little = 0.1;
    if (!(difference.variance_removed >= little)) {
        return "the same luck helps little here: what brings the one down has little to do with what brings the other "
               "down.";
    }
    if (difference.variance_removed >= 1.0) return "they did alike in every trial.";
    return fmt::format(
        "the same luck removed {} of the variance of the difference: as good as {} times as many trials "
        "with luck of their own.",
        results::percent_text(difference.variance_removed),
        results::number_text(1.0 / (1.0 - difference.variance_removed)));
}

std::string comparison_reading(const Comparison& comparison) {
    const std::size_t n = comparison.designs.size();
    const std::size_t pairs = n * (n - 1) / 2;
    std::string text = fmt::format(
        "Differences are to design 1, trial by trial on the same random numbers for all that the designs share. ");
    text += pairs > 1 ? fmt::format(
                            "Of each metric, the intervals of all {} pairs hold together with {} confidence "
                            "({} each, after Bonferroni). ",
                            pairs, results::percent_text(comparison.confidence),
                            results::percent_text(comparison.pair_confidence))
                      : fmt::format("Their intervals hold with {} confidence. ",
                                    results::percent_text(comparison.confidence));
    return text + "\"Better in\" is the share of the trials in which the design did better than design 1.";
}

std::string design_summary(const compare::ComparedDesign& design, std::string_view subject) {
    const auto* own = results::find_metric(design.results, subject, "availability");
    if (own == nullptr) {
        const auto subjects = results::subjects_of(design.results, results::kind_of(subject));
        if (subjects.size() == 1) own = results::find_metric(design.results, subjects.front(), "availability");
    }
    if (own == nullptr) return {};
    return results::metric_text(*own).value;
}

}  // namespace nines::report

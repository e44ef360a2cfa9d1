// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/comparison_table.hpp"

#include <algorithm>
#include <cmath>

#include "models/compare/answer_words.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"
#include "models/scenario/translate.hpp"

namespace nines::report {

namespace {

using compare::Comparison;
using compare::Difference;
using compare::Verdict;
using wording::literal;
using wording::say;
using wording::Text;

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
Difference turned(const Difference& row) {
    return compare::turned(row, row.b);
}

bool is_share(const Difference& row) {
    const results::MetricInfo* info = results::metric_info(row.metric);
    return row.metric.ends_with("availability") || (info != nullptr && info->is_share);
}

/// "3 h/y": how large a difference is.
Text size_of(const Difference& row, double value) {
    if (is_share(row)) {
        return say(translate("models", "%1 percentage points"),
                   {literal(results::number_text(100.0 * std::abs(value)))});
    }
    return results::figure(results::value_text(as_metric(row), std::abs(value)));
}

/// Of the first of two sizes: the long unit of shares is said once, after the second.
Text first_size_of(const Difference& row, double value) {
    return is_share(row) ? literal(results::number_text(100.0 * std::abs(value))) : size_of(row, value);
}

/// Two digits are all that an estimate of a number of trials is worth.
std::uint64_t rounded(std::uint64_t trials) {
    std::uint64_t unit = 1;
    while (trials / unit >= 100) unit *= 10;
    return (trials + unit / 2) / unit * unit;
}

Text difference_words(const Difference& row) {
    if (row.estimate == 0.0) return say(translate("models", "the same"));
    const char* pattern = row.estimate < 0.0 ? translate("models", "%1 less") : translate("models", "%1 more");
    return say(pattern, {size_of(row, row.estimate)});
}

Text bounds_words(const Difference& row) {
    if (row.low == 0.0 && row.high == 0.0) return {};
    if (row.low * row.high < 0.0) {
        return say(translate("models", "%1 less to %2 more"), {size_of(row, row.low), size_of(row, row.high)});
    }
    const bool low_is_near = std::abs(row.low) < std::abs(row.high);
    const double near = low_is_near ? row.low : row.high;
    const double far = low_is_near ? row.high : row.low;
    const char* pattern = far < 0.0 ? translate("models", "%1 to %2 less") : translate("models", "%1 to %2 more");
    return say(pattern, {first_size_of(row, near), size_of(row, far)});
}

Text verdict_words(const Difference& row) {
    switch (row.verdict) {
        case Verdict::a_better: return say(translate("models", "better"));
        case Verdict::b_better: return say(translate("models", "worse"));
        case Verdict::alike: return say(translate("models", "alike"));
        case Verdict::open: break;
    }
    if (!row.more_trials) return say(translate("models", "not separated"));
    return say(translate("models", "not separated: about %1 more trials"),
               {literal(results::count_text(rounded(*row.more_trials)))});
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
        const auto words = results::metric_words(*own);
        figure.value = words.value;
        figure.interval = words.interval;
        figure.unreliable = own->unreliable;
    } else {
        figure.value = results::figure(results::value_text(as_metric(row), design == row.a ? row.of_a : row.of_b));
    }
    return figure;
}

void add_difference(ComparedFigure& figure, const Difference& to_first) {
    figure.difference = difference_words(to_first);
    figure.bounds = bounds_words(to_first);
    figure.better_in = better_in(to_first);
    figure.verdict = verdict_words(to_first);
    figure.judged = to_first.verdict;
    figure.unreliable = figure.unreliable || to_first.unreliable;
}

/// The mean outage is told where no recovery is followed: else they are the same.
bool decides(const Comparison& comparison, const Difference& row) {
    if (!row.failure_class.empty() || row.metric.ends_with("availability")) return false;
    return row.metric != "mean_down_time" ||
           compare::find_difference(comparison, row.subject, "recovery_time_mean", row.a, row.b) == nullptr;
}

}  // namespace

std::vector<ComparisonTable> comparison_tables(const Comparison& comparison, bool all) {
    std::vector<ComparisonTable> tables;
    for (const Difference& row : comparison.differences) {
        if (!all && !decides(comparison, row)) continue;
        const Text name{results::title_of(row.metric)};
        const Text title =
            row.failure_class.empty() ? name : say(translate("models", "%1 (%2)"), {name, {row.failure_class}});
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
        const Text bounds = bounds_words(seen);
        const Text b = literal(std::to_string(row.b + 1));
        const Text a = literal(std::to_string(row.a + 1));
        lines.push_back({row.a, row.b,
                         bounds.empty() ? say(translate("models", "%1 against %2: %3: %4"),
                                              {b, a, difference_words(seen), verdict_words(seen)})
                                        : say(translate("models", "%1 against %2: %3 (%5): %4"),
                                              {b, a, difference_words(seen), verdict_words(seen), bounds})});
    }
    return lines;
}

Text comparison_experiment(const Comparison& comparison) {
    const results::RunInfo& run = comparison.designs.front().results.run;
    const char* pattern =
        comparison.stopped == "interrupted"
            ? translate("models",
                        "%1 designs, each over the same %2 trials of %3 with the same luck, seed %4, interrupted")
            : translate("models", "%1 designs, each over the same %2 trials of %3 with the same luck, seed %4");
    return say(pattern, {literal(std::to_string(comparison.designs.size())), literal(results::count_text(run.trials)),
                         results::figure(results::duration_text(run.horizon)), literal(std::to_string(run.seed))});
}

Text pairing_words(const Difference& difference) {
    constexpr double little = 0.1;
    if (!(difference.variance_removed >= little)) {
        return say(translate("models",
                             "The same luck helps little here: what brings the one down has little to do with "
                             "what brings the other down."));
    }
    if (difference.variance_removed >= 1.0) return say(translate("models", "They did alike in every trial."));
    return say(translate("models",
                         "The same luck removed %1 of the variance of the difference: as good as %2 times as "
                         "many trials with luck of their own."),
               {literal(results::percent_text(difference.variance_removed)),
                literal(results::number_text(1.0 / (1.0 - difference.variance_removed)))});
}

Text comparison_reading(const Comparison& comparison) {
    const std::size_t n = comparison.designs.size();
    const std::size_t pairs = n * (n - 1) / 2;
    if (pairs <= 1) {
        return say(translate("models",
                             "The difference is to design 1, trial by trial on the same random numbers for all "
                             "that the designs share. Intervals hold with %1 confidence. \"Better in\" is the "
                             "share of the trials in which the design did better than design 1."),
                   {literal(results::percent_text(comparison.confidence))});
    }
    return say(translate("models",
                         "Differences are to design 1, trial by trial on the same random numbers for all that "
                         "the designs share. Of each metric, the intervals of all %1 pairs hold together with "
                         "%2 confidence (%3 each, after Bonferroni). \"Better in\" is the share of the trials "
                         "in which the design did better than design 1."),
               {literal(std::to_string(pairs)), literal(results::percent_text(comparison.confidence)),
                literal(results::percent_text(comparison.pair_confidence))});
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/objective.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "models/report/verdict.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"
#include "models/scenario/translate.hpp"

namespace nines::report {
namespace {

using results::Metric;
using wording::literal;
using wording::say;

struct Line {
    const char* metric;
    const char* title;
};

/// "97.2 %", "(96.9 % to 97.5 %)", "120,000 windows".
std::vector<wording::Text> cells_of(const Metric& row, wording::Text title, bool counts_trials) {
    results::MetricWords words = results::metric_words(row);
    if (counts_trials) { words.count = say(translate("models", "%1 trials"), {literal(results::count_text(row.n))}); }
    const bool is_doubtful = row.unreliable && !row.metric.ends_with("_max");
    const wording::Text interval = is_doubtful ? say("%1 ~", {words.interval}) : words.interval;
    return {std::move(title), words.value, interval, words.count};
}

std::string aside_of(const results::Objective& objective) {
    const char* windows = objective.rolling ? "rolling windows" : "windows one after the other";
    const char* measure = objective.by_requests ? ", by requests" : "";
    return objective_text(objective) + ", " + windows + measure;
}

}  // namespace

std::vector<ReasonTable> objective_tables(const results::Results& results, std::string_view subject) {
    const results::Objective* objective = find_objective(results, subject);
    if (objective == nullptr) { return {}; }
    ReasonTable table{translate("models", "Objective"),
                      aside_of(*objective),
                      {{translate("models", "What"), false},
                       {translate("models", "Estimate"), true},
                       {translate("models", "Interval"), false},
                       {"n", false, true}},
                      {}};
    // Of rolling windows there is no number: the trials are counted.
    const auto is_of_trials = [&](const Metric& row) {
        return objective->rolling && row.metric.starts_with("p_slo_met");
    };
    const auto add = [&](const char* metric, wording::Text title) {
        const Metric* row = results::find_metric(results, subject, metric);
        if (row != nullptr) { table.rows.push_back(cells_of(*row, std::move(title), is_of_trials(*row))); }
    };
    const double length = objective->window > 0.0 ? objective->window : results.run.horizon;
    add("p_slo_met", say(translate("models", "met per %1"), {results::figure(results::duration_text(length))}));
    for (const Metric& row : results.metrics) {
        if (row.subject != subject || row.metric != "p_slo_met_window") { continue; }
        table.rows.push_back(
            cells_of(row, say(translate("models", "met per %1"), {{row.failure_class}}), is_of_trials(row)));
    }
    constexpr std::array lines = {
        Line{"p_slo_always_met", translate("models", "met in every window of a trial")},
        Line{"worst_window_downtime_p50", translate("models", "downtime of the worst window, median")},
        Line{"worst_window_downtime_p95", translate("models", "downtime of the worst window, 95 %")},
        Line{"worst_window_unanswered_p50", translate("models", "unanswered in the worst window, median")},
        Line{"worst_window_unanswered_p95", translate("models", "unanswered in the worst window, 95 %")},
        Line{"error_budget_spent_mean", translate("models", "error budget spent, mean")},
        Line{"error_budget_spent_p50", translate("models", "error budget spent, median")},
        Line{"error_budget_spent_p95", translate("models", "error budget spent, 95 %")},
        Line{"time_to_exhaust_budget_p50", translate("models", "where it is gone: gone after, median")},
        Line{"sla_credit_share_mean", translate("models", "SLA credit, share of the fee")},
        Line{"p_sla_credit", translate("models", "windows with a credit")},
    };
    for (const Line& line : lines) { add(line.metric, say(line.title)); }
    if (table.rows.size() <= 1) { return {}; }
    return {table};
}

bool is_in_objective_table(const Metric& metric) {
    constexpr std::array stems = {"p_slo_always_met",      "p_slo_met_window",    "p_budget_exhausted",
                                  "worst_window_",         "error_budget_spent_", "time_to_exhaust_budget_",
                                  "sla_credit_share_mean", "p_sla_credit"};
    return !results::is_exact(metric) &&
           std::any_of(stems.begin(), stems.end(), [&](const char* stem) { return metric.metric.starts_with(stem); });
}

}  // namespace nines::report

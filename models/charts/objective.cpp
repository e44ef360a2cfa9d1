// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <utility>

#include "models/charts/catalogue.hpp"
#include "models/charts/histogram.hpp"
#include "models/observe/window_tally.hpp"
#include "models/report/verdict.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::charts {
namespace {

/// A window's length and how often it met the target.
struct Met {
    double seconds;
    Text name;
    const results::Metric* row;
};

double seconds_of(std::string_view word) {
    const auto found = std::find_if(observe::usual_windows.begin(), observe::usual_windows.end(),
                                    [&](const observe::UsualWindow& window) { return window.word == word; });
    return found == observe::usual_windows.end() ? 0.0 : found->seconds;
}

Text window_text(const std::string& word) {
    if (word == "month") return say(translate("models", "month"));
    if (word == "quarter") return say(translate("models", "quarter"));
    if (word == "year") return say(translate("models", "year"));
    return {word};
}

/// The objective's own window and the usual ones, the shortest first.
std::vector<Met> shares_met(const Source& source, const results::Objective& objective) {
    std::vector<Met> shares;
    for (const results::Metric& row : source.results.metrics) {
        if (row.subject != source.subject) continue;
        const double own = objective.window > 0.0 ? objective.window : source.results.run.horizon;
        if (row.metric == "p_slo_met") shares.push_back({own, results::figure(results::duration_text(own)), &row});
        if (row.metric == "p_slo_met_window")
            shares.push_back({seconds_of(row.failure_class), window_text(row.failure_class), &row});
    }
    std::stable_sort(shares.begin(), shares.end(), [](const Met& a, const Met& b) { return a.seconds < b.seconds; });
    return shares;
}

Text without_objective() {
    return say(translate("models", "Windows are measured of services that have an `slo`."));
}

}  // namespace

Chart error_budget_chart(const Source& source) {
    Chart chart;
    chart.id = "error_budget";
    chart.title = say(translate("models", "Error budget of %1 spent in a window"), {name_text(source.subject)});
    chart.subtitle = about_run(source.results.run);
    chart.first = {.title = say(translate("models", "Part of the budget that is spent")),
                   .quantity = Quantity::share,
                   .scale = Scale::logarithmic,
                   .may_be_logarithmic = true};
    chart.value = {.title = say(translate("models", "Share of the windows")),
                   .quantity = Quantity::share,
                   .from_zero = true,
                   .most = 1.0};
    const auto* objective = report::find_objective(source.results, source.subject);
    const auto* series = find_series(source.results, source.subject, "error_budget_spent");
    const double total = series != nullptr ? total_of(*series) : 0.0;
    if (objective == nullptr) return nothing_to_show(chart, without_objective());
    if (total <= 0.0) return nothing_to_show(chart, say(translate("models", "An objective of 100 % has no budget.")));
    const double none = !series->x.empty() && series->x.front() <= 0.0 ? series->y.front() : 0.0;
    if (none >= total) return nothing_to_show(chart, say(translate("models", "No window spent any of its budget.")));
    if (const auto* met = results::find_metric(source.results, source.subject, "p_slo_met")) {
        chart.subtitle.push_back(
            say(translate("models", "Objective %1: %2."), {report::objective_words(*objective), share_met(*met)}));
    }
    chart.subtitle.push_back(
        say(translate("models", "%1 of the windows spent nothing."), {literal(results::percent_text(none / total))}));
    chart.series = {{.name = say(translate("models", "Windows that spent at most this")),
                     .kind = SeriesKind::step,
                     .points = shares_up_to(*series, total, source.results.run.confidence, false)},
                    {.name = say(translate("models", "Windows that spent about this")),
                     .kind = SeriesKind::bars,
                     .colour = 1,
                     .points = bars_of(*series, total)}};
    chart.rules.push_back({.at = 1.0, .on_first_axis = true, .label = say(translate("models", "the whole budget"))});
    fit(chart);
    return chart;
}

Chart slo_by_window_chart(const Source& source) {
    Chart chart;
    chart.id = "slo_by_window";
    chart.title = say(translate("models", "How often %1 meets its objective, by window"), {name_text(source.subject)});
    chart.subtitle = about_run(source.results.run);
    chart.is_horizontal = true;
    chart.first = {.title = say(translate("models", "Length of the window")), .scale = Scale::categories};
    chart.value = {.title = say(translate("models", "Share of the windows that meet it")),
                   .quantity = Quantity::share,
                   .most = 1.0};
    const auto* objective = report::find_objective(source.results, source.subject);
    if (objective == nullptr) return nothing_to_show(chart, without_objective());
    const std::vector<Met> shares = shares_met(source, *objective);
    if (shares.empty()) {
        return nothing_to_show(chart, say(translate("models", "No trials stand behind these results.")));
    }
    chart.subtitle.push_back(say(translate("models", "Objective %1."), {report::objective_words(*objective)}));
    Series series{.name = say(translate("models", "Share of the windows that meet it")), .kind = SeriesKind::points};
    for (const Met& met : shares) {
        series.points.push_back(point_of(*met.row, static_cast<double>(chart.first.categories.size())));
        chart.first.categories.push_back(met.name);
    }
    chart.series = {std::move(series)};
    fit(chart);
    return chart;
}

}  // namespace nines::charts

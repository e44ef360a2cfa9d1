// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <fmt/format.h>

#include "models/charts/catalogue.hpp"
#include "models/charts/histogram.hpp"
#include "models/report/verdict.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::charts {
namespace {

constexpr double year = 365.0 * 86400.0;

void add_quantiles(Chart& chart, const Source& source, const std::string& stem) {
    for (const auto& [ending, words] :
         {std::pair("_p50", "50 %"), std::pair("_p95", "95 %"), std::pair("_p99", "99 %")}) {
        const auto* row = results::find_metric(source.results, source.subject, stem + ending);
        if (row == nullptr || row->estimate <= 0.0) continue;
        const Text label = say(translate("models", "%1 up to %2"),
                               {literal(words), results::figure(results::duration_text(row->estimate))});
        chart.rules.push_back({.at = row->estimate, .on_first_axis = true, .label = label, .tone = Tone::muted});
    }
}

Chart frame(const Source& source, const char* id, Text title, Text axis) {
    Chart chart;
    chart.id = id;
    chart.title = std::move(title);
    chart.subtitle = about_run(source.results.run);
    chart.first = {.title = std::move(axis),
                   .quantity = Quantity::seconds,
                   .scale = Scale::logarithmic,
                   .may_be_logarithmic = true};
    chart.value = {
        .title = say(translate("models", "Share")), .quantity = Quantity::share, .from_zero = true, .most = 1.0};
    return chart;
}

/// The objective as downtime of a year, where it is judged over a whole trial or year.
void add_objective(Chart& chart, const Source& source) {
    const auto* objective = report::find_objective(source.results, source.subject);
    if (objective == nullptr) return;
    if (const auto* met = results::find_metric(source.results, source.subject, "p_slo_met")) {
        chart.subtitle.push_back(
            say(translate("models", "Objective %1: %2."), {report::objective_words(*objective), share_met(*met)}));
    }
    const bool is_of_trial = objective->window <= 0.0 || objective->window >= source.results.run.horizon;
    if (!is_of_trial) return;
    const double allowed = (1.0 - objective->target) * year;
    const Text label = say(translate("models", "%1 allows %2"),
                           {report::objective_words(*objective), results::figure(results::duration_text(allowed))});
    chart.rules.push_back({.at = allowed, .on_first_axis = true, .label = label});
}

}  // namespace

Chart downtime_distribution_chart(const Source& source) {
    Chart chart = frame(source, "downtime_distribution",
                        say(translate("models", "Downtime per year of %1"), {name_text(source.subject)}),
                        say(translate("models", "Downtime per year")));
    const auto* series = find_series(source.results, source.subject, "downtime_per_year");
    const double total = series != nullptr ? total_of(*series) : 0.0;
    if (total <= 0.0) return nothing_to_show(chart, say(translate("models", "No trials stand behind these results.")));
    const double none = !series->x.empty() && series->x.front() <= 0.0 ? series->y.front() : 0.0;
    add_objective(chart, source);
    if (none >= total) return nothing_to_show(chart, say(translate("models", "No trial had any downtime.")));
    if (none > 0.0) {
        chart.subtitle.push_back(say(translate("models", "%1 of the trials had no downtime."),
                                     {literal(results::percent_text(none / total))}));
    }
    const auto up_to = shares_up_to(*series, total, source.results.run.confidence, true);
    chart.series = {{.name = say(translate("models", "Interval")), .kind = SeriesKind::band, .points = up_to},
                    {.name = say(translate("models", "Trials with at most this downtime")),
                     .kind = SeriesKind::step,
                     .points = up_to},
                    {.name = say(translate("models", "Trials with about this downtime")),
                     .kind = SeriesKind::bars,
                     .colour = 1,
                     .points = bars_of(*series, total)}};
    add_quantiles(chart, source, "downtime_per_year");
    fit(chart);
    return chart;
}

Chart outage_duration_chart(const Source& source) {
    Chart chart = frame(source, "outage_duration",
                        say(translate("models", "Length of the outages of %1"), {name_text(source.subject)}),
                        say(translate("models", "Length of an outage")));
    const auto* series = find_series(source.results, source.subject, "outage_duration");
    const double total = series != nullptr ? total_of(*series) : 0.0;
    if (total <= 0.0) return nothing_to_show(chart, say(translate("models", "No outage was seen.")));
    chart.subtitle.push_back(say(translate("models", "%1 outages seen."),
                                 {literal(results::count_text(static_cast<std::uint64_t>(std::llround(total))))}));
    chart.series = {{.name = say(translate("models", "Outages of at most this length")),
                     .kind = SeriesKind::step,
                     .points = shares_up_to(*series, total, source.results.run.confidence, false)},
                    {.name = say(translate("models", "Outages of about this length")),
                     .kind = SeriesKind::bars,
                     .colour = 1,
                     .points = bars_of(*series, total)}};
    add_quantiles(chart, source, "outage_duration");
    if (const auto* rto = results::find_metric(source.results, source.subject, "rto_target")) {
        chart.rules.push_back(
            {.at = rto->estimate,
             .on_first_axis = true,
             .label = say(translate("models", "RTO %1"), {results::figure(results::duration_text(rto->estimate))})});
    }
    fit(chart);
    return chart;
}

}  // namespace nines::charts

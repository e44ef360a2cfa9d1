// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/charts/catalogue.hpp"
#include "models/results/exact_rows.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::charts {
namespace {

constexpr double year = 365.0 * 86400.0;

std::vector<Point> points_of(const std::vector<observe::Progress>& history, const std::string& subject) {
    std::vector<Point> points;
    for (const observe::Progress& progress : history) {
        for (const observe::ServiceProgress& service : progress.services) {
            const auto& down = service.unavailability;
            if (service.name != subject) continue;
            points.push_back({.at = static_cast<double>(progress.trials),
                              .value = down.estimate * year,
                              .low = down.low * year,
                              .high = down.high * year,
                              .n = progress.trials});
        }
    }
    return thinned(points);
}

void add_precision(Chart& chart, const Point& latest, double precision) {
    if (latest.value <= 0.0) return;
    const Text label = say(translate("models", "Stops when the interval is within %1 of the estimate"),
                           {literal("\u00b1" + results::percent_text(precision))});
    chart.rules.push_back({.at = latest.value * (1.0 + precision), .label = label});
    chart.rules.push_back({.at = latest.value * (1.0 - precision), .label = {}});
}

void add_exact(Chart& chart, const Source& source) {
    for (const results::Metric& row : source.results.exact) {
        if (row.subject != source.subject || row.metric != "downtime_per_year") continue;
        const Text label =
            say(translate("models", "Exact: %1"), {results::figure(results::value_text(row, row.estimate))});
        chart.rules.push_back({.at = row.estimate, .label = label, .tone = Tone::exact});
    }
}

}  // namespace

Chart convergence_chart(const Source& source) {
    Chart chart;
    chart.id = "convergence";
    chart.title = say(translate("models", "Convergence of the downtime of %1"), {name_text(source.subject)});
    chart.subtitle = {say(translate("models", "Estimate and interval after ever more trials."))};
    chart.first = {.title = say(translate("models", "Trials")),
                   .quantity = Quantity::count,
                   .scale = Scale::logarithmic,
                   .may_be_logarithmic = true};
    chart.value = {
        .title = say(translate("models", "Downtime per year")), .quantity = Quantity::seconds, .from_zero = true};
    std::vector<Point> points;
    if (source.history != nullptr) points = points_of(*source.history, source.subject);
    if (points.empty()) return nothing_to_show(chart, say(translate("models", "No trial is done yet.")));
    const Point latest = points.back();
    // The first few trials know next to nothing: their intervals would press all others flat.
    constexpr double widest = 3.0;
    chart.value.cut = latest.high ? widest * *latest.high : widest * latest.value;
    chart.series = {{.name = say(translate("models", "Interval")), .kind = SeriesKind::band, .points = points},
                    {.name = say(translate("models", "Estimate")), .kind = SeriesKind::line, .points = points}};
    if (source.precision) add_precision(chart, latest, *source.precision);
    add_exact(chart, source);
    fit(chart);
    return chart;
}

}  // namespace nines::charts

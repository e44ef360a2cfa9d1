// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "models/charts/catalogue.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"
#include "sim/stats/intervals.hpp"

namespace nines::charts {
namespace {

/// The curve with the interval of a share of independent trials, as the rows of single instants have it.
std::vector<Point> curve_of(const results::Series& series, const results::RunInfo& run) {
    std::vector<Point> points;
    for (std::size_t i = 0; i < series.x.size(); ++i) {
        const auto up = static_cast<std::uint64_t>(std::llround(series.y[i] * static_cast<double>(run.trials)));
        const auto interval = sim::wilson(up, run.trials, run.confidence);
        points.push_back(
            {.at = series.x[i], .value = series.y[i], .low = interval.low, .high = interval.high, .n = run.trials});
    }
    return thinned(points);
}

std::vector<Point> instants_of(const std::vector<results::Metric>& rows, const std::string& subject) {
    std::vector<Point> points;
    for (const results::Metric& row : rows) {
        if (row.subject == subject && row.metric == "point_availability" && row.at) {
            points.push_back(point_of(row, *row.at));
        }
    }
    return points;
}

}  // namespace

Chart point_availability_chart(const Source& source) {
    const results::Results& results = source.results;
    Chart chart;
    chart.id = "point_availability";
    chart.title = say(translate("models", "Availability of %1 over time"), {name_text(source.subject)});
    chart.subtitle = about_run(results.run);
    chart.first = {.title = say(translate("models", "Time since the start")), .quantity = Quantity::seconds};
    chart.value = {
        .title = say(translate("models", "Probability of being up")), .quantity = Quantity::availability, .most = 1.0};
    const auto found = std::find_if(results.series.begin(), results.series.end(), [&](const results::Series& series) {
        return series.subject == source.subject && series.name == "point_availability";
    });
    if (found == results.series.end() || results.run.trials == 0) {
        return nothing_to_show(chart, say(translate("models", "No trials stand behind these results.")));
    }
    const auto curve = curve_of(*found, results.run);
    chart.series = {
        {.name = say(translate("models", "Interval of each point")), .kind = SeriesKind::band, .points = curve},
        {.name = say(translate("models", "Share of trials that are up")), .kind = SeriesKind::line, .points = curve}};
    const auto instants = instants_of(results.metrics, source.subject);
    const auto exact = instants_of(results.exact, source.subject);
    if (!instants.empty()) {
        chart.series.push_back({.name = say(translate("models", "At the instants asked for")),
                                .kind = SeriesKind::points,
                                .colour = 1,
                                .points = instants});
    }
    if (!exact.empty()) {
        chart.series.push_back({.name = say(translate("models", "Exact")),
                                .kind = SeriesKind::points,
                                .tone = Tone::exact,
                                .points = exact});
    }
    if (const auto* mean = results::find_metric(results, source.subject, "unavailability")) {
        const Text label = say(translate("models", "Mean %1"),
                               {literal(results::availability_text(mean->estimate, (mean->high - mean->low) / 2.0))});
        chart.rules.push_back({.at = 1.0 - mean->estimate, .label = label, .tone = Tone::muted});
    }
    fit(chart);
    return chart;
}

}  // namespace nines::charts

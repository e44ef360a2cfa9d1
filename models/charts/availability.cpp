// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/catalogue.hpp"
#include "models/report/verdict.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::charts {
namespace {

Text verdict_text(report::Verdict verdict) {
    switch (verdict) {
        case report::Verdict::met: return say(translate("models", "The objective is met."));
        case report::Verdict::missed: return say(translate("models", "The objective is missed."));
        case report::Verdict::undecided: return say(translate("models", "The interval does not decide the objective."));
    }
    return {};
}

const results::Metric* exact_row(const results::Results& results, const std::string& subject) {
    for (const results::Metric& row : results.exact) {
        if (row.subject == subject && row.metric == "unavailability") return &row;
    }
    return nullptr;
}

}  // namespace

Chart availability_chart(const Source& source) {
    const results::Results& results = source.results;
    Chart chart;
    chart.id = "availability";
    chart.title = say(translate("models", "Availability"));
    chart.subtitle = about_run(results.run);
    chart.is_horizontal = true;
    chart.first = {.title = say(translate("models", "Service")), .scale = Scale::categories};
    chart.value = {
        .title = say(translate("models", "Availability")), .quantity = Quantity::availability, .scale = Scale::nines};
    Series estimates{.name = say(translate("models", "Estimate")), .kind = SeriesKind::points, .colour = 0};
    Series exact{.name = say(translate("models", "Exact")), .kind = SeriesKind::points, .tone = Tone::exact};
    Series objectives{
        .name = say(translate("models", "Objective")), .kind = SeriesKind::marks, .tone = Tone::objective};
    for (const std::string& subject : results::subjects_of(results, "service")) {
        const results::Metric* row = results::find_metric(results, subject, "unavailability");
        if (row == nullptr) continue;
        const auto at = static_cast<double>(chart.first.categories.size());
        chart.first.categories.push_back(name_text(subject));
        Point point = point_of(*row, at);
        if (row->estimate == 0.0 && row->high > 0.0) {
            point.note = say(translate("models", "No outage seen: at least %1."),
                             {literal(results::availability_text(row->high, 0.0))});
        }
        estimates.points.push_back(point);
        if (const auto* known = exact_row(results, subject)) exact.points.push_back(point_of(*known, at));
        if (const auto* objective = report::find_objective(results, subject)) {
            objectives.points.push_back(
                {.at = at, .value = 1.0 - objective->target, .note = verdict_text(report::judge(results, *objective))});
        }
    }
    if (estimates.points.empty()) return nothing_to_show(chart, say(translate("models", "No service was measured.")));
    chart.series = {estimates};
    if (!exact.points.empty()) chart.series.push_back(exact);
    if (!objectives.points.empty()) chart.series.push_back(objectives);
    fit(chart);
    return chart;
}

}  // namespace nines::charts

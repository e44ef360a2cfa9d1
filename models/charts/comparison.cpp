// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "models/charts/designs.hpp"
#include "models/charts/source.hpp"
#include "models/compare/answer_words.hpp"
#include "models/report/layout.hpp"
#include "models/results/exact_rows.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::charts {
namespace {

constexpr std::size_t most_of_label = 30;
constexpr std::size_t all_pairs_up_to = 3;

/// The rows of one metric that are drawn: of few designs all pairs, else each against the first.
std::vector<const compare::Difference*> rows_of(const compare::Comparison& comparison, const std::string& subject,
                                                const std::string& metric) {
    std::vector<const compare::Difference*> rows;
    for (const compare::Difference& row : comparison.differences) {
        if (row.subject != subject || row.metric != metric || !row.failure_class.empty()) continue;
        if (comparison.designs.size() <= all_pairs_up_to || row.a == 0) rows.push_back(&row);
    }
    return rows;
}

Text verdict_text(compare::Verdict verdict) {
    switch (verdict) {
        case compare::Verdict::a_better: return say(translate("models", "The first is better."));
        case compare::Verdict::b_better: return say(translate("models", "The second is better."));
        case compare::Verdict::alike: return say(translate("models", "The difference does not matter."));
        case compare::Verdict::open: return say(translate("models", "Not decided."));
    }
    return {};
}

void add_zone(Chart& chart, const std::vector<const compare::Difference*>& rows) {
    chart.rules.push_back({.at = 0.0, .label = say(translate("models", "no difference")), .tone = Tone::muted});
    std::set<double> zones;
    for (const auto* row : rows) zones.insert(row->zone);
    if (zones.size() != 1 || *zones.begin() <= 0.0) return;
    const double zone = *zones.begin();
    chart.rules.push_back({.at = -zone, .label = say(translate("models", "does not matter")), .tone = Tone::objective});
    chart.rules.push_back({.at = zone, .tone = Tone::objective});
}

}  // namespace

Text design_label(const compare::Comparison& comparison, std::size_t design) {
    return literal(fmt::format("{}: {}", design + 1,
                               report::shortened(report::printable(comparison.designs[design].name), most_of_label)));
}

std::vector<Text> about_designs(const compare::Comparison& comparison) {
    return about_run(comparison.designs.front().results.run);
}

Chart designs_availability_chart(const compare::Comparison& comparison, const std::string& service) {
    Chart chart;
    chart.id = "designs_availability";
    chart.title = say(translate("models", "Availability of %1 by design"), {name_text(service)});
    chart.subtitle = about_designs(comparison);
    chart.is_horizontal = true;
    chart.first = {.title = say(translate("models", "Design")), .scale = Scale::categories};
    chart.value = {
        .title = say(translate("models", "Availability")), .quantity = Quantity::availability, .scale = Scale::nines};
    Series estimates{.name = say(translate("models", "Estimate")), .kind = SeriesKind::points, .colour = 0};
    Series exact{.name = say(translate("models", "Exact")), .kind = SeriesKind::points, .tone = Tone::exact};
    Series objectives{
        .name = say(translate("models", "Objective")), .kind = SeriesKind::marks, .tone = Tone::objective};
    for (std::size_t d = 0; d < comparison.designs.size(); ++d) {
        const results::Results& results = comparison.designs[d].results;
        const std::string subject = subject_in(comparison, d, service);
        const auto* row = results::find_metric(results, subject, "unavailability");
        if (row == nullptr) continue;
        const auto at = static_cast<double>(chart.first.categories.size());
        chart.first.categories.push_back(design_label(comparison, d));
        Point point = point_of(*row, at);
        if (row->estimate == 0.0 && row->high > 0.0) {
            point.note = say(translate("models", "No outage seen: at least %1."),
                             {literal(results::availability_text(row->high, 0.0))});
        }
        estimates.points.push_back(point);
        if (const auto* known = results::find_exact(results, *row)) exact.points.push_back(point_of(*known, at));
        for (const results::Objective& objective : results.objectives) {
            if (objective.subject == subject) objectives.points.push_back({.at = at, .value = 1.0 - objective.target});
        }
    }
    if (estimates.points.empty()) return nothing_to_show(chart, say(translate("models", "No service was measured.")));
    chart.series = {estimates};
    if (!exact.points.empty()) chart.series.push_back(exact);
    if (!objectives.points.empty()) chart.series.push_back(objectives);
    fit(chart);
    return chart;
}

Chart differences_chart(const compare::Comparison& comparison, const std::string& subject, const std::string& metric) {
    Chart chart;
    chart.id = "differences_" + metric;
    chart.title = say(translate("models", "%1 of %2: difference between designs"),
                      {say(results::title_of(metric).c_str()), name_text(subject)});
    chart.is_horizontal = true;
    chart.first = {.title = say(translate("models", "Designs")), .scale = Scale::categories};
    const auto rows = rows_of(comparison, subject, metric);
    if (rows.empty()) {
        return nothing_to_show(chart, say(translate("models", "There are no two designs that have this figure.")));
    }
    chart.subtitle = {say(translate("models",
                                    "Trial by trial on the same luck, %1 trials; all intervals hold at once "
                                    "with %2."),
                          {literal(results::count_text(rows.front()->n)),
                           literal(fmt::format("{:.6g} %", 100.0 * comparison.confidence))})};
    chart.value = {.title = say(translate("models", "The first design less the second")),
                   .quantity = quantity_of_unit(rows.front()->unit)};
    Series series{.name = say(translate("models", "Difference")), .kind = SeriesKind::points, .colour = 0};
    for (const compare::Difference* row : rows) {
        const auto at = static_cast<double>(chart.first.categories.size());
        const compare::Difference seen = compare::turned(*row, row->b);
        chart.first.categories.push_back(
            say(translate("models", "Design %1 less design %2"),
                {literal(fmt::format("{}", seen.a + 1)), literal(fmt::format("{}", seen.b + 1))}));
        series.points.push_back({.at = at,
                                 .value = seen.estimate,
                                 .low = seen.low,
                                 .high = seen.high,
                                 .n = seen.n,
                                 .note = verdict_text(seen.verdict)});
    }
    chart.series = {series};
    add_zone(chart, rows);
    fit(chart);
    return chart;
}

}  // namespace nines::charts

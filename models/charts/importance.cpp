// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/charts/catalogue.hpp"
#include "models/charts/shares.hpp"
#include "models/report/chains.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/number_text.hpp"

namespace nines::charts {
namespace {

constexpr std::size_t most_components = 12;

Chart frame(const Source& source) {
    Chart chart;
    chart.id = "importance";
    chart.title = say(translate("models", "Components that matter for %1"), {name_text(source.subject)});
    chart.is_horizontal = true;
    chart.first = {.title = say(translate("models", "Component")), .scale = Scale::categories};
    chart.value = {.title = say(translate("models", "Share of the downtime")),
                   .quantity = Quantity::share,
                   .from_zero = true,
                   .most = 1.0};
    return chart;
}

const results::SolveInfo* solved_of(const Source& source) {
    if (source.reasons != nullptr) return source.reasons;
    return source.results.solved ? &*source.results.solved : nullptr;
}

std::vector<results::Importance> exact_importance(const Source& source) {
    std::vector<results::Importance> rows;
    const results::SolveInfo* solved = solved_of(source);
    if (solved == nullptr) return rows;
    for (const results::Importance& row : solved->importance) {
        if (row.subject == source.subject && rows.size() < most_components) rows.push_back(row);
    }
    return rows;
}

Chart of_exact(Chart chart, const Source& source, const std::vector<results::Importance>& rows) {
    chart.subtitle = {say(translate("models", "Found without sampling, of the long run.")),
                      say(translate("models", "Components are taken as independent of each other."))};
    const results::SolveInfo* solved = solved_of(source);
    if (solved != nullptr && !solved->exact) {
        chart.subtitle.push_back(say(translate("models", "Some times are made of phases, not quite the same laws.")));
    }
    Series part{
        .name = say(translate("models", "Takes part in (Fussell-Vesely)")), .kind = SeriesKind::bars, .colour = 5};
    Series critical{.name = say(translate("models", "Its repair alone would end it (criticality)")),
                    .kind = SeriesKind::points,
                    .colour = 1};
    for (const results::Importance& row : rows) {
        const auto at = static_cast<double>(chart.first.categories.size());
        chart.first.categories.push_back(literal(row.component));
        const Text note = say(translate("models",
                                        "If it were never down, the unavailability would be %1 times smaller; "
                                        "if it were always down, %2 times larger."),
                              {results::figure(results::number_text(row.risk_reduction_worth)),
                               results::figure(results::number_text(row.risk_achievement_worth))});
        part.points.push_back({.at = at, .value = std::min(1.0, row.fussell_vesely), .note = note});
        critical.points.push_back({.at = at, .value = std::min(1.0, row.criticality)});
    }
    chart.series = {part, critical};
    fit(chart);
    return chart;
}

/// What stands in the chains of causes, by the downtime of those chains.
Chart of_chains(Chart chart, const Source& source) {
    chart.subtitle = about_run(source.results.run);
    chart.subtitle.push_back(say(translate(
        "models", "Estimated from causes of outages: these shares overlap, since several things fail together.")));
    Series part{
        .name = say(translate("models", "Downtime with this among its causes")), .kind = SeriesKind::bars, .colour = 5};
    const auto chains = report::readable_chains(source.results.chains, source.subject);
    for (const auto& [component, share] : shares_of_chains(chains, source.subject)) {
        if (part.points.size() == most_components) break;
        part.points.push_back({.at = static_cast<double>(chart.first.categories.size()), .value = share});
        chart.first.categories.push_back(literal(component));
    }
    if (part.points.empty()) return nothing_to_show(chart, say(translate("models", "No outage was seen.")));
    chart.series = {part};
    fit(chart);
    return chart;
}

}  // namespace

Chart importance_chart(const Source& source) {
    const auto rows = exact_importance(source);
    return rows.empty() ? of_chains(frame(source), source) : of_exact(frame(source), source, rows);
}

}  // namespace nines::charts

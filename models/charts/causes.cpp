// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/charts/catalogue.hpp"
#include "models/report/chains.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::charts {
namespace {

constexpr std::size_t most_causes = 10;

Text cause_text(const results::Chain& chain) {
    if (chain.cause == std::vector<std::string>{"other"}) return say(translate("models", "all other causes"));
    return literal(fmt::format("{}", fmt::join(chain.cause, " -> ")));
}

/// The first of the subject's chains, and the rest as one.
std::vector<results::Chain> longest_chains(const std::vector<results::Chain>& chains, const std::string& subject) {
    std::vector<results::Chain> kept;
    results::Chain rest{.subject = subject, .cause = {"other"}};
    for (const results::Chain& chain : report::readable_chains(chains, subject)) {
        if (kept.size() < most_causes && chain.cause != rest.cause) {
            kept.push_back(chain);
            continue;
        }
        rest.share += chain.share;
        rest.downtime_per_year += chain.downtime_per_year;
        rest.outages_per_year += chain.outages_per_year;
        rest.outages += chain.outages;
    }
    if (rest.share > 0.0) kept.push_back(rest);
    return kept;
}

void add_pareto(Chart& chart, const std::vector<results::Chain>& chains, const char* bar_name, const char* note) {
    chart.is_horizontal = true;
    chart.first = {.title = say(translate("models", "Cause")), .scale = Scale::categories};
    Series bars{.name = say(bar_name), .kind = SeriesKind::bars, .colour = 0};
    Series sum{.name = say(translate("models", "Together with those above")), .kind = SeriesKind::line, .colour = 1};
    double together = 0.0;
    for (std::size_t i = 0; i < chains.size(); ++i) {
        const results::Chain& chain = chains[i];
        chart.first.categories.push_back(cause_text(chain));
        together = std::min(1.0, together + chain.share);
        bars.points.push_back({.at = static_cast<double>(i),
                               .value = chain.share,
                               .n = chain.outages,
                               .note = say(note, {results::figure(results::duration_text(chain.downtime_per_year)),
                                                  results::figure(results::number_text(chain.outages_per_year))})});
        sum.points.push_back({.at = static_cast<double>(i), .value = together});
    }
    chart.series = {bars};
    if (chains.size() > 1) chart.series.push_back(sum);
    chart.value.quantity = Quantity::share;
    chart.value.from_zero = true;
    chart.value.most = 1.0;
    fit(chart);
}

/// How much of the downtime was meant to be, where anything is planned.
void add_planned(Chart& chart, const Source& source) {
    const auto* planned = results::find_metric(source.results, source.subject, "planned_downtime_per_year");
    const auto* others = results::find_metric(source.results, source.subject, "unplanned_downtime_per_year");
    if (planned == nullptr || others == nullptr) return;
    chart.subtitle.push_back(
        say(translate("models", "Per year %1 are planned and %2 are not."),
            {literal(results::duration_text(planned->estimate)), literal(results::duration_text(others->estimate))}));
}

}  // namespace

Chart downtime_causes_chart(const Source& source) {
    Chart chart;
    chart.id = "downtime_causes";
    chart.title = say(translate("models", "Downtime of %1 by cause"), {name_text(source.subject)});
    chart.subtitle = about_run(source.results.run);
    chart.value.title = say(translate("models", "Share of the downtime"));
    const auto chains = longest_chains(source.results.chains, source.subject);
    if (chains.empty()) return nothing_to_show(chart, say(translate("models", "No outage was seen.")));
    chart.subtitle.push_back(say(translate(
        "models", "An outage is charged to all that is down when it begins, in the order in which it failed.")));
    add_planned(chart, source);
    add_pareto(chart, chains, translate("models", "Share of the downtime"),
               translate("models", "%1 of downtime and %2 outages per year."));
    return chart;
}

Chart data_loss_causes_chart(const Source& source) {
    Chart chart;
    chart.id = "data_loss_causes";
    chart.title = say(translate("models", "Data lost by %1, by cause"), {name_text(source.subject)});
    chart.subtitle = about_run(source.results.run);
    chart.value.title = say(translate("models", "Share of the lost writes"));
    const auto chains = longest_chains(source.results.loss_chains, source.subject);
    if (chains.empty()) return nothing_to_show(chart, say(translate("models", "No data was lost.")));
    add_pareto(chart, chains, translate("models", "Share of the lost writes"),
               translate("models", "%1 of writes lost, in %2 losses per year."));
    return chart;
}

}  // namespace nines::charts

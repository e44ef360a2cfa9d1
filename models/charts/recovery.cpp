// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "models/charts/by_class.hpp"
#include "models/charts/catalogue.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"

namespace nines::charts {
namespace {

/// A stage of the results contract, for translators.
Text stage_text(const std::string& stage) {
    constexpr std::array words = {
        translate("models", "restart"), translate("models", "detect"),       translate("models", "decide"),
        translate("models", "fence"),   translate("models", "promote"),      translate("models", "redirect"),
        translate("models", "warm"),    translate("models", "call"),         translate("models", "consult"),
        translate("models", "by-hand"), translate("models", "start"),        translate("models", "stall"),
        translate("models", "blocked"), translate("models", "no-candidate"), translate("models", "switch"),
        translate("models", "repair"),  translate("models", "step-down"),    translate("models", "plan"),
        translate("models", "travel")};
    const auto known = std::find(words.begin(), words.end(), stage);
    return known == words.end() ? literal(stage) : say(*known);
}

}  // namespace

Chart recovery_time_chart(const Source& source) {
    Chart chart;
    chart.id = "recovery_time";
    chart.title = say(translate("models", "Recovery time of %1 by class of failure"), {name_text(source.subject)});
    chart.subtitle = about_run(source.results.run);
    chart.value = {.title = say(translate("models", "From the loss of the service to its return")),
                   .quantity = Quantity::seconds,
                   .scale = Scale::logarithmic,
                   .may_be_logarithmic = true,
                   .from_zero = true};
    const auto* mean = results::find_metric(source.results, source.subject, "recovery_time_mean");
    if (mean == nullptr) {
        const bool has_rto = results::find_metric(source.results, source.subject, "rto_target") != nullptr;
        return nothing_to_show(
            chart, has_rto ? say(translate("models", "No outage was seen from which to recover."))
                           : say(translate("models",
                                           "Recoveries are measured of services that need a store or have an RTO, and "
                                           "only if there was an outage.")));
    }
    chart.subtitle.push_back(say(translate("models", "%1 recoveries seen."), {literal(results::count_text(mean->n))}));
    add_classes(chart, source, "recovery_time", "rto", {source.subject});
    fit(chart);
    return chart;
}

Chart recovery_stages_chart(const Source& source) {
    Chart chart;
    chart.id = "recovery_stages";
    chart.title = say(translate("models", "What a recovery of %1 is made of"), {name_text(source.subject)});
    chart.subtitle = about_run(source.results.run);
    chart.is_horizontal = true;
    chart.first = {.title = say(translate("models", "Stage")), .scale = Scale::categories};
    chart.value = {.title = say(translate("models", "Mean time since the loss of the service")),
                   .quantity = Quantity::seconds,
                   .from_zero = true};
    Series stages{.name = say(translate("models", "Mean of all outages, one stage after the other")),
                  .kind = SeriesKind::bars,
                  .colour = 5};
    double begin = 0.0;
    for (const results::Metric& row : source.results.metrics) {
        if (row.subject != source.subject || row.metric != "recovery_stage_mean") continue;
        const auto at = static_cast<double>(chart.first.categories.size());
        chart.first.categories.push_back(stage_text(row.failure_class));
        Point bar = point_of(row, at);
        bar.base = begin;
        bar.value = begin + row.estimate;
        bar.low = begin + row.low;
        bar.high = begin + row.high;
        bar.note =
            say(translate("models", "This stage takes %1 (%2 to %3)."),
                {results::figure(results::duration_text(row.estimate)),
                 results::figure(results::duration_text(row.low)), results::figure(results::duration_text(row.high))});
        begin = bar.value;
        stages.points.push_back(bar);
    }
    if (stages.points.empty()) {
        return nothing_to_show(chart, say(translate("models", "No recovery was measured of this service.")));
    }
    chart.subtitle.push_back(
        say(translate("models", "All stages together: %1, over %2 recoveries."),
            {results::figure(results::duration_text(begin)), literal(results::count_text(stages.points.front().n))}));
    chart.series = {stages};
    fit(chart);
    return chart;
}

}  // namespace nines::charts

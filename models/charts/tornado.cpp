// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/tornado.hpp"

#include <cmath>

#include "models/charts/source.hpp"
#include "models/report/layout.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"
#include "models/scenario/vary.hpp"

namespace nines::charts {
namespace {

using compare::Difference;
using compare::Effect;

constexpr std::size_t widest_value = 40;

Text value_of(const std::string& toml) {
    return literal(report::shortened(report::printable(scenario::plain_literal(toml)), widest_value));
}

Text note_of(const Effect& effect, const std::string& value, bool unreliable) {
    Text note = say(translate("models", "%1 instead of %2."), {value_of(value), value_of(effect.factor.base)});
    if (effect.elasticity) {
        const auto number = [](double of) { return results::figure(results::number_text(of)); };
        note = say(translate("models", "%1 Elasticity %2 (%3 to %4)."),
                   {note, number(*effect.elasticity), number(effect.elasticity_low), number(effect.elasticity_high)});
    }
    if (!unreliable) return note;
    return say("%1 %2", {note, say(translate("models", "Too few events for the interval to be trusted."))});
}

Point point_of(const Effect& effect, const Difference& difference, const std::string& value, double at) {
    return {.at = at,
            .value = difference.estimate,
            .low = difference.low,
            .high = difference.high,
            .n = difference.n,
            .note = note_of(effect, value, difference.unreliable)};
}

Text figure_title(const compare::Tornado& tornado) {
    const Text metric = say(results::title_of(tornado.metric.metric).c_str());
    if (tornado.metric.failure_class.empty()) return metric;
    return say("%1 (%2)", {metric, literal(tornado.metric.failure_class)});
}

std::vector<Text> about(const compare::Tornado& tornado, std::size_t most) {
    const auto& figures = tornado.figures;
    std::vector<Text> sentences{say(
        translate("models",
                  "One input at a time, %1 lower and higher: %2 trials of %3 each, the same luck in all. All "
                  "intervals hold at once with %4."),
        {literal(results::percent_text(tornado.range)), literal(results::count_text(figures.run.trials)),
         literal(results::duration_text(figures.run.horizon)), literal(results::percent_text(figures.confidence))})};
    if (figures.run.steady) sentences.push_back(say(translate("models", "Figures of the long run.")));
    if (figures.run.stopped == "interrupted") {
        sentences.push_back(say(translate("models", "Ended early: the trials that all have done.")));
    }
    if (tornado.effects.size() > most) {
        sentences.push_back(say(translate("models", "Further inputs, which matter less: %1."),
                                {literal(results::count_text(tornado.effects.size() - most))}));
    }
    if (!tornado.left_out.empty()) {
        sentences.push_back(say(translate("models", "Inputs left out, as one of their values is not valid: %1."),
                                {literal(results::count_text(tornado.left_out.size()))}));
    }
    return sentences;
}

}  // namespace

Chart tornado_chart(const compare::Tornado& tornado, std::size_t most) {
    Chart chart;
    chart.id = "tornado_" + tornado.metric.metric;
    chart.title = say(translate("models", "%1 of %2: what each input changes"),
                      {figure_title(tornado), name_text(tornado.as_is.subject)});
    chart.subtitle = about(tornado, most);
    chart.is_horizontal = true;
    chart.first = {.title = say(translate("models", "Input")), .scale = Scale::categories};
    chart.value = {.title = say(translate("models", "Change of %1"), {figure_title(tornado)}),
                   .quantity = quantity_of_unit(tornado.as_is.unit)};
    if (tornado.effects.empty()) {
        return nothing_to_show(chart, say(translate("models", "No input could be changed, or no trial was done.")));
    }
    Series lower{
        .name = say(translate("models", "Input lower")), .kind = SeriesKind::bars, .colour = 0, .shares_room = true};
    Series higher{
        .name = say(translate("models", "Input higher")), .kind = SeriesKind::bars, .colour = 1, .shares_room = true};
    for (const Effect& effect : tornado.effects) {
        if (chart.first.categories.size() == most) break;
        const auto at = static_cast<double>(chart.first.categories.size());
        chart.first.categories.push_back(literal(effect.factor.path));
        const Point low = point_of(effect, effect.low, effect.factor.low, at);
        const Point high = point_of(effect, effect.high, effect.factor.high, at);
        if (std::isfinite(low.value)) lower.points.push_back(low);
        if (std::isfinite(high.value)) higher.points.push_back(high);
    }
    chart.series = {lower, higher};
    chart.rules.push_back(
        {.at = 0.0,
         .label = say(translate("models", "as it is: %1"), {results::metric_words(tornado.as_is).value}),
         .tone = Tone::muted});
    fit(chart);
    return chart;
}

}  // namespace nines::charts

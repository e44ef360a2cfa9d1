// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "models/charts/chart.hpp"
#include "models/charts/ticks.hpp"
#include "models/results/figure_words.hpp"
#include "models/results/number_text.hpp"

namespace nines::charts {
namespace {

Text place_text(const Axis& axis, double at) {
    const auto index = static_cast<std::size_t>(std::max(0.0, std::round(at)));
    if (axis.scale == Scale::categories && index < axis.categories.size()) return axis.categories[index];
    return results::figure(value_text(axis, at));
}

}  // namespace

Text point_in_words(const Chart& chart, const Series& series, const Point& point) {
    const Text place = place_text(chart.first, point.at);
    // Nothing was down: that is no availability of 100 %, and the note says what is known.
    const bool none_seen = chart.value.scale == Scale::nines && point.value <= 0.0 && !point.note.empty();
    if (none_seen) {
        const Text text = say(translate("models", "%1, %2: %3"), {series.name, place, point.note});
        return point.n > 0 ? say("%1 n = %2", {text, literal(results::count_text(point.n))}) : text;
    }
    const bool has_interval = point.low && point.high && *point.low < *point.high;
    const double half = has_interval ? (*point.high - *point.low) / 2.0 : 0.0;
    const Text value = results::figure(value_text(chart.value, point.value, half));
    Text text;
    if (point.end && std::isfinite(*point.end)) {
        text = say(translate("models", "%1: %2 from %3 to %4"),
                   {series.name, value, place, results::figure(value_text(chart.first, *point.end))});
    } else if (has_interval) {
        // Of unavailabilities the lower availability is the higher number.
        const bool falls = chart.value.scale == Scale::nines;
        const Text low = results::figure(value_text(chart.value, falls ? *point.high : *point.low, half));
        const Text high = results::figure(value_text(chart.value, falls ? *point.low : *point.high, half));
        text = say(translate("models", "%1, %2: %3 (%4 to %5)"), {series.name, place, value, low, high});
    } else {
        text = say(translate("models", "%1, %2: %3"), {series.name, place, value});
    }
    if (point.n > 0) text = say("%1, n = %2", {text, literal(results::count_text(point.n))});
    return point.note.empty() ? text : say("%1. %2", {text, point.note});
}

std::vector<Text> in_words(const Chart& chart) {
    std::vector<Text> sentences = {chart.title};
    sentences.insert(sentences.end(), chart.subtitle.begin(), chart.subtitle.end());
    if (chart.is_empty()) {
        sentences.push_back(chart.nothing);
        return sentences;
    }
    constexpr std::size_t most_told = 6;
    for (const Series& series : chart.series) {
        if (series.points.empty() || series.kind == SeriesKind::band) continue;
        if (chart.first.scale == Scale::categories) {
            for (std::size_t i = 0; i < std::min(series.points.size(), most_told); ++i) {
                sentences.push_back(point_in_words(chart, series, series.points[i]));
            }
        } else {
            sentences.push_back(point_in_words(chart, series, series.points.front()));
            if (series.points.size() > 1) sentences.push_back(point_in_words(chart, series, series.points.back()));
        }
    }
    for (const Rule& rule : chart.rules) sentences.push_back(rule.label);
    return sentences;
}

}  // namespace nines::charts

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/sweep.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "models/charts/figure_axis.hpp"
#include "models/charts/pareto.hpp"
#include "models/charts/source.hpp"
#include "models/report/layout.hpp"
#include "models/results/number_text.hpp"
#include "models/scenario/parse.hpp"

namespace nines::charts {
namespace {

using compare::MetricName;
using compare::Sweep;
using scenario::VaryColumn;

constexpr std::size_t most_curves = 8;
constexpr std::size_t widest_value = 30;

Text value_of(const std::string& toml) {
    return literal(report::shortened(report::printable(scenario::plain_literal(toml)), widest_value));
}

struct Number {
    double value = 0.0;
    Quantity quantity = Quantity::number;
};

std::optional<Number> number_of(const std::string& toml) {
    const std::string text = scenario::plain_literal(toml);
    char* end = nullptr;
    const double number = std::strtod(text.c_str(), &end);
    if (!text.empty() && end == text.c_str() + text.size() && std::isfinite(number)) return Number{number};
    if (const auto time = scenario::parse_duration(text); time && !time->is_forever()) {
        return Number{time->in_seconds(), Quantity::seconds};
    }
    if (const auto share = scenario::parse_share(text)) return Number{*share, Quantity::share};
    return std::nullopt;
}

/// The values of a column along an axis: to scale, else one beside the other.
struct Places {
    Axis axis;
    std::vector<double> at;
};

/// 2, 3, 4: what lies between them means nothing.
bool are_steps_of_one(const std::vector<Number>& numbers) {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const double value = numbers[i].value;
        if (numbers[i].quantity != Quantity::number || value != std::floor(value)) return false;
        if (i > 0 && value != numbers[i - 1].value + 1.0) return false;
    }
    return true;
}

/// Over more than this the small values would lie on one another.
bool spans_decades(const std::vector<double>& values) {
    constexpr double many_times = 20.0;
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    return *least > 0.0 && *most / *least >= many_times;
}

Places places_of(const VaryColumn& column) {
    std::vector<Number> numbers;
    for (const std::string& value : column.values) {
        const auto number = number_of(value);
        if (number && (numbers.empty() || number->quantity == numbers.front().quantity)) numbers.push_back(*number);
    }
    Places places;
    places.axis.title = literal(column.name);
    const bool is_to_scale = numbers.size() == column.values.size() && !are_steps_of_one(numbers);
    if (!is_to_scale) {
        places.axis.scale = Scale::categories;
        for (const std::string& value : column.values) {
            places.at.push_back(static_cast<double>(places.axis.categories.size()));
            places.axis.categories.push_back(value_of(value));
        }
        return places;
    }
    for (const Number& number : numbers) places.at.push_back(number.value);
    places.axis.quantity = numbers.front().quantity;
    if (spans_decades(places.at)) places.axis.scale = Scale::logarithmic;
    return places;
}

/// The axis with the most values; null: nothing varies.
const std::vector<std::size_t>* longest_axis(const Sweep& sweep) {
    const auto length = [&](const auto& axis) { return sweep.grid.columns[axis.front()].values.size(); };
    const auto longest = std::max_element(sweep.grid.axes.begin(), sweep.grid.axes.end(),
                                          [&](const auto& a, const auto& b) { return length(a) < length(b); });
    return longest == sweep.grid.axes.end() ? nullptr : &*longest;
}

/// "count = 3, repair = 1 h" of the columns that are not among `without`.
Text name_of_point(const Sweep& sweep, std::uint64_t point, const std::vector<std::size_t>& without = {}) {
    const auto indices = sweep.grid.at(point);
    std::string name;
    for (std::size_t c = 0; c < indices.size(); ++c) {
        if (std::find(without.begin(), without.end(), c) != without.end()) continue;
        const VaryColumn& column = sweep.grid.columns[c];
        name +=
            fmt::format("{}{} = {}", name.empty() ? "" : ", ", column.name, plain(value_of(column.values[indices[c]])));
    }
    return literal(name);
}

std::vector<Text> about(const Sweep& sweep) {
    std::vector<Text> sentences = about_run(sweep.figures.run);
    sentences.push_back(say(translate("models", "The same luck in all %1 points; each interval holds by itself."),
                            {literal(results::count_text(sweep.figures.rows.size()))}));
    add_if_ended_early(sentences, sweep.figures.run);
    return sentences;
}

const results::Metric* row_of(const Sweep& sweep, std::size_t point, const MetricName& figure) {
    const compare::PointRow* row = compare::find_row(sweep.figures.rows[point], figure);
    return row == nullptr ? nullptr : &row->metric;
}

const results::Metric* any_row(const Sweep& sweep, const MetricName& figure) {
    for (std::size_t point = 0; point < sweep.figures.rows.size(); ++point) {
        if (const auto* row = row_of(sweep, point, figure)) return row;
    }
    return nullptr;
}

bool are_all_above_zero(const Chart& chart) {
    return std::all_of(chart.series.begin(), chart.series.end(), [](const Series& series) {
        return std::all_of(series.points.begin(), series.points.end(),
                           [](const Point& point) { return point.value > 0.0; });
    });
}

/// A curve for each combination of the values that do not stand along the first axis, and how many there are.
std::size_t add_curves(Chart& chart, const Sweep& sweep, const MetricName& figure, const std::vector<std::size_t>& axis,
                       const Places& places) {
    std::map<std::vector<std::size_t>, std::size_t> curves;
    for (std::size_t point = 0; point < sweep.figures.rows.size(); ++point) {
        std::vector<std::size_t> others = sweep.grid.at(point);
        const std::size_t along = others[axis.front()];
        for (const std::size_t column : axis) others[column] = 0;
        const auto [curve, is_new] = curves.emplace(others, curves.size());
        if (curve->second >= most_curves) continue;
        if (is_new) {
            const Text name = name_of_point(sweep, point, axis);
            chart.series.push_back({.name = name.empty() ? figure_title(*any_row(sweep, figure)) : name,
                                    .kind = SeriesKind::line,
                                    .colour = static_cast<int>(curve->second),
                                    .dashed = curve->second % 2 == 1,
                                    .marked = true});
        }
        const results::Metric* row = row_of(sweep, point, figure);
        if (row != nullptr) chart.series[curve->second].points.push_back(figure_point(*row, places.at[along]));
    }
    for (Series& series : chart.series) {
        std::stable_sort(series.points.begin(), series.points.end(),
                         [](const Point& a, const Point& b) { return a.at < b.at; });
    }
    std::erase_if(chart.series, [](const Series& series) { return series.points.empty(); });
    return curves.size();
}

}  // namespace

Chart sweep_chart(const Sweep& sweep, const MetricName& figure) {
    Chart chart;
    chart.id = "sweep_" + figure.metric;
    const results::Metric* any = any_row(sweep, figure);
    const auto* axis = longest_axis(sweep);
    if (any == nullptr || axis == nullptr) {
        return nothing_to_show(chart, say(translate("models", "No point has this figure.")));
    }
    const std::string& currency = sweep.figures.scenario.currency;
    chart.title = figure_title(*any, currency);
    chart.subtitle = about(sweep);
    const Places places = places_of(sweep.grid.columns[axis->front()]);
    chart.first = places.axis;
    chart.value = figure_axis(*any, currency);
    const std::size_t curves = add_curves(chart, sweep, figure, *axis, places);
    if (curves > most_curves) {
        chart.subtitle.push_back(
            say(translate("models", "Shown are the first %1 of %2 combinations of the others."),
                {literal(results::count_text(most_curves)), literal(results::count_text(curves))}));
    }
    chart.value.may_be_logarithmic = chart.value.scale == Scale::linear && are_all_above_zero(chart);
    fit(chart);
    return chart;
}

Chart sweep_trade_off_chart(const Sweep& sweep, const MetricName& across, const MetricName& up) {
    Chart chart;
    chart.id = "sweep_trade_off_" + across.metric + "_" + up.metric;
    std::vector<std::size_t> points;
    std::vector<std::pair<double, double>> pairs;
    for (std::size_t point = 0; point < sweep.figures.rows.size(); ++point) {
        const auto* x = row_of(sweep, point, across);
        const auto* y = row_of(sweep, point, up);
        if (x == nullptr || y == nullptr || !std::isfinite(x->estimate) || !std::isfinite(y->estimate)) continue;
        points.push_back(point);
        pairs.emplace_back(x->estimate, y->estimate);
    }
    constexpr std::size_t fewest = 2;
    if (points.size() < fewest) {
        return nothing_to_show(chart, say(translate("models", "Fewer than two points have both figures.")));
    }
    const std::string& currency = sweep.figures.scenario.currency;
    chart.first = figure_axis(*any_row(sweep, across), currency);
    chart.value = figure_axis(*any_row(sweep, up), currency);
    chart.title = say(translate("models", "%1 against %2"), {chart.first.title, chart.value.title});
    chart.subtitle = about(sweep);
    Series front{.name = say(translate("models", "Not beaten in both")), .kind = SeriesKind::points, .colour = 0};
    Series rest{.name = say(translate("models", "Beaten in both")), .kind = SeriesKind::points, .tone = Tone::muted};
    const std::vector<bool> is_beaten = beaten(pairs);
    for (std::size_t i = 0; i < points.size(); ++i) {
        Point point = figure_point(*row_of(sweep, points[i], up), pairs[i].first);
        const Text name = name_of_point(sweep, points[i]);
        point.note = say("%1. %2", {name, figure_note(*row_of(sweep, points[i], across))});
        (is_beaten[i] ? rest : front).points.push_back(point);
    }
    chart.series = {front};
    if (!rest.points.empty()) chart.series.push_back(rest);
    constexpr double air = 1.08;
    chart.first.most = air * std::max_element(pairs.begin(), pairs.end())->first;
    fit(chart);
    return chart;
}

}  // namespace nines::charts

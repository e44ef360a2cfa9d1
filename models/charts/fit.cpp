// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "models/charts/chart.hpp"
#include "models/charts/ticks.hpp"

namespace nines::charts {
namespace {

/// The span of all values that a scale can show, in positions.
struct Span {
    Scale scale;
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(double value) {
        const double at = position(scale, value);
        if (!std::isfinite(at)) return;
        low = std::min(low, at);
        high = std::max(high, at);
    }
    void add(const std::optional<double>& value) {
        if (value) add(*value);
    }
    bool is_empty() const { return !(low <= high); }
};

double from_position(Scale scale, double at) {
    switch (scale) {
        case Scale::linear:
        case Scale::categories: return at;
        case Scale::logarithmic: return std::pow(10.0, at);
        case Scale::nines: return std::pow(10.0, -at);
    }
    return at;
}

void set_range(Axis& axis, Span span, double air_below, double air_above) {
    if (axis.scale == Scale::categories) {
        axis.low = -0.5;
        axis.high = static_cast<double>(axis.categories.size()) - 0.5;
        return;
    }
    if (axis.scale == Scale::linear && axis.from_zero) span.add(0.0);
    if (axis.least) span.add(*axis.least);
    if (axis.most) span.add(*axis.most);
    if (span.is_empty()) {
        axis.low = axis.scale == Scale::nines ? 0.1 : axis.scale == Scale::logarithmic ? 1.0 : 0.0;
        axis.high = axis.scale == Scale::nines ? 0.001 : axis.scale == Scale::logarithmic ? 10.0 : 1.0;
        return;
    }
    if (axis.cut) span.high = std::max(span.low, std::min(span.high, position(axis.scale, *axis.cut)));
    double width = span.high - span.low;
    const double narrowest = axis.scale == Scale::linear ? std::abs(span.high) * 1e-9 : 0.2;
    if (width <= narrowest) {
        const double around = axis.scale == Scale::linear ? std::max(std::abs(span.high), 1e-9) * 0.5 : 0.5;
        span.low -= axis.from_zero && axis.scale == Scale::linear ? 0.0 : around;
        span.high += around;
        width = span.high - span.low;
    }
    const bool low_is_given = axis.least || (axis.from_zero && axis.scale == Scale::linear && span.low == 0.0);
    double low = span.low - (low_is_given ? 0.0 : air_below * width);
    double high = span.high + (axis.most ? 0.0 : air_above * width);
    if (axis.scale == Scale::nines) low = std::max(0.0, low);
    if (axis.scale == Scale::linear && span.low >= 0.0) low = std::max(0.0, low);
    if (axis.scale == Scale::linear && axis.quantity == Quantity::share)
        high = std::min(high, std::max(1.0, span.high));
    axis.low = from_position(axis.scale, low);
    axis.high = from_position(axis.scale, high);
}

bool has_markers(const Chart& chart) {
    return std::any_of(chart.series.begin(), chart.series.end(), [](const Series& series) {
        return series.kind == SeriesKind::points || series.kind == SeriesKind::line;
    });
}

/// Room for half a marker at fixed ends.
void widen(Axis& axis) {
    if (axis.scale != Scale::linear) return;
    const double room = 0.015 * (axis.high - axis.low);
    axis.low -= room;
    axis.high += room;
}

}  // namespace

void fit(Chart& chart) {
    Span first{chart.first.scale};
    Span value{chart.value.scale};
    for (const Series& series : chart.series) {
        for (const Point& point : series.points) {
            first.add(point.at);
            first.add(point.end);
            if (series.kind != SeriesKind::band) value.add(point.value);
            value.add(point.low);
            value.add(point.high);
            if (series.kind == SeriesKind::bars) value.add(point.base);
        }
    }
    for (const Rule& rule : chart.rules) (rule.on_first_axis ? first : value).add(rule.at);
    constexpr double no_air = 0.0;
    constexpr double air = 0.06;
    const bool first_needs_air =
        chart.first.scale == Scale::logarithmic &&
        std::any_of(chart.rules.begin(), chart.rules.end(), [](const Rule& rule) { return rule.on_first_axis; });
    set_range(chart.first, first, first_needs_air ? air : no_air, first_needs_air ? air : no_air);
    set_range(chart.value, value, air, air);
    if (chart.first.scale == Scale::categories && has_markers(chart)) widen(chart.value);
}

std::vector<Point> thinned(const std::vector<Point>& points, std::size_t most) {
    if (points.size() <= most || most < 4) return points;
    // Of each stretch its lowest and its highest, in their order: peaks stay.
    const std::size_t stretches = (most - 2) / 2;
    std::vector<Point> kept = {points.front()};
    const std::size_t inner = points.size() - 2;
    for (std::size_t s = 0; s < stretches; ++s) {
        const auto begin = points.begin() + 1 + static_cast<std::ptrdiff_t>(s * inner / stretches);
        const auto end = points.begin() + 1 + static_cast<std::ptrdiff_t>((s + 1) * inner / stretches);
        if (begin == end) continue;
        const auto [low, high] =
            std::minmax_element(begin, end, [](const Point& a, const Point& b) { return a.value < b.value; });
        kept.push_back(*std::min(low, high));
        if (low != high) kept.push_back(*std::max(low, high));
    }
    kept.push_back(points.back());
    return kept;
}

}  // namespace nines::charts

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/csv.hpp"

#include <cmath>

#include <fmt/format.h>

#include "models/report/csv.hpp"

namespace nines::charts {
namespace {

std::string number(const std::optional<double>& value) {
    return value && std::isfinite(*value) ? fmt::format("{}", *value) : "";
}

std::string place(const Axis& axis, double at) {
    const auto index = static_cast<std::size_t>(std::max(0.0, std::round(at)));
    if (axis.scale != Scale::categories || index >= axis.categories.size()) return number(at);
    return report::csv_cell(plain(axis.categories[index]));
}

std::string row_of(const Chart& chart, const Series& series, const Point& point) {
    const bool has_base = series.kind == SeriesKind::bars;
    const bool has_value = series.kind != SeriesKind::band;
    return fmt::format("{},{},{},{},{},{},{},{}\r\n", report::csv_cell(plain(series.name)),
                       place(chart.first, point.at), number(point.end), has_base ? number(point.base) : "",
                       has_value ? number(point.value) : "", number(point.low), number(point.high),
                       point.n > 0 ? fmt::format("{}", point.n) : "");
}

}  // namespace

std::string to_csv(const Chart& chart) {
    std::string text = "series,at,end,base,value,low,high,n\r\n";
    for (const Series& series : chart.series) {
        for (const Point& point : series.points) text += row_of(chart, series, point);
    }
    for (const Rule& rule : chart.rules) {
        const std::string label = report::csv_cell(plain(rule.label));
        text += rule.on_first_axis ? fmt::format("{},{},,,,,,\r\n", label, number(rule.at))
                                   : fmt::format("{},,,,{},,,\r\n", label, number(rule.at));
    }
    return text;
}

}  // namespace nines::charts

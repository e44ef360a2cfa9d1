// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/table.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "models/charts/ticks.hpp"
#include "models/results/number_text.hpp"

namespace nines::charts {
namespace {

enum Column : std::size_t { series_column, place_column, value_column, interval_column, count_column, note_column };
constexpr std::size_t column_count = 6;

std::string place_text(const Axis& axis, double at) {
    const auto index = static_cast<std::size_t>(std::max(0.0, std::round(at)));
    if (axis.scale == Scale::categories && index < axis.categories.size()) return plain(axis.categories[index]);
    return value_text(axis, at);
}

std::vector<std::string> row_of(const Chart& chart, const Series& series, const Point& point) {
    std::vector<std::string> cells(column_count);
    cells[series_column] = plain(series.name);
    cells[place_column] = place_text(chart.first, point.at);
    if (point.end) cells[place_column] += " to " + value_text(chart.first, *point.end);
    const bool has_interval = point.low && point.high && *point.low < *point.high;
    const double half = has_interval ? (*point.high - *point.low) / 2.0 : 0.0;
    cells[value_column] = value_text(chart.value, point.value, half);
    if (series.kind == SeriesKind::bars && point.base != 0.0) {
        cells[value_column] = fmt::format("{} to {}", value_text(chart.value, point.base), cells[value_column]);
    }
    if (has_interval) {
        const bool falls = chart.value.scale == Scale::nines;
        cells[interval_column] =
            fmt::format("{} to {}", value_text(chart.value, falls ? *point.high : *point.low, half),
                        value_text(chart.value, falls ? *point.low : *point.high, half));
    }
    if (point.n > 0) cells[count_column] = results::count_text(point.n);
    cells[note_column] = plain(point.note);
    return cells;
}

std::vector<std::string> row_of(const Chart& chart, const Rule& rule) {
    std::vector<std::string> cells(column_count);
    cells[series_column] = plain(rule.label);
    const Axis& axis = rule.on_first_axis ? chart.first : chart.value;
    cells[rule.on_first_axis ? place_column : value_column] = value_text(axis, rule.at);
    return cells;
}

/// Evenly spread over the points, in their order.
std::vector<std::size_t> chosen(std::size_t count, std::size_t most) {
    std::vector<std::size_t> indices;
    const std::size_t taken = std::min(count, most);
    for (std::size_t i = 0; i < taken; ++i) {
        indices.push_back(taken == count || taken < 2 ? i : i * (count - 1) / (taken - 1));
    }
    return indices;
}

void leave_out_empty_columns(ChartTable& table) {
    for (std::size_t c = table.columns.size(); c-- > 0;) {
        const bool is_filled =
            std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) { return !row[c].empty(); });
        if (is_filled) continue;
        const auto column = static_cast<std::ptrdiff_t>(c);
        table.columns.erase(table.columns.begin() + column);
        for (auto& row : table.rows) row.erase(row.begin() + column);
    }
}

}  // namespace

ChartTable table_of(const Chart& chart, std::size_t most) {
    ChartTable table;
    table.columns = {"Series", plain(chart.first.title), plain(chart.value.title), "Interval", "n", "Remark"};
    for (const Series& series : chart.series) {
        if (series.kind == SeriesKind::band) continue;
        const bool is_whole = chart.first.scale == Scale::categories;
        for (const std::size_t i : chosen(series.points.size(), is_whole ? series.points.size() : most)) {
            table.rows.push_back(row_of(chart, series, series.points[i]));
        }
    }
    for (const Rule& rule : chart.rules) {
        if (!rule.label.empty()) table.rows.push_back(row_of(chart, rule));
    }
    leave_out_empty_columns(table);
    return table;
}

}  // namespace nines::charts

// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <fmt/format.h>

#include "models/report/decision_sheets.hpp"
#include "models/report/figures.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"
#include "models/scenario/translate.hpp"

namespace nines::report {

namespace {

using compare::Difference;
using compare::PointRow;
using compare::Sweep;

std::string heading_of(const compare::MetricName& figure) {
    std::string title = results::title_of(figure.metric);
    if (!figure.failure_class.empty()) title += fmt::format(" ({})", figure.failure_class);
    return fmt::format("{} of {}", title, figure.subject);
}

SheetTable table_of(const Sweep& sweep, const compare::MetricName& figure) {
    SheetTable table;
    table.title = heading_of(figure);
    for (const auto& column : sweep.grid.columns) {
        table.columns.push_back(column.name);
        table.right.push_back(true);
    }
    for (const char* title : {"Estimate", "Interval", "Against the first"}) {
        table.columns.emplace_back(title);
        table.right.push_back(table.columns.size() == sweep.grid.columns.size() + 1);
    }
    for (std::size_t point = 0; point < sweep.figures.rows.size(); ++point) {
        std::vector<std::string> cells = compare::values_at(sweep.grid, point);
        const PointRow* row = compare::find_row(sweep.figures.rows[point], figure);
        if (row == nullptr) {
            cells.insert(cells.end(), {"-", "nothing seen", ""});
        } else {
            const results::MetricText text = results::metric_text(row->metric);
            const bool is_other = point != sweep.figures.base && row->to_base;
            cells.push_back(text.value);
            cells.push_back(text.interval + (is_doubtful(row->metric) ? " ~" : ""));
            cells.push_back(is_other ? difference_with_interval(*row->to_base) : "");
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

void add_row(Sheet& sheet, const Sweep& sweep, std::size_t point, const PointRow& row) {
    std::vector<Cell> cells{Cell::of(static_cast<double>(point + 1))};
    for (const std::string& value : compare::values_at(sweep.grid, point)) {
        char* end = nullptr;
        const double number = std::strtod(value.c_str(), &end);
        const bool is_number = !value.empty() && end == value.c_str() + value.size() && std::isfinite(number);
        cells.push_back(is_number ? Cell::of(number) : Cell::words(value));
    }
    const results::Metric& metric = row.metric;
    for (const std::string& text : {metric.subject, metric.metric, metric.failure_class, metric.unit}) {
        cells.push_back(Cell::words(text));
    }
    for (const double number : {metric.estimate, metric.low, metric.high, static_cast<double>(metric.n)}) {
        cells.push_back(Cell::of(number));
    }
    cells.push_back(Cell::flag(metric.unreliable));
    if (row.to_base) {
        for (const double number : {row.to_base->estimate, row.to_base->low, row.to_base->high}) {
            cells.push_back(Cell::of(number));
        }
        cells.push_back(Cell::flag(row.to_base->unreliable));
    } else {
        cells.resize(cells.size() + 4);
    }
    sheet.rows.push_back(std::move(cells));
}

/// "0.31 points" of a percentage, small ones without an exponent.
std::string points_text(double share) {
    constexpr double small = 1e-6;
    std::string text = share < small ? results::percent_text(share) : results::number_text(100.0 * share) + " %";
    return text.replace(text.size() - 1, 1, "points");
}

}  // namespace

std::string difference_text(const Difference& difference, double value) {
    results::Metric metric;
    metric.metric = difference.metric;
    metric.unit = difference.unit;
    const results::MetricInfo* info = results::metric_info(difference.metric);
    const bool is_share = info != nullptr && info->unit == "1";
    const std::string size = is_share ? points_text(std::abs(value)) : results::value_text(metric, std::abs(value));
    return value == 0.0 ? size : fmt::format("{}{}", value < 0.0 ? "-" : "+", size);
}

std::string difference_with_interval(const Difference& difference) {
    return fmt::format("{} [{}, {}]{}", difference_text(difference, difference.estimate),
                       difference_text(difference, difference.low), difference_text(difference, difference.high),
                       difference.unreliable ? " ~" : "");
}

std::vector<wording::Text> sweep_words(const Sweep& sweep) {
    using wording::literal;
    using wording::say;
    const auto& figures = sweep.figures;
    const std::string& name = figures.scenario.name.empty() ? figures.scenario.file : figures.scenario.name;
    const auto confidence = literal(results::percent_text(figures.confidence));
    std::vector<wording::Text> words = {
        say(translate("models", "Sweep of %1: %2 points, %3 trials each, the same luck in all of them"),
            {literal(name), literal(results::count_text(figures.rows.size())),
             literal(results::count_text(figures.run.trials))}),
        say(translate("models",
                      "Intervals of estimates: %1 each. Intervals of differences hold together at %2 (%3 each)."),
            {confidence, confidence, literal(results::percent_text(figures.pair_confidence))}),
        say(translate("models", "~ marks intervals that rest on too few events."))};
    if (figures.run.stopped == "interrupted") {
        words.push_back(
            say(translate("models", "Interrupted: the figures cover the trials that all points have done.")));
    }
    return words;
}

Sheet sheet_of(const Sweep& sweep) {
    Sheet sheet;
    sheet.kind = "sweep";
    const auto& figures = sweep.figures;
    const std::vector<wording::Text> words = sweep_words(sweep);
    sheet.title = wording::plain(words.front());
    for (std::size_t i = 1; i < words.size(); ++i) sheet.notes.push_back(wording::plain(words[i]));
    sheet.scenario = figures.scenario;
    sheet.run = figures.run;
    for (const compare::MetricName& figure : compare::figures_in(figures))
        sheet.tables.push_back(table_of(sweep, figure));
    sheet.facts.emplace_back("difference_confidence", Cell::of(figures.pair_confidence));
    sheet.keys = {"point"};
    for (const auto& column : sweep.grid.columns) sheet.keys.push_back(column.name);
    for (const char* key : {"subject", "metric", "class", "unit", "estimate", "low", "high", "n", "unreliable",
                            "difference", "difference_low", "difference_high", "difference_unreliable"}) {
        sheet.keys.emplace_back(key);
    }
    for (std::size_t point = 0; point < figures.rows.size(); ++point) {
        for (const PointRow& row : figures.rows[point]) add_row(sheet, sweep, point, row);
    }
    return sheet;
}

}  // namespace nines::report

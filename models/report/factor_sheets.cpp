// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "models/report/decision_sheets.hpp"
#include "models/report/layout.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/number_text.hpp"
#include "models/scenario/vary.hpp"

namespace nines::report {

namespace {

using compare::Difference;
using compare::Effect;
using compare::Importance;
using compare::Saving;
using compare::Tornado;

std::string title_of(const results::Metric& as_is) {
    return fmt::format("{} of {}, as it is: {}", results::title_of(as_is.metric), as_is.subject,
                       results::metric_text(as_is).value);
}

std::string name_of(const compare::AgainstBase& figures) {
    return figures.scenario.name.empty() ? figures.scenario.file : figures.scenario.name;
}

void add_frame(Sheet& sheet, const compare::AgainstBase& figures) {
    sheet.scenario = figures.scenario;
    sheet.run = figures.run;
    sheet.facts.emplace_back("difference_confidence", Cell::of(figures.pair_confidence));
    sheet.notes.push_back(
        fmt::format("{} trials each, the same luck in all. All intervals of one figure hold together at "
                    "{}; ~ marks those that rest on too few events.",
                    results::count_text(figures.run.trials), results::percent_text(figures.confidence)));
    if (figures.run.stopped == "interrupted") sheet.notes.emplace_back("Interrupted: the trials that all have done.");
}

void add_difference(std::vector<Cell>& row, const Difference& difference) {
    for (const double number : {difference.estimate, difference.low, difference.high}) row.push_back(Cell::of(number));
    row.push_back(Cell::flag(difference.unreliable));
}

std::vector<Cell> figure_cells(const results::Metric& as_is) {
    return {Cell::words(as_is.subject), Cell::words(as_is.metric), Cell::words(as_is.failure_class),
            Cell::words(as_is.unit), Cell::of(as_is.estimate)};
}

std::string elasticity_text(const Effect& effect) {
    if (!effect.elasticity) return "-";
    return fmt::format("{} [{}, {}]", results::number_text(*effect.elasticity),
                       results::number_text(effect.elasticity_low), results::number_text(effect.elasticity_high));
}

}  // namespace

Sheet sheet_of(const std::vector<Importance>& importance) {
    Sheet sheet;
    sheet.kind = "importance";
    if (importance.empty()) {
        sheet.title = "No figure to show";
        return sheet;
    }
    sheet.title = fmt::format("{}: what would change if one thing were perfect", name_of(importance.front().figures));
    sheet.keys = {"subject",    "metric",         "class",           "unit",      "as_is", "perfect",
                  "difference", "difference_low", "difference_high", "unreliable"};
    for (const Importance& of : importance) {
        SheetTable table{title_of(of.as_is), {"If perfect", "", "Change"}, {}, {}};
        for (const Saving& saving : of.savings) {
            table.rows.push_back({saving.thing, saving.what, difference_with_interval(saving.difference)});
            std::vector<Cell> row = figure_cells(of.as_is);
            row.push_back(Cell::words(saving.thing));
            add_difference(row, saving.difference);
            sheet.rows.push_back(std::move(row));
        }
        sheet.tables.push_back(std::move(table));
    }
    add_frame(sheet, importance.front().figures);
    return sheet;
}

Sheet sheet_of(const std::vector<Tornado>& tornados) {
    Sheet sheet;
    sheet.kind = "tornado";
    if (tornados.empty()) {
        sheet.title = "No figure to show";
        return sheet;
    }
    sheet.title = fmt::format("{}: one input at a time, {} lower and higher", name_of(tornados.front().figures),
                              results::percent_text(tornados.front().range));
    sheet.keys = {"subject",         "metric",         "class",          "unit",
                  "as_is",           "path",           "low_value",      "high_value",
                  "low_difference",  "low_low",        "low_high",       "low_unreliable",
                  "high_difference", "high_low",       "high_high",      "high_unreliable",
                  "elasticity",      "elasticity_low", "elasticity_high"};
    for (const Tornado& of : tornados) {
        SheetTable table{title_of(of.as_is),
                         {"Input", "Low", "Change", "High", "Change", "Elasticity"},
                         {false, true, false, true, false, false},
                         {}};
        for (const Effect& effect : of.effects) {
            const std::string low = scenario::plain_literal(effect.factor.low);
            const std::string high = scenario::plain_literal(effect.factor.high);
            constexpr std::size_t widest = 24;
            table.rows.push_back({effect.factor.path, shortened(low, widest),
                                  difference_text(effect.low, effect.low.estimate), shortened(high, widest),
                                  difference_text(effect.high, effect.high.estimate), elasticity_text(effect)});
            std::vector<Cell> row = figure_cells(of.as_is);
            for (const std::string& text : {effect.factor.path, low, high}) row.push_back(Cell::words(text));
            add_difference(row, effect.low);
            add_difference(row, effect.high);
            if (effect.elasticity) {
                for (const double number : {*effect.elasticity, effect.elasticity_low, effect.elasticity_high}) {
                    row.push_back(Cell::of(number));
                }
            } else {
                row.resize(row.size() + 3);
            }
            sheet.rows.push_back(std::move(row));
        }
        sheet.tables.push_back(std::move(table));
    }
    add_frame(sheet, tornados.front().figures);
    sheet.notes.insert(sheet.notes.end(), tornados.front().left_out.begin(), tornados.front().left_out.end());
    return sheet;
}

}  // namespace nines::report

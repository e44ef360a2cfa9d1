// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "models/report/decision_sheets.hpp"
#include "models/results/number_text.hpp"

namespace nines::report {

namespace {

using compare::Candidate;
using compare::Fate;
using compare::Optimum;

std::string outcome_of(const Optimum& optimum) {
    if (optimum.is_conclusive && optimum.best) {
        return fmt::format("cheapest design that meets all: {}", optimum.names[*optimum.best]);
    }
    if (optimum.is_conclusive) return "no design meets all";
    if (optimum.best) {
        return fmt::format("inconclusive: {} meets all, but a cheaper one may too", optimum.names[*optimum.best]);
    }
    return "inconclusive";
}

/// "misses availability >= 99.95 %: 99.91 %".
std::string why(const Optimum& optimum, const Candidate& candidate) {
    switch (candidate.fate) {
        case Fate::best: return "meets all";
        case Fate::dearer: return "as dear as one that meets all, or dearer";
        case Fate::misses: {
            const results::Metric& row = candidate.standings[*candidate.missed].row;
            return fmt::format("misses {}: {}", optimum.requirements[*candidate.missed].text,
                               results::metric_text(row).interval);
        }
        case Fate::open: break;
    }
    std::string open;
    for (std::size_t r = 0; r < candidate.standings.size(); ++r) {
        if (candidate.standings[r].decision != compare::Decision::open) continue;
        open += fmt::format("{}{}", open.empty() ? "" : "; ", optimum.requirements[r].text);
    }
    return open.empty() ? "meets all" : fmt::format("open: {}", open);
}

std::vector<std::size_t> by_cost(const Optimum& optimum) {
    std::vector<std::size_t> order(optimum.candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return optimum.candidates[a].cost < optimum.candidates[b].cost;
    });
    return order;
}

}  // namespace

Sheet sheet_of(const Optimum& optimum) {
    Sheet sheet;
    sheet.kind = "optimise";
    sheet.scenario = optimum.scenario;
    sheet.run = optimum.run;
    const std::string& name = optimum.scenario.name.empty() ? optimum.scenario.file : optimum.scenario.name;
    sheet.title = fmt::format("{}: {}", name, outcome_of(optimum));
    if (optimum.binding) {
        sheet.intro.push_back(fmt::format("Binding: {}, which the next cheaper designs miss",
                                          optimum.requirements[*optimum.binding].text));
    }
    SheetTable table{"", {}, {}, {}};
    for (const auto& column : optimum.grid.columns) {
        table.columns.push_back(column.name);
        table.right.push_back(true);
    }
    table.columns.insert(table.columns.end(), {optimum.cost_name, "", "Why", "Trials"});
    table.right.insert(table.right.end(), {true, false, false, true});
    sheet.keys = {"point"};
    for (const auto& column : optimum.grid.columns) sheet.keys.push_back(column.name);
    sheet.keys.insert(sheet.keys.end(), {"cost", "fate", "missed", "trials"});
    for (const std::size_t point : by_cost(optimum)) {
        const Candidate& candidate = optimum.candidates[point];
        std::vector<std::string> cells = compare::values_at(optimum.grid, point);
        std::vector<Cell> row{Cell::of(static_cast<double>(point + 1))};
        for (const std::string& value : cells) row.push_back(Cell::words(value));
        cells.insert(cells.end(), {results::number_text(candidate.cost), to_word(candidate.fate),
                                   why(optimum, candidate), results::count_text(candidate.trials)});
        table.rows.push_back(std::move(cells));
        row.push_back(Cell::of(candidate.cost));
        row.push_back(Cell::words(to_word(candidate.fate)));
        row.push_back(Cell::words(candidate.missed ? optimum.requirements[*candidate.missed].text : ""));
        row.push_back(Cell::of(static_cast<double>(candidate.trials)));
        sheet.rows.push_back(std::move(row));
    }
    sheet.tables.push_back(std::move(table));
    sheet.facts = {{"conclusive", Cell::flag(optimum.is_conclusive)},
                   {"best", optimum.best ? Cell::of(static_cast<double>(*optimum.best + 1)) : Cell::of(0.0)},
                   {"binding", Cell::words(optimum.binding ? optimum.requirements[*optimum.binding].text : "")},
                   {"minimised", Cell::words(optimum.cost_name)},
                   {"rounds", Cell::of(static_cast<double>(optimum.rounds))},
                   {"error", Cell::of(1.0 - optimum.confidence)}};
    sheet.notes.push_back(
        fmt::format("{} trials of {} designs in {} rounds. The chance that the answer is wrong is at most {}.",
                    results::count_text(optimum.run.trials), results::count_text(optimum.candidates.size()),
                    optimum.rounds, results::percent_text(1.0 - optimum.confidence)));
    return sheet;
}

}  // namespace nines::report

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <fmt/format.h>

#include "models/report/decision_sheets.hpp"
#include "models/results/number_text.hpp"

namespace nines::report {

namespace {

using compare::Decision;
using compare::Gate;
using compare::GateLine;

std::string word_of(Decision decision) {
    switch (decision) {
        case Decision::met: return "pass";
        case Decision::missed: return "fail";
        case Decision::open: return "inconclusive";
    }
    return {};
}

bool was_looked_at(const GateLine& line) {
    return line.is_exact || line.trials > 0;
}

std::string interval_of(const GateLine& line) {
    if (!was_looked_at(line)) return "not looked at";
    return line.standing.is_known ? results::metric_text(line.standing.row).interval : "nothing seen";
}

/// How sure the verdicts are.
void add_sureness(Sheet& sheet, const Gate& gate) {
    const auto exact =
        std::count_if(gate.lines.begin(), gate.lines.end(), [](const GateLine& line) { return line.is_exact; });
    if (exact > 0) {
        sheet.notes.push_back(fmt::format("{} of {} verdicts by the exact figure, which leaves nothing to chance.",
                                          exact, gate.lines.size()));
    }
    if (gate.run.trials == 0) return;
    sheet.notes.push_back(
        fmt::format("{} trials. The chance that any {}verdict is wrong is at most {}, whenever the test stops; each "
                    "interval holds at "
                    "{:.6g} %.",
                    results::count_text(gate.run.trials), exact > 0 ? "simulated " : "",
                    results::percent_text(1.0 - gate.confidence), 100.0 * gate.interval_confidence));
}

}  // namespace

Sheet sheet_of(const Gate& gate) {
    Sheet sheet;
    sheet.kind = "gate";
    sheet.scenario = gate.scenario;
    sheet.run = gate.run;
    const std::string& name = gate.scenario.name.empty() ? gate.scenario.file : gate.scenario.name;
    sheet.title = fmt::format("Gate of {}: {}", name, word_of(gate.decision));
    SheetTable table{"", {"", "Requirement", "Estimate", "Interval", "Trials"}, {false, false, true, false, true}, {}};
    for (const GateLine& line : gate.lines) {
        const bool is_known = line.standing.is_known;
        table.rows.push_back({word_of(line.standing.decision), line.requirement.text,
                              is_known ? results::metric_text(line.standing.row).value : "-", interval_of(line),
                              line.is_exact ? "-" : results::count_text(line.trials)});
        const results::Metric& row = line.standing.row;
        const auto number = [&](double value) { return is_known ? Cell::of(value) : Cell{}; };
        sheet.rows.push_back({Cell::words(word_of(line.standing.decision)), Cell::words(line.requirement.text),
                              Cell::words(line.requirement.of.subject), Cell::words(line.requirement.of.metric),
                              Cell::words(line.requirement.of.failure_class),
                              Cell::words(line.requirement.at_most ? "<=" : ">="), Cell::of(line.requirement.limit),
                              line.requirement.within ? Cell::of(line.requirement.within->in_seconds()) : Cell{},
                              number(row.estimate), number(row.low), number(row.high),
                              Cell::of(static_cast<double>(line.trials)),
                              Cell::words(line.is_exact     ? "exact"
                                          : line.trials > 0 ? "simulated"
                                                            : "")});
    }
    sheet.tables.push_back(std::move(table));
    sheet.keys = {"verdict", "requirement", "subject", "metric", "class",  "comparison", "limit",
                  "within",  "estimate",    "low",     "high",   "trials", "method"};
    sheet.facts = {{"verdict", Cell::words(word_of(gate.decision))},
                   {"error", Cell::of(1.0 - gate.confidence)},
                   {"interval_confidence", Cell::of(gate.interval_confidence)}};
    sheet.notes = gate.notes;
    add_sureness(sheet, gate);
    if (gate.decision == Decision::open) {
        sheet.notes.emplace_back(gate.run.stopped == "interrupted"
                                     ? "Interrupted before everything was decided."
                                     : "The trials were used up: more --trials, or a limit that is farther off.");
    }
    return sheet;
}

}  // namespace nines::report

// SPDX-License-Identifier: GPL-3.0-or-later
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

std::string interval_of(const GateLine& line) {
    return line.standing.is_known ? results::metric_text(line.standing.row).interval : "nothing seen";
}

std::string xml(const std::string& text) {
    std::string escaped;
    for (const char c : text) {
        switch (c) {
            case '&': escaped += "&amp;"; break;
            case '<': escaped += "&lt;"; break;
            case '>': escaped += "&gt;"; break;
            case '"': escaped += "&quot;"; break;
            default: escaped += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
        }
    }
    return escaped;
}

std::size_t count(const Gate& gate, Decision decision) {
    std::size_t found = 0;
    for (const GateLine& line : gate.lines) found += line.standing.decision == decision ? 1 : 0;
    return found;
}

std::string why(const GateLine& line) {
    if (!line.standing.is_known) return "nothing of the kind was seen";
    const results::MetricText text = results::metric_text(line.standing.row);
    return fmt::format("estimate {}, interval {}, {} trials", text.value, text.interval,
                       results::count_text(line.trials));
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
                              results::count_text(line.trials)});
        const results::Metric& row = line.standing.row;
        const auto number = [&](double value) { return is_known ? Cell::of(value) : Cell{}; };
        sheet.rows.push_back({Cell::words(word_of(line.standing.decision)), Cell::words(line.requirement.text),
                              Cell::words(line.requirement.of.subject), Cell::words(line.requirement.of.metric),
                              Cell::words(line.requirement.of.failure_class),
                              Cell::words(line.requirement.at_most ? "<=" : ">="), Cell::of(line.requirement.limit),
                              line.requirement.within ? Cell::of(line.requirement.within->in_seconds()) : Cell{},
                              number(row.estimate), number(row.low), number(row.high),
                              Cell::of(static_cast<double>(line.trials))});
    }
    sheet.tables.push_back(std::move(table));
    sheet.keys = {"verdict", "requirement", "subject",  "metric", "class", "comparison",
                  "limit",   "within",      "estimate", "low",    "high",  "trials"};
    sheet.facts = {{"verdict", Cell::words(word_of(gate.decision))},
                   {"error", Cell::of(1.0 - gate.confidence)},
                   {"interval_confidence", Cell::of(gate.interval_confidence)}};
    sheet.notes = gate.notes;
    sheet.notes.push_back(
        fmt::format("{} trials. The chance that any of these verdicts is wrong is at most {}, whenever the test stops; "
                    "each interval "
                    "holds at {:.6g} %.",
                    results::count_text(gate.run.trials), results::percent_text(1.0 - gate.confidence),
                    100.0 * gate.interval_confidence));
    if (gate.decision == Decision::open) {
        sheet.notes.emplace_back(gate.run.stopped == "interrupted"
                                     ? "Interrupted before everything was decided."
                                     : "The trials were used up: more --trials, or a limit that is farther off.");
    }
    return sheet;
}

std::string to_junit(const Gate& gate) {
    const std::string& file = gate.scenario.file;
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    text += fmt::format("<testsuites>\n  <testsuite name=\"nines gate\" tests=\"{}\" failures=\"{}\" errors=\"{}\">\n",
                        gate.lines.size(), count(gate, Decision::missed), count(gate, Decision::open));
    for (const GateLine& line : gate.lines) {
        text += fmt::format("    <testcase classname=\"{}\" name=\"{}\"", xml(file), xml(line.requirement.text));
        switch (line.standing.decision) {
            case Decision::met: text += "/>\n"; break;
            case Decision::missed:
                text += fmt::format(">\n      <failure message=\"{}\"/>\n    </testcase>\n", xml(why(line)));
                break;
            case Decision::open:
                text += fmt::format(">\n      <error type=\"inconclusive\" message=\"{}\"/>\n    </testcase>\n",
                                    xml(why(line)));
                break;
        }
    }
    return text + "  </testsuite>\n</testsuites>\n";
}

}  // namespace nines::report

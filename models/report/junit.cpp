// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "models/report/clean_text.hpp"
#include "models/report/decision_sheets.hpp"
#include "models/results/number_text.hpp"

namespace nines::report {

namespace {

using compare::Decision;
using compare::Gate;
using compare::GateLine;

/// As the value of an attribute, in double quotes.
std::string xml(const std::string& text) {
    std::string escaped;
    for (const char c : clean(text)) {
        switch (c) {
            case '&': escaped += "&amp;"; break;
            case '<': escaped += "&lt;"; break;
            case '>': escaped += "&gt;"; break;
            case '"': escaped += "&quot;"; break;
            default: escaped += c;
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
    if (!line.is_exact && line.trials == 0) return "not looked at";
    if (!line.standing.is_known) return "nothing of the kind was seen";
    const results::MetricText text = results::metric_text(line.standing.row);
    if (line.is_exact) return fmt::format("{}, {}", text.value, text.interval);
    return fmt::format("estimate {}, interval {}, {} trials", text.value, text.interval,
                       results::count_text(line.trials));
}

}  // namespace

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

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "models/report/layout.hpp"
#include "models/selfcheck/cells.hpp"
#include "models/selfcheck/page.hpp"

namespace nines::selfcheck {

namespace {

constexpr std::size_t page_columns = 100;

}  // namespace

std::string case_text(const CaseOutcome& outcome) {
    std::string text = fmt::format("{}: {}\n", outcome.of.name, outcome.of.title);
    for (const std::string& line : report::wrapped("Source: " + outcome.of.source, page_columns - 2)) {
        text += "  " + line + "\n";
    }
    for (const RunOutcome& run : outcome.runs) {
        text += fmt::format("  {}\n", title_of(run, outcome.of));
        std::vector<std::vector<std::string>> rows;
        for (const Outcome& one : run.outcomes) {
            const Cells cells = cells_of(one);
            rows.push_back({cells.figure, cells.published, cells.exact, cells.simulated, cells.z, cells.verdict});
        }
        const std::vector<report::Column> columns = {{"figure"},          {"published", true}, {"exact", true},
                                                     {"simulated", true}, {"z", true},         {"verdict"}};
        for (const std::string& line : report::table_lines(columns, rows)) text += "    " + line + "\n";
    }
    return text + "\n";
}

}  // namespace nines::selfcheck

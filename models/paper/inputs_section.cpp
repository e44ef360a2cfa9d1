// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paper/inputs_section.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/charts/tornado.hpp"
#include "models/report/decision_sheets.hpp"

namespace nines::paper {
namespace {

/// As `nines sweep --tornado` writes it, as far as the chart goes.
Table table_of(const report::SheetTable& sheet) {
    Table table{.caption = sheet.title, .columns = {}, .rows = {}};
    for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
        table.columns.push_back({.title = sheet.columns[c], .right = c < sheet.right.size() && sheet.right[c]});
    }
    const std::size_t shown = std::min(sheet.rows.size(), charts::most_factors);
    table.rows.assign(sheet.rows.begin(), sheet.rows.begin() + static_cast<std::ptrdiff_t>(shown));
    return table;
}

void add_design(Section& section, const std::vector<compare::Tornado>& tornados) {
    const report::Sheet sheet = report::sheet_of(tornados);
    for (std::size_t t = 0; t < tornados.size(); ++t) {
        charts::Chart chart = charts::tornado_chart(tornados[t]);
        if (chart.is_empty()) continue;
        section.blocks.emplace_back(Figure{std::move(chart), true});
        section.blocks.emplace_back(table_of(sheet.tables[t]));
        const std::size_t effects = tornados[t].effects.size();
        if (effects > charts::most_factors) {
            section.blocks.emplace_back(
                Paragraph{fmt::format("And {} weaker inputs.", effects - charts::most_factors), Paragraph::Tone::note});
        }
    }
    for (const std::string& note : sheet.notes) section.blocks.emplace_back(Paragraph{note, Paragraph::Tone::note});
}

}  // namespace

std::optional<Section> inputs_section(const compare::Comparison& comparison, const std::vector<DesignSource>& sources) {
    Section section{.id = "inputs", .title = "Which input matters most"};
    for (std::size_t d = 0; d < sources.size(); ++d) {
        if (sources[d].tornados.empty()) continue;
        if (sources.size() > 1) {
            section.blocks.emplace_back(Heading{fmt::format("{}. {}", d + 1, comparison.designs[d].name)});
        }
        add_design(section, sources[d].tornados);
    }
    if (section.blocks.empty()) return std::nullopt;
    section.blocks.insert(
        section.blocks.begin(),
        Paragraph{"One input at a time, lower and higher, all else as it is, on the same trials and the same luck. The "
                  "elasticity says by how many percent the figure changes when the input does by one.",
                  Paragraph::Tone::note});
    return section;
}

}  // namespace nines::paper

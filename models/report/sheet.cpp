// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/sheet.hpp"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "models/report/csv.hpp"
#include "models/report/layout.hpp"
#include "models/report/markdown.hpp"

namespace nines::report {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Cell& cell) {
    if (!cell.number) return cell.text;
    if (cell.is_flag) return *cell.number != 0.0;
    return std::isfinite(*cell.number) ? Json(*cell.number) : Json(nullptr);
}

std::string csv_of(const Cell& cell) {
    if (!cell.number) return csv_cell(cell.text);
    return std::isfinite(*cell.number) ? fmt::format("{}", *cell.number) : std::string();
}

std::string line(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void add_wrapped(std::string& text, const std::string& paragraph, std::size_t width) {
    for (const std::string& part : wrapped(printable(paragraph), width)) text += part + '\n';
}

std::vector<std::string> all_escaped(std::vector<std::string> cells) {
    for (std::string& cell : cells) cell = markdown_escaped(cell);
    return cells;
}

}  // namespace

std::string to_text(const Sheet& sheet, const TextOptions& options) {
    std::string text;
    add_wrapped(text, sheet.title, options.width);
    for (const std::string& paragraph : sheet.intro) add_wrapped(text, paragraph, options.width);
    for (const SheetTable& table : sheet.tables) {
        text += '\n';
        if (!table.title.empty()) add_wrapped(text, table.title, options.width);
        std::vector<Column> columns;
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            columns.push_back({printable(table.columns[c]), c < table.right.size() && table.right[c], false});
        }
        std::vector<std::vector<std::string>> rows = table.rows;
        for (auto& row : rows) {
            for (std::string& cell : row) cell = printable(cell);
        }
        for (const std::string& one : table_lines(columns, rows)) text += one + '\n';
    }
    if (!sheet.notes.empty()) text += '\n';
    for (const std::string& note : sheet.notes) add_wrapped(text, note, options.width);
    return text;
}

std::string to_csv(const Sheet& sheet) {
    std::string text;
    for (std::size_t k = 0; k < sheet.keys.size(); ++k) text += (k == 0 ? "" : ",") + csv_cell(sheet.keys[k]);
    text += "\r\n";
    for (const auto& row : sheet.rows) {
        for (std::size_t k = 0; k < row.size(); ++k) text += (k == 0 ? "" : ",") + csv_of(row[k]);
        text += "\r\n";
    }
    return text;
}

std::string to_json(const Sheet& sheet) {
    const results::ScenarioInfo& of = sheet.scenario;
    const results::RunInfo& run = sheet.run;
    const Json scenario = {{"name", of.name}, {"file", of.file}, {"sha256", of.sha256}};
    Json about = {
        {"version", run.version},       {"seed", run.seed},       {"trials", run.trials}, {"horizon", run.horizon},
        {"confidence", run.confidence}, {"stopped", run.stopped}, {"events", run.events}};
    if (run.steady) about["steady"] = true;
    std::string text = fmt::format("{{\n  \"format\": 1,\n  \"kind\": \"{}\",\n  \"scenario\": {},\n  \"run\": {},\n",
                                   sheet.kind, line(scenario), line(about));
    for (const auto& [key, cell] : sheet.facts) text += fmt::format("  \"{}\": {},\n", key, line(json_of(cell)));
    text += "  \"rows\": [";
    for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
        Json row = Json::object();
        for (std::size_t k = 0; k < sheet.keys.size(); ++k) {
            const Cell& cell = sheet.rows[r][k];
            if (cell.number || !cell.text.empty()) row[sheet.keys[k]] = json_of(cell);
        }
        text += (r == 0 ? "\n    " : ",\n    ") + line(row);
    }
    return text + (sheet.rows.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

std::string to_markdown(const Sheet& sheet) {
    std::string text = fmt::format("### {}\n\n", markdown_escaped(sheet.title));
    for (const std::string& paragraph : sheet.intro) text += markdown_escaped(paragraph) + "\n\n";
    for (const SheetTable& table : sheet.tables) {
        if (!table.title.empty()) text += fmt::format("#### {}\n\n", markdown_escaped(table.title));
        text += markdown_head(all_escaped(table.columns), table.right);
        for (const auto& row : table.rows) text += markdown_row(all_escaped(row));
        text += '\n';
    }
    for (const std::string& note : sheet.notes) text += fmt::format("- {}\n", markdown_escaped(note));
    return text;
}

std::string written_as(const std::string& format, const Sheet& sheet, const TextOptions& options) {
    if (format == "csv") return to_csv(sheet);
    if (format == "json") return to_json(sheet);
    return format == "markdown" ? to_markdown(sheet) : to_text(sheet, options);
}

}  // namespace nines::report

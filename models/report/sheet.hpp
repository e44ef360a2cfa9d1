// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "models/report/text.hpp"
#include "models/results/results.hpp"

/// Tables of decisions (sweeps, gates, searches): one form, four ways to write it.
namespace nines::report {

/// A value for programs; the text is written where there is no number.
struct Cell {
    std::string text = {};
    std::optional<double> number = {};
    bool is_flag = false;  ///< `number` is 0 or 1, and means no or yes.

    static Cell of(double value) { return {{}, value, false}; }
    static Cell flag(bool value) { return {{}, value ? 1.0 : 0.0, true}; }
    static Cell words(std::string value) { return {std::move(value), {}, false}; }
};

/// For people.
struct SheetTable {
    std::string title = {};
    std::vector<std::string> columns = {};
    std::vector<bool> right = {};  ///< By column: aligned as numbers are.
    std::vector<std::vector<std::string>> rows = {};
};

struct Sheet {
    std::string kind;   ///< "sweep", "gate": of the JSON form.
    std::string title;  ///< First line for people.
    std::vector<std::string> intro = {};
    std::vector<SheetTable> tables = {};
    std::vector<std::string> notes = {};
    /// For programs: one row a figure.
    std::vector<std::string> keys = {};
    std::vector<std::vector<Cell>> rows = {};
    /// For programs: what holds for all rows, such as the verdict.
    std::vector<std::pair<std::string, Cell>> facts = {};
    results::ScenarioInfo scenario = {};
    results::RunInfo run = {};
};

std::string to_text(const Sheet& sheet, const TextOptions& options = {});
/// The rows for programs, RFC 4180. Cells without a value are empty.
std::string to_csv(const Sheet& sheet);
/// {"format": 1, "kind": .., "scenario": .., "run": .., facts.., "rows": [..]}: figures that are not finite are null.
std::string to_json(const Sheet& sheet);
std::string to_markdown(const Sheet& sheet);

/// As "text", "csv", "json" or "markdown".
std::string written_as(const std::string& format, const Sheet& sheet, const TextOptions& options);

}  // namespace nines::report

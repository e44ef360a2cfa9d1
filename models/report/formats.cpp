// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/formats.hpp"

#include <algorithm>
#include <array>

#include "models/report/csv.hpp"
#include "models/report/json.hpp"
#include "models/report/markdown.hpp"
#include "models/report/text.hpp"

namespace nines::report {
namespace {

std::string to_plain_text(const results::Results& results) {
    return to_text(results);
}

constexpr std::array<Format, 4> rows = {{
    {"text", "txt", "for people, in a terminal", to_plain_text},
    {"json", "json", "for programs: the results contract", to_json},
    {"csv", "csv", "for spreadsheets: one row a figure", to_csv},
    {"markdown", "md", "for pull requests and documents", to_markdown},
}};

}  // namespace

std::span<const Format> formats() {
    return rows;
}

const Format* find_format(std::string_view name) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Format& row) { return row.name == name; });
    return found == rows.end() ? nullptr : &*found;
}

}  // namespace nines::report

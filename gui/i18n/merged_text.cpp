// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/i18n/merged_text.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "models/scenario/value_form.hpp"

namespace nines::gui {
namespace {

using scenario::Array;
using scenario::DateTime;
using scenario::Entry;
using scenario::Table;
using scenario::Value;

constexpr std::size_t longest_line = 100;  ///< A table within a thing that is longer gets lines of its own.

std::string inline_text(const Value& value);

std::string inline_table(const Table& table) {
    std::vector<std::string> parts;
    for (const Entry& entry : table.entries) {
        parts.push_back(fmt::format("{} = {}", scenario::toml_key(entry.key), inline_text(entry.value)));
    }
    return parts.empty() ? "{}" : fmt::format("{{ {} }}", fmt::join(parts, ", "));
}

/// Shortest text that reads back as the same number, and as a decimal one.
std::string decimal_text(double number) {
    std::string text = fmt::format("{}", number);
    const bool is_decimal = text.find_first_of(".en") != std::string::npos;
    return is_decimal ? text : text + ".0";
}

struct InlineText {
    std::string operator()(const Table& table) const { return inline_table(table); }
    std::string operator()(const Array& array) const {
        std::vector<std::string> items;
        for (const Value& item : array.items) items.push_back(inline_text(item));
        return fmt::format("[{}]", fmt::join(items, ", "));
    }
    std::string operator()(const std::string& text) const { return scenario::to_toml(text); }
    std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
    std::string operator()(double number) const { return decimal_text(number); }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(const DateTime& time) const { return time.text; }
};

std::string inline_text(const Value& value) {
    return std::visit(InlineText(), value.data);
}

bool is_list_of_tables(const Value& value) {
    const Array* array = value.array();
    return array != nullptr && !array->items.empty() &&
           std::all_of(array->items.begin(), array->items.end(),
                       [](const Value& item) { return item.table() != nullptr; });
}

/// Keys that need a header of their own come after the others.
bool needs_header(const Entry& entry) {
    const bool is_long = entry.key.size() + inline_text(entry.value).size() > longest_line;
    return is_list_of_tables(entry.value) || (entry.value.table() != nullptr && is_long);
}

void write_table(std::string& text, const std::string& path, const std::string& header, const Table& table) {
    text += fmt::format("\n{}\n", header);
    for (const Entry& entry : table.entries) {
        if (needs_header(entry)) continue;
        text += fmt::format("{} = {}\n", scenario::toml_key(entry.key), inline_text(entry.value));
    }
    for (const Entry& entry : table.entries) {
        if (!needs_header(entry)) continue;
        const std::string inner = fmt::format("{}.{}", path, scenario::toml_key(entry.key));
        if (const Table* within = entry.value.table()) {
            write_table(text, inner, fmt::format("[{}]", inner), *within);
            continue;
        }
        for (const Value& item : entry.value.array()->items) {
            write_table(text, inner, fmt::format("[[{}]]", inner), *item.table());
        }
    }
}

}  // namespace

std::string merged_text(const scenario::Document& document) {
    std::string text = "format = 1\n";
    for (const Entry& kind : document.root.entries) {
        const Table* things = kind.value.table();
        if (things == nullptr) continue;
        const std::string word = scenario::toml_key(kind.key);
        const bool is_one_table = std::any_of(things->entries.begin(), things->entries.end(),
                                              [](const Entry& entry) { return entry.value.table() == nullptr; });
        if (is_one_table) {
            write_table(text, word, fmt::format("[{}]", word), *things);
            continue;
        }
        for (const Entry& thing : things->entries) {
            const std::string path = fmt::format("{}.{}", word, scenario::toml_key(thing.key));
            write_table(text, path, fmt::format("[{}]", path), *thing.value.table());
        }
    }
    return text;
}

}  // namespace nines::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/value_toml.hpp"

#include <algorithm>
#include <cctype>
#include <regex>

#include "models/edit/edit.hpp"

namespace nines::edit {
namespace {

bool takes(const FieldInfo& field, std::string_view json_type) {
    const std::vector<std::string>& types = field.form.json_types;
    return std::find(types.begin(), types.end(), json_type) != types.end();
}

bool is_whole(const std::string& text) {
    static const std::regex pattern(R"([+-]?(0|[1-9][0-9]{0,17}))");
    return std::regex_match(text, pattern);
}

bool is_decimal(const std::string& text) {
    static const std::regex pattern(R"([+-]?(0|[1-9][0-9]{0,17})(\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?)");
    return std::regex_match(text, pattern);
}

bool is_key_character(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-';
}

/// "[[node.x.failure]]" says `failure` too; "[node.x]" says nothing.
bool ends_header(std::string_view example, std::size_t at, std::size_t end) {
    if (end >= example.size() || example[end] != ']') return false;
    const std::size_t open = example.rfind('[', at);
    return open != std::string_view::npos && std::count(example.begin() + static_cast<std::ptrdiff_t>(open),
                                                        example.begin() + static_cast<std::ptrdiff_t>(at), '.') >= 2;
}

}  // namespace

std::string toml_of_text(const FieldInfo& field, std::string_view text) {
    const std::string value(text);
    if (takes(field, "boolean") && (value == "true" || value == "false")) return value;
    if ((takes(field, "integer") || takes(field, "number")) && is_whole(value)) return value;
    if (takes(field, "number") && is_decimal(value)) return value;
    return quoted(text);
}

std::string toml_of_items(const FieldInfo& field, const std::vector<std::string>& items, bool as_list) {
    if (items.size() == 1 && !as_list) return toml_of_text(field, items.front());
    std::string toml = "[";
    for (const std::string& item : items) {
        if (toml.size() > 1) toml += ", ";
        toml += toml_of_text(field, item);
    }
    return toml + "]";
}

bool is_written_as_list(const FieldInfo& field) {
    return field.example.starts_with('[');
}

bool mentions_key(std::string_view example, std::string_view key) {
    for (std::size_t at = example.find(key); at != std::string_view::npos; at = example.find(key, at + 1)) {
        const bool begins =
            at == 0 || !(is_key_character(example[at - 1]) || example[at - 1] == '"' || example[at - 1] == '[');
        std::size_t end = at + key.size();
        while (end < example.size() && example[end] == ' ') ++end;
        const bool is_key = end < example.size() && (example[end] == '=' || example[end] == '.');
        if (begins && (is_key || ends_header(example, at, end))) return true;
    }
    return false;
}

}  // namespace nines::edit

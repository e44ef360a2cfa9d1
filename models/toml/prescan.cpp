// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/toml/prescan.hpp"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include "models/scenario/characters.hpp"
#include "models/toml/read.hpp"

namespace nines::scenario {
namespace {

/// Offset behind the string that begins at `begin`; an unterminated one ends with its line (or the text).
std::size_t end_of_string(std::string_view text, std::size_t begin) {
    const char quote = text[begin];
    const bool escapes = quote == '"';
    const bool several_lines = text.substr(begin, 3) == std::string(3, quote);
    std::size_t i = begin + (several_lines ? 3 : 1);
    while (i < text.size()) {
        if (escapes && text[i] == '\\') {
            i += 2;
        } else if (several_lines && text.substr(i, 3) == std::string(3, quote)) {
            // Up to two quotes of the content may stand right before the closing three.
            const std::string_view quotes = text.substr(i, 5);
            return i + std::min(quotes.find_first_not_of(quote), quotes.size());
        } else if (!several_lines && text[i] == '\n') {
            return i;
        } else if (!several_lines && text[i] == quote) {
            return i + 1;
        } else {
            ++i;
        }
    }
    return text.size();
}

Hostile at(std::string_view text, std::size_t offset, std::string message) {
    const std::string_view before = text.substr(0, offset);
    const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0.
    const std::string_view in_line = before.substr(line_begin);
    const auto characters = std::count_if(in_line.begin(), in_line.end(), begins_character);
    return {static_cast<std::uint32_t>(1 + std::count(before.begin(), before.end(), '\n')),
            static_cast<std::uint32_t>(1 + characters), std::move(message)};
}

}  // namespace

std::optional<Hostile> find_hostile(std::string_view text) {
    int dots = 0;
    int depth = 0;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c == '"' || c == '\'') {
            i = end_of_string(text, i);
            continue;
        }
        if (c == '#') {
            i = std::min(text.find('\n', i), text.size());
            continue;
        }
        if (c == '.') ++dots;
        if (c == '\n' || c == '=' || c == ',' || c == '[' || c == '{') dots = 0;
        if (c == '[' || c == '{') ++depth;
        if ((c == ']' || c == '}') && depth > 0) --depth;
        if (dots > max_nesting) return at(text, i, fmt::format("a key has more than {} dots", max_nesting));
        if (depth > max_nesting) return at(text, i, fmt::format("brackets are nested deeper than {}", max_nesting));
        ++i;
    }
    return std::nullopt;
}

}  // namespace nines::scenario

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

/// What the bytes of UTF-8 text are.
namespace nines::scenario {

/// False for the second and later bytes of a character.
constexpr bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// The byte at which a column of a line begins, counted from 1 in characters; past the last one: the line's size.
constexpr std::size_t offset_of_column(std::string_view line, std::size_t column) {
    std::size_t passed = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (begins_character(line[at]) && ++passed >= column) return at;
    }
    return line.size();
}

/// What a TOML key without quotes is made of.
constexpr bool is_bare_key_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// Without the blanks and line ends around it.
constexpr std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

}  // namespace nines::scenario

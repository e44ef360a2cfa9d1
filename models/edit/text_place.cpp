// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/text_place.hpp"

#include <algorithm>

#include "models/scenario/characters.hpp"

namespace nines::edit {
namespace {

using scenario::trimmed;

}  // namespace

std::vector<std::string> parts_of_key(std::string_view dotted) {
    std::vector<std::string> parts(1);
    char quote = '\0';
    for (const char c : dotted) {
        if (quote != '\0') {
            if (c == quote) {
                quote = '\0';
            } else {
                parts.back() += c;
            }
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '.') {
            parts.emplace_back();
        } else if (c != ' ' && c != '\t') {
            parts.back() += c;
        }
    }
    return parts;
}

std::optional<Header> header_of_line(std::string_view line) {
    line = trimmed(line);
    if (!line.starts_with('[')) return std::nullopt;
    const bool is_list = line.starts_with("[[");
    const std::string_view closing = is_list ? "]]" : "]";
    const auto end = line.find(closing);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view after = trimmed(line.substr(end + closing.size()));
    if (!after.empty() && !after.starts_with('#')) return std::nullopt;
    const std::string_view inner = line.substr(closing.size(), end - closing.size());
    if (inner.empty() || inner.find_first_of("[],{}=") != std::string_view::npos) return std::nullopt;
    Header header{.line_begin = 0, .keys = parts_of_key(inner), .is_list = is_list};
    // A line of an array may look like a header: [ "a" ] or [1]. Kinds are words.
    const std::string& kind = header.keys.front();
    const bool is_word = !kind.empty() && std::all_of(kind.begin(), kind.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || c == '_' || c == '-';
    });
    if (!is_word || trimmed(inner).starts_with('"') || trimmed(inner).starts_with('\'')) return std::nullopt;
    return header;
}

std::optional<Header> header_at(std::string_view text, std::size_t offset) {
    std::size_t end = text.find('\n', std::min(offset, text.size()));
    if (end == std::string_view::npos) end = text.size();
    for (;;) {
        const std::size_t before = end == 0 ? std::string_view::npos : text.rfind('\n', end - 1);
        const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
        if (auto header = header_of_line(text.substr(begin, end - begin))) {
            header->line_begin = begin;
            return header;
        }
        if (begin == 0) return std::nullopt;
        end = begin - 1;
    }
}

std::optional<ThingName> thing_at(std::string_view text, std::size_t offset) {
    const auto header = header_at(text, offset);
    if (!header) return std::nullopt;
    if (header->keys.front() == "scenario") return ThingName{"scenario", ""};
    if (header->keys.size() < 2 || header->keys.front() == "defaults") return std::nullopt;
    return ThingName{header->keys[0], header->keys[1]};
}

std::size_t offset_of(std::string_view text, std::size_t line, std::size_t column) {
    std::size_t at = 0;
    for (std::size_t passed = 1; passed < line; ++passed) {
        const std::size_t end = text.find('\n', at);
        if (end == std::string_view::npos) break;
        at = end + 1;
    }
    const std::string_view from_line = text.substr(at);
    return at + scenario::offset_of_column(from_line.substr(0, from_line.find('\n')), column);
}

std::size_t end_of_value(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) return text.size();
    std::size_t end = offset + 1;
    const char first = text[offset];
    if (first == '"' || first == '\'') {
        while (end < text.size() && text[end] != '\n' && text[end] != first) ++end;
        if (end < text.size() && text[end] == first) ++end;
    } else if (first == '[' || first == '{') {
        for (int open = 1; end < text.size() && text[end] != '\n' && open > 0; ++end) {
            if (text[end] == '[' || text[end] == '{') ++open;
            if (text[end] == ']' || text[end] == '}') --open;
        }
    } else {
        while (end < text.size() && std::string_view(" \t\r\n=,]}#").find(text[end]) == std::string_view::npos) ++end;
    }
    return end;
}

}  // namespace nines::edit

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace nines::report {
namespace {

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The code point that begins at `at`; 0 where the bytes are no UTF-8.
std::uint32_t code_point_at(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (at + length > text.size()) { return 0; }
    std::uint32_t code = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        code = (code << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    return code;
}

/// The blocks of Unicode's East Asian Width that matter for names: Hangul, kana, ideographs, full-width forms.
bool is_wide(std::uint32_t code) {
    return (code >= 0x1100 && code <= 0x115F) || (code >= 0x2E80 && code <= 0xA4CF) ||
           (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0xFF00 && code <= 0xFF60) || (code >= 0x20000 && code <= 0x3FFFD);
}

std::string without_trailing_spaces(std::string text) {
    while (!text.empty() && text.back() == ' ') { text.pop_back(); }
    return text;
}

std::string row_line(const std::vector<Column>& columns, const std::vector<std::size_t>& widths,
                     const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i > 0) { line += "  "; }
        line += columns[i].right ? padded_left(cells[i], widths[i]) : padded_right(cells[i], widths[i]);
    }
    return without_trailing_spaces(line);
}

}  // namespace

std::string printable(std::string_view text) {
    std::string result(text);
    for (std::size_t i = 0; i < result.size(); ++i) {
        const auto byte = static_cast<unsigned char>(result[i]);
        if (byte < 0x20 || byte == 0x7F) { result[i] = '?'; }
        // U+0080 to U+009F are control characters too; some terminals obey them.
        if (byte == 0xC2 && i + 1 < result.size() && static_cast<unsigned char>(result[i + 1]) < 0xA0) {
            result[i] = '?';
            result[i + 1] = '?';
        }
    }
    return result;
}

std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_continuation(text[i])) { continue; }
        columns += is_wide(code_point_at(text, i)) ? 2 : 1;
    }
    return columns;
}

std::string padded_right(std::string_view text, std::size_t columns) {
    const std::size_t used = columns_of(text);
    return std::string(text) + std::string(used < columns ? columns - used : 0, ' ');
}

std::string padded_left(std::string_view text, std::size_t columns) {
    const std::size_t used = columns_of(text);
    return std::string(used < columns ? columns - used : 0, ' ') + std::string(text);
}

std::string shortened(std::string_view text, std::size_t columns) {
    if (columns_of(text) <= columns) { return std::string(text); }
    std::string kept(text);
    while (!kept.empty() && columns_of(kept) + 2 > columns) {
        while (!kept.empty() && is_continuation(kept.back())) { kept.pop_back(); }
        if (!kept.empty()) { kept.pop_back(); }
    }
    return kept + "..";
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
    std::vector<std::string> lines;
    std::string line;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t begin = text.find_first_not_of(" \n", at);
        if (begin == std::string_view::npos) { break; }
        const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
        const std::string_view word = text.substr(begin, end - begin);
        if (!line.empty() && columns_of(line) + 1 + columns_of(word) > columns) {
            lines.push_back(line);
            line.clear();
        }
        if (!line.empty()) { line += ' '; }
        line += word;
        at = end;
    }
    if (!line.empty() || lines.empty()) { lines.push_back(line); }
    return lines;
}

std::string bar(double share, std::size_t cells, bool unicode) {
    static constexpr std::array<const char*, 8> eighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const double length = std::clamp(std::isfinite(share) ? share : 0.0, 0.0, 1.0) * static_cast<double>(cells);
    std::string text;
    if (unicode) {
        auto parts = static_cast<std::size_t>(std::llround(8.0 * length));
        if (share > 0.0) { parts = std::max<std::size_t>(parts, 1); }
        for (std::size_t i = 0; i < parts / 8; ++i) { text += "█"; }
        text += eighths[parts % 8];
    } else {
        auto parts = static_cast<std::size_t>(std::llround(length));
        if (share > 0.0) { parts = std::max<std::size_t>(parts, 1); }
        text = std::string(parts, '#');
    }
    return padded_right(text, cells);
}

std::vector<std::string> table_lines(const std::vector<Column>& columns,
                                     const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::string> head;
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::size_t width = columns_of(columns[i].title);
        for (const auto& row : rows) { width = std::max(width, columns_of(row[i])); }
        head.push_back(columns[i].title);
        widths.push_back(width);
    }
    std::vector<std::string> lines = {row_line(columns, widths, head)};
    for (const auto& row : rows) { lines.push_back(row_line(columns, widths, row)); }
    return lines;
}

}  // namespace nines::report

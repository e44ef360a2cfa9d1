// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/clean_text.hpp"

#include <cstdint>

namespace nines::report {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct CodePoint {
    std::uint32_t value = 0;
    std::size_t bytes = 0;  ///< 0: this is no UTF-8.
};

CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const std::uint32_t first = byte(0);
    if (first < 0x80) return {first, 1};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > text.size()) return {};
    std::uint32_t value = first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) return {};
        value = (value << 6U) | (byte(i) & 0x3FU);
    }
    constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < least[length] || is_surrogate || value > 0x10FFFF) return {};
    return {value, length};
}

bool is_space(std::uint32_t value) {
    return value == '\t' || value == '\n' || value == '\r' || value == 0x85 || value == 0x2028 || value == 0x2029;
}

/// Controls, marks and overrides of direction, and what XML does not allow.
bool is_harmful(std::uint32_t value) {
    const bool is_control = value < 0x20 || (value >= 0x7F && value < 0xA0);
    const bool turns = value == 0x200E || value == 0x200F || value == 0x061C || (value >= 0x202A && value <= 0x202E) ||
                       (value >= 0x2066 && value <= 0x2069);
    const bool is_no_character = (value & 0xFFFEU) == 0xFFFEU || (value >= 0xFDD0 && value <= 0xFDEF);
    return is_control || turns || is_no_character || value == 0xFEFF;
}

}  // namespace

std::string clean(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        if (point.bytes == 0 || is_harmful(point.value)) {
            result += is_space(point.value) && point.bytes > 0 ? std::string_view(" ") : replacement;
        } else {
            result += is_space(point.value) ? std::string_view(" ") : text.substr(at, point.bytes);
        }
        at += point.bytes == 0 ? 1 : point.bytes;
    }
    return result;
}

}  // namespace nines::report

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/text.hpp"

#include <fmt/format.h>

namespace nines::exporting {

namespace {

// Not <cctype>: what is a letter must not depend on the locale.
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string identifier_like(std::string_view name) {
    std::string result;
    for (const char c : name) {
        if (is_letter(c) || is_digit(c)) {
            result += c;
        } else if (!result.empty() && result.back() != '_') {
            result += '_';
        }
    }
    while (!result.empty() && result.back() == '_') result.pop_back();
    return result.empty() || !is_letter(result.front()) ? "x" + result : result;
}

std::string in_lower_case(std::string text) {
    for (char& c : text) c = lower(c);
    return text;
}

}  // namespace

std::string heading_text(const Heading& heading) {
    return fmt::format("{}, exported by Nines {}", one_line(heading.scenario), heading.version);
}

std::string one_line(std::string_view text) {
    std::string result;
    for (const char c : text) result += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
    return result;
}

std::string xml_escaped(std::string_view text) {
    std::string result;
    for (const char c : one_line(text)) {
        if (c == '&') {
            result += "&amp;";
        } else if (c == '<') {
            result += "&lt;";
        } else if (c == '>') {
            result += "&gt;";
        } else if (c == '"') {
            result += "&quot;";
        } else {
            result += c;
        }
    }
    return result;
}

std::string xml_comment(std::string_view text) {
    std::string result;
    for (const char c : one_line(text)) {
        if (c == '-' && result.ends_with('-')) result += ' ';
        result += c;
    }
    if (result.ends_with('-')) result += ' ';
    return result;
}

std::string Identifiers::new_like(std::string_view name) {
    const std::string base = identifier_like(name);
    std::string result = base;
    for (int n = 2; !used_.insert(in_lower_case(result)).second; ++n) result = fmt::format("{}_{}", base, n);
    return result;
}

}  // namespace nines::exporting

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Sentences that a window can say in the user's language: whole ones, with places for figures and names. Their
/// patterns are marked by `translate("models", "..")`, see translate.hpp.
namespace nines::wording {

/// A sentence in English with %1, %2, .. for its arguments.
struct Text {
    std::string pattern = {};
    std::vector<Text> arguments = {};
    bool is_literal = false;  ///< A name or a figure, which no one translates and in which %1 means nothing.

    bool empty() const { return pattern.empty(); }
    friend bool operator==(const Text&, const Text&) = default;
};

/// A name, a figure: the same in every language.
inline Text literal(std::string_view text) {
    return {std::string(text), {}, true};
}

/// A translated pattern with its arguments.
inline Text say(const char* pattern, std::vector<Text> arguments = {}) {
    return {pattern, std::move(arguments), false};
}

/// The text with every pattern replaced by `translation` of it, and every %n by its argument.
template <class Translation>
std::string written(const Text& text, const Translation& translation) {
    if (text.is_literal) return text.pattern;
    const std::string pattern = translation(text.pattern);
    std::string result;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool is_place =
            pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        const std::size_t argument = is_place ? static_cast<std::size_t>(pattern[i + 1] - '1') : 0;
        if (is_place && argument < text.arguments.size()) {
            result += written(text.arguments[argument], translation);
            ++i;
        } else {
            result += pattern[i];
        }
    }
    return result;
}

/// The text in English.
inline std::string plain(const Text& text) {
    return written(text, [](const std::string& pattern) { return pattern; });
}

}  // namespace nines::wording

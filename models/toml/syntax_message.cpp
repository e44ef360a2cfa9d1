// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/toml/syntax_message.hpp"

#include <cctype>

#include <fmt/format.h>

#include "models/scenario/characters.hpp"

namespace nines::scenario {
namespace {

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// What stands between the last two single quotes: the name that the library speaks of.
std::string_view last_quoted(std::string_view text) {
    const std::size_t end = text.rfind('\'');
    if (end == std::string_view::npos || end == 0) return {};
    const std::size_t begin = text.rfind('\'', end - 1);
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin + 1, end - begin - 1);
}

/// "Error while parsing key-value pair: expected x" becomes "expected x (in a key-value pair)".
std::string shortened(std::string_view description) {
    constexpr std::string_view prefix = "Error while parsing ";
    const std::size_t colon = description.find(": ");
    if (!description.starts_with(prefix) || colon == std::string_view::npos) return std::string(description);
    return fmt::format("{} (in the {})", description.substr(colon + 2),
                       description.substr(prefix.size(), colon - prefix.size()));
}

/// `mttr = 2 h` as it should have been written; empty if the line is not of that form.
std::string quoted_value(std::string_view line) {
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) return {};
    const std::string_view key = trimmed(line.substr(0, equals));
    const std::string_view value = trimmed(line.substr(equals + 1, line.find('#') - equals - 1));
    const bool plain = !key.empty() && !value.empty() && value.size() < 60 &&
                       value.find_first_of("\"'[]{}=") == std::string_view::npos;
    return plain ? fmt::format("{} = \"{}\"", key, value) : std::string();
}

SyntaxMessage twice(std::string_view description, std::string_view line) {
    const std::string_view name = last_quoted(description);
    if (trimmed(line).starts_with('[')) {
        return {fmt::format("the table [{}] stands twice", name), "write all of its keys in one place"};
    }
    return {fmt::format("the key `{}` stands twice", name), "keep one of them"};
}

}  // namespace

SyntaxMessage syntax_message(std::string_view description, std::string_view line, std::string_view rest) {
    if (has(description, "cannot redefine existing")) return twice(description, line);
    if (has(description, "unescaped control characters") && trimmed(rest).empty()) {
        return {"a text in quotes does not end on its line", "is the closing quote missing?"};
    }
    if (has(description, "not representable in 64 bits")) return {"the number is too large", {}};
    if (has(description, "expected '=', saw ':'")) {
        return {"a key and its value are joined by `=`, not by `:`", "scenarios are TOML: mtbf = \"90 d\""};
    }
    if (trimmed(line).starts_with('{')) {
        return {"this is no TOML", "a scenario begins with format = 1; `nines reference` shows the rest"};
    }
    const std::string quoted = quoted_value(line);
    if (!quoted.empty() && (has(description, "key-value pair") || has(description, "value"))) {
        return {shortened(description), fmt::format("a value with a unit or words stands in quotes: {}", quoted)};
    }
    return {shortened(description), {}};
}

SyntaxMessage encoding_message(std::string_view text) {
    const bool is_utf16 = text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff");
    return {is_utf16 ? "the text is UTF-16, not UTF-8" : "the text is not UTF-8", "save the file as text in UTF-8"};
}

}  // namespace nines::scenario

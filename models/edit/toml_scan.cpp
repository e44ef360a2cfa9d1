// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/toml_scan.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include "models/scenario/characters.hpp"

namespace nines::edit {
namespace {

/// The reader refuses more.
constexpr int deepest = 100;

void append_utf8(std::string& text, std::uint32_t code) {
    const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xc0 | (code >> 6));
        add(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        add(0xe0 | (code >> 12));
        add(0x80 | ((code >> 6) & 0x3f));
        add(0x80 | (code & 0x3f));
    } else {
        add(0xf0 | (code >> 18));
        add(0x80 | ((code >> 12) & 0x3f));
        add(0x80 | ((code >> 6) & 0x3f));
        add(0x80 | (code & 0x3f));
    }
}

/// Steps over the blanks and line ends that a backslash at the end of a line hides.
std::size_t skip_hidden(std::string_view body, std::size_t at) {
    return std::min(body.find_first_not_of(" \t\r\n", at), body.size());
}

/// The characters of a basic string's body; nothing where an escape is wrong.
std::optional<std::string> unescaped(std::string_view body) {
    constexpr std::string_view letters = "btnfre\"\\";
    constexpr std::string_view meanings = "\b\t\n\f\r\x1b\"\\";
    std::string text;
    text.reserve(body.size());
    for (std::size_t i = 0; i < body.size(); ++i) {
        if (body[i] != '\\') {
            text += body[i];
            continue;
        }
        if (++i == body.size()) return std::nullopt;
        if (const std::size_t letter = letters.find(body[i]); letter != std::string_view::npos) {
            text += meanings[letter];
        } else if (body[i] == 'u' || body[i] == 'U') {
            const std::size_t digits = body[i] == 'u' ? 4 : 8;
            if (i + digits >= body.size()) return std::nullopt;
            std::uint32_t code = 0;
            const char* first = body.data() + i + 1;
            const auto [stop, error] = std::from_chars(first, first + digits, code, 16);
            if (error != std::errc() || stop != first + digits || code > 0x10ffff) return std::nullopt;
            append_utf8(text, code);
            i += digits;
        } else if (body[i] == ' ' || body[i] == '\t' || body[i] == '\r' || body[i] == '\n') {
            i = skip_hidden(body, i) - 1;
        } else {
            return std::nullopt;
        }
    }
    return text;
}

struct StringBody {
    Span span;
    bool literal = false;
    bool many_lines = false;
};

std::optional<StringBody> body_of(std::string_view text, const Span& value) {
    const std::string_view written = value.of(text);
    if (written.size() < 2 || (written[0] != '"' && written[0] != '\'')) return std::nullopt;
    StringBody body;
    body.literal = written[0] == '\'';
    body.many_lines = written.size() >= 6 && written[1] == written[0] && written[2] == written[0];
    const std::size_t quotes = body.many_lines ? 3 : 1;
    body.span = {value.begin + quotes, value.end - quotes};
    if (body.many_lines && text.substr(body.span.begin).starts_with("\r\n")) body.span.begin += 2;
    if (body.many_lines && text[body.span.begin] == '\n') body.span.begin += 1;
    return body;
}

}  // namespace

bool TomlScanner::take(std::string_view wanted) {
    if (!text_.substr(std::min(position_, text_.size())).starts_with(wanted)) return false;
    position_ += wanted.size();
    return true;
}

void TomlScanner::skip_blanks() {
    while (peek() == ' ' || peek() == '\t') ++position_;
}

void TomlScanner::skip_to_line_end() {
    position_ = std::min(text_.find('\n', position_), text_.size());
    if (position_ > 0 && position_ < text_.size() && text_[position_ - 1] == '\r') --position_;
}

bool TomlScanner::take_line_end() {
    return at_end() || take("\n") || take("\r\n");
}

void TomlScanner::skip_filling() {
    while (true) {
        skip_blanks();
        if (peek() == '#') skip_to_line_end();
        if (at_end() || !take_line_end()) return;
    }
}

/// A string of any of the four forms, with its quotes.
bool TomlScanner::take_string() {
    const char quote = peek();
    const std::string three(3, quote);
    const bool many_lines = text_.substr(position_).starts_with(three);
    position_ += many_lines ? 3 : 1;
    while (!at_end()) {
        const char c = text_[position_];
        if (c == '\\' && quote == '"') {
            position_ += 2;
        } else if (c == quote && !many_lines) {
            ++position_;
            return true;
        } else if (c == quote && take(three)) {
            for (int more = 0; more < 2 && peek() == quote; ++more) ++position_;  // Quotes just before the end.
            return true;
        } else if (c == '\n' && !many_lines) {
            return false;
        } else {
            ++position_;
        }
    }
    position_ = text_.size();
    return false;
}

std::optional<KeyPart> TomlScanner::take_key_part() {
    KeyPart part;
    part.span.begin = position_;
    if (peek() == '"' || peek() == '\'') {
        if (!take_string()) return std::nullopt;
        part.span.end = position_;
        auto name = string_in(text_, part.span);
        if (!name) return std::nullopt;
        part.name = std::move(*name);
        return part;
    }
    while (!at_end() && scenario::is_bare_key_character(text_[position_])) ++position_;
    part.span.end = position_;
    if (part.span.empty()) return std::nullopt;
    part.name = part.span.of(text_);
    return part;
}

std::optional<Key> TomlScanner::take_key() {
    Key key;
    do {
        skip_blanks();
        auto part = take_key_part();
        if (!part) return std::nullopt;
        key.push_back(std::move(*part));
        skip_blanks();
    } while (take("."));
    return key;
}

/// From after the opening bracket or brace to after the closing one.
bool TomlScanner::take_list(char close, int depth) {
    if (depth > deepest) return false;
    while (true) {
        skip_filling();
        if (at_end()) return false;
        if (take(std::string_view(&close, 1))) return true;
        if (close == '}' && (!take_key() || !take("="))) return false;
        if (!take_value(depth + 1)) return false;
        skip_filling();
        if (!take(",") && peek() != close) return false;
    }
}

std::optional<Span> TomlScanner::take_value(int depth) {
    skip_blanks();
    Span span{position_, position_};
    bool sound = true;
    if (peek() == '"' || peek() == '\'') {
        sound = take_string();
    } else if (take("[")) {
        sound = take_list(']', depth);
    } else if (take("{")) {
        sound = take_list('}', depth);
    } else {
        position_ = std::min(text_.find_first_of(",]}#\r\n", position_), text_.size());
        while (position_ > span.begin && (text_[position_ - 1] == ' ' || text_[position_ - 1] == '\t')) --position_;
    }
    span.end = position_;
    if (!sound || span.empty()) return std::nullopt;
    return span;
}

std::vector<InlineItem> items_in(std::string_view text, const Span& value) {
    std::vector<InlineItem> items;
    const bool table = is_inline_table(text, value);
    TomlScanner scanner(text.substr(0, value.end - 1), value.begin + 1);
    while (true) {
        scanner.skip_filling();
        if (scanner.at_end()) return items;
        InlineItem item;
        if (table) {
            auto key = scanner.take_key();
            if (!key || !scanner.take("=")) return items;
            item.key = std::move(*key);
        }
        const auto span = scanner.take_value();
        if (!span) return items;
        item.value = *span;
        items.push_back(std::move(item));
        scanner.skip_filling();
        if (!scanner.take(",")) return items;
    }
}

bool is_array(std::string_view text, const Span& value) {
    return text[value.begin] == '[';
}
bool is_inline_table(std::string_view text, const Span& value) {
    return text[value.begin] == '{';
}
bool is_string(std::string_view text, const Span& value) {
    return text[value.begin] == '"' || text[value.begin] == '\'';
}

std::optional<std::string> string_in(std::string_view text, const Span& value) {
    const auto body = body_of(text, value);
    if (!body) return std::nullopt;
    const std::string_view written = body->span.of(text);
    return body->literal ? std::optional(std::string(written)) : unescaped(written);
}

std::optional<Span> plain_content(std::string_view text, const Span& value) {
    const auto body = body_of(text, value);
    if (!body || body->many_lines) return std::nullopt;
    const bool escapes = !body->literal && body->span.of(text).find('\\') != std::string_view::npos;
    return escapes ? std::nullopt : std::optional(body->span);
}

}  // namespace nines::edit

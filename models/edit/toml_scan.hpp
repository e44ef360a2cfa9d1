// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Where the pieces of TOML text begin and end, in bytes. What they mean is the TOML library's matter: the text is
/// taken for well-formed. Of text that is not, every function says so or gives up; none reads beyond its end.
namespace nines::edit {

/// Bytes [begin, end) of the text.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool empty() const { return begin == end; }
    std::size_t size() const { return end - begin; }
    bool contains(const Span& other) const { return begin <= other.begin && other.end <= end; }
    std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// One part of a dotted key.
struct KeyPart {
    Span span;         ///< With its quotes.
    std::string name;  ///< Without them.
};
using Key = std::vector<KeyPart>;

/// What stands between braces or brackets.
struct InlineItem {
    Key key;  ///< Of elements of an array: empty.
    Span value;

    /// From the key to the end of the value.
    Span whole() const { return {key.empty() ? value.begin : key.front().span.begin, value.end}; }
};

/// Reads the text from one position on.
class TomlScanner {
public:
    explicit TomlScanner(std::string_view text, std::size_t position = 0) : text_(text), position_(position) {}

    std::size_t position() const { return position_; }
    bool at_end() const { return position_ >= text_.size(); }
    char peek() const { return at_end() ? '\0' : text_[position_]; }
    /// Steps over `wanted`; false if something else is next.
    bool take(std::string_view wanted);

    void skip_blanks();
    /// Blanks, line ends and comments.
    void skip_filling();
    /// To the line's end, which is not taken.
    void skip_to_line_end();
    /// Takes "\n" or "\r\n"; at the end of the text there is nothing to take. False if anything else is next.
    bool take_line_end();

    /// A dotted key, with the blanks behind it.
    std::optional<Key> take_key();
    /// A value of any form.
    std::optional<Span> take_value(int depth = 0);

private:
    bool take_string();
    bool take_list(char close, int depth);
    std::optional<KeyPart> take_key_part();

    std::string_view text_;
    std::size_t position_ = 0;
};

/// The items of an array or inline table. Precondition: `value` was found by `take_value` and begins with `[` or `{`.
std::vector<InlineItem> items_in(std::string_view text, const Span& value);

bool is_array(std::string_view text, const Span& value);
bool is_inline_table(std::string_view text, const Span& value);
bool is_string(std::string_view text, const Span& value);

/// The string that a value stands for; nothing if it is no string, or a wrong one.
std::optional<std::string> string_in(std::string_view text, const Span& value);

/// What stands between the quotes, if that is the string itself, without escapes and line ends.
std::optional<Span> plain_content(std::string_view text, const Span& value);

}  // namespace nines::edit

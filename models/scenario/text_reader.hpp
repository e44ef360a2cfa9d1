// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "models/scenario/parsed.hpp"

namespace nines::scenario {

/// Walks over one text from left to right: the common ground of the parsers in parse_*.cpp.
///
/// The first error sticks and all later ones are dropped, so that a parser need not ask after every step. Once
/// failed, every `take_*` answers "not there": a loop that goes on only while something is taken comes to its end.
class TextReader {
public:
    explicit TextReader(std::string_view text) : text_(text) {}

    bool ok() const { return !error_; }
    bool failed() const { return error_.has_value(); }

    /// Records the error unless there is one already.
    void fail(std::string_view code, std::size_t offset, std::string message, std::string hint = {});

    /// Offset of the next character that is not a blank (blanks are skipped).
    std::size_t position();

    /// True when only blanks are left.
    bool at_end() { return position() == text_.size(); }

    /// The next character that is not a blank, or NUL at the end and after a failure.
    char peek();

    /// Steps over `symbol` if it is next.
    bool take(char symbol);

    /// Steps over `word` if it is next as a whole word.
    bool take_word(std::string_view word);

    /// The next word without stepping over it: letters (and all characters beyond ASCII), then digits too.
    std::string_view peek_word();
    std::string_view take_any_word();

    /// Characters up to a blank or one of `stops`.
    std::string_view take_until(std::string_view stops);

    /// The text between quotes ("..." or '...') that begins here; fails when the closing quote is missing.
    std::optional<std::string_view> take_quoted();

    /// A finite number without unit; empty (without failure) when no number begins here. A minus sign or too many
    /// digits for a double fail with `codes::number_out_of_range`.
    std::optional<double> take_number();

    /// What is left, for messages; shortened.
    std::string rest();

    /// Where the distributions' nesting is counted.
    int depth = 0;

    /// The outcome of a whole text: `value` if all went well and nothing is left.
    template <class T>
    Parsed<T> finish(T value) {
        if (ok() && !at_end()) fail_at_rest();
        if (error_) return *std::move(error_);
        return value;
    }

private:
    void fail_at_rest();

    std::string_view text_;
    std::size_t next_ = 0;
    std::optional<ParseError> error_;
};

}  // namespace nines::scenario

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

/// TOML line by line, for the colours of an editor. Wrong text has tokens too.
namespace nines::edit {

enum class TokenKind {
    comment,
    header,  ///< `[node.web]`, the brackets with it.
    key,
    text,    ///< A string, the quotes with it.
    number,  ///< Dates and times too.
    word,    ///< true, false, inf, nan.
    sign,    ///< = , { } [ ]
    wrong,   ///< A bare word where a value stands.
};

struct Token {
    std::size_t begin = 0;  ///< In bytes, within the line.
    std::size_t end = 0;
    TokenKind kind = TokenKind::wrong;

    friend bool operator==(const Token&, const Token&) = default;
};

/// What a line begins within.
struct LineState {
    enum class Inside { nothing, basic_text, literal_text };  ///< `"""` and `'''` reach over lines.
    Inside inside = Inside::nothing;
    int brackets = 0;  ///< Open arrays and inline tables.

    friend bool operator==(const LineState&, const LineState&) = default;
};

/// The tokens of one line, without its end; `state` becomes that of the next line.
std::vector<Token> tokens_of_line(std::string_view line, LineState& state);

}  // namespace nines::edit

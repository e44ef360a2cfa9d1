// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/toml_tokens.hpp"

#include <algorithm>

#include "models/scenario/characters.hpp"

namespace nines::edit {
namespace {

constexpr std::string_view basic_fence = "\"\"\"";
constexpr std::string_view literal_fence = "'''";

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

bool ends_value(char c) {
    return is_blank(c) || c == ',' || c == ']' || c == '}' || c == '#' || c == '=';
}

/// Reads one line from left to right.
class LineReader {
public:
    LineReader(std::string_view line, LineState& state) : line_(line), state_(state) {}

    std::vector<Token> read() {
        if (state_.inside != LineState::Inside::nothing) read_fenced(0);
        skip_blanks();
        if (at_ < line_.size() && line_[at_] == '[' && tokens_.empty() && state_.brackets == 0) read_header();
        while (skip_blanks(), at_ < line_.size()) read_token();
        return std::move(tokens_);
    }

private:
    void skip_blanks() {
        while (at_ < line_.size() && is_blank(line_[at_])) ++at_;
    }

    void add(std::size_t begin, TokenKind kind) { tokens_.push_back({begin, at_, kind}); }

    void read_token() {
        const std::size_t begin = at_;
        const char c = line_[at_];
        if (c == '#') {
            at_ = line_.size();
            add(begin, TokenKind::comment);
        } else if (c == '"' || c == '\'') {
            read_text(c);
        } else if (c == '[' || c == '{' || c == ']' || c == '}' || c == '=' || c == ',') {
            ++at_;
            if (c == '[' || c == '{') ++state_.brackets;
            if (c == ']' || c == '}') state_.brackets = std::max(0, state_.brackets - 1);
            add(begin, TokenKind::sign);
        } else {
            read_bare();
        }
    }

    void read_header() {
        const std::size_t begin = at_;
        char quote = '\0';
        while (at_ < line_.size()) {
            const char c = line_[at_++];
            if (quote != '\0') {
                if (c == quote) quote = '\0';
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == ']' && (at_ == line_.size() || line_[at_] != ']')) {
                break;
            }
        }
        add(begin, TokenKind::header);
    }

    void read_text(char quote) {
        const std::string_view fence = quote == '"' ? basic_fence : literal_fence;
        const std::size_t begin = at_;
        if (line_.substr(at_).starts_with(fence)) {
            state_.inside = quote == '"' ? LineState::Inside::basic_text : LineState::Inside::literal_text;
            at_ += fence.size();
            return read_fenced(begin);
        }
        ++at_;
        while (at_ < line_.size() && line_[at_] != quote) at_ += quote == '"' && line_[at_] == '\\' ? 2 : 1;
        at_ = std::min(at_ + 1, line_.size());
        add(begin, is_key_here() ? TokenKind::key : TokenKind::text);
    }

    /// The rest of a string of several lines, from `at_` on.
    void read_fenced(std::size_t begin) {
        const bool basic = state_.inside == LineState::Inside::basic_text;
        const std::string_view fence = basic ? basic_fence : literal_fence;
        while (at_ < line_.size()) {
            if (line_.substr(at_).starts_with(fence)) {
                at_ += fence.size();
                state_.inside = LineState::Inside::nothing;
                return add(begin, TokenKind::text);
            }
            at_ += basic && line_[at_] == '\\' ? 2 : 1;
        }
        at_ = line_.size();
        if (at_ > begin) add(begin, TokenKind::text);
    }

    void read_bare() {
        const std::size_t begin = at_;
        while (at_ < line_.size() && (scenario::is_bare_key_character(line_[at_]) || line_[at_] == '.')) ++at_;
        if (at_ > begin && is_key_here()) return add(begin, TokenKind::key);
        while (at_ < line_.size() && !ends_value(line_[at_])) ++at_;
        add(begin, kind_of_bare(line_.substr(begin, at_ - begin)));
    }

    /// Whether `=` follows, perhaps after further parts of a dotted key.
    bool is_key_here() const {
        std::size_t after = at_;
        while (after < line_.size() &&
               (is_blank(line_[after]) || line_[after] == '.' || scenario::is_bare_key_character(line_[after]) ||
                line_[after] == '"' || line_[after] == '\''))
            ++after;
        return after < line_.size() && line_[after] == '=';
    }

    static TokenKind kind_of_bare(std::string_view word) {
        if (word == "true" || word == "false" || word == "inf" || word == "nan") return TokenKind::word;
        const bool digits = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
        const char first = word.front();
        const bool starts = (first >= '0' && first <= '9') || first == '+' || first == '-';
        return starts && digits ? TokenKind::number : TokenKind::wrong;
    }

    std::string_view line_;
    LineState& state_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokens_of_line(std::string_view line, LineState& state) {
    return LineReader(line, state).read();
}

}  // namespace nines::edit

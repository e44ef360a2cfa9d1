// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/key_place.hpp"

#include <algorithm>
#include <optional>

#include "models/edit/text_place.hpp"
#include "models/edit/toml_tokens.hpp"

namespace nines::edit {
namespace {

/// The value or key that is not finished: from its own line's start, which may be lines above the cursor.
class Walk {
public:
    Walk(std::string_view text, std::size_t begin) : text_(text), at_(begin), word_begin_(begin) {}

    /// False in a comment.
    bool to(std::size_t end) {
        while (at_ < end) {
            const char c = text_[at_];
            if (c == '#') {
                while (at_ < end && text_[at_] != '\n') ++at_;
                if (at_ == end) return false;
            } else if (c == '"' || c == '\'') {
                if (!pass_string(end, c)) break;
            } else {
                pass(c);
            }
        }
        return true;
    }

    KeyPlace place(std::size_t end) const {
        KeyPlace place;
        const bool value = value_ || (!frames_.empty() && frames_.back().is_list);
        place.what = value ? KeyPlace::What::value : KeyPlace::What::key;
        for (const Frame& frame : frames_) place.keys.insert(place.keys.end(), frame.keys.begin(), frame.keys.end());
        place.in_string = string_begin_.has_value();
        place.begin = string_begin_ ? *string_begin_ : word_begin_;
        if (value) {
            if (value_) place.keys.insert(place.keys.end(), key_.begin(), key_.end());
            if (finished_ && !place.in_string) place.what = KeyPlace::What::nothing;
        } else {
            auto parts = parts_of_key(text_.substr(word_begin_, end - word_begin_));
            place.begin = end - parts.back().size();
            parts.pop_back();
            place.keys.insert(place.keys.end(), parts.begin(), parts.end());
            if (!frames_.empty()) place.present = frames_.back().present;
        }
        return place;
    }

    bool is_within_inline_table() const { return !frames_.empty(); }

private:
    struct Frame {
        std::vector<std::string> keys;
        bool is_list = false;
        std::vector<std::string> present;
    };

    void pass(char c) {
        switch (c) {
            case '=':
                key_ = parts_of_key(text_.substr(word_begin_, at_ - word_begin_));
                if (!frames_.empty()) frames_.back().present.push_back(key_.front());
                start(true);
                break;
            case '{':
            case '[':
                frames_.push_back({value_ ? key_ : std::vector<std::string>(), c == '[', {}});
                start(false);
                break;
            case '}':
            case ']':
                if (!frames_.empty()) frames_.pop_back();
                start(true);
                finished_ = true;
                break;
            case ',': start(false); break;
            case ' ':
            case '\t':
            case '\r':
            case '\n':
                if (word_begin_ == at_) ++word_begin_;
                ++at_;
                break;
            default: ++at_; break;
        }
    }

    void start(bool value) {
        value_ = value;
        finished_ = false;
        word_begin_ = ++at_;
    }

    /// False if the string is not closed before the end: the cursor is in it.
    bool pass_string(std::size_t end, char quote) {
        const std::size_t begin = at_ + 1;
        std::size_t close = begin;
        while (close < end && text_[close] != quote && text_[close] != '\n') ++close;
        if (close >= end) {
            at_ = end;
            const std::size_t blank = text_.substr(begin, end - begin).find_last_of(" ,");
            string_begin_ = blank == std::string_view::npos ? begin : begin + blank + 1;
            return false;
        }
        at_ = close + 1;
        finished_ = value_;
        return true;
    }

    std::string_view text_;
    std::size_t at_;
    std::size_t word_begin_;
    std::optional<std::size_t> string_begin_;
    std::vector<Frame> frames_;
    std::vector<std::string> key_;
    bool value_ = false;
    bool finished_ = false;
};

/// Lines of a table from its header's line on, until the next header.
struct TableLines {
    std::size_t value_begin = 0;  ///< Where the line begins that the cursor's value or key stands in.
    bool in_long_text = false;    ///< The cursor's line begins within a string of several lines.
    std::vector<std::string> keys;
};

TableLines lines_of_table(std::string_view text, std::size_t begin, std::size_t cursor_line) {
    TableLines lines{.value_begin = cursor_line, .in_long_text = false, .keys = {}};
    LineState state;
    for (std::size_t at = begin, number = 0; at <= text.size(); ++number) {
        std::size_t end = text.find('\n', at);
        if (end == std::string_view::npos) end = text.size();
        const std::string_view line = text.substr(at, end - at);
        if (number > 0 && state == LineState{} && header_of_line(line)) break;
        if (at <= cursor_line && state == LineState{}) lines.value_begin = at;
        if (at == cursor_line) lines.in_long_text = state.inside != LineState::Inside::nothing;
        const bool whole = state == LineState{};
        const auto tokens = tokens_of_line(line, state);
        if (whole && at != cursor_line && !tokens.empty() && tokens.front().kind == TokenKind::key) {
            const Token& key = tokens.front();
            lines.keys.push_back(parts_of_key(line.substr(key.begin, key.end - key.begin)).front());
        }
        at = end + 1;
    }
    return lines;
}

KeyPlace header_place(std::string_view text, std::size_t line_begin, std::size_t offset) {
    const std::size_t bracket = text.find_first_not_of("[ \t", line_begin);
    const std::size_t begin = std::min(bracket == std::string_view::npos ? offset : bracket, offset);
    KeyPlace place{.what = KeyPlace::What::header,
                   .kind = {},
                   .keys = parts_of_key(text.substr(begin, offset - begin)),
                   .present = {},
                   .in_string = false,
                   .begin = 0};
    place.begin = offset - place.keys.back().size();
    place.keys.pop_back();
    return place;
}

}  // namespace

KeyPlace key_place_at(std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    KeyPlace nothing;
    nothing.begin = offset;
    const std::size_t newline = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
    const std::size_t line_begin = newline == std::string_view::npos ? 0 : newline + 1;
    // The table that the line above belongs to: this line may be about to become a header.
    const auto header = header_at(text, line_begin == 0 ? 0 : line_begin - 1);
    const TableLines lines = lines_of_table(text, header ? header->line_begin : 0, line_begin);
    if (lines.in_long_text) return nothing;
    const std::string_view before = text.substr(line_begin, offset - line_begin);
    const auto first = before.find_first_not_of(" \t");
    if (lines.value_begin == line_begin && first != std::string_view::npos && before[first] == '[')
        return before.find_first_of("]#") == std::string_view::npos ? header_place(text, line_begin, offset) : nothing;
    if (!header || line_begin <= header->line_begin) return nothing;

    Walk walk(text, lines.value_begin);
    if (!walk.to(offset)) return nothing;
    KeyPlace place = walk.place(offset);
    if (place.what == KeyPlace::What::key && !walk.is_within_inline_table()) place.present = lines.keys;
    const auto& keys = header->keys;
    const bool defaults = keys.front() == "defaults" && keys.size() > 1;
    place.kind = defaults ? keys[1] : keys.front();
    const std::size_t skipped = place.kind == "scenario" ? 1 : 2;
    if (keys.size() > skipped)
        place.keys.insert(place.keys.begin(), keys.begin() + std::ptrdiff_t(skipped), keys.end());
    if (keys.size() < skipped) place.what = KeyPlace::What::nothing;
    return place;
}

}  // namespace nines::edit

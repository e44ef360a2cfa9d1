// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/text_reader.hpp"

#include <charconv>
#include <cmath>
#include <system_error>

#include <fmt/format.h>

#include "models/scenario/characters.hpp"
#include "models/scenario/codes.hpp"

namespace nines::scenario {
namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// At most 40 bytes of `text`, cut between characters.
std::string shortened(std::string_view text) {
    constexpr std::size_t longest = 40;
    if (text.size() <= longest) return std::string(text);
    std::size_t end = longest;
    while (end > 0 && !begins_character(text[end])) --end;
    return std::string(text.substr(0, end)) + "...";
}

}  // namespace

void TextReader::fail(std::string_view code, std::size_t offset, std::string message, std::string hint) {
    if (!error_) error_ = ParseError{code, std::move(message), std::move(hint), offset};
}

std::size_t TextReader::position() {
    while (next_ < text_.size() && is_blank(text_[next_])) ++next_;
    return next_;
}

char TextReader::peek() {
    return failed() || at_end() ? '\0' : text_[next_];
}

bool TextReader::take(char symbol) {
    if (peek() != symbol) return false;
    ++next_;
    return true;
}

std::string_view TextReader::peek_word() {
    if (failed() || at_end() || !is_letter(text_[next_])) return {};
    std::size_t end = next_;
    while (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]))) ++end;
    return text_.substr(next_, end - next_);
}

std::string_view TextReader::take_any_word() {
    const std::string_view word = peek_word();
    next_ += word.size();
    return word;
}

bool TextReader::take_word(std::string_view word) {
    if (peek_word() != word) return false;
    next_ += word.size();
    return true;
}

std::string_view TextReader::take_until(std::string_view stops) {
    if (failed() || at_end()) return {};
    const std::size_t begin = next_;
    while (next_ < text_.size() && !is_blank(text_[next_]) && stops.find(text_[next_]) == std::string_view::npos)
        ++next_;
    return text_.substr(begin, next_ - begin);
}

std::optional<std::string_view> TextReader::take_quoted() {
    const char quote = peek();
    if (quote != '"' && quote != '\'') return std::nullopt;
    const std::size_t end = text_.find(quote, next_ + 1);
    if (end == std::string_view::npos) {
        fail(codes::trailing_text, next_, "the closing quote is missing");
        return std::nullopt;
    }
    const std::string_view inside = text_.substr(next_ + 1, end - next_ - 1);
    next_ = end + 1;
    return inside;
}

std::optional<double> TextReader::take_number() {
    const char first = peek();
    if (first == '-') {
        fail(codes::number_out_of_range, next_, "a negative number is not allowed here");
        return std::nullopt;
    }
    if (!is_digit(first) && first != '.') return std::nullopt;
    double value = 0.0;
    const char* const begin = text_.data() + next_;
    const auto [end, problem] = std::from_chars(begin, text_.data() + text_.size(), value);
    if (problem == std::errc::invalid_argument) return std::nullopt;
    if (problem == std::errc::result_out_of_range || !std::isfinite(value)) {
        fail(codes::number_out_of_range, next_, "the number is too large or too small to be kept");
        return std::nullopt;
    }
    next_ += static_cast<std::size_t>(end - begin);
    return value;
}

std::string TextReader::rest() {
    return shortened(text_.substr(position()));
}

void TextReader::fail_at_rest() {
    const std::size_t offset = position();
    fail(codes::trailing_text, offset, fmt::format("\"{}\" follows a complete value", rest()));
}

}  // namespace nines::scenario

// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "models/scenario/codes.hpp"
#include "models/scenario/read_quantity.hpp"

namespace nines::scenario {
namespace {

constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};

std::string lower(std::string_view word) {
    std::string text(word);
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

/// Exactly two digits of a clock, or empty.
std::optional<int> two_digits(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() != 2 || !is_digit(text[0]) || !is_digit(text[1])) return std::nullopt;
    return (text[0] - '0') * 10 + (text[1] - '0');
}

/// "09:00" or "09:00:30" as seconds, or empty.
std::optional<int> clock_seconds(std::string_view text) {
    if (text.size() != 5 && text.size() != 8) return std::nullopt;
    const std::optional<int> hours = two_digits(text.substr(0, 2));
    const std::optional<int> minutes = two_digits(text.substr(3, 2));
    const std::optional<int> seconds = text.size() == 8 ? two_digits(text.substr(6, 2)) : 0;
    const bool colons = text[2] == ':' && (text.size() == 5 || text[5] == ':');
    if (!hours || !minutes || !seconds || !colons) return std::nullopt;
    if (*hours > 24 || *minutes > 59 || *seconds > 59) return std::nullopt;
    return (*hours * 60 + *minutes) * 60 + *seconds;
}

}  // namespace

std::optional<int> weekday_of(std::string_view word) {
    const std::string name = lower(word);
    for (std::size_t day = 0; day < weekdays.size(); ++day) {
        if (name == weekdays[day] || name == weekdays[day].substr(0, 3)) return static_cast<int>(day);
    }
    return std::nullopt;
}

int read_weekday(TextReader& reader, std::string_view code) {
    const std::size_t offset = reader.position();
    const std::string_view word = reader.take_any_word();
    if (const std::optional<int> day = weekday_of(word)) return *day;
    reader.fail(code, offset,
                word.empty() ? std::string("a weekday is missing") : fmt::format("\"{}\" is not a weekday", word),
                "weekdays: Mon, Tue, Wed, Thu, Fri, Sat, Sun");
    return 0;
}

Duration read_time_of_day(TextReader& reader, std::string_view code, bool allow_24) {
    constexpr int day_seconds = 86400;
    const std::size_t offset = reader.position();
    const std::string_view text = reader.take_until("-,");
    const std::optional<int> seconds = clock_seconds(text);
    if (seconds && (*seconds < day_seconds || (allow_24 && *seconds == day_seconds)))
        return Duration::seconds(*seconds);
    reader.fail(
        code, offset,
        text.empty() ? std::string("a time of day is missing") : fmt::format("\"{}\" is not a time of day", text),
        "write hours and minutes as \"09:00\", from 00:00 to 23:59");
    return {};
}

}  // namespace nines::scenario

// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>
#include <system_error>

#include <fmt/format.h>

#include "models/scenario/codes.hpp"
#include "models/scenario/parse.hpp"
#include "models/scenario/read_quantity.hpp"

namespace nines::scenario {
namespace {

/// All of `digits` as a number, or empty.
std::optional<int> whole_number(std::string_view digits) {
    int value = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool all = problem == std::errc() && end == digits.data() + digits.size() && value >= 0;
    return all ? std::optional(value) : std::nullopt;
}

/// "2026-01-05" as its weekday, or empty.
std::optional<int> weekday_of_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const std::optional<int> year = whole_number(text.substr(0, 4));
    const std::optional<int> month = whole_number(text.substr(5, 2));
    const std::optional<int> day = whole_number(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const std::chrono::year_month_day date(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day)));
    if (!date.ok()) return std::nullopt;
    return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(date)).iso_encoding()) - 1;
}

/// True if the text begins as a date does: with four digits and a hyphen.
bool begins_with_date(std::string_view text) {
    return text.size() > 4 && text[4] == '-' && whole_number(text.substr(0, 4)).has_value();
}

int read_date(TextReader& reader) {
    const std::size_t offset = reader.position();
    const std::string_view text = reader.take_until("Tt");
    if (const std::optional<int> day = weekday_of_date(text)) return *day;
    reader.fail(codes::clock_time, offset, fmt::format("\"{}\" is not a date", text), "write it as \"2026-01-05\"");
    return 0;
}

bool is_multiple_of_weeks(Duration period) {
    const double weeks = period / Duration::weeks(1);
    return weeks >= 1.0 && weeks == std::floor(weeks);
}

}  // namespace

Parsed<ClockTime> parse_clock_time(std::string_view text) {
    TextReader reader(text);
    int day = 0;
    bool time_needed = true;
    if (reader.at_end()) {
        reader.fail(codes::empty_value, 0, "a clock time is missing", "for example \"Mon 09:00\"");
    } else if (begins_with_date(text.substr(reader.position()))) {
        day = read_date(reader);
        if (!reader.take('T')) reader.take('t');
        time_needed = false;
    } else if (!reader.peek_word().empty()) {
        day = read_weekday(reader, codes::clock_time);
        time_needed = false;
    }
    const bool has_time = time_needed || !reader.at_end();
    const Duration time = has_time ? read_time_of_day(reader, codes::clock_time) : Duration();
    return reader.finish(ClockTime{Duration::days(day) + time});
}

Parsed<ClockTime> parse_time_of_day(std::string_view text) {
    TextReader reader(text);
    if (reader.at_end()) reader.fail(codes::empty_value, 0, "a time of day is missing", "for example \"14:00\"");
    const Duration time = read_time_of_day(reader, codes::clock_time);
    return reader.finish(ClockTime{time});
}

Parsed<Schedule> parse_schedule(std::string_view text) {
    TextReader reader(text);
    Schedule schedule;
    if (reader.at_end())
        reader.fail(codes::empty_value, 0, "a schedule is missing", "for example \"every 1 d at 02:00\"");
    reader.take_word("every");
    const std::size_t period_offset = reader.position();
    schedule.period = read_duration(reader);
    if (schedule.period <= Duration()) reader.fail(codes::schedule, period_offset, "the period must be above 0");

    const std::size_t on_offset = reader.position();
    if (reader.take_word("on")) {
        schedule.weekday = read_weekday(reader, codes::schedule);
        if (!is_multiple_of_weeks(schedule.period)) {
            reader.fail(codes::schedule, on_offset, "a weekday needs a period of whole weeks",
                        "for example \"every 1 wk on Sun at 01:00\"");
        }
    }
    if (reader.take_word("at")) schedule.at = read_time_of_day(reader, codes::schedule);
    return reader.finish(schedule);
}

Parsed<LogPace> parse_log_pace(std::string_view text) {
    constexpr std::string_view example = "for example \"every 60 s\", or \"streamed\"";
    TextReader reader(text);
    LogPace pace;
    if (reader.at_end()) {
        reader.fail(codes::empty_value, 0, "how often the log is shipped is missing", std::string(example));
    } else if (!reader.take_word("streamed")) {
        const std::size_t offset = reader.position();
        if (!reader.take_word("every")) {
            reader.fail(codes::schedule, offset, "a log is shipped \"every\" so long, or \"streamed\"",
                        std::string(example));
        }
        pace.every = read_duration(reader);
        if (reader.ok() && *pace.every <= Duration()) {
            reader.fail(codes::schedule, offset, "a period is longer than 0", std::string(example));
        }
    }
    return reader.finish(pace);
}

}  // namespace nines::scenario

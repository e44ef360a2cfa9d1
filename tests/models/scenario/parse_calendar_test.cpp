// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <utility>
#include <vector>

#include "models/scenario/codes.hpp"
#include "models/scenario/parse.hpp"
#include "models/scenario/value_text.hpp"
#include "tests/catch.hpp"

namespace nines::scenario {
namespace {

double hours(std::string_view text) {
    const auto time = parse_clock_time(text);
    INFO(text);
    REQUIRE(time);
    return time->since_monday.in_hours();
}

/// Windows as (begin, end) in hours since Monday.
std::vector<std::pair<double, double>> windows(std::string_view text) {
    const auto parsed = parse_week_windows(text);
    INFO(text << ": " << (parsed ? std::string() : parsed.error().message));
    REQUIRE(parsed);
    std::vector<std::pair<double, double>> result;
    for (const WeekWindow& window : *parsed) result.emplace_back(window.begin.in_hours(), window.end.in_hours());
    return result;
}

using Hours = std::vector<std::pair<double, double>>;

}  // namespace

TEST_CASE("a clock time is a position in the week", "[parse][calendar]") {
    CHECK(hours("Mon 09:00") == 9.0);
    CHECK(hours("09:00") == 9.0);
    CHECK(hours("Sun 23:30") == 6 * 24 + 23.5);
    CHECK(hours("wednesday 00:00") == 48.0);
    CHECK(hours("2026-01-05 09:00") == 9.0);             // 5 January 2026 is a Monday.
    CHECK(hours("2024-02-29T12:00:00") == 3 * 24 + 12);  // 29 February 2024 was a Thursday.
    CHECK(hours("2026-01-06") == 24.0);
}

TEST_CASE("an impossible clock time is refused at its place", "[parse][calendar]") {
    CHECK(parse_clock_time("Mon 9:00").error().offset == 4);
    CHECK(parse_clock_time("Mon 24:00").error().offset == 4);
    CHECK(parse_clock_time("Mon 09:60").error().code == codes::clock_time.id);
    CHECK(parse_clock_time("Mun 09:00").error().offset == 0);
    CHECK(parse_clock_time("2026-02-30 09:00").error().code == codes::clock_time.id);
    CHECK(parse_clock_time("").error().code == codes::empty_value.id);
    CHECK(parse_clock_time("Mon 09:00 UTC").error().code == codes::trailing_text.id);
}

TEST_CASE("schedules have a period, a weekday and a time of day", "[parse][calendar]") {
    const auto daily = parse_schedule("every 1 d at 02:00");
    REQUIRE(daily);
    CHECK(daily->period == Duration::days(1));
    CHECK(daily->at == Duration::hours(2));
    CHECK_FALSE(daily->weekday.has_value());

    const auto weekly = parse_schedule("every 1 wk on Sun at 01:00");
    REQUIRE(weekly);
    CHECK(weekly->weekday == 6);

    CHECK(parse_schedule("30 d at 02:00")->period == Duration::days(30));
    CHECK(parse_schedule("every 1 mo")->period.in_years() == Approx(1.0 / 12));
    CHECK(parse_schedule("every 60 s")->period == Duration::seconds(60));
    CHECK(parse_schedule("every 2 wk on Mon")->weekday == 0);
}

TEST_CASE("a schedule that makes no sense is refused at its place", "[parse][calendar]") {
    CHECK(parse_schedule("every 1 d on Sun").error().offset == 10);
    CHECK(parse_schedule("every 0 s").error().code == codes::schedule.id);
    CHECK(parse_schedule("every day").error().code == codes::number_invalid.id);
    CHECK(parse_schedule("every 1 d at noon").error().offset == 13);
    CHECK(parse_schedule("every 1 wk on Xyz").error().offset == 14);
    CHECK(parse_schedule("every 1 d at 02:00 sharp").error().code == codes::trailing_text.id);
    CHECK(parse_schedule("").error().code == codes::empty_value.id);
}

TEST_CASE("windows lie within the week", "[parse][calendar]") {
    CHECK(windows("Sun 02:00-06:00") == Hours{{146, 150}});
    CHECK(windows("Mon-Fri 09:00-17:00") == Hours{{9, 17}, {33, 41}, {57, 65}, {81, 89}, {105, 113}});
    CHECK(windows("24x7") == Hours{{0, 168}});
    CHECK(windows("always") == Hours{{0, 168}});
    CHECK(windows("Mon 00:00-24:00") == Hours{{0, 24}});
    CHECK(windows("02:00-04:00").size() == 7);
}

TEST_CASE("a window goes on across midnight and is cut at the week's end", "[parse][calendar]") {
    CHECK(windows("Fri 22:00-06:00") == Hours{{118, 126}});
    CHECK(windows("Sun 22:00-06:00") == Hours{{0, 6}, {166, 168}});
    CHECK(windows("Sat-Mon 10:00-12:00") == Hours{{10, 12}, {130, 132}, {154, 156}});
}

TEST_CASE("windows that touch or overlap become one", "[parse][calendar]") {
    CHECK(windows("Tue 09:00-12:00, Mon 09:00-12:00, Mon 11:00-13:00") == Hours{{9, 13}, {33, 36}});
    CHECK(windows("00:00-24:00") == Hours{{0, 168}});
}

TEST_CASE("a malformed window is refused at its place", "[parse][calendar]") {
    CHECK(parse_week_windows("Sun").error().code == codes::week_window.id);
    CHECK(parse_week_windows("Sun 02:00").error().offset == 9);
    CHECK(parse_week_windows("Sun 02:00-02:00").error().code == codes::week_window.id);
    CHECK(parse_week_windows("Sun 02:00-25:00").error().offset == 10);
    CHECK(parse_week_windows("Sunny 02:00-06:00").error().offset == 0);
    CHECK(parse_week_windows("Mon 09:00-17:00,").error().offset == 16);
    CHECK(parse_week_windows("").error().code == codes::empty_value.id);
}

TEST_CASE("a time of day has no weekday", "[parse][clock]") {
    CHECK(parse_time_of_day("14:00")->since_monday.in_hours() == 14);
    CHECK(parse_time_of_day("00:00:30")->since_monday.in_seconds() == 30);
    CHECK(parse_time_of_day("Mon 14:00").error().code == codes::clock_time.id);
    CHECK(parse_time_of_day("24:00").error().code == codes::clock_time.id);
    CHECK(parse_time_of_day("14:00 h").error().code == codes::trailing_text.id);
    CHECK(parse_time_of_day("").error().code == codes::empty_value.id);
}

TEST_CASE("a log is shipped every so long, or as it is written", "[parse][calendar]") {
    CHECK(parse_log_pace("every 60 s")->every == Duration::seconds(60));
    CHECK_FALSE(parse_log_pace("streamed")->every);
    CHECK(to_text(*parse_log_pace("every 60 s")) == "every 1 min");
    CHECK(to_text(*parse_log_pace("streamed")) == "streamed");
    CHECK(parse_log_pace("60 s").error().code == codes::schedule.id);
    CHECK(parse_log_pace("every 0 s").error().code == codes::schedule.id);
    CHECK(parse_log_pace("every 1 d at 02:00").error().code == codes::trailing_text.id);
    CHECK(parse_log_pace("streaming").error().code == codes::schedule.id);
    CHECK(parse_log_pace("").error().code == codes::empty_value.id);
}

}  // namespace nines::scenario

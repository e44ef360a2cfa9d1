// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "models/scenario/value_text.hpp"

namespace nines::scenario {
namespace {

constexpr std::array<std::string_view, 7> weekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr int day_seconds = 86400;

/// "02:00", or "02:00:30" when there are seconds.
std::string clock_text(int seconds) {
    const std::string text = fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
    return seconds % 60 == 0 ? text : fmt::format("{}:{:02}", text, seconds % 60);
}

int whole_seconds(Duration time) {
    return static_cast<int>(std::lround(time.in_seconds()));
}

/// A window within one day, or across one midnight: what one entry of the text can say.
struct DayWindow {
    int day = 0;
    int begin = 0;  ///< Seconds after midnight.
    int end = 0;    ///< Of the same day, or of the next one if not after `begin`.
};

std::string text_of(const std::vector<DayWindow>& run) {
    const std::string times = fmt::format("{}-{}", clock_text(run.front().begin), clock_text(run.front().end));
    const std::string_view first = weekdays[static_cast<std::size_t>(run.front().day)];
    const std::string_view last = weekdays[static_cast<std::size_t>(run.back().day)];
    return run.size() == 1 ? fmt::format("{} {}", first, times) : fmt::format("{}-{} {}", first, last, times);
}

/// Cuts at midnights only what is longer than a text entry can say.
std::vector<DayWindow> by_days(const std::vector<WeekWindow>& windows) {
    std::vector<DayWindow> result;
    for (const WeekWindow& window : windows) {
        int begin = whole_seconds(window.begin);
        const int end = whole_seconds(window.end);
        while (begin < end) {
            const int day = begin / day_seconds;
            const int midnight = (day + 1) * day_seconds;
            const bool across_midnight = end > midnight && end - begin < day_seconds;
            const int cut = across_midnight ? end : std::min(end, midnight);
            result.push_back({day, begin % day_seconds, cut == midnight ? day_seconds : cut % day_seconds});
            begin = cut;
        }
    }
    return result;
}

}  // namespace

std::string to_text(ClockTime time) {
    const int seconds = whole_seconds(time.since_monday);
    return fmt::format("{} {}", weekdays[static_cast<std::size_t>(seconds / day_seconds % 7)],
                       clock_text(seconds % day_seconds));
}

std::string time_of_day_to_text(ClockTime time) {
    return clock_text(whole_seconds(time.since_monday) % day_seconds);
}

std::string to_text(const Schedule& schedule) {
    std::string text = "every " + to_text(schedule.period);
    if (schedule.weekday) text += fmt::format(" on {}", weekdays[static_cast<std::size_t>(*schedule.weekday)]);
    if (schedule.at) text += " at " + clock_text(whole_seconds(*schedule.at));
    return text;
}

std::string to_text(const LogPace& pace) {
    return pace.every ? "every " + to_text(*pace.every) : std::string("streamed");
}

std::string to_text(const WeekWindow& window) {
    return to_text(std::vector<WeekWindow>{window});
}

std::string to_text(const std::vector<WeekWindow>& windows) {
    const bool always = windows.size() == 1 && windows[0].begin == Duration() && windows[0].end == Duration::weeks(1);
    if (always) return "24x7";
    std::string text;
    std::vector<DayWindow> run;
    const auto write_run = [&] {
        if (!run.empty()) text += (text.empty() ? "" : ", ") + text_of(run);
        run.clear();
    };
    for (const DayWindow& window : by_days(windows)) {
        const bool goes_on = !run.empty() && window.day == run.back().day + 1 && window.begin == run.back().begin &&
                             window.end == run.back().end;
        if (!goes_on) write_run();
        run.push_back(window);
    }
    write_run();
    return text;
}

}  // namespace nines::scenario

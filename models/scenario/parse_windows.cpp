// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "models/scenario/codes.hpp"
#include "models/scenario/parse.hpp"
#include "models/scenario/read_quantity.hpp"

namespace nines::scenario {
namespace {

constexpr int days_in_week = 7;
constexpr std::size_t most_windows = 1000;

/// First and last day of "Mon-Fri"; the last may be before the first, "Fri-Mon".
struct Days {
    int first = 0;
    int last = days_in_week - 1;
};

Days read_days(TextReader& reader) {
    if (reader.peek_word().empty()) return {};
    const int first = read_weekday(reader, codes::week_window);
    const int last = reader.take('-') ? read_weekday(reader, codes::week_window) : first;
    return {first, last};
}

/// Adds [begin, end), which may reach beyond Sunday 24:00 by up to a day.
void add(std::vector<WeekWindow>& windows, Duration begin, Duration end) {
    const Duration week = Duration::weeks(1);
    windows.push_back({begin, std::min(end, week)});
    if (end > week) windows.push_back({Duration(), end - week});
}

void read_window(TextReader& reader, std::vector<WeekWindow>& windows) {
    const Days days = read_days(reader);
    const std::size_t offset = reader.position();
    const Duration begin = read_time_of_day(reader, codes::week_window);
    if (!reader.take('-')) {
        reader.fail(codes::week_window, reader.position(), "a window has a begin and an end",
                    "for example \"Sun 02:00-06:00\"");
    }
    Duration end = read_time_of_day(reader, codes::week_window, true);
    if (begin == end) { reader.fail(codes::week_window, offset, "the window is empty", "a whole day is 00:00-24:00"); }
    if (end < begin) end += Duration::days(1);
    if (reader.failed()) return;
    const int count = (days.last - days.first + days_in_week) % days_in_week + 1;
    for (int i = 0; i < count; ++i) {
        const Duration midnight = Duration::days((days.first + i) % days_in_week);
        add(windows, midnight + begin, midnight + end);
    }
}

/// Sorted, with windows that overlap or touch made one.
std::vector<WeekWindow> united(std::vector<WeekWindow> windows) {
    std::sort(windows.begin(), windows.end(),
              [](const WeekWindow& a, const WeekWindow& b) { return a.begin < b.begin; });
    std::vector<WeekWindow> result;
    for (const WeekWindow& window : windows) {
        if (!result.empty() && window.begin <= result.back().end) {
            result.back().end = std::max(result.back().end, window.end);
        } else {
            result.push_back(window);
        }
    }
    return result;
}

/// True if the text says all the time.
bool is_always(std::string_view text) {
    TextReader reader(text);
    const std::string_view word = reader.take_until("");
    return reader.at_end() && (word == "24x7" || word == "24/7" || word == "always");
}

}  // namespace

Parsed<std::vector<WeekWindow>> parse_week_windows(std::string_view text) {
    if (is_always(text)) return std::vector<WeekWindow>{{Duration(), Duration::weeks(1)}};
    TextReader reader(text);
    std::vector<WeekWindow> windows;
    if (reader.at_end()) {
        reader.fail(codes::empty_value, 0, "a window is missing", "for example \"Mon-Fri 09:00-17:00\" or \"24x7\"");
    }
    do {
        read_window(reader, windows);
        if (windows.size() > most_windows) reader.fail(codes::week_window, 0, "more than 1000 windows");
    } while (reader.take(','));
    return reader.finish(united(std::move(windows)));
}

}  // namespace nines::scenario

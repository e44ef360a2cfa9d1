// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/kernel/calendar.hpp"

#include <algorithm>
#include <cmath>

namespace nines::sim {

namespace {

constexpr double week = 7.0 * 86400.0;

double open_before(const std::vector<WeekHours::Interval>& intervals, double position) {
    double open = 0.0;
    for (const auto& interval : intervals) {
        open += std::clamp(position - interval.begin, 0.0, interval.end - interval.begin);
    }
    return open;
}

}  // namespace

double Recurrence::next(double seconds, bool strictly) const {
    // Each instant is computed in one way only, or rounding would make two of one.
    const auto instant = [&](double n) { return phase_seconds + n * period_seconds; };
    const auto qualifies = [&](double at) { return strictly ? at > seconds : at >= seconds; };
    double n = std::max(0.0, std::ceil((seconds - phase_seconds) / period_seconds));
    // The division may have rounded either way: step to the first instant that truly qualifies.
    while (n > 0.0 && qualifies(instant(n - 1.0))) n -= 1.0;
    while (!qualifies(instant(n))) n += 1.0;
    return instant(n);
}

WeekHours::WeekHours(std::vector<Interval> intervals, double start_of_trial) : start_(start_of_trial) {
    std::sort(intervals.begin(), intervals.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
    for (const auto& interval : intervals) {
        if (!intervals_.empty() && interval.begin <= intervals_.back().end) {
            intervals_.back().end = std::max(intervals_.back().end, interval.end);
        } else {
            intervals_.push_back(interval);
        }
    }
    open_per_week_ = open_before(intervals_, week);
    if (open_per_week_ >= week) intervals_.clear();
}

bool WeekHours::is_open(double seconds) const {
    if (always_open()) return true;
    const double position = std::fmod(start_ + seconds, week);
    return std::any_of(intervals_.begin(), intervals_.end(),
                       [&](const auto& i) { return position >= i.begin && position < i.end; });
}

double WeekHours::next_opening(double seconds) const {
    if (is_open(seconds)) return seconds;
    const double absolute = start_ + seconds;
    const double monday = std::floor(absolute / week) * week;
    const double position = absolute - monday;
    for (const auto& interval : intervals_) {
        if (interval.begin >= position) return monday + interval.begin - start_;
    }
    return monday + week + intervals_.front().begin - start_;
}

double WeekHours::finish(double seconds, double work) const {
    if (always_open() || work == 0.0) return seconds + work;
    const double absolute = start_ + seconds;
    const double monday = std::floor(absolute / week) * week;
    double due = open_before(intervals_, absolute - monday) + work;
    // Work that fills its last week exactly is done at that week's last closing time, not at the next opening.
    const double full_weeks = std::max(0.0, std::ceil(due / open_per_week_) - 1.0);
    due -= full_weeks * open_per_week_;
    for (const auto& interval : intervals_) {
        const double length = interval.end - interval.begin;
        if (due <= length) return monday + full_weeks * week + interval.begin + due - start_;
        due -= length;
    }
    return monday + full_weeks * week + intervals_.back().end - start_;
}

double WeekHours::open_between(double from, double to) const {
    if (always_open()) return to - from;
    const auto open_since_monday_zero = [&](double seconds) {
        const double absolute = start_ + seconds;
        const double weeks = std::floor(absolute / week);
        return weeks * open_per_week_ + open_before(intervals_, absolute - weeks * week);
    };
    return open_since_monday_zero(to) - open_since_monday_zero(from);
}

}  // namespace nines::sim

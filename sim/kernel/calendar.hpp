// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace nines::sim {

/// Instants phase + n * period (n = 0, 1, ..), found in closed form: nothing periodic needs an event of its own.
struct Recurrence {
    double period_seconds = 0.0;
    double phase_seconds = 0.0;  ///< In [0, period).

    /// First instant at or after `seconds`; strictly after when `strictly`.
    double next(double seconds, bool strictly = false) const;
};

/// Weekly working hours, as disjoint ascending [begin, end) intervals of seconds since Monday 00:00.
/// Without intervals it is always open.
class WeekHours {
public:
    struct Interval {
        double begin;
        double end;
    };

    WeekHours() = default;
    /// `start_of_trial` is the position in the week at time 0. Touching and overlapping intervals are joined.
    WeekHours(std::vector<Interval> intervals, double start_of_trial);

    bool always_open() const { return intervals_.empty(); }
    bool is_open(double seconds) const;
    /// First instant at or after `seconds` at which it is open.
    double next_opening(double seconds) const;
    /// When `work` seconds of open time, counted from `seconds` on, are done.
    double finish(double seconds, double work) const;
    /// Open seconds between two instants.
    double open_between(double from, double to) const;

private:
    std::vector<Interval> intervals_;
    double start_ = 0.0;
    double open_per_week_ = 0.0;
};

}  // namespace nines::sim

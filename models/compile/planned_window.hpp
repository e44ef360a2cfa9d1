// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

#include "sim/kernel/calendar.hpp"

namespace nines::compile {

/// Planned work on one member that begins within certain hours only: in each round when so much work on the members
/// before it, counted in these hours, has been done.
struct PlannedWindow {
    sim::WeekHours hours;
    double seconds_before = 0.0;

    bool exists() const { return !hours.always_open(); }

    /// When work begins for the first time at or after `seconds`; strictly after when `strictly`. Rounds that come
    /// before the work of an earlier one could begin are one with it.
    double next(const sim::Recurrence& rounds, double seconds, bool strictly) const {
        const auto begin = [&](double n) {
            return hours.next_opening(hours.finish(rounds.phase_seconds + n * rounds.period_seconds, seconds_before));
        };
        const auto qualifies = [&](double at) { return strictly ? at > seconds : at >= seconds; };
        double n = std::max(0.0, std::floor((seconds - rounds.phase_seconds) / rounds.period_seconds));
        while (n > 0.0 && qualifies(begin(n - 1.0))) n -= 1.0;
        while (!qualifies(begin(n))) n += 1.0;
        return begin(n);
    }
};

}  // namespace nines::compile

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/scenario.hpp"
#include "sim/kernel/calendar.hpp"

namespace nines::compile {

/// A schedule's instants in seconds since the start of the trial, whose clock begins at `experiment.start`.
///
/// A schedule without a time of day counts from the start: "every 30 d" is at 30 d, 60 d, ..; with one it falls on
/// that time of day (and day of the week), "every 1 d at 02:00" at the first 02:00 after the start.
sim::Recurrence recurrence_of(const scenario::Schedule& schedule, const scenario::Experiment& experiment);

/// Windows of the week on the same clock.
sim::WeekHours hours_of(const std::vector<scenario::WeekWindow>& windows, const scenario::Experiment& experiment);

/// A crew's working hours on the same clock.
sim::WeekHours hours_of(const scenario::Crew& crew, const scenario::Experiment& experiment);
/// Open at these times of the week.
sim::WeekHours hours_of(const std::vector<scenario::WeekWindow>& windows, const scenario::Experiment& experiment);

}  // namespace nines::compile

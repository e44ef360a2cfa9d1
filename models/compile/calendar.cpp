// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compile/calendar.hpp"

#include <cmath>

namespace nines::compile {

namespace {

double start_of(const scenario::Experiment& experiment) {
    return experiment.start ? experiment.start->since_monday.in_seconds() : 0.0;
}

}  // namespace

sim::Recurrence recurrence_of(const scenario::Schedule& schedule, const scenario::Experiment& experiment) {
    const double period = schedule.period.in_seconds();
    if (!schedule.at && !schedule.weekday) return {period, period};
    double position = schedule.at ? schedule.at->in_seconds() : 0.0;
    if (schedule.weekday) position += *schedule.weekday * 86400.0;
    const double cycle = schedule.weekday ? 7.0 * 86400.0 : 86400.0;
    const double wait = std::fmod(position - start_of(experiment), cycle);
    return {period, wait < 0.0 ? wait + cycle : wait};
}

sim::WeekHours hours_of(const std::vector<scenario::WeekWindow>& windows, const scenario::Experiment& experiment) {
    std::vector<sim::WeekHours::Interval> intervals;
    for (const auto& window : windows) intervals.push_back({window.begin.in_seconds(), window.end.in_seconds()});
    return {std::move(intervals), start_of(experiment)};
}

sim::WeekHours hours_of(const scenario::Crew& crew, const scenario::Experiment& experiment) {
    if (!crew.hours) return {};
    return hours_of(*crew.hours, experiment);
}

}  // namespace nines::compile

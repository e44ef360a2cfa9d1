// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/scaling_clock.hpp"

#include <algorithm>
#include <utility>

namespace nines::engine {

ScalingClocks::ScalingClocks(const Program& program)
    : program_(&program), clocks_(program.scalings.size()), end_(program.measure_from + program.horizon) {
    if (program.scalings.empty()) return;
    for (std::uint32_t s = 0; s < program.service_count; ++s) {
        lowest_.push_back(lowest_rate(program.subjects[s].demand, end_));
        highest_.push_back(program.subjects[s].demand.exists() ? program.subjects[s].demand.highest(end_) : 0.0);
    }
}

void ScalingClocks::begin(const DiscreteState& state) {
    for (std::uint32_t s = 0; s < clocks_.size(); ++s) {
        Clock& clock = clocks_[s];
        clock.raise_from = clock.lower_from = 0.0;
        clock.raise_at = clock.lower_at = clock.raise_due = clock.lower_due = never;
        clock.has_lowered = false;
        look_at(*program_, state, program_->scalings[s], clock.view);
        mark(static_cast<ScalingId>(s));
    }
}

/// Members that are not ready yet count as loaded by nothing when more are asked for, and are left out when fewer are.
ScalingClocks::Band ScalingClocks::band_of(const Scaling& scaling, const ScalingView& view,
                                           std::uint32_t number) const {
    Band band;
    const double high = number * scaling.each * (1.0 + scaling.tolerance);
    if (number < scaling.most && view.receiving * scaling.capacity > high) band.high = high;
    if (number > view.least) {
        band.low = std::min(view.ready * scaling.each * (1.0 - scaling.tolerance), (number - 1) * scaling.each);
    }
    return band;
}

/// What has been asked for since before the change, and still is, has been asked for all the time.
void ScalingClocks::notice_change(ScalingId id, const DiscreteState& state, double now) {
    const Scaling& scaling = program_->scalings[+id];
    Clock& clock = clocks_[+id];
    look_at(*program_, state, scaling, view_);
    const bool is_new_load = !view_.same_load(clock.view);
    const bool is_own = std::exchange(clock.has_lowered, false);
    const bool matters = !is_own && (is_new_load || view_.least != clock.view.least ||
                                     view_.ready != clock.view.ready || view_.receiving != clock.view.receiving);
    if (matters) {
        const Band band = band_of(scaling, view_, state.scale[+id]);
        const double load = arriving(*program_, scaling, view_, now);
        const bool still_high = clock.raise_at <= now && load > band.high;
        const bool still_low = clock.lower_at <= now && load <= band.low;
        clock.raise_from = still_high ? clock.raise_at : now;
        clock.lower_from = still_low ? clock.lower_at : now;
    }
    std::swap(clock.view, view_);
}

void ScalingClocks::plan(ScalingId id, const DiscreteState& state) {
    const Scaling& scaling = program_->scalings[+id];
    Clock& clock = clocks_[+id];
    const Band band = band_of(scaling, clock.view, state.scale[+id]);
    load_.clear();
    for (std::size_t s = 0; s < clock.view.shares.size(); ++s) {
        const std::uint32_t service = +service_of(scaling, s);
        load_.add({&program_->subjects[service].demand, clock.view.shares[s], lowest_[service], highest_[service]});
    }
    clock.raise_at = band.high < never ? load_.first_above(band.high, clock.raise_from, end_) : never;
    clock.raise_due = clock.raise_at + scaling.delay_seconds;
    clock.lower_at = clock.lower_due = never;
    if (band.low <= 0.0) return;
    double from = clock.lower_from;
    for (;;) {
        const double begin = load_.first_not_above(band.low, from, end_);
        if (begin == never) return;
        const double enough = begin + scaling.stabilisation_seconds;
        const double end = load_.first_above(band.low, begin, std::min(enough, end_));
        if (end == never) {
            clock.lower_at = begin;
            clock.lower_due = enough + scaling.delay_seconds;
            return;
        }
        from = end;
    }
}

/// Of a time in which the load crosses no level, so that it is about the same throughout.
double ScalingClocks::highest_within(const Scaling& scaling, const ScalingView& view, double from, double to) const {
    constexpr int steps = 16;
    double highest = 0.0;
    for (int i = 0; i <= steps; ++i) {
        highest = std::max(highest, arriving(*program_, scaling, view, from + (to - from) * i / steps));
    }
    return highest;
}

std::uint32_t ScalingClocks::decide(ScalingId id, const DiscreteState& state) {
    const Scaling& scaling = program_->scalings[+id];
    const std::uint32_t number = state.scale[+id];
    Clock& clock = clocks_[+id];
    mark(id);
    if (clock.raise_due <= clock.lower_due) {
        const double load = arriving(*program_, scaling, clock.view, clock.raise_at);
        clock.raise_from = clock.lower_from = clock.raise_at;
        // What has just risen to a level goes on rising: at a whole number of members, one more is asked for.
        constexpr double just_above = 1e-7;
        const double level = band_of(scaling, clock.view, number).high * (1.0 + just_above);
        const double seen = std::min(std::max(load, level), clock.view.receiving * scaling.capacity);
        return std::max(members_for(scaling, seen, clock.view.least), number + 1);
    }
    const double load =
        highest_within(scaling, clock.view, clock.lower_at, clock.lower_at + scaling.stabilisation_seconds);
    clock.raise_from = clock.lower_due - scaling.delay_seconds;
    clock.lower_from = clock.lower_at;
    clock.has_lowered = true;
    return std::min(members_for(scaling, load, clock.view.least), number - 1);
}

}  // namespace nines::engine

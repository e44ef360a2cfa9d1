// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/trial.hpp"

/// Crews, spare parts and starts of standby members.
namespace nines::engine {

template <class Recorder>
void Trial<Recorder>::order_part(PoolId id) {
    const Pool& pool = program_->pools[+id];
    sim::Leaf slot = pool.first_leaf;
    while (events_.pending(slot)) ++slot;
    schedule_in(slot, draw(pool.reorder, pool.stream, Purpose::reorder, order_counts_[+id]++));
}

template <class Recorder>
std::uint32_t Trial<Recorder>::choose(CrewId id, std::uint32_t n) {
    const auto stream = stream_for(seed_, program_->crews[+id].stream, Purpose::crew_choice, trial_);
    return static_cast<std::uint32_t>(uniform(stream.block(choice_counts_[+id]++)[0]) * n);
}

template <class Recorder>
void Trial<Recorder>::interrupt_stage(UnitId id) {
    const CareId care = units_[+id].care;
    left_of_stage_[+care] = infinity;
    if (events_.pending(+id)) {
        const double due = program_->scale.seconds(events_.due(+id));
        left_of_stage_[+care] = crew_of(care).hours.open_between(now_seconds_, due);
    }
    events_.cancel(+id);
}

template <class Recorder>
void Trial<Recorder>::resume_stage(UnitId id) {
    const CareId care = units_[+id].care;
    schedule_in(+id, crew_of(care).hours.finish(now_seconds_, left_of_stage_[+care]) - now_seconds_);
}

template <class Recorder>
bool Trial<Recorder>::start_works(StandbyId id, std::uint32_t member) {
    const StandbyGroup& standby = program_->standbys[+id];
    const std::uint32_t n = start_counts_[standby.first_host + member]++;
    if (standby.success >= 1.0) return true;
    const auto stream = stream_for(seed_, standby.streams[member], Purpose::start_works, trial_);
    return uniform(stream.block(n)[0]) < standby.success;
}

template <class Recorder>
void Trial<Recorder>::begin_start(StandbyId id, std::uint32_t member) {
    const StandbyGroup& standby = program_->standbys[+id];
    const std::uint32_t n = start_counts_[standby.first_host + member] - 1;
    const double time = draw(standby.start, standby.streams[member], Purpose::starting, n);
    schedule_in(standby.first_leaf + member, time);
}

template <class Recorder>
void Trial<Recorder>::await_opening(CrewId id) {
    const Crew& crew = program_->crews[+id];
    if (!events_.pending(crew.leaf)) { schedule_in(crew.leaf, crew.hours.next_opening(now_seconds_) - now_seconds_); }
}

}  // namespace nines::engine

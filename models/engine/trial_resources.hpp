// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/trial.hpp"

/// Chances of crews and spare parts.
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

}  // namespace nines::engine

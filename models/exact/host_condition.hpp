// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/exact/chain_state.hpp"

namespace nines::exact {

using namespace nines::compile;

/// The condition of one host written as a few words: the phase and timer of each of its units, their places in queues
/// that are served in order, its role and start. And put back from them into a state.
class HostConditions {
public:
    explicit HostConditions(const Program& program);

    /// Number of words for a host.
    std::size_t word_count(HostId host) const;

    /// Places in queues must have been set by `rank`, where any matter.
    void describe(const ChainState& state, HostId host, std::uint64_t* words) const;

    /// Sets what `describe` wrote, the counts of gates and free crews with it. The host must be as at the start, or
    /// `withdraw`n. Queues are left to `rebuild_queues`.
    void put(const std::uint64_t* words, HostId host, ChainState& state);

    /// Takes back what the host adds to the counts of gates and free crews.
    void withdraw(HostId host, ChainState& state) const;

    /// Remembers the place of each waiting unit. False: a queue is longer than a condition can tell.
    bool rank(const engine::DiscreteState& state);

    /// Puts the waiting units back into their queues, in their order; equal places by number.
    void rebuild_queues(ChainState& state);

    /// Does it matter which of this unit's crew or pool waited first?
    bool waits_in_order(UnitId unit, engine::Phase phase) const;

private:
    struct Waiting {
        std::uint32_t rank;
        UnitId unit;
    };
    bool rank_queue(const engine::DiscreteState& state, const engine::Queue& queue, bool by_priority);
    void rebuild_queue(engine::DiscreteState& state, const std::vector<UnitId>& units, engine::Phase waiting,
                       bool in_order, engine::Queue& queue);
    void place_role(ChainState& state, HostId host, engine::Role role) const;

    const Program* program_;
    std::vector<std::vector<UnitId>> units_of_crew_, units_of_pool_;  ///< Ascending.
    std::vector<std::uint16_t> rank_;                                 ///< By unit.
    std::vector<Waiting> waiting_;
};

}  // namespace nines::exact

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "sim/markov/chain.hpp"

namespace nines::sim {

inline constexpr StateIndex no_state = std::numeric_limits<StateIndex>::max();

/// Some states of a chain, numbered anew, with the transitions that enter each of them: what sweeps for a stationary
/// vector read. The only copy of the rates that an iterative solver makes.
struct Incoming {
    std::vector<std::uint64_t> begin{0};
    std::vector<StateIndex> from;
    std::vector<double> per_second;
    std::vector<double> exit_rate;  ///< Of each state; to the states of this numbering only.

    StateIndex state_count() const { return static_cast<StateIndex>(exit_rate.size()); }
    std::span<const StateIndex> sources(StateIndex to) const {
        return {from.data() + begin[to], begin[to + 1] - begin[to]};
    }
    std::span<const double> rates(StateIndex to) const {
        return {per_second.data() + begin[to], begin[to + 1] - begin[to]};
    }
};

/// The states of a subset of a chain in its own order, and the number of each state in the subset.
struct Subset {
    std::vector<StateIndex> states;     ///< Of the chain, by number in the subset.
    std::vector<StateIndex> number_of;  ///< By state of the chain; `no_state` outside.
};

/// The states for which `belongs(state)` holds.
template <class Belongs>
Subset subset_where(StateIndex state_count, const Belongs& belongs) {
    Subset subset;
    subset.number_of.assign(state_count, no_state);
    for (StateIndex state = 0; state < state_count; ++state) {
        if (!belongs(state)) continue;
        subset.number_of[state] = static_cast<StateIndex>(subset.states.size());
        subset.states.push_back(state);
    }
    return subset;
}

/// Precondition: no transition leaves the subset.
Incoming incoming_of_closed(const Chain& chain, const Subset& subset);

/// A subset that is left for good in the end, closed by one further state, the last: whatever leaves the subset comes
/// to it and starts again in the subset, at rate `start` (probability of each state of the chain, as a rate).
/// With x = stationary(i) / stationary(last), x(i) is the expected time in i before leaving.
Incoming incoming_with_restart(const Chain& chain, const Subset& subset, std::span<const StartState> start);

}  // namespace nines::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/incoming.hpp"

namespace nines::sim {
namespace {

/// Calls `visit(from, to, rate)` for each transition, in the subset's numbers. What leaves the subset goes to
/// `outside`, which starts again by `start`; both are not used for a closed subset.
template <class Visit>
void for_each_transition(const Chain& chain, const Subset& subset, std::span<const StartState> start,
                         StateIndex outside, const Visit& visit) {
    for (StateIndex number = 0; number < subset.states.size(); ++number) {
        const auto targets = chain.targets(subset.states[number]);
        const auto rates = chain.rates(subset.states[number]);
        double leaving = 0.0;
        for (std::size_t i = 0; i < targets.size(); ++i) {
            const StateIndex to = subset.number_of[targets[i]];
            if (to == no_state) {
                leaving += rates[i];
            } else {
                visit(number, to, rates[i]);
            }
        }
        if (leaving > 0.0) visit(number, outside, leaving);
    }
    for (const StartState& from : start) {
        const StateIndex to = subset.number_of[from.state];
        if (to != no_state && from.probability > 0.0) visit(outside, to, from.probability);
    }
}

Incoming transpose(const Chain& chain, const Subset& subset, std::span<const StartState> start, StateIndex count) {
    const StateIndex outside = count - 1;
    Incoming incoming;
    incoming.begin.assign(std::size_t{count} + 1, 0);
    incoming.exit_rate.assign(count, 0.0);
    for_each_transition(chain, subset, start, outside, [&](StateIndex from, StateIndex to, double rate) {
        ++incoming.begin[to + 1];
        incoming.exit_rate[from] += rate;
    });
    for (StateIndex to = 0; to < count; ++to) incoming.begin[to + 1] += incoming.begin[to];

    incoming.from.resize(incoming.begin.back());
    incoming.per_second.resize(incoming.begin.back());
    for_each_transition(chain, subset, start, outside, [&](StateIndex from, StateIndex to, double rate) {
        const std::uint64_t place = incoming.begin[to]++;
        incoming.from[place] = from;
        incoming.per_second[place] = rate;
    });
    for (StateIndex to = count; to > 0; --to) incoming.begin[to] = incoming.begin[to - 1];
    incoming.begin[0] = 0;
    return incoming;
}

}  // namespace

Incoming incoming_of_closed(const Chain& chain, const Subset& subset) {
    return transpose(chain, subset, {}, static_cast<StateIndex>(subset.states.size()));
}

Incoming incoming_with_restart(const Chain& chain, const Subset& subset, std::span<const StartState> start) {
    return transpose(chain, subset, start, static_cast<StateIndex>(subset.states.size() + 1));
}

}  // namespace nines::sim

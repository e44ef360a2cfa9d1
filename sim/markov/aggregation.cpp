// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/aggregation.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <variant>

#include "sim/markov/elimination.hpp"
#include "sim/markov/sweeps.hpp"

namespace nines::sim {
namespace {

constexpr StateIndex few_states = 120;  ///< Cheap to eliminate in every cycle.
constexpr std::uint8_t largest_aggregate = 4;

/// Joins each state, in order, to the neighbour that gives it most flow and is free or in an aggregate with room.
std::vector<StateIndex> join(const Incoming& chain, const std::vector<double>& probability) {
    std::vector<StateIndex> aggregate_of(chain.state_count(), no_state);
    std::vector<std::uint8_t> size;
    const auto has_room = [&](StateIndex state) {
        return aggregate_of[state] == no_state || size[aggregate_of[state]] < largest_aggregate;
    };
    for (StateIndex to = 0; to < chain.state_count(); ++to) {
        if (aggregate_of[to] != no_state) continue;
        const auto sources = chain.sources(to);
        const auto rates = chain.rates(to);
        StateIndex best = no_state;
        double most = 0.0;
        for (std::size_t i = 0; i < sources.size(); ++i) {
            const double flow = probability[sources[i]] * rates[i];
            if (flow > most && has_room(sources[i])) {
                most = flow;
                best = sources[i];
            }
        }
        StateIndex& joined = best == no_state ? aggregate_of[to] : aggregate_of[best];
        if (joined == no_state) {
            joined = static_cast<StateIndex>(size.size());
            size.push_back(1);
        }
        if (best == no_state) continue;
        aggregate_of[to] = joined;
        ++size[joined];
    }
    return aggregate_of;
}

/// The states of each aggregate, one aggregate after the other.
struct Members {
    std::vector<StateIndex> begin;
    std::vector<StateIndex> states;
};

Members members_of(const std::vector<StateIndex>& aggregate_of) {
    const StateIndex count = 1 + *std::max_element(aggregate_of.begin(), aggregate_of.end());
    Members members;
    members.begin.assign(std::size_t{count} + 1, 0);
    for (const StateIndex aggregate : aggregate_of) ++members.begin[aggregate + 1];
    for (StateIndex i = 0; i < count; ++i) members.begin[i + 1] += members.begin[i];
    members.states.resize(aggregate_of.size());
    std::vector<StateIndex> next(members.begin.begin(), members.begin.end() - 1);
    for (StateIndex state = 0; state < aggregate_of.size(); ++state) {
        members.states[next[aggregate_of[state]]++] = state;
    }
    return members;
}

}  // namespace

AggregationHierarchy::AggregationHierarchy(const Incoming& finest, const std::vector<double>& probability)
    : finest_(finest) {
    const Incoming* chain = &finest;
    const std::vector<double>* weight = &probability;
    while (chain->state_count() > few_states) {
        Level level;
        level.aggregate_of = join(*chain, *weight);
        find_coarse_transitions(*chain, level);
        if (level.coarse.state_count() > 0.9 * chain->state_count()) break;
        sum_flows(*chain, *weight, level);
        levels_.push_back(std::move(level));
        chain = &levels_.back().coarse;
        weight = &levels_.back().factor;
    }
}

void AggregationHierarchy::find_coarse_transitions(const Incoming& fine, Level& level) {
    const Members members = members_of(level.aggregate_of);
    const auto count = static_cast<StateIndex>(members.begin.size() - 1);
    Incoming& coarse = level.coarse;
    level.place_of.resize(fine.from.size());
    std::vector<std::uint64_t> found(count, 0);  // by source: 1 + place of its transition, if that is of this aggregate
    for (StateIndex to = 0; to < count; ++to) {
        const std::uint64_t first = coarse.from.size();
        for (StateIndex m = members.begin[to]; m < members.begin[to + 1]; ++m) {
            const StateIndex state = members.states[m];
            for (std::uint64_t i = fine.begin[state]; i < fine.begin[state + 1]; ++i) {
                const StateIndex source = level.aggregate_of[fine.from[i]];
                if (source == to) {
                    level.place_of[i] = within;
                    continue;
                }
                if (found[source] <= first) {
                    coarse.from.push_back(source);
                    found[source] = coarse.from.size();
                }
                level.place_of[i] = static_cast<std::uint32_t>(found[source] - 1);
            }
        }
        coarse.begin.push_back(coarse.from.size());
    }
    coarse.from.shrink_to_fit();
    coarse.per_second.resize(coarse.from.size());
    coarse.exit_rate.resize(count);
    level.factor.resize(count);
}

void AggregationHierarchy::sum_flows(const Incoming& fine, const std::vector<double>& probability, Level& level) {
    std::fill(level.coarse.per_second.begin(), level.coarse.per_second.end(), 0.0);
    for (StateIndex to = 0; to < fine.state_count(); ++to) {
        for (std::uint64_t i = fine.begin[to]; i < fine.begin[to + 1]; ++i) {
            if (level.place_of[i] == within) continue;
            level.coarse.per_second[level.place_of[i]] += probability[fine.from[i]] * fine.per_second[i];
        }
    }
    std::fill(level.coarse.exit_rate.begin(), level.coarse.exit_rate.end(), 0.0);
    for (std::size_t i = 0; i < level.coarse.from.size(); ++i) {
        level.coarse.exit_rate[level.coarse.from[i]] += level.coarse.per_second[i];
    }
    std::fill(level.factor.begin(), level.factor.end(), 1.0);
}

void AggregationHierarchy::correct(std::vector<double>& probability) {
    cycle(finest_, probability, 0);
    normalise(probability);
}

void AggregationHierarchy::cycle(const Incoming& chain, std::vector<double>& probability, std::size_t depth) {
    if (depth == levels_.size()) {
        solve_coarsest(chain, probability);
        return;
    }
    if (depth > 0) sweep(chain, probability, 1.0);
    Level& level = levels_[depth];
    sum_flows(chain, probability, level);
    cycle(level.coarse, level.factor, depth + 1);
    for (StateIndex state = 0; state < chain.state_count(); ++state) {
        probability[state] *= level.factor[level.aggregate_of[state]];
    }
    if (depth > 0) sweep(chain, probability, 1.0);
}

void AggregationHierarchy::solve_coarsest(const Incoming& chain, std::vector<double>& probability) const {
    const auto eliminated = Elimination::of(chain, {}, {});
    if (const auto* found = std::get_if<Elimination>(&eliminated)) {
        probability = found->stationary();
        for (double& value : probability) value *= chain.state_count();
        return;
    }
    constexpr int sweeps_instead = 20;
    for (int i = 0; i < sweeps_instead; ++i) sweep(chain, probability, 1.0);
}

}  // namespace nines::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "sim/markov/chain.hpp"
#include "sim/markov/solve.hpp"
#include "sim/units/duration.hpp"

/// The part of a chain that decides when a set is first reached, behind distribution.hpp.
namespace nines::sim {

/// A chain in which only the way to the targets is left: the states that can be met before them, then two absorbing
/// ones, "over" (a target was reached) and "never" (a class was entered that never leads to one).
struct PassageChain {
    Chain chain;
    std::vector<StartState> start;

    StateIndex over() const { return chain.state_count() - 2; }
    StateIndex never() const { return chain.state_count() - 1; }
};

PassageChain passage_chain(const Chain& chain, std::span<const StartState> start, const StateSet& targets);

/// Smallest t with P(T <= t) >= p, for each p; forever where that is never so. `most_work` and `go_on` as in
/// `DistributionOptions`.
Solved<std::vector<Duration>> passage_quantiles(const PassageChain& passage, std::span<const double> probabilities,
                                                double most_work, const std::function<bool()>& go_on);

}  // namespace nines::sim

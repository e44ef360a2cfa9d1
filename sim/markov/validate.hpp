// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

#include "sim/markov/chain.hpp"
#include "sim/markov/solve.hpp"

namespace nines::sim {

/// What is wrong with a chain (no states; a transition whose rate is not positive and finite, to itself or to a state
/// that does not exist), with the first place; none when it can be solved.
std::optional<SolveFailure> fault_of(const Chain& chain);

/// What is wrong with a start: no state, a state that does not exist, a negative probability, a sum other than 1
/// (within 1e-9).
std::optional<SolveFailure> fault_of(const Chain& chain, std::span<const StartState> start);

/// What is wrong with a set of states: not one entry a state.
std::optional<SolveFailure> fault_of(const Chain& chain, const StateSet& set);

/// What is wrong with the options: tolerance outside (0, 0.1].
std::optional<SolveFailure> fault_of(const SolveOptions& options);

/// What is wrong with rewards: not one finite number a state.
std::optional<SolveFailure> fault_of_rewards(const Chain& chain, std::span<const double> reward_per_second);

}  // namespace nines::sim

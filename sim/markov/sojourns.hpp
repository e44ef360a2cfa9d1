// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "sim/markov/chain.hpp"
#include "sim/markov/classes.hpp"
#include "sim/markov/solve.hpp"

namespace nines::sim {

/// What a chain does before it enters a recurrent class, and which it enters.
struct Sojourns {
    std::vector<double> seconds;            ///< Expected in each transient state; 0 in all others.
    std::vector<double> class_probability;  ///< Of ending in each class; 0 for the transient ones.
    SolveEffort effort;
};

/// One linear system gives both: probabilities are sums of seconds x rate, so small ones keep their digits.
/// Precondition: the classes are those that this start reaches.
Solved<Sojourns> sojourns(const Chain& chain, std::span<const StartState> start, const Classes& classes,
                          const SolveOptions& options);

}  // namespace nines::sim

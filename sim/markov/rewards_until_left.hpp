// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "sim/markov/chain.hpp"
#include "sim/markov/incoming.hpp"
#include "sim/markov/solve.hpp"

namespace nines::sim {

/// What a chain is expected to collect from each state of a subset until it first leaves the subset.
struct RewardsUntilLeft {
    std::vector<std::vector<double>> rewards;  ///< As asked for; of each state of the subset.
    SolveEffort effort;
};

/// The solution x >= 0 of
///
///     exit rate(i) x(i) = reward(i) + sum over j in the subset of q(i,j) x(j)
///
/// for each of several rewards per second (rewards[k][number in the subset], all >= 0): by elimination where that is
/// asked for or cheap, else by Gauss-Seidel sweeps from below. Neither subtracts, so small values keep their digits.
/// Precondition: each state of the subset leads out of it, whatever happens.
Solved<RewardsUntilLeft> rewards_until_left(const Chain& chain, const Subset& subset,
                                            std::vector<std::vector<double>> rewards, const SolveOptions& options);

}  // namespace nines::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "sim/markov/incoming.hpp"
#include "sim/markov/solve.hpp"
#include "sim/markov/stationary.hpp"

namespace nines::sim {

/// BiCGSTAB with diagonal scaling (van der Vorst 1992), then sweeps and aggregation as in `multilevel` until each
/// probability is accurate: Krylov methods are accurate relative to the largest one only. Where they stall, or give
/// numbers that are no probabilities, the guess is used in their place and the method reported is `multilevel`.
/// Precondition: the guess is positive.
Solved<Stationary> bicgstab(const Incoming& incoming, std::vector<double> guess, const SolveOptions& options);

}  // namespace nines::sim

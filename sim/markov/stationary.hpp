// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "sim/markov/incoming.hpp"
#include "sim/markov/solve.hpp"

namespace nines::sim {

/// The stationary distribution of an irreducible chain.
struct Stationary {
    std::vector<double> probability;
    SolveEffort effort;
};

/// Solves by the method of the options. Precondition: the chain is irreducible and has at least one state.
Solved<Stationary> stationary(const Incoming& incoming, const SolveOptions& options);

}  // namespace nines::sim

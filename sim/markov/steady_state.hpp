// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/markov/chain.hpp"
#include "sim/markov/solve.hpp"

namespace nines::sim {

/// Long-run share of time in each state, from a given start.
struct SteadyState {
    std::vector<double> probability;  ///< Of each state, sum 1; 0 for transient and unreachable states.

    SolveMethod method = SolveMethod::gth;  ///< That solved the largest class.
    std::uint64_t iterations = 0;           ///< Sweeps or Krylov steps, of all classes; 0 with elimination alone.

    /// Worst imbalance: max over states j of |flow in - flow out| / flow out, where flow out = probability(j) x exit
    /// rate(j). A number near 1e-16 x transitions of a state is as good as doubles can show. It is not the error:
    /// that can be larger by how slowly the chain mixes, which the iterative methods take into account.
    double residual = 0.0;

    std::uint32_t recurrent_class_count = 0;  ///< That the start can reach.
    std::uint32_t transient_state_count = 0;  ///< That the start can reach.
};

/// Solves pi Q = 0 with every probability accurate to `options.tolerance` relative to itself.
///
/// With several recurrent classes it is the probability to end in each, from the start, times the class' own
/// distribution; an absorbing state is such a class. Start probabilities must be >= 0 and sum to 1 within 1e-9.
/// Failures are returned: a transition without a positive finite rate, to itself or to no state; a start that is no
/// distribution; no convergence.
Solved<SteadyState> steady_state(const Chain& chain, std::span<const StartState> start,
                                 const SolveOptions& options = {});

}  // namespace nines::sim

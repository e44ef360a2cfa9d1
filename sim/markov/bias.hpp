// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "sim/markov/chain.hpp"
#include "sim/markov/solve.hpp"
#include "sim/markov/steady_state.hpp"

namespace nines::sim {

/// Long-run average of a reward, and how much more of it each state leads to than the most probable state does.
///
///     Q g = a - r,    g(reference) = 0
///
/// where r is the reward per second and a = pi r. g(i) - g(j) is the extra reward ever to be had from being in i
/// rather than in j now. The derivative of the average by a parameter follows without solving again:
///
///     da/dtheta = sum over transitions i -> j of pi(i) (dq(i,j)/dtheta) (g(j) - g(i))
///
/// Source: Cao and Chen, IEEE Trans. Automatic Control 42 (1997); Puterman, Markov Decision Processes, ch. 8.
struct Bias {
    double average = 0.0;                ///< Long-run mean of the reward per second.
    std::vector<double> relative_value;  ///< g of each state, in units of reward; 0 for states that are not reached.
    StateIndex reference = 0;
    SolveEffort effort;
};

/// Relative values of a reward. `steady` is what `steady_state` found for the same chain and start. Values keep their
/// relative accuracy even when the reward is rare (1 on down states, 1e-20 of the time).
/// Precondition: one reward a state. Failure `unsuitable` when the start can reach several recurrent classes: then no
/// single average exists. Failure `bad_input` for rewards that are not finite or of the wrong number.
Solved<Bias> bias(const Chain& chain, std::span<const StartState> start, const SteadyState& steady,
                  std::span<const double> reward_per_second, const SolveOptions& options = {});

}  // namespace nines::sim

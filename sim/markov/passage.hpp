// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "sim/markov/chain.hpp"
#include "sim/markov/solve.hpp"

/// What happens until a chain first enters a set of states. Every figure is a sum of positive terms of the expected
/// time in each state, so small ones keep their digits; all are accurate to `SolveOptions::tolerance`.
///
/// In all of these `stop` has one entry a state; a start within the set counts as having reached it at time 0. Bad
/// input and lack of convergence are returned as in `steady_state`.
namespace nines::sim {

/// First entry into a set of states.
struct Passage {
    double probability = 0.0;   ///< That it is ever reached.
    double mean_seconds = 0.0;  ///< Infinite unless it is reached with certainty; for system failure this is the MTTF.
    SolveEffort effort;
};

Solved<Passage> first_passage(const Chain& chain, std::span<const StartState> start, const StateSet& stop,
                              const SolveOptions& options = {});

/// Where the chain is first stopped: the probability that the first state entered among those of `stop` is this one.
/// The sum is below 1 when it may never be stopped.
struct Absorption {
    std::vector<double> probability;  ///< Of each state; 0 outside `stop`.
    SolveEffort effort;
};

Solved<Absorption> absorption(const Chain& chain, std::span<const StartState> start, const StateSet& stop,
                              const SolveOptions& options = {});

/// Which of two sets is entered first. A state in both counts for the first.
struct Race {
    double first = 0.0;    ///< Probability that `first` is entered before `second`.
    double second = 0.0;   ///< Probability that `second` is entered before `first`.
    double neither = 0.0;  ///< Probability that the chain settles without entering either.
    SolveEffort effort;
};

Solved<Race> reached_first(const Chain& chain, std::span<const StartState> start, const StateSet& first,
                           const StateSet& second, const SolveOptions& options = {});

/// Expected time in each state until the chain first enters `stop`.
struct Sojourn {
    std::vector<double> seconds;  ///< Of each state; 0 in `stop`; infinite where it may settle outside `stop`.
    SolveEffort effort;
};

Solved<Sojourn> sojourn(const Chain& chain, std::span<const StartState> start, const StateSet& stop,
                        const SolveOptions& options = {});

/// Expected reward until the chain first enters `stop`: the sum over states of time there x reward per second.
struct RewardUntil {
    double reward = 0.0;  ///< Infinite (with the reward's sign) when a state that rewards may be kept for ever.
    SolveEffort effort;
};

/// `reward_per_second` has one finite entry a state. Where an endless class rewards with both signs the failure says
/// so.
Solved<RewardUntil> reward_until(const Chain& chain, std::span<const StartState> start, const StateSet& stop,
                                 std::span<const double> reward_per_second, const SolveOptions& options = {});

/// Expected time from each state until the chain first enters `stop`.
struct TimesUntil {
    std::vector<double> seconds;  ///< From each state; 0 in `stop`; infinite where `stop` may never be entered.
    SolveEffort effort;
};

/// Here there is no start: each state is one.
Solved<TimesUntil> mean_times_until(const Chain& chain, const StateSet& stop, const SolveOptions& options = {});

}  // namespace nines::sim

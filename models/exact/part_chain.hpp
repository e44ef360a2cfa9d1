// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "models/exact/chain_figures.hpp"
#include "models/exact/explore.hpp"
#include "models/structure/leaf.hpp"
#include "sim/markov/steady_state.hpp"

namespace nines::exact {

/// One part of a program, explored and solved for its long run.
class PartChain {
public:
    PartChain(const Program& program, const Activities& activities, const Symmetry& symmetry, Scope scope);

    /// Explores and solves. None: done.
    std::optional<Refusal> solve(const ExploreOptions& options);

    const sim::Chain& chain() const { return exploration_.chain(); }
    std::span<const sim::StartState> start() const { return exploration_.start(); }
    const sim::SteadyState& steady() const { return steady_; }
    Exploration& exploration() { return exploration_; }

    /// The states in which a line (or a unit) is down.
    sim::StateSet states_with_down(const structure::Leaf& leaf);
    /// By state: the mean over leaves of hosts that nothing tells apart. A
    /// state names any of them; each bears its part.
    DownRewards mean_rewards(const std::vector<structure::Leaf>& leaves);
    /// By state: bit i is set while leaf i is down. Precondition: at most 64 leaves.
    std::vector<std::uint64_t> down_bits(const std::vector<structure::Leaf>& leaves);

private:
    const Program* program_;
    Exploration exploration_;
    sim::SteadyState steady_;
};

/// A refusal in place of a solver's failure.
Refusal refusal_of(const sim::SolveFailure& failure);

}  // namespace nines::exact

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "sim/markov/chain.hpp"
#include "sim/markov/incoming.hpp"
#include "sim/markov/solve.hpp"

namespace nines::sim {

/// What an elimination may cost.
struct EliminationLimits {
    double work = 1e11;    ///< Multiplications in a dense table, about a nanosecond each; others count four times.
    double entries = 2e8;  ///< Kept to the end, 16 bytes each.
};

/// Small chains may fill a table; larger ones are worth eliminating while that is cheaper than iterating; none: never.
std::optional<EliminationLimits> worthwhile_elimination(StateIndex states, std::size_t transitions);

/// Elimination of the states of a chain one by one: what remains is the chain watched only while it is in the
/// remaining states. Its rates are
///
///     q'(i,j) = q(i,j) + q(i,k) q(k,j) / sum over remaining j of q(k,j)
///
/// so nothing is ever subtracted, and every figure computed from it has the digits of the rates themselves, however
/// small it is. States are taken in the order that creates the fewest new transitions; when those that remain are
/// nearly all joined to one another, the rest is done in a dense table.
///
/// Source: Grassmann, Taksar and Heyman, Operations Research 33 (1985); accuracy: O'Cinneide, Numer. Math. 65 (1993).
class Elimination {
public:
    enum class Refusal { too_costly, stopped, lost };

    /// The elimination of all states but the last to remain, which is `last`, or whichever is best.
    /// Precondition: each state leads to it. `lost`: a rate was so far from the others that it vanished.
    static std::variant<Elimination, Refusal> of(const Incoming& incoming, const EliminationLimits& limits,
                                                 const std::function<bool()>& go_on, StateIndex last = no_state);

    /// The stationary distribution, sum 1. Precondition: the chain is irreducible.
    std::vector<double> stationary() const;

    /// Expected reward from each state until the last state is reached, from reward per second in each state.
    std::vector<double> reward_until_last(std::vector<double> reward_per_second) const;

private:
    friend class Eliminator;
    struct Share {
        StateIndex state;
        double share;
    };

    std::vector<StateIndex> order_;  ///< Of elimination; the last remains.
    std::vector<double> exit_rate_;  ///< By place in the order: to the states after it.
    std::vector<std::uint64_t> from_begin_{0};
    std::vector<Share> from_;  ///< q(i,k) / exit rate of k, i after k.
    std::vector<std::uint64_t> to_begin_{0};
    std::vector<Share> to_;  ///< q(k,j) / exit rate of k, j after k.
};

/// The refusal in words.
SolveFailure elimination_failure(Elimination::Refusal refusal, StateIndex state_count);

}  // namespace nines::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/markov/incoming.hpp"

namespace nines::sim {

/// A chain, its aggregates, the chain of those, and so on until elimination is cheap. Sweeps settle quickly what
/// neighbours owe one another, and slowly what far or weakly joined parts do; a coarse chain settles just that.
///
/// The unknown of a coarse chain is the factor by which the probabilities of an aggregate are to be multiplied, and
/// its rates are the flows between aggregates,
///
///     F(I,J) = sum over i in I, j in J of p(i) q(i,j),    x(J) sum over K of F(J,K) = sum over I of x(I) F(I,J)
///
/// so that corrections multiply, nothing is subtracted, and the smallest probabilities are treated like the largest.
///
/// Source: Takahashi (1975); Koury, McAllister and Stewart, SIAM J. Alg. Disc. Meth. 5 (1984); on many levels: Horton
/// and Leutenegger, ACM SIGMETRICS 1994.
class AggregationHierarchy {
public:
    /// Joins states by the flows that `probability` makes: each to one from which it gets most of its own.
    /// Keeps a reference to `finest`. Precondition: irreducible.
    AggregationHierarchy(const Incoming& finest, const std::vector<double>& probability);

    /// Corrects by all coarser chains, coarsest last. Sweeps over the finest chain must follow: a correction moves
    /// aggregates as a whole and so leaves steps between them.
    void correct(std::vector<double>& probability);

private:
    /// How a chain is made coarser, and the coarser chain.
    struct Level {
        std::vector<StateIndex> aggregate_of;  ///< By state.
        std::vector<std::uint32_t> place_of;   ///< By transition: which of `coarse` it adds to, or `within`.
        Incoming coarse;
        std::vector<double> factor;  ///< By aggregate.
    };
    static constexpr std::uint32_t within = 0xFFFFFFFF;

    void cycle(const Incoming& chain, std::vector<double>& probability, std::size_t depth);
    void solve_coarsest(const Incoming& chain, std::vector<double>& probability) const;
    static void find_coarse_transitions(const Incoming& fine, Level& level);
    static void sum_flows(const Incoming& fine, const std::vector<double>& probability, Level& level);

    const Incoming& finest_;
    std::vector<Level> levels_;
};

}  // namespace nines::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "sim/markov/incoming.hpp"
#include "sim/markov/solve.hpp"
#include "sim/markov/stationary.hpp"

namespace nines::sim {

/// A positive vector to begin with: flows followed once from the first state outwards, in the order of the states.
/// Where they are numbered as they were found from the usual state, as explorers do, rare states begin rare, and less
/// than half of the sweeps are needed that equal probabilities would need.
std::vector<double> outward_guess(const Incoming& incoming);

/// Plain Gauss-Seidel sweeps from a guess until each probability is accurate to the tolerance, as far as the changes
/// of the sweeps can tell. A chain whose parts are joined by very rare transitions can deceive it; `multilevel` cannot
/// be deceived so. Precondition: the guess is positive.
Solved<Stationary> gauss_seidel(const Incoming& incoming, std::vector<double> guess, const SolveOptions& options);

/// Gauss-Seidel sweeps until they have nearly converged or hardly move, then sweeps and corrections by aggregation in
/// turn, until a correction and the sweeps after it change no probability by more than the tolerance.
/// Precondition: the guess is positive.
Solved<Stationary> multilevel(const Incoming& incoming, std::vector<double> guess, const SolveOptions& options);

}  // namespace nines::sim

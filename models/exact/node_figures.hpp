// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/exact/subject_solver.hpp"

namespace nines::exact {

/// Adds the long run and the figures over the horizon of single nodes and domains, as far as `question` wants them and
/// chains of 50,000 states give them.
///
/// Hosts that nothing tells apart have the same figures, so one of each kind is solved: where one part decides it, as
/// the mean of all in the chain that counts them; else in a chain that tells it from the others. What could not be had
/// is one entry of Solution::missing for all together. Returns which parts of the program the figures come from.
std::vector<Scope> solve_nodes(const SolverInput& input, const SolveQuestion& question, Parts& parts,
                               Solution& solution);

}  // namespace nines::exact

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "tests/bench/report.hpp"

/// The exact engine on the dependable workstation cluster of Haverkort, Hermanns and Katoen (SRDS 2000): two groups of
/// N workstations with a switch each, a backbone, and one repairer who takes the next job at random and needs some
/// minutes to get there. Here the job is chosen before the way, so the chain has half as many states again as theirs.
namespace nines::bench {

/// Exploring and solving N = 128 against Gauss-Seidel sweeps alone on the same chain, its memory against the chain's
/// own, states explored a second, and N = 16 as a whole.
std::vector<Row> chain_rows(bool quick);

}  // namespace nines::bench

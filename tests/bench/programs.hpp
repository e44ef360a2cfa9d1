// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "tests/bench/report.hpp"

/// The product as its users have it: the program `nines` and the shipped designs.
namespace nines::bench {

/// From the start of `nines run` on a small scenario to the end of its output, in seconds.
Row first_estimate();

/// Each file in scenarios/designs, everything recorded, on one thread.
std::vector<Line> run_designs(bool quick);

}  // namespace nines::bench

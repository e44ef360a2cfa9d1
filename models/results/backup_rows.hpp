// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/compile/program.hpp"
#include "models/results/results.hpp"

namespace nines::results {

/// What each backup keeps at one of its places: mean over the measured span, and the most seen. The kept copies are
/// looked at on a few instants of each of the first trials, which together are spread evenly over the span, as if
/// nothing that failed had touched them.
void add_backup_rows(std::vector<Metric>& rows, const compile::Program& program, std::uint64_t seed,
                     std::uint64_t trials, double confidence);

}  // namespace nines::results

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/compile/program.hpp"
#include "models/observe/window_tally.hpp"
#include "models/results/rows.hpp"

namespace nines::results {

/// How a service's availability objective was met: its windows and the usual ones, the error budget, credits. Nothing
/// if it has none.
void add_objective_rows(RowWriter& rows, const observe::WindowTally& tally, const compile::Program& program,
                        std::uint32_t service, double confidence);

/// Error budget spent in windows, as a histogram for charts.
void add_objective_series(std::vector<Series>& series, const std::string& subject, const observe::WindowTally& tally);

}  // namespace nines::results

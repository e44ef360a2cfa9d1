// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compile/program.hpp"
#include "models/observe/tally.hpp"
#include "models/results/rows.hpp"

namespace nines::results {

/// All rows of one service.
void add_service_rows(RowWriter& rows, const observe::ServiceTally& tally, const compile::Program& program,
                      std::uint32_t service, double confidence);

/// Its curves: point availability over the horizon, outage durations, downtime per year over trials.
void add_service_series(std::vector<Series>& series, const std::string& subject, const observe::ServiceTally& tally,
                        double horizon);

/// Chains of causes, most seconds first: of a service's downtime, or of the writes that a store has lost. `years` of
/// simulated time stand behind them, and `seconds` is the whole that they share.
void add_chains(std::vector<Chain>& chains, const std::string& subject, const observe::ChainTable& table,
                double seconds, double years, const compile::Program& program);

}  // namespace nines::results

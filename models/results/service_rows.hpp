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

/// Its chains of causes, most downtime first.
void add_chains(std::vector<Chain>& chains, const std::string& subject, const observe::ServiceTally& tally,
                const compile::Program& program);

}  // namespace nines::results

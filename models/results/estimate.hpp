// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compile/program.hpp"
#include "models/observe/simulate.hpp"
#include "models/results/results.hpp"

namespace nines::results {

/// From what many trials showed to figures with intervals: metrics, chains, series and the trials worth a look, in
/// the order services, groups, stores, domains and nodes, crews. The caller fills in the scenario, the assumptions, the
/// diagnostics and the run's wall time.
Results estimate(const compile::Program& program, const observe::Outcome& outcome, const observe::Plan& plan);

}  // namespace nines::results

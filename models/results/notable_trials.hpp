// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/observe/tally.hpp"
#include "models/results/results.hpp"

namespace nines::results {

/// The trials of a run that are worth a look, first those of services: see NotableTrial.
std::vector<NotableTrial> notable_trials(const compile::Program& program, const observe::Tally& tally);

}  // namespace nines::results

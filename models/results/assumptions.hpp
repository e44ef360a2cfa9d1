// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/compile/program.hpp"
#include "models/scenario/scenario.hpp"

namespace nines::results {

/// What a run takes for granted because the scenario does not say otherwise, one sentence each: without it a figure
/// says more than the model does.
std::vector<std::string> assumptions_of(const scenario::Scenario& scenario, const compile::Program& program,
                                        bool steady);

}  // namespace nines::results

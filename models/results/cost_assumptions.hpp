// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/compile/program.hpp"
#include "models/scenario/scenario.hpp"

namespace nines::results {

/// Adds what costs nothing because it has no price, where something else has one, and what a price counts.
void add_cost_assumptions(std::vector<std::string>& said, const scenario::Scenario& scenario,
                          const compile::Program& program);

}  // namespace nines::results

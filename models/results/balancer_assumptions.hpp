// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"

namespace nines::results {

/// Appends what a run takes for granted of requests: how they come, and which services' are counted at all.
void add_load_assumptions(std::vector<std::string>& said, const scenario::Scenario& scenario);

/// Appends how capacities that change are followed.
void add_capacity_assumptions(std::vector<std::string>& said, const scenario::Scenario& scenario);

/// Appends what it takes for granted of balancers, one sentence for all to which it applies, and which of their keys
/// are not simulated.
void add_balancer_assumptions(std::vector<std::string>& said, const scenario::Scenario& scenario);

}  // namespace nines::results

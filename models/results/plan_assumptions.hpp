// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"

namespace nines::results {

/// Adds what holds of plans although the scenario does not say it.
void add_plan_assumptions(std::vector<std::string>& said, const scenario::Scenario& scenario);

}  // namespace nines::results

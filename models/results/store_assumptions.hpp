// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"

namespace nines::results {

/// "a, b, c and 4 more".
std::string listed(const std::vector<std::string>& names);

/// Appends what a run takes for granted of the stores, one sentence for all to which it applies.
void add_store_assumptions(std::vector<std::string>& said, const scenario::Scenario& scenario);

}  // namespace nines::results

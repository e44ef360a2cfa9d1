// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"

namespace nines::results {

/// What is assumed about groups whose number of members follows the load.
void add_scale_assumptions(std::vector<std::string>& said, const scenario::Scenario& scenario);

}  // namespace nines::results

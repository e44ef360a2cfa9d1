// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "models/scenario/vary.hpp"

namespace nines::scenario {

/// The scenario as one canonical file: all reuse resolved, keys in the order of the manual, values in their shortest
/// form. Loading it gives the same scenario, but for origins and names of presets.
std::string to_toml(const Scenario& scenario, const std::vector<Vary>& varied = {});

}  // namespace nines::scenario

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/scenario/scenario.hpp"

namespace nines::scenario {

/// The scenario as one canonical file: all reuse resolved, keys in the order of the manual, values in their shortest
/// form. Loading it gives the same scenario, but for origins and names of presets.
std::string to_toml(const Scenario& scenario);

}  // namespace nines::scenario

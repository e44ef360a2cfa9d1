// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"

namespace nines::scenario {

/// What is taken to be so of deploys and patches, one sentence each, with the groups that it is about; nothing where
/// none are.
std::vector<std::string> change_assumptions(const Scenario& scenario);

}  // namespace nines::scenario

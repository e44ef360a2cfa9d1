// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"

namespace nines::validate {

/// Plain sentences on what the scenario leaves to defaults and on values whose origin nobody checked: what a reader of
/// the results must know. Precondition: the scenario is valid.
std::vector<std::string> assumptions(const scenario::Scenario& scenario);

}  // namespace nines::validate

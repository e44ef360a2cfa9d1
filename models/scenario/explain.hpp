// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "models/scenario/vary.hpp"

namespace nines::scenario {

/// The scenario after all reuse, one line for each value, with where the value comes from: the place in a file, the
/// preset with its grade and citation, or the default. Below each distribution its mean, median and 95 % quantile.
std::string explain(const Scenario& scenario, const std::vector<Vary>& varied = {});

}  // namespace nines::scenario

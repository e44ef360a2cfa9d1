// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "models/scenario/scenario.hpp"

/// Whose data a bad version of a group makes bad.
namespace nines::scenario {

/// Bad versions write bad data: effect = "corrupt".
bool corrupts_data(const Deploy& deploy);

/// The stores that services need which need this group: by its name, a member or a pattern of it, or through balancers,
/// but not through another service. Positions in Scenario::stores, ascending, each once.
std::vector<std::size_t> stores_used_with(const Scenario& scenario, const Group& group);

/// The stores whose data a bad version of the group corrupts: those that `corrupts` names, else `stores_used_with`.
/// Names of no store are left out. Precondition: the group has a deploy.
std::vector<std::size_t> spoiled_stores(const Scenario& scenario, const Group& group);

}  // namespace nines::scenario

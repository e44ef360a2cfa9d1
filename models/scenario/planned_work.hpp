// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/scenario/scenario.hpp"

/// What takes members of a group out of service on purpose.
namespace nines::scenario {

/// Patches as the maintenance that they are: every 30 d, 5 min for each member, unless the keys say otherwise.
Maintenance as_maintenance(const Patch& patch);

/// The maintenance of a group and its patches.
std::vector<Maintenance> planned_work(const Group& group);

/// Members that are out together for it. A share is of the members that serve at least, of a group that scales.
std::int64_t members_together(const Maintenance& work, const Group& group);

/// Members are out while a new version is put in their place.
bool deploy_takes_time(const Deploy& deploy);

/// Some members are out by plan, at some time.
bool has_planned_absence(const Group& group);

}  // namespace nines::scenario

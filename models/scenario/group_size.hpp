// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

#include "models/scenario/scenario.hpp"

/// How many members a group has.
namespace nines::scenario {

/// All that it may ever have, serving, standing by or not there yet: `max` of one that scales, else `count`.
inline std::int64_t most_members(const Group& group) {
    const std::int64_t count = std::max(group.count.value_or(1), group.most_by_plan);
    return group.scale && group.scale->max ? *group.scale->max : count;
}

/// A plan lets more of its members serve.
inline bool is_scaled_by_plan(const Group& group) {
    return group.most_by_plan > 0;
}

/// Members that do not serve do not exist either: they do not fail, and no balancer knows of them.
inline bool comes_and_goes(const Group& group) {
    const bool stands_by = group.standby || (group.active && *group.active > 0);
    return group.scale || (is_scaled_by_plan(group) && !stands_by);
}

/// Those that are to serve, at least: of one that scales, the fewest; with `active`, so many; else all.
inline std::int64_t least_serving(const Group& group) {
    const std::int64_t all = most_members(group);
    if (group.scale) return std::min(all, group.scale->min.value_or(group.count.value_or(1)));
    return std::min(all, group.active.value_or(is_scaled_by_plan(group) ? group.count.value_or(1) : all));
}

/// ... and at most.
inline std::int64_t most_serving(const Group& group) {
    return group.scale ? most_members(group) : least_serving(group);
}

}  // namespace nines::scenario

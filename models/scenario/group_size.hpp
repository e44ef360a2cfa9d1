// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

#include "models/scenario/scenario.hpp"

/// How many members a group has.
namespace nines::scenario {

/// All that it may ever have, serving, standing by or not there yet: `max` of one that scales, else `count`.
inline std::int64_t most_members(const Group& group) {
    const std::int64_t count = group.count.value_or(1);
    return group.scale && group.scale->max ? *group.scale->max : count;
}

/// Those that are to serve, at least: of one that scales, the fewest; with `active`, so many; else all.
inline std::int64_t least_serving(const Group& group) {
    const std::int64_t all = most_members(group);
    if (group.scale) return std::min(all, group.scale->min.value_or(group.count.value_or(1)));
    return std::min(all, group.active.value_or(all));
}

/// ... and at most.
inline std::int64_t most_serving(const Group& group) {
    return group.scale ? most_members(group) : least_serving(group);
}

}  // namespace nines::scenario

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/codes.hpp"

/// E180-, W180-: values to sweep.
namespace nines::scenario::codes {

inline constexpr Code vary_values{"E180", "a `[[vary]]` has no values, or says them twice"};
inline constexpr Code vary_range{"E181", "a range of values cannot be read"};
inline constexpr Code vary_with{"E182", "`with` names no other `[[vary]]`, or one of another length"};
inline constexpr Code vary_too_many{"E183", "a grid has more points than can be run"};
inline constexpr Code vary_point_invalid{"E184", "with a value of `[[vary]]` the scenario is not valid"};
inline constexpr Code vary_twice{"E185", "a key varies twice"};
inline constexpr Code vary_one_value{"W180", "a `[[vary]]` has one value only"};

}  // namespace nines::scenario::codes

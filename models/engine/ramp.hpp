// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "models/compile/capacity.hpp"

/// What grows in a straight line from nothing to all of it is taken in steps of equal length, each with the share at
/// its middle: (2 i - 1) / (2 n), i = 1 .. n. Its integral is that of the line; a limit that is met within a step is
/// met at the step's ends instead.
namespace nines::engine::ramp {

inline constexpr std::uint8_t steps = compile::ramp_steps;
inline constexpr std::uint8_t cold = 0;          ///< Before the first step.
inline constexpr std::uint8_t warm = steps + 1;  ///< After the last.

/// Share of the whole at a step. What has not begun has the share of the first step, for no time at all.
constexpr double share_at(std::uint8_t step) {
    if (step >= warm) return 1.0;
    return (2.0 * (step == cold ? 1 : step) - 1.0) / (2.0 * steps);
}

}  // namespace nines::engine::ramp

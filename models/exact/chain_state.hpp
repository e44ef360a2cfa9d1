// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/engine/discrete_state.hpp"

namespace nines::exact {

/// Values of a timer beside the number of the phase that its time is in.
inline constexpr std::uint8_t idle = 0xff;  ///< Nothing is pending.
inline constexpr std::uint8_t due = 0xfe;   ///< Its time was 0: it fires at this very instant.

/// A state of the Markov chain: the engine's discrete state and, in place of clocks, the phase of every timer.
struct ChainState {
    engine::DiscreteState discrete;
    std::vector<std::uint8_t> timer;  ///< By leaf of the program.
};

}  // namespace nines::exact

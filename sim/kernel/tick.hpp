// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "sim/units/duration.hpp"

namespace nines::sim {

/// Simulated time inside a trial: a whole number of ticks since its start. Integer time makes ties exact:
/// two things happen at once when their ticks are equal, whatever was added on the way there.
using Tick = std::uint64_t;

/// How long a tick is: 2^-shift seconds. A power of two, so that whole seconds are whole numbers of ticks.
class TickScale {
public:
    /// The finest scale, but not finer than 2^-20 s (about 1 us), at which `span` still fits in `tick_bits` bits.
    ///
    /// Ordinary scenarios therefore share one scale, and adding a component changes no other component's times.
    static TickScale for_span(Duration span, int tick_bits);

    double ticks_per_second() const { return ticks_per_second_; }
    double seconds_per_tick() const { return seconds_per_tick_; }

    /// Nearest tick; `seconds` must fit (see EventSet::latest).
    ///
    /// Through signed numbers, which the processor converts in one instruction; ticks stay below 2^63.
    Tick ticks(double seconds) const {
        return static_cast<Tick>(static_cast<std::int64_t>(seconds * ticks_per_second_ + 0.5));
    }
    double seconds(Tick ticks) const {
        return static_cast<double>(static_cast<std::int64_t>(ticks)) * seconds_per_tick_;
    }

private:
    double ticks_per_second_ = 1048576.0;
    double seconds_per_tick_ = 1.0 / 1048576.0;
};

}  // namespace nines::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "tests/bench/system.hpp"

/// What the engine is measured against, in the same run.
namespace nines::bench {

struct Simulated {
    std::uint64_t events = 0;
    double unavailability = 0.0;
};

/// The loop of a textbook: std::priority_queue of (time, component), Boost's Mersenne twister and exponential
/// distribution, a counter per group. It knows the system's downtime at the end and nothing else.
Simulated textbook_loop(const System& system, std::uint64_t trials, std::uint32_t seed);

/// The least that any loop over these components must do: take the first event, sample one number, put the event
/// back. Returns the number of events in `trials` horizons.
std::uint64_t bare_hold_loop(std::uint32_t components, std::uint64_t trials, std::uint64_t seed);

/// One exponential number for each component and trial, from an address of its own. Returns their sum.
double sample_each_component(std::uint32_t components, std::uint64_t trials, std::uint64_t seed);

}  // namespace nines::bench

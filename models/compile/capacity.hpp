// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "models/compile/ids.hpp"
#include "sim/kernel/event_set.hpp"

/// What changes the capacity of a host with time: engine/capacity.hpp puts it together.
namespace nines::compile {

/// Steps in which what grows in a straight line is taken; see engine/ramp.hpp.
inline constexpr int ramp_steps = 4;

/// A host whose capacity grows from nothing, in a straight line, each time it comes back.
struct WarmUp {
    HostId host = none<HostId>;
    LineId serves = none<LineId>;  ///< It works; of a cold or warm standby member: works and is in service.
    SamplerId takes = none<SamplerId>;
    std::uint64_t stream = 0;
    sim::Leaf leaf = 0;
};

/// A failure mode that leaves its host at work with a part of its capacity.
struct SlowMode {
    UnitId unit = none<UnitId>;
    double left = 1.0;  ///< Share of the capacity, above 0 and below 1.
};

/// From a known instant on a host has another capacity.
struct Resize {
    HostId host = none<HostId>;
    double at_seconds = 0.0;
    double capacity = 0.0;  ///< Requests per second.
};

/// All that changes the capacity of one host.
struct CapacityRules {
    WarmUpId warm_up = none<WarmUpId>;
    Range slow_modes;  ///< Into Program::slow_modes.
    Range resizes;     ///< Into Program::resizes, by time.
};

}  // namespace nines::compile

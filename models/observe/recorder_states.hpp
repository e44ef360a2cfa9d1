// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "sim/kernel/tick.hpp"

/// What the recorder keeps of each thing during a trial.
namespace nines::observe {

/// A unit, within one cache line: it is touched at every event.
struct alignas(32) UnitRecord {
    sim::Tick down_since = 0;
    sim::Tick down = 0;
    std::uint32_t failures = 0;
    bool is_down = false;
};

/// A service, group, store, .. that is down while its line is.
struct SubjectRecord {
    sim::Tick down_since = 0;
    sim::Tick down = 0;
    std::uint32_t outages = 0;
    bool is_down = false;
    bool is_carried_over = false;  ///< The outage in progress began before the measured span.
};

struct CrewRecord {
    std::uint32_t busy = 0;
    sim::Tick since = 0;
    double busy_seconds = 0.0;
};

}  // namespace nines::observe

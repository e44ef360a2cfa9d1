// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/observe/failure_classes.hpp"
#include "models/observe/window_watch.hpp"
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

/// A service: what its outages come to.
struct ServiceRecord {
    double first_outage = -1.0;  ///< Seconds since the measured span began; < 0: none yet.
    WindowWatch windows;         ///< Of the objective.
    std::vector<double> month_down;
    double planned_down = 0.0;
    double longest_outage = 0.0;       ///< Seconds; of those that began in the measured span.
    sim::Tick degraded = 0;            ///< Time in which it was up and something of its soft needs was not.
    sim::Tick degraded_until = 0;      ///< ... as far as it has been counted.
    std::vector<std::uint32_t> chain;  ///< Of the outage in progress.
    bool chain_is_planned = false;
    std::vector<std::uint32_t> chain_ahead;  ///< Of one that the demand may bring in the present state.
    bool ahead_is_planned = false;
    FailureClass class_ahead = FailureClass::node;
    FailureClass failure_class = FailureClass::node;  ///< Of the outage in progress, where outages are listed.
    sim::Tick ended_at = 0;                           ///< Enough is served again, if that lasts: see close_outage.
    bool has_ended = false;
    bool touched = false;

    void prepare(const Program& program, std::uint32_t service);
    void reset();
    void reset_measures();
};

}  // namespace nines::observe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/restores.hpp"
#include "sim/kernel/tick.hpp"

namespace nines::engine {

/// For recorders that care about neither failover nor balancers, nor what a start needs: base class with the hooks that
/// Trial calls for it.
struct DeafToFailover {
    template <class Trial>
    void failover(const Trial&, FailoverId, FailoverPhase, sim::Tick) {}
    void failed_failover(FailoverId, sim::Tick) {}
    template <class Trial>
    void promoted(const Trial&, FailoverId, CopyId, Promotion, double, sim::Tick) {}
    void rival(FailoverId, bool, sim::Tick) {}
    template <class Trial>
    void restore(const Trial&, FailoverId, const RestoreNews&, sim::Tick) {}
    template <class Trial>
    void balancer(const Trial&, BalancerId, sim::Tick) {}
    template <class Trial>
    void waits_to_start(const Trial&, LatchId, sim::Tick) {}
};

}  // namespace nines::engine

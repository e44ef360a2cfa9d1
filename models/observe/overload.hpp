// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/engine/flow.hpp"

namespace nines::observe {

using namespace nines::compile;

/// Follows which pools of servers behind a service are in overload that outlives its cause: what it does now depends
/// on what it did before. A pool enters when the rate exceeds its limit, and leaves when the rate no longer exceeds
/// the lower one at which its flow recovers; in between it stays as it was, whatever else changes. While nobody at all
/// is answered, those who try again get every pool into overload.
///
/// Only for services whose pools can come to that.
class Overload {
public:
    /// A pool began or ceased to be in overload.
    struct Change {
        BalancerId pool;
        double at;
        bool begins;
    };

    Overload() = default;
    Overload(const Program& program, const Subject& service, const std::vector<BalancerId>& balancers);

    /// Can some pool stay in overload after what brought it about?
    bool can_last() const { return !pools_.empty(); }

    void begin();
    /// The state is another from `now` on, and with it the flow: sets its thresholds. What was at an earlier instant
    /// counts as having been, so that states that last no time leave no trace.
    void settle(engine::Flow& flow, double rate, double now);

    /// Before anything is counted from `now` on: remembers the changes until now.
    void pass(double now);
    /// The next instant within [from, to) at which the demand brings a pool in or out; `to` if there is none.
    double next_change(const Demand& demand, const engine::Flow& flow, double from, double to) const;
    /// It has come.
    void change(engine::Flow& flow, const Demand& demand, double at, double to);

    /// Some pool is in overload though the rate does not exceed its limit.
    bool lasts(const engine::Flow& flow, double rate) const;

    /// What changed until now, in order.
    const std::vector<Change>& changes() const { return changes_; }
    void forget_changes() { changes_.clear(); }

private:
    struct PoolState {
        BalancerId id;
        bool was_in = false;  ///< At the last instant before this one.
        bool is_in = false;
        bool told = false;
    };
    template <class Pools>
    static auto* find(Pools& pools, BalancerId id);

    bool tries_again_ = false;
    double settled_at_ = 0.0;
    std::vector<PoolState> pools_;
    std::vector<Change> changes_;
};

}  // namespace nines::observe

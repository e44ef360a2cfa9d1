// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/expected_events.hpp"

#include <algorithm>

namespace nines::observe {

namespace {

/// Stages of a failover and the resynchronisation after it.
constexpr double events_of_failover = 8.0;

}  // namespace

double expected_events_per_trial(const compile::Program& program) {
    const double span = program.measure_from + program.horizon;
    double events = 0.0;
    for (const compile::Unit& unit : program.units) {
        const double repair = compile::exists(unit.time_to_repair) ? program.mean_seconds[+unit.time_to_repair] : 0.0;
        double up = 0.0;
        if (compile::exists(unit.time_to_failure)) {
            up = program.mean_seconds[+unit.time_to_failure];
        } else if (compile::exists(unit.care) && program.cares[+unit.care].planned) {
            up = program.cares[+unit.care].planned->period_seconds;
        }
        if (!(up > 0.0)) continue;
        const auto unit_index = static_cast<std::size_t>(&unit - program.units.data());
        const auto copies = program.hosts[+program.unit_hosts[unit_index]].copies.size();
        events += (2.0 + events_of_failover * copies) * span / (up + repair);
    }
    for (const compile::Shock& shock : program.shocks) {
        if (!compile::exists(shock.interval)) continue;
        const double strikes = span / std::max(1e-9, program.mean_seconds[+shock.interval]);
        events += strikes * (1.0 + 2.0 * shock.share * shock.targets.size());
    }
    for (const compile::Deploy& deploy : program.deploys) {
        // A batch begins and ends, and the version is undone; of those that take no time only the bad ones happen.
        const double batches = deploy.rollout.kind == scenario::Rollout::Kind::rolling ? deploy.count : 3.0;
        const double share = compile::exists(deploy.takes) ? 1.0 : deploy.fails;
        events += span / deploy.every.period_seconds * share * (2.0 * batches + 1.0);
    }
    for (const compile::FailoverGroup& group : program.failovers) {
        events += compile::exists(group.false_alarm)
                      ? events_of_failover * span / std::max(1e-9, program.mean_seconds[+group.false_alarm])
                      : 0.0;
    }
    return events + 1.0;
}

}  // namespace nines::observe

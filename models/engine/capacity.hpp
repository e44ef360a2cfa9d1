// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "models/engine/copies.hpp"
#include "models/engine/ramp.hpp"

/// How many requests a host can answer, and what changes that.
namespace nines::engine {

/// Requests per second that the host answers at most if it works: what it was resized to last, less what it lacks
/// while it warms up, less what its worst slow mode takes. Two slow modes are not added up: the narrowest place counts.
inline double capacity_now(const Program& program, const DiscreteState& state, HostId host) {
    double capacity = program.host_capacity[+host];
    if (program.capacity_rules.empty()) return capacity;
    const CapacityRules& rules = program.capacity_rules[+host];
    for (std::uint32_t r = rules.resizes.begin; r < rules.resizes.end; ++r) {
        if (state.resized[r] != 0) capacity = program.resizes[r].capacity;
    }
    if (exists(rules.warm_up)) capacity *= ramp::share_at(state.warmth[+rules.warm_up]);
    double left = 1.0;
    for (std::uint32_t m = rules.slow_modes.begin; m < rules.slow_modes.end; ++m) {
        const SlowMode& mode = program.slow_modes[m];
        if (state.phase[+mode.unit] != Phase::working) left = std::min(left, mode.left);
    }
    return capacity * left;
}

/// Whoever sends requests to the host may get other answers from now on.
template <class Context>
void capacity_changed(Context& context, HostId id) {
    const Program& program = context.program();
    const Range seen = program.hosts[+id].endpoints;
    for (std::uint32_t e = seen.begin; e < seen.end; ++e) {
        context.on_balancer(program.endpoints[+program.endpoints_of_hosts[e]].balancer);
    }
}

/// A host that warms up began or ceased to serve. Being cut off for a while leaves it as warm as it was; a standby
/// member that is put aside is cold again.
template <class Context>
void warm_up_changed(Context& context, WarmUpId id) {
    const Program& program = context.program();
    const WarmUp& warm_up = program.warm_ups[+id];
    std::uint8_t& warmth = context.state().warmth[+id];
    if (!is_up(program, context.state(), warm_up.serves)) {
        const Host& host = program.hosts[+warm_up.host];
        const bool stands_by = exists(host.standby) && context.state().role[+warm_up.host] == Role::idle;
        if (is_alive(program, context.state(), warm_up.host) && !stands_by) return;
        warmth = ramp::cold;
        return context.stop_warm_up(id);
    }
    if (warmth != ramp::cold) return;
    warmth = 1;
    context.begin_warm_up(id);
    capacity_changed(context, warm_up.host);
}

/// One step of its warm-up is over.
template <class Context>
void warm_up_due(Context& context, WarmUpId id) {
    std::uint8_t& warmth = context.state().warmth[+id];
    ++warmth;
    if (warmth < ramp::warm) context.continue_warm_up(id);
    capacity_changed(context, context.program().warm_ups[+id].host);
}

}  // namespace nines::engine

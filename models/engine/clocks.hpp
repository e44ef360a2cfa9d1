// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/gates.hpp"

namespace nines::engine {

/// How fast a unit's clock to failure runs, and whether it starts afresh after having stood still.
struct Pace {
    double pace = 1.0;
    bool renews = false;
};

/// The pace that the present state gives to a working unit: standing by, sharing a load, stopped with its host or
/// its domain. A clock that runs at pace 0.3 ages 0.3 s a second (accelerated life: the age is what counts).
inline Pace pace_of(const Program& program, const DiscreteState& state, UnitId id) {
    const Unit& unit = program.units[+id];
    if (!exists(unit.clock)) return {};
    const Clock& clock = program.clocks[+unit.clock];
    const HostId host_id = program.unit_hosts[+id];
    const Host& host = program.hosts[+host_id];
    Pace result;
    if (exists(host.standby) && state.role[+host_id] == Role::idle) {
        result.pace = program.standbys[+host.standby].idle_pace;
    }
    if (exists(host.share)) {
        const ShareGroup& share = program.shares[+host.share];
        const std::int32_t working = state.working[+share.working];
        result.pace *= share.pace[static_cast<std::size_t>(working)];
    }
    const bool host_down = exists(host.own) && state.working[+host.own] < program.gates[+host.own].inputs;
    if (host_down && clock.when_down != scenario::ClockPolicy::age) {
        return {0.0, clock.when_down == scenario::ClockPolicy::renew};
    }
    if (clock.when_cut_off != scenario::ClockPolicy::age) {
        for (std::uint32_t d = host.domains.begin; d < host.domains.end; ++d) {
            if (!is_up(program, state, program.host_domains[d])) {
                return {0.0, clock.when_cut_off == scenario::ClockPolicy::renew};
            }
        }
    }
    return result;
}

/// Gives each working unit of a host the pace that the present state asks for.
template <class Context>
void refresh_clocks(Context& context, HostId id) {
    const Program& program = context.program();
    const Host& host = program.hosts[+id];
    for (std::uint32_t u = host.units.begin; u < host.units.begin + host.own_units; ++u) {
        const auto unit = static_cast<UnitId>(u);
        if (!exists(program.units[u].clock) || context.state().phase[u] != Phase::working) continue;
        const Pace pace = pace_of(program, context.state(), unit);
        context.set_pace(unit, pace.pace, pace.renews);
    }
}

template <class Context>
void refresh_sharers(Context& context, ShareId id) {
    const ShareGroup& share = context.program().shares[+id];
    for (std::uint32_t m = 0; m < share.count; ++m) {
        refresh_clocks(context, static_cast<HostId>(share.first_host + m));
    }
}

}  // namespace nines::engine

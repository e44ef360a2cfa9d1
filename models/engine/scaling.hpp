// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/balancing.hpp"
#include "models/engine/standby.hpp"

/// Groups whose number of members in service follows the load.
namespace nines::engine {

/// A member that is wanted no more: it is there no longer, and another one in its place will be new.
template <class Context>
void dismiss(Context& context, StandbyId id, std::uint32_t member) {
    const StandbyGroup& standby = context.program().standbys[+id];
    if (context.state().role[standby.first_host + member] == Role::starting) context.stop_start(id, member);
    set_role(context, id, member, Role::idle);
    const Host& host = context.program().hosts[standby.first_host + member];
    for (std::uint32_t u = host.units.begin; u < host.units.begin + host.own_units; ++u) {
        const auto unit = static_cast<UnitId>(u);
        const bool works = context.state().phase[u] == Phase::working;
        if (works && exists(context.program().units[u].clock)) context.set_pace(unit, 0.0, true);
    }
}

/// So many members are wanted from now on. Idle ones start, in their order; the last ones go, at once.
template <class Context>
void set_scale(Context& context, ScalingId id, std::uint32_t number) {
    const StandbyId group = context.program().scalings[+id].standby;
    const StandbyGroup& standby = context.program().standbys[+group];
    std::uint32_t& scale = context.state().scale[+id];
    const std::uint32_t before = scale;
    scale = number;
    context.on_scaled(id, before);
    std::uint32_t there = in_service(context.program(), context.state(), group);
    if (number > before) {
        fill_service(context, group, standby.replaces ? number : std::min(number, there + number - before));
    }
    for (std::uint32_t m = standby.count; m-- > 0 && there > number;) {
        const Role role = context.state().role[standby.first_host + m];
        if (role != Role::serving && role != Role::starting) continue;
        dismiss(context, group, m);
        --there;
    }
    react(context);
}

/// Its time has come.
template <class Context>
void scaling_due(Context& context, ScalingId id) {
    set_scale(context, id, context.decide_scale(id));
}

}  // namespace nines::engine

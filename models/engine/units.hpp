// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/clocks.hpp"

namespace nines::engine {

/// A working unit stops working: by its own clock, or because something struck it.
template <class Context>
void fail(Context& context, UnitId id) {
    const auto& unit = context.unit(id);
    context.on_failed(id);
    if (!exists(unit.care)) {
        if (exists(unit.clock)) context.end_operation(id);
        context.state().phase[+id] = Phase::repairing;
        context.begin_stage(id, Phase::repairing);
    } else {
        context.end_operation(id);
        begin_care(context, id);
    }
    shift(context, unit.gate, -1);
    react(context);
}

/// A unit works again.
template <class Context>
void restore(Context& context, UnitId id) {
    const auto& unit = context.unit(id);
    context.state().phase[+id] = Phase::working;
    context.on_restored(id);
    shift(context, unit.gate, 1);
    context.begin_operation(id, exists(unit.clock) ? pace_of(context.program(), context.state(), id).pace : 1.0);
    react(context);
}

/// Could something that strikes it fail this unit now? What does not operate cannot be hit again.
template <class Context>
bool can_be_struck(Context& context, UnitId id) {
    const Program& program = context.program();
    const DiscreteState& state = context.state();
    if (state.phase[+id] != Phase::working) return false;
    const HostId host_id = program.unit_hosts[+id];
    const Host& host = program.hosts[+host_id];
    const bool is_there =
        !exists(host.standby) || !program.standbys[+host.standby].comes_and_goes || state.role[+host_id] != Role::idle;
    if (!is_there) return false;
    return !exists(host.own) || state.working[+host.own] == program.gates[+host.own].inputs;
}

/// What strikes it makes it fail, whatever its own clock was waiting for: it is repaired, not replaced as planned.
template <class Context>
void strike(Context& context, UnitId id) {
    if (!can_be_struck(context, id)) return;
    if (const CareId care = context.unit(id).care; exists(care)) context.state().replacing[+care] = 0;
    fail(context, id);
}

}  // namespace nines::engine

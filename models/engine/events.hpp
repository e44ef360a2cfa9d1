// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/balancing.hpp"
#include "models/engine/care.hpp"
#include "models/engine/failover.hpp"
#include "models/engine/latch.hpp"
#include "models/engine/plans.hpp"
#include "models/engine/standby.hpp"

/// What happens when each kind of timer is due.
namespace nines::engine {

/// This planned work of a neighbour in the group, if it begins at the same instants.
inline UnitId same_work_of(const Program& program, const Care& care, HostId neighbour, std::uint32_t work) {
    if (+neighbour >= program.hosts.size()) return none<UnitId>;
    const Host& host = program.hosts[+neighbour];
    const std::uint32_t unit = host.units.begin + host.own_units + work;
    if (unit >= host.units.end || !exists(program.units[unit].care)) return none<UnitId>;
    const Care& other = program.cares[+program.units[unit].care];
    const bool is_of_group = other.planned && other.only_if_whole == care.only_if_whole;
    const auto before = [](const Care& of) { return of.window.seconds_before; };
    const bool goes_along =
        is_of_group && other.planned->phase_seconds == care.planned->phase_seconds && before(other) == before(care);
    return goes_along ? static_cast<UnitId>(unit) : none<UnitId>;
}

/// Members that are out already for the same planned work and begin it together with this one.
template <class Context>
std::int32_t companions_out(Context& context, UnitId id, const Care& care) {
    const Program& program = context.program();
    const HostId host = program.unit_hosts[+id];
    const std::uint32_t work = +id - program.hosts[+host].units.begin - program.hosts[+host].own_units;
    std::int32_t out = 0;
    for (const std::uint32_t step : {1u, ~0u}) {
        for (std::uint32_t h = +host + step;; h += step) {
            const UnitId other = same_work_of(program, care, static_cast<HostId>(h), work);
            if (!exists(other)) break;
            out += context.state().phase[+other] != Phase::working ? 1 : 0;
        }
    }
    return out;
}

/// Planned maintenance is left out while another member of the group is not up, but for those that go along.
template <class Context>
bool maintenance_is_left_out(Context& context, UnitId unit, const Care& care) {
    if (!exists(care.only_if_whole)) return false;
    const std::int32_t missing =
        context.program().gates[+care.only_if_whole].inputs - context.state().working[+care.only_if_whole];
    return missing > 0 && missing > companions_out(context, unit, care);
}

/// A unit without further arrangements: it fails by its own clock or is struck, and is repaired.
template <class Context>
void plain_unit_due(Context& context, UnitId unit) {
    if (context.state().phase[+unit] != Phase::working) return restore(context, unit);
    if (exists(context.unit(unit).time_to_failure)) return fail(context, unit);
    // Without a law of its own the timer was a strike on its way.
    context.stop_timer(unit);
    strike(context, unit);
}

/// Not inline: what few units need would cost all of them.
template <class Context>
[[gnu::noinline]] void cared_unit_due(Context& context, UnitId unit, CareId id) {
    const Care& care = context.program().cares[+id];
    switch (context.state().phase[+unit]) {
        case Phase::working:
            if (!care.planned) return plain_unit_due(context, unit);
            if (maintenance_is_left_out(context, unit, care)) return context.begin_operation(unit, 1.0);
            return fail(context, unit);
        case Phase::hidden: request_part(context, unit); return react(context);
        case Phase::responding: return begin_repair(context, unit);
        case Phase::repairing: return finish_repair(context, unit);
        case Phase::awaiting_failover:
        case Phase::awaiting_part:
        case Phase::awaiting_crew: return;
    }
}

template <class Context>
void unit_due(Context& context, UnitId unit) {
    const CareId id = context.unit(unit).care;
    if (exists(id)) return cared_unit_due(context, unit, id);
    plain_unit_due(context, unit);
}

/// The failback of a group is due, or its primary steps down.
template <class Context>
void return_or_step_down_due(Context& context, sim::Leaf leaf) {
    const FailoverId id = group_with_timer(context.program(), leaf);
    const FailoverGroup& group = context.program().failovers[+id];
    if (group.waits_to_return() && leaf == group.return_leaf) return return_due(context, id);
    if (group.serves_while_copying && leaf == group.copying_leaf) return context.on_copying_due(id);
    step_down_due(context, id);
}

/// One of the timers of a failover group.
template <class Context>
void failover_due(Context& context, sim::Leaf leaf) {
    if (leaf >= context.program().leaves.returns) return return_or_step_down_due(context, leaf);
    const std::uint32_t number = leaf - context.program().leaves.failovers;
    const auto id = static_cast<FailoverId>(number / 3);
    switch (number % 3) {
        case 0: return failover_phase_due(context, id);
        case 1: return false_alarm_due(context, id);
        default: return hold_due(context, id);
    }
}

/// What happens at one instant reaches everything before anything reacts.
template <class Context, class Act>
void at_once(Context& context, Act act) {
    context.set_reacting(true);
    act();
    context.set_reacting(false);
    react(context);
}

template <class Context>
void strike_targets(Context& context, ShockId id) {
    const Shock& shock = context.program().shocks[+id];
    for (std::uint32_t t = shock.targets.begin; t < shock.targets.end; ++t) {
        const UnitId target = context.program().targets[t];
        if (!context.shock_reaches(id, t - shock.targets.begin)) continue;
        if (shock.spread_seconds > 0.0) {
            if (context.state().phase[+target] == Phase::working) {
                context.delay_strike(id, t - shock.targets.begin, target);
            }
        } else {
            strike(context, target);
        }
    }
}

template <class Context>
void shock_due(Context& context, ShockId id) {
    at_once(context, [&] { strike_targets(context, id); });
}

/// A host has another capacity from now on.
template <class Context>
void resize(Context& context, ResizeId id) {
    context.state().resized[+id] = 1;
    context.pending().push_back({PendingReaction::Kind::capacity, +context.program().resizes[+id].host});
}

template <class Context>
void occasion_due(Context& context, OccasionId id) {
    const Occasion& occasion = context.program().occasions[+id];
    at_once(context, [&] {
        if (exists(occasion.resize)) resize(context, occasion.resize);
        for (std::uint32_t t = occasion.targets.begin; t < occasion.targets.end; ++t) {
            const UnitId target = context.program().targets[t];
            if (occasion.restores) {
                restore_now(context, target);
            } else {
                strike(context, target);
            }
        }
    });
}

}  // namespace nines::engine

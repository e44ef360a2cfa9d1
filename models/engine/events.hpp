// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/care.hpp"
#include "models/engine/standby.hpp"

/// What happens when each kind of timer is due.
namespace nines::engine {

/// Planned maintenance is left out while another member of the group is not up.
template <class Context>
bool maintenance_is_left_out(Context& context, const Care& care) {
    if (!exists(care.only_if_whole)) return false;
    const Gate& gate = context.program().gates[+care.only_if_whole];
    return context.state().working[+care.only_if_whole] < gate.inputs;
}

template <class Context>
void unit_due(Context& context, UnitId unit) {
    switch (context.state().phase[+unit]) {
        case Phase::working: {
            const auto& of = context.unit(unit);
            const bool is_planned = exists(of.care) && context.program().cares[+of.care].planned.has_value();
            if (is_planned && maintenance_is_left_out(context, context.program().cares[+of.care])) {
                return context.begin_operation(unit, 1.0);
            }
            if (exists(of.time_to_failure) || is_planned) return fail(context, unit);
            // Without a law of its own the timer was a strike on its way.
            context.stop_timer(unit);
            return strike(context, unit);
        }
        case Phase::hidden: return request_part(context, unit);
        case Phase::responding: return begin_repair(context, unit);
        case Phase::repairing: return finish_repair(context, unit);
        case Phase::awaiting_part:
        case Phase::awaiting_crew: return;
    }
}

template <class Context>
void shock_due(Context& context, ShockId id) {
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
void occasion_due(Context& context, OccasionId id) {
    const Occasion& occasion = context.program().occasions[+id];
    for (std::uint32_t t = occasion.targets.begin; t < occasion.targets.end; ++t) {
        const UnitId target = context.program().targets[t];
        if (occasion.restores) {
            restore_now(context, target);
        } else {
            strike(context, target);
        }
    }
}

}  // namespace nines::engine

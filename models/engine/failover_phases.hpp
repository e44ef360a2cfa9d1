// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/care.hpp"
#include "models/engine/copies.hpp"

/// What the phases of a failover have in common: whom they serve, how long they take, who waits for them.
namespace nines::engine {

/// Plans that move the group's copies may have waited for this.
template <class Context>
void tell_plans(Context& context, FailoverId id) {
    const Range plans = context.program().failovers[+id].plans;
    for (std::uint32_t p = plans.begin; p < plans.end; ++p) {
        context.pending().push_back({PendingReaction::Kind::plan, +context.program().plans_of_failovers[p]});
    }
}

/// Clients are served in this phase: a false alarm takes the service only when the old primary is fenced.
template <class Context>
void set_served(Context& context, FailoverId id, bool served) {
    const FailoverGroup& group = context.program().failovers[+id];
    Role& role = context.state().role[+group.host];
    const Role wanted = served ? Role::serving : Role::out;
    if (role == wanted) return;
    role = wanted;
    context.on_role(group.host);
    shift(context, group.serving, served ? 1 : -1);
    tell_plans(context, id);
}

/// Members whose repair waits for the failover: it is over, or there is nobody left to wait for.
template <class Context>
void release_repairs(Context& context, FailoverId id) {
    const Program& program = context.program();
    const FailoverGroup& group = program.failovers[+id];
    for (std::uint32_t c = group.copies.begin; c < group.copies.end; ++c) {
        const Range units = program.hosts[+program.copies[c].host].units;
        for (std::uint32_t u = units.begin; u < units.end; ++u) {
            if (context.state().phase[u] == Phase::awaiting_failover) tend(context, static_cast<UnitId>(u));
        }
    }
}

inline SamplerId time_of_phase(const FailoverGroup& group, const FailoverState& state) {
    switch (state.phase) {
        case FailoverPhase::restarting: return group.restart;
        case FailoverPhase::detecting: return state.is_silent ? group.detect_silent : group.detect_crash;
        case FailoverPhase::deciding: return group.decide.takes;
        case FailoverPhase::fencing: return group.fence.takes;
        case FailoverPhase::promoting: return group.promote.takes;
        case FailoverPhase::redirecting: return group.redirect.takes;
        case FailoverPhase::warming: return group.warm.takes;
        case FailoverPhase::calling: return group.ack;
        case FailoverPhase::consulting: return group.consult;
        case FailoverPhase::by_hand: return group.by_hand.takes;
        case FailoverPhase::starting: return group.cold_start;
        case FailoverPhase::stalled: return group.stall;
        case FailoverPhase::switching: return group.switchover.takes;
        case FailoverPhase::serving:
        case FailoverPhase::stranded:
        case FailoverPhase::stepped_down:
        case FailoverPhase::travelling:
        case FailoverPhase::provisioning:
        case FailoverPhase::fetching:
        case FailoverPhase::restoring:
        case FailoverPhase::replaying:
        case FailoverPhase::checking:
        case FailoverPhase::blocked: break;
    }
    return none<SamplerId>;
}

/// It ends by itself, at once if it takes no time; the others wait for something to happen.
constexpr bool ends_by_itself(FailoverPhase phase) {
    return phase != FailoverPhase::serving && !is_waiting(phase) && phase != FailoverPhase::blocked;
}

}  // namespace nines::engine

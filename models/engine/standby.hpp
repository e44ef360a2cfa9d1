// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "models/engine/capacity.hpp"
#include "models/engine/units.hpp"

/// Members that serve and members that stand by.
namespace nines::engine {

/// Members that serve or are about to.
inline std::uint32_t in_service(const Program& program, const DiscreteState& state, StandbyId id) {
    const StandbyGroup& standby = program.standbys[+id];
    std::uint32_t count = 0;
    for (std::uint32_t m = 0; m < standby.count; ++m) {
        const Role role = state.role[standby.first_host + m];
        count += role == Role::serving || role == Role::starting ? 1 : 0;
    }
    return count;
}

/// Members that serve at least: more while a step of a plan is in effect that asks for more.
inline std::uint32_t least_in_service(const Program& program, const DiscreteState& state, const StandbyGroup& standby) {
    std::uint32_t number = standby.active;
    for (std::uint32_t p = standby.plans.begin; p < standby.plans.end; ++p) {
        const PlannedScale& planned = program.planned_scales[p];
        const bool in_effect = (state.plans[+planned.plan].applied >> planned.step & 1u) != 0;
        if (in_effect) number = std::max(number, planned.members);
    }
    return number;
}

/// Members that are to serve.
inline std::uint32_t wanted_in_service(const Program& program, const DiscreteState& state, StandbyId id) {
    const StandbyGroup& standby = program.standbys[+id];
    return exists(standby.scaling) ? state.scale[+standby.scaling] : least_in_service(program, state, standby);
}

template <class Context>
void set_role(Context& context, StandbyId id, std::uint32_t member, Role role) {
    const StandbyGroup& standby = context.program().standbys[+id];
    const std::uint32_t host = standby.first_host + member;
    const Role before = context.state().role[host];
    context.state().role[host] = role;
    context.on_role(static_cast<HostId>(host));
    if (before == Role::serving && role != Role::serving) shift(context, standby.serving[member], -1);
    if (before != Role::serving && role == Role::serving) shift(context, standby.serving[member], 1);
    refresh_clocks(context, static_cast<HostId>(host));
    if (exists(standby.scaling)) context.pending().push_back({PendingReaction::Kind::scaling, +standby.scaling});
    if (role != Role::idle || context.program().capacity_rules.empty()) return;
    const WarmUpId warm_up = context.program().capacity_rules[host].warm_up;
    if (exists(warm_up)) context.pending().push_back({PendingReaction::Kind::warm_up, +warm_up});
}

/// The host's first failure mode that is more than being slow; none if there is none.
inline UnitId first_that_stops(const Program& program, const Host& host) {
    for (std::uint32_t u = host.units.begin; u < host.units.end; ++u) {
        if (!leaves_at_work(program.unit_effects[u])) return static_cast<UnitId>(u);
    }
    return none<UnitId>;
}

/// A standby member that should have started did not: that is a failure of the member, repaired like any other.
template <class Context>
void fail_to_start(Context& context, StandbyId id, std::uint32_t member) {
    const StandbyGroup& standby = context.program().standbys[+id];
    set_role(context, id, member, Role::out);
    const Host& host = context.program().hosts[standby.first_host + member];
    const UnitId unit = first_that_stops(context.program(), host);
    if (!exists(unit)) return;  // nothing of it can fail: it tries again when it next comes back
    if (context.state().phase[+unit] != Phase::working) return;
    // It fails now, whatever its clock was waiting for.
    if (const CareId care = context.unit(unit).care; exists(care)) context.state().replacing[+care] = 0;
    fail(context, unit);
}

/// Brings idle members into service, in their order, until so many serve or none is left.
template <class Context>
void fill_service(Context& context, StandbyId id, std::uint32_t number) {
    const StandbyGroup& standby = context.program().standbys[+id];
    for (std::uint32_t m = 0; m < standby.count; ++m) {
        if (in_service(context.program(), context.state(), id) >= number) return;
        const Host& host = context.program().hosts[standby.first_host + m];
        if (context.state().role[standby.first_host + m] != Role::idle) continue;
        if (!is_up(context.program(), context.state(), host.available)) continue;  // being cut off at this instant
        if (!context.start_works(id, m)) {
            fail_to_start(context, id, m);
        } else if (exists(standby.start)) {
            set_role(context, id, m, Role::starting);
            context.begin_start(id, m);
        } else {
            set_role(context, id, m, Role::serving);
        }
    }
}

/// A member became able or unable to serve. One that comes back from repair serves at once if it is needed: its
/// repair ends with a start. No member gives up its place to one that comes back.
template <class Context>
void member_health_changed(Context& context, HostId id) {
    const Program& program = context.program();
    const Host& host = program.hosts[+id];
    const StandbyGroup& standby = program.standbys[+host.standby];
    const bool able = is_up(program, context.state(), host.available);
    const Role role = context.state().role[+id];
    if (able == (role != Role::out)) return;
    if (able) {
        const std::uint32_t wanted = wanted_in_service(program, context.state(), host.standby);
        const bool needed = in_service(program, context.state(), host.standby) < wanted;
        return set_role(context, host.standby, host.member, needed ? Role::serving : Role::idle);
    }
    if (role == Role::starting) context.stop_start(host.standby, host.member);
    set_role(context, host.standby, host.member, Role::out);
    if (role == Role::idle || !standby.replaces) return;
    fill_service(context, host.standby, wanted_in_service(program, context.state(), host.standby));
}

/// A member's start is through.
template <class Context>
void finish_start(Context& context, StandbyId id, std::uint32_t member) {
    set_role(context, id, member, Role::serving);
    react(context);
}

/// Carries out what waits, including what that brings about. Nested calls leave the work to the outermost.
template <class Context>
void react(Context& context) {
    if (context.pending().empty() || context.is_reacting()) return;
    context.set_reacting(true);
    for (std::size_t i = 0; i < context.pending().size(); ++i) {
        const PendingReaction reaction = context.pending()[i];
        switch (reaction.kind) {
            case PendingReaction::Kind::refresh_clocks:
                refresh_clocks(context, static_cast<HostId>(reaction.index));
                break;
            case PendingReaction::Kind::member_health:
                member_health_changed(context, static_cast<HostId>(reaction.index));
                break;
            case PendingReaction::Kind::refresh_sharers:
                refresh_sharers(context, static_cast<ShareId>(reaction.index));
                break;
            case PendingReaction::Kind::copy_health:
                copy_health_changed(context, static_cast<HostId>(reaction.index));
                break;
            case PendingReaction::Kind::conditions: reconsider(context, static_cast<FailoverId>(reaction.index)); break;
            case PendingReaction::Kind::endpoint:
                endpoint_changed(context, static_cast<EndpointId>(reaction.index));
                break;
            case PendingReaction::Kind::balancer: rebalance(context, static_cast<BalancerId>(reaction.index)); break;
            case PendingReaction::Kind::latch: set_latch(context, static_cast<LatchId>(reaction.index)); break;
            case PendingReaction::Kind::warm_up: warm_up_changed(context, static_cast<WarmUpId>(reaction.index)); break;
            case PendingReaction::Kind::capacity: capacity_changed(context, static_cast<HostId>(reaction.index)); break;
            case PendingReaction::Kind::scaling: context.on_scaling(static_cast<ScalingId>(reaction.index)); break;
            case PendingReaction::Kind::plan: plan_asked(context, static_cast<PlanId>(reaction.index), i); break;
            case PendingReaction::Kind::bad_data: take_out(context, static_cast<FailoverId>(reaction.index)); break;
        }
    }
    context.pending().clear();
    context.set_reacting(false);
    context.settle_scalings();
}

}  // namespace nines::engine

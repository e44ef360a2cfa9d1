// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/failover_copies.hpp"
#include "models/engine/restore.hpp"
#include "models/engine/step_down.hpp"

/// What makes a failover group act: copies that are lost or come back, what it needs, and its timers.
namespace nines::engine {

/// Nobody could take over; can somebody now?
template <class Context>
void leave_stranded(Context& context, FailoverId id) {
    const FailoverGroup& group = context.program().failovers[+id];
    const DiscreteState& state = context.state();
    if (!has_majority(context.program(), state, id) || lacks_needs(context.program(), state, id)) return;
    const bool automation_may =
        group.is_automatic && !state.failovers[+id].is_held && automation_works(context.program(), state, id);
    if (has_reachable_primary(context.program(), state, id)) {
        const bool had_stepped_down = group.majority > 0 || state.failovers[+id].phase == FailoverPhase::stepped_down;
        const bool is_elected = had_stepped_down && automation_may;
        return enter(context, id, is_elected ? FailoverPhase::deciding : FailoverPhase::serving);
    }
    if (must_restore(context.program(), state, id)) return begin_restore(context, id);
    if (group.has_cold_start) {
        if (promote_by_people(context, id)) enter(context, id, FailoverPhase::starting);
        return;
    }
    if (automation_may && has_candidate(context.program(), state, id, false)) {
        return enter(context, id, FailoverPhase::deciding);
    }
    const bool people_may = group.has_by_hand && has_candidate(context.program(), state, id, true);
    if (people_may) enter(context, id, FailoverPhase::calling);
}

/// A majority that a plan went without is there again: from now on it is asked for.
template <class Context>
void end_force(Context& context, FailoverId id) {
    if (votes(context.program(), context.state(), id) < context.program().failovers[+id].majority) return;
    context.state().failovers[+id].is_forced = false;
    context.on_role(context.program().failovers[+id].host);
}

/// Something that matters to the group has changed.
template <class Context>
void reconsider(Context& context, FailoverId id) {
    const Program& program = context.program();
    const FailoverGroup& group = program.failovers[+id];
    const FailoverState& state = context.state().failovers[+id];
    check_primary(context, id);
    if (state.is_forced) end_force(context, id);
    if (has_primary_at_work(state.phase) && !has_majority(program, context.state(), id)) {
        enter(context, id, FailoverPhase::stranded);
    }
    watch_needs(context, id);
    const bool waits_for_replicas = state.phase == FailoverPhase::blocked || state.phase == FailoverPhase::stalled;
    const bool waits_for_named = group.first_is_named && state.phase == FailoverPhase::stalled;
    const bool is_long = waits_for_named ? lacks_named_replica(program, context.state(), id)
                                         : lacks_replicas(program, context.state(), id);
    if (waits_for_replicas && !is_long) enter(context, id, FailoverPhase::serving);
    // Where the first to come back just starts, nothing is to be decided as long as nobody is there.
    const bool is_idle = !has_primary_at_work(state.phase) && !state.is_alarm && !is_waiting(state.phase);
    if (group.has_cold_start && is_idle && !has_reachable_copy(program, context.state(), id)) {
        enter(context, id, FailoverPhase::stranded);
    }
    if (is_waiting(state.phase)) leave_stranded(context, id);
    const bool repairs_may_begin = state.phase == FailoverPhase::serving || is_waiting(state.phase);
    if (group.repairs_wait && repairs_may_begin) release_repairs(context, id);
    watch_return(context, id);
}

template <class Context>
void check_copy(Context& context, CopyId copy) {
    if (is_reachable(context.program(), context.state(), copy)) {
        regain_copy(context, copy);
    } else {
        lose_copy(context, copy);
    }
}

/// It is among the hosts that were lost or came back at this instant.
template <class Context>
bool has_changed(Context& context, HostId host) {
    return std::ranges::any_of(context.pending(), [&](const PendingReaction& reaction) {
        return reaction.kind == PendingReaction::Kind::copy_health && reaction.index == +host;
    });
}

/// A host that carries copies was lost or came back, or lost its data while it was down. What happens to several at
/// the same instant must not depend on who is asked first: the primary's loss comes before all others, and its return
/// after them.
template <class Context>
void copy_health_changed(Context& context, HostId id) {
    const Program& program = context.program();
    const Range copies = program.hosts[+id].copies;
    for (std::uint32_t c = copies.begin; c < copies.end; ++c) {
        const CopyId copy = program.copies_of_hosts[c];
        const FailoverId failover = program.copies[+copy].failover;
        check_primary(context, failover);
        const Range all = program.failovers[+failover].copies;
        for (std::uint32_t other = all.begin; other < all.end; ++other) {
            if (context.state().copy_role[other] != CopyRole::primary) check_copy(context, static_cast<CopyId>(other));
        }
        const CopyId primary = first_with(program, context.state(), failover, CopyRole::primary);
        if (exists(primary) && has_changed(context, program.copies[+primary].host)) check_copy(context, primary);
        reconsider(context, failover);
    }
}

/// The time of a phase was over: what follows, and what that brings about.
template <class Context>
void failover_phase_due(Context& context, FailoverId id) {
    finish_failover_phase(context, id);
    reconsider(context, id);
    react(context);
}

/// Somebody takes a healthy primary for dead.
template <class Context>
void false_alarm_due(Context& context, FailoverId id) {
    if (!has_reachable_replica(context.program(), context.state(), id)) return context.begin_alarm(id);
    context.state().failovers[+id].is_alarm = true;
    enter(context, id, FailoverPhase::deciding);
    reconsider(context, id);
    react(context);
}

template <class Context>
void hold_due(Context& context, FailoverId id) {
    context.state().failovers[+id].is_held = false;
    context.on_role(context.program().failovers[+id].host);
    reconsider(context, id);
    react(context);
}

}  // namespace nines::engine
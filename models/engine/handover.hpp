// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/copies.hpp"

/// The planned hand-over from one primary to the next: before planned work on the primary's machine, and back to the
/// first copy. Nobody has to notice anything, and nothing is lost: the primary stops, the other has all it wrote.
namespace nines::engine {

/// Whoever does it, the automation or people, can do it now.
inline bool can_hand_over(const Program& program, const DiscreteState& state, FailoverId id) {
    const FailoverGroup& group = program.failovers[+id];
    return group.has_switchover && (!group.is_automatic || automation_works(program, state, id));
}

/// May the primary hand over to this copy now? Without automation it is people who do it.
inline bool can_succeed(const Program& program, const DiscreteState& state, CopyId id) {
    const Copy& copy = program.copies[+id];
    const bool is_automatic = program.failovers[+copy.failover].is_automatic;
    const bool is_allowed = is_automatic ? copy.is_candidate : copy.may_be_primary && !copy.is_for_plan;
    return is_allowed && state.copy_role[+id] == CopyRole::replica && is_reachable(program, state, id);
}

/// The first copy in sync that can take over from a primary that hands over; else the first of any; else none.
inline CopyId best_successor(const Program& program, const DiscreteState& state, FailoverId id) {
    const Range copies = program.failovers[+id].copies;
    CopyId best = none<CopyId>;
    for (std::uint32_t c = copies.begin; c < copies.end; ++c) {
        const auto copy = static_cast<CopyId>(c);
        if (!can_succeed(program, state, copy)) continue;
        if (is_in_sync(program, state, copy)) return copy;
        if (!exists(best)) best = copy;
    }
    return best;
}

/// The copy that is primary by preference: the first of the store.
inline CopyId preferred_copy(const Program& program, FailoverId id) {
    return static_cast<CopyId>(program.failovers[+id].copies.begin);
}

/// The primary is a copy that is to apply writes later, after a restore from it: an ordinary one takes over as soon as
/// it follows, so that there is one that is behind again.
inline CopyId relief_of_delayed(const Program& program, const DiscreteState& state, FailoverId id) {
    const CopyId primary = first_with(program, state, id, CopyRole::primary);
    if (!exists(primary) || program.copies[+primary].delay_seconds <= 0.0) return none<CopyId>;
    return can_hand_over(program, state, id) ? best_successor(program, state, id) : none<CopyId>;
}

/// The preferred copy follows another primary and could take over, and somebody wants that.
inline bool may_return(const Program& program, const DiscreteState& state, FailoverId id) {
    return program.failovers[+id].fails_back && can_succeed(program, state, preferred_copy(program, id)) &&
           can_hand_over(program, state, id);
}

/// It is a replica, or will be at the moment when there is a primary to follow.
inline bool follows_at_once(const Program& program, const DiscreteState& state, CopyId id) {
    const Copy& copy = program.copies[+id];
    const CopyRole role = state.copy_role[+id];
    return role == CopyRole::replica || (role == CopyRole::catching_up && !exists(copy.rewind)) ||
           (role == CopyRole::refilling && !exists(copy.refill));
}

/// Nobody serves before the preferred copy does: what would begin to serve hands over instead.
inline bool returns_at_once(const Program& program, const DiscreteState& state, FailoverId id) {
    const FailoverGroup& group = program.failovers[+id];
    if (!group.fails_back || group.waits_to_return() || !can_hand_over(program, state, id)) return false;
    const CopyId preferred = preferred_copy(program, id);
    return follows_at_once(program, state, preferred) && is_reachable(program, state, preferred);
}

/// What was found out about a failure before counts no longer.
template <class Context>
void choose_successor(Context& context, FailoverId id, CopyId successor) {
    FailoverState& state = context.state().failovers[+id];
    state.is_alarm = state.is_silent = false;
    state.promotion = Promotion::current;
    set_copy_role(context, successor, CopyRole::chosen);
}

template <class Context>
void hand_over_to(Context& context, FailoverId id, CopyId successor) {
    choose_successor(context, id, successor);
    enter(context, id, FailoverPhase::switching);
}

/// Planned work takes the primary. False: there is nobody to hand over to, or nobody who could do it.
template <class Context>
bool begin_switchover(Context& context, FailoverId id) {
    if (!can_hand_over(context.program(), context.state(), id)) return false;
    const CopyId successor = best_successor(context.program(), context.state(), id);
    if (!exists(successor)) return false;
    hand_over_to(context, id, successor);
    return true;
}

/// The hand-over does not come about. The old primary goes on if it is there; else it is failed over from as before.
template <class Context>
void abandon_switchover(Context& context, FailoverId id) {
    if (has_reachable_primary(context.program(), context.state(), id)) {
        return enter(context, id, FailoverPhase::serving);
    }
    after_detection(context, id);
}

/// The time of the hand-over is over.
template <class Context>
void finish_switchover(Context& context, FailoverId id) {
    const CopyId chosen = first_with(context.program(), context.state(), id, CopyRole::chosen);
    const FailoverStage& stage = context.program().failovers[+id].switchover;
    // What is tried again in no time works in the end.
    const bool is_tried_again = !exists(stage.takes) && !context.program().failovers[+id].waits_to_return() &&
                                has_reachable_primary(context.program(), context.state(), id);
    const bool works = is_tried_again || context.stage_works(id, stage.works);
    if (!works) context.on_failed_failover(id);
    if (!works || !has_majority(context.program(), context.state(), id)) {
        set_copy_role(context, chosen, CopyRole::replica);
        return abandon_switchover(context, id);
    }
    promote(context, id, chosen, Promotion::current);
    enter(context, id, FailoverPhase::serving);
}

/// Starts and stops the time until the failback, as the preferred copy comes and goes.
template <class Context>
void watch_return(Context& context, FailoverId id) {
    const FailoverGroup& group = context.program().failovers[+id];
    if (group.relieves_delayed && context.state().failovers[+id].phase == FailoverPhase::serving) {
        const CopyId relief = relief_of_delayed(context.program(), context.state(), id);
        if (exists(relief)) hand_over_to(context, id, relief);
        return;
    }
    if (!group.fails_back) return;
    FailoverState& state = context.state().failovers[+id];
    const bool may = state.phase == FailoverPhase::serving && may_return(context.program(), context.state(), id);
    if (may && !group.waits_to_return()) return hand_over_to(context, id, preferred_copy(context.program(), id));
    if (may == state.is_returning) return;
    state.is_returning = may;
    context.on_role(group.host);
    if (may) {
        context.begin_return(id);
    } else if (group.waits_to_return()) {
        context.stop_return(id);
    }
}

/// The preferred copy has been well for long enough.
template <class Context>
void return_due(Context& context, FailoverId id) {
    context.state().failovers[+id].is_returning = false;
    context.on_role(context.program().failovers[+id].host);
    hand_over_to(context, id, preferred_copy(context.program(), id));
    reconsider(context, id);
    react(context);
}

}  // namespace nines::engine

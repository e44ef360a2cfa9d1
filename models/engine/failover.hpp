// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/failover_phases.hpp"

/// How a failover group gets from one primary to the next.
///
/// serving -> restarting | detecting -> deciding -> fencing -> promoting -> redirecting -> warming -> serving, with the
/// exits by_hand (a stage failed, or nobody but people may), stranded (nobody can take over), stalled and blocked
/// (writes wait for replicas). New failures compete with every stage.
namespace nines::engine {

/// Whoever is absent now falls behind, and what was found of the copies in the failover counts no longer.
template <class Context>
void writes_go_on(Context& context, FailoverId id) {
    const FailoverGroup& group = context.program().failovers[+id];
    for (std::uint32_t c = group.copies.begin; c < group.copies.end; ++c) {
        const auto copy = static_cast<CopyId>(c);
        const bool falls_behind = context.state().copy_role[c] == CopyRole::absent && absence_ages(group.mode);
        if (falls_behind) set_copy_role(context, copy, CopyRole::stale);
        if (context.state().copy_is_near[c] == 0) continue;
        context.state().copy_is_near[c] = 0;
        context.on_copy(copy, context.state().copy_role[c]);
    }
}

template <class Context>
void enter(Context& context, FailoverId id, FailoverPhase phase) {
    const FailoverGroup& group = context.program().failovers[+id];
    // A primary that speaks for a minority steps down.
    if (phase == FailoverPhase::serving && !has_majority(context.program(), context.state(), id)) {
        phase = FailoverPhase::stranded;
    }
    if (phase == FailoverPhase::serving && group.blocks && lacks_replicas(context.program(), context.state(), id)) {
        phase = FailoverPhase::blocked;
    }
    FailoverState& state = context.state().failovers[+id];
    const FailoverPhase from = state.phase;
    context.stop_failover_phase(id);
    state.phase = phase;
    context.on_failover(id, from);
    if (has_source(phase)) {
        state.is_alarm = state.is_silent = false;
        state.promotion = Promotion::current;
    }
    set_served(context, id, phase == FailoverPhase::serving);
    if (phase == FailoverPhase::serving) writes_go_on(context, id);
    if (has_source(phase) != has_source(from)) {
        for (std::uint32_t c = group.copies.begin; c < group.copies.end; ++c) {
            const auto copy = static_cast<CopyId>(c);
            if (has_source(phase)) {
                begin_resync(context, copy);
            } else {
                context.stop_resync(copy);
            }
        }
    }
    if (exists(group.false_alarm) && (phase == FailoverPhase::serving) != (from == FailoverPhase::serving)) {
        if (phase == FailoverPhase::serving) {
            context.begin_alarm(id);
        } else {
            context.stop_alarm(id);
        }
    }
    if (!ends_by_itself(phase)) return;
    const SamplerId takes = time_of_phase(group, state);
    if (exists(takes)) return context.begin_failover_phase(id, takes);
    finish_failover_phase(context, id);
}

/// A stage did not work: people step in, or it is tried again.
template <class Context>
void fail_stage(Context& context, FailoverId id) {
    const FailoverPhase phase = context.state().failovers[+id].phase;
    context.on_failed_failover(id);
    if (!context.program().failovers[+id].has_by_hand || phase == FailoverPhase::by_hand) {
        return enter(context, id, phase);
    }
    const CopyId chosen = first_with(context.program(), context.state(), id, CopyRole::chosen);
    if (exists(chosen)) set_copy_role(context, chosen, CopyRole::replica);
    enter(context, id, FailoverPhase::calling);
}

/// The chosen copy opens for writes; what the others are follows from that.
template <class Context>
void promote(Context& context, FailoverId id, CopyId chosen, Promotion promotion) {
    const Program& program = context.program();
    DiscreteState& state = context.state();
    const FailoverGroup& group = program.failovers[+id];
    context.on_promoted(id, chosen, promotion);
    for (std::uint32_t c = group.copies.begin; c < group.copies.end; ++c) {
        const auto copy = static_cast<CopyId>(c);
        if (copy == chosen) continue;
        if (state.copy_role[c] == CopyRole::primary) {
            const bool writes_on = !group.fences && takes_writes_apart(program, state, copy);
            const bool reachable = is_reachable(program, state, copy);
            const CopyRole unreachable = writes_on                  ? CopyRole::rival
                                         : absence_ages(group.mode) ? CopyRole::stale
                                                                    : CopyRole::absent;
            set_copy_role(context, copy, reachable ? CopyRole::catching_up : unreachable);
        } else if (state.copy_role[c] == CopyRole::absent && absence_ages(group.mode)) {
            set_copy_role(context, copy, CopyRole::stale);
        } else if (state.copy_role[c] == CopyRole::replica && promotion != Promotion::current) {
            set_copy_role(context, copy, CopyRole::catching_up);
        }
    }
    set_copy_role(context, chosen, CopyRole::primary);
    state.failovers[+id].is_alarm = false;
}

/// Its lag at the primary's failure is within the limit; once found so, it stays so until the failover is over.
template <class Context>
bool is_near(Context& context, CopyId copy) {
    const double limit = context.program().failovers[+context.program().copies[+copy].failover].lag_limit;
    if (limit < 0.0 || context.state().copy_is_near[+copy] != 0) return true;
    if (!context.is_within_limit(copy, limit)) return false;
    context.state().copy_is_near[+copy] = 1;
    context.on_copy(copy, context.state().copy_role[+copy]);
    return true;
}

/// Lists what could be promoted now. Copies that the automation finds too far behind are replicas no longer.
template <class Context>
Promotion find_candidates(Context& context, FailoverId id, bool by_people, std::vector<CopyId>& candidates) {
    const Program& program = context.program();
    const Range copies = program.failovers[+id].copies;
    const Promotion promotion = best_left(program, context.state(), id);
    candidates.clear();
    for (std::uint32_t c = copies.begin; c < copies.end; ++c) {
        const auto copy = static_cast<CopyId>(c);
        if (!is_candidate(program, context.state(), copy, promotion, by_people)) continue;
        const bool is_tested =
            promotion == Promotion::current && !by_people && !is_in_sync(program, context.state(), copy);
        if (!is_tested || is_near(context, copy)) {
            candidates.push_back(copy);
        } else {
            set_copy_role(context, copy, CopyRole::catching_up);
        }
    }
    return promotion;
}

/// The automation chooses, and begins to promote. What is not current is left to people, where there are any.
template <class Context>
void choose(Context& context, FailoverId id) {
    const FailoverGroup& group = context.program().failovers[+id];
    FailoverState& state = context.state().failovers[+id];
    auto& candidates = context.candidates();
    candidates.clear();
    Promotion promotion = Promotion::current;
    if (!state.is_alarm && has_reachable_primary(context.program(), context.state(), id) &&
        has_majority(context.program(), context.state(), id)) {
        return enter(context, id, FailoverPhase::redirecting);  // it had stepped down, and is elected again
    }
    if (automation_works(context.program(), context.state(), id)) {
        promotion = find_candidates(context, id, false, candidates);
    }
    const bool is_for_people = group.has_by_hand && promotion != Promotion::current;
    if (!candidates.empty() && !is_for_people) {
        state.promotion = promotion;
        set_copy_role(context, context.freshest(id, promotion, candidates), CopyRole::chosen);
        return enter(context, id, FailoverPhase::promoting);
    }
    if (state.is_alarm) return enter(context, id, FailoverPhase::serving);
    const bool people_can = group.has_by_hand && has_candidate(context.program(), context.state(), id, true);
    enter(context, id, people_can ? FailoverPhase::calling : FailoverPhase::stranded);
}

/// People promote whatever there is, unless there is a primary that only needs to be found.
template <class Context>
bool promote_by_people(Context& context, FailoverId id) {
    if (has_reachable_primary(context.program(), context.state(), id)) return true;
    auto& candidates = context.candidates();
    const Promotion promotion = find_candidates(context, id, true, candidates);
    if (candidates.empty()) return false;
    promote(context, id, context.freshest(id, promotion, candidates), promotion);
    return true;
}

/// The failure is known.
template <class Context>
void after_detection(Context& context, FailoverId id) {
    const FailoverGroup& group = context.program().failovers[+id];
    const bool held = context.state().failovers[+id].is_held;
    if (group.is_automatic && !held) return enter(context, id, FailoverPhase::deciding);
    enter(context, id, group.has_by_hand ? FailoverPhase::calling : FailoverPhase::stranded);
}

/// Served again after a failover.
template <class Context>
void complete(Context& context, FailoverId id) {
    if (exists(context.program().failovers[+id].hold)) {
        context.state().failovers[+id].is_held = true;
        context.begin_hold(id);
    }
    enter(context, id, FailoverPhase::serving);
}

template <class Context>
void finish_promotion(Context& context, FailoverId id) {
    const CopyId chosen = first_with(context.program(), context.state(), id, CopyRole::chosen);
    if (!has_majority(context.program(), context.state(), id)) {
        set_copy_role(context, chosen, CopyRole::replica);
        return enter(context, id, FailoverPhase::stranded);
    }
    promote(context, id, chosen, context.state().failovers[+id].promotion);
    enter(context, id, FailoverPhase::redirecting);
}

/// The time of the present phase is over.
template <class Context>
void finish_failover_phase(Context& context, FailoverId id) {
    const FailoverGroup& group = context.program().failovers[+id];
    const auto works = [&](const FailoverStage& stage) {
        // What is tried again in no time works in the end, and what never works is not tried for ever.
        const bool is_tried_again =
            !group.has_by_hand || context.state().failovers[+id].phase == FailoverPhase::by_hand;
        if (is_tried_again && !exists(stage.takes)) return stage.works > 0.0;
        if (context.stage_works(id, stage.works)) return true;
        fail_stage(context, id);
        return false;
    };
    switch (context.state().failovers[+id].phase) {
        case FailoverPhase::restarting:
        case FailoverPhase::detecting: return after_detection(context, id);
        case FailoverPhase::deciding:
            if (works(group.decide)) enter(context, id, FailoverPhase::fencing);
            return;
        case FailoverPhase::fencing:
            if (works(group.fence)) choose(context, id);
            return;
        case FailoverPhase::promoting:
            if (works(group.promote)) finish_promotion(context, id);
            return;
        case FailoverPhase::redirecting:
            if (works(group.redirect)) enter(context, id, FailoverPhase::warming);
            return;
        case FailoverPhase::warming:
            if (works(group.warm)) complete(context, id);
            return;
        case FailoverPhase::calling: return enter(context, id, FailoverPhase::consulting);
        case FailoverPhase::consulting: return enter(context, id, FailoverPhase::by_hand);
        case FailoverPhase::by_hand:
            if (!works(group.by_hand)) return;
            if (!promote_by_people(context, id)) return enter(context, id, FailoverPhase::stranded);
            return complete(context, id);
        case FailoverPhase::starting:
        case FailoverPhase::stalled: return enter(context, id, FailoverPhase::serving);
        case FailoverPhase::serving:
        case FailoverPhase::stranded:
        case FailoverPhase::blocked: return;
    }
}

/// The primary at work was lost.
template <class Context>
void begin_failover(Context& context, FailoverId id, HostId host) {
    const Program& program = context.program();
    const FailoverGroup& group = program.failovers[+id];
    FailoverState& state = context.state().failovers[+id];
    if (state.is_alarm) {
        state.is_alarm = false;  // what a false alarm began is right now
        context.on_role(group.host);
        return;
    }
    if (nobody_takes_over(group)) return enter(context, id, FailoverPhase::stranded);  // so nobody need notice
    if (is_out_by_plan(program, context.state(), host)) return after_detection(context, id);
    state.is_silent = is_silent(program, context.state(), host);
    // What has lost its data cannot be restarted where it is.
    const bool has_data = exists(first_with(program, context.state(), id, CopyRole::primary));
    const bool restarts = exists(group.restart) && !state.is_silent && has_data;
    enter(context, id, restarts ? FailoverPhase::restarting : FailoverPhase::detecting);
}

/// Sees to the primary before anything else: what else was lost at the same instant was lost with it.
template <class Context>
void check_primary(Context& context, FailoverId id) {
    const Program& program = context.program();
    const CopyId primary = first_with(program, context.state(), id, CopyRole::primary);
    if (!exists(primary) || is_reachable(program, context.state(), primary)) return;
    const HostId host = program.copies[+primary].host;
    const FailoverState& state = context.state().failovers[+id];
    const bool was_at_work = has_primary_at_work(state.phase) || state.is_alarm;
    if (has_failed_with(program, context.state(), host, scenario::Effect::lose_data)) {
        set_copy_role(context, primary, CopyRole::lost);
    }
    if (was_at_work) begin_failover(context, id, host);
}

/// The host of this copy cannot be reached.
template <class Context>
void lose_copy(Context& context, CopyId copy) {
    const Program& program = context.program();
    const FailoverId id = program.copies[+copy].failover;
    const FailoverGroup& group = program.failovers[+id];
    const FailoverPhase phase = context.state().failovers[+id].phase;
    const HostId host = program.copies[+copy].host;
    const bool data_lost = has_failed_with(program, context.state(), host, scenario::Effect::lose_data);
    const auto become = [&](CopyRole role) { set_copy_role(context, copy, data_lost ? CopyRole::lost : role); };
    switch (context.state().copy_role[+copy]) {
        case CopyRole::primary: return;  // see check_primary
        case CopyRole::replica: {
            const bool was_needed =
                program.copies[+copy].may_be_in_sync && acknowledging(program, context.state(), id, true) < group.acks;
            become(phase == FailoverPhase::serving && !was_needed && absence_ages(group.mode) ? CopyRole::stale
                                                                                              : CopyRole::absent);
            if (phase != FailoverPhase::serving || !was_needed) return;
            if (!group.blocks) return enter(context, id, FailoverPhase::stalled);
            return enter(context, id, FailoverPhase::blocked);
        }
        case CopyRole::chosen:
            become(context.state().failovers[+id].promotion == Promotion::current ? CopyRole::absent : CopyRole::stale);
            if (phase != FailoverPhase::promoting) return;
            if (has_reachable_primary(context.program(), context.state(), id))
                return enter(context, id, FailoverPhase::serving);
            return enter(context, id, FailoverPhase::deciding);
        case CopyRole::catching_up:
        case CopyRole::stale: context.stop_resync(copy); return become(CopyRole::stale);
        case CopyRole::refilling:
        case CopyRole::lost: context.stop_resync(copy); return set_copy_role(context, copy, CopyRole::lost);
        case CopyRole::absent: return become(CopyRole::absent);
        case CopyRole::rival:
            if (!is_alive(program, context.state(), host)) become(CopyRole::stale);
            return;
    }
}

/// The host of this copy can be reached again.
template <class Context>
void regain_copy(Context& context, CopyId copy) {
    const Program& program = context.program();
    const FailoverId id = program.copies[+copy].failover;
    const FailoverState& state = context.state().failovers[+id];
    switch (context.state().copy_role[+copy]) {
        case CopyRole::primary: {
            // It goes on as before, unless somebody else is being promoted already.
            if (state.is_alarm || has_primary_at_work(state.phase) || state.phase == FailoverPhase::promoting) return;
            if (!has_majority(program, context.state(), id)) return;
            return enter(context, id, FailoverPhase::serving);
        }
        case CopyRole::absent:
            if (!has_source(state.phase) || !exists(program.copies[+copy].rewind)) {
                return set_copy_role(context, copy, CopyRole::replica);
            }
            [[fallthrough]];
        case CopyRole::stale:
        case CopyRole::rival: set_copy_role(context, copy, CopyRole::catching_up); return begin_resync(context, copy);
        case CopyRole::lost: set_copy_role(context, copy, CopyRole::refilling); return begin_resync(context, copy);
        case CopyRole::replica:
        case CopyRole::chosen:
        case CopyRole::catching_up:
        case CopyRole::refilling: return;
    }
}

/// A copy has caught up, or is whole again.
template <class Context>
void finish_resync(Context& context, CopyId copy) {
    complete_resync(context, copy);
    reconsider(context, context.program().copies[+copy].failover);
    react(context);
}

/// Nobody could take over; can somebody now?
template <class Context>
void leave_stranded(Context& context, FailoverId id) {
    const FailoverGroup& group = context.program().failovers[+id];
    const DiscreteState& state = context.state();
    if (!has_majority(context.program(), state, id)) return;
    const bool automation_may =
        group.is_automatic && !state.failovers[+id].is_held && automation_works(context.program(), state, id);
    if (has_reachable_primary(context.program(), state, id)) {
        const bool is_elected = group.majority > 0 && automation_may;  // it had stepped down
        return enter(context, id, is_elected ? FailoverPhase::deciding : FailoverPhase::serving);
    }
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

/// Something that matters to the group has changed.
template <class Context>
void reconsider(Context& context, FailoverId id) {
    const Program& program = context.program();
    const FailoverGroup& group = program.failovers[+id];
    const FailoverState& state = context.state().failovers[+id];
    check_primary(context, id);
    if (has_primary_at_work(state.phase) && !has_majority(program, context.state(), id)) {
        enter(context, id, FailoverPhase::stranded);
    }
    const bool waits_for_replicas = state.phase == FailoverPhase::blocked || state.phase == FailoverPhase::stalled;
    if (waits_for_replicas && !lacks_replicas(program, context.state(), id)) {
        enter(context, id, FailoverPhase::serving);
    }
    // Where the first to come back just starts, nothing is to be decided as long as nobody is there.
    const bool is_idle = !has_primary_at_work(state.phase) && !state.is_alarm && state.phase != FailoverPhase::stranded;
    if (group.has_cold_start && is_idle && !has_reachable_copy(program, context.state(), id)) {
        enter(context, id, FailoverPhase::stranded);
    }
    if (state.phase == FailoverPhase::stranded) leave_stranded(context, id);
    const bool repairs_may_begin = state.phase == FailoverPhase::serving || state.phase == FailoverPhase::stranded;
    if (group.repairs_wait && repairs_may_begin) release_repairs(context, id);
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

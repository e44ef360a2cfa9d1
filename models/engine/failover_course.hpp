// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/failover_phases.hpp"
#include "models/engine/handover.hpp"

/// How a failover group gets from one primary to the next.
///
/// serving -> restarting | detecting -> deciding -> fencing -> promoting -> redirecting -> warming -> serving, with the
/// exits by_hand (a stage failed, or nobody but people may), stranded (nobody can take over), stalled and blocked
/// (writes wait for replicas), stepped_down (the primary does not serve without what it needs). Planned work goes
/// through switching alone. What comes back from a backup goes through the stages of engine/restore.hpp. New failures
/// compete with every stage.
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
    const bool begins_to_serve = phase == FailoverPhase::serving && !has_primary_at_work(from) && !state.is_alarm;
    if (begins_to_serve && lacks_needs(context.program(), context.state(), id)) phase = FailoverPhase::stepped_down;
    if (phase == FailoverPhase::serving && returns_at_once(context.program(), context.state(), id)) {
        choose_successor(context, id, preferred_copy(context.program(), id));
        phase = FailoverPhase::switching;
    }
    context.stop_failover_phase(id);
    state.phase = phase;
    const bool is_abandoned = state.is_restoring && !is_restore(phase) && !calls_people(phase);
    if (is_abandoned) {
        state.is_restoring = false;
        release_target(context, id);
        context.plan_restore(id, {});
    }
    context.on_failover(id, from);
    if (is_waiting(phase)) tell_plans(context, id);  // a restore may have come to nothing
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
    if (state.is_restoring && context.begin_restore_phase(id)) return;
    if (state.is_restoring) return finish_failover_phase(context, id);
    const SamplerId takes = time_of_phase(group, state);
    if (exists(takes) || context.must_replay(id)) return context.begin_failover_phase(id, takes);
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
    // What was restored is another history than what the absent have.
    const bool ages = absence_ages(group.mode) || promotion == Promotion::restored;
    for (std::uint32_t c = group.copies.begin; c < group.copies.end; ++c) {
        const auto copy = static_cast<CopyId>(c);
        if (copy == chosen) continue;
        if (state.copy_role[c] == CopyRole::primary) {
            const bool has_handed_over = state.failovers[+id].phase == FailoverPhase::switching;
            const bool writes_on = !group.fences && takes_writes_apart(program, state, copy);
            const bool reachable = is_reachable(program, state, copy);
            const CopyRole unreachable = writes_on ? CopyRole::rival : ages ? CopyRole::stale : CopyRole::absent;
            const CopyRole there = has_handed_over ? CopyRole::replica : CopyRole::catching_up;
            set_copy_role(context, copy, reachable ? there : unreachable);
        } else if (state.copy_role[c] == CopyRole::absent && ages) {
            set_copy_role(context, copy, CopyRole::stale);
        } else if (state.copy_role[c] == CopyRole::replica && promotion != Promotion::current) {
            set_copy_role(context, copy, CopyRole::catching_up);
        }
    }
    set_copy_role(context, chosen, CopyRole::primary);
    state.failovers[+id].is_alarm = false;
    if (!group.corruptions.empty()) cure(context, id, promotion);
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
        has_majority(context.program(), context.state(), id) && !lacks_needs(context.program(), context.state(), id)) {
        return enter(context, id, FailoverPhase::redirecting);  // it had stepped down, and is elected again
    }
    if (must_restore(context.program(), context.state(), id)) return begin_restore(context, id);
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
    if (!has_majority(context.program(), context.state(), id) || lacks_needs(context.program(), context.state(), id)) {
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
    if (context.state().failovers[+id].is_restoring) return finish_restore_phase(context, id);
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
        case FailoverPhase::consulting:
            if (must_restore(context.program(), context.state(), id)) return restore_by_those_there(context, id);
            return enter(context, id, FailoverPhase::by_hand);
        case FailoverPhase::by_hand:
            if (!works(group.by_hand)) return;
            if (must_restore(context.program(), context.state(), id)) return restore_by_those_there(context, id);
            if (!promote_by_people(context, id)) return enter(context, id, FailoverPhase::stranded);
            return complete(context, id);
        case FailoverPhase::switching: return finish_switchover(context, id);
        case FailoverPhase::starting:
        case FailoverPhase::stalled: return enter(context, id, FailoverPhase::serving);
        case FailoverPhase::serving:
        case FailoverPhase::stranded:
        case FailoverPhase::stepped_down:
        case FailoverPhase::travelling:
        case FailoverPhase::provisioning:
        case FailoverPhase::fetching:
        case FailoverPhase::restoring:
        case FailoverPhase::replaying:
        case FailoverPhase::checking:
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
    if (is_out_by_plan(program, context.state(), host)) {
        if (!begin_switchover(context, id)) after_detection(context, id);
        return;
    }
    state.is_silent = is_silent(program, context.state(), host);
    // What has lost its data cannot be restarted where it is.
    const bool has_data = exists(first_with(program, context.state(), id, CopyRole::primary));
    const bool restarts = exists(group.restart) && !state.is_silent && has_data;
    enter(context, id, restarts ? FailoverPhase::restarting : FailoverPhase::detecting);
}

}  // namespace nines::engine

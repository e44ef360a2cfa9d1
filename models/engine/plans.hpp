// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/plan_steps.hpp"

/// How a plan gets from "it has been down for 10 min" to "everything is as it was".
///
/// idle -> calling -> deciding -> [travelling ->] working -> idle -> settling -> settled -> awaiting_window ->
/// failing_back -> idle, with the exits stuck (a step cannot be done now) and failed (it does not work). Until the
/// steps begin it is given up when what it is for is over; then it goes on to its end. New failures compete with every
/// step.
namespace nines::engine {

/// The law that one of a plan's timers follows now.
inline SamplerId time_of_plan_timer(const RecoveryPlan& plan, const PlanState& state, std::uint32_t timer) {
    const auto conditions = static_cast<std::uint32_t>(plan.conditions.size());
    if (timer > conditions) return plan.steps[timer - conditions - 1].takes;
    if (timer > 0) return plan.conditions[timer - 1].lasting;
    switch (state.phase) {
        case PlanPhase::calling: return plan.ack;
        case PlanPhase::deciding: return plan.consult;
        case PlanPhase::travelling: return plan.travel;
        case PlanPhase::settling: return plan.back_after;
        case PlanPhase::idle:
        case PlanPhase::working:
        case PlanPhase::stuck:
        case PlanPhase::failed:
        case PlanPhase::settled:
        case PlanPhase::awaiting_window:
        case PlanPhase::failing_back: break;
    }
    return none<SamplerId>;
}

template <class Context>
void set_plan_phase(Context& context, PlanId id, PlanPhase phase) {
    const RecoveryPlan& plan = context.program().plans[+id];
    context.stop_plan_timer(id, 0);
    PlanState& state = context.state().plans[+id];
    state.phase = phase;
    const bool is_under_way =
        phase == PlanPhase::working || phase == PlanPhase::stuck || phase == PlanPhase::travelling;
    if (!is_under_way) {
        state.stage = state.left = 0;
        state.has_travelled = false;
    }
    context.on_role(plan.host);
}

/// Starts the plan's own time in this phase, if there is one. True: it takes none.
template <class Context>
bool is_over_at_once(Context& context, PlanId id) {
    const SamplerId takes = time_of_plan_timer(context.program().plans[+id], context.state().plans[+id], 0);
    if (!exists(takes)) return true;
    context.begin_plan_timer(id, 0, takes);
    return false;
}

template <class Context>
void stop_steps(Context& context, PlanId id) {
    const RecoveryPlan& plan = context.program().plans[+id];
    for (std::uint32_t s = 0; s < plan.steps.size(); ++s) context.stop_plan_timer(id, plan.timer_of_step(s));
    context.state().plans[+id].restoring = 0;
}

// --- the way back -------------------------------------------------------------------------------------------------

/// Every store that is away can be handed back now.
inline bool can_fail_back(const Program& program, const DiscreteState& state, PlanId id) {
    bool can = true;
    for_each_away(program, state, id, [&](const PlannedPromotion& promotion) {
        const bool is_served = state.failovers[+promotion.failover].phase == FailoverPhase::serving;
        can = can && is_served && exists(copy_to_return_to(program, state, promotion));
    });
    return can;
}

template <class Context>
void finish_failback(Context& context, PlanId id) {
    bool is_under_way = false;
    bool is_away = false;
    for_each_away(context.program(), context.state(), id, [&](const PlannedPromotion& promotion) {
        is_away = true;
        is_under_way = is_under_way || context.state().failovers[+promotion.failover].phase == FailoverPhase::switching;
    });
    if (is_under_way) return;
    set_plan_phase(context, id, PlanPhase::idle);
    if (is_away) {
        context.on_plan(id, PlanNews::not_back, 0);
        return look_at_return(context, id);
    }
    undo_steps(context, id);
    context.on_plan(id, PlanNews::is_back, 0);
}

template <class Context>
void fail_back(Context& context, PlanId id) {
    set_plan_phase(context, id, PlanPhase::failing_back);
    context.on_plan(id, PlanNews::fails_back, 0);
    for_each_away(context.program(), context.state(), id, [&](const PlannedPromotion& promotion) {
        const CopyId copy = copy_to_return_to(context.program(), context.state(), promotion);
        if (!exists(copy)) return;
        hand_over_to(context, promotion.failover, copy);
        reconsider(context, promotion.failover);
    });
    finish_failback(context, id);
}

/// It has been well for long enough: stores that can be handed back are, at a time when that may be done.
template <class Context>
void look_at_window(Context& context, PlanId id) {
    if (!can_fail_back(context.program(), context.state(), id)) {
        if (context.state().plans[+id].phase != PlanPhase::settled) set_plan_phase(context, id, PlanPhase::settled);
        return;
    }
    if (context.window_is_open(id)) return fail_back(context, id);
    if (context.state().plans[+id].phase == PlanPhase::awaiting_window) return;
    set_plan_phase(context, id, PlanPhase::awaiting_window);
    context.await_window(id);
}

/// Follows what a plan that was carried out needs to be undone.
template <class Context>
void look_at_return(Context& context, PlanId id) {
    const RecoveryPlan& plan = context.program().plans[+id];
    const PlanPhase phase = context.state().plans[+id].phase;
    if (!plan.fails_back || context.state().plans[+id].applied == 0 || !is_at_rest(phase)) return;
    if (!is_up(context.program(), context.state(), plan.back_when)) {
        if (phase != PlanPhase::idle) set_plan_phase(context, id, PlanPhase::idle);
        return;
    }
    if (phase == PlanPhase::settling) return;
    if (phase == PlanPhase::idle) {
        set_plan_phase(context, id, PlanPhase::settling);
        if (!is_over_at_once(context, id)) return;
    }
    look_at_window(context, id);
}

// --- the steps ----------------------------------------------------------------------------------------------------

template <class Context>
void end_plan(Context& context, PlanId id, PlanPhase phase, PlanNews news, std::uint32_t step) {
    stop_steps(context, id);
    set_plan_phase(context, id, phase);
    context.on_plan(id, news, step);
}

template <class Context>
void finish_step(Context& context, PlanId id, std::uint32_t number) {
    --context.state().plans[+id].left;
    context.on_role(context.program().plans[+id].host);
    context.on_plan(id, PlanNews::step_done, number);
}

/// The store goes through its stages of a restore, at the end of which the step is done. False: it cannot begin.
template <class Context>
bool restore_by_plan(Context& context, PlanId id, std::uint32_t number) {
    const PlannedPromotion& onto = context.program().plans[+id].steps[number].promotions.front();
    if (!begin_planned_restore(context, onto.failover, onto.copies)) {
        end_plan(context, id, PlanPhase::stuck, PlanNews::stuck, number);
        return false;
    }
    context.state().plans[+id].restoring |= 1u << number;
    context.on_role(context.program().plans[+id].host);
    return true;
}

/// Restores that are over: the store serves again, or nothing more can be tried.
template <class Context>
void look_at_restores(Context& context, PlanId id) {
    const RecoveryPlan& plan = context.program().plans[+id];
    PlanState& state = context.state().plans[+id];
    bool has_finished = false;
    for (std::uint32_t s = 0; s < plan.steps.size(); ++s) {
        if ((state.restoring >> s & 1u) == 0) continue;
        const PlannedPromotion& onto = plan.steps[s].promotions.front();
        const FailoverState& store = context.state().failovers[+onto.failover];
        if (store.is_restoring) continue;
        if (!has_primary_at_work(store.phase)) return end_plan(context, id, PlanPhase::stuck, PlanNews::stuck, s);
        state.restoring &= ~(1u << s);
        if (is_promoted(context.program(), context.state(), onto)) state.applied |= 1u << s;
        finish_step(context, id, s);
        has_finished = true;
    }
    if (has_finished) go_on(context, id);
}

/// The time of a step is over. False: it does not work or cannot be done, so that the plan does not go on.
template <class Context>
bool carry_out(Context& context, PlanId id, std::uint32_t number) {
    const PlanStep& step = context.program().plans[+id].steps[number];
    if (!context.plan_works(id, step.works)) {
        end_plan(context, id, PlanPhase::failed, PlanNews::failed, number);
        return false;
    }
    if (!can_be_done(context.program(), context.state(), id, number)) {
        end_plan(context, id, PlanPhase::stuck, PlanNews::stuck, number);
        return false;
    }
    if (step.kind == PlanStep::Kind::restore) return restore_by_plan(context, id, number);
    take_effect(context, id, number);
    finish_step(context, id, number);
    return true;
}

/// Before the first stage with something to do on site the people set out: once, whatever comes of it. The whole stage
/// waits for them.
template <class Context>
bool sets_out(Context& context, PlanId id) {
    const RecoveryPlan& plan = context.program().plans[+id];
    PlanState& state = context.state().plans[+id];
    if (!exists(plan.travel) || state.has_travelled) return false;
    const Range stage = plan.stage(state.stage);
    bool is_on_site = false;
    for (std::uint32_t s = stage.begin; s < stage.end; ++s) {
        const bool has_work = plan.steps[s].is_on_site() && !needs_nothing(context.program(), context.state(), id, s);
        is_on_site = is_on_site || has_work;
    }
    if (!is_on_site) return false;
    state.has_travelled = true;
    set_plan_phase(context, id, PlanPhase::travelling);
    context.on_plan(id, PlanNews::sets_out, 0);
    context.begin_plan_timer(id, 0, plan.travel);
    return true;
}

/// Steps that have nothing left to do take no time. False: the stage is not begun, or does not go on.
template <class Context>
bool begin_stage(Context& context, PlanId id) {
    if (sets_out(context, id)) return false;
    const RecoveryPlan& plan = context.program().plans[+id];
    PlanState& state = context.state().plans[+id];
    const Range stage = plan.stage(state.stage);
    std::uint32_t at_once = 0;
    state.left = static_cast<std::uint8_t>(stage.size());
    for (std::uint32_t s = stage.begin; s < stage.end; ++s) {
        if (needs_nothing(context.program(), context.state(), id, s)) {
            --state.left;
        } else if (exists(plan.steps[s].takes)) {
            context.begin_plan_timer(id, plan.timer_of_step(s), plan.steps[s].takes);
        } else {
            at_once |= 1u << s;
        }
    }
    for (std::uint32_t s = stage.begin; s < stage.end; ++s) {
        if ((at_once >> s & 1u) != 0 && !carry_out(context, id, s)) return false;
    }
    return true;
}

/// Begins stages until one takes time, or the last is done.
template <class Context>
void go_on(Context& context, PlanId id) {
    const auto stages = static_cast<std::uint32_t>(context.program().plans[+id].stage_ends.size());
    PlanState& state = context.state().plans[+id];
    while (state.left == 0) {
        if (static_cast<std::uint32_t>(state.stage) + 1 == stages) {
            set_plan_phase(context, id, PlanPhase::idle);
            context.on_plan(id, PlanNews::done, 0);
            return look_at_return(context, id);
        }
        ++state.stage;
        if (!begin_stage(context, id)) return;
    }
}

template <class Context>
void work_on(Context& context, PlanId id) {
    set_plan_phase(context, id, PlanPhase::working);
    if (begin_stage(context, id)) go_on(context, id);
}

/// They are there.
template <class Context>
void arrive(Context& context, PlanId id) {
    set_plan_phase(context, id, PlanPhase::working);
    context.on_plan(id, PlanNews::arrived, 0);
    work_on(context, id);
}

template <class Context>
void begin_steps(Context& context, PlanId id) {
    set_plan_phase(context, id, PlanPhase::working);
    if (context.program().plans[+id].asks_people) context.on_plan(id, PlanNews::decided, 0);
    if (!context.plan_works(id, context.program().plans[+id].works)) {
        return end_plan(context, id, PlanPhase::failed, PlanNews::failed, none_of_the_steps);
    }
    context.state().plans[+id].stage = 0;
    work_on(context, id);
}

// --- what starts it -----------------------------------------------------------------------------------------------

template <class Context>
void decide_on_plan(Context& context, PlanId id) {
    set_plan_phase(context, id, PlanPhase::deciding);
    context.on_plan(id, PlanNews::answered, 0);
    if (is_over_at_once(context, id)) begin_steps(context, id);
}

/// What the condition names has been down for long enough. A plan of which everything is in effect is not begun.
template <class Context>
void begin_plan(Context& context, PlanId id, std::uint32_t condition) {
    const RecoveryPlan& plan = context.program().plans[+id];
    bool has_work = false;
    for (std::uint32_t s = 0; s < plan.steps.size(); ++s) {
        has_work = has_work || !needs_nothing(context.program(), context.state(), id, s);
    }
    if (!has_work) return;
    set_plan_phase(context, id, plan.asks_people ? PlanPhase::calling : PlanPhase::working);
    context.on_plan(id, PlanNews::begins, condition);
    if (!plan.asks_people) return begin_steps(context, id);
    if (is_over_at_once(context, id)) decide_on_plan(context, id);
}

template <class Context>
void ripen(Context& context, PlanId id, std::uint32_t condition) {
    PlanState& state = context.state().plans[+id];
    state.ripe = static_cast<std::uint8_t>(state.ripe | 1u << condition);
    context.on_role(context.program().plans[+id].host);
    if (is_at_rest(state.phase)) begin_plan(context, id, condition);
}

template <class Context>
void look_at_conditions(Context& context, PlanId id) {
    const RecoveryPlan& plan = context.program().plans[+id];
    if (plan.is_left_out) return;
    PlanState& state = context.state().plans[+id];
    for (std::uint32_t c = 0; c < plan.conditions.size(); ++c) {
        const bool was_down = (state.down >> c & 1u) != 0;
        const bool is_down = !is_up(context.program(), context.state(), plan.conditions[c].line);
        if (is_down == was_down) continue;
        context.on_role(plan.host);
        if (!is_down) {
            context.stop_plan_timer(id, plan.timer_of_condition(c));
            state.down = static_cast<std::uint8_t>(state.down & ~(1u << c));
            state.ripe = static_cast<std::uint8_t>(state.ripe & ~(1u << c));
            continue;
        }
        state.down = static_cast<std::uint8_t>(state.down | 1u << c);
        if (exists(plan.conditions[c].lasting)) {
            context.begin_plan_timer(id, plan.timer_of_condition(c), plan.conditions[c].lasting);
        } else {
            ripen(context, id, c);
        }
    }
}

/// All steps of the stage in which it is stuck can be done now.
inline bool can_go_on(const Program& program, const DiscreteState& state, PlanId id) {
    const Range stage = program.plans[+id].stage(state.plans[+id].stage);
    for (std::uint32_t s = stage.begin; s < stage.end; ++s) {
        if (!can_be_done(program, state, id, s)) return false;
    }
    return true;
}

/// Something has changed that the plan waits for or moves.
template <class Context>
void reconsider_plan(Context& context, PlanId id) {
    look_at_conditions(context, id);
    const PlanState& state = context.state().plans[+id];
    const bool is_called_for = state.ripe != 0;
    switch (state.phase) {
        case PlanPhase::calling:
        case PlanPhase::deciding:
            if (is_called_for) return;
            set_plan_phase(context, id, PlanPhase::idle);
            context.on_plan(id, PlanNews::given_up, 0);
            return look_at_return(context, id);
        case PlanPhase::travelling:
            if (is_called_for || state.stage > 0) return;
            set_plan_phase(context, id, PlanPhase::idle);
            context.on_plan(id, PlanNews::given_up, 0);
            return look_at_return(context, id);
        case PlanPhase::failed:
            if (is_called_for) return;
            set_plan_phase(context, id, PlanPhase::idle);
            return look_at_return(context, id);
        case PlanPhase::stuck:
            if (!is_called_for) {
                set_plan_phase(context, id, PlanPhase::idle);
                return look_at_return(context, id);
            }
            if (!can_go_on(context.program(), context.state(), id)) return;
            set_plan_phase(context, id, PlanPhase::working);
            context.on_plan(id, PlanNews::goes_on, 0);
            return work_on(context, id);
        case PlanPhase::failing_back: return finish_failback(context, id);
        case PlanPhase::idle:
        case PlanPhase::settling:
        case PlanPhase::settled:
        case PlanPhase::awaiting_window: return look_at_return(context, id);
        case PlanPhase::working: return look_at_restores(context, id);
    }
}

/// A plan acts when everything else has: it sees what this instant has come to. `position`: of the reaction.
template <class Context>
void plan_asked(Context& context, PlanId id, std::size_t position) {
    auto& pending = context.pending();
    for (std::size_t i = position + 1; i < pending.size(); ++i) {
        if (pending[i].kind == PendingReaction::Kind::plan) continue;
        pending.push_back({PendingReaction::Kind::plan, +id});
        return;
    }
    reconsider_plan(context, id);
}

/// One of its timers is due.
template <class Context>
void plan_due(Context& context, PlanId id, std::uint32_t timer) {
    const RecoveryPlan& plan = context.program().plans[+id];
    const auto conditions = static_cast<std::uint32_t>(plan.conditions.size());
    context.on_role(plan.host);
    if (timer > conditions) {
        if (carry_out(context, id, timer - conditions - 1)) go_on(context, id);
    } else if (timer > 0) {
        ripen(context, id, timer - 1);
    } else {
        switch (context.state().plans[+id].phase) {
            case PlanPhase::calling: decide_on_plan(context, id); break;
            case PlanPhase::deciding: begin_steps(context, id); break;
            case PlanPhase::travelling: arrive(context, id); break;
            case PlanPhase::settling: look_at_window(context, id); break;
            case PlanPhase::awaiting_window:
                if (can_fail_back(context.program(), context.state(), id)) {
                    fail_back(context, id);
                } else {
                    set_plan_phase(context, id, PlanPhase::settled);
                }
                break;
            case PlanPhase::idle:
            case PlanPhase::working:
            case PlanPhase::stuck:
            case PlanPhase::failed:
            case PlanPhase::settled:
            case PlanPhase::failing_back: break;
        }
    }
    react(context);
}

/// The plan with this timer. Precondition: it is one of a plan.
inline PlanId plan_with_timer(const Program& program, sim::Leaf leaf) {
    std::uint32_t p = 0;
    while (leaf >= program.plans[p].first_leaf + program.plans[p].timer_count()) ++p;
    return static_cast<PlanId>(p);
}

}  // namespace nines::engine

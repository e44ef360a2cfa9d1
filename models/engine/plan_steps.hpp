// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "models/engine/failover.hpp"
#include "models/engine/restore.hpp"
#include "models/engine/scaling.hpp"

/// What a step of a plan does, whether it can be done, and how it is undone.
namespace nines::engine {

/// A plan could promote the copy: it can be reached and holds data, all of them while there is a primary to ask.
inline bool can_be_promoted(const Program& program, const DiscreteState& state, CopyId id) {
    const CopyRole role = state.copy_role[+id];
    const bool follows = role == CopyRole::replica || role == CopyRole::chosen;
    const bool will_do =
        role == CopyRole::catching_up && !has_reachable_primary(program, state, program.copies[+id].failover);
    return (follows || will_do) && is_reachable(program, state, id);
}

/// One of the copies is the primary already, or is about to serve.
inline bool is_promoted(const Program& program, const DiscreteState& state, const PlannedPromotion& promotion) {
    const CopyId primary = first_with(program, state, promotion.failover, CopyRole::primary);
    const bool is_one = exists(primary) && +primary >= promotion.copies.begin && +primary < promotion.copies.end;
    return is_one && has_primary_at_work(state.failovers[+promotion.failover].phase);
}

inline bool can_promote(const Program& program, const DiscreteState& state, const PlannedPromotion& promotion) {
    if (is_promoted(program, state, promotion)) return true;
    for (std::uint32_t c = promotion.copies.begin; c < promotion.copies.end; ++c) {
        if (can_be_promoted(program, state, static_cast<CopyId>(c))) return true;
    }
    return false;
}

/// What a failover that the plan overtakes had chosen is what it was before.
template <class Context>
void unchoose(Context& context, FailoverId id) {
    const CopyId chosen = first_with(context.program(), context.state(), id, CopyRole::chosen);
    if (!exists(chosen)) return;
    const bool was_current = context.state().failovers[+id].promotion == Promotion::current;
    set_copy_role(context, chosen, was_current ? CopyRole::replica : CopyRole::catching_up);
}

/// The best of the copies: one that follows, else one that lacks what was written while it was away.
template <class Context>
CopyId choose_for_plan(Context& context, const PlannedPromotion& promotion, Promotion& quality) {
    auto& candidates = context.candidates();
    for (const auto role : {CopyRole::replica, CopyRole::catching_up}) {
        candidates.clear();
        for (std::uint32_t c = promotion.copies.begin; c < promotion.copies.end; ++c) {
            const auto copy = static_cast<CopyId>(c);
            const bool fits = context.state().copy_role[c] == role;
            if (fits && is_reachable(context.program(), context.state(), copy)) candidates.push_back(copy);
        }
        if (candidates.empty()) continue;
        quality = role == CopyRole::replica ? Promotion::current : Promotion::stale;
        return context.freshest(promotion.failover, quality, candidates);
    }
    return none<CopyId>;
}

/// One of the copies becomes primary, whatever its group is doing: by a hand-over without loss while the present
/// primary is well, else as it is. The group then goes on without a majority, if it has none. Precondition:
/// can_promote.
template <class Context>
void promote_for_plan(Context& context, const PlannedPromotion& promotion) {
    const FailoverId id = promotion.failover;
    if (is_promoted(context.program(), context.state(), promotion)) return;
    unchoose(context, id);
    auto quality = Promotion::current;
    const CopyId copy = choose_for_plan(context, promotion, quality);
    const bool hands_over =
        quality == Promotion::current && has_reachable_primary(context.program(), context.state(), id);
    FailoverState& state = context.state().failovers[+id];
    if (hands_over) {
        hand_over_to(context, id, copy);
    } else {
        state.promotion = quality;
        set_copy_role(context, copy, CopyRole::chosen);
    }
    context.stop_failover_phase(id);
    if (!is_promoted(context.program(), context.state(), promotion)) {
        if (!exists(first_with(context.program(), context.state(), id, CopyRole::chosen))) {
            set_copy_role(context, copy, CopyRole::chosen);  // a hand-over in no time did not work: the plan does it
        }
        promote(context, id, copy, quality);
        state.is_forced = state.is_forced || !has_majority(context.program(), context.state(), id);
        enter(context, id, FailoverPhase::redirecting);
    }
    reconsider(context, id);
}

/// Members that the group has in service at least have changed from `before`.
template <class Context>
void follow_planned_scale(Context& context, StandbyId id, std::uint32_t before) {
    const StandbyGroup& standby = context.program().standbys[+id];
    const std::uint32_t number = least_in_service(context.program(), context.state(), standby);
    if (exists(standby.scaling)) {
        context.pending().push_back({PendingReaction::Kind::scaling, +standby.scaling});
        if (context.state().scale[+standby.scaling] < number) set_scale(context, standby.scaling, number);
        return;
    }
    std::uint32_t there = in_service(context.program(), context.state(), id);
    if (number > before) {
        fill_service(context, id, standby.replaces ? number : std::min(number, there + number - before));
    }
    for (std::uint32_t m = standby.count; m-- > 0 && there > number;) {
        const Role role = context.state().role[standby.first_host + m];
        if (role != Role::serving && role != Role::starting) continue;
        if (standby.comes_and_goes) {
            dismiss(context, id, m);
        } else {
            if (role == Role::starting) context.stop_start(id, m);
            set_role(context, id, m, Role::idle);
        }
        --there;
    }
}

/// The balancer sends to these endpoints before all others; to none: as it did.
template <class Context>
void switch_balancer(Context& context, BalancerId id, Range to) {
    const Balancer& balancer = context.program().balancers[+id];
    for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end; ++e) {
        context.state().endpoints[e].is_first = e >= to.begin && e < to.end;
        context.on_endpoint(static_cast<EndpointId>(e));
    }
    tell_clients(context, balancer);
    rebalance(context, id);
}

inline bool is_in_effect(const DiscreteState& state, PlanId plan, std::uint32_t step) {
    return (state.plans[+plan].applied >> step & 1u) != 0;
}

/// Nothing is left to do for this step.
inline bool needs_nothing(const Program& program, const DiscreteState& state, PlanId plan, std::uint32_t number) {
    const PlanStep& step = program.plans[+plan].steps[number];
    switch (step.kind) {
        case PlanStep::Kind::promote:
            return std::ranges::all_of(step.promotions, [&](const PlannedPromotion& promotion) {
                return is_promoted(program, state, promotion);
            });
        case PlanStep::Kind::scale:
            return least_in_service(program, state, program.standbys[+step.standby]) >= step.members;
        case PlanStep::Kind::switch_over: return state.endpoints[step.endpoints.begin].is_first;
        case PlanStep::Kind::restore:
            return has_primary_at_work(state.failovers[+step.promotions.front().failover].phase);
        case PlanStep::Kind::work: break;
    }
    return false;
}

/// As far as the machines go that it is done on.
inline bool can_be_done(const Program& program, const DiscreteState& state, PlanId plan, std::uint32_t number) {
    const PlanStep& step = program.plans[+plan].steps[number];
    if (step.kind == PlanStep::Kind::restore) {
        const PlannedPromotion& onto = step.promotions.front();
        return exists(restore_target(program, state, onto.failover, onto.copies));
    }
    return std::ranges::all_of(
        step.promotions, [&](const PlannedPromotion& promotion) { return can_promote(program, state, promotion); });
}

/// Precondition: it can be done, and is no restore.
template <class Context>
void take_effect(Context& context, PlanId plan, std::uint32_t number) {
    const PlanStep& step = context.program().plans[+plan].steps[number];
    const auto note = [&] { context.state().plans[+plan].applied |= 1u << number; };
    switch (step.kind) {
        case PlanStep::Kind::promote:
            for (const PlannedPromotion& promotion : step.promotions) promote_for_plan(context, promotion);
            return note();
        case PlanStep::Kind::scale: {
            const StandbyGroup& standby = context.program().standbys[+step.standby];
            const std::uint32_t before = least_in_service(context.program(), context.state(), standby);
            note();
            return follow_planned_scale(context, step.standby, before);
        }
        case PlanStep::Kind::switch_over: switch_balancer(context, step.balancer, step.endpoints); return note();
        case PlanStep::Kind::restore:
        case PlanStep::Kind::work: return;
    }
}

/// The copy outside the plan's to which the store goes back: the first that follows and can be reached.
inline CopyId copy_to_return_to(const Program& program, const DiscreteState& state, const PlannedPromotion& promotion) {
    const Range copies = program.failovers[+promotion.failover].copies;
    for (std::uint32_t c = copies.begin; c < copies.end; ++c) {
        if (c >= promotion.copies.begin && c < promotion.copies.end) continue;
        const auto copy = static_cast<CopyId>(c);
        const bool may = program.copies[c].may_be_primary && !program.copies[c].is_for_plan;
        if (may && state.copy_role[c] == CopyRole::replica && is_reachable(program, state, copy)) return copy;
    }
    return none<CopyId>;
}

/// The primary is where the plan has put it.
inline bool is_away(const Program& program, const DiscreteState& state, const PlannedPromotion& promotion) {
    const CopyId primary = first_with(program, state, promotion.failover, CopyRole::primary);
    return exists(primary) && +primary >= promotion.copies.begin && +primary < promotion.copies.end;
}

/// Calls use(promotion) for each store that the plan has promoted elsewhere and that is still there.
template <class Use>
void for_each_away(const Program& program, const DiscreteState& state, PlanId id, const Use& use) {
    const RecoveryPlan& plan = program.plans[+id];
    for (std::uint32_t s = 0; s < plan.steps.size(); ++s) {
        if (!is_in_effect(state, id, s)) continue;
        for (const PlannedPromotion& promotion : plan.steps[s].promotions) {
            if (is_away(program, state, promotion)) use(promotion);
        }
    }
}

/// Numbers and balancers are as they were before the plan.
template <class Context>
void undo_steps(Context& context, PlanId id) {
    const RecoveryPlan& plan = context.program().plans[+id];
    PlanState& state = context.state().plans[+id];
    for (std::uint32_t s = 0; s < plan.steps.size(); ++s) {
        if (!is_in_effect(context.state(), id, s)) continue;
        const PlanStep& step = plan.steps[s];
        std::uint32_t before = 0;
        if (step.kind == PlanStep::Kind::scale) {
            before = least_in_service(context.program(), context.state(), context.program().standbys[+step.standby]);
        }
        state.applied &= ~(1u << s);
        if (step.kind == PlanStep::Kind::scale) follow_planned_scale(context, step.standby, before);
        if (step.kind == PlanStep::Kind::switch_over) switch_balancer(context, step.balancer, {});
    }
}

}  // namespace nines::engine

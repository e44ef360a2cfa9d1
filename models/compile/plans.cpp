// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/compile/assembler.hpp"
#include "models/compile/calendar.hpp"
#include "models/compile/times.hpp"
#include "models/scenario/plan_success.hpp"
#include "models/scenario/value_text.hpp"

namespace nines::compile {

namespace {

constexpr double usual_off_hours = 2.0;

/// "promote pg-us": without its time and chance.
std::string text_of(scenario::PlanStep step) {
    step.takes.reset();
    step.works.reset();
    return scenario::to_text(step);
}

}  // namespace

/// A plan refers to what exists already: it comes after everything that it could name.
void Assembler::wire_plans() {
    for (const scenario::Plan& keys : scenario_.plans) {
        const auto id = static_cast<PlanId>(program_.plans.size());
        RecoveryPlan plan;
        plan.name = "plan:" + keys.id;
        plan.host = static_cast<HostId>(draft_.by_name.at(plan.name));
        program_.hosts[+plan.host].plan = id;
        plan.stream = sim::stream_name(plan.name);
        plan.works = scenario::success_of(keys);
        plan.failed_label = static_cast<std::uint32_t>(program_.labels.size());
        program_.labels.push_back(plan.name + ":failed");
        set_conditions(keys, plan);
        set_people(keys, plan);
        for (const auto& stage : *keys.steps) {
            for (const scenario::PlanStep& step : stage) plan.steps.push_back(plan_step(step, plan));
            plan.stage_ends.push_back(static_cast<std::uint32_t>(plan.steps.size()));
        }
        for (std::uint32_t t = 0; t < plan.timer_count(); ++t) {
            plan.streams.push_back(sim::stream_name(plan.name + ":" + std::to_string(t)));
        }
        program_.plans.push_back(std::move(plan));
    }
    list_planned_scales();
    list_plans_by_failover();
}

void Assembler::set_conditions(const scenario::Plan& keys, RecoveryPlan& plan) {
    Times times(draft_.samplers);
    const Reaction asks{Reaction::Kind::plan, plan.host};
    for (const scenario::DownFor& condition : *keys.when) {
        const LineId line = operand_line(condition.what);
        gates_.react(line, asks);
        const double seconds = condition.lasting.in_seconds();
        plan.conditions.push_back({line, times.of_seconds(seconds, &condition), seconds});
    }
    if (!keys.failback || keys.failback->never) return;
    plan.fails_back = true;
    plan.back_when = operand_line(keys.failback->what);
    plan.back_after = times.of_seconds(keys.failback->lasting.in_seconds(), &keys.failback);
    gates_.react(plan.back_when, asks);
    plan.has_windows = !keys.failback->windows.empty();
    if (plan.has_windows) plan.windows = hours_of(keys.failback->windows, scenario_.experiment);
}

void Assembler::set_people(const scenario::Plan& keys, RecoveryPlan& plan) {
    if (!keys.by) return;
    Times times(draft_.samplers);
    const auto crew = std::find_if(scenario_.crews.begin(), scenario_.crews.end(),
                                   [&](const scenario::Crew& candidate) { return candidate.id == *keys.by; });
    plan.asks_people = true;
    plan.ack = times.of(crew->ack);
    plan.consult = times.of(crew->decide);
    plan.travel = times.of(crew->travel);
    plan.escalate_seconds = crew->escalate.value_or(Duration()).in_seconds();
    plan.hours = hours_of(*crew, scenario_.experiment);
    if (crew->hours) plan.off_hours = crew->off_hours.value_or(usual_off_hours);
}

PlanStep Assembler::plan_step(const scenario::PlanStep& keys, const RecoveryPlan& plan) {
    PlanStep step;
    step.text = text_of(keys);
    if (keys.takes) step.takes = Times(draft_.samplers).of(*keys.takes, &keys.takes);
    step.works = keys.works.value_or(1.0);
    switch (keys.verb) {
        case scenario::PlanStep::Verb::promote: set_promotions(keys, plan, step); break;
        case scenario::PlanStep::Verb::scale:
        case scenario::PlanStep::Verb::start: {
            const scenario::Group& group = scenario_.groups[group_index(keys.target.name)];
            step.kind = PlanStep::Kind::scale;
            step.standby = program_.hosts[draft_.group_members[group_index(group.id)].front()].standby;
            step.members = static_cast<std::uint32_t>(keys.number > 0 ? keys.number : group.count.value_or(1));
            break;
        }
        case scenario::PlanStep::Verb::switch_to: set_switch(keys, step); break;
        case scenario::PlanStep::Verb::restore: set_restore(keys, plan, step); break;
        case scenario::PlanStep::Verb::work: break;
    }
    return step;
}

/// The copies of a store on the members of a group stand together.
Range Assembler::copies_on(std::uint32_t store, const std::vector<std::uint32_t>& members) const {
    const auto is_on_group = [&](std::uint32_t copy) {
        return std::find(members.begin(), members.end(), +program_.copies[copy].host) != members.end();
    };
    const Range all = program_.failovers[store].copies;
    Range copies{all.begin, all.begin};
    while (copies.begin < all.end && !is_on_group(copies.begin)) ++copies.begin;
    copies.end = copies.begin;
    while (copies.end < all.end && is_on_group(copies.end)) ++copies.end;
    return copies;
}

/// Onto the machines of a group, of which the plan hears.
void Assembler::set_restore(const scenario::PlanStep& keys, const RecoveryPlan& plan, PlanStep& step) {
    step.kind = PlanStep::Kind::restore;
    const std::uint32_t store = store_ids_.at(keys.target.name);
    const auto& members = draft_.group_members[group_index(keys.other->name)];
    step.promotions.push_back({static_cast<FailoverId>(store), copies_on(store, members)});
    for (const std::uint32_t member : members) {
        if (exists(available_[member])) gates_.react(available_[member], {Reaction::Kind::plan, plan.host});
    }
}

/// The copies of each store on the group; the plan hears of their hosts. A store without a planned hand-over of its own
/// takes as long for the way back as for this.
void Assembler::set_promotions(const scenario::PlanStep& keys, const RecoveryPlan& plan, PlanStep& step) {
    step.kind = PlanStep::Kind::promote;
    const auto& members = draft_.group_members[group_index(keys.target.name)];
    for (std::uint32_t s = 0; s < scenario_.stores.size(); ++s) {
        FailoverGroup& group = program_.failovers[s];
        const Range copies = copies_on(s, members);
        if (copies.empty()) continue;
        step.promotions.push_back({static_cast<FailoverId>(s), copies});
        if (plan.fails_back && !group.has_switchover && !exists(group.switchover.takes)) {
            group.switchover.takes = step.takes;
        }
    }
    for (const std::uint32_t member : members) {
        if (exists(available_[member])) gates_.react(available_[member], {Reaction::Kind::plan, plan.host});
    }
}

/// The endpoints that the target stands for among those of the balancer.
void Assembler::set_switch(const scenario::PlanStep& keys, PlanStep& step) {
    step.kind = PlanStep::Kind::switch_over;
    const std::uint32_t index = *balancer_index(keys.target.name);
    step.balancer = balancer_ids_[index];
    Balancer& balancer = program_.balancers[+step.balancer];
    balancer.may_be_switched = true;
    std::uint32_t next = balancer.endpoints.begin;
    for (const scenario::Selector& target : *scenario_.balancers[index].to) {
        std::vector<Endpoint> endpoints;
        add_endpoints(target, endpoints);
        const auto count = static_cast<std::uint32_t>(endpoints.size());
        if (target.pattern == keys.other->name) step.endpoints = {next, next + count};
        next += count;
    }
}

void Assembler::list_planned_scales() {
    for (std::uint32_t g = 0; g < program_.standbys.size(); ++g) {
        Range& range = program_.standbys[g].plans;
        range.begin = static_cast<std::uint32_t>(program_.planned_scales.size());
        for (std::uint32_t p = 0; p < program_.plans.size(); ++p) {
            const auto& steps = program_.plans[p].steps;
            for (std::uint32_t s = 0; s < steps.size(); ++s) {
                if (+steps[s].standby != g) continue;
                program_.planned_scales.push_back({static_cast<PlanId>(p), s, steps[s].members});
            }
        }
        range.end = static_cast<std::uint32_t>(program_.planned_scales.size());
    }
}

void Assembler::list_plans_by_failover() {
    for (std::uint32_t f = 0; f < program_.failovers.size(); ++f) {
        Range& range = program_.failovers[f].plans;
        range.begin = static_cast<std::uint32_t>(program_.plans_of_failovers.size());
        for (std::uint32_t p = 0; p < program_.plans.size(); ++p) {
            const auto& steps = program_.plans[p].steps;
            const bool promotes = std::any_of(steps.begin(), steps.end(), [&](const PlanStep& step) {
                return std::any_of(step.promotions.begin(), step.promotions.end(),
                                   [&](const PlannedPromotion& promotion) { return +promotion.failover == f; });
            });
            if (promotes) program_.plans_of_failovers.push_back(static_cast<PlanId>(p));
        }
        range.end = static_cast<std::uint32_t>(program_.plans_of_failovers.size());
    }
}

/// Does a plan promote the copies on this group? Then nobody else does, where the follower leaves it to plans.
bool Assembler::is_promoted_by_plan(const std::string& group) const {
    for (const scenario::Plan& plan : scenario_.plans) {
        for (const auto& stage : *plan.steps) {
            const bool promotes = std::any_of(stage.begin(), stage.end(), [&](const scenario::PlanStep& step) {
                return step.verb == scenario::PlanStep::Verb::promote && step.target.name == group;
            });
            if (promotes) return true;
        }
    }
    return false;
}

}  // namespace nines::compile

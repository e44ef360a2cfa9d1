// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/plan_assumptions.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/results/number_text.hpp"
#include "models/results/store_assumptions.hpp"
#include "models/scenario/plan_success.hpp"

namespace nines::results {

namespace {

using scenario::Plan;
using scenario::PlanStep;
using scenario::Scenario;

bool has_step(const Plan& plan, PlanStep::Verb verb) {
    return std::any_of(plan.steps->begin(), plan.steps->end(), [&](const std::vector<PlanStep>& stage) {
        return std::any_of(stage.begin(), stage.end(), [&](const PlanStep& step) { return step.verb == verb; });
    });
}

bool scales(const Plan& plan) {
    return has_step(plan, PlanStep::Verb::scale) || has_step(plan, PlanStep::Verb::start);
}

template <class Has>
std::vector<std::string> ids_of(const Scenario& scenario, const Has& has) {
    std::vector<std::string> ids;
    for (const Plan& plan : scenario.plans) {
        if (has(plan)) ids.push_back(plan.id);
    }
    return ids;
}

}  // namespace

void add_plan_assumptions(std::vector<std::string>& said, const Scenario& scenario) {
    if (scenario.plans.empty()) return;
    std::vector<std::string> by_drill;
    for (const Plan& plan : scenario.plans) {
        if (plan.works || scenario::steps_say_success(plan)) continue;
        by_drill.push_back(fmt::format("{} ({})", plan.id, percent_text(scenario::success_of(plan))));
    }
    if (!by_drill.empty()) {
        said.push_back(fmt::format("How often a plan works follows from how often it is tried out, by estimate: {}.",
                                   listed(by_drill)));
    }
    const auto unasked = ids_of(scenario, [](const Plan& plan) { return !plan.by; });
    if (!unasked.empty()) said.push_back(fmt::format("Nobody is asked before these plans: {}.", listed(unasked)));
    const auto staying = ids_of(scenario, [](const Plan& plan) { return !plan.failback || plan.failback->never; });
    if (!staying.empty()) {
        said.push_back(fmt::format("What these plans have done is never undone: {}.", listed(staying)));
    }
    const auto promoting = ids_of(scenario, [](const Plan& plan) { return has_step(plan, PlanStep::Verb::promote); });
    if (!promoting.empty()) {
        said.push_back(fmt::format("A plan promotes a copy also where there is no majority: {}.", listed(promoting)));
    }
    const auto scaling = ids_of(scenario, scales);
    if (!scaling.empty()) {
        said.push_back(fmt::format("There is room for every member that a plan starts, also when a region is lost: {}.",
                                   listed(scaling)));
    }
}

}  // namespace nines::results

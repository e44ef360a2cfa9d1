// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "models/scenario/scenario.hpp"

namespace nines::scenario {

/// Does any step of the plan say how often it works?
inline bool steps_say_success(const Plan& plan) {
    if (!plan.steps) return false;
    return std::any_of(plan.steps->begin(), plan.steps->end(), [](const std::vector<PlanStep>& stage) {
        return std::any_of(stage.begin(), stage.end(), [](const PlanStep& step) { return step.works.has_value(); });
    });
}

/// Probability that the plan as a whole works: `works`; 1 where its steps say it; else by how often it is tried out.
/// Estimated, from surveys in which about one disaster recovery test in five fails.
inline double success_of(const Plan& plan) {
    constexpr double longest_quarter = 93.0;
    constexpr double longest_year = 366.0;
    if (plan.works) return *plan.works;
    if (steps_say_success(plan)) return 1.0;
    if (!plan.drill || !plan.drill->every) return 0.60;
    const double days = plan.drill->every->period.in_seconds() / 86400.0;
    if (days <= longest_quarter) return 0.95;
    return days <= longest_year ? 0.85 : 0.60;
}

}  // namespace nines::scenario

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "models/engine/chance.hpp"
#include "models/engine/discrete_state.hpp"

namespace nines::engine {

/// The random numbers of plans in one trial, each with its address: times are counted per timer, outcomes per plan.
class PlanChance {
public:
    PlanChance(const Program& program, std::uint64_t seed)
        : program_(&program), seed_(seed), outcomes_(program.plans.size()) {
        for (const RecoveryPlan& plan : program.plans) draws_.emplace_back(plan.timer_count());
    }

    void begin(std::uint64_t trial) {
        trial_ = trial;
        for (auto& draws : draws_) std::fill(draws.begin(), draws.end(), 0);
        std::fill(outcomes_.begin(), outcomes_.end(), 0);
    }

    /// How long what the timer measures lasts from now on. People are slower outside their hours.
    double time(const DiscreteState& state, PlanId id, std::uint32_t timer, SamplerId takes, double now) {
        const RecoveryPlan& plan = program_->plans[+id];
        if (timer > 0) return draw(id, timer, takes);
        const PlanPhase phase = state.plans[+id].phase;
        const bool is_of_people = phase == PlanPhase::calling || phase == PlanPhase::deciding;
        double seconds = phase == PlanPhase::calling ? answer(id, takes) : draw(id, timer, takes);
        if (is_of_people && plan.off_hours != 1.0 && !plan.hours.is_open(now)) seconds *= plan.off_hours;
        return seconds;
    }

    bool works(PlanId id, double probability) {
        const std::uint32_t n = outcomes_[+id]++;
        if (probability >= 1.0) return true;
        const auto stream = stream_for(seed_, program_->plans[+id].stream, Purpose::plan_works, trial_);
        return uniform(stream.block(n)[0]) < probability;
    }

private:
    double draw(PlanId id, std::uint32_t timer, SamplerId takes) {
        const std::uint64_t name = program_->plans[+id].streams[timer];
        const std::uint64_t n = draws_[+id][timer]++;
        sim::Draw bits(stream_for(seed_, name, Purpose::plan_time, trial_), n * 2);
        return program_->samplers[+takes](bits);
    }

    /// Whoever does not answer within the time of escalation is followed by the next.
    double answer(PlanId id, SamplerId takes) {
        constexpr int most_levels = 1000;
        const double escalate = program_->plans[+id].escalate_seconds;
        double missed = 0.0;
        double seconds = draw(id, 0, takes);
        for (int level = 1; escalate > 0.0 && seconds > escalate && level < most_levels; ++level) {
            missed += escalate;
            seconds = draw(id, 0, takes);
        }
        return missed + seconds;
    }

    const Program* program_;
    std::uint64_t seed_;
    std::uint64_t trial_ = 0;
    std::vector<std::vector<std::uint64_t>> draws_;  ///< By plan and timer.
    std::vector<std::uint32_t> outcomes_;            ///< By plan.
};

}  // namespace nines::engine

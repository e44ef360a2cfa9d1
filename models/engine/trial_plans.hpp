// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/trial.hpp"

/// The times of plans, and who hears of them.
namespace nines::engine {

template <class Recorder>
void Trial<Recorder>::begin_plan_timer(PlanId id, std::uint32_t timer, SamplerId takes) {
    schedule_in(program_->plans[+id].first_leaf + timer, plans_.time(state_, id, timer, takes, now_seconds_));
}

template <class Recorder>
bool Trial<Recorder>::window_is_open(PlanId id) const {
    const RecoveryPlan& plan = program_->plans[+id];
    return !plan.has_windows || plan.windows.is_open(now_seconds_);
}

template <class Recorder>
void Trial<Recorder>::await_window(PlanId id) {
    const RecoveryPlan& plan = program_->plans[+id];
    schedule_in(plan.first_leaf, plan.windows.next_opening(now_seconds_) - now_seconds_);
}

template <class Recorder>
void Trial<Recorder>::on_plan(PlanId id, PlanNews news, std::uint32_t step) {
    if constexpr (requires { recorder_->plan(*this, id, news, step, now_); }) {
        recorder_->plan(*this, id, news, step, now_);
    }
}

}  // namespace nines::engine

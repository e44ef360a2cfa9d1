// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

#include "models/engine/trial.hpp"

/// What the load does to a trial: groups that scale, and checks of healthy targets that fail.
namespace nines::engine {

template <class Recorder>
void Trial<Recorder>::on_scaled(ScalingId id, std::uint32_t before) {
    if constexpr (requires { recorder_->scaled(*this, id, before, now_); }) {
        recorder_->scaled(*this, id, before, now_);
    }
}

template <class Recorder>
void Trial<Recorder>::settle_scalings() {
    if (!scaling_.any_marked()) return;
    scaling_.settle(state_, now_seconds_,
                    [&](ScalingId id, double due) { schedule_in(program_->scalings[+id].leaf, due - now_seconds_); });
}

/// Checks of healthy targets fail by the load that arrives there from now on.
template <class Recorder>
void Trial<Recorder>::settle_alarms() {
    alarms_.settle(
        state_, [&](EndpointId id) { return endpoint_is_pending(id); },
        [&](EndpointId id, double per_second) { await_alarm(id, per_second); });
}

template <class Recorder>
void Trial<Recorder>::await_alarm(EndpointId id, double per_second) {
    const Endpoint& endpoint = program_->endpoints[+id];
    const auto stream = stream_for(seed_, endpoint.stream, Purpose::endpoint, trial_);
    const double wait = -std::log1p(-uniform(stream.block(endpoint_counts_[+id]++)[0]));
    schedule_in(endpoint.leaf, per_second > 0.0 ? wait / per_second : infinity);
}

/// What is due is no alarm by load, or one that the load of this instant gives; another one is awaited otherwise.
template <class Recorder>
bool Trial<Recorder>::alarm_is_real(EndpointId id) {
    if (!alarms_.follows(id) || !alarms_.may_alarm(state_, id)) return true;
    const auto stream = stream_for(seed_, program_->endpoints[+id].stream, Purpose::endpoint, trial_);
    const double chance = uniform(stream.block(endpoint_counts_[+id] - 1)[1]);
    if (chance < alarms_.share_of_real(id, now_seconds_)) return true;
    await_alarm(id, alarms_.drawn_rate(id));
    return false;
}

}  // namespace nines::engine

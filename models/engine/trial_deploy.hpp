// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "models/engine/trial.hpp"

/// When the deploys of a trial are due, and who is told.
namespace nines::engine {

template <class Recorder>
void Trial<Recorder>::schedule_deploy(DeployId id) {
    const double wait = deploys_.of(id).due() - now_seconds_;
    schedule_in(program_->deploys[+id].leaf, std::max(0.0, wait));
}

template <class Recorder>
void Trial<Recorder>::on_deploy(DeployId id, DeployNews news) {
    if constexpr (requires { recorder_->deploy(*this, id, news, now_); }) recorder_->deploy(*this, id, news, now_);
}

}  // namespace nines::engine

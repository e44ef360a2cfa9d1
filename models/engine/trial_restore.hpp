// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/trial.hpp"

/// Bad data and restores in a trial: see restores.hpp for what is drawn.
namespace nines::engine {

/// A store that serves stops doing so at this instant.
template <class Recorder>
void Trial<Recorder>::on_bad_data(FailoverId id) {
    if (has_primary_at_work(state_.failovers[+id].phase)) restores_.went_down(id, now_seconds_);
    RestoreNews news;
    news.what = RestoreNews::What::bad_data;
    news.is_attack = restores_.noticed(state_, id, now_seconds_);
    recorder_->restore(*this, id, news, now_);
}

template <class Recorder>
void Trial<Recorder>::tell_restore(FailoverId id, RestoreNews::What what, CopyId target) {
    recorder_->restore(*this, id, restores_.news(id, what, target), now_);
}

template <class Recorder>
bool Trial<Recorder>::begin_restore_phase(FailoverId id) {
    const double seconds = restores_.phase_seconds(id, state_.failovers[+id].phase);
    if (seconds <= 0.0) return false;
    schedule_in(program_->failovers[+id].stage_leaf, seconds);
    return true;
}

/// Seconds of writes that are lost when this copy becomes primary; infinite: everything.
template <class Recorder>
double Trial<Recorder>::lost_by(FailoverId id, CopyId copy, Promotion promotion) {
    switch (promotion) {
        case Promotion::empty: restores_.finish(id); return infinity;
        case Promotion::restored: tell_restore(id, RestoreNews::What::works, copy); return restores_.finish(id);
        case Promotion::current:
        case Promotion::stale: break;
    }
    return failover_.loss(state_, copy, promotion);
}

}  // namespace nines::engine

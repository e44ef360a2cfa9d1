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
    const FailoverPhase phase = state_.failovers[+id].phase;
    const double seconds = restores_.phase_seconds(state_, id, phase, now_seconds_);
    if (phase == FailoverPhase::restoring && restores_.reads().is_reading(id))
        tell_rates(restores_.reads().pipe_of(id));
    if (seconds <= 0.0) return false;
    schedule_in(program_->failovers[+id].stage_leaf, seconds);
    return true;
}

/// What reads through this pipe does so at another rate from now on, and is through with it at another time.
template <class Recorder>
void Trial<Recorder>::tell_rates(PipeId pipe) {
    if (!exists(pipe)) return;
    const RestoreReads& reads = restores_.reads();
    for (std::uint32_t f = 0; f < program_->failovers.size(); ++f) {
        const auto id = static_cast<FailoverId>(f);
        if (!reads.is_reading(id) || reads.pipe_of(id) != pipe) continue;
        const FailoverGroup& group = program_->failovers[f];
        const bool is_stage = state_.failovers[f].phase == FailoverPhase::restoring;
        schedule_in(is_stage ? group.stage_leaf : group.copying_leaf, reads.seconds_to_next(id, now_seconds_));
        RestoreNews news = restores_.news(id, RestoreNews::What::reads, none<CopyId>);
        news.rate = reads.rate(id);
        news.readers = reads.count(pipe);
        news.pipe = pipe;
        recorder_->restore(*this, id, news, now_);
    }
}

/// The stage in which nothing but reading is done is over: all has been read, or enough to serve with.
template <class Recorder>
[[gnu::noinline]] void Trial<Recorder>::on_reading_over(FailoverId id) {
    if (restores_.reads().is_reading(id)) on_copying_due(id);
}

template <class Recorder>
void Trial<Recorder>::on_copying_due(FailoverId id) {
    const PipeId pipe = restores_.reads().pipe_of(id);
    const std::uint16_t step = restores_.reads().take_step(id, now_seconds_);
    set_copying(id, step);
    if (step == 0) return tell_rates(pipe);
    schedule_in(program_->failovers[+id].copying_leaf, restores_.reads().seconds_to_next(id, now_seconds_));
}

template <class Recorder>
void Trial<Recorder>::set_copying(FailoverId id, std::uint16_t step) {
    if (state_.failovers[+id].copying == step) return;
    state_.failovers[+id].copying = step;
    tell_restore(id, RestoreNews::What::copying, none<CopyId>);
}

template <class Recorder>
[[gnu::noinline]] void Trial<Recorder>::stop_reading(FailoverId id) {
    if (!restores_.reads().is_reading(id)) return;
    const FailoverGroup& group = program_->failovers[+id];
    const PipeId pipe = restores_.reads().pipe_of(id);
    if (group.serves_while_copying) events_.cancel(group.copying_leaf);
    restores_.reads().stop(id, now_seconds_);
    set_copying(id, 0);
    tell_rates(pipe);
}

/// What was copied onto a copy is of no use any more when that is discarded, or follows another.
template <class Recorder>
[[gnu::noinline]] void Trial<Recorder>::on_restorable_copy(CopyId id, CopyRole before) {
    const Copy& copy = program_->copies[+id];
    if (copy.delay_seconds > 0.0) restores_.delayed_changed(state_, id, before, failover_, now_seconds_);
    const CopyRole role = state_.copy_role[+id];
    const bool is_left =
        (before == CopyRole::restoring || before == CopyRole::primary) && role != before && role != CopyRole::primary;
    if (is_left) stop_reading(copy.failover);
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

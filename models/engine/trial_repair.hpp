// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/trial.hpp"

/// How long the stages of a repair take in a trial.
namespace nines::engine {

template <class Recorder>
double Trial<Recorder>::notice_time(const LiveUnit& unit) const {
    const Care& care = program_->cares[+unit.care];
    if (care.inspection) return care.inspection->next(now_seconds_) - now_seconds_;
    return draw(care.notice, unit.stream, Purpose::notice, unit.cycle());
}

template <class Recorder>
double Trial<Recorder>::response_time(const LiveUnit& unit) const {
    const Crew& crew = crew_of(unit.care);
    double time = 0.0;
    if (exists(crew.ack)) time += draw(crew.ack, unit.stream, Purpose::ack, unit.cycle());
    if (exists(crew.travel)) time += draw(crew.travel, unit.stream, Purpose::travel, unit.cycle());
    return crew.hours.finish(now_seconds_, time) - now_seconds_;
}

template <class Recorder>
[[gnu::always_inline]] inline double Trial<Recorder>::repair_time(LiveUnit& unit) {
    SamplerId sampler = unit.time_to_repair;
    if (exists(unit.care) && state_.replacing[+unit.care] != 0) sampler = program_->cares[+unit.care].replacement;
    if (!exists(sampler)) return infinity;
    const sim::Stream source(seed_, unit.stream, trial_);
    const std::uint64_t word = unit.take_repair_word(source);
    sim::Draw bits(word, source, 2 * std::uint64_t{unit.cycle()} + 1);
    const double time = program_->samplers[+sampler](bits);
    if (!has_crew(unit)) return time;
    return crew_of(unit.care).hours.finish(now_seconds_, time) - now_seconds_;
}

}  // namespace nines::engine

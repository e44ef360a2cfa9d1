// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/trial.hpp"

/// How a trial begins: everything new, or each unit as a random instant of its long run finds it.
namespace nines::engine {

template <class Recorder>
void Trial<Recorder>::reset(std::uint64_t trial) {
    trial_ = trial;
    now_ = 0;
    now_seconds_ = 0.0;
    state_ = fresh_;
    pending_.clear();
    reacting_ = false;
    std::fill(ages_.begin(), ages_.end(), 0.0);
    std::fill(drawn_.begin(), drawn_.end(), 0.0);
    std::fill(start_counts_.begin(), start_counts_.end(), 0);
    std::fill(choice_counts_.begin(), choice_counts_.end(), 0);
    std::fill(order_counts_.begin(), order_counts_.end(), 0);
    std::fill(shock_counts_.begin(), shock_counts_.end(), 0);
    const auto unit_count = static_cast<sim::Leaf>(program_->units.size());
    for (sim::Leaf leaf = 0; leaf < unit_count; ++leaf) begin_unit(leaf);
    for (sim::Leaf leaf = unit_count; leaf < program_->leaves.end; ++leaf) events_.preset_never(leaf);
    events_.rebuild();
    failover_.begin(trial);
    restores_.begin(trial);
    for (std::uint32_t f = 0; f < program_->failovers.size(); ++f) {
        if (exists(program_->failovers[f].false_alarm)) begin_alarm(static_cast<FailoverId>(f));
    }
    std::fill(endpoint_counts_.begin(), endpoint_counts_.end(), 0);
    warm_ups_.begin(trial);
    plans_.begin(trial);
    for (std::uint32_t e = 0; e < program_->endpoints.size(); ++e) await_next(*this, static_cast<EndpointId>(e));
    alarms_.begin();
    if (alarms_.any()) settle_alarms();
    scaling_.begin(state_);
    settle_scalings();
    for (std::uint32_t s = 0; s < program_->shocks.size(); ++s) await_shock(static_cast<ShockId>(s));
    deploys_.begin(trial);
    for (std::uint32_t d = 0; d < program_->deploys.size(); ++d) schedule_deploy(static_cast<DeployId>(d));
    for (const Occasion& occasion : program_->occasions) schedule_in(occasion.leaf, occasion.at_seconds);
    if (program_->measure_from > 0.0) schedule_in(program_->leaves.measure, program_->measure_from);
    recorder_->begin(*this);
    if (program_->steady_ages) begin_in_equilibrium();
}

template <class Recorder>
void Trial<Recorder>::begin_unit(sim::Leaf leaf) {
    const auto id = static_cast<UnitId>(leaf);
    LiveUnit& unit = units_[leaf];
    unit.start();
    double wait = next_age_to_go(unit);
    if (exists(unit.clock)) {
        ClockState& clock = clocks_[+unit.clock];
        const double pace = pace_of(*program_, state_, id).pace;
        clock = {pace, 0.0, wait, true, false};
        wait = pace > 0.0 ? wait / pace : infinity;
        clock.due = wait;
    }
    if (wait < end_seconds_) {
        events_.preset(leaf, program_->scale.ticks(wait));
    } else {
        events_.preset_never(leaf);
    }
}

/// Each unit by itself as a random instant of its long run finds it: down with probability
/// MTTR / (MTTF + MTTR), and the time to go in its present state from the forward recurrence time.
template <class Recorder>
void Trial<Recorder>::begin_in_equilibrium() {
    for (std::uint32_t u = 0; u < program_->units.size(); ++u) {
        const LiveUnit& unit = units_[u];
        if (!exists(unit.time_to_failure)) continue;
        const sim::Sampler& failure = program_->samplers[+unit.time_to_failure];
        sim::Draw bits(stream_for(seed_, unit.stream, Purpose::equilibrium, trial_), 0);
        const double chance = uniform(bits());
        const bool is_replaced = exists(unit.care) && program_->cares[+unit.care].replace_at_age > 0.0;
        const double up = is_replaced ? program_->cares[+unit.care].mean_seconds_to_replacement
                                      : program_->mean_seconds[+unit.time_to_failure];
        const double down = exists(unit.time_to_repair) ? program_->mean_seconds[+unit.time_to_repair] : 0.0;
        const bool is_down = state_.phase[u] == Phase::working && chance * (up + down) < down &&
                             can_be_struck(*this, static_cast<UnitId>(u));
        const double to_go =
            is_down ? program_->samplers[+unit.time_to_repair].equilibrium(bits) : failure.equilibrium(bits);
        if (is_down) {
            fail(*this, static_cast<UnitId>(u));
            if (state_.phase[u] == Phase::repairing) schedule_in(u, to_go);
        } else if (state_.phase[u] == Phase::working) {
            set_age_to_go(u, is_replaced ? age_to_go_before_replacement(unit, bits) : to_go);
        }
    }
}

/// Age to go of a unit that is replaced at a fixed age A, found at a random instant: its age has the density
/// survival / mean on [0, A], that is, the equilibrium law given that it is at most A; under minimal repair it
/// passes all ages alike.
template <class Recorder>
double Trial<Recorder>::age_to_go_before_replacement(const LiveUnit& unit, sim::Draw& bits) {
    const Care& care = program_->cares[+unit.care];
    const double replace_at_age = care.replace_at_age;
    const sim::Sampler& failure = program_->samplers[+unit.time_to_failure];
    const int most_tries = care.minimal_repair ? 0 : 1000;
    double age = care.minimal_repair ? 2.0 * replace_at_age : failure.equilibrium(bits);
    for (int tries = 0; age > replace_at_age && tries < most_tries; ++tries) age = failure.equilibrium(bits);
    // Also a life a thousand times as long as the replacement age: it hardly fails before, so any age is as likely.
    if (age > replace_at_age) age = uniform(bits()) * replace_at_age;
    const double time = failure.remaining(bits, age);
    const bool is_replaced_first = time > replace_at_age - age;
    ages_[+unit.care] = age;
    state_.replacing[+unit.care] = is_replaced_first ? 1 : 0;
    drawn_[+unit.care] = is_replaced_first ? replace_at_age - age : time;
    return drawn_[+unit.care];
}

template <class Recorder>
void Trial<Recorder>::set_age_to_go(sim::Leaf leaf, double age_to_go) {
    const ClockId id = units_[leaf].clock;
    if (!exists(id)) return schedule_in(leaf, age_to_go);
    clocks_[+id].left = age_to_go;
    run_clock(clocks_[+id], leaf);
}

/// Counted in its own age: until it fails, or until it is replaced or maintained before that.
template <class Recorder>
inline double Trial<Recorder>::cared_age_to_go(const LiveUnit& unit, const sim::Stream& source, std::uint64_t word) {
    const Care& care = program_->cares[+unit.care];
    if (care.planned) return time_to_planned(care, unit.cycle()) - now_seconds_;
    if (!exists(unit.time_to_failure)) return infinity;
    sim::Draw draw(word, source, 2 * std::uint64_t{unit.cycle()});
    const sim::Sampler& sampler = program_->samplers[+unit.time_to_failure];
    double& age = ages_[+unit.care];
    const bool keeps_age = care.minimal_repair && state_.replacing[+unit.care] == 0;
    if (!keeps_age) age = 0.0;
    double time = age > 0.0 ? sampler.remaining(draw, age) : sampler(draw);
    state_.replacing[+unit.care] = 0;
    if (care.replace_at_age > 0.0 && time > care.replace_at_age - age) {
        time = care.replace_at_age - age;
        state_.replacing[+unit.care] = 1;
    }
    drawn_[+unit.care] = time;
    return time;
}

}  // namespace nines::engine

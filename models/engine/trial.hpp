// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "models/engine/chance.hpp"
#include "models/engine/deploys.hpp"
#include "models/engine/events.hpp"
#include "models/engine/failover_chance.hpp"
#include "models/engine/failover_hooks.hpp"
#include "models/engine/fetch_ahead.hpp"
#include "models/engine/live_unit.hpp"
#include "models/engine/load_alarms.hpp"
#include "models/engine/plan_chance.hpp"
#include "models/engine/restores.hpp"
#include "models/engine/scaling.hpp"
#include "models/engine/scaling_clock.hpp"
#include "models/engine/warm_up_chance.hpp"
#include "sim/kernel/event_set.hpp"

namespace nines::engine {

/// What a trial tells whoever watches. `Recorder` types implement this without virtual calls.
///
///     void begin(const Trial&);                        before the first event
///     void failed(UnitId, Tick);  void restored(UnitId, Tick);
///     void crew_busy(CrewId, int change, Tick);        one more or one fewer of its members is at work
///     void line(const Trial&, LineId, bool up, Tick);  only lines that are a subject's
///     void failover(const Trial&, FailoverId, FailoverPhase from, Tick);   the state tells into which phase
///     void failed_failover(FailoverId, Tick);          a stage did not work
///     void promoted(const Trial&, FailoverId, CopyId, Promotion, double lost_seconds, Tick);
///     void rival(FailoverId, bool begins, Tick);       split brain
///     void restore(const Trial&, FailoverId, const RestoreNews&, Tick);
///     void balancer(const Trial&, BalancerId, Tick);   what it answers may have changed
///     void scaled(const Trial&, ScalingId, std::uint32_t before, Tick);    optional: other members are wanted now
///     void deploy(const Trial&, DeployId, DeployNews, Tick);   optional: one that matters; Trial::deploys tells which
///     void plan(const Trial&, PlanId, PlanNews, std::uint32_t step, Tick); optional: what has become of a plan
///     void measure(const Trial&, Tick);                the measured span begins: forget what was recorded
///     void end(const Trial&, Tick);
///     void fetch_ahead(UnitId);                        optional: its memory is wanted soon
///
/// One simulated horizon. The simulator's context for the semantics of models/engine: it samples.
///
/// A Trial is reused for many trials; `run` depends on (seed, trial) only, never on what ran before. It is copyable
/// at any event.
template <class Recorder>
class Trial {
public:
    Trial(const Program& program, std::uint64_t seed, Recorder& recorder)
        : program_(&program),
          recorder_(&recorder),
          seed_(seed),
          fresh_(initial_state(program)),
          events_(program.leaves.end),
          units_(program.units.begin(), program.units.end()),
          clocks_(program.clocks.size()),
          ages_(program.cares.size()),
          drawn_(program.cares.size()),
          left_of_stage_(program.cares.size()),
          start_counts_(program.standbys.empty() ? 0 : program.hosts.size()),
          choice_counts_(program.crews.size()),
          order_counts_(program.pools.size()),
          shock_counts_(program.shocks.size()),
          failover_(program, seed),
          restores_(program, seed),
          endpoint_counts_(program.endpoints.size()),
          warm_ups_(program, seed),
          scaling_(program),
          deploys_(program, seed),
          alarms_(program),
          plans_(program, seed),
          end_seconds_(program.measure_from + program.horizon),
          end_tick_(program.scale.ticks(end_seconds_)) {}

    /// Simulates one trial from the start to the horizon. Returns the number of events.
    std::uint64_t run(std::uint64_t trial) {
        reset(trial);
        std::uint64_t count = 0;
        const std::uint64_t bound = events_.bound(end_tick_);
        const auto unit_count = static_cast<sim::Leaf>(program_->units.size());
        FetchAhead ahead(*program_);
        for (std::uint64_t key = events_.first(); key < bound; key = events_.first()) {
            now_ = events_.tick_of(key);
            now_seconds_ = program_->scale.seconds(now_);
            const sim::Leaf leaf = events_.leaf_of(key);
            ++count;
            if (leaf < unit_count) {
                unit_due(*this, static_cast<UnitId>(leaf));
                if (ahead.is_wanted()) ahead.after(leaf, events_, units_.data(), *program_, state_, *recorder_);
            } else {
                other_due(leaf);
            }
        }
        now_ = end_tick_;
        recorder_->end(*this, end_tick_);
        return count;
    }

    std::uint64_t number() const { return trial_; }
    sim::Tick now() const { return now_; }
    const DiscreteState& state() const { return state_; }

    // --- the context that the semantics ask for -----------------------------------------------------------------

    const Program& program() const { return *program_; }
    DiscreteState& state() { return state_; }
    const LiveUnit& unit(UnitId id) const { return units_[+id]; }
    std::vector<PendingReaction>& pending() { return pending_; }
    bool is_reacting() const { return reacting_; }
    void set_reacting(bool reacting) { reacting_ = reacting; }

    void on_failed(UnitId unit) { recorder_->failed(unit, now_); }
    void on_restored(UnitId unit) { recorder_->restored(unit, now_); }
    void on_role(HostId) {}
    void on_crew(CrewId crew, int change) { recorder_->crew_busy(crew, change, now_); }
    void on_line(LineId line, bool up) { recorder_->line(*this, line, up, now_); }

    void begin_operation(UnitId id, double pace) {
        LiveUnit& unit = units_[+id];
        const double age_to_go = next_age_to_go(unit);
        if (exists(unit.clock)) {
            begin_clock(+unit.clock, +id, age_to_go, pace);
        } else {
            schedule_in(+id, age_to_go);
        }
    }

    /// The clock stops for good; what minimal repair must know of it is kept.
    void end_operation(UnitId id) {
        const LiveUnit& unit = units_[+id];
        if (exists(unit.clock)) clocks_[+unit.clock].running = false;
        if (!exists(unit.care)) return;
        const Care& care = program_->cares[+unit.care];
        if (care.minimal_repair) ages_[+unit.care] += drawn_[+unit.care] - age_left(id);
    }

    void set_pace(UnitId id, double pace, bool renews) {
        ClockState& clock = clocks_[+units_[+id].clock];
        if (!clock.running) return;
        if (pace == clock.pace) {
            if (pace == 0.0 && renews) clock.renews = true;  // a second reason to stand still
            return;
        }
        if (clock.pace > 0.0) clock.left = std::max(0.0, (clock.due - now_seconds_) * clock.pace);
        const bool wakes = clock.pace == 0.0;
        if (pace == 0.0) clock.renews = renews;
        clock.pace = pace;
        if (wakes && clock.renews) {
            clock.renews = false;
            clock.left = next_age_to_go(units_[+id]);
        }
        run_clock(clock, +id);
    }

    [[gnu::always_inline]] void begin_stage(UnitId id, Phase phase) {
        LiveUnit& unit = units_[+id];
        switch (phase) {
            case Phase::hidden: return schedule_in(+id, notice_time(unit));
            case Phase::responding: return schedule_in(+id, response_time(unit));
            case Phase::repairing: return schedule_in(+id, repair_time(unit));
            case Phase::working:
            case Phase::awaiting_failover:
            case Phase::awaiting_part:
            case Phase::awaiting_crew: return;
        }
    }

    void interrupt_stage(UnitId id);

    void resume_stage(UnitId id);

    void stop_timer(UnitId id) { events_.cancel(+id); }

    bool start_works(StandbyId id, std::uint32_t member);

    void begin_start(StandbyId id, std::uint32_t member);

    void stop_start(StandbyId id, std::uint32_t member) { events_.cancel(program_->standbys[+id].first_leaf + member); }

    void order_part(PoolId id);

    bool crew_is_open(CrewId id) const { return program_->crews[+id].hours.is_open(now_seconds_); }

    void await_opening(CrewId id);

    std::uint32_t choose(CrewId id, std::uint32_t n);

    bool shock_reaches(ShockId id, std::uint32_t target) {
        const Shock& shock = program_->shocks[+id];
        if (shock.share >= 1.0) return true;
        const LiveUnit& unit = units_[+program_->targets[shock.targets.begin + target]];
        const auto stream = stream_for(seed_, unit.stream, Purpose::shock_reach, trial_);
        return uniform(stream.block(shock_counts_[+id])[0]) < shock.share;
    }

    /// A strike that is already on its way to the unit arrives first and stays.
    void delay_strike(ShockId id, std::uint32_t, UnitId unit) {
        if (events_.pending(+unit)) return;
        const auto stream = stream_for(seed_, units_[+unit].stream, Purpose::shock_delay, trial_);
        schedule_in(+unit, uniform(stream.block(shock_counts_[+id])[0]) * program_->shocks[+id].spread_seconds);
    }

    // --- failover groups ------------------------------------------------------------------------------------------

    std::vector<CopyId>& candidates() { return candidates_; }
    void begin_failover_phase(FailoverId id, SamplerId takes) {
        const double more = must_replay(id) ? failover_.replay_time(state_, id, now_seconds_) : 0.0;
        schedule_in(program_->failovers[+id].stage_leaf, failover_.stage_time(id, takes) + more);
    }
    bool must_replay(FailoverId id) const {
        return state_.failovers[+id].phase == FailoverPhase::promoting &&
               failover_.replay_time(state_, id, now_seconds_) > 0.0;
    }
    void stop_failover_phase(FailoverId id) { events_.cancel(program_->failovers[+id].stage_leaf); }
    bool stage_works(FailoverId id, double probability) { return failover_.stage_works(id, probability); }
    bool is_within_limit(CopyId id, double seconds) const { return failover_.is_within(id, seconds); }
    CopyId freshest(FailoverId, Promotion promotion, const std::vector<CopyId>& candidates) const {
        return failover_.freshest(state_, promotion, candidates);
    }
    void begin_resync(CopyId id, SamplerId takes) {
        schedule_in(program_->copies[+id].leaf, failover_.resync_time(id, takes));
    }
    void stop_resync(CopyId id) { events_.cancel(program_->copies[+id].leaf); }
    void begin_alarm(FailoverId id) { schedule_in(program_->failovers[+id].alarm_leaf, failover_.alarm_time(id)); }
    void stop_alarm(FailoverId id) { events_.cancel(program_->failovers[+id].alarm_leaf); }
    void begin_return(FailoverId id) { schedule_in(program_->failovers[+id].return_leaf, failover_.return_time(id)); }
    void stop_return(FailoverId id) { events_.cancel(program_->failovers[+id].return_leaf); }
    void begin_step_down(FailoverId id) {
        schedule_in(program_->failovers[+id].step_down_leaf, failover_.step_down_time(id));
    }
    void stop_step_down(FailoverId id) { events_.cancel(program_->failovers[+id].step_down_leaf); }
    void begin_hold(FailoverId id) { schedule_in(program_->failovers[+id].hold_leaf, failover_.hold_time(id)); }

    void on_failover(FailoverId id, FailoverPhase from) {
        const bool was_lost = has_primary_at_work(from) && !has_primary_at_work(state_.failovers[+id].phase);
        if (was_lost) failover_.primary_failed(id, now_seconds_);
        if (was_lost) restores_.went_down(id, now_seconds_);
        if (from == FailoverPhase::restoring) on_reading_over(id);
        failover_.phase_ended(id, from, now_seconds_);
        recorder_->failover(*this, id, from, now_);
    }
    void on_failed_failover(FailoverId id) { recorder_->failed_failover(id, now_); }
    void on_copy(CopyId id, CopyRole before) {
        const bool fell_behind = is_current(before) && !is_current(state_.copy_role[+id]);
        if (fell_behind) failover_.fell_behind(state_, id, now_seconds_);
        if (program_->failovers[+program_->copies[+id].failover].can_restore) on_restorable_copy(id, before);
    }
    void on_promoted(FailoverId id, CopyId copy, Promotion promotion) {
        recorder_->promoted(*this, id, copy, promotion, lost_by(id, copy, promotion), now_);
    }
    void on_rival(FailoverId id, bool begins) { recorder_->rival(id, begins, now_); }

    // --- restores: see restore.hpp --------------------------------------------------------------------------------

    void on_spoiled(UnitId unit) { restores_.spoiled(unit, now_seconds_); }
    void on_bad_data(FailoverId id);
    bool is_clean(CopyId id) const { return restores_.is_clean(state_, id, failover_, now_seconds_); }
    bool is_older_than_bad(FailoverId id) const { return restores_.is_older_than_bad(state_, id); }
    bool mends(CorruptionId id, Promotion promotion) { return restores_.mends(id, promotion); }
    void on_place_lost(HostId host) { restores_.lose_place(host, now_seconds_); }
    RestoreSource find_source(FailoverId id) { return restores_.find_source(state_, id, failover_, now_seconds_); }
    bool has_people(FailoverId id) const { return restores_.has_people(id); }
    bool has_way_to_restore(FailoverId id) const { return restores_.has_way(id); }
    bool begin_restore_phase(FailoverId id);
    void on_copying_due(FailoverId id);
    bool restore_works(FailoverId id) { return restores_.works(id, now_seconds_); }
    void on_restore(FailoverId id, CopyId target) {
        stop_reading(id);
        tell_restore(id, RestoreNews::What::begins, target);
    }
    void on_restore_failed(FailoverId id) { tell_restore(id, RestoreNews::What::fails, none<CopyId>); }
    Range planned_targets(FailoverId id) const { return restores_.planned_targets(id); }
    void plan_restore(FailoverId id, Range targets) { restores_.plan(id, targets); }
    /// Something is left somewhere, though perhaps nobody can reach it now.
    bool may_be_restored(FailoverId id) const {
        return program_->failovers[+id].can_restore && restores_.has_anything(state_, id, failover_, now_seconds_);
    }

    // --- balancers -------------------------------------------------------------------------------------------------

    void begin_endpoint(EndpointId id, SamplerId takes) {
        const Endpoint& endpoint = program_->endpoints[+id];
        schedule_in(endpoint.leaf, draw(takes, endpoint.stream, Purpose::endpoint, endpoint_counts_[+id]++));
    }
    void stop_endpoint(EndpointId id) { events_.cancel(program_->endpoints[+id].leaf); }
    bool endpoint_is_pending(EndpointId id) const { return events_.pending(program_->endpoints[+id].leaf); }
    void begin_cohort(CohortId id) { schedule_in(program_->cohorts[+id].leaf, program_->cohorts[+id].delay_seconds); }
    bool cohort_is_pending(CohortId id) const { return events_.pending(program_->cohorts[+id].leaf); }
    void begin_ramp(EndpointId id) {
        const Endpoint& endpoint = program_->endpoints[+id];
        schedule_in(endpoint.ramp_leaf, program_->balancers[+endpoint.balancer].ramp_step_seconds);
    }
    void stop_ramp(EndpointId id) { events_.cancel(program_->endpoints[+id].ramp_leaf); }
    void begin_warm_up(WarmUpId id) {
        warm_ups_.draw(id);
        continue_warm_up(id);
    }
    void continue_warm_up(WarmUpId id) { schedule_in(program_->warm_ups[+id].leaf, warm_ups_.seconds_of_step(id)); }
    void stop_warm_up(WarmUpId id) { events_.cancel(program_->warm_ups[+id].leaf); }
    void on_endpoint(EndpointId) {}
    void on_balancer(BalancerId id) {
        recorder_->balancer(*this, id, now_);
        if (alarms_.any()) settle_alarms();
    }
    void on_waiting(LatchId id) { recorder_->waits_to_start(*this, id, now_); }

    // --- new versions: see trial_deploy.hpp ------------------------------------------------------------------------

    DeployCourses& deploys() { return deploys_; }
    const DeployCourses& deploys() const { return deploys_; }
    void on_deploy(DeployId id, DeployNews news);
    // --- plans: see trial_plans.hpp ----------------------------------------------------------------------------------

    void begin_plan_timer(PlanId id, std::uint32_t timer, SamplerId takes);
    void stop_plan_timer(PlanId id, std::uint32_t timer) { events_.cancel(program_->plans[+id].first_leaf + timer); }
    bool plan_works(PlanId id, double probability) { return plans_.works(id, probability); }
    bool window_is_open(PlanId id) const;
    void await_window(PlanId id);
    void on_plan(PlanId id, PlanNews news, std::uint32_t step);

    // --- what follows the load: see trial_load.hpp -----------------------------------------------------------------

    std::uint32_t decide_scale(ScalingId id) { return scaling_.decide(id, state_); }
    void on_scaling(ScalingId id) { scaling_.mark(id); }
    void on_scaled(ScalingId id, std::uint32_t before);
    void settle_scalings();

private:
    static constexpr double infinity = std::numeric_limits<double>::infinity();

    /// A clock to failure whose pace can change. Its age to go is `left` while it stands still; while it runs at
    /// `pace` > 0 it fires at `due`.
    struct ClockState {
        double pace = 1.0;
        double due = 0.0;
        double left = 0.0;
        bool running = false;
        bool renews = false;
    };

    /// Age that its clock had still to go: 0 when it fails by itself, more when it is made to fail.
    double age_left(UnitId id) const {
        const ClockId clock_id = units_[+id].clock;
        if (exists(clock_id)) {
            const ClockState& clock = clocks_[+clock_id];
            return clock.pace > 0.0 ? std::max(0.0, (clock.due - now_seconds_) * clock.pace) : clock.left;
        }
        if (!events_.pending(+id) || events_.due(+id) <= now_) return 0.0;
        return program_->scale.seconds(events_.due(+id) - now_);
    }

    void schedule_in(sim::Leaf leaf, double seconds) {
        const double due = now_seconds_ + seconds;
        if (due < end_seconds_) {
            events_.schedule(leaf, now_ + program_->scale.ticks(seconds));
        } else {
            events_.cancel(leaf);
        }
    }

    void begin_clock(std::uint32_t clock_index, sim::Leaf leaf, double age_to_go, double pace) {
        ClockState& clock = clocks_[clock_index];
        clock = {pace, 0.0, age_to_go, true, false};
        run_clock(clock, leaf);
    }

    void run_clock(ClockState& clock, sim::Leaf leaf) {
        const double wait = clock.pace > 0.0 ? clock.left / clock.pace : infinity;
        clock.due = now_seconds_ + wait;
        schedule_in(leaf, wait);
    }

    /// Begins the unit's next cycle and draws its time to failure, counted in its own age.
    [[gnu::always_inline]] double next_age_to_go(LiveUnit& unit) {
        const sim::Stream source(seed_, unit.stream, trial_);
        const std::uint64_t word = unit.begin_cycle(source);
        if (exists(unit.care)) return cared_age_to_go(unit, source, word);
        if (!exists(unit.time_to_failure)) return infinity;
        sim::Draw draw(word, source, 2 * std::uint64_t{unit.cycle()});
        return program_->samplers[+unit.time_to_failure](draw);
    }

    double cared_age_to_go(const LiveUnit& unit, const sim::Stream& source, std::uint64_t word);

    /// The first instant may be now; every other one is later by more than the rounding of the present to a tick,
    /// so that the same instant never comes twice.
    double time_to_planned(const Care& care, std::uint32_t cycle) const {
        const double from = cycle == 0 ? now_seconds_ : now_seconds_ + program_->scale.seconds_per_tick();
        if (care.window.exists()) return care.window.next(*care.planned, from, cycle > 0);
        return care.planned->next(from, cycle > 0);
    }

    double draw(SamplerId sampler, std::uint64_t name, Purpose purpose, std::uint64_t n) const {
        sim::Draw bits(stream_for(seed_, name, purpose, trial_), n * 2);
        return program_->samplers[+sampler](bits);
    }

    const Crew& crew_of(CareId care) const { return program_->crews[+program_->cares[+care].crew]; }
    bool has_crew(const LiveUnit& unit) const { return exists(unit.care) && exists(program_->cares[+unit.care].crew); }
    // --- repairs: see trial_repair.hpp --------------------------------------------------------------------------

    double notice_time(const LiveUnit& unit) const;
    double response_time(const LiveUnit& unit) const;
    double repair_time(LiveUnit& unit);

    double lost_by(FailoverId id, CopyId copy, Promotion promotion);
    void tell_restore(FailoverId id, RestoreNews::What what, CopyId target);
    void on_restorable_copy(CopyId id, CopyRole before);
    void on_reading_over(FailoverId id);
    void stop_reading(FailoverId id);
    void set_copying(FailoverId id, std::uint16_t step);
    void tell_rates(PipeId pipe);

    // --- start of a trial: see trial_start.hpp ------------------------------------------------------------------

    void reset(std::uint64_t trial);
    void begin_unit(sim::Leaf leaf);
    void begin_in_equilibrium();
    double age_to_go_before_replacement(const LiveUnit& unit, sim::Draw& bits);
    void set_age_to_go(sim::Leaf leaf, double age_to_go);

    // --- timers other than units' -------------------------------------------------------------------------------

    void await_shock(ShockId id) {
        const Shock& shock = program_->shocks[+id];
        if (!exists(shock.interval)) return;  // never
        schedule_in(shock.leaf, draw(shock.interval, shock.stream, Purpose::shock_interval, shock_counts_[+id]));
    }

    void schedule_deploy(DeployId id);
    void settle_alarms();
    void await_alarm(EndpointId id, double per_second);
    bool alarm_is_real(EndpointId id);

    void other_due(sim::Leaf leaf);
    PoolId pool_of(sim::Leaf leaf) const;
    void start_due(sim::Leaf leaf);

    const Program* program_;
    Recorder* recorder_;
    std::uint64_t seed_;
    std::uint64_t trial_ = 0;
    DiscreteState fresh_;
    DiscreteState state_;
    sim::EventSet events_;
    sim::Tick now_ = 0;
    double now_seconds_ = 0.0;
    std::vector<LiveUnit> units_;
    std::vector<ClockState> clocks_;
    std::vector<double> ages_;           ///< By care: age at the last minimal repair.
    std::vector<double> drawn_;          ///< By care: age run since then.
    std::vector<double> left_of_stage_;  ///< By care: work left of an interrupted repair.
    std::vector<std::uint32_t> start_counts_;
    std::vector<std::uint32_t> choice_counts_;
    std::vector<std::uint32_t> order_counts_;
    std::vector<std::uint32_t> shock_counts_;
    FailoverChance failover_;
    Restores restores_;
    std::vector<CopyId> candidates_;
    std::vector<std::uint32_t> endpoint_counts_;
    WarmUpChance warm_ups_;
    ScalingClocks scaling_;
    DeployCourses deploys_;
    LoadAlarms alarms_;
    PlanChance plans_;
    std::vector<PendingReaction> pending_;
    bool reacting_ = false;
    double end_seconds_;
    sim::Tick end_tick_;
};

}  // namespace nines::engine

#include "models/engine/trial_deploy.hpp"
#include "models/engine/trial_due.hpp"
#include "models/engine/trial_load.hpp"
#include "models/engine/trial_plans.hpp"
#include "models/engine/trial_repair.hpp"
#include "models/engine/trial_resources.hpp"
#include "models/engine/trial_restore.hpp"
#include "models/engine/trial_start.hpp"

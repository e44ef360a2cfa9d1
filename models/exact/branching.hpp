// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/engine/restore_source.hpp"
#include "models/engine/semantics.hpp"
#include "models/exact/activities.hpp"
#include "models/exact/chain_state.hpp"
#include "models/exact/state_codec.hpp"

namespace nines::exact {

/// The context that follows every branch of chance with its probability, where the simulator's context samples one.
///
/// An event is run once for each sequence of decisions that it can meet: `begin` takes the state before it and a
/// decision script; each question of the semantics ("does the start work?") is answered from the script, or, past its
/// end, with the first answer, which is added to it. `next_script` moves on to the next sequence.
class Branching : public engine::WithoutRestores {
public:
    Branching(const Program& program, const Activities& activities, const StateCodec& codec);

    /// An event is about to change the codec's present state.
    void begin() {
        now_ = codec_->here();
        depth_ = 0;
        probability_ = 1.0;
        due_.clear();
        ++round_;
        touched_.clear();
    }
    /// Forgets the script: the next event starts with its first branch.
    void first_script() { script_.clear(); }
    /// The next branch of the same event; false when all were followed.
    bool next_script();

    const ChainState& now() const { return now_; }
    /// Hosts of which something may have changed.
    std::span<const HostId> touched() const { return touched_; }
    double probability() const { return probability_; }

    /// Fires what is due at this very instant, in the order of the timers, until nothing is; a branch that is too
    /// unlikely to matter ends with probability 0. False: it never ends (times of zero that follow each other for
    /// ever).
    bool settle();

    /// The timer of `leaf` has run out: what the semantics say happens.
    void fire(sim::Leaf leaf);

    /// Its time goes on in another phase.
    void move_timer(sim::Leaf leaf, std::uint8_t phase);

    /// Starts the time of a timer; its first phase is a decision where there are several.
    void start_timer(sim::Leaf leaf, const Activity& activity);

    /// The time that a unit's timer now measures; null if it measures none.
    const Activity* activity_of(UnitId unit, const ChainState& state) const;
    /// The time that any other timer measures.
    const Activity* activity_of_other(sim::Leaf leaf, const ChainState& state) const;

    // --- the context that the semantics ask for: see models/engine/semantics.hpp ---------------------------------

    const Program& program() const { return *program_; }
    engine::DiscreteState& state() { return now_.discrete; }
    const Unit& unit(UnitId id) const { return program_->units[+id]; }
    std::vector<engine::PendingReaction>& pending() { return pending_; }
    bool is_reacting() const { return reacting_; }
    void set_reacting(bool reacting) { reacting_ = reacting; }
    void on_failed(UnitId unit) { touch(unit); }
    void on_restored(UnitId unit) { touch(unit); }
    void on_role(HostId host) { touch(host); }
    void on_line(LineId, bool) {}
    void on_copy(CopyId copy, CopyRole) { touch(program_->copies[+copy].host); }
    void on_failover(FailoverId id, FailoverPhase) { touch(program_->failovers[+id].host); }
    void on_failed_failover(FailoverId) {}
    void on_promoted(FailoverId, CopyId, engine::Promotion) {}
    void on_rival(FailoverId, bool) {}
    void on_endpoint(EndpointId id) { touch(program_->endpoints[+id].host); }
    void on_balancer(BalancerId) {}
    void on_waiting(LatchId) {}
    void on_scaling(ScalingId) {}
    void on_scaled(ScalingId, std::uint32_t) {}
    void settle_scalings() {}
    void on_crew(CrewId, int) {}

    void begin_operation(UnitId unit, double pace);
    void end_operation(UnitId) {}
    void set_pace(UnitId unit, double pace, bool renews);
    void begin_stage(UnitId unit, engine::Phase phase);
    void interrupt_stage(UnitId unit);
    void resume_stage(UnitId unit) { touch(unit); }
    void stop_timer(UnitId unit) {
        now_.timer[+unit] = idle;
        touch(unit);
    }
    bool start_works(StandbyId standby, std::uint32_t member);
    void begin_start(StandbyId standby, std::uint32_t member);
    void stop_start(StandbyId standby, std::uint32_t member);
    void order_part(PoolId pool);
    bool crew_is_open(CrewId) const { return true; }
    void await_opening(CrewId) {}
    std::uint32_t choose(CrewId crew, std::uint32_t count);
    bool shock_reaches(ShockId shock, std::uint32_t target);
    void delay_strike(ShockId shock, std::uint32_t target, UnitId unit);

    std::vector<CopyId>& candidates() { return candidates_; }
    void begin_failover_phase(FailoverId id, SamplerId takes) {
        start_timer(program_->failovers[+id].stage_leaf, activities_->of(takes));
    }
    void stop_failover_phase(FailoverId id) { move_timer(program_->failovers[+id].stage_leaf, idle); }
    bool must_replay(FailoverId) const { return false; }  // see not_representable
    bool stage_works(FailoverId, double probability) { return happens(probability); }
    bool is_within_limit(CopyId copy, double seconds);
    CopyId freshest(FailoverId id, engine::Promotion promotion, const std::vector<CopyId>& candidates);
    void begin_resync(CopyId id, SamplerId takes) { start_timer(program_->copies[+id].leaf, activities_->of(takes)); }
    void stop_resync(CopyId id) { move_timer(program_->copies[+id].leaf, idle); }
    void begin_alarm(FailoverId id) {
        const FailoverGroup& group = program_->failovers[+id];
        start_timer(group.alarm_leaf, activities_->of(group.false_alarm));
    }
    void stop_alarm(FailoverId id) { move_timer(program_->failovers[+id].alarm_leaf, idle); }
    void begin_return(FailoverId id) {
        const FailoverGroup& group = program_->failovers[+id];
        start_timer(group.return_leaf, activities_->of(group.failback));
    }
    void stop_return(FailoverId id) { move_timer(program_->failovers[+id].return_leaf, idle); }
    void begin_step_down(FailoverId id) {
        const FailoverGroup& group = program_->failovers[+id];
        start_timer(group.step_down_leaf, activities_->of(group.step_down));
    }
    void stop_step_down(FailoverId id) { move_timer(program_->failovers[+id].step_down_leaf, idle); }
    void begin_hold(FailoverId id) {
        const FailoverGroup& group = program_->failovers[+id];
        start_timer(group.hold_leaf, activities_->of(group.hold));
    }

    void begin_endpoint(EndpointId id, SamplerId takes) {
        start_timer(program_->endpoints[+id].leaf, activities_->of(takes));
    }
    void stop_endpoint(EndpointId id) { move_timer(program_->endpoints[+id].leaf, idle); }
    bool endpoint_is_pending(EndpointId id) const { return now_.timer[program_->endpoints[+id].leaf] != idle; }
    // Balancers whose clients follow later are not represented, and how far something has warmed up is no part of a
    // state: it matters for requests only, which are refused then.
    void begin_plan_timer(PlanId id, std::uint32_t timer, SamplerId takes) {
        start_timer(program_->plans[+id].first_leaf + timer, activities_->of(takes));
    }
    void stop_plan_timer(PlanId id, std::uint32_t timer) { move_timer(program_->plans[+id].first_leaf + timer, idle); }
    bool plan_works(PlanId, double probability) { return happens(probability); }
    bool window_is_open(PlanId) const { return true; }  // see not_representable
    void await_window(PlanId) {}
    void on_plan(PlanId, engine::PlanNews, std::uint32_t) {}
    void begin_cohort(CohortId) {}
    bool cohort_is_pending(CohortId) const { return false; }
    void begin_ramp(EndpointId) {}
    void stop_ramp(EndpointId) {}
    void begin_warm_up(WarmUpId) {}
    void continue_warm_up(WarmUpId) {}
    void stop_warm_up(WarmUpId) {}

private:
    struct Decision {
        std::uint32_t chosen = 0;
        std::uint32_t count = 0;
    };
    /// Waiting jobs that nothing tells apart.
    struct Group {
        std::uint64_t kind = 0;
        std::uint32_t first = 0;  ///< Place of the first of them in the queue.
        std::uint32_t count = 0;
    };
    /// Targets of a shock that nothing tells apart: how many of them it reaches is one decision.
    struct Alike {
        std::uint64_t kind = 0;
        std::uint32_t count = 0;
        std::uint32_t met = 0;      ///< Asked about so far.
        std::uint32_t reached = 0;  ///< The first so many of them are reached.
        bool is_decided = false;
    };

    void touch(HostId host) {
        if (touched_in_[+host] == round_) return;
        touched_in_[+host] = round_;
        touched_.push_back(host);
    }
    void touch(UnitId unit) { touch(program_->unit_hosts[+unit]); }
    void touch_owner(sim::Leaf leaf);

    bool happens(double probability);
    /// Picks an answer with these probabilities.
    std::uint32_t decide(std::span<const double> probabilities);
    /// The same number for units that nothing told apart when the event began.
    std::uint64_t kind_of(UnitId unit) const;
    void group_targets(const Shock& shock);

    const Program* program_;
    const Activities* activities_;
    const StateCodec* codec_;
    std::vector<ShockId> shock_of_unit_;  ///< That can strike it.
    ChainState now_;
    std::vector<HostId> touched_;
    std::vector<std::uint64_t> touched_in_;  ///< By host: the last round in which it was touched.
    std::uint64_t round_ = 0;
    double probability_ = 1.0;
    std::vector<Decision> script_;
    std::size_t depth_ = 0;
    std::vector<sim::Leaf> due_;
    std::vector<Group> groups_;
    std::vector<std::uint32_t> place_;  ///< By unit: which of its host's.
    std::vector<Alike> alike_;
    std::vector<std::uint32_t> alike_of_target_;
    std::vector<double> chances_;
    std::vector<CopyId> candidates_;
    std::vector<engine::PendingReaction> pending_;
    bool reacting_ = false;
};

}  // namespace nines::exact

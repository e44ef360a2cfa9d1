// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "models/engine/trial.hpp"
#include "models/observe/gradual_changes.hpp"
#include "models/observe/recorder.hpp"
#include "models/observe/trace.hpp"
#include "models/observe/trace_tracks.hpp"

/// A recorder for the engine that keeps every event as a sentence's worth of data. See `Recorder` for the other one.
namespace nines::observe {

class TraceRecorder {
public:
    using Trial = engine::Trial<TraceRecorder>;

    /// Thrown out of the trial when somebody wants no more of it.
    struct Ended {};

    TraceRecorder(const Program& program, Trace& trace, const std::function<bool()>& go_on = {});

    void begin(const Trial& trial);
    void failed(UnitId unit, sim::Tick now);
    void restored(UnitId unit, sim::Tick now);
    void crew_busy(CrewId crew, int change, sim::Tick now);
    void line(const Trial& trial, LineId line, bool up, sim::Tick now);
    void failover(const Trial& trial, FailoverId id, FailoverPhase from, sim::Tick now);
    void failed_failover(FailoverId id, sim::Tick now);
    void promoted(const Trial& trial, FailoverId id, CopyId copy, engine::Promotion promotion, double lost_seconds,
                  sim::Tick now);
    void balancer(const Trial& trial, BalancerId id, sim::Tick now);
    void rival(FailoverId id, bool begins, sim::Tick now);
    void restore(const Trial& trial, FailoverId id, const engine::RestoreNews& news, sim::Tick now);
    void waits_to_start(const Trial& trial, LatchId id, sim::Tick now);
    void scaled(const Trial& trial, ScalingId id, std::uint32_t before, sim::Tick now);
    void deploy(const Trial& trial, DeployId id, engine::DeployNews news, sim::Tick now);
    void plan(const Trial& trial, PlanId id, engine::PlanNews news, std::uint32_t step, sim::Tick now);
    void measure(const Trial& trial, sim::Tick now);
    void end(const Trial& trial, sim::Tick now);

private:
    struct UnitState {
        sim::Tick down_since = 0;
        engine::Phase told = engine::Phase::working;  ///< The last stage that was written down.
    };
    struct SubjectState {
        sim::Tick down_since = 0;
        std::size_t down_event = 0;  ///< Of its outage in progress.
        bool is_down = false;
    };
    struct StoreState {
        FailoverPhase phase = FailoverPhase::serving;
        sim::Tick lost_at = 0;      ///< When the primary was last lost.
        sim::Tick rival_since = 0;  ///< Since when the rival writes what is lost: since it was cut off.
    };

    /// A stage that is left at the instant it is entered is not told.
    void forget_stage_of_no_time(FailoverId id, sim::Tick now);
    TraceEvent event_of(TraceEvent::Kind kind, FailoverId id) const;
    /// Where the data come back from: a backup by its name, or a copy that applies writes later.
    std::string source_of(const engine::RestoreNews& news) const;
    void reading_changed(const Trial& trial, FailoverId id, const engine::RestoreNews& news, sim::Tick now);
    void add(TraceEvent event, sim::Tick now);
    void remove(std::size_t event);
    void add_up(SubjectId subject, sim::Tick now);
    /// What is served to the users of a service may change; of one that is up by that.
    void flow_changed(const Trial& trial, std::uint32_t service, sim::Tick now);
    /// Overload that the last look at the service's requests has met.
    TraceEvent::Kind kind_of_failure(UnitId unit) const;
    void tell_overloads(std::uint32_t service, sim::Tick now);
    std::vector<std::string> causes_of(const Trial& trial, SubjectId subject, sim::Tick now);
    void add_down(SubjectId subject, std::vector<std::string> causes, sim::Tick now, bool since_before);
    /// Writes down which of the failed units have moved to another stage, and which copies follow again.
    void look_at_stages(sim::Tick now);
    void look_at_copies(sim::Tick now);
    void told_stage(UnitId unit, engine::Phase phase, sim::Tick now);
    bool is_told(SubjectId subject) const;
    /// Something is told of what becomes of the service's requests.
    bool follows_flow(std::uint32_t service) const { return flow_.decides(service) || flow_.may_be_held(service); }
    double seconds_between(sim::Tick from, sim::Tick to) const;

    const Program* program_;
    Trace* trace_;
    const Trial* trial_ = nullptr;
    double seconds_per_tick_;
    sim::Tick measure_began_ = 0;
    std::vector<UnitState> units_;
    std::vector<SubjectState> subjects_;
    std::vector<StoreState> stores_;
    std::vector<sim::Tick> plans_since_;                  ///< By plan: its last news.
    std::vector<CopyRole> roles_;                         ///< Of the copies, when they were looked at last.
    std::vector<UnitId> down_units_;                      ///< In the order in which they failed.
    std::vector<bool> in_rotation_;                       ///< Of the endpoints, when they were looked at last.
    std::vector<std::vector<std::string>> causes_ahead_;  ///< Of an outage that the demand may bring, by service.
    ChainFinder finder_;
    FlowMeter flow_;
    GradualChanges gradual_;
    TrackRecorder tracks_;
    std::function<bool()> go_on_;
    std::uint32_t looks_ = 0;
};

// A recorder hears of failures and repairs, but not of the stages between them (noticed, crew on its way, ..). The
// engine finds these overloads of its handlers by argument-dependent lookup, because the trial is one of ours: each
// lets the engine act and then has the recorder look. `on_crew` with no crew is the way from a trial to its recorder.

inline void look(TraceRecorder::Trial& trial) {
    trial.on_crew(none<CrewId>, 0);
}

inline void unit_due(TraceRecorder::Trial& trial, UnitId unit) {
    engine::unit_due(trial, unit);
    look(trial);
}

inline void serve_queue(TraceRecorder::Trial& trial, CrewId crew) {
    engine::serve_queue(trial, crew);
    look(trial);
}

inline void receive_part(TraceRecorder::Trial& trial, PoolId pool) {
    engine::receive_part(trial, pool);
    look(trial);
}

inline void shock_due(TraceRecorder::Trial& trial, ShockId shock) {
    engine::shock_due(trial, shock);
    look(trial);
}

inline void occasion_due(TraceRecorder::Trial& trial, OccasionId occasion) {
    engine::occasion_due(trial, occasion);
    look(trial);
}

inline void deploy_due(TraceRecorder::Trial& trial, DeployId deploy) {
    engine::deploy_due(trial, deploy);
    look(trial);
}

inline void finish_start(TraceRecorder::Trial& trial, StandbyId standby, std::uint32_t member) {
    engine::finish_start(trial, standby, member);
    look(trial);
}

inline void scaling_due(TraceRecorder::Trial& trial, ScalingId scaling) {
    engine::scaling_due(trial, scaling);
    look(trial);
}

inline void plan_due(TraceRecorder::Trial& trial, PlanId plan, std::uint32_t timer) {
    engine::plan_due(trial, plan, timer);
    look(trial);
}

inline void failover_due(TraceRecorder::Trial& trial, sim::Leaf leaf) {
    engine::failover_due(trial, leaf);
    look(trial);
}

inline void finish_resync(TraceRecorder::Trial& trial, CopyId copy) {
    engine::finish_resync(trial, copy);
    look(trial);
}

}  // namespace nines::observe

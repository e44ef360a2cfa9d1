// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/discrete_state.hpp"

/// What each event does to the state, written once for every engine.
///
/// The functions are templates over a context that supplies chance and time. The simulator's context samples; an
/// enumerating context can follow every branch with its probability instead. A context offers:
///
///     const Program& program() const;      DiscreteState& state();
///     unit(UnitId)                                 // anything with the members of compile::Unit
///     void begin_operation(UnitId, double pace);   // as good as new, or as bad as old: start the clock to failure
///     void end_operation(UnitId);                  // it failed by its own clock, or something struck it
///     void set_pace(UnitId, double pace, bool renews);  // how fast its clock runs now; renews: afresh when it goes on
///     void begin_stage(UnitId, Phase);             // hidden, responding, repairing: start that stage's time
///     void interrupt_stage(UnitId);  void resume_stage(UnitId);   // preempted repairs
///     void stop_timer(UnitId);
///     bool start_works(StandbyId, std::uint32_t member);
///     void begin_start(StandbyId, std::uint32_t member);          // only if starting takes time
///     void stop_start(StandbyId, std::uint32_t member);
///     void order_part(PoolId);
///     bool crew_is_open(CrewId);     void await_opening(CrewId);
///     std::uint32_t choose(CrewId, std::uint32_t n);              // one of n with equal probability
///     bool shock_reaches(ShockId, std::uint32_t target);
///     void delay_strike(ShockId, std::uint32_t target, UnitId);   // only if the shock spreads over time
///     void begin_failover_phase(FailoverId, SamplerId takes);     void stop_failover_phase(FailoverId);
///     bool must_replay(FailoverId);                // the chosen copy is not ready, whatever its stage takes
///     bool stage_works(FailoverId, double probability);
///     bool is_within_limit(CopyId, double seconds);               // its lag at the primary's failure
///     CopyId freshest(FailoverId, Promotion, const std::vector<CopyId>&);   // of these, at least one
///     std::vector<CopyId>& candidates();           // room to list them
///     void begin_resync(CopyId, SamplerId takes);  void stop_resync(CopyId);
///     void begin_alarm(FailoverId);                void stop_alarm(FailoverId);
///     void begin_hold(FailoverId);
///     void begin_return(FailoverId);               void stop_return(FailoverId);     // until the failback
///     void begin_step_down(FailoverId);            void stop_step_down(FailoverId);
///     void on_failover(FailoverId, FailoverPhase from);   // the state tells into which
///     void on_failed_failover(FailoverId);         // a stage did not work
///     void on_copy(CopyId, CopyRole before);       // its role has changed
///     void on_promoted(FailoverId, CopyId, Promotion);
///     void on_rival(FailoverId, bool begins);      // split brain
///     void on_spoiled(UnitId);                     // the data of its stores are bad from now on
///     void on_bad_data(FailoverId);                // somebody has noticed that
///     bool is_clean(CopyId);                       // it has not applied yet what is bad
///     bool is_older_than_bad(FailoverId);          // the state that is being restored dates from before that
///     bool mends(CorruptionId, Promotion);         // so does what has come back, and the unit has no other to mend
///     void on_place_lost(HostId);                  // the backups that are kept there are gone
///     RestoreSource find_source(FailoverId);       // the newest state that can be restored now
///     bool has_people(FailoverId);                 // who restore it, and have to answer and decide
///     bool has_way_to_restore(FailoverId);         // and travel before they begin
///     bool begin_restore_phase(FailoverId);        // false: it takes no time
///     void on_copying_due(FailoverId);             // its copying_leaf: more of its data are there
///     bool restore_works(FailoverId);              // this attempt; if not, the next is for an older state
///     void on_restore(FailoverId, CopyId target);  void on_restore_failed(FailoverId);
///     Range planned_targets(FailoverId);           // copies that a plan restores onto; empty: no plan does
///     void plan_restore(FailoverId, Range);        // copies that a plan restores onto from now on
///     void begin_endpoint(EndpointId, SamplerId takes);  void stop_endpoint(EndpointId);
///     bool endpoint_is_pending(EndpointId);        // its timer runs
///     void begin_cohort(CohortId);                 // clients that hear of a change later; its timer
///     bool cohort_is_pending(CohortId);
///     void begin_ramp(EndpointId);                 void stop_ramp(EndpointId);        // one step of a slow start
///     void begin_warm_up(WarmUpId);                // draws its length and starts the first step
///     void continue_warm_up(WarmUpId);             void stop_warm_up(WarmUpId);
///     void on_endpoint(EndpointId);                // its state has changed
///     void on_balancer(BalancerId);                // what it answers may have changed
///     void on_waiting(LatchId);                    // it could go on, and cannot start
///     void on_scaling(ScalingId);                  // what decides about its number may have changed
///     void settle_scalings();                      // everything has reacted
///     void begin_plan_timer(PlanId, std::uint32_t timer, SamplerId takes);   // see RecoveryPlan
///     void stop_plan_timer(PlanId, std::uint32_t timer);
///     bool plan_works(PlanId, double probability);
///     bool window_is_open(PlanId);                 // a failback may begin now
///     void await_window(PlanId);                   // the plan's own timer runs until it may
///     void on_plan(PlanId, PlanNews, std::uint32_t step);         // what has become of it
///     void on_failed(UnitId);  void on_restored(UnitId);  void on_line(LineId, bool up);
///     void on_crew(CrewId, int change);            void on_role(HostId);
///     std::vector<PendingReaction>& pending();  bool is_reacting() const;  void set_reacting(bool);
namespace nines::engine {

/// What is told of a plan.
enum class PlanNews : std::uint8_t {
    begins,      ///< What starts it has been down for long enough: condition `step`.
    answered,    ///< People have answered.
    decided,     ///< People have decided.
    sets_out,    ///< They travel to where the next steps are done.
    arrived,     ///< They are there.
    step_done,   ///< Step `step` is in effect.
    done,        ///< All steps are.
    given_up,    ///< What it was for is over before its steps began.
    failed,      ///< It does not work, or step `step` did not.
    stuck,       ///< Step `step` cannot be done now.
    goes_on,     ///< It can be done now.
    fails_back,  ///< What it has done is being undone.
    is_back,     ///< Everything is as it was.
    not_back,    ///< A store could not be handed back.
};

/// In place of a step: the plan as a whole.
inline constexpr std::uint32_t none_of_the_steps = ~0u;

/// A reaction that waits until the change which caused it has reached every gate.
struct PendingReaction {
    enum class Kind : std::uint8_t {
        refresh_clocks,
        member_health,
        refresh_sharers,
        copy_health,
        conditions,
        endpoint,
        balancer,
        latch,
        warm_up,
        capacity,
        scaling,
        bad_data,
        plan
    } kind;
    std::uint32_t index;  ///< Host, sharing group, failover group, endpoint, balancer, latch, warm-up, scaling or plan.
};

template <class Context>
void shift(Context& context, GateId id, int change);
template <class Context>
void fail(Context& context, UnitId id);
template <class Context>
void restore(Context& context, UnitId id);
template <class Context>
void begin_care(Context& context, UnitId unit);
template <class Context>
void tend(Context& context, UnitId unit);
template <class Context>
void react(Context& context);
template <class Context>
void serve_queue(Context& context, CrewId id);
template <class Context>
void copy_health_changed(Context& context, HostId id);
template <class Context>
void reconsider(Context& context, FailoverId id);
template <class Context>
void enter(Context& context, FailoverId id, FailoverPhase phase);
template <class Context>
void endpoint_changed(Context& context, EndpointId id);
template <class Context>
void endpoint_is_noticed(Context& context, EndpointId id);
template <class Context>
void eject_those_that_wait(Context& context, BalancerId id);
template <class Context>
void await_next(Context& context, EndpointId id);
template <class Context>
void rebalance(Context& context, BalancerId id);
template <class Context>
void plan_asked(Context& context, PlanId id, std::size_t position);
template <class Context>
void look_at_return(Context& context, PlanId id);
template <class Context>
void set_latch(Context& context, LatchId id);
template <class Context>
void promote(Context& context, FailoverId id, CopyId chosen, Promotion promotion);
template <class Context>
void finish_failover_phase(Context& context, FailoverId id);
template <class Context>
void after_detection(Context& context, FailoverId id);
template <class Context>
void take_out(Context& context, FailoverId id);
template <class Context>
void cure(Context& context, FailoverId id, Promotion promotion);
template <class Context>
void attempt_restore(Context& context, FailoverId id, FailoverPhase first);
template <class Context>
void begin_restore(Context& context, FailoverId id);
template <class Context>
void restore_by_those_there(Context& context, FailoverId id);
template <class Context>
void finish_restore_phase(Context& context, FailoverId id);
template <class Context>
void release_target(Context& context, FailoverId id);

}  // namespace nines::engine

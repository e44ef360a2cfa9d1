// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/compile/program.hpp"

namespace nines::engine {

using namespace nines::compile;  // The engine speaks the program's ids throughout.

/// Where a unit is between two moments of working.
enum class Phase : std::uint8_t {
    working,
    hidden,             ///< Failed, not noticed yet.
    awaiting_failover,  ///< First the failover that its failure has caused.
    awaiting_part,
    awaiting_crew,
    responding,  ///< A crew member answers and travels.
    repairing,
};

/// What a member of a standby group is doing. A failover group's own host is `serving` or `out`.
enum class Role : std::uint8_t { out, serving, starting, idle };

/// How good the copy is that is promoted.
enum class Promotion : std::uint8_t {
    current,   ///< It lacks only what had not reached it when the primary failed.
    stale,     ///< It lacks all that was written since it was last seen; nothing newer is left.
    empty,     ///< Nothing is left.
    restored,  ///< It holds what was brought back from a backup, or from a copy that applies writes later.
};

/// Where a failover group stands, beside the roles of its copies.
struct FailoverState {
    FailoverPhase phase = FailoverPhase::serving;
    bool is_silent = false;                    ///< The failure that is being detected.
    bool is_alarm = false;                     ///< The primary is well: somebody takes it for dead.
    bool is_held = false;                      ///< Too soon after the last failover for another.
    Promotion promotion = Promotion::current;  ///< Of the copy that is chosen.
    bool is_returning = false;                 ///< The time until the failback runs.
    bool is_lapsing = false;                   ///< The time until the primary steps down runs.
    bool is_forced = false;     ///< A plan has promoted without a majority: none is asked for until then.
    bool is_restoring = false;  ///< Data are being brought back, by people who are being called perhaps.
    /// While it may serve before all is copied: the step, from 1, of Program::copying_steps; 0: all is there.
    std::uint16_t copying = 0;
};

/// What a balancer thinks of one of its targets.
struct EndpointState {
    bool in_rotation = true;
    bool is_silent = false;        ///< The failure that it has to notice.
    std::uint8_t ramp = 0;         ///< Step of its slow start, from 1; 0: it has its whole share.
    std::uint8_t views = 0xff;     ///< Bit c: the balancer's cohort c holds it to be in rotation.
    bool is_first = false;         ///< A plan has it sent to before all others.
    std::uint8_t first_views = 0;  ///< Bit c: the balancer's cohort c knows that.
};

/// How far a plan is.
struct PlanState {
    PlanPhase phase = PlanPhase::idle;
    std::uint8_t stage = 0;       ///< Of its steps.
    std::uint8_t left = 0;        ///< Steps of that stage that are not done.
    std::uint8_t down = 0;        ///< Bit c: what condition c names is down.
    std::uint8_t ripe = 0;        ///< .. for long enough.
    bool has_travelled = false;   ///< People have set out for its steps on site.
    std::uint32_t applied = 0;    ///< Bit s: step s is in effect.
    std::uint32_t restoring = 0;  ///< Bit s: the restore of step s is under way.
};

/// Units waiting for the same thing, first come first, as a list threaded through DiscreteState::next_waiting.
struct Queue {
    std::uint32_t first = ~0u;
    std::uint32_t last = ~0u;
    std::uint32_t length = 0;
};

struct CrewState {
    std::uint32_t free = 0;
    Queue waiting;
};

struct PoolState {
    std::uint32_t stock = 0;
    std::uint32_t orders = 0;  ///< Under way.
    Queue waiting;
};

/// Everything about a trial's present that is not a time: small whole numbers only, so that it can be copied,
/// hashed and enumerated. The clocks and the measurements are kept elsewhere.
struct DiscreteState {
    std::vector<Phase> phase;           ///< By unit.
    std::vector<std::int32_t> working;  ///< By gate: inputs that work.
    std::vector<Role> role;             ///< By host; empty if nothing has one.
    std::vector<FailoverState> failovers;
    std::vector<CopyRole> copy_role;
    std::vector<std::uint8_t> copy_is_near;  ///< By copy: found within the limit of lag in this failover.
    std::vector<EndpointState> endpoints;
    std::vector<std::uint8_t> warmth;   ///< By warm-up: step from 1, `cold` or `warm`; see engine/ramp.hpp.
    std::vector<std::uint8_t> resized;  ///< By resize: it has happened.
    std::vector<std::uint32_t> scale;   ///< By scaling: how many members are to serve.
    std::vector<PlanState> plans;
    std::vector<std::uint8_t> replacing;      ///< By care: the unit goes out for preventive replacement.
    std::vector<std::uint8_t> interrupted;    ///< By care: its repair was begun and then preempted.
    std::vector<std::uint32_t> next_waiting;  ///< By unit; empty if nothing ever waits.
    std::vector<CrewState> crews;
    std::vector<PoolState> pools;
};

/// Everything works, the first members of each standby group serve: of one that scales, as many as the load asks for.
DiscreteState initial_state(const Program& program);

/// One input of a gate ceases (or begins) to work and nothing reacts: only the counts follow. For putting a state
/// together; events use `shift`.
void withdraw_input(const Program& program, DiscreteState& state, GateId gate);
void supply_input(const Program& program, DiscreteState& state, GateId gate);

// --- queues ---------------------------------------------------------------------------------------------------

inline void push_back(DiscreteState& state, Queue& queue, UnitId unit) {
    state.next_waiting[+unit] = ~0u;
    if (queue.length == 0) {
        queue.first = +unit;
    } else {
        state.next_waiting[queue.last] = +unit;
    }
    queue.last = +unit;
    ++queue.length;
}

/// Takes the unit at `position` (0 = first) out of the queue.
inline UnitId take(DiscreteState& state, Queue& queue, std::uint32_t position) {
    std::uint32_t before = ~0u;
    std::uint32_t unit = queue.first;
    for (std::uint32_t i = 0; i < position; ++i) {
        before = unit;
        unit = state.next_waiting[unit];
    }
    const std::uint32_t after = state.next_waiting[unit];
    (before == ~0u ? queue.first : state.next_waiting[before]) = after;
    if (queue.last == unit) queue.last = before;
    --queue.length;
    return static_cast<UnitId>(unit);
}

/// Position of a unit that is in the queue.
inline std::uint32_t position_of(const DiscreteState& state, const Queue& queue, UnitId unit) {
    std::uint32_t position = 0;
    for (std::uint32_t at = queue.first; at != +unit; at = state.next_waiting[at]) ++position;
    return position;
}

}  // namespace nines::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "models/engine/units.hpp"

/// From failure to return: noticed, a part, a crew, on the way, repaired. Each stage may be absent.
namespace nines::engine {

template <class Context>
void begin_repair(Context& context, UnitId unit) {
    const CareId care = context.unit(unit).care;
    context.state().phase[+unit] = Phase::repairing;
    if (exists(care) && context.state().interrupted[+care] != 0) {
        context.state().interrupted[+care] = 0;
        context.resume_stage(unit);
    } else {
        context.begin_stage(unit, Phase::repairing);
    }
}

/// A free crew member takes the job.
template <class Context>
void dispatch(Context& context, UnitId unit) {
    const Care& care = context.program().cares[+context.unit(unit).care];
    const Crew& crew = context.program().crews[+care.crew];
    --context.state().crews[+care.crew].free;
    context.on_crew(care.crew, 1);
    const bool goes_on = context.state().interrupted[+context.unit(unit).care] != 0;
    if (!goes_on && (exists(crew.ack) || exists(crew.travel))) {
        context.state().phase[+unit] = Phase::responding;
        context.begin_stage(unit, Phase::responding);
    } else {
        begin_repair(context, unit);
    }
}

/// The job in hand that a more urgent one may interrupt: the least urgent being served, or none.
template <class Context>
UnitId least_urgent_served(Context& context, CrewId crew, std::int64_t below) {
    const Program& program = context.program();
    UnitId found = none<UnitId>;
    for (std::uint32_t u = 0; u < program.units.size(); ++u) {
        const Phase phase = context.state().phase[u];
        if (phase != Phase::responding && phase != Phase::repairing) continue;
        const CareId care = program.units[u].care;
        if (!exists(care) || program.cares[+care].crew != crew || program.cares[+care].planned) continue;
        if (program.cares[+care].priority >= below) continue;
        below = program.cares[+care].priority;
        found = static_cast<UnitId>(u);
    }
    return found;
}

template <class Context>
void wait_for_crew(Context& context, CrewId crew, UnitId unit) {
    context.state().phase[+unit] = Phase::awaiting_crew;
    push_back(context.state(), context.state().crews[+crew].waiting, unit);
}

template <class Context>
void request_crew(Context& context, UnitId unit) {
    const Care& care = context.program().cares[+context.unit(unit).care];
    if (!exists(care.crew)) return begin_repair(context, unit);
    context.stop_timer(unit);
    wait_for_crew(context, care.crew, unit);
    CrewState& crew = context.state().crews[+care.crew];
    if (crew.free == 0 && context.program().crews[+care.crew].preemptive) {
        const UnitId other = least_urgent_served(context, care.crew, care.priority);
        if (exists(other)) {
            const CareId of_other = context.unit(other).care;
            context.state().interrupted[+of_other] = context.state().phase[+other] == Phase::repairing ? 1 : 0;
            context.interrupt_stage(other);
            ++crew.free;
            context.on_crew(care.crew, -1);
            wait_for_crew(context, care.crew, other);
        }
    }
    serve_queue(context, care.crew);
}

/// Position in the queue of the job that goes next.
template <class Context>
std::uint32_t next_job(Context& context, CrewId id) {
    const Program& program = context.program();
    const Queue& queue = context.state().crews[+id].waiting;
    switch (program.crews[+id].order) {
        case scenario::CrewOrder::fifo: return 0;
        case scenario::CrewOrder::random: return queue.length == 1 ? 0 : context.choose(id, queue.length);
        case scenario::CrewOrder::priority: break;
    }
    std::uint32_t best = 0;
    std::uint32_t position = 0;
    std::int64_t highest = 0;
    for (std::uint32_t u = queue.first; u != ~0u; u = context.state().next_waiting[u], ++position) {
        const std::int64_t priority = program.cares[+program.units[u].care].priority;
        if (position == 0 || priority > highest) {
            highest = priority;
            best = position;
        }
    }
    return best;
}

template <class Context>
void serve_queue(Context& context, CrewId id) {
    CrewState& crew = context.state().crews[+id];
    while (crew.free > 0 && crew.waiting.length > 0) {
        if (!context.crew_is_open(id)) return context.await_opening(id);
        dispatch(context, take(context.state(), crew.waiting, next_job(context, id)));
    }
}

/// Somebody has noticed that the data are bad: their stores are taken out of service. The unit works again when they
/// have come back.
template <class Context>
void notice_bad_data(Context& context, UnitId unit) {
    const Program& program = context.program();
    context.stop_timer(unit);
    context.state().phase[+unit] = Phase::repairing;
    const Range corrupts = program.cares[+context.unit(unit).care].corrupts;
    for (std::uint32_t c = corrupts.begin; c < corrupts.end; ++c) {
        context.pending().push_back({PendingReaction::Kind::bad_data, +program.corruptions[c].store});
    }
}

template <class Context>
[[gnu::noinline]] void request_part(Context& context, UnitId unit) {
    const Care& care = context.program().cares[+context.unit(unit).care];
    if (!care.corrupts.empty()) return notice_bad_data(context, unit);
    const PoolId id = care.pool;
    if (!exists(id)) return request_crew(context, unit);
    PoolState& pool = context.state().pools[+id];
    // One order for each part used, unless a unit that was restored in another way has left an order over.
    const Pool& of = context.program().pools[+id];
    if (exists(of.reorder) && pool.stock + pool.orders <= of.stock + pool.waiting.length) {
        ++pool.orders;
        context.order_part(id);
    }
    if (pool.stock > 0) {
        --pool.stock;
        return request_crew(context, unit);
    }
    context.stop_timer(unit);
    context.state().phase[+unit] = Phase::awaiting_part;
    push_back(context.state(), pool.waiting, unit);
}

/// A part that was ordered has come.
template <class Context>
void receive_part(Context& context, PoolId id) {
    PoolState& pool = context.state().pools[+id];
    --pool.orders;
    if (pool.waiting.length == 0) {
        ++pool.stock;
    } else {
        request_crew(context, take(context.state(), pool.waiting, 0));
    }
}

/// A failover group whose members are repaired only when the failover is over.
inline FailoverId waits_for(const Program& program, HostId host) {
    const Range copies = program.hosts[+host].copies;
    for (std::uint32_t c = copies.begin; c < copies.end; ++c) {
        const FailoverId failover = program.copies[+program.copies_of_hosts[c]].failover;
        if (program.failovers[+failover].repairs_wait) return failover;
    }
    return none<FailoverId>;
}

template <class Context>
[[gnu::noinline]] void begin_care(Context& context, UnitId unit) {
    const CareId id = context.unit(unit).care;
    const Care& care = context.program().cares[+id];
    const HostId host = context.program().unit_hosts[+unit];
    if (!care.corrupts.empty()) {
        context.on_spoiled(unit);
        return tend(context, unit);
    }
    if (care.loses_backups) context.on_place_lost(host);
    if (care.loses_copies) { context.pending().push_back({PendingReaction::Kind::copy_health, +host}); }
    if (care.planned) return begin_repair(context, unit);
    if (const FailoverId failover = waits_for(context.program(), host); exists(failover)) {
        context.state().phase[+unit] = Phase::awaiting_failover;
        context.stop_timer(unit);
        context.pending().push_back({PendingReaction::Kind::conditions, +failover});
        return;
    }
    tend(context, unit);
}

/// What is to be done about a failure begins: it is noticed, or nobody knows of it yet.
template <class Context>
[[gnu::noinline]] void tend(Context& context, UnitId unit) {
    const CareId id = context.unit(unit).care;
    const Care& care = context.program().cares[+id];
    if (care.noticed_with_deploy) {
        context.state().phase[+unit] = Phase::hidden;
        return context.stop_timer(unit);
    }
    if (context.state().replacing[+id] == 0 && (exists(care.notice) || care.inspection)) {
        context.state().phase[+unit] = Phase::hidden;
        return context.begin_stage(unit, Phase::hidden);
    }
    request_part(context, unit);
}

/// The repair (or planned work, or replacement) is done.
template <class Context>
void finish_repair(Context& context, UnitId unit) {
    const CareId id = context.unit(unit).care;
    if (!exists(id)) return restore(context, unit);
    const Care& care = context.program().cares[+id];
    const bool had_crew = exists(care.crew) && !care.planned;
    if (had_crew) {
        ++context.state().crews[+care.crew].free;
        context.on_crew(care.crew, -1);
    }
    restore(context, unit);
    if (had_crew) serve_queue(context, care.crew);
}

/// Somebody puts the unit right from outside, wherever its repair stands.
template <class Context>
void restore_now(Context& context, UnitId unit) {
    DiscreteState& state = context.state();
    if (state.phase[+unit] == Phase::working) return;
    const CareId id = context.unit(unit).care;
    if (!exists(id)) return restore(context, unit);
    const Care& care = context.program().cares[+id];
    const auto leave = [&](Queue& queue) { take(state, queue, position_of(state, queue, unit)); };
    state.interrupted[+id] = 0;
    switch (state.phase[+unit]) {
        case Phase::awaiting_part: leave(state.pools[+care.pool].waiting); break;
        case Phase::awaiting_crew: leave(state.crews[+care.crew].waiting); break;
        case Phase::responding:
        case Phase::repairing: return finish_repair(context, unit);
        case Phase::working:
        case Phase::awaiting_failover:
        case Phase::hidden: break;
    }
    restore(context, unit);
}

}  // namespace nines::engine

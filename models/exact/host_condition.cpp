// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/host_condition.hpp"

#include <algorithm>

namespace nines::exact {

using engine::Phase;
using engine::Role;

namespace {

// A unit's half word: phase 3 bits, interrupted 1, replacing 1, rank 11, timer 8.
constexpr int interrupted_bit = 3;
constexpr int replacing_bit = 4;
constexpr int rank_shift = 5;
constexpr std::uint32_t most_rank = (1u << 11) - 1;
constexpr int timer_shift = 16;

bool has_start(const Program& program, const Host& host) {
    return exists(host.standby) && exists(program.standbys[+host.standby].start);
}

sim::Leaf start_leaf(const Program& program, const Host& host) {
    return program.standbys[+host.standby].first_leaf + host.member;
}

// A copy's half word: role 4 bits, near 1, timer 8.
constexpr int near_bit = 4;
// A failover group's first half word: phase 5 bits, silent 1, alarm 1, held 1, promotion 2, returning 1, lapsing 1, and
// two timers; three more timers in the second.
constexpr std::uint32_t phase_bits = 31;
constexpr int silent_bit = 5;
constexpr int alarm_bit = 6;
constexpr int held_bit = 7;
constexpr int promotion_shift = 8;
constexpr int returning_bit = 10;
constexpr int lapsing_bit = 11;
constexpr int forced_bit = 12;
constexpr int return_shift = 16;
constexpr int step_down_shift = 24;

std::uint32_t packed(const engine::FailoverState& state) {
    return static_cast<std::uint32_t>(state.phase) | std::uint32_t{state.is_silent} << silent_bit |
           std::uint32_t{state.is_alarm} << alarm_bit | std::uint32_t{state.is_held} << held_bit |
           static_cast<std::uint32_t>(state.promotion) << promotion_shift |
           std::uint32_t{state.is_returning} << returning_bit | std::uint32_t{state.is_lapsing} << lapsing_bit |
           std::uint32_t{state.is_forced} << forced_bit;
}

engine::FailoverState unpacked(std::uint32_t value) {
    engine::FailoverState state;
    state.phase = static_cast<FailoverPhase>(value & phase_bits);
    state.is_silent = (value >> silent_bit & 1) != 0;
    state.is_alarm = (value >> alarm_bit & 1) != 0;
    state.is_held = (value >> held_bit & 1) != 0;
    state.promotion = static_cast<engine::Promotion>(value >> promotion_shift & 3);
    state.is_returning = (value >> returning_bit & 1) != 0;
    state.is_lapsing = (value >> lapsing_bit & 1) != 0;
    state.is_forced = (value >> forced_bit & 1) != 0;
    return state;
}

// A plan's first half word: phase 4 bits, stage and steps left 5 bits each, conditions down and ripe 8 bits each,
// travelled 1; its second: the steps in effect; then its timers, four to a half word.
constexpr std::uint32_t plan_phase_bits = 15;
constexpr std::uint32_t plan_count_bits = 31;
constexpr int plan_stage_shift = 4;
constexpr int plan_left_shift = 9;
constexpr int plan_down_shift = 14;
constexpr int plan_ripe_shift = 22;
constexpr int plan_travelled_bit = 30;
constexpr std::uint32_t timers_in_half = 4;

std::uint32_t packed(const engine::PlanState& state) {
    return static_cast<std::uint32_t>(state.phase) | std::uint32_t{state.stage} << plan_stage_shift |
           std::uint32_t{state.left} << plan_left_shift | std::uint32_t{state.down} << plan_down_shift |
           std::uint32_t{state.ripe} << plan_ripe_shift | std::uint32_t{state.has_travelled} << plan_travelled_bit;
}

engine::PlanState unpacked_plan(std::uint32_t value) {
    engine::PlanState state;
    state.phase = static_cast<PlanPhase>(value & plan_phase_bits);
    state.stage = static_cast<std::uint8_t>(value >> plan_stage_shift & plan_count_bits);
    state.left = static_cast<std::uint8_t>(value >> plan_left_shift & plan_count_bits);
    state.down = static_cast<std::uint8_t>(value >> plan_down_shift);
    state.ripe = static_cast<std::uint8_t>(value >> plan_ripe_shift);
    state.has_travelled = (value >> plan_travelled_bit & 1) != 0;
    return state;
}

std::size_t halves_of_plan(const RecoveryPlan& plan) {
    return 2 + (plan.timer_count() + timers_in_half - 1) / timers_in_half;
}

bool has_role(const Host& host) {
    return exists(host.standby) || exists(host.failover) || exists(host.balancer) || exists(host.latch);
}

bool is_served(const Care& care, Phase phase) {
    return (phase == Phase::responding || phase == Phase::repairing) && exists(care.crew) && !care.planned;
}

}  // namespace

HostConditions::HostConditions(const Program& program)
    : program_(&program),
      units_of_crew_(program.crews.size()),
      units_of_pool_(program.pools.size()),
      rank_(program.units.size()) {
    for (std::uint32_t u = 0; u < program.units.size(); ++u) {
        if (!exists(program.units[u].care)) continue;
        const Care& care = program.cares[+program.units[u].care];
        if (exists(care.crew)) units_of_crew_[+care.crew].push_back(static_cast<UnitId>(u));
        if (exists(care.pool)) units_of_pool_[+care.pool].push_back(static_cast<UnitId>(u));
    }
}

std::size_t HostConditions::word_count(HostId id) const {
    const Host& host = program_->hosts[+id];
    const std::size_t halves = host.units.size() + 1 + host.copies.size() + host.endpoints.size() +
                               (exists(host.failover) ? 2 : 0) +
                               (exists(host.plan) ? halves_of_plan(program_->plans[+host.plan]) : 0);
    return (halves + 1) / 2;
}

void HostConditions::describe(const ChainState& state, HostId id, std::uint64_t* words) const {
    const Host& host = program_->hosts[+id];
    std::uint32_t half = 0;
    const auto add = [&](std::uint32_t value) {
        if (half % 2 == 0) words[half / 2] = 0;
        words[half / 2] |= static_cast<std::uint64_t>(value) << (half % 2 * 32);
        ++half;
    };
    for (std::uint32_t u = host.units.begin; u < host.units.end; ++u) {
        const Phase phase = state.discrete.phase[u];
        auto value = static_cast<std::uint32_t>(phase);
        if (const CareId care = program_->units[u].care; exists(care)) {
            value |= static_cast<std::uint32_t>(state.discrete.interrupted[+care]) << interrupted_bit;
            value |= static_cast<std::uint32_t>(state.discrete.replacing[+care]) << replacing_bit;
            const bool waits = phase == Phase::awaiting_crew || phase == Phase::awaiting_part;
            if (waits) value |= static_cast<std::uint32_t>(rank_[u]) << rank_shift;
        }
        add(value | static_cast<std::uint32_t>(state.timer[u]) << timer_shift);
    }
    std::uint32_t own = 0;
    if (has_role(host)) own = static_cast<std::uint32_t>(state.discrete.role[+id]);
    if (has_start(*program_, host)) {
        own |= static_cast<std::uint32_t>(state.timer[start_leaf(*program_, host)]) << timer_shift;
    }
    add(own);
    for (std::uint32_t c = host.copies.begin; c < host.copies.end; ++c) {
        const CopyId copy = program_->copies_of_hosts[c];
        const std::uint32_t timer = state.timer[program_->copies[+copy].leaf];
        add(static_cast<std::uint32_t>(state.discrete.copy_role[+copy]) |
            std::uint32_t{state.discrete.copy_is_near[+copy]} << near_bit | timer << timer_shift);
    }
    for (std::uint32_t e = host.endpoints.begin; e < host.endpoints.end; ++e) {
        const EndpointId endpoint = program_->endpoints_of_hosts[e];
        const engine::EndpointState& seen = state.discrete.endpoints[+endpoint];
        const std::uint32_t timer = state.timer[program_->endpoints[+endpoint].leaf];
        add(std::uint32_t{seen.in_rotation} | std::uint32_t{seen.is_silent} << 1 | std::uint32_t{seen.is_first} << 2 |
            timer << timer_shift);
    }
    if (exists(host.plan)) {
        const RecoveryPlan& plan = program_->plans[+host.plan];
        add(packed(state.discrete.plans[+host.plan]));
        add(state.discrete.plans[+host.plan].applied);
        for (std::uint32_t t = 0; t < plan.timer_count(); t += timers_in_half) {
            std::uint32_t timers = 0;
            for (std::uint32_t i = 0; i < timers_in_half && t + i < plan.timer_count(); ++i) {
                timers |= std::uint32_t{state.timer[plan.first_leaf + t + i]} << (8 * i);
            }
            add(timers);
        }
    }
    if (!exists(host.failover)) return;
    const FailoverGroup& group = program_->failovers[+host.failover];
    std::uint32_t first = packed(state.discrete.failovers[+host.failover]);
    if (group.waits_to_return()) first |= std::uint32_t{state.timer[group.return_leaf]} << return_shift;
    if (group.waits_to_step_down()) first |= std::uint32_t{state.timer[group.step_down_leaf]} << step_down_shift;
    add(first);
    add(std::uint32_t{state.timer[group.stage_leaf]} | std::uint32_t{state.timer[group.alarm_leaf]} << 8 |
        std::uint32_t{state.timer[group.hold_leaf]} << 16);
}

void HostConditions::place_role(ChainState& state, HostId id, Role role) const {
    const Host& host = program_->hosts[+id];
    const Role before = state.discrete.role[+id];
    state.discrete.role[+id] = role;
    const GateId serving = exists(host.failover)   ? program_->failovers[+host.failover].serving
                           : exists(host.balancer) ? program_->balancers[+host.balancer].serving
                           : exists(host.latch)    ? program_->latches[+host.latch].serving
                                                   : program_->standbys[+host.standby].serving[host.member];
    if (before == Role::serving && role != Role::serving) engine::withdraw_input(*program_, state.discrete, serving);
    if (before != Role::serving && role == Role::serving) engine::supply_input(*program_, state.discrete, serving);
}

void HostConditions::put(const std::uint64_t* words, HostId id, ChainState& state) {
    const Host& host = program_->hosts[+id];
    std::uint32_t half = 0;
    const auto next = [&] {
        const auto value = static_cast<std::uint32_t>(words[half / 2] >> (half % 2 * 32));
        ++half;
        return value;
    };
    for (std::uint32_t u = host.units.begin; u < host.units.end; ++u) {
        const std::uint32_t value = next();
        const auto phase = static_cast<Phase>(value & 7);
        state.discrete.phase[u] = phase;
        state.timer[u] = static_cast<std::uint8_t>(value >> timer_shift);
        if (phase != Phase::working) engine::withdraw_input(*program_, state.discrete, program_->units[u].gate);
        const CareId care = program_->units[u].care;
        if (!exists(care)) continue;
        state.discrete.interrupted[+care] = (value >> interrupted_bit) & 1;
        state.discrete.replacing[+care] = (value >> replacing_bit) & 1;
        rank_[u] = static_cast<std::uint16_t>((value >> rank_shift) & most_rank);
        const Care& of = program_->cares[+care];
        if (is_served(of, phase)) --state.discrete.crews[+of.crew].free;
    }
    const std::uint32_t own = next();
    if (has_role(host)) place_role(state, id, static_cast<Role>(own & 3));
    if (has_start(*program_, host)) {
        state.timer[start_leaf(*program_, host)] = static_cast<std::uint8_t>(own >> timer_shift);
    }
    for (std::uint32_t c = host.copies.begin; c < host.copies.end; ++c) {
        const CopyId copy = program_->copies_of_hosts[c];
        const std::uint32_t value = next();
        state.discrete.copy_role[+copy] = static_cast<CopyRole>(value & 15);
        state.discrete.copy_is_near[+copy] = value >> near_bit & 1;
        state.timer[program_->copies[+copy].leaf] = static_cast<std::uint8_t>(value >> timer_shift);
    }
    for (std::uint32_t e = host.endpoints.begin; e < host.endpoints.end; ++e) {
        const EndpointId endpoint = program_->endpoints_of_hosts[e];
        const std::uint32_t value = next();
        state.discrete.endpoints[+endpoint] = {(value & 1) != 0, (value >> 1 & 1) != 0};
        state.discrete.endpoints[+endpoint].is_first = (value >> 2 & 1) != 0;
        state.timer[program_->endpoints[+endpoint].leaf] = static_cast<std::uint8_t>(value >> timer_shift);
    }
    if (exists(host.plan)) {
        const RecoveryPlan& plan = program_->plans[+host.plan];
        engine::PlanState& of = state.discrete.plans[+host.plan];
        of = unpacked_plan(next());
        of.applied = next();
        for (std::uint32_t t = 0; t < plan.timer_count(); t += timers_in_half) {
            const std::uint32_t timers = next();
            for (std::uint32_t i = 0; i < timers_in_half && t + i < plan.timer_count(); ++i) {
                state.timer[plan.first_leaf + t + i] = static_cast<std::uint8_t>(timers >> (8 * i));
            }
        }
    }
    if (!exists(host.failover)) return;
    const FailoverGroup& group = program_->failovers[+host.failover];
    const std::uint32_t first = next();
    state.discrete.failovers[+host.failover] = unpacked(first);
    if (group.waits_to_return()) state.timer[group.return_leaf] = static_cast<std::uint8_t>(first >> return_shift);
    if (group.waits_to_step_down()) {
        state.timer[group.step_down_leaf] = static_cast<std::uint8_t>(first >> step_down_shift);
    }
    const std::uint32_t timers = next();
    state.timer[group.stage_leaf] = static_cast<std::uint8_t>(timers);
    state.timer[group.alarm_leaf] = static_cast<std::uint8_t>(timers >> 8);
    state.timer[group.hold_leaf] = static_cast<std::uint8_t>(timers >> 16);
}

void HostConditions::withdraw(HostId id, ChainState& state) const {
    const Host& host = program_->hosts[+id];
    for (std::uint32_t u = host.units.begin; u < host.units.end; ++u) {
        const Phase phase = state.discrete.phase[u];
        if (phase == Phase::working) continue;
        engine::supply_input(*program_, state.discrete, program_->units[u].gate);
        const CareId care = program_->units[u].care;
        if (exists(care) && is_served(program_->cares[+care], phase)) {
            ++state.discrete.crews[+program_->cares[+care].crew].free;
        }
        state.discrete.phase[u] = Phase::working;
    }
}

bool HostConditions::rank_queue(const engine::DiscreteState& state, const engine::Queue& queue, bool by_priority) {
    std::uint32_t rank = 0;
    const auto priority = [&](std::uint32_t u) { return program_->cares[+program_->units[u].care].priority; };
    for (std::uint32_t u = queue.first; u != ~0u; u = state.next_waiting[u], ++rank) {
        if (by_priority) {
            // Its place among those of the same priority; others never come between.
            rank = 0;
            for (std::uint32_t v = queue.first; v != u; v = state.next_waiting[v]) {
                rank += priority(v) == priority(u) ? 1 : 0;
            }
        }
        if (rank > most_rank) return false;
        rank_[u] = static_cast<std::uint16_t>(rank);
    }
    return true;
}

bool HostConditions::rank(const engine::DiscreteState& state) {
    for (const engine::PoolState& pool : state.pools) {
        if (!rank_queue(state, pool.waiting, false)) return false;
    }
    for (std::size_t c = 0; c < state.crews.size(); ++c) {
        const scenario::CrewOrder order = program_->crews[c].order;
        if (order == scenario::CrewOrder::random) continue;
        if (!rank_queue(state, state.crews[c].waiting, order == scenario::CrewOrder::priority)) return false;
    }
    return true;
}

bool HostConditions::waits_in_order(UnitId unit, Phase phase) const {
    if (phase == Phase::awaiting_part) return true;
    if (phase != Phase::awaiting_crew) return false;
    const CrewId crew = program_->cares[+program_->units[+unit].care].crew;
    return program_->crews[+crew].order != scenario::CrewOrder::random;
}

void HostConditions::rebuild_queue(engine::DiscreteState& state, const std::vector<UnitId>& units, Phase waiting,
                                   bool in_order, engine::Queue& queue) {
    engine::Queue built;  // a local one: the compiler keeps it in registers
    if (!in_order) {
        for (const UnitId unit : units) {
            if (state.phase[+unit] == waiting) push_back(state, built, unit);
        }
    } else {
        waiting_.clear();
        for (const UnitId unit : units) {
            if (state.phase[+unit] == waiting) waiting_.push_back({rank_[+unit], unit});
        }
        std::ranges::stable_sort(waiting_, {}, &Waiting::rank);
        for (const Waiting& job : waiting_) push_back(state, built, job.unit);
    }
    queue = built;
}

void HostConditions::rebuild_queues(ChainState& state) {
    engine::DiscreteState& discrete = state.discrete;
    for (std::size_t c = 0; c < discrete.crews.size(); ++c) {
        const bool in_order = program_->crews[c].order != scenario::CrewOrder::random;
        rebuild_queue(discrete, units_of_crew_[c], Phase::awaiting_crew, in_order, discrete.crews[c].waiting);
    }
    for (std::size_t p = 0; p < discrete.pools.size(); ++p) {
        rebuild_queue(discrete, units_of_pool_[p], Phase::awaiting_part, true, discrete.pools[p].waiting);
    }
}

}  // namespace nines::exact

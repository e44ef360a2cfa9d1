// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/engine/balancing.hpp"

namespace nines::engine {

/// Is a unit that does not work out of service because somebody meant it to be: planned work, a deploy, or preventive
/// replacement?
inline bool is_out_on_purpose(const Program& program, const DiscreteState& state, UnitId id) {
    const CareId care = program.units[+id].care;
    return program.unit_planned[+id] || (exists(care) && state.replacing[+care] != 0);
}

/// These phases say why a failover did not take its ordinary course; the others go without saying.
constexpr bool is_remarkable(FailoverPhase phase) {
    switch (phase) {
        case FailoverPhase::by_hand:
        case FailoverPhase::restoring:
        case FailoverPhase::stalled:
        case FailoverPhase::stranded:
        case FailoverPhase::stepped_down:
        case FailoverPhase::blocked: return true;
        case FailoverPhase::serving:
        case FailoverPhase::restarting:
        case FailoverPhase::detecting:
        case FailoverPhase::deciding:
        case FailoverPhase::fencing:
        case FailoverPhase::promoting:
        case FailoverPhase::redirecting:
        case FailoverPhase::warming:
        case FailoverPhase::calling:
        case FailoverPhase::consulting:
        case FailoverPhase::switching:
        case FailoverPhase::travelling:
        case FailoverPhase::provisioning:
        case FailoverPhase::fetching:
        case FailoverPhase::replaying:
        case FailoverPhase::checking:
        case FailoverPhase::starting: break;
    }
    return false;
}

/// The group's phase belongs to what is said of an outage. Where nobody takes over, the primary is just waited for.
inline bool is_remarkable(const FailoverGroup& group, FailoverPhase phase) {
    return is_remarkable(phase) && (!nobody_takes_over(group) || is_restore(phase));
}

/// Calls `visit(unit)` for everything that is down on a host and in the domains around it.
template <class Visit>
void for_each_down(const Program& program, const DiscreteState& state, HostId id, const Visit& visit) {
    const Host& host = program.hosts[+id];
    for (std::uint32_t u = host.units.begin; u < host.units.end; ++u) {
        if (state.phase[u] == Phase::working || leaves_at_work(program.unit_effects[u])) continue;
        visit(static_cast<UnitId>(u));
    }
    for (std::uint32_t d = host.domains.begin; d < host.domains.end; ++d) {
        for_each_down(program, state, program.domains_of_hosts[d], visit);
    }
}

/// Walks through all that holds a line down in a state: every failed unit in its cone, and what keeps standby members,
/// stores and balancers from serving. What it meets goes to a visitor:
///
///     bool has_room() const;          // else the walk ends
///     void unit(UnitId);              // failed; one unit may be met twice
///     void starting(std::uint32_t label);                  // a standby member is about to serve, a service to start
///     void store();                   // what follows, up to its phase, is met for its sake
///     void alarm(std::uint32_t label);                     // somebody takes its primary for dead
///     void phase(std::uint32_t label);                     // its failover has left its ordinary course
///     void handover(std::uint32_t label);                  // all is well: it hands over to the preferred copy
///
/// Of a store it is what is down on the host of the primary and around it. What is down with the other copies is met
/// when none of them can take over, or when the primary itself is well and waits for them.
class CauseWalk {
public:
    explicit CauseWalk(const Program& program) : program_(&program), seen_(program.gates.size(), 0) {}

    /// A new search: every gate may be met again.
    void begin() { ++round_; }

    /// Precondition: the line is down.
    template <class Visitor>
    void through(const DiscreteState& state, LineId line, Visitor& visitor) {
        through(state, program_->lines[+line].gate, visitor);
    }

    /// Every target of the balancer, and of those behind it, that does not work.
    template <class Visitor>
    void through_targets(const DiscreteState& state, BalancerId id, Visitor& visitor) {
        const Balancer& balancer = program_->balancers[+id];
        if (exists(balancer.available) && !is_up(*program_, state, balancer.available)) {
            through(state, balancer.available, visitor);
        }
        for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end && visitor.has_room(); ++e) {
            const Endpoint& endpoint = program_->endpoints[e];
            if (exists(endpoint.next)) through_targets(state, endpoint.next, visitor);
            if (!exists(endpoint.next) && !works(*program_, state, endpoint)) through(state, endpoint.works, visitor);
        }
    }

    /// Every slow mode of a server of the balancer, and of those behind it, that is not over.
    template <class Visitor>
    void through_slow_targets(const DiscreteState& state, BalancerId id, Visitor& visitor) {
        const Balancer& balancer = program_->balancers[+id];
        for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end && visitor.has_room(); ++e) {
            const Endpoint& endpoint = program_->endpoints[e];
            if (exists(endpoint.next)) through_slow_targets(state, endpoint.next, visitor);
            const Range modes = program_->capacity_rules[+endpoint.host].slow_modes;
            for (std::uint32_t m = modes.begin; m < modes.end; ++m) {
                const UnitId unit = program_->slow_modes[m].unit;
                if (state.phase[+unit] != Phase::working) visitor.unit(unit);
            }
        }
    }

private:
    template <class Visitor>
    void through(const DiscreteState& state, GateId gate, Visitor& visitor) {
        if (seen_[+gate] == round_) return;
        seen_[+gate] = round_;
        const Range units = program_->gate_units[+gate];
        for (std::uint32_t i = units.begin; i < units.end && visitor.has_room(); ++i) {
            const UnitId unit = program_->units_of_gates[i];
            if (state.phase[+unit] != Phase::working) visitor.unit(unit);
        }
        if (const HostId host = program_->role_of_gate[+gate]; exists(host)) through_role(state, host, visitor);
        const Range lines = program_->gate_lines[+gate];
        for (std::uint32_t i = lines.begin; i < lines.end && visitor.has_room(); ++i) {
            const LineId line = program_->lines_of_gates[i];
            if (!is_up(*program_, state, line)) through(state, line, visitor);
        }
    }

    template <class Visitor>
    void through_role(const DiscreteState& state, HostId id, Visitor& visitor) {
        const Host& host = program_->hosts[+id];
        const Role role = state.role[+id];
        if (exists(host.failover)) {
            if (role != Role::serving) through_store(state, host.failover, visitor);
        } else if (exists(host.balancer)) {
            if (role != Role::serving) through_targets(state, host.balancer, visitor);
        } else if (exists(host.latch)) {
            const Latch& latch = program_->latches[+host.latch];
            if (role == Role::serving || !is_up(*program_, state, latch.goes_on)) return;
            through(state, latch.starts, visitor);
            visitor.starting(latch.label);
        } else if (role == Role::starting) {
            visitor.starting(program_->standbys[+host.standby].label);
        }
    }

    template <class Visitor>
    void through_store(const DiscreteState& state, FailoverId id, Visitor& visitor) {
        const FailoverGroup& group = program_->failovers[+id];
        const FailoverState& failover = state.failovers[+id];
        const CopyId primary = first_with(*program_, state, id, CopyRole::primary);
        const bool primary_is_lost = exists(primary) && !is_reachable(*program_, state, primary);
        const bool all_matter =
            !primary_is_lost || is_remarkable(failover.phase) || !has_reachable_replica(*program_, state, id);
        visitor.store();
        if (failover.phase == FailoverPhase::switching && !primary_is_lost) {
            return visitor.handover(group.label_of(failover.phase));
        }
        if (failover.phase == FailoverPhase::stepped_down) through_conditions(state, group, visitor);
        for_each_bad(*program_, state, id, [&](UnitId unit) { visitor.unit(unit); });
        for (std::uint32_t c = group.copies.begin; c < group.copies.end; ++c) {
            if (failover.is_alarm || (!all_matter && c != +primary)) continue;
            for_each_down(*program_, state, program_->copies[c].host, [&](UnitId unit) { visitor.unit(unit); });
        }
        if (failover.is_alarm) visitor.alarm(group.alarm_label());
        if (is_remarkable(group, failover.phase)) visitor.phase(group.label_of(failover.phase));
    }

    /// What the failover needs and does not have.
    template <class Visitor>
    void through_conditions(const DiscreteState& state, const FailoverGroup& group, Visitor& visitor) {
        for (std::uint32_t c = group.conditions.begin; c < group.conditions.end && visitor.has_room(); ++c) {
            const LineId line = program_->failover_lines[c];
            if (!is_up(*program_, state, line)) through(state, line, visitor);
        }
    }

    const Program* program_;
    std::vector<std::uint64_t> seen_;  ///< By gate: the last round in which it was met.
    std::uint64_t round_ = 0;
};

}  // namespace nines::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "models/engine/gates.hpp"

/// What can be said of the copies of a failover group at a moment.
namespace nines::engine {

/// The primary's clients write in this phase, or would if they were not kept waiting for a replica.
constexpr bool has_source(FailoverPhase phase) {
    return phase == FailoverPhase::serving || phase == FailoverPhase::stalled || phase == FailoverPhase::blocked;
}

/// A primary is at work in this phase: its loss begins another failover.
constexpr bool has_primary_at_work(FailoverPhase phase) {
    return has_source(phase) || phase == FailoverPhase::redirecting || phase == FailoverPhase::warming ||
           phase == FailoverPhase::starting;
}

/// Nothing is under way: the group waits for somebody to come back.
constexpr bool is_waiting(FailoverPhase phase) {
    return phase == FailoverPhase::stranded || phase == FailoverPhase::stepped_down;
}

/// Nothing is done yet: people have to come and decide.
constexpr bool calls_people(FailoverPhase phase) {
    return phase == FailoverPhase::calling || phase == FailoverPhase::consulting || phase == FailoverPhase::travelling;
}

/// Nothing was acknowledged that a copy in this role may lack, but for its lag.
constexpr bool is_current(CopyRole role) {
    return role == CopyRole::replica || role == CopyRole::primary || role == CopyRole::chosen ||
           role == CopyRole::absent;
}

/// It holds data, however old.
constexpr bool has_data(CopyRole role) {
    return role != CopyRole::lost && role != CopyRole::refilling && role != CopyRole::restoring &&
           role != CopyRole::bare;
}

/// With shared storage, and where a majority has every write, an absence makes nobody stale.
constexpr bool absence_ages(ReplicationMode mode) {
    return mode != ReplicationMode::shared && mode != ReplicationMode::quorum;
}

inline bool is_reachable(const Program& program, const DiscreteState& state, CopyId copy) {
    return is_up(program, state, program.hosts[+program.copies[+copy].host].available);
}

/// A failure of the host itself with this effect is not over.
inline bool has_failed_with(const Program& program, const DiscreteState& state, HostId host, scenario::Effect effect) {
    const Range units = program.hosts[+host].units;
    for (std::uint32_t u = units.begin; u < units.end; ++u) {
        if (state.phase[u] != Phase::working && program.unit_effects[u] == effect) return true;
    }
    return false;
}

/// A failure with this effect leaves the host running: it cannot be reached, or it is slow.
constexpr bool leaves_running(scenario::Effect effect) {
    return effect == scenario::Effect::partition || leaves_at_work(effect);
}

/// The host runs, reachable or not: whatever is wrong with it or around it only cuts it off.
inline bool is_alive(const Program& program, const DiscreteState& state, HostId id) {
    const Host& host = program.hosts[+id];
    for (std::uint32_t u = host.units.begin; u < host.units.end; ++u) {
        if (state.phase[u] == Phase::working) continue;
        if (!leaves_running(program.unit_effects[u])) return false;
    }
    for (std::uint32_t d = host.domains.begin; d < host.domains.end; ++d) {
        if (!is_alive(program, state, program.domains_of_hosts[d])) return false;
    }
    return true;
}

/// The data on this host are gone: its own failure, or one of a domain around it, has taken them and is not over.
inline bool has_lost_data(const Program& program, const DiscreteState& state, HostId id) {
    if (has_failed_with(program, state, id, scenario::Effect::lose_data)) return true;
    const Range domains = program.hosts[+id].domains;
    for (std::uint32_t d = domains.begin; d < domains.end; ++d) {
        if (has_lost_data(program, state, program.domains_of_hosts[d])) return true;
    }
    return false;
}

/// Calls `visit(unit)` for each failure that has made the data of a store bad, and that somebody has noticed.
template <class Visit>
void for_each_bad(const Program& program, const DiscreteState& state, FailoverId id, const Visit& visit) {
    const Range corruptions = program.failovers[+id].corruptions;
    for (std::uint32_t c = corruptions.begin; c < corruptions.end; ++c) {
        const UnitId unit = program.corruptions[+program.corruptions_of_stores[c]].unit;
        if (state.phase[+unit] == Phase::repairing) visit(unit);
    }
}

/// Whose timer this is. Precondition: it is one of a failover group.
inline FailoverId group_with_timer(const Program& program, sim::Leaf leaf) {
    const Leaves& leaves = program.leaves;
    if (leaf < leaves.returns) return static_cast<FailoverId>((leaf - leaves.failovers) / 3);
    std::uint32_t f = 0;
    const auto has = [&](const FailoverGroup& group) {
        return (group.waits_to_return() && leaf == group.return_leaf) ||
               (group.serves_while_copying && leaf == group.copying_leaf) ||
               (group.waits_to_step_down() && leaf == group.step_down_leaf);
    };
    while (!has(program.failovers[f])) ++f;
    return static_cast<FailoverId>(f);
}

/// Replicas cut off like this copy, but alive, that could acknowledge what it writes.
inline std::uint32_t acknowledging_apart(const Program& program, const DiscreteState& state, CopyId id) {
    const Range copies = program.failovers[+program.copies[+id].failover].copies;
    std::uint32_t count = 0;
    for (std::uint32_t c = copies.begin; c < copies.end; ++c) {
        const auto other = static_cast<CopyId>(c);
        const bool is_there = other != id && program.copies[c].may_be_in_sync && has_data(state.copy_role[c]);
        if (!is_there || is_reachable(program, state, other)) continue;
        count += is_alive(program, state, program.copies[c].host) ? 1 : 0;
    }
    return count;
}

/// A primary in the role of this copy that cannot be reached may go on taking writes from whoever it can still hear.
/// Where a majority has to have a write, it cannot, nor where too few replicas are left to acknowledge and it blocks.
inline bool takes_writes_apart(const Program& program, const DiscreteState& state, CopyId id) {
    const Copy& copy = program.copies[+id];
    const FailoverGroup& group = program.failovers[+copy.failover];
    if (group.mode == ReplicationMode::quorum || !is_alive(program, state, copy.host)) return false;
    return !group.blocks || acknowledging_apart(program, state, id) >= group.acks;
}

/// Nobody who asks it gets as much as a refusal.
inline bool is_silent(const Program& program, const DiscreteState& state, HostId id) {
    const Host& host = program.hosts[+id];
    for (std::uint32_t d = host.domains.begin; d < host.domains.end; ++d) {
        if (!is_up(program, state, program.host_domains[d])) return true;
    }
    return has_failed_with(program, state, id, scenario::Effect::hang) ||
           has_failed_with(program, state, id, scenario::Effect::partition);
}

/// The host is out for planned work and for nothing else.
inline bool is_out_by_plan(const Program& program, const DiscreteState& state, HostId id) {
    const Host& host = program.hosts[+id];
    for (std::uint32_t u = host.units.begin; u < host.units.begin + host.own_units; ++u) {
        if (state.phase[u] != Phase::working && !leaves_at_work(program.unit_effects[u])) return false;
    }
    for (std::uint32_t d = host.domains.begin; d < host.domains.end; ++d) {
        if (!is_up(program, state, program.host_domains[d])) return false;
    }
    return host.own_units < host.units.size();
}

/// The copy with this role that stands first; none if there is none.
inline CopyId first_with(const Program& program, const DiscreteState& state, FailoverId id, CopyRole role) {
    const Range copies = program.failovers[+id].copies;
    for (std::uint32_t c = copies.begin; c < copies.end; ++c) {
        if (state.copy_role[c] == role) return static_cast<CopyId>(c);
    }
    return none<CopyId>;
}

/// Replicas that acknowledge before a commit returns, as far as they are there; on request without those that were lost
/// this instant.
inline std::uint32_t acknowledging(const Program& program, const DiscreteState& state, FailoverId id,
                                   bool reachable_only = false) {
    const Range copies = program.failovers[+id].copies;
    std::uint32_t count = 0;
    for (std::uint32_t c = copies.begin; c < copies.end; ++c) {
        if (!program.copies[c].may_be_in_sync || state.copy_role[c] != CopyRole::replica) continue;
        count += !reachable_only || is_reachable(program, state, static_cast<CopyId>(c)) ? 1 : 0;
    }
    return count;
}

/// Fewer replicas acknowledge than the scenario asks for.
inline bool lacks_replicas(const Program& program, const DiscreteState& state, FailoverId id) {
    const std::uint32_t acks = program.failovers[+id].acks;
    return acks > 0 && acknowledging(program, state, id) < acks;
}

/// Of the replicas that must acknowledge by name, the first so many, one is lost and not given up yet.
inline bool lacks_named_replica(const Program& program, const DiscreteState& state, FailoverId id) {
    const FailoverGroup& group = program.failovers[+id];
    std::uint32_t named = 0;
    for (std::uint32_t c = group.copies.begin; c < group.copies.end && named < group.acks; ++c) {
        if (!program.copies[c].may_be_in_sync) continue;
        if (state.copy_role[c] == CopyRole::absent) return true;
        named += state.copy_role[c] == CopyRole::replica ? 1 : 0;
    }
    return false;
}

/// Does the copy have every write that was acknowledged before the primary failed? With `acks` of them in sync it is
/// the first so many that are; the primary's own writes stop at its failure, so who was lost with it still counts.
inline bool is_in_sync(const Program& program, const DiscreteState& state, CopyId id) {
    const Copy& copy = program.copies[+id];
    const FailoverGroup& group = program.failovers[+copy.failover];
    if (!absence_ages(group.mode)) return true;
    if (group.mode == ReplicationMode::async || !copy.may_be_in_sync) return false;
    std::uint32_t before = 0;
    for (std::uint32_t c = group.copies.begin; c < +id; ++c) {
        const CopyRole role = state.copy_role[c];
        const bool acknowledged = role == CopyRole::replica || role == CopyRole::chosen || role == CopyRole::absent;
        before += program.copies[c].may_be_in_sync && acknowledged ? 1 : 0;
    }
    return before < group.acks;
}

/// Do commits wait for this replica, which was lost this instant? Where any may acknowledge, when too few are left.
inline bool is_waited_for(const Program& program, const DiscreteState& state, CopyId id) {
    const Copy& copy = program.copies[+id];
    const FailoverGroup& group = program.failovers[+copy.failover];
    if (!copy.may_be_in_sync) return false;
    if (group.first_is_named) return is_in_sync(program, state, id);
    return acknowledging(program, state, copy.failover, true) < group.acks;
}

/// Votes of the group that can be heard now.
inline std::uint32_t votes(const Program& program, const DiscreteState& state, FailoverId id) {
    const FailoverGroup& group = program.failovers[+id];
    std::uint32_t count = 0;
    for (std::uint32_t c = group.copies.begin; c < group.copies.end; ++c) {
        const bool may_vote = program.copies[c].has_vote && has_data(state.copy_role[c]);
        count += may_vote && is_reachable(program, state, static_cast<CopyId>(c)) ? 1 : 0;
    }
    for (std::uint32_t w = group.witnesses.begin; w < group.witnesses.end; ++w) {
        count += is_up(program, state, program.failover_lines[w]) ? 1 : 0;
    }
    return count;
}

/// So many voters have lost their data that there can be no majority before some have it back: a new group is formed
/// of what is left.
inline bool majority_is_lost(const Program& program, const DiscreteState& state, FailoverId id) {
    const FailoverGroup& group = program.failovers[+id];
    std::uint32_t with_data = group.witnesses.size();
    for (std::uint32_t c = group.copies.begin; c < group.copies.end; ++c) {
        with_data += program.copies[c].has_vote && has_data(state.copy_role[c]) ? 1 : 0;
    }
    return with_data < group.majority;
}

inline bool has_majority(const Program& program, const DiscreteState& state, FailoverId id) {
    const std::uint32_t needed = program.failovers[+id].majority;
    return needed == 0 || state.failovers[+id].is_forced || votes(program, state, id) >= needed ||
           majority_is_lost(program, state, id);
}

/// It works, and would go on as primary.
inline bool has_reachable_primary(const Program& program, const DiscreteState& state, FailoverId id) {
    const CopyId primary = first_with(program, state, id, CopyRole::primary);
    return exists(primary) && is_reachable(program, state, primary);
}

/// Nobody ever puts another copy in the place of the primary.
inline bool nobody_takes_over(const FailoverGroup& group) {
    return !group.is_automatic && !group.has_by_hand && !group.has_cold_start;
}

/// All that its failover needs is there.
inline bool has_conditions(const Program& program, const DiscreteState& state, FailoverId id) {
    const Range conditions = program.failovers[+id].conditions;
    for (std::uint32_t c = conditions.begin; c < conditions.end; ++c) {
        if (!is_up(program, state, program.failover_lines[c])) return false;
    }
    return true;
}

/// The automation itself can work.
inline bool automation_works(const Program& program, const DiscreteState& state, FailoverId id) {
    return has_conditions(program, state, id) && has_majority(program, state, id);
}

/// No primary may begin to serve: what it needs for that is missing.
inline bool lacks_needs(const Program& program, const DiscreteState& state, FailoverId id) {
    return program.failovers[+id].needs_to_serve && !has_conditions(program, state, id);
}

/// A reachable replica could take over, by the automation or by people.
inline bool has_reachable_replica(const Program& program, const DiscreteState& state, FailoverId id) {
    const Range copies = program.failovers[+id].copies;
    for (std::uint32_t c = copies.begin; c < copies.end; ++c) {
        if (state.copy_role[c] == CopyRole::replica && is_reachable(program, state, static_cast<CopyId>(c)))
            return true;
    }
    return false;
}

/// What a promotion can come to: as long as some copy is current, reachable or not, none but such a one is promoted.
inline Promotion best_left(const Program& program, const DiscreteState& state, FailoverId id) {
    const Range copies = program.failovers[+id].copies;
    Promotion best = Promotion::empty;
    for (std::uint32_t c = copies.begin; c < copies.end; ++c) {
        const CopyRole role = state.copy_role[c];
        if (!program.copies[c].may_be_primary && role != CopyRole::primary) continue;
        if (is_current(role)) return Promotion::current;
        if (has_data(role)) best = Promotion::stale;
    }
    return best;
}

/// Nothing is left, and it is to be restored.
inline bool must_restore(const Program& program, const DiscreteState& state, FailoverId id) {
    return program.failovers[+id].can_restore && best_left(program, state, id) == Promotion::empty;
}

/// Could this copy be promoted now, by the automation or by people? Lag is not looked at.
inline bool is_candidate(const Program& program, const DiscreteState& state, CopyId id, Promotion promotion,
                         bool by_people) {
    if (!is_reachable(program, state, id)) return false;
    const Copy& copy = program.copies[+id];
    if (!copy.may_be_primary || copy.is_for_plan || (!by_people && !copy.is_candidate)) return false;
    const CopyRole role = state.copy_role[+id];
    switch (promotion) {
        case Promotion::current: break;
        case Promotion::stale: return role == CopyRole::catching_up;
        case Promotion::empty: return role == CopyRole::refilling;
        case Promotion::restored: return false;
    }
    if (role != CopyRole::replica) return false;
    if (by_people) return true;
    return (!program.failovers[+copy.failover].only_in_sync || is_in_sync(program, state, id));
}

inline bool has_candidate(const Program& program, const DiscreteState& state, FailoverId id, bool by_people) {
    const Range copies = program.failovers[+id].copies;
    const Promotion promotion = best_left(program, state, id);
    for (std::uint32_t c = copies.begin; c < copies.end; ++c) {
        if (is_candidate(program, state, static_cast<CopyId>(c), promotion, by_people)) return true;
    }
    return false;
}

inline bool has_reachable_copy(const Program& program, const DiscreteState& state, FailoverId id) {
    const Range copies = program.failovers[+id].copies;
    for (std::uint32_t c = copies.begin; c < copies.end; ++c) {
        if (is_reachable(program, state, static_cast<CopyId>(c))) return true;
    }
    return false;
}

/// A machine that is bare of itself has data only when they are restored onto it, and as primary.
constexpr bool is_bare_instead(CopyRole role) {
    return role != CopyRole::primary && role != CopyRole::chosen && role != CopyRole::restoring;
}

template <class Context>
void set_copy_role(Context& context, CopyId copy, CopyRole role) {
    CopyRole& now = context.state().copy_role[+copy];
    if (context.program().copies[+copy].is_bare && is_bare_instead(role)) role = CopyRole::bare;
    if (now == role) return;
    const FailoverId failover = context.program().copies[+copy].failover;
    const CopyRole before = now;
    now = role;
    if (before == CopyRole::rival) context.on_rival(failover, false);
    if (role == CopyRole::rival) context.on_rival(failover, true);
    context.on_copy(copy, before);
}

/// The copy is whole: a replica, or, where nobody has taken over meanwhile, the primary again.
template <class Context>
void complete_resync(Context& context, CopyId id) {
    const FailoverId failover = context.program().copies[+id].failover;
    const bool is_alone = nobody_takes_over(context.program().failovers[+failover]) &&
                          !exists(first_with(context.program(), context.state(), failover, CopyRole::primary));
    if (!is_alone) return set_copy_role(context, id, CopyRole::replica);
    // What it was made from is gone meanwhile.
    if (must_restore(context.program(), context.state(), failover)) return;
    const Promotion promotion = best_left(context.program(), context.state(), failover);
    promote(context, failover, id, promotion);
    enter(context, failover, FailoverPhase::serving);
}

/// The copy begins to follow again, if there is a primary to follow.
template <class Context>
void begin_resync(Context& context, CopyId id) {
    const Copy& copy = context.program().copies[+id];
    const CopyRole role = context.state().copy_role[+id];
    if (role != CopyRole::catching_up && role != CopyRole::refilling) return;
    const FailoverGroup& group = context.program().failovers[+copy.failover];
    // Where nobody takes over, a former primary that comes back without its data gets it from wherever there is some.
    const bool brings_itself_back = nobody_takes_over(group) && role == CopyRole::refilling &&
                                    !must_restore(context.program(), context.state(), copy.failover);
    if (!has_source(context.state().failovers[+copy.failover].phase) && !brings_itself_back) return;
    const SamplerId takes = role == CopyRole::refilling ? copy.refill : copy.rewind;
    if (exists(takes)) return context.begin_resync(id, takes);
    complete_resync(context, id);
}

}  // namespace nines::engine

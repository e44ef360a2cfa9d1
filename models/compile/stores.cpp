// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/compile/assembler.hpp"
#include "models/compile/times.hpp"
#include "models/scenario/detection_laws.hpp"

namespace nines::compile {

using scenario::PromoteBy;
using scenario::Store;

namespace {

/// Full copies run at this rate unless the scenario says otherwise.
/// Source: pg_basebackup typically reaches 300 to 500 MiB/s.
constexpr double usual_copy_rate = 300e6;

/// MySQL gives up a semi-synchronous replica after 10 s (rpl_semi_sync_source_timeout).
constexpr double usual_semi_sync_stall = 10.0;

ReplicationMode mode_of(scenario::ReplicationMode mode) {
    switch (mode) {
        case scenario::ReplicationMode::async: return ReplicationMode::async;
        case scenario::ReplicationMode::semi_sync: return ReplicationMode::semi_sync;
        case scenario::ReplicationMode::sync: return ReplicationMode::sync;
        case scenario::ReplicationMode::quorum: return ReplicationMode::quorum;
        case scenario::ReplicationMode::shared:
        case scenario::ReplicationMode::none: break;  // none: validation has refused it
    }
    return ReplicationMode::shared;
}

}  // namespace

void Assembler::wire_store(std::uint32_t s) {
    const Store& store = scenario_.stores[s];
    FailoverGroup group;
    group.host = static_cast<HostId>(draft_.by_name.at("store:" + store.id));
    group.bytes_per_second = store.writes ? store.writes->bytes_per_second : 0.0;
    set_replication(store, group);
    set_writes(store, group);
    // Without a failover the primary's return is waited for.
    group.is_automatic = store.failover && store.failover->mode.value_or(scenario::FailoverMode::automatic) ==
                                               scenario::FailoverMode::automatic;
    if (store.failover) set_stages(*store.failover, group);
    add_copies(s, group);

    store_lines_.push_back(wire_failover(group));
}

/// Gives the group its gate, whose line is up while it serves, and its number.
LineId Assembler::wire_failover(FailoverGroup& group) {
    Host& host = program_.hosts[+group.host];
    group.stream = sim::stream_name(host.name);
    group.first_label = static_cast<std::uint32_t>(program_.labels.size());
    for (const char* suffix : {"", "-failed"}) {
        for (std::uint32_t p = 0; p < failover_phase_count; ++p) {
            program_.labels.push_back(host.name + ":" + word_of(static_cast<FailoverPhase>(p)) + suffix);
        }
    }
    program_.labels.push_back(host.name + ":false-alarm");
    program_.labels.push_back(host.name + ":total-loss");
    group.serving = gates_.add_gate();
    gates_.add_role(group.serving, group.host);
    host.failover = static_cast<FailoverId>(program_.failovers.size());
    for (std::uint32_t u = host.units.begin; u < host.units.end; ++u) {
        if (scenario::spoils_data(program_.unit_effects[u])) {
            wire_aside(static_cast<UnitId>(u));
            continue;
        }
        gates_.add_unit(group.serving, static_cast<UnitId>(u));
        program_.units[u].gate = group.serving;
    }
    host.own = none<GateId>;
    program_.failovers.push_back(group);
    return gates_.line_of_all(group.serving);
}

void Assembler::set_replication(const Store& store, FailoverGroup& group) {
    const scenario::Replication keys = store.replication.value_or({});
    const auto mode = keys.mode.value_or(scenario::ReplicationMode::async);
    group.mode = mode_of(mode);
    const bool acknowledges = group.mode == ReplicationMode::sync || group.mode == ReplicationMode::semi_sync;
    if (acknowledges) group.acks = static_cast<std::uint32_t>(keys.acks.value_or(1));
    group.blocks = acknowledges && keys.without_replica.value_or(scenario::WithoutReplica::continue_) ==
                                       scenario::WithoutReplica::block;
    group.only_in_sync = group.mode == ReplicationMode::sync;
    group.first_is_named =
        acknowledges && keys.sync_with.value_or(scenario::SyncWith::any) == scenario::SyncWith::first;
    Times times(draft_.samplers);
    if (store.replication) group.stall = times.of(store.replication->stall);
    if (group.mode == ReplicationMode::semi_sync && !keys.stall) {
        group.stall = times.of_seconds(usual_semi_sync_stall, &store.replication);
    }
}

void Assembler::set_writes(const Store& store, FailoverGroup& group) {
    if (!store.writes) return;
    Demand followed;
    if (store.writes_follow) {
        const scenario::Service& service = scenario_.services[service_ids_.at(*store.writes_follow)];
        if (service.load) followed = demand_of(*service.load, scenario_.experiment);
        add_spikes(service.id, followed);
    }
    const bool applies = store.replication && store.replication->replay && group.mode != ReplicationMode::shared;
    const double replay = applies ? store.replication->replay->bytes_per_second : 0.0;
    const double until = (options_.horizon + options_.warm_up).in_seconds();
    group.writes = Writes(group.bytes_per_second, followed, replay, until);
}

void Assembler::set_stages(const scenario::Failover& failover, FailoverGroup& group) {
    Times times(draft_.samplers);
    static const scenario::Detection usual{};
    const scenario::Detection& detection = failover.detect ? *failover.detect : usual;
    const scenario::DetectionLaws laws = scenario::detection_laws(detection);
    group.detect_crash = times.of(laws.crash, &failover.detect);
    group.detect_silent = times.of(laws.silent, &failover.mode);
    group.restart = times.of(failover.restart_first);
    group.decide = times.of(failover.decide);
    group.fence = times.of(failover.fence);
    group.promote = times.of(failover.promote);
    group.redirect = times.of(failover.redirect);
    group.warm = times.of(failover.warm);
    group.by_hand = times.of(failover.by_hand);
    group.has_by_hand = failover.by_hand.value.has_value() || failover.by.value.has_value();
    if (failover.by) {
        const auto crew = std::find_if(scenario_.crews.begin(), scenario_.crews.end(),
                                       [&](const scenario::Crew& candidate) { return candidate.id == *failover.by; });
        group.ack = times.of(crew->ack);
        group.consult = times.of(crew->decide);
    }
    set_switchover(failover, group);
    if (failover.needs &&
        failover.without_needs.value_or(scenario::WithoutNeeds::stay) == scenario::WithoutNeeds::step_down) {
        group.needs_to_serve = true;
        group.step_down = failover.step_down ? times.of(failover.step_down) : group.detect_silent;
    }
    group.steps_down = failover.self_demotes.value_or(false);
    if (group.steps_down && failover.step_down) {
        group.apart = group.needs_to_serve ? group.step_down : times.of(failover.step_down);
    }
    group.fences = failover.fence.value.has_value() || group.steps_down;
    group.has_cold_start = failover.cold_start.value.has_value();
    group.cold_start = times.of(failover.cold_start);
    group.repairs_wait = failover.repair && *failover.repair == scenario::RepairTime::after_failover;
    group.split_share = failover.split_share.value_or(1.0);
    if (failover.hold) group.hold = times.of_seconds(failover.hold->in_seconds(), &failover.hold);
    std::optional<Duration> between_alarms = scenario::mean_time_between_false_positives(detection);
    if (failover.false_alarms && failover.false_alarms->per_second > 0.0) {
        const double rate =
            failover.false_alarms->per_second + (between_alarms ? 1.0 / between_alarms->in_seconds() : 0.0);
        between_alarms = Duration::seconds(1.0 / rate);
    }
    if (between_alarms) {
        group.false_alarm = draft_.samplers.add(sim::Law{sim::Exponential{*between_alarms}}, &failover.false_alarms);
    }
    if (!failover.lag_limit) return;
    if (failover.lag_limit->time) {
        group.lag_limit = failover.lag_limit->time->in_seconds();
    } else if (failover.lag_limit->bytes && group.bytes_per_second > 0.0) {  // validation has refused others
        group.lag_limit = failover.lag_limit->bytes->bytes / group.bytes_per_second;
        group.limits_bytes = true;
    }
}

/// Hand-overs that never work are not tried.
void Assembler::set_switchover(const scenario::Failover& failover, FailoverGroup& group) {
    Times times(draft_.samplers);
    group.switchover = times.of(failover.switchover);
    group.has_switchover = failover.switchover.value.has_value() && group.switchover.works > 0.0;
    group.relieves_delayed = group.has_switchover && !failover.failback;
    if (!failover.failback || !group.has_switchover) return;
    group.fails_back = !std::holds_alternative<sim::Never>(failover.failback->form);
    group.failback = times.of(failover.failback);
}

/// A switchover is for the maintenance of machines that carry copies, and for the failback.
void Assembler::find_planned_handovers() {
    for (FailoverGroup& group : program_.failovers) {
        const auto copies = program_.copies.begin();
        const bool has_delayed = std::any_of(copies + group.copies.begin, copies + group.copies.end,
                                             [](const Copy& copy) { return copy.delay_seconds > 0.0; });
        group.relieves_delayed = group.relieves_delayed && has_delayed;
        group.may_switch = group.fails_back || group.relieves_delayed;
        for (std::uint32_t c = group.copies.begin; c < group.copies.end; ++c) {
            const Host& host = program_.hosts[+program_.copies[c].host];
            group.may_switch = group.may_switch || host.units.size() > host.own_units;
        }
    }
}

void Assembler::add_copy(Copy copy, const FailoverGroup& group, std::uint32_t host) {
    copy.host = static_cast<HostId>(host);
    copy.stream = sim::stream_name(program_.hosts[+group.host].name + ":" + program_.hosts[host].name);
    program_.copies.push_back(copy);
}

/// The members of the store's own group first, then the followers in the order of the file.
void Assembler::add_copies(std::uint32_t s, FailoverGroup& group) {
    const Store& store = scenario_.stores[s];
    Times times(draft_.samplers);
    Copy copy;
    copy.failover = static_cast<FailoverId>(s);
    const bool has_resync = store.resync.value.has_value();
    if (has_resync) copy.rewind = times.of(store.resync->rewind);
    if (has_resync && store.resync->refill) {
        copy.refill = times.of(store.resync->refill);
    } else if (store.size && group.mode != ReplicationMode::shared) {
        const double rate = has_resync && store.resync->rate ? store.resync->rate->bytes_per_second : usual_copy_rate;
        copy.refill = times.of_seconds(store.size->bytes / rate, &store.size);
    }
    group.copies.begin = static_cast<std::uint32_t>(program_.copies.size());
    if (store.replication) copy.lag = times.of(store.replication->lag);
    for (const std::uint32_t member : draft_.group_members[group_index(*store.on)]) add_copy(copy, group, member);
    const auto voters = static_cast<std::uint32_t>(program_.copies.size()) - group.copies.begin;
    for (const scenario::Follower& follower : store.followers) {
        Copy other = copy;
        const auto mode = follower.mode.value_or(scenario::ReplicationMode::async);
        other.lag = times.of(follower.lag);
        other.is_candidate = follower.promote.value_or(PromoteBy::plan) == PromoteBy::failover;
        other.is_bare = mode == scenario::ReplicationMode::none;
        other.delay_seconds = follower.delay ? follower.delay->in_seconds() : 0.0;
        // What is behind on purpose is there for restores, and what has no data takes over only when it has got some.
        const bool is_ordinary = !other.is_bare && other.delay_seconds == 0.0;
        other.is_candidate = other.is_candidate && is_ordinary;
        other.may_be_primary = is_ordinary && follower.promote.value_or(PromoteBy::plan) != PromoteBy::never;
        other.is_for_plan =
            follower.promote.value_or(PromoteBy::plan) == PromoteBy::plan && is_promoted_by_plan(*follower.on);
        other.may_be_in_sync = is_ordinary && mode != scenario::ReplicationMode::async;
        group.can_restore = group.can_restore || other.delay_seconds > 0.0;
        other.has_vote = mode == scenario::ReplicationMode::quorum;
        for (const std::uint32_t member : draft_.group_members[group_index(*follower.on)])
            add_copy(other, group, member);
    }
    group.copies.end = static_cast<std::uint32_t>(program_.copies.size());
    if (group.mode != ReplicationMode::quorum) return;
    group.majority = voters / 2 + 1;
    group.has_given_majority = store.replication->acks.value.has_value();
    if (group.has_given_majority) group.majority = static_cast<std::uint32_t>(*store.replication->acks);
}

void Assembler::list_copies_by_host() {
    for (std::uint32_t h = 0; h < program_.hosts.size(); ++h) {
        Host& host = program_.hosts[h];
        host.copies.begin = static_cast<std::uint32_t>(program_.copies_of_hosts.size());
        for (std::uint32_t c = 0; draft_.hosts[h].carries_copies && c < program_.copies.size(); ++c) {
            if (+program_.copies[c].host == h) program_.copies_of_hosts.push_back(static_cast<CopyId>(c));
        }
        host.copies.end = static_cast<std::uint32_t>(program_.copies_of_hosts.size());
    }
}

/// What a failover itself needs may be any service or store, so that this comes last.
void Assembler::wire_conditions(FailoverGroup& group, const scenario::Field<scenario::Failover>& keys) {
    const Reaction changes{Reaction::Kind::conditions, group.host};
    const auto add = [&](LineId line) {
        program_.failover_lines.push_back(line);
        gates_.react(line, changes);
    };
    group.witnesses.begin = static_cast<std::uint32_t>(program_.failover_lines.size());
    if (keys && keys->witness) {
        for (const auto& selector : *keys->witness) {
            for (const LineId line : counted_lines({selector.kind, selector.pattern, selector.place})) add(line);
        }
    }
    group.witnesses.end = group.conditions.begin = static_cast<std::uint32_t>(program_.failover_lines.size());
    if (keys && keys->needs) {
        for (const auto& need : *keys->needs) add(need_line(need));
    }
    group.conditions.end = static_cast<std::uint32_t>(program_.failover_lines.size());
    const std::uint32_t witnesses = group.witnesses.size();
    // Who is cut off has no majority and stops, like one whose lease runs out.
    if (witnesses > 0) group.steps_down = group.fences = true;
    const bool counts_votes = group.majority > 0 || witnesses > 0;
    if (!counts_votes || group.has_given_majority) return;
    std::uint32_t votes = witnesses;
    for (std::uint32_t c = group.copies.begin; c < group.copies.end; ++c) votes += program_.copies[c].has_vote ? 1 : 0;
    group.majority = votes / 2 + 1;
}

}  // namespace nines::compile

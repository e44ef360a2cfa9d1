// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "models/compile/assembler.hpp"
#include "models/scenario/group_size.hpp"

namespace nines::compile {

using scenario::ClockPolicy;
using scenario::StandbyMode;

/// Hosts that somebody needs by themselves ("web/2", a node, a domain), not only as members of a group.
void Assembler::find_referenced_hosts() {
    referenced_.assign(draft_.hosts.size(), false);
    const auto refer = [&](const scenario::Field<std::vector<scenario::Need>>& needs) {
        if (!needs) return;
        for (const auto& need : *needs) {
            for (const auto& operand : need.operands) {
                if (group_index(operand.name) < scenario_.groups.size()) continue;
                const scenario::Selector selector{operand.kind, operand.name, operand.place};
                for (const std::uint32_t host : select_hosts(scenario_, draft_, selector)) referenced_[host] = true;
            }
        }
    };
    for (const auto& service : scenario_.services) {
        for (const auto* needs : {&service.needs, &service.soft, &service.to_start}) refer(*needs);
    }
    const auto refer_conditions = [&](const scenario::Field<scenario::Failover>& failover) {
        if (!failover) return;
        refer(failover->needs);
        if (!failover->witness) return;
        for (const auto& witness : *failover->witness) {
            for (const std::uint32_t host : select_hosts(scenario_, draft_, witness)) referenced_[host] = true;
        }
    };
    const auto refer_one = [&](const scenario::Reference& operand) {
        const bool may_be_group = operand.kind == scenario::RefKind::any || operand.kind == scenario::RefKind::group;
        if (may_be_group && group_index(operand.name) < scenario_.groups.size()) return;
        const scenario::Selector selector{operand.kind, operand.name, operand.place};
        for (const std::uint32_t host : select_hosts(scenario_, draft_, selector)) referenced_[host] = true;
    };
    for (const auto& plan : scenario_.plans) {
        for (const scenario::DownFor& condition : *plan.when) refer_one(condition.what);
        if (plan.failback && !plan.failback->never) refer_one(plan.failback->what);
    }
    for (const auto& store : scenario_.stores) refer_conditions(store.failover);
    for (const auto& backup : scenario_.backups) {
        if (!backup.to) continue;
        for (const auto& place : *backup.to) {
            for (const std::uint32_t host : select_hosts(scenario_, draft_, place)) referenced_[host] = true;
        }
    }
    for (const auto& balancer : scenario_.balancers) {
        refer_conditions(balancer.failover);
        for (const auto& target : *balancer.to) {
            for (const std::uint32_t host : select_hosts(scenario_, draft_, target)) referenced_[host] = true;
        }
        if (!balancer.on) continue;
        for (const std::uint32_t host : draft_.group_members[group_index(*balancer.on)]) referenced_[host] = true;
    }
}

bool Assembler::feeds_group_directly(std::uint32_t host) const {
    const HostDraft& draft = draft_.hosts[host];
    if (draft.group >= scenario_.groups.size() || draft.own.size() != 1 || !draft.planned.empty()) return false;
    if (scenario::leaves_at_work(draft.own.front().effect)) return false;
    const bool inside_something =
        std::any_of(draft.domains.begin(), draft.domains.end(), [&](std::uint32_t d) { return exists(available_[d]); });
    return !inside_something && !referenced_[host] && !draft.carries_copies && !scenario_.groups[draft.group].active &&
           !scenario_.groups[draft.group].scale && !scenario::is_scaled_by_plan(scenario_.groups[draft.group]);
}

/// Own gate: all its own units work. Available: that, no planned maintenance, and every domain around it is up.
void Assembler::wire_host(std::uint32_t h) {
    const HostDraft& draft = draft_.hosts[h];
    Host& host = program_.hosts[h];
    std::vector<LineId> around;
    for (const std::uint32_t domain : draft.domains) {
        if (exists(available_[domain])) around.push_back(available_[domain]);
    }
    const bool is_domain = draft.name.starts_with("domain:");
    if (is_domain && draft.own.empty() && around.empty() && !referenced_[h]) return;
    if (feeds_group_directly(h)) return;

    host.own = gates_.add_gate();
    for (std::uint32_t u = 0; u < draft.own.size(); ++u) {
        const auto unit = static_cast<UnitId>(host.units.begin + u);
        if (draft.own[u].effect == scenario::Effect::slow) {
            wire_slow_mode(h, unit);
            continue;
        }
        if (scenario::spoils_data(draft.own[u].effect)) {
            wire_aside(unit);
            continue;
        }
        gates_.add_unit(host.own, unit);
        program_.units[+unit].gate = host.own;
    }
    own_line_[h] = gates_.line_of_all(host.own);
    available_[h] = own_line_[h];
    if (draft.planned.empty() && around.empty()) return;

    const GateId available = gates_.add_gate();
    gates_.add_line(available, own_line_[h]);
    for (std::uint32_t u = host.units.begin + host.own_units; u < host.units.end; ++u) {
        gates_.add_unit(available, static_cast<UnitId>(u));
        program_.units[u].gate = available;
    }
    for (const LineId line : around) gates_.add_line(available, line);
    available_[h] = gates_.line_of_all(available);
}

void Assembler::wire_group(std::uint32_t g) {
    const auto& group = scenario_.groups[g];
    const auto& members = draft_.group_members[g];
    const bool fewer_serve = group.active && *group.active < static_cast<std::int64_t>(members.size());
    const bool stands_by = fewer_serve || group.scale || scenario::is_scaled_by_plan(group);
    if (stands_by) {
        group_gate_[g] = wire_standby(g);
    } else {
        group_gate_[g] = gates_.add_gate();
        for (const std::uint32_t member : members) {
            if (exists(available_[member])) {
                gates_.add_line(group_gate_[g], available_[member]);
                continue;
            }
            const auto unit = static_cast<UnitId>(program_.hosts[member].units.begin);
            gates_.add_unit(group_gate_[g], unit);
            program_.units[+unit].gate = group_gate_[g];
        }
    }
    if (group.load_sharing) wire_sharing(g, group_gate_[g]);
    for (const std::uint32_t member : members) {
        const Range units = program_.hosts[member].units;
        for (std::uint32_t u = units.begin; u < units.end; ++u) {
            const CareId care = program_.units[u].care;
            if (exists(care) && exists(program_.cares[+care].only_if_whole)) {
                program_.cares[+care].only_if_whole = group_gate_[g];
            }
        }
    }
}

GateId Assembler::wire_standby(std::uint32_t g) {
    const auto& group = scenario_.groups[g];
    const auto& members = draft_.group_members[g];
    const auto id = static_cast<StandbyId>(program_.standbys.size());
    StandbyGroup standby;
    standby.first_host = members.front();
    standby.count = static_cast<std::uint32_t>(members.size());
    standby.active = static_cast<std::uint32_t>(scenario::least_serving(group));
    const auto& keys = group.standby.value_or({});
    const bool comes_and_goes = scenario::comes_and_goes(group);
    const auto mode = comes_and_goes ? StandbyMode::cold : keys.mode.value_or(StandbyMode::hot);
    if (mode == StandbyMode::cold) standby.idle_pace = 0.0;
    if (mode == StandbyMode::warm) standby.idle_pace = keys.factor.value_or(0.5);
    standby.success = keys.success.value_or(1.0);
    const auto& node = *std::find_if(scenario_.nodes.begin(), scenario_.nodes.end(),
                                     [&](const auto& candidate) { return candidate.id == *group.node; });
    if (group.scale && group.scale->boot) {
        standby.start = draft_.samplers.add(*group.scale->boot, &group.scale->boot);
    } else if (keys.start) {
        standby.start = draft_.samplers.add(*keys.start, &group.standby.value->start);
    } else if (mode != StandbyMode::hot && node.boot) {
        standby.start = draft_.samplers.add(*node.boot, &node.boot);
    }
    standby.comes_and_goes = comes_and_goes;
    // What a plan has put in service besides is repaired where it is.
    if (comes_and_goes) standby.replaces = group.scale && group.scale->replaces.value_or(true);
    const std::string label = "group:" + group.id + ":starting";
    standby.label = label_ids_.try_emplace(label, static_cast<std::uint32_t>(program_.labels.size())).first->second;
    if (standby.label == program_.labels.size()) program_.labels.push_back(label);

    const GateId counter = gates_.add_gate();
    for (const std::uint32_t member : members) {
        const GateId serving = gates_.add_gate();
        gates_.add_line(serving, available_[member]);
        gates_.add_role(serving, static_cast<HostId>(member));
        serving_line_[member] = gates_.line_of_all(serving);
        gates_.add_line(counter, serving_line_[member]);
        standby.serving.push_back(serving);
        standby.streams.push_back(sim::stream_name(program_.hosts[member].name + ":start"));
        program_.hosts[member].standby = id;
    }
    program_.standbys.push_back(std::move(standby));
    return counter;
}

/// With the whole load constant, each of m working members carries n/m of its share: pace (n/m)^exponent.
void Assembler::wire_sharing(std::uint32_t g, GateId working) {
    const auto& group = scenario_.groups[g];
    const auto& members = draft_.group_members[g];
    ShareGroup share;
    share.first_host = members.front();
    share.count = static_cast<std::uint32_t>(members.size());
    share.working = working;
    const auto full = static_cast<double>(scenario::least_serving(group));
    for (std::uint32_t m = 0; m <= share.count; ++m) {
        share.pace.push_back(m == 0 ? 1.0 : std::pow(full / m, *group.load_sharing));
    }
    const auto id = static_cast<ShareId>(program_.shares.size());
    gates_.set_share(working, id);
    for (const std::uint32_t member : members) program_.hosts[member].share = id;
    program_.shares.push_back(std::move(share));
}

void Assembler::add_reactions(std::uint32_t h) {
    const Host& host = program_.hosts[h];
    const auto id = static_cast<HostId>(h);
    bool follows_health = false;
    bool follows_domain = false;
    for (std::uint32_t u = host.units.begin; u < host.units.begin + host.own_units; ++u) {
        if (!exists(program_.units[u].clock)) continue;
        const Clock& clock = program_.clocks[+program_.units[u].clock];
        follows_health = follows_health || (host.own_units > 1 && clock.when_down != ClockPolicy::age);
        follows_domain = follows_domain || clock.when_cut_off != ClockPolicy::age;
    }
    if (follows_health) gates_.react(own_line_[h], {Reaction::Kind::host_health, id});
    if (exists(host.standby)) gates_.react(available_[h], {Reaction::Kind::member_health, id});
    if (draft_.hosts[h].carries_copies) {
        gates_.react(available_[h], {Reaction::Kind::copy_health, id});
        // One that is cut off may fail on its own as well.
        if (own_line_[h] != available_[h]) gates_.react(own_line_[h], {Reaction::Kind::copy_health, id});
    }
    for (const std::uint32_t domain : draft_.hosts[h].domains) {
        if (exists(available_[domain]) && follows_domain) {
            gates_.react(available_[domain], {Reaction::Kind::cut_off, id});
        }
    }
}

}  // namespace nines::compile

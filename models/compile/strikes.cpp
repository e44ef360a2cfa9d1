// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>

#include "models/compile/draft.hpp"
#include "models/compile/times.hpp"

namespace nines::compile {

namespace {

using scenario::RefKind;
using scenario::Scenario;
using scenario::Selector;

std::vector<std::uint32_t> members_of_node(const Scenario& scenario, const Draft& draft, const std::string& node) {
    std::vector<std::uint32_t> hosts;
    if (const auto single = draft.by_name.find("node:" + node); single != draft.by_name.end()) {
        hosts.push_back(single->second);
    }
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        if (*scenario.groups[g].node != node) continue;
        hosts.insert(hosts.end(), draft.group_members[g].begin(), draft.group_members[g].end());
    }
    return hosts;
}

std::vector<std::uint32_t> members_of_group(const Scenario& scenario, const Draft& draft, const std::string& id) {
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        if (scenario.groups[g].id == id) return draft.group_members[g];
    }
    return {};
}

std::vector<std::uint32_t> named(const Draft& draft, const std::string& name) {
    const auto found = draft.by_name.find(name);
    return found == draft.by_name.end() ? std::vector<std::uint32_t>{} : std::vector{found->second};
}

std::vector<std::uint32_t> tagged(const Draft& draft, const std::string& tag) {
    const auto carries = [&](const std::vector<std::string>* tags) {
        return tags != nullptr && std::find(tags->begin(), tags->end(), tag) != tags->end();
    };
    std::vector<std::uint32_t> hosts;
    for (std::uint32_t h = 0; h < draft.hosts.size(); ++h) {
        if (carries(draft.hosts[h].tags) || carries(draft.hosts[h].group_tags)) hosts.push_back(h);
    }
    return hosts;
}

std::vector<std::uint32_t> child_domains(const Draft& draft, const std::string& parent) {
    std::vector<std::uint32_t> hosts;
    const auto found = draft.by_name.find("domain:" + parent);
    if (found == draft.by_name.end()) return hosts;
    for (std::uint32_t h = 0; h < draft.hosts.size(); ++h) {
        const auto& host = draft.hosts[h];
        if (!host.name.starts_with("domain:")) continue;
        if (std::find(host.domains.begin(), host.domains.end(), found->second) != host.domains.end())
            hosts.push_back(h);
    }
    return hosts;
}

std::vector<std::uint32_t> by_pattern(const Scenario& scenario, const Draft& draft, const Selector& selector) {
    const std::string stem = selector.pattern.substr(0, selector.pattern.size() - 2);
    if (selector.kind == RefKind::any || selector.kind == RefKind::group) {
        auto members = members_of_group(scenario, draft, stem);
        if (!members.empty()) return members;
    }
    return child_domains(draft, stem);
}

/// Everything inside a domain that can fail, at any depth.
std::vector<std::uint32_t> nodes_inside(const Draft& draft, std::uint32_t domain) {
    std::vector<bool> inside(draft.hosts.size(), false);
    inside[domain] = true;
    std::vector<std::uint32_t> nodes;
    for (std::uint32_t h = domain + 1; h < draft.hosts.size(); ++h) {
        const auto& around = draft.hosts[h].domains;
        inside[h] = std::any_of(around.begin(), around.end(), [&](std::uint32_t d) { return inside[d]; });
        if (inside[h] && draft.hosts[h].name.starts_with("node:")) nodes.push_back(h);
    }
    return nodes;
}

bool is_node(const Draft& draft, std::uint32_t host) {
    return draft.hosts[host].name.starts_with("node:");
}

/// The stores among these hosts, and those that have copies on them or inside them: what makes data bad does so to all
/// copies of a store.
std::vector<std::uint32_t> stores_on(const Scenario& scenario, const Draft& draft,
                                     const std::vector<std::uint32_t>& hosts) {
    std::vector<bool> is_meant(draft.hosts.size());
    for (const std::uint32_t host : hosts) {
        is_meant[host] = true;
        if (!draft.hosts[host].name.starts_with("domain:")) continue;
        for (const std::uint32_t node : nodes_inside(draft, host)) is_meant[node] = true;
    }
    const auto any = [&](const std::vector<std::uint32_t>& members) {
        return std::any_of(members.begin(), members.end(), [&](std::uint32_t host) { return is_meant[host]; });
    };
    std::vector<std::uint32_t> stores;
    for (const scenario::Store& store : scenario.stores) {
        const std::uint32_t own = draft.by_name.at("store:" + store.id);
        bool is_hit = is_meant[own] || any(members_of_group(scenario, draft, *store.on));
        for (const auto& follower : store.followers) {
            is_hit = is_hit || any(members_of_group(scenario, draft, *follower.on));
        }
        if (is_hit) stores.push_back(own);
    }
    return stores;
}

/// A cause that reaches each thing with some probability, or slows it, means the nodes in a domain, not the domain as a
/// whole. Only nodes have a capacity.
std::vector<std::uint32_t> cause_targets(const Scenario& scenario, const Draft& draft, const scenario::Cause& cause) {
    std::vector<std::uint32_t> targets;
    const bool slows = cause.effect && cause.effect->kind == scenario::Effect::slow;
    const bool in_part = cause.share.value_or(1.0) < 1.0 || slows;
    for (const auto& selector : *cause.hits) {
        for (const std::uint32_t host : select_hosts(scenario, draft, selector)) {
            if (in_part && draft.hosts[host].name.starts_with("domain:")) {
                const auto nodes = nodes_inside(draft, host);
                targets.insert(targets.end(), nodes.begin(), nodes.end());
            } else {
                targets.push_back(host);
            }
        }
    }
    if (slows) std::erase_if(targets, [&](std::uint32_t host) { return !is_node(draft, host); });
    if (scenario::spoils_data(cause.effect.value_or(scenario::Effect::stop))) {
        targets = stores_on(scenario, draft, targets);
    }
    std::sort(targets.begin(), targets.end());
    targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
    return targets;
}

Strike add_struck_unit(HostDraft& host, std::uint32_t host_index, std::string label, SamplerId repair, SamplerId notice,
                       scenario::FailureEffect effect = {}) {
    UnitDraft unit;
    unit.name = host.name + ":" + label;
    unit.label = std::move(label);
    unit.time_to_repair = repair;
    unit.effect = effect.kind;
    unit.slowed = effect.slowed;
    unit.failure_class = class_of(effect.kind, host.failure_class);
    const bool spoils = scenario::spoils_data(effect);
    if (spoils) unit.time_to_repair = none<SamplerId>;
    Care care = spoils ? Care{} : host.usual_care;
    care.notice = notice;
    care.loses_copies = host.carries_copies && effect == scenario::Effect::lose_data;
    if (exists(care.crew) || exists(care.notice) || host.repairs_wait || care.loses_copies || spoils) unit.care = care;
    host.own.push_back(std::move(unit));
    return {host_index, static_cast<std::uint32_t>(host.own.size() - 1)};
}

void draft_cause(const Scenario& scenario, Draft& draft, const scenario::Cause& cause) {
    ShockDraft shock{&cause, {}};
    const SamplerId repair = draft.samplers.add(time_to_repair(cause), &cause.ttr);
    const SamplerId notice =
        cause.noticed_after ? draft.samplers.add(*cause.noticed_after, &cause.noticed_after) : none<SamplerId>;
    for (const std::uint32_t target : cause_targets(scenario, draft, cause)) {
        HostDraft& host = draft.hosts[target];
        shock.targets.push_back(add_struck_unit(host, target, "cause:" + cause.id,
                                                exists(repair) ? repair : host.usual_repair, notice,
                                                cause.effect.value_or(scenario::Effect::stop)));
    }
    draft.shocks.push_back(std::move(shock));
}

/// The nodes that an event slows or resizes: those in a domain, not the domain as a whole.
std::vector<std::uint32_t> node_targets(const Scenario& scenario, const Draft& draft, const Selector& selector) {
    std::vector<std::uint32_t> nodes;
    for (const std::uint32_t host : select_hosts(scenario, draft, selector)) {
        const auto inside = draft.hosts[host].name.starts_with("domain:") ? nodes_inside(draft, host)
                                                                          : std::vector<std::uint32_t>{host};
        std::copy_if(inside.begin(), inside.end(), std::back_inserter(nodes),
                     [&](std::uint32_t node) { return is_node(draft, node); });
    }
    return nodes;
}

/// By host: it is one of these, or a node inside one of them.
std::vector<bool> region_of(const Scenario& scenario, const Draft& draft, const Selector& selector) {
    std::vector<bool> region(draft.hosts.size());
    for (const std::uint32_t host : select_hosts(scenario, draft, selector)) {
        region[host] = true;
        if (!draft.hosts[host].name.starts_with("domain:")) continue;
        for (const std::uint32_t node : nodes_inside(draft, host)) region[node] = true;
    }
    return region;
}

/// Hosts that carry the copies of one store, and its witnesses; or the machines of one balancer.
std::vector<std::vector<std::uint32_t>> held_together(const Scenario& scenario, const Draft& draft) {
    std::vector<std::vector<std::uint32_t>> all;
    const auto add = [&](const std::vector<std::uint32_t>& hosts) {
        all.back().insert(all.back().end(), hosts.begin(), hosts.end());
    };
    for (const scenario::Store& store : scenario.stores) {
        all.emplace_back();
        add(members_of_group(scenario, draft, *store.on));
        for (const auto& follower : store.followers) add(members_of_group(scenario, draft, *follower.on));
        if (!store.failover || !store.failover->witness) continue;
        for (const Selector& witness : *store.failover->witness) add(select_hosts(scenario, draft, witness));
    }
    for (const scenario::Balancer& balancer : scenario.balancers) {
        if (balancer.on) add((all.emplace_back(), members_of_group(scenario, draft, *balancer.on)));
    }
    return all;
}

/// What an event strikes. A partition between two places is felt only by what is kept together across both.
std::vector<std::uint32_t> targets_of(const Scenario& scenario, const Draft& draft,
                                      const scenario::EventAction& action) {
    if (action.verb == scenario::EventAction::Verb::slow) return node_targets(scenario, draft, action.target);
    if (action.verb == scenario::EventAction::Verb::corrupt) {
        return stores_on(scenario, draft, select_hosts(scenario, draft, action.target));
    }
    if (!action.from) return select_hosts(scenario, draft, action.target);
    const std::vector<bool> here = region_of(scenario, draft, action.target);
    const std::vector<bool> there = region_of(scenario, draft, *action.from);
    std::vector<std::uint32_t> targets;
    for (const std::vector<std::uint32_t>& hosts : held_together(scenario, draft)) {
        if (std::none_of(hosts.begin(), hosts.end(), [&](std::uint32_t host) { return there[host]; })) continue;
        std::copy_if(hosts.begin(), hosts.end(), std::back_inserter(targets),
                     [&](std::uint32_t host) { return here[host] && !there[host]; });
    }
    std::sort(targets.begin(), targets.end());
    targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
    return targets;
}

scenario::FailureEffect effect_of(const scenario::EventAction& action) {
    switch (action.verb) {
        case scenario::EventAction::Verb::partition: return {scenario::Effect::partition};
        case scenario::EventAction::Verb::slow: return {scenario::Effect::slow, action.slowed};
        case scenario::EventAction::Verb::corrupt: return {scenario::Effect::corrupt};
        case scenario::EventAction::Verb::fail:
        case scenario::EventAction::Verb::restore:
        case scenario::EventAction::Verb::resize:
        case scenario::EventAction::Verb::scale: break;
    }
    return {};
}

/// What an event does to one of its targets. How long it lasts may be said: then no crew and no shelf has a part in it.
Strike struck_by(const scenario::Event& event, HostDraft& host, std::uint32_t index, SamplerId lasting,
                 SamplerId notice) {
    const scenario::FailureEffect effect = effect_of(*event.action);
    if (!exists(lasting)) {
        return add_struck_unit(host, index, "event:" + event.id, host.usual_repair, notice, effect);
    }
    UnitDraft unit;
    unit.label = "event:" + event.id;
    unit.name = host.name + ":" + unit.label;
    unit.time_to_repair = lasting;
    unit.failure_class = class_of(effect.kind, host.failure_class);
    unit.effect = effect.kind;
    unit.slowed = effect.slowed;
    host.own.push_back(std::move(unit));
    return {index, static_cast<std::uint32_t>(host.own.size() - 1)};
}

/// One after the other the nodes go out for planned work and come back with another capacity.
void draft_resize(const Scenario& scenario, Draft& draft, const scenario::Event& event) {
    const auto& action = *event.action;
    const SamplerId takes =
        action.lasting ? Times(draft.samplers).of(*action.lasting, &action.lasting) : none<SamplerId>;
    const double stagger = exists(takes) ? sim::mean(*action.lasting).in_seconds() : 0.0;
    double delay = 0.0;
    for (const std::uint32_t target : node_targets(scenario, draft, action.target)) {
        HostDraft& host = draft.hosts[target];
        OccasionDraft occasion{&event, {}, delay, target};
        if (exists(takes)) {
            UnitDraft unit;
            unit.label = "event:" + event.id;
            unit.name = host.name + ":" + unit.label;
            unit.time_to_repair = takes;
            unit.is_planned_once = true;
            host.planned.push_back(std::move(unit));
            occasion.targets.push_back({target, static_cast<std::uint32_t>(host.planned.size() - 1), true});
        }
        delay += stagger;
        draft.occasions.push_back(std::move(occasion));
    }
}

void draft_event(const Scenario& scenario, Draft& draft, const scenario::Event& event) {
    const auto& action = *event.action;
    if (!event.enabled.value_or(true) || action.verb == scenario::EventAction::Verb::scale) return;
    if (action.verb == scenario::EventAction::Verb::resize) return draft_resize(scenario, draft, event);
    OccasionDraft occasion{&event, {}};
    const SamplerId lasting = draft.samplers.add(action.lasting, &action.lasting);
    const SamplerId notice = draft.samplers.add(action.noticed, &action.noticed);
    for (const std::uint32_t target : targets_of(scenario, draft, action)) {
        HostDraft& host = draft.hosts[target];
        if (action.verb == scenario::EventAction::Verb::restore) {
            for (std::uint32_t u = 0; u < host.own.size(); ++u) occasion.targets.push_back({target, u});
        } else {
            occasion.targets.push_back(struck_by(event, host, target, lasting, notice));
        }
    }
    draft.occasions.push_back(std::move(occasion));
}

}  // namespace

std::vector<std::uint32_t> select_hosts(const Scenario& scenario, const Draft& draft, const Selector& selector) {
    const std::string& name = selector.pattern;
    if (name.ends_with("/*")) return by_pattern(scenario, draft, selector);
    switch (selector.kind) {
        case RefKind::tag: return tagged(draft, name);
        case RefKind::domain: return named(draft, "domain:" + name);
        case RefKind::service: return named(draft, "service:" + name);
        case RefKind::store: return named(draft, "store:" + name);
        case RefKind::balancer: return named(draft, "balancer:" + name);
        case RefKind::group: return members_of_group(scenario, draft, name);
        case RefKind::node: {
            auto exact = named(draft, "node:" + name);
            return exact.empty() ? members_of_node(scenario, draft, name) : exact;
        }
        case RefKind::cause:
        case RefKind::crew: return {};
        case RefKind::any: break;
    }
    for (auto found :
         {members_of_group(scenario, draft, name), named(draft, "service:" + name), named(draft, "store:" + name),
          named(draft, "balancer:" + name), named(draft, "node:" + name), members_of_node(scenario, draft, name)}) {
        if (!found.empty()) return found;
    }
    return named(draft, "domain:" + name);
}

void draft_strikes(const Scenario& scenario, Draft& draft) {
    for (const auto& cause : scenario.causes) draft_cause(scenario, draft, cause);
    // Events that restore must see every unit, so they come after those that fail something.
    for (const bool restoring : {false, true}) {
        for (const auto& event : scenario.events) {
            if ((event.action->verb == scenario::EventAction::Verb::restore) == restoring) {
                draft_event(scenario, draft, event);
            }
        }
    }
}

}  // namespace nines::compile

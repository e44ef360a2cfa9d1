// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/validate/copies.hpp"

#include <algorithm>

namespace nines::validate {
namespace {

using scenario::Effect;
using scenario::FailureMode;
using scenario::PromoteBy;
using scenario::ReplicationMode;
using scenario::Store;

std::optional<std::size_t> group_of(const Checker& checker, const scenario::Field<std::string>& on) {
    return on ? checker.names.group(*on) : std::nullopt;
}

/// Domains that the group's members are in directly.
std::vector<std::size_t> domains_of(const Checker& checker, const scenario::Group& group) {
    std::vector<std::size_t> domains;
    if (group.in) {
        for (const std::string& id : *group.in) {
            if (const auto domain = checker.names.domain(id)) domains.push_back(*domain);
        }
    }
    if (!group.spread) return domains;
    for (const scenario::Selector& selector : *group.spread) {
        const Lookup lookup = checker.names.find(scenario::RefKind::domain, selector.pattern);
        if (lookup.outcome != Outcome::found) continue;
        if (lookup.target.kind == TargetKind::domain) domains.push_back(lookup.target.index);
        if (lookup.target.kind != TargetKind::children) continue;
        const auto& children = checker.names.children(lookup.target.index);
        domains.insert(domains.end(), children.begin(), children.end());
    }
    return domains;
}

void add_domain(const Checker& checker, std::size_t domain, Carriers& carriers) {
    std::optional<std::size_t> at = domain;
    while (at && !carriers.domains[*at]) {
        carriers.domains[*at] = true;
        const auto& in = checker.scenario.domains[*at].in;
        at = in ? checker.names.domain(*in) : std::nullopt;
    }
}

std::optional<std::size_t> node_of(const Checker& checker, const scenario::Group& group) {
    return group.node ? checker.names.node(*group.node) : std::nullopt;
}

void add_group(const Checker& checker, const scenario::Field<std::string>& on, Carriers& carriers) {
    const auto index = group_of(checker, on);
    if (!index || carriers.groups[*index]) return;
    carriers.groups[*index] = true;
    const scenario::Group& group = checker.scenario.groups[*index];
    if (const auto node = node_of(checker, group)) carriers.nodes[*node] = true;
    for (const std::size_t domain : domains_of(checker, group)) add_domain(checker, domain, carriers);
}

bool has_effect(const std::vector<FailureMode>& modes, Effect effect) {
    return std::any_of(modes.begin(), modes.end(),
                       [effect](const FailureMode& mode) { return mode.effect.value_or(Effect::stop) == effect; });
}

/// What a failure with one effect strikes first: whole groups, nodes, domains.
class Struck {
public:
    Struck(const Checker& checker, Effect effect) : Struck(checker) {
        const scenario::Scenario& scenario = checker.scenario;
        for (std::size_t i = 0; i < nodes_.size(); ++i) nodes_[i] = has_effect(scenario.nodes[i].failures, effect);
        for (std::size_t i = 0; i < domains_.size(); ++i) {
            domains_[i] = has_effect(scenario.domains[i].failures, effect);
        }
        for (const scenario::Event& event : scenario.events) {
            const bool cuts_off = event.action && event.action->verb == scenario::EventAction::Verb::partition;
            if (cuts_off && effect == Effect::partition && event.enabled.value_or(true)) add(event.action->target);
        }
        for (const scenario::Cause& cause : scenario.causes) {
            if (!cause.hits || cause.effect.value_or(Effect::stop) != effect) continue;
            for (const scenario::Selector& selector : *cause.hits) add(selector);
        }
        spread_inwards();
    }

    /// What one selector names.
    Struck(const Checker& checker, const scenario::Selector& selector) : Struck(checker) {
        add(selector);
        spread_inwards();
    }

    std::vector<bool> groups() const {
        std::vector<bool> exposed = groups_;
        for (std::size_t i = 0; i < exposed.size(); ++i) exposed[i] = exposed[i] || anybody_ || is_exposed(i);
        return exposed;
    }

private:
    explicit Struck(const Checker& checker)
        : checker_(checker),
          groups_(checker.scenario.groups.size()),
          nodes_(checker.scenario.nodes.size()),
          domains_(checker.scenario.domains.size()) {}

    void add(const scenario::Selector& selector) {
        const Lookup lookup = checker_.names.find(selector.kind, selector.pattern);
        if (lookup.outcome != Outcome::found) return;
        const std::size_t index = lookup.target.index;
        switch (lookup.target.kind) {
            case TargetKind::group:
            case TargetKind::member:
            case TargetKind::members: groups_[index] = true; break;
            case TargetKind::node: nodes_[index] = true; break;
            case TargetKind::domain: domains_[index] = true; break;
            case TargetKind::children:
                for (const std::size_t child : checker_.names.children(index)) domains_[child] = true;
                break;
            case TargetKind::tag: anybody_ = true; break;
            case TargetKind::service:
            case TargetKind::store:
            case TargetKind::balancer: break;
        }
    }

    /// A domain's failure reaches everything in it. Parents stand before their children.
    void spread_inwards() {
        for (std::size_t i = 0; i < domains_.size(); ++i) {
            if (!domains_[i]) continue;
            for (const std::size_t child : checker_.names.children(i)) domains_[child] = true;
        }
    }

    bool is_exposed(std::size_t index) const {
        const scenario::Group& group = checker_.scenario.groups[index];
        const auto node = node_of(checker_, group);
        if (node && nodes_[*node]) return true;
        const auto domains = domains_of(checker_, group);
        return std::any_of(domains.begin(), domains.end(), [this](std::size_t d) { return domains_[d]; });
    }

    const Checker& checker_;
    std::vector<bool> groups_, nodes_, domains_;
    bool anybody_ = false;  ///< A cause hits a tag, which anybody may carry.
};

std::int64_t witnesses_of(const Checker& checker, const Store& store) {
    if (!store.failover || !store.failover->witness) return 0;
    std::int64_t count = 0;
    for (const scenario::Selector& selector : *store.failover->witness) {
        const Lookup lookup = checker.names.find(selector.kind, selector.pattern);
        if (lookup.outcome == Outcome::found) count += lookup.target.size;
    }
    return count;
}

}  // namespace

CopyCount count_copies(const Checker& checker, const Store& store) {
    CopyCount count;
    const auto size_of = [&](const scenario::Field<std::string>& on) {
        const auto group = group_of(checker, on);
        if (!group) count.known = false;
        return group ? checker.names.count_of(*group) : 0;
    };
    count.members = size_of(store.on);
    count.voters = count.members + witnesses_of(checker, store);
    for (const scenario::Follower& follower : store.followers) {
        const std::int64_t copies = size_of(follower.on);
        const ReplicationMode mode = follower.mode.value_or(ReplicationMode::async);
        count.followers += copies;
        if (mode != ReplicationMode::async) count.in_sync += copies;
        if (mode == ReplicationMode::quorum) count.voters += copies;
        if (follower.promote.value_or(PromoteBy::plan) == PromoteBy::failover) count.candidates += copies;
    }
    return count;
}

bool is_automatic(const scenario::Failover& failover) {
    return failover.mode.value_or(scenario::FailoverMode::automatic) == scenario::FailoverMode::automatic;
}

Carriers carriers(const Checker& checker) {
    Carriers carriers{.groups = std::vector<bool>(checker.scenario.groups.size()),
                      .nodes = std::vector<bool>(checker.scenario.nodes.size()),
                      .domains = std::vector<bool>(checker.scenario.domains.size())};
    for (const Store& store : checker.scenario.stores) {
        add_group(checker, store.on, carriers);
        for (const scenario::Follower& follower : store.followers) add_group(checker, follower.on, carriers);
    }
    return carriers;
}

Exposed exposed_groups(const Checker& checker) {
    return {.to_partition = Struck(checker, Effect::partition).groups(),
            .to_hang = Struck(checker, Effect::hang).groups(),
            .to_lost_data = Struck(checker, Effect::lose_data).groups()};
}

bool is_kept_across(const Checker& checker, const scenario::Selector& here, const scenario::Selector& there) {
    const std::vector<bool> groups_here = Struck(checker, here).groups();
    const std::vector<bool> groups_there = Struck(checker, there).groups();
    const auto& stores = checker.scenario.stores;
    const auto& balancers = checker.scenario.balancers;
    return std::any_of(stores.begin(), stores.end(),
                       [&](const Store& store) {
                           return has_copy_on(checker, store, groups_here) && has_copy_on(checker, store, groups_there);
                       }) ||
           std::any_of(balancers.begin(), balancers.end(), [&](const scenario::Balancer& balancer) {
               const auto group = group_of(checker, balancer.on);
               return group && groups_here[*group] && groups_there[*group];
           });
}

std::vector<std::size_t> stores_on(const Checker& checker, const scenario::Selector& selector) {
    const Lookup lookup = checker.names.find(selector.kind, selector.pattern);
    const bool is_store = lookup.outcome == Outcome::found && lookup.target.kind == TargetKind::store;
    const std::vector<bool> groups = Struck(checker, selector).groups();
    std::vector<std::size_t> found;
    for (std::size_t s = 0; s < checker.scenario.stores.size(); ++s) {
        const bool is_named = is_store && lookup.target.index == s;
        if (is_named || has_copy_on(checker, checker.scenario.stores[s], groups)) found.push_back(s);
    }
    return found;
}

bool has_copy_on(const Checker& checker, const Store& store, const std::vector<bool>& groups) {
    const auto is_on = [&](const scenario::Field<std::string>& on) {
        const auto group = group_of(checker, on);
        return group && groups[*group];
    };
    return is_on(store.on) || std::any_of(store.followers.begin(), store.followers.end(),
                                          [&](const scenario::Follower& follower) { return is_on(follower.on); });
}

}  // namespace nines::validate

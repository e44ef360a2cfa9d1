// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/spoiled_stores.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

namespace nines::scenario {

namespace {

template <class Thing>
std::optional<std::size_t> place_of(const std::vector<Thing>& things, const std::string& id) {
    const auto found = std::find_if(things.begin(), things.end(), [&](const Thing& thing) { return thing.id == id; });
    if (found == things.end()) return std::nullopt;
    return static_cast<std::size_t>(found - things.begin());
}

/// Follows what a service needs, through balancers and, where asked to, through other services.
class Behind {
public:
    Behind(const Scenario& scenario, bool through_services)
        : scenario_(scenario), through_services_(through_services) {}

    void add(const Service& service) {
        if (!services_.insert(service.id).second) return;
        if (service.entry) follow({RefKind::any, *service.entry, {}});
        if (!service.needs) return;
        for (const Need& need : *service.needs) {
            for (const Reference& operand : need.operands) follow(operand);
        }
    }

    const std::set<std::string>& groups() const { return groups_; }
    const std::set<std::size_t>& stores() const { return stores_; }

private:
    /// A bare name is a group before it is a service, store or balancer; "web/2" and "web/*" are of group web.
    void follow(const Reference& what) {
        const auto may_be = [&](RefKind kind) { return what.kind == RefKind::any || what.kind == kind; };
        const std::string stem = what.name.substr(0, what.name.rfind('/'));
        for (const std::string& name : {what.name, stem}) {
            if (may_be(RefKind::group) && place_of(scenario_.groups, name)) {
                groups_.insert(name);
                return;
            }
        }
        if (may_be(RefKind::service)) {
            if (const auto service = place_of(scenario_.services, what.name)) {
                if (through_services_) add(scenario_.services[*service]);
                return;
            }
        }
        if (may_be(RefKind::store)) {
            if (const auto store = place_of(scenario_.stores, what.name)) {
                stores_.insert(*store);
                return;
            }
        }
        if (!may_be(RefKind::balancer)) return;
        if (const auto balancer = place_of(scenario_.balancers, what.name)) follow(scenario_.balancers[*balancer]);
    }

    void follow(const Balancer& balancer) {
        if (!balancers_.insert(balancer.id).second || !balancer.to) return;
        for (const Selector& target : *balancer.to) follow({target.kind, target.pattern, {}});
    }

    const Scenario& scenario_;
    bool through_services_;
    std::set<std::string> services_, balancers_, groups_;
    std::set<std::size_t> stores_;
};

}  // namespace

bool corrupts_data(const Deploy& deploy) {
    return deploy.effect && deploy.effect->kind == Effect::corrupt;
}

std::vector<std::size_t> stores_used_with(const Scenario& scenario, const Group& group) {
    Behind all(scenario, true);
    for (const Service& service : scenario.services) {
        Behind own(scenario, false);
        own.add(service);
        if (own.groups().contains(group.id)) all.add(service);
    }
    return {all.stores().begin(), all.stores().end()};
}

std::vector<std::size_t> spoiled_stores(const Scenario& scenario, const Group& group) {
    if (!group.deploy->corrupts) return stores_used_with(scenario, group);
    std::set<std::size_t> stores;
    for (const std::string& name : *group.deploy->corrupts) {
        if (const auto store = place_of(scenario.stores, name)) stores.insert(*store);
    }
    return {stores.begin(), stores.end()};
}

}  // namespace nines::scenario

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/cost_assumptions.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/results/store_assumptions.hpp"
#include "models/scenario/group_size.hpp"

namespace nines::results {

namespace {

using scenario::Scenario;

/// Adds "nodes a, b" if some of these things have no price.
template <class Things, class HasPrice>
void add_unpriced(std::vector<std::string>& all, const char* kind, const Things& things, const HasPrice& has_price) {
    std::vector<std::string> ids;
    for (const auto& thing : things) {
        if (!has_price(thing)) ids.push_back(thing.id);
    }
    if (!ids.empty()) all.push_back(fmt::format("{} {}", kind, listed(ids)));
}

bool has_price(const scenario::Crew& crew) {
    return crew.price || crew.work_price || crew.call_price;
}

std::vector<std::string> unpriced(const Scenario& scenario) {
    const auto price = [](const auto& thing) { return thing.price.value.has_value(); };
    std::vector<std::string> all;
    add_unpriced(all, "node", scenario.nodes, price);
    add_unpriced(all, "store", scenario.stores, price);
    add_unpriced(all, "backup", scenario.backups, price);
    add_unpriced(all, "balancer", scenario.balancers,
                 [](const scenario::Balancer& balancer) { return balancer.price || balancer.on; });
    add_unpriced(all, "crew", scenario.crews, has_price);
    add_unpriced(all, "downtime of", scenario.services,
                 [](const scenario::Service& service) { return service.downtime_cost.value.has_value(); });
    add_unpriced(all, "credits of", scenario.services, [](const scenario::Service& service) {
        return service.objective.fee.value.has_value() || !service.objective.credits.value.has_value();
    });
    if (!scenario.stores.empty()) {
        add_unpriced(all, "data lost by", scenario.services,
                     [](const scenario::Service& service) { return service.data_loss_cost.value.has_value(); });
    }
    return all;
}

/// Of its members some idle, and each costs as much as one that serves.
bool pays_for_idle_members(const Scenario& scenario, const scenario::Group& group) {
    const bool has_idle = scenario::least_serving(group) < scenario::most_members(group);
    if (!has_idle || scenario::comes_and_goes(group) || (group.standby && group.standby->price)) return false;
    return std::any_of(scenario.nodes.begin(), scenario.nodes.end(),
                       [&](const scenario::Node& node) { return group.node && node.id == *group.node && node.price; });
}

}  // namespace

void add_cost_assumptions(std::vector<std::string>& said, const Scenario& scenario, const compile::Program& program) {
    if (!program.costs.exist()) return;
    const std::vector<std::string> nothing = unpriced(scenario);
    if (!nothing.empty()) {
        said.push_back(fmt::format("Without a price, and therefore counted as 0: {}.", fmt::join(nothing, "; ")));
    }
    const bool any_node = std::any_of(scenario.nodes.begin(), scenario.nodes.end(),
                                      [](const scenario::Node& node) { return node.price.value.has_value(); });
    if (any_node) {
        said.emplace_back(
            "Members cost their price for the time that they are wanted in service, also while they are "
            "down; repairs and spare parts cost nothing.");
    }
    if (!program.costs.credits.empty()) {
        said.emplace_back(
            "Credits cost their mean share of a window's fee; a rest of the horizon that is no whole window counts as "
            "the windows do.");
    }
    std::vector<std::string> idle;
    for (const scenario::Group& group : scenario.groups) {
        if (pays_for_idle_members(scenario, group)) idle.push_back(group.id);
    }
    if (!idle.empty()) {
        said.push_back(fmt::format("Members that stand by cost as much as those that serve: {}.", listed(idle)));
    }
}

}  // namespace nines::results

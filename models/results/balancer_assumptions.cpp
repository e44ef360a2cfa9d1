// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/balancer_assumptions.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/results/store_assumptions.hpp"

namespace nines::results {

namespace {

using scenario::Balancer;
using scenario::Scenario;
using scenario::Service;

/// Ids of the things for which it is so.
template <class Thing, class Condition>
std::vector<std::string> those(const std::vector<Thing>& things, Condition is_so) {
    std::vector<std::string> names;
    for (const Thing& thing : things) {
        if (is_so(thing)) names.push_back(thing.id);
    }
    return names;
}

template <class Thing, class Condition>
void say(std::vector<std::string>& said, const char* sentence, const std::vector<Thing>& things, Condition is_so) {
    const std::vector<std::string> names = those(things, is_so);
    if (!names.empty()) said.push_back(fmt::format(fmt::runtime(sentence), listed(names)));
}

bool counts_requests(const Service& service) {
    return service.entry || service.load || service.up_when;
}

bool has_several_machines(const Scenario& scenario, const Balancer& balancer) {
    return balancer.on && std::any_of(scenario.groups.begin(), scenario.groups.end(), [&](const auto& group) {
               return group.id == *balancer.on && group.count.value_or(1) > 1;
           });
}

/// Users meet a group without a balancer before it.
bool enters_a_group(const Scenario& scenario, const Service& service) {
    if (!service.entry) return false;
    const std::string& entry = *service.entry;
    const std::string name = entry.starts_with("group:") ? entry.substr(6) : entry;
    return std::any_of(scenario.groups.begin(), scenario.groups.end(),
                       [&](const auto& group) { return group.id == name; });
}

}  // namespace

void add_load_assumptions(std::vector<std::string>& said, const Scenario& scenario) {
    const std::vector<Service>& services = scenario.services;
    if (services.empty()) return;
    say(said, "Not simulated yet: what only degrades a service (`soft`): {}.", services,
        [](const Service& service) { return service.soft && !service.soft->empty(); });
    say(said, "Not simulated yet: what only a start needs (`to_start`): {}.", services,
        [](const Service& service) { return service.to_start && !service.to_start->empty(); });
    say(said, "Not simulated yet: the warm-up of a node; it has its whole capacity at once: {}.", scenario.nodes,
        [](const scenario::Node& node) { return static_cast<bool>(node.warm_up); });
    if (std::none_of(services.begin(), services.end(), counts_requests)) {
        said.emplace_back("No service has a load: requests come evenly, so request availability equals availability.");
        return;
    }
    say(said, "No load is given, so requests come evenly and no server has too many: {}.", services,
        [](const Service& service) { return counts_requests(service) && !service.load; });
    say(said, "Requests are answered while the service is up, so request availability equals availability: {}.",
        services, [](const Service& service) { return !counts_requests(service); });
    say(said, "No balancer stands before it: all requests are answered while one member is up, of any capacity: {}.",
        services, [&](const Service& service) { return enters_a_group(scenario, service); });
}

void add_balancer_assumptions(std::vector<std::string>& said, const Scenario& scenario) {
    const std::vector<Balancer>& all = scenario.balancers;
    say(said,
        "Without `check` a balancer checks as HAProxy does by default: a target leaves 4 to 6 s after a crash and 10 "
        "to "
        "12 s after silence, and is back after 2 to 4 s: {}.",
        all, [](const Balancer& balancer) { return !balancer.check; });
    say(said, "Without `retry` a refused request is tried again, the last time elsewhere: {}.", all,
        [](const Balancer& balancer) { return !balancer.retry; });
    say(said, "Without `on` a balancer has no machines of its own that could fail: {}.", all,
        [](const Balancer& balancer) { return !balancer.on; });
    say(said, "Without `failover` its address moves as VRRP does by default, within 2.6 to 3.6 s: {}.", all,
        [&](const Balancer& balancer) { return has_several_machines(scenario, balancer) && !balancer.failover; });
    say(said, "A healthy target is never taken out of rotation: {}.", all, [](const Balancer& balancer) {
        return !balancer.check || (balancer.check->false_positive.value_or(0.0) <= 0.0 &&
                                   balancer.check->false_positive_full.value_or(0.0) <= 0.0);
    });
    say(said, "Healthy targets that are taken out under load are back after as many good checks as without load: {}.",
        all, [](const Balancer& balancer) { return balancer.check && balancer.check->false_positive_full; });
    std::vector<std::string> presets;
    for (const Balancer& balancer : all) {
        if (balancer.preset) presets.push_back(fmt::format("{} ({})", balancer.id, *balancer.preset));
    }
    if (!presets.empty()) {
        said.push_back(fmt::format(
            "What a balancer does follows a preset: {}; `nines explain` shows each value's source.", listed(presets)));
    }
    const auto positive = [](const auto& field) { return field && field->in_seconds() > 0.0; };
    say(said, "Not simulated yet: the slow start of targets that are back: {}.", all,
        [&](const Balancer& balancer) { return positive(balancer.slow_start); });
    say(said, "Not simulated yet: clients that keep an old address for its TTL or longer: {}.", all,
        [&](const Balancer& balancer) { return positive(balancer.ttl) || balancer.stale.value_or(0.0) > 0.0; });
    say(said, "Not simulated yet: the budget of retries; all of them are made: {}.", all,
        [](const Balancer& balancer) { return balancer.retry && balancer.retry->budget; });
}

}  // namespace nines::results

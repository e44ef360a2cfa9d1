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

/// Users meet a balancer, or a service behind one may be.
bool has_balancer(const Scenario& scenario, const Service& service) {
    return service.entry && !scenario.balancers.empty() && !enters_a_group(scenario, service);
}

/// What is too much for its targets is worked on in vain.
bool waits_in_vain(const Balancer& balancer) {
    return balancer.overload && (!balancer.overload->shed.value_or(true) || balancer.overload->queue);
}

}  // namespace

void add_load_assumptions(std::vector<std::string>& said, const Scenario& scenario) {
    const std::vector<Service>& services = scenario.services;
    if (services.empty()) return;
    if (std::none_of(services.begin(), services.end(), counts_requests)) {
        said.emplace_back("No service has a load: requests come evenly, so request availability equals availability.");
        return;
    }
    say(said, "No load is given, so requests come evenly and no server has too many: {}.", services,
        [](const Service& service) { return counts_requests(service) && !service.load; });
    say(said, "Users do not try again what was not answered (`load.retries`): {}.", services,
        [&](const Service& service) {
            return service.load && service.load->retries.value_or(0) == 0 && has_balancer(scenario, service);
        });
    say(said, "Requests are answered while the service is up, so request availability equals availability: {}.",
        services, [](const Service& service) { return !counts_requests(service); });
    say(said, "No balancer stands before it: all requests are answered while one member is up, of any capacity: {}.",
        services, [&](const Service& service) { return enters_a_group(scenario, service); });
}

void add_capacity_assumptions(std::vector<std::string>& said, const Scenario& scenario) {
    if (std::none_of(scenario.services.begin(), scenario.services.end(),
                     [](const Service& service) { return static_cast<bool>(service.load); })) {
        return;
    }
    say(said,
        "After a repair or a start a node has 1/8, 3/8, 5/8 and 7/8 of its capacity for a quarter of its warm-up each, "
        "but not after it was only cut off: {}.",
        scenario.nodes, [](const scenario::Node& node) { return node.warm_up && node.capacity; });
    say(said, "A node that is slow in several ways at once has the capacity of the worst: {}.", scenario.nodes,
        [](const scenario::Node& node) {
            return std::count_if(node.failures.begin(), node.failures.end(), [](const scenario::FailureMode& mode) {
                       return mode.effect && *mode.effect == scenario::Effect::slow;
                   }) > 1;
        });
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
    const bool any_tries = std::any_of(scenario.services.begin(), scenario.services.end(), [](const Service& service) {
        return service.load && service.load->retries.value_or(0) > 0;
    });
    say(said,
        "Without shedding overload comes and goes at once, and lasts as long as the load exceeds the capacity over the "
        "tries per request that it brings forth: {}.",
        all, [&](const Balancer& balancer) {
            const bool tries = any_tries || (balancer.retry && balancer.retry->timeouts.value_or(false));
            return tries && waits_in_vain(balancer);
        });
    say(said, "A silent target holds a connection for the timeout of a check, 2 s unless said otherwise: {}.", all,
        [](const Balancer& balancer) {
            const bool limits = balancer.overload && balancer.overload->connections && balancer.overload->response;
            return limits && !(balancer.retry && balancer.retry->timeout);
        });
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
    say(said,
        "Clients keep an answer for what is left of its TTL and a share of them longer; they follow a change in at "
        "most "
        "7 steps, whose mean delay is exact: {}.",
        all, [&](const Balancer& balancer) { return positive(balancer.ttl) || balancer.stale.value_or(0.0) > 0.0; });
    say(said, "No client keeps an answer longer than its TTL: {}.", all,
        [&](const Balancer& balancer) { return positive(balancer.ttl) && balancer.stale.value_or(0.0) <= 0.0; });
    say(said, "A target that is back gets 1/8, 3/8, 5/8 and 7/8 of its share for a quarter of the slow start each: {}.",
        all, [&](const Balancer& balancer) { return positive(balancer.slow_start); });
}

}  // namespace nines::results

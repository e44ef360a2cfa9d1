// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/system.hpp"

#include <cmath>
#include <numeric>
#include <utility>

#include "sim/random/parametrise.hpp"

namespace nines::bench {

namespace {

template <class T>
scenario::Field<T> field(T value) {
    scenario::Field<T> result;
    result.value = std::move(value);
    return result;
}

struct Pair {
    sim::Law up;
    sim::Law repair;
};

/// One pair of laws for each kind of node, all with the same two means.
std::vector<Pair> laws_of(Laws laws) {
    switch (laws) {
        case Laws::exponential: return {{{sim::Exponential{mean_up}}, {sim::Exponential{mean_repair}}}};
        case Laws::never_fails: return {{{sim::Exponential{Duration::hours(1e15)}}, {sim::Exponential{mean_repair}}}};
        case Laws::mixed: break;
    }
    return {
        {{*sim::weibull_from_mean(1.5, mean_up)}, {*sim::lognormal_from_mean_and_cv(mean_repair, 0.8)}},
        {{*sim::lognormal_from_mean_and_cv(mean_up, 1.0)}, {*sim::gamma_from_mean_and_cv(mean_repair, 0.7)}},
        {{*sim::gamma_from_mean_and_cv(mean_up, 0.7)}, {sim::Uniform{mean_repair * 0.5, mean_repair * 1.5}}},
        {{*sim::weibull_from_mean(0.8, mean_up)}, {*sim::weibull_from_mean(2.0, mean_repair)}},
    };
}

scenario::Node node_of(std::size_t kind, const Pair& laws) {
    scenario::FailureMode mode;
    mode.ttf = field(laws.up);
    mode.ttr = field(laws.repair);
    scenario::Node node;
    node.id = "node" + std::to_string(kind);
    node.failures = {std::move(mode)};
    return node;
}

/// P(fewer than `needed` of the members work), each down with probability q.
double group_is_down(Redundancy group, double q) {
    double down = 0.0;
    for (std::uint32_t failed = group.members - group.needed + 1; failed <= group.members; ++failed) {
        double term = 1.0;
        for (std::uint32_t i = 0; i < failed; ++i) term *= q * (group.members - i) / (i + 1.0);
        down += term * std::pow(1.0 - q, group.members - failed);
    }
    return down;
}

double system_is_down(const System& system, double q) {
    double log_up = 0.0;
    for (const Redundancy& group : system) log_up += std::log1p(-group_is_down(group, q));
    return -std::expm1(log_up);
}

}  // namespace

System two_of_three() {
    return {{3, 2}};
}

System balanced_groups(std::uint32_t groups) {
    System system(groups + 1, Redundancy{5, 3});
    system.front() = {2, 1};
    return system;
}

std::uint32_t component_count(const System& system) {
    return std::accumulate(system.begin(), system.end(), 0u,
                           [](std::uint32_t sum, const Redundancy& group) { return sum + group.members; });
}

scenario::Scenario scenario_of(const System& system, Laws laws) {
    scenario::Scenario result;
    result.experiment.horizon = field(horizon);
    const std::vector<Pair> pairs = laws_of(laws);
    for (std::size_t kind = 0; kind < pairs.size(); ++kind) result.nodes.push_back(node_of(kind, pairs[kind]));

    std::vector<scenario::Need> needs;
    for (std::size_t g = 0; g < system.size(); ++g) {
        scenario::Group group;
        group.id = "group" + std::to_string(g);
        group.node = field(result.nodes[g % pairs.size()].id);
        group.count = field<std::int64_t>(system[g].members);
        scenario::Need need;
        need.at_least = system[g].needed;
        need.counted = true;
        need.operands = {{scenario::RefKind::group, group.id, {}}};
        needs.push_back(std::move(need));
        result.groups.push_back(std::move(group));
    }
    scenario::Service service;
    service.id = "site";
    service.needs = field(std::move(needs));
    result.services = {std::move(service)};
    return result;
}

double exact_unavailability(const System& system) {
    const double failures = 1.0 / mean_up.in_hours();
    const double repairs = 1.0 / mean_repair.in_hours();
    const double settled = 40.0 / (failures + repairs);  // exp(-40): constant to the last digit from here on
    const auto down_at = [&](double hours) {
        return system_is_down(system, failures / (failures + repairs) * -std::expm1(-(failures + repairs) * hours));
    };
    constexpr int panels = 2000;
    const double step = settled / panels;
    double sum = down_at(0.0) + down_at(settled);
    for (int i = 1; i < panels; ++i) sum += (i % 2 == 1 ? 4.0 : 2.0) * down_at(i * step);
    const double early = sum * step / 3.0;
    return (early + (horizon.in_hours() - settled) * down_at(settled)) / horizon.in_hours();
}

}  // namespace nines::bench

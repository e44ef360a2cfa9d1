// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/validate/checker.hpp"
#include "models/validate/traffic.hpp"

namespace nines::validate {
namespace {

using scenario::Detection;
namespace codes = scenario::codes;

void warn_unused(Checker& checker, const Detection& detection, const std::string& what, std::string_view why) {
    if (!written(detection.false_positive_full)) return;
    checker.warn(codes::key_without_effect, detection.false_positive_full.origin.place,
                 fmt::format("{}: `false_positive_full` has no effect", what), std::string(why));
}

/// Whether a target of the balancer is a server that says how much it can take.
bool has_target_with_capacity(const Checker& checker, const scenario::Balancer& balancer) {
    const auto& groups = checker.scenario.groups;
    return std::any_of(balancer.to->begin(), balancer.to->end(), [&](const scenario::Selector& target) {
        const Lookup lookup = checker.names.find(target.kind, target.pattern);
        if (lookup.outcome != Outcome::found || lookup.target.kind != TargetKind::group) return false;
        const auto& made_of = groups[lookup.target.index].node;
        const auto node = made_of ? checker.names.node(*made_of) : std::nullopt;
        return !node || given(checker.scenario.nodes[*node].capacity);
    });
}

void check_balancer(Checker& checker, const scenario::Balancer& balancer, bool any_load) {
    const std::string what = fmt::format("`check` of balancer \"{}\"", balancer.id);
    const Detection& check = *balancer.check;
    if (check.false_positive_full && *check.false_positive_full < check.false_positive.value_or(0.0)) {
        checker.error(codes::alarms_fall, check.false_positive_full.origin.place,
                      fmt::format("{} fails more often at rest than at full load", what),
                      "`false_positive_full` is no lower than `false_positive`");
    }
    if (!any_load) {
        warn_unused(checker, check, what, "no service has a `load`");
    } else if (balancer.to && !has_target_with_capacity(checker, balancer)) {
        warn_unused(checker, check, what, "none of its targets is made of a node with a `capacity`");
    }
}

void check_failover(Checker& checker, const scenario::Field<scenario::Failover>& failover, const std::string& of) {
    if (!failover || !failover->detect) return;
    warn_unused(checker, *failover->detect, fmt::format("`detect` of {}", of),
                "it is for the check of a balancer; a store's false alarms are `false_positive`");
}

}  // namespace

void check_alarms(Checker& checker) {
    const auto& services = checker.scenario.services;
    const bool any_load = !checker.whole || std::any_of(services.begin(), services.end(),
                                                        [](const auto& service) { return given(service.load); });
    for (const scenario::Balancer& balancer : checker.scenario.balancers) {
        if (balancer.check) check_balancer(checker, balancer, any_load);
        check_failover(checker, balancer.failover, fmt::format("balancer \"{}\"", balancer.id));
    }
    for (const scenario::Store& store : checker.scenario.stores) {
        check_failover(checker, store.failover, fmt::format("store \"{}\"", store.id));
    }
}

}  // namespace nines::validate

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <set>

#include "models/validate/checker.hpp"
#include "models/validate/traffic.hpp"

/// Limits of balancers and of what they send to, and further tries: what of it has an effect.
namespace nines::validate {
namespace {

using scenario::Balancer;
using scenario::BalancerMode;
using scenario::Field;
using scenario::Load;
using scenario::Overload;
using scenario::Redispatch;
using scenario::Retry;
using scenario::Service;
namespace codes = scenario::codes;

template <class T>
void warn_unused(Checker& checker, const std::string& what, const Field<T>& field, std::string_view key,
                 std::string_view why) {
    if (!written(field)) return;
    checker.warn(codes::key_without_effect, field.origin.place, fmt::format("{}: `{}` has no effect", what, key),
                 std::string(why));
}

/// Does some target, as far as it can be seen from here, say how much it serves?
bool any_capacity(const Checker& checker, const Balancer& balancer) {
    if (!balancer.to) return true;
    return std::any_of(balancer.to->begin(), balancer.to->end(), [&](const scenario::Selector& target) {
        const Lookup lookup = checker.names.find(target.kind, target.pattern);
        if (lookup.outcome != Outcome::found || lookup.target.kind != TargetKind::group) return true;
        const scenario::Group& group = checker.scenario.groups[lookup.target.index];
        const auto node = group.node ? checker.names.node(*group.node) : std::nullopt;
        return !node || given(checker.scenario.nodes[*node].capacity);
    });
}

/// A queue and patience say together whether what is too much is refused.
void check_queue(Checker& checker, const std::string& what, const Overload& overload, bool has_capacity) {
    if (!given(overload.patience)) {
        warn_unused(checker, what, overload.queue, "queue", "give `patience` too: how long users wait");
        return;
    }
    if (!given(overload.queue)) {
        warn_unused(checker, what, overload.patience, "patience", "give `queue` too: how many may wait");
        return;
    }
    if (written(overload.shed)) {
        checker.error(codes::several_ways, overload.shed.origin.place,
                      fmt::format("{}: `shed` and `queue` with `patience` say the same thing", what),
                      "leave `shed` out, or the other two");
    }
    if (has_capacity) return;
    constexpr std::string_view why = "no target has a `capacity`, so nothing waits";
    warn_unused(checker, what, overload.queue, "queue", why);
    warn_unused(checker, what, overload.patience, "patience", why);
}

void check_spill(Checker& checker, const std::string& what, const Balancer& balancer, bool has_capacity) {
    const Overload& overload = *balancer.overload;
    const bool mode_known = balancer.mode || !given(balancer.mode);
    const bool by_priority = balancer.mode.value_or(BalancerMode::spread) == BalancerMode::priority;
    if (mode_known && !by_priority) {
        warn_unused(checker, what, overload.spill, "spill", "only mode = \"priority\" has tiers");
    } else if (balancer.to && balancer.to->size() < 2) {
        warn_unused(checker, what, overload.spill, "spill", "there is no second tier in `to`");
    } else if (clients_keep_answers(balancer)) {
        warn_unused(checker, what, overload.spill, "spill",
                    "clients keep its answers (`ttl`, `stale`), whatever they add up to; a balancer that requests pass "
                    "through can spill over");
    } else if (!has_capacity) {
        warn_unused(checker, what, overload.spill, "spill", "no target has a `capacity`, so the first tier takes all");
    }
}

void check_overload_limits(Checker& checker, const std::string& what, const Balancer& balancer, bool any_load) {
    const Overload& overload = *balancer.overload;
    if (!any_load) {
        constexpr std::string_view why = "no service has a `load`, so nothing is too much";
        warn_unused(checker, what, overload.queue, "queue", why);
        warn_unused(checker, what, overload.patience, "patience", why);
        warn_unused(checker, what, overload.spill, "spill", why);
        warn_unused(checker, what, overload.connections, "connections", why);
        warn_unused(checker, what, overload.response, "response", why);
        return;
    }
    const bool has_capacity = any_capacity(checker, balancer);
    check_queue(checker, what, overload, has_capacity);
    check_spill(checker, what, balancer, has_capacity);
    if (clients_keep_answers(balancer)) {
        constexpr std::string_view why =
            "clients keep its answers (`ttl`, `stale`) and connect to its targets themselves; give it to these";
        warn_unused(checker, what, overload.connections, "connections", why);
        warn_unused(checker, what, overload.response, "response", why);
        return;
    }
    if (!given(overload.response)) {
        warn_unused(checker, what, overload.connections, "connections", "give `response` too: how long each is held");
    }
    if (!given(overload.connections)) {
        warn_unused(checker, what, overload.response, "response", "give `connections` too: how many it handles");
    }
}

void check_tries(Checker& checker, const std::string& what, const Balancer& balancer) {
    const Retry& retry = *balancer.retry;
    const bool limits = balancer.overload && given(balancer.overload->connections);
    if (!limits) {
        warn_unused(checker, what, retry.timeout, "timeout", "it matters where overload = { connections = .. } is set");
    }
    const bool known = retry.redispatch || !given(retry.redispatch);
    const bool stays = known && retry.redispatch.value_or(Redispatch::last) == Redispatch::never;
    const bool tries = retry.tries.value_or(3) > 0;
    if (stays && tries && !retry.timeouts.value_or(false)) {
        warn_unused(checker, what, retry.budget, "budget", "tries at the same target cost nothing and answer nothing");
    }
}

void check_users_tries(Checker& checker, const Service& service) {
    const Load& load = *service.load;
    const std::string what = fmt::format("`load` of service \"{}\"", service.id);
    if (load.retries.value_or(0) <= 0 && !(given(load.retries) && !load.retries)) {
        warn_unused(checker, what, load.retry_budget, "retry_budget", "without `retries` nothing is tried again");
        return;
    }
    const auto entry = entry_of(service);
    if (!entry && given(service.entry)) return;
    const Lookup lookup = entry ? checker.names.find(entry->kind, entry->name) : Lookup{};
    if (entry && (lookup.outcome != Outcome::found || lookup.target.kind != TargetKind::group)) return;
    constexpr std::string_view why = "no balancer stands before it, so all requests are answered while it is up";
    warn_unused(checker, what, load.retries, "retries", why);
    warn_unused(checker, what, load.retry_budget, "retry_budget", why);
}

/// Each service is given the whole capacity of the servers that it reaches. Said once for each group of them.
void check_shared_capacity(Checker& checker) {
    std::map<std::size_t, const Service*> first_at;
    std::set<std::size_t> said;
    Patience patience;
    for (const Service& service : checker.scenario.services) {
        if (!given(service.load) || !given(service.entry)) continue;
        for (const ServingPart& part : reach_of(checker, service, false, patience).parts) {
            const auto [first, is_new] = first_at.try_emplace(part.group, &service);
            if (is_new || !said.insert(part.group).second) continue;
            checker.warn(codes::capacity_shared, service.load.origin.place,
                         fmt::format("service \"{}\" and service \"{}\" both count on the whole capacity of group "
                                     "\"{}\"",
                                     first->second->id, service.id, checker.scenario.groups[part.group].id),
                         "give each its part: two groups, or one service with the load of both");
        }
    }
}

}  // namespace

void check_limits(Checker& checker) {
    const auto& services = checker.scenario.services;
    const bool any_load = !checker.whole || std::any_of(services.begin(), services.end(),
                                                        [](const Service& service) { return given(service.load); });
    for (const Balancer& balancer : checker.scenario.balancers) {
        const std::string what = fmt::format("balancer \"{}\"", balancer.id);
        if (balancer.overload) check_overload_limits(checker, what, balancer, any_load);
        if (balancer.retry) check_tries(checker, what, balancer);
    }
    for (const Service& service : services) {
        if (service.load) check_users_tries(checker, service);
    }
    check_shared_capacity(checker);
}

}  // namespace nines::validate

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>

#include "models/scenario/group_size.hpp"
#include "models/scenario/mode_laws.hpp"
#include "models/validate/checker.hpp"

namespace nines::validate {
namespace {

using scenario::Group;
using scenario::Need;
using scenario::Service;
namespace codes = scenario::codes;

/// A group that one need counts by its members.
struct CountedGroup {
    const Group* group = nullptr;
    std::int64_t size = 0;
    std::int64_t wanted = 0;
};

std::optional<CountedGroup> counted_group(const Checker& checker, const Need& need) {
    if (need.operands.size() != 1) return std::nullopt;
    const Lookup lookup = checker.names.find(need.operands.front().kind, need.operands.front().name);
    const bool is_group = lookup.outcome == Outcome::found &&
                          (lookup.target.kind == TargetKind::group || lookup.target.kind == TargetKind::members);
    if (!is_group) return std::nullopt;
    const std::int64_t size = lookup.target.size;
    const std::int64_t wanted = !need.counted ? 1 : need.all ? size : need.at_least;
    return CountedGroup{&checker.scenario.groups[lookup.target.index], size, wanted};
}

/// Domains over which one selector spreads.
std::vector<std::size_t> domains_of(const Checker& checker, const scenario::Selector& selector) {
    const Lookup lookup = checker.names.find(scenario::RefKind::domain, selector.pattern);
    if (lookup.outcome != Outcome::found) return {};
    if (lookup.target.kind == TargetKind::children) return checker.names.children(lookup.target.index);
    return {lookup.target.index};
}

void warn_about(Checker& checker, const Service& service, const Need& need, const CountedGroup& counted,
                std::size_t domain, std::int64_t lost) {
    const scenario::Domain& place = checker.scenario.domains[domain];
    checker.warn(codes::majority_in_one_domain, need.place,
                 fmt::format("service \"{}\" needs {} of {} members of \"{}\", but {} of them are in domain \"{}\"",
                             service.id, counted.wanted, counted.size, counted.group->id, lost, place.id),
                 "its failure alone stops the service: spread over more domains, or need fewer");
}

/// Members go round-robin, so the first domain holds the most: ceil(size / domains).
void check_spread(Checker& checker, const Service& service, const Need& need, const CountedGroup& counted) {
    for (const scenario::Selector& selector : *counted.group->spread) {
        const std::vector<std::size_t> domains = domains_of(checker, selector);
        if (domains.empty()) continue;
        const auto places = static_cast<std::int64_t>(domains.size());
        const std::int64_t most = (counted.size + places - 1) / places;
        const bool may_fail = !checker.scenario.domains[domains.front()].failures.empty();
        if (may_fail && counted.size - most < counted.wanted) {
            warn_about(checker, service, need, counted, domains.front(), most);
        }
    }
}

void check_single_place(Checker& checker, const Service& service, const Need& need, const CountedGroup& counted) {
    if (!counted.group->in || counted.group->spread) return;
    for (const std::string& id : *counted.group->in) {
        const auto domain = checker.names.domain(id);
        if (!domain || checker.scenario.domains[*domain].failures.empty()) continue;
        warn_about(checker, service, need, counted, *domain, counted.size);
    }
}

/// Long-run availability of the one thing that a need rests on alone; nothing if it rests on several.
std::optional<double> lone_availability(const Checker& checker, const Need& need) {
    if (need.operands.size() != 1) return std::nullopt;
    const Lookup lookup = checker.names.find(need.operands.front().kind, need.operands.front().name);
    if (lookup.outcome != Outcome::found || lookup.target.size != 1) return std::nullopt;
    const scenario::Scenario& scenario = checker.scenario;
    switch (lookup.target.kind) {
        case TargetKind::group:
        case TargetKind::member:
        case TargetKind::members: {
            const Group& group = scenario.groups[lookup.target.index];
            const auto node = group.node ? checker.names.node(*group.node) : std::nullopt;
            return node ? scenario::long_run_availability(scenario.nodes[*node].failures) : std::nullopt;
        }
        case TargetKind::node: return scenario::long_run_availability(scenario.nodes[lookup.target.index].failures);
        case TargetKind::domain: return scenario::long_run_availability(scenario.domains[lookup.target.index].failures);
        case TargetKind::service:
        case TargetKind::store:
        case TargetKind::balancer:
        case TargetKind::children:
        case TargetKind::tag: return std::nullopt;
    }
    return std::nullopt;
}

void check_target(Checker& checker, const Service& service, const Need& need) {
    if (!service.objective.slo) return;
    const auto alone = lone_availability(checker, need);
    if (!alone || *alone >= service.objective.slo->target) return;
    checker.warn(codes::slo_out_of_reach, service.objective.slo.origin.place,
                 fmt::format("service \"{}\" promises {:.7g}%, but \"{}\" alone is up only {:.7g}% of the time in the "
                             "long run",
                             service.id, 100 * service.objective.slo->target, need.operands.front().name, 100 * *alone),
                 "more than one of it, a faster repair, or a lower objective");
}

void check_maintenance(Checker& checker, const Service& service, const Need& need, const CountedGroup& counted) {
    const std::int64_t serving = scenario::is_scaled_by_plan(*counted.group)
                                     ? scenario::least_serving(*counted.group)
                                     : counted.group->active.value_or(counted.size);
    const bool has_slack = std::min(serving, counted.size) > counted.wanted || counted.size > serving;
    if (counted.group->maintenance.empty() || has_slack) return;
    checker.warn(codes::maintenance_stops_service, need.place,
                 fmt::format("service \"{}\" needs all members of \"{}\", so each maintenance is an outage", service.id,
                             counted.group->id),
                 "one member more, or need one less");
}

}  // namespace

void check_redundancy(Checker& checker) {
    for (const Service& service : checker.scenario.services) {
        if (!service.needs) continue;
        for (const Need& need : *service.needs) {
            check_target(checker, service, need);
            const auto counted = counted_group(checker, need);
            if (!counted || counted->wanted > counted->size) continue;
            check_maintenance(checker, service, need, *counted);
            if (counted->wanted == counted->size) continue;
            if (counted->group->spread) check_spread(checker, service, need, *counted);
            check_single_place(checker, service, need, *counted);
        }
    }
}

}  // namespace nines::validate

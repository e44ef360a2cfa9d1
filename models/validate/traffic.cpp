// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/validate/traffic.hpp"

#include <algorithm>
#include <set>

#include "models/scenario/group_size.hpp"
#include "models/scenario/parse.hpp"

namespace nines::validate {
namespace {

using scenario::Balancer;
using scenario::Reference;

/// Goes from thing to thing, with a list of its own: a hostile chain may be as long as the file.
class Walk {
public:
    Walk(const Checker& checker, bool all_well, Patience& patience)
        : checker_(checker), all_well_(all_well), patience_(patience) {}

    Reach from(const scenario::Service& service) {
        enter(service);
        while (!to_do_.empty()) {
            if (patience_.steps <= 0) return {.parts = {}, .unlimited = true, .unknown = true};
            const Target target = to_do_.back();
            to_do_.pop_back();
            if (target.kind == TargetKind::group) add_group(target.index);
            if (target.kind == TargetKind::balancer) pass_on(checker_.scenario.balancers[target.index]);
            if (target.kind == TargetKind::service) enter(checker_.scenario.services[target.index]);
        }
        return std::move(reach_);
    }

private:
    void enter(const scenario::Service& service) {
        const auto entry = entry_of(service);
        if (entry) {
            add(entry->kind, entry->name);
        } else {
            reach_.unlimited = true;
        }
    }

    void pass_on(const Balancer& balancer) {
        if (!balancer.to) return;
        const bool by_priority =
            balancer.mode.value_or(scenario::BalancerMode::spread) == scenario::BalancerMode::priority;
        const bool spills = balancer.overload && given(balancer.overload->spill);
        for (const scenario::Selector& target : *balancer.to) {
            add(target.kind, target.pattern);
            if (all_well_ && by_priority && !spills) return;
        }
    }

    void add(scenario::RefKind kind, const std::string& name) {
        --patience_.steps;
        const Lookup lookup = checker_.names.find(kind, name);
        if (lookup.outcome != Outcome::found || !takes_requests(lookup.target.kind)) {
            reach_.unlimited = reach_.unknown = true;
            return;
        }
        if (seen_.emplace(lookup.target.kind, lookup.target.index).second) to_do_.push_back(lookup.target);
    }

    void add_group(std::size_t index) {
        const scenario::Group& group = checker_.scenario.groups[index];
        const auto node = group.node ? checker_.names.node(*group.node) : std::nullopt;
        if (!node) reach_.unknown = true;
        if (!node || !checker_.scenario.nodes[*node].capacity) {
            reach_.unlimited = true;
            return;
        }
        if (group.spread) {
            for (const scenario::Selector& selector : *group.spread) patience_.steps -= places_of(selector);
        }
        const std::int64_t members = checker_.names.count_of(index);
        reach_.parts.push_back({.group = index,
                                .members = members,
                                .serving = std::min(scenario::is_scaled_by_plan(group) ? scenario::least_serving(group)
                                                                                       : group.active.value_or(members),
                                                    members),
                                .each = checker_.scenario.nodes[*node].capacity->requests_per_second});
    }

    /// Domains that someone who looks at the group's places will visit.
    std::int64_t places_of(const scenario::Selector& selector) const {
        const Lookup lookup = checker_.names.find(scenario::RefKind::domain, selector.pattern);
        return lookup.outcome == Outcome::found ? lookup.target.size : 0;
    }

    const Checker& checker_;
    bool all_well_;
    Patience& patience_;
    Reach reach_;
    std::vector<Target> to_do_;
    std::set<std::pair<TargetKind, std::size_t>> seen_;
};

}  // namespace

std::optional<Reference> entry_of(const scenario::Service& service) {
    if (!service.entry) return std::nullopt;
    const auto parsed = scenario::parse_reference(*service.entry, service.entry.origin.place);
    if (!parsed) return std::nullopt;
    Reference entry = *parsed;
    entry.place = service.entry.origin.place;
    return entry;
}

bool takes_requests(TargetKind kind) {
    return kind == TargetKind::group || kind == TargetKind::balancer || kind == TargetKind::service;
}

bool clients_keep_answers(const Balancer& balancer) {
    return balancer.ttl.value_or(Duration()) > Duration() || balancer.stale.value_or(0.0) > 0.0;
}

double ServingPart::capacity(std::int64_t lost) const {
    return static_cast<double>(std::min(serving, std::max<std::int64_t>(members - lost, 0))) * each;
}

Reach reach_of(const Checker& checker, const scenario::Service& service, bool all_well, Patience& patience) {
    return Walk(checker, all_well, patience).from(service);
}

}  // namespace nines::validate

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <unordered_set>

#include "models/scenario/group_size.hpp"
#include "models/validate/checker.hpp"
#include "models/validate/traffic.hpp"

namespace nines::validate {
namespace {

using scenario::Need;
using scenario::Reference;
using scenario::Service;
namespace codes = scenario::codes;

std::string title(const Service& service) {
    return fmt::format("service \"{}\"", service.id);
}

/// How many of what was found can serve at once: of a standby group the active ones.
std::int64_t members_serving(const Checker& checker, const Lookup& lookup) {
    if (lookup.target.kind != TargetKind::group) return lookup.target.size;
    const scenario::Group& group = checker.scenario.groups[lookup.target.index];
    if (scenario::is_scaled_by_plan(group)) return std::max<std::int64_t>(1, scenario::least_serving(group));
    return group.active ? std::min(*group.active, lookup.target.size) : lookup.target.size;
}

/// A bare name that fits several kinds; the thing itself is not meant, whatever it is called.
void check_name(Checker& checker, const std::string& what, const Reference& operand, std::string_view owner) {
    if (operand.kind != scenario::RefKind::any || operand.name == owner) return;
    std::vector<std::string_view> kinds;
    if (checker.names.group(operand.name)) kinds.push_back("group");
    if (checker.names.service(operand.name)) kinds.push_back("service");
    if (checker.names.store(operand.name)) kinds.push_back("store");
    if (checker.names.balancer(operand.name)) kinds.push_back("balancer");
    if (kinds.size() < 2) return;
    const std::string_view meant = kinds[0];
    const std::string_view other = kinds[1];
    checker.warn(codes::name_ambiguous, operand.place,
                 fmt::format("{0}: \"{1}\" is a {2} and a {3}; the {2} is meant", what, operand.name, meant, other),
                 fmt::format("write \"{1}:{0}\" or \"{2}:{0}\"", operand.name, meant, other));
}

}  // namespace

void check_need(Checker& checker, const std::string& what, const Need& need, std::string_view owner) {
    std::unordered_set<std::string_view> seen;
    std::int64_t available = 0;
    bool one_node = false;
    bool all_known = true;
    for (const Reference& operand : need.operands) {
        const Lookup lookup = checker.look_up(operand.kind, operand.name, operand.place, what);
        all_known = all_known && lookup.outcome == Outcome::found;
        if (lookup.outcome != Outcome::found) continue;
        const bool counts_members = need.operands.size() == 1;
        available += counts_members ? members_serving(checker, lookup) : 1;
        one_node = counts_members && lookup.target.kind == TargetKind::node;
        if (lookup.target.size == 0) {
            all_known = false;
            checker.error(codes::selector_empty, operand.place,
                          fmt::format("{}: \"{}\" chooses nothing", what, operand.name));
        }
        if (!seen.insert(operand.name).second) {
            checker.warn(codes::need_twice, operand.place, fmt::format("{} counts \"{}\" twice", what, operand.name),
                         "a thing that fails takes both counts along");
        }
        check_name(checker, what, operand, owner);
    }
    if (all_known && need.counted && !need.all && need.at_least > available) {
        checker.error(codes::too_few_operands, need.place,
                      fmt::format("{} asks for {}, but there are only {}", what, need.at_least, available),
                      one_node ? "a node alone is one unit; [group.ID] makes several of it"
                               : fmt::format("at most {} can be needed", available));
    }
}

namespace {

/// What users meet first.
void check_entry(Checker& checker, const Service& service) {
    const auto entry = entry_of(service);
    if (!entry) return;
    const std::string what = fmt::format("`entry` of {}", title(service));
    check_name(checker, what, *entry, service.id);
    const Lookup lookup = checker.look_up(entry->kind, entry->name, entry->place, what);
    if (lookup.outcome != Outcome::found || takes_requests(lookup.target.kind)) return;
    checker.error(codes::reference_wrong_kind, entry->place,
                  fmt::format("{}: \"{}\" takes no requests", what, entry->name),
                  "name a balancer, a group or a service");
}

void check_all(Checker& checker, const Service& service, const scenario::Field<std::vector<Need>>& needs,
               std::string_view key) {
    if (!needs) return;
    const std::string what = fmt::format("`{}` of {}", key, title(service));
    for (const Need& need : *needs) check_need(checker, what, need, service.id);
}

bool says_the_same(const Need& a, const Need& b) {
    const auto same_name = [](const Reference& x, const Reference& y) { return x.kind == y.kind && x.name == y.name; };
    return a.at_least == b.at_least && a.all == b.all && std::ranges::equal(a.operands, b.operands, same_name);
}

/// What is needed all the time is needed to start as well, and its loss does more than degrade.
void check_extra(Checker& checker, const Service& service, const scenario::Field<std::vector<Need>>& extra,
                 std::string_view key) {
    if (!extra || !service.needs) return;
    for (const Need& need : *extra) {
        if (need.operands.empty()) continue;
        if (std::ranges::none_of(*service.needs, [&](const Need& other) { return says_the_same(need, other); }))
            continue;
        checker.warn(codes::key_without_effect, need.place,
                     fmt::format("{}: \"{}\" in `{}` has no effect", title(service), need.operands.front().name, key),
                     "it stands in `needs` as well: leave it out in one of them");
    }
}

}  // namespace

void check_services(Checker& checker) {
    for (const Service& service : checker.scenario.services) {
        const bool empty = service.needs ? service.needs->empty() : checker.whole && !given(service.needs);
        if (empty && !given(service.entry)) {
            checker.error(codes::needs_empty, given(service.needs) ? service.needs.origin.place : service.place,
                          fmt::format("{} has no `entry` and needs nothing, so it is never down", title(service)),
                          "for example needs = [\"2 of web\"]");
        }
        check_entry(checker, service);
        check_all(checker, service, service.needs, "needs");
        check_all(checker, service, service.soft, "soft");
        check_all(checker, service, service.to_start, "to_start");
        check_extra(checker, service, service.soft, "soft");
        check_extra(checker, service, service.to_start, "to_start");
        const auto& slo = service.objective.slo;
        if (slo && slo->window && *slo->window > checker.horizon()) {
            checker.error(codes::window_exceeds_horizon, slo.origin.place,
                          fmt::format("{}: the objective's window is longer than the horizon", title(service)),
                          "raise `horizon` of the scenario, or shorten the window");
        }
    }
}

}  // namespace nines::validate

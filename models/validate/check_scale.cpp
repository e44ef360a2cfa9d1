// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <vector>

#include "models/scenario/group_size.hpp"
#include "models/validate/checker.hpp"
#include "models/validate/traffic.hpp"

namespace nines::validate {
namespace {

using scenario::Group;
namespace codes = scenario::codes;

std::string title(const Group& group) {
    return fmt::format("group \"{}\"", group.id);
}

void check_numbers(Checker& checker, const Group& group) {
    const scenario::Scale& scale = *group.scale;
    if (!checker.require(scale.max, "max", scale.place, fmt::format("`scale` of {}", title(group)), "24")) return;
    const bool least_known = (scale.min || !given(scale.min)) && (group.count || !given(group.count));
    const std::int64_t least = scale.min.value_or(group.count.value_or(1));
    if (!least_known || least <= *scale.max) return;
    checker.error(codes::scale_without_room, scale.max.origin.place,
                  fmt::format("{}: at most {} members are wanted, and at least {}", title(group), *scale.max, least),
                  "`max` is no fewer than `min`, which is `count` unless it is written");
}

void check_company(Checker& checker, const Group& group) {
    const auto refuse = [&](const auto& field, std::string_view key, const std::string& hint) {
        if (!given(field)) return;
        checker.error(codes::scale_excludes, field.origin.place,
                      fmt::format("{} has `scale`, and `{}` too", title(group), key), hint);
    };
    refuse(group.active, "active", "`scale` says how many serve: the others do not exist until they are needed");
    refuse(group.standby, "standby", "members that are not needed do not exist; how long a start takes is `boot`");
    refuse(group.load_sharing, "load_sharing", "leave one of them out");
}

void check_others(Checker& checker) {
    const auto refuse = [&](const scenario::Field<std::string>& on, const std::string& what) {
        const auto group = on ? checker.names.group(*on) : std::nullopt;
        if (!group || !given(checker.scenario.groups[*group].scale)) return;
        checker.error(codes::scale_excludes, on.origin.place,
                      fmt::format("{} is on group \"{}\", whose members come and go", what, *on),
                      "a group without `scale`");
    };
    for (const scenario::Store& store : checker.scenario.stores) {
        refuse(store.on, fmt::format("store \"{}\"", store.id));
        for (const auto& follower : store.followers) refuse(follower.on, fmt::format("store \"{}\"", store.id));
    }
    for (const scenario::Balancer& balancer : checker.scenario.balancers) {
        refuse(balancer.on, fmt::format("balancer \"{}\"", balancer.id));
    }
}

/// The group whose members the target names.
std::optional<std::size_t> group_of(const Checker& checker, const scenario::Selector& target) {
    const Lookup lookup = checker.names.find(target.kind, target.pattern);
    const bool is_group = lookup.target.kind == TargetKind::group || lookup.target.kind == TargetKind::member ||
                          lookup.target.kind == TargetKind::members;
    return lookup.outcome == Outcome::found && is_group ? std::optional(lookup.target.index) : std::nullopt;
}

/// The load over one member's capacity says how many are wanted: all have the same, at all times.
void check_resizes(Checker& checker) {
    for (const scenario::Event& event : checker.scenario.events) {
        if (!event.action || event.action->verb != scenario::EventAction::Verb::resize) continue;
        const scenario::Selector& target = event.action->target;
        const auto named = group_of(checker, target);
        const Lookup lookup = checker.names.find(target.kind, target.pattern);
        const bool is_node = lookup.outcome == Outcome::found && lookup.target.kind == TargetKind::node;
        for (std::size_t g = 0; g < checker.scenario.groups.size(); ++g) {
            const Group& group = checker.scenario.groups[g];
            const bool is_of_node = is_node && group.node && *group.node == target.pattern;
            if (!given(group.scale) || (named != g && !is_of_node)) continue;
            checker.error(codes::scale_excludes, target.place,
                          fmt::format("event \"{}\" resizes members of {}, whose number follows from the `capacity` of "
                                      "one",
                                      event.id, title(group)),
                          "resize a group without `scale`, or compare two runs with -D");
            break;
        }
    }
}

/// Its members say how much they serve, as far as that is known.
bool has_capacity(const Checker& checker, const Group& group) {
    const auto node = group.node ? checker.names.node(*group.node) : std::nullopt;
    return !node || given(checker.scenario.nodes[*node].capacity);
}

void check_capacity(Checker& checker, const Group& group) {
    if (has_capacity(checker, group)) return;
    checker.error(codes::scale_without_capacity, group.scale.origin.place,
                  fmt::format("{}: node \"{}\" has no `capacity`, so that nobody knows how loaded it is", title(group),
                              *group.node),
                  "for example capacity = \"400 req/s\"");
}

/// Groups that some service's load reaches.
std::vector<bool> groups_with_load(Checker& checker, bool& all_known) {
    std::vector<bool> reached(checker.scenario.groups.size(), false);
    Patience patience;
    for (const scenario::Service& service : checker.scenario.services) {
        if (!given(service.load) || !given(service.entry)) continue;
        const Reach reach = reach_of(checker, service, false, patience);
        all_known = all_known && !reach.unknown;
        for (const ServingPart& part : reach.parts) reached[part.group] = true;
    }
    return reached;
}

/// At night there may be fewer.
void check_need_of(Checker& checker, const scenario::Service& service, const scenario::Need& need) {
    if (!need.counted || need.all || need.operands.size() != 1) return;
    const Lookup lookup = checker.names.find(need.operands.front().kind, need.operands.front().name);
    if (lookup.outcome != Outcome::found || lookup.target.kind != TargetKind::group) return;
    const Group& group = checker.scenario.groups[lookup.target.index];
    if (!group.scale || need.at_least <= scenario::least_serving(group)) return;
    checker.warn(codes::need_above_least, need.operands.front().place,
                 fmt::format("service \"{}\" needs {} members of {}, which goes down to {}", service.id, need.at_least,
                             title(group), scenario::least_serving(group)),
                 "a higher `min`; or up_when = \"served >= 99% of offered\", which follows the load");
}

}  // namespace

void check_scale(Checker& checker) {
    const auto& groups = checker.scenario.groups;
    if (std::none_of(groups.begin(), groups.end(), [](const Group& group) { return given(group.scale); })) return;
    bool all_known = checker.whole;
    const std::vector<bool> has_load = groups_with_load(checker, all_known);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const Group& group = groups[g];
        if (!group.scale) continue;
        check_numbers(checker, group);
        check_company(checker, group);
        check_capacity(checker, group);
        if (has_load[g] || !all_known || !has_capacity(checker, group)) continue;
        checker.warn(codes::scale_without_load, group.scale.origin.place,
                     fmt::format("no load reaches {}, so it stays at its fewest members", title(group)),
                     "give a service whose requests it serves a `load`");
    }
    check_others(checker);
    check_resizes(checker);
    for (const scenario::Service& service : checker.scenario.services) {
        if (!service.needs) continue;
        for (const scenario::Need& need : *service.needs) check_need_of(checker, service, need);
    }
}

}  // namespace nines::validate

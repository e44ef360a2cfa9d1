// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/scale_assumptions.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/compile/program.hpp"
#include "models/results/number_text.hpp"
#include "models/scenario/group_size.hpp"

namespace nines::results {

namespace {

using scenario::Group;
using scenario::Scenario;

/// How long after the load asks for it a number changes: half the time between evaluations, and the age of the load.
Duration delay_of(const scenario::Scale& scale) {
    return scale.sync.value_or(Duration::seconds(15.0)) / 2.0 + scale.metrics.value_or(Duration::seconds(60.0));
}

bool boots(const Scenario& scenario, const Group& group) {
    if (group.scale->boot) return true;
    for (const scenario::Node& node : scenario.nodes) {
        if (node.id == *group.node) return static_cast<bool>(node.boot);
    }
    return false;
}

}  // namespace

void add_scale_assumptions(std::vector<std::string>& said, const Scenario& scenario) {
    std::vector<std::string> numbers, targets, at_once, replaced, in_place;
    for (const Group& group : scenario.groups) {
        if (!group.scale) continue;
        numbers.push_back(fmt::format("{} ({} to {} members, {} late)", group.id, scenario::least_serving(group),
                                      scenario::most_members(group),
                                      duration_text(delay_of(*group.scale).in_seconds())));
        if (!group.scale->target) targets.push_back(group.id);
        if (!boots(scenario, group)) at_once.push_back(group.id);
        (group.scale->replaces.value_or(true) ? replaced : in_place).push_back(group.id);
    }
    if (numbers.empty()) return;
    said.push_back(fmt::format("The number of members follows the load: {}.", fmt::join(numbers, ", ")));
    said.emplace_back(
        "A group that scales has as many places as `max`: the place of a lost member is free again when that is "
        "repaired, and what is lost with a domain is not put elsewhere beyond that number.");
    said.emplace_back(
        "A group that scales counts each member with its whole `capacity`, also while it warms up or is slow, and "
        "follows what is asked for, before `connections` limit it and without the tries that overload brings forth.");
    const auto say = [&](const char* sentence, const std::vector<std::string>& names) {
        if (!names.empty()) said.push_back(fmt::format(fmt::runtime(sentence), fmt::join(names, ", ")));
    };
    say("Without `target` members are to be used to 60 %: {}.", targets);
    say("New members serve at once, as neither `boot` nor the node's is given: {}.", at_once);
    say("A lost member is noticed and replaced at once; the new one has to start: {}.", replaced);
    say("Members that fail are not replaced but repaired where they are: {}.", in_place);
}

}  // namespace nines::results

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/planned_work.hpp"

#include <algorithm>

#include "models/scenario/group_size.hpp"
#include "models/scenario/rollout.hpp"

namespace nines::scenario {

Maintenance as_maintenance(const Patch& patch) {
    Maintenance work;
    work.name = "patch";
    work.place = patch.place;
    work.every = patch.every;
    work.takes = patch.takes;
    work.at_a_time = patch.at_a_time;
    work.in = patch.in;
    work.when_degraded = patch.when_degraded;
    // What somebody wrote and nobody could read stays missing.
    const auto is_open = [](const auto& field) { return !field && field.origin.source == Source::built_in; };
    if (is_open(work.every)) work.every.value = Schedule{Duration::days(30), {}, {}};
    if (is_open(work.takes)) work.takes.value = sim::Law{sim::Constant{Duration::minutes(5)}};
    return work;
}

std::vector<Maintenance> planned_work(const Group& group) {
    std::vector<Maintenance> work = group.maintenance;
    if (group.patch) work.push_back(as_maintenance(*group.patch));
    return work;
}

std::int64_t members_together(const Maintenance& work, const Group& group) {
    constexpr std::int64_t most = 1'000'000'000;  // what is more is refused elsewhere
    const std::int64_t members = group.scale ? least_serving(group) : most_members(group);
    return members_in(work.at_a_time.value_or({1, 0.0}), std::min(most, members));
}

bool deploy_takes_time(const Deploy& deploy) {
    if (!deploy.takes || !takes_members_out(deploy.strategy.value_or({}))) return false;
    return sim::mean(*deploy.takes) > Duration();
}

bool has_planned_absence(const Group& group) {
    return !group.maintenance.empty() || group.patch || (group.deploy && deploy_takes_time(*group.deploy));
}

}  // namespace nines::scenario

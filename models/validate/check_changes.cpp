// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "models/scenario/group_size.hpp"
#include "models/scenario/planned_work.hpp"
#include "models/scenario/rollout.hpp"
#include "models/scenario/spoiled_stores.hpp"
#include "models/validate/changes.hpp"

namespace nines::validate {
namespace {

using scenario::Group;
using scenario::Need;
using scenario::Service;
namespace codes = scenario::codes;

/// Members of a group that are away together on purpose, or have a bad version before anybody can have seen that it is.
struct Batch {
    std::int64_t members = 0;
    std::string what;  ///< "each batch of its deploys".
};

/// The largest batch while members are out for it, else the first, which a bad version reaches in any case.
std::int64_t largest_batch(const scenario::Deploy& deploy, std::int64_t members) {
    constexpr std::int64_t most = 1'000'000'000;  // what is more is refused elsewhere
    const std::int64_t all = std::min(most, members);
    const scenario::Rollout rollout = deploy.strategy.value_or({});
    const std::int64_t first = scenario::batch_size(rollout, 0, all, all);
    if (!scenario::deploy_takes_time(deploy)) return first;
    return std::max(first, scenario::batch_size(rollout, 1, all - first, all));
}

std::vector<Batch> batches_of(const Group& group, std::int64_t all) {
    std::vector<Batch> batches;
    for (const scenario::Maintenance& work : scenario::planned_work(group)) {
        batches.push_back({scenario::members_together(work, group), "`" + work.name + "`"});
    }
    if (!group.deploy) return batches;
    const bool takes_time = scenario::deploy_takes_time(*group.deploy);
    const bool stops = group.deploy->fails.value_or(0.0) > 0.0 && !scenario::corrupts_data(*group.deploy);
    if (!takes_time && !stops) return batches;
    batches.push_back({largest_batch(*group.deploy, all),
                       takes_time ? "a batch of its deploys" : "a bad version in its first batch"});
    return batches;
}

}  // namespace

void check_changes_of_need(Checker& checker, const Service& service, const Need& need, const CountedMembers& counted) {
    const Group& group = counted.group;
    const std::int64_t serving =
        scenario::is_scaled_by_plan(group) ? scenario::least_serving(group) : group.active.value_or(counted.size);
    const bool has_slack = std::min(serving, counted.size) > counted.wanted || counted.size > serving;
    if (!has_slack && !scenario::planned_work(group).empty()) {
        checker.warn(codes::maintenance_stops_service, need.place,
                     fmt::format("service \"{}\" needs all members of \"{}\", so each maintenance is an outage",
                                 service.id, group.id),
                     "one member more, or need one less");
    }
    for (const Batch& batch : batches_of(group, counted.size)) {
        const bool is_said = !has_slack && batch.members == 1 && batch.what.starts_with('`');
        const bool reaches_all = batch.members >= counted.size;  // said of the group
        if (is_said || reaches_all || counted.size - batch.members >= counted.wanted) continue;
        checker.warn(codes::batch_stops_service, need.place,
                     fmt::format("service \"{}\" needs {} of the {} members of \"{}\", and {} takes {} of them",
                                 service.id, counted.wanted, counted.size, group.id, batch.what, batch.members),
                     "smaller batches, more members, or need fewer");
    }
}

void check_changes_at_peak(Checker& checker, const Service& service, const std::vector<ServingPart>& parts,
                           double demand) {
    constexpr double rounding = 1.0 + 1e-9;
    double all = 0.0;
    for (const ServingPart& part : parts) all += part.capacity();
    for (const ServingPart& part : parts) {
        const Group& group = checker.scenario.groups[part.group];
        if (group.scale) continue;  // it has more members when the load is high
        for (const Batch& batch : batches_of(group, part.members)) {
            const double left = all - part.capacity() + part.capacity(batch.members);
            if (batch.members >= part.members || demand <= left * rounding) continue;
            checker.warn(codes::batch_stops_service, service.load->peak.origin.place,
                         fmt::format("service \"{}\": at its highest the load is {:.6g} req/s, and {:.6g} of {:.6g} "
                                     "req/s are left when {} takes {} of the {} members of \"{}\"",
                                     service.id, demand, left, all, batch.what, batch.members, part.members, group.id),
                         "smaller batches, or a time when the load is low");
        }
    }
}

}  // namespace nines::validate

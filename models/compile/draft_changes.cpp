// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compile/calendar.hpp"
#include "models/compile/draft.hpp"
#include "models/scenario/planned_work.hpp"
#include "models/scenario/spoiled_stores.hpp"

namespace nines::compile {

namespace {

using scenario::Maintenance;
using scenario::Scenario;

/// Work of the members that go before this one: they go so many at a time.
double seconds_before(const Maintenance& work, const scenario::Group& group, std::uint32_t member) {
    const Duration stagger = work.stagger ? *work.stagger : sim::mean(*work.takes);
    const std::int64_t together = scenario::members_together(work, group);
    return stagger.in_seconds() * static_cast<double>(member / together);
}

/// `source` identifies the law of how long it takes.
UnitDraft planned_unit(const Scenario& scenario, const scenario::Group& group, const Maintenance& work,
                       const void* source, std::uint32_t member, std::uint32_t count, SamplerStore& samplers) {
    UnitDraft unit;
    unit.time_to_repair = samplers.add(*work.takes, source);
    auto recurrence = recurrence_of(*work.every, scenario.experiment);
    const double before = seconds_before(work, group, member);
    Care& care = unit.care.emplace();
    if (work.in) care.window = PlannedWindow{hours_of(*work.in, scenario.experiment), before};
    if (!care.window.exists()) {
        care.window.seconds_before = 0.0;
        recurrence.phase_seconds += before;
    }
    care.planned = recurrence;
    const bool skips = work.when_degraded && *work.when_degraded == scenario::WhenDegraded::skip;
    // The group's gate is known only when wired; any existing id marks the wish.
    if (skips && count > 1) care.only_if_whole = static_cast<GateId>(0);
    return unit;
}

void add_planned(HostDraft& host, const std::string& name, UnitDraft unit) {
    unit.name = host.name + ":" + name;
    unit.label = unit.name;
    host.planned.push_back(std::move(unit));
}

/// What a bad version does to a member. It comes back when the deploy is undone, not by any repair of its own.
Strike add_version(HostDraft& host, std::uint32_t index, const scenario::Group& group) {
    const scenario::FailureEffect effect = group.deploy->effect.value_or(scenario::Effect::stop);
    UnitDraft unit;
    unit.name = host.name + ":deploy";
    unit.label = "group:" + group.id + ":deploy";
    unit.effect = effect.kind;
    unit.slowed = effect.slowed;
    unit.failure_class = host.failure_class;
    host.own.push_back(std::move(unit));
    return {index, static_cast<std::uint32_t>(host.own.size() - 1)};
}

/// What a bad version that corrupts data does to a store. It is known when the deploy is noticed, and no repair of its
/// own brings the data back.
Strike add_corruption(HostDraft& host, std::uint32_t index, const scenario::Group& group) {
    UnitDraft unit;
    unit.label = "group:" + group.id + ":deploy";
    unit.name = host.name + ":" + unit.label;
    unit.effect = scenario::Effect::corrupt;
    unit.failure_class = class_of(unit.effect, host.failure_class);
    unit.care.emplace().noticed_with_deploy = true;
    host.own.push_back(std::move(unit));
    return {index, static_cast<std::uint32_t>(host.own.size() - 1)};
}

/// A member is out while the deploy replaces it.
Strike add_absence(HostDraft& host, std::uint32_t index, const scenario::Group& group) {
    UnitDraft unit;
    unit.name = host.name + ":rollout";
    unit.label = "group:" + group.id + ":rollout";
    unit.is_planned_once = true;
    host.planned.push_back(std::move(unit));
    return {index, static_cast<std::uint32_t>(host.planned.size() - 1), true};
}

}  // namespace

void draft_planned_work(const Scenario& scenario, const scenario::Group& group, std::uint32_t member,
                        std::uint32_t count, SamplerStore& samplers, HostDraft& host) {
    for (const Maintenance& work : group.maintenance) {
        add_planned(host, work.name, planned_unit(scenario, group, work, &work.takes, member, count, samplers));
    }
    if (!group.patch) return;
    const Maintenance work = scenario::as_maintenance(*group.patch);
    add_planned(host, work.name, planned_unit(scenario, group, work, &group.patch, member, count, samplers));
}

void draft_deploys(const Scenario& scenario, Draft& draft) {
    for (std::uint32_t g = 0; g < scenario.groups.size(); ++g) {
        const scenario::Group& group = scenario.groups[g];
        if (!group.deploy) continue;
        DeployDraft deploy{g, {}, {}};
        const bool corrupts = scenario::corrupts_data(*group.deploy);
        if (corrupts && group.deploy->fails.value_or(0.0) > 0.0) {
            for (const std::size_t s : scenario::spoiled_stores(scenario, group)) {
                const std::uint32_t store = draft.by_name.at("store:" + scenario.stores[s].id);
                deploy.spoils.push_back(add_corruption(draft.hosts[store], store, group));
            }
        }
        const bool takes_time = scenario::deploy_takes_time(*group.deploy);
        for (const std::uint32_t member : draft.group_members[g]) {
            HostDraft& host = draft.hosts[member];
            if (!corrupts) deploy.versions.push_back(add_version(host, member, group));
            if (takes_time) deploy.absences.push_back(add_absence(host, member, group));
        }
        draft.deploys.push_back(std::move(deploy));
    }
}

}  // namespace nines::compile

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/engine/ramp.hpp"
#include "models/observe/course_maker.hpp"
#include "models/scenario/translate.hpp"

/// Nodes and domains: what is wrong with them, what is wrong around them, and what they do while all is well.
namespace nines::observe {

namespace {

/// What says more stands first.
int weight_of(Standing standing) {
    switch (standing) {
        case Standing::down: return 5;
        case Standing::recovering: return 4;
        case Standing::planned: return 3;
        case Standing::degraded: return 2;
        case Standing::standby: return 1;
        case Standing::up: return 0;
    }
    return 0;
}

}  // namespace

void CourseMaker::add_domains() {
    for (std::uint32_t h = 0; h < program_.hosts.size(); ++h) {
        const Host& host = program_.hosts[h];
        if (!host.name.starts_with("domain:")) continue;
        HostCourse course = course_of_host(static_cast<HostId>(h));
        add(Course::Kind::domain, host.name, static_cast<HostId>(h)).spans = std::move(course.spans);
    }
}

void CourseMaker::add_nodes_alone() {
    for (std::uint32_t h = 0; h < program_.hosts.size(); ++h) {
        const Host& host = program_.hosts[h];
        if (is_member_[h] || !host.name.starts_with("node:")) continue;
        HostCourse course = course_of_host(static_cast<HostId>(h));
        add(Course::Kind::node, host.name, static_cast<HostId>(h)).spans = std::move(course.spans);
    }
}

void CourseMaker::add_times_of_units(Times& times, HostId id) const {
    const Host& host = program_.hosts[+id];
    for (std::uint32_t u = host.units.begin; u < host.units.end; ++u) add_times(times, trace_.tracks.units[u]);
    for (std::uint32_t d = host.domains.begin; d < host.domains.end; ++d) {
        add_times_of_units(times, program_.domains_of_hosts[d]);
    }
}

CourseMaker::HostCourse CourseMaker::course_of_host(HostId id) {
    const Host& host = program_.hosts[+id];
    const TraceTracks& tracks = trace_.tracks;
    Times times;
    add_times_of_units(times, id);
    add_times(times, tracks.roles[+id]);
    for (std::uint32_t c = host.copies.begin; c < host.copies.end; ++c) {
        add_times(times, tracks.copies[+program_.copies_of_hosts[c]]);
    }
    for (std::size_t w = 0; w < tracks.warm_ups.size(); ++w) {
        if (program_.warm_ups[w].host == id) add_times(times, tracks.warm_ups[w]);
    }
    HostCourse course;
    course.is_lost.begin(false);
    course.spans = spans_between(std::move(times), [&](double at) {
        const std::optional<Stand> ill = ill_at(id, at);
        course.is_lost.set(at, ill && ill->standing != Standing::degraded);
        if (!ill) return well_at(id, at);
        return *ill;
    });
    return course;
}

HostId CourseMaker::down_domain(HostId id, double seconds) const {
    const Host& host = program_.hosts[+id];
    for (std::uint32_t d = host.domains.begin; d < host.domains.end; ++d) {
        const HostId domain = program_.domains_of_hosts[d];
        const Range units = program_.hosts[+domain].units;
        for (std::uint32_t u = units.begin; u < units.end; ++u) {
            const bool is_stopped = !leaves_at_work(program_.unit_effects[u]) &&
                                    trace_.tracks.units[u].at(seconds) != engine::Phase::working;
            if (is_stopped) return domain;
        }
        const HostId outer = down_domain(domain, seconds);
        if (exists(outer)) return outer;
    }
    return none<HostId>;
}

/// What is wrong with it, or with what it stands in; nothing if all is well.
std::optional<CourseMaker::Stand> CourseMaker::ill_at(HostId id, double seconds) const {
    const Host& host = program_.hosts[+id];
    std::optional<Stand> worst;
    for (std::uint32_t u = host.units.begin; u < host.units.end; ++u) {
        const engine::Phase phase = trace_.tracks.units[u].at(seconds);
        if (phase == engine::Phase::working) continue;
        const Stand stand = unit_at(static_cast<UnitId>(u), phase);
        if (!worst || weight_of(stand.standing) > weight_of(worst->standing)) worst = stand;
    }
    const bool is_stopped = worst && worst->standing != Standing::degraded;
    const HostId domain = is_stopped ? none<HostId> : down_domain(id, seconds);
    if (!exists(domain)) return worst;
    const std::string& name = program_.hosts[+domain].name;
    return Stand{Standing::down, translate("models", "cut off with"), name.substr(name.find(':') + 1)};
}

CourseMaker::Stand CourseMaker::unit_at(UnitId id, engine::Phase phase) const {
    const std::string mode = name_in_host(id);
    if (program_.unit_effects[+id] == scenario::Effect::slow)
        return {Standing::degraded, translate("models", "slow"), mode};
    if (scenario::spoils_data(program_.unit_effects[+id])) {
        const bool is_known = phase == engine::Phase::repairing;
        return {Standing::degraded,
                is_known ? translate("models", "its data are bad")
                         : translate("models", "its data are bad, nobody knows yet"),
                mode};
    }
    const bool is_planned = program_.unit_planned[+id];
    switch (phase) {
        case engine::Phase::working: break;
        case engine::Phase::hidden: return {Standing::down, translate("models", "failed, nobody knows yet"), mode};
        case engine::Phase::awaiting_failover:
            return {Standing::down, translate("models", "failed, repair waits for the failover"), mode};
        case engine::Phase::awaiting_part:
            return {Standing::down, translate("models", "failed, waits for a part"), mode};
        case engine::Phase::awaiting_crew:
            return {Standing::down, translate("models", "failed, waits for a crew"), mode};
        case engine::Phase::responding:
            return {Standing::down, translate("models", "failed, a crew is on its way"), mode};
        case engine::Phase::repairing:
            if (is_planned) return {Standing::planned, translate("models", "planned work"), mode};
            if (is_bad_version(id)) return {Standing::down, translate("models", "has a bad version"), mode};
            if (!exists(program_.units[+id].time_to_repair))
                return {Standing::down, translate("models", "failed, and is not repaired"), mode};
            return {Standing::recovering, translate("models", "repair under way"), mode};
    }
    return {};
}

/// It is restored by the rollback, not by a repair of its own.
bool CourseMaker::is_bad_version(UnitId id) const {
    return std::any_of(program_.deploys.begin(), program_.deploys.end(), [&](const Deploy& deploy) {
        const auto begin = program_.targets.begin();
        return std::find(begin + deploy.versions.begin, begin + deploy.versions.end, id) != begin + deploy.versions.end;
    });
}

/// What it does while nothing is wrong with it.
CourseMaker::Stand CourseMaker::well_at(HostId id, double seconds) const {
    const Host& host = program_.hosts[+id];
    for (std::uint32_t c = host.copies.begin; c < host.copies.end; ++c) {
        const CopyId copy = program_.copies_of_hosts[c];
        const CopyRole role = trace_.tracks.copies[+copy].at(seconds);
        const HostId store = program_.failovers[+program_.copies[+copy].failover].host;
        if (!program_.hosts[+store].name.starts_with("store:")) continue;
        const std::string of = program_.hosts[+store].name.substr(6);
        if (role == CopyRole::catching_up)
            return {Standing::recovering, translate("models", "catches up with the primary"), of};
        if (role == CopyRole::refilling) return {Standing::recovering, translate("models", "makes a full copy"), of};
        if (role == CopyRole::restoring || role == CopyRole::replaying)
            return {Standing::recovering, translate("models", "data are being restored"), of};
        if (role == CopyRole::bare) return {Standing::standby, translate("models", "stands by without data"), of};
        if (role == CopyRole::rival)
            return {Standing::degraded, translate("models", "takes writes that will be lost"), of};
    }
    switch (trace_.tracks.roles[+id].at(seconds, engine::Role::serving)) {
        case engine::Role::starting: return {Standing::recovering, translate("models", "starting")};
        case engine::Role::idle: return {Standing::standby, translate("models", "stands by")};
        case engine::Role::out:
        case engine::Role::serving: break;
    }
    for (std::size_t w = 0; w < trace_.tracks.warm_ups.size(); ++w) {
        if (program_.warm_ups[w].host != id) continue;
        const std::uint8_t step = trace_.tracks.warm_ups[w].at(seconds, engine::ramp::warm);
        if (step != engine::ramp::warm) return {Standing::degraded, translate("models", "warming up")};
    }
    return {Standing::up, translate("models", "works")};
}

/// "crash" for "node:web/1:crash"; "failure" has no name of its own.
std::string CourseMaker::name_in_host(UnitId id) const {
    const std::string& name = program_.unit_names[+id];
    const std::string& host = program_.hosts[+program_.unit_hosts[+id]].name;
    if (!name.starts_with(host + ":")) return name;
    const std::string mode = name.substr(host.size() + 1);
    return mode == "failure" ? std::string() : mode;
}

}  // namespace nines::observe

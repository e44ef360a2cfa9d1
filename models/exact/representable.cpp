// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/representable.hpp"

#include <algorithm>
#include <variant>

#include <fmt/format.h>

#include "models/exact/symmetry.hpp"

namespace nines::exact {

namespace {

bool is_memoryless(const Program& program, SamplerId sampler) {
    return !exists(sampler) || std::holds_alternative<sim::Exponential>(program.laws[+sampler].form);
}

void check_care(const Program& program, UnitId id, std::vector<std::string>& reasons) {
    const Unit& unit = program.units[+id];
    const Care& care = program.cares[+unit.care];
    const std::string& name = program.unit_names[+id];
    const auto because = [&](const char* what) { reasons.push_back(fmt::format("{} {}", name, what)); };
    if (care.planned) because("is planned by the calendar");
    if (care.inspection) because("is found by inspections at fixed instants");
    if (care.replace_at_age > 0.0) because("is replaced at a fixed age");
    if (care.minimal_repair && !is_memoryless(program, unit.time_to_failure)) because("keeps its age through repairs");
    if (exists(care.crew) && !care.planned && !program.crews[+care.crew].hours.always_open()) {
        reasons.push_back(fmt::format("crew {} works by the calendar", program.crews[+care.crew].name));
    }
}

/// Has the host clocks whose phases tell it from others in the same condition?
bool ages(const Program& program, const Host& host) {
    for (std::uint32_t u = host.units.begin; u < host.units.end; ++u) {
        if (!is_memoryless(program, program.units[u].time_to_failure)) return true;
    }
    return false;
}

bool may_be_put_down(const Program& program, const Host& host) {
    for (std::uint32_t u = host.units.begin; u < host.units.end; ++u) {
        const CareId care = program.units[u].care;
        if (exists(care) && exists(program.cares[+care].crew) && program.crews[+program.cares[+care].crew].preemptive) {
            return true;
        }
    }
    return false;
}

bool is_struck(const Program& program, HostId host) {
    return std::ranges::any_of(program.targets, [&](UnitId unit) { return program.unit_hosts[+unit] == host; });
}

/// Does it matter which of the members that can serve is the first? Not if they are the same in all. Where a start can
/// fail, what strikes several at once (a domain, a cause) asks the idle ones after the first that serves, and no other.
bool picks_by_number(const Program& program, const StandbyGroup& standby, const Symmetry& alike) {
    const auto first = static_cast<HostId>(standby.first_host);
    for (std::uint32_t m = 0; m < standby.count; ++m) {
        const auto id = static_cast<HostId>(standby.first_host + m);
        const Host& host = program.hosts[+id];
        if (alike.orbit_of(id) != alike.orbit_of(first) || ages(program, host)) return true;
        if (standby.success < 1.0 && (!host.domains.empty() || is_struck(program, id))) return true;
    }
    return false;
}

/// Among copies whose lags have unlike laws, which is the freshest is no matter of a few probabilities.
void check_lags(const Program& program, const FailoverGroup& group, std::vector<std::string>& reasons) {
    SamplerId law = none<SamplerId>;
    for (std::uint32_t c = group.copies.begin; c < group.copies.end; ++c) {
        const Copy& copy = program.copies[c];
        if (!exists(copy.lag)) continue;
        if (exists(law) && copy.lag != law) {
            reasons.push_back(fmt::format("{} chooses among copies whose lags have different distributions",
                                          program.hosts[+group.host].name));
            return;
        }
        law = copy.lag;
    }
}

bool may_lose_data(const Program& program, HostId id) {
    const Host& host = program.hosts[+id];
    for (std::uint32_t u = host.units.begin; u < host.units.end; ++u) {
        if (program.unit_effects[u] == scenario::Effect::lose_data) return true;
    }
    for (std::uint32_t d = host.domains.begin; d < host.domains.end; ++d) {
        if (may_lose_data(program, program.domains_of_hosts[d])) return true;
    }
    return false;
}

/// What is restored depends on when, as does what comes back of bad data; without anything to restore they are gone.
void check_restores(const Program& program, const FailoverGroup& group, std::vector<std::string>& reasons) {
    const std::string& name = program.hosts[+group.host].name;
    for (std::uint32_t c = group.corruptions.begin; c < group.corruptions.end; ++c) {
        const UnitId unit = program.corruptions[+program.corruptions_of_stores[c]].unit;
        if (program.cares[+program.units[+unit].care].corrupts.size() < 2) continue;
        reasons.push_back(fmt::format("{} makes the data of several stores bad", program.unit_names[+unit]));
    }
    if (!group.can_restore) return;
    bool may_need_it = !group.corruptions.empty();
    for (std::uint32_t c = group.copies.begin; c < group.copies.end; ++c) {
        may_need_it = may_need_it || may_lose_data(program, program.copies[c].host);
    }
    if (may_need_it) reasons.push_back(fmt::format("{} may be restored, and from what depends on the time", name));
}

/// What follows the load follows the clock, or needs a rate for each way that requests can go.
void check_load(const Program& program, const Host& host, std::vector<std::string>& reasons) {
    if (exists(host.standby) && exists(program.standbys[+host.standby].scaling)) {
        const std::string& member = program.hosts[program.standbys[+host.standby].first_host].name;
        const auto colon = member.find(':') + 1;
        reasons.push_back(
            fmt::format("group {} scales with the load", member.substr(colon, member.rfind('/') - colon)));
    }
    if (exists(host.balancer) && program.balancers[+host.balancer].alarms_by_load.exist()) {
        reasons.push_back(fmt::format("{} takes out healthy targets by their load", host.name));
    }
}

/// Its times follow the calendar, or depend on how long somebody has been called.
void check_plan(const RecoveryPlan& plan, std::vector<std::string>& reasons) {
    const bool restores =
        std::ranges::any_of(plan.steps, [](const PlanStep& step) { return step.kind == PlanStep::Kind::restore; });
    if (restores) reasons.push_back(fmt::format("{} restores from backups", plan.name));
    if (plan.has_windows) reasons.push_back(fmt::format("{} is undone in windows of the week", plan.name));
    if (plan.asks_people && plan.off_hours != 1.0 && !plan.hours.always_open()) {
        reasons.push_back(fmt::format("people answer to {} by the calendar", plan.name));
    }
    if (plan.escalate_seconds > 0.0) reasons.push_back(fmt::format("calls for {} are escalated", plan.name));
}

bool may_wait(const Program& program, UnitId unit) {
    const CareId care = program.units[+unit].care;
    return exists(care) && (exists(program.cares[+care].crew) || exists(program.cares[+care].pool));
}

bool may_wait(const Program& program, const Host& host) {
    for (std::uint32_t u = host.units.begin; u < host.units.end; ++u) {
        if (may_wait(program, static_cast<UnitId>(u))) return true;
    }
    return false;
}

/// Of what was struck at the same instant and is repaired in no time, the first comes back first.
bool may_be_repaired_at_once(const Program& program, const Host& host) {
    for (std::uint32_t u = host.units.begin; u < host.units.end; ++u) {
        const SamplerId repair = program.units[u].time_to_repair;
        if (exists(repair) && std::holds_alternative<sim::Mixture>(program.laws[+repair].form)) return true;
    }
    return false;
}

/// Does it matter which of its copies stands first? The first of equals is promoted, so that it does where copies that
/// are alike have others between them. Repairs that waited for a failover ask for a crew by number.
bool chooses_by_number(const Program& program, const FailoverGroup& group, const Symmetry& alike) {
    if (group.fails_back) return true;  // the first copy is unlike the others
    std::uint32_t acknowledging = 0;
    // A primary that is not one of them, or has stepped down, leaves it to them all to be in sync by number.
    bool may_all_follow = group.majority > 0;
    std::vector<std::uint32_t> met;  // orbits
    for (std::uint32_t c = group.copies.begin; c < group.copies.end; ++c) {
        const HostId id = program.copies[c].host;
        const Host& host = program.hosts[+id];
        if (ages(program, host) || may_be_repaired_at_once(program, host)) return true;
        if (group.repairs_wait && may_wait(program, host)) return true;
        const std::uint32_t orbit = alike.orbit_of(id);
        if ((met.empty() || met.back() != orbit) && std::ranges::find(met, orbit) != met.end()) return true;
        met.push_back(orbit);
        const Copy& copy = program.copies[c];
        acknowledging += copy.may_be_in_sync ? 1 : 0;
        may_all_follow = may_all_follow || (copy.may_be_primary && !copy.may_be_in_sync);
    }
    return group.acks > 0 && acknowledging > group.acks + (may_all_follow ? 0 : 1);
}

/// A plan promotes the first of equals, and of those that serve the last ones go when it is undone.
void mark_moved_by_plans(const Program& program, std::vector<bool>& apart) {
    for (const RecoveryPlan& plan : program.plans) {
        for (const PlanStep& step : plan.steps) {
            for (const PlannedPromotion& promotion : step.promotions) {
                const Range copies = program.failovers[+promotion.failover].copies;
                for (std::uint32_t c = copies.begin; c < copies.end; ++c) apart[+program.copies[c].host] = true;
            }
            if (!exists(step.standby) || !plan.fails_back) continue;
            const StandbyGroup& standby = program.standbys[+step.standby];
            std::fill_n(apart.begin() + standby.first_host, standby.count, true);
        }
    }
}

/// What a shock strikes at the same instant asks for a crew and for parts by its number, and the first may get the
/// last: hosts that are no longer alike then, and those that have others between them. Of copies one is primary.
void mark_served_by_number(const Program& program, const Shock& shock, const Symmetry& alike,
                           std::vector<bool>& apart) {
    std::vector<std::uint32_t> met;  // orbits
    std::vector<std::uint32_t> scattered;
    std::uint32_t last = ~0u;
    for (std::uint32_t t = shock.targets.begin; t < shock.targets.end; ++t) {
        const UnitId unit = program.targets[t];
        if (!may_wait(program, unit)) continue;
        const HostId host = program.unit_hosts[+unit];
        const std::uint32_t orbit = alike.orbit_of(host);
        const bool is_known = std::ranges::find(met, orbit) != met.end();
        const bool differ = ages(program, program.hosts[+host]) || !program.hosts[+host].copies.empty();
        if (differ || (is_known && last != orbit)) scattered.push_back(orbit);
        if (!is_known) met.push_back(orbit);
        last = orbit;
    }
    for (const std::uint32_t orbit : scattered) {
        for (const HostId host : alike.orbits()[orbit]) apart[+host] = true;
    }
}

}  // namespace

std::vector<std::string> not_representable(const Program& program, const Scope& scope) {
    std::vector<std::string> reasons;
    std::vector<bool> in_scope(program.hosts.size());
    for (const HostId host : scope.hosts) {
        in_scope[+host] = true;
        const Range units = program.hosts[+host].units;
        for (std::uint32_t u = units.begin; u < units.end; ++u) {
            if (exists(program.units[u].care)) check_care(program, static_cast<UnitId>(u), reasons);
        }
        check_load(program, program.hosts[+host], reasons);
        const FailoverId failover = program.hosts[+host].failover;
        if (exists(failover)) check_lags(program, program.failovers[+failover], reasons);
        if (exists(failover)) check_restores(program, program.failovers[+failover], reasons);
        if (exists(failover) && program.failovers[+failover].writes.fall_behind()) {
            reasons.push_back(fmt::format("copies of {} fall behind what is written, by the time of day or for ever",
                                          program.hosts[+host].name));
        }
        const PlanId plan = program.hosts[+host].plan;
        if (exists(plan)) check_plan(program.plans[+plan], reasons);
        const BalancerId balancer = program.hosts[+host].balancer;
        if (exists(balancer) && !program.balancers[+balancer].cohorts.empty()) {
            reasons.push_back(fmt::format("clients of {} keep its answers for fixed times", program.hosts[+host].name));
        }
    }
    const auto reaches = [&](Range targets) {
        return std::any_of(program.targets.begin() + targets.begin, program.targets.begin() + targets.end,
                           [&](UnitId unit) { return in_scope[+program.unit_hosts[+unit]]; });
    };
    for (const Deploy& deploy : program.deploys) {
        const bool matters = deploy.fails > 0.0 || exists(deploy.takes);
        const bool is_felt = reaches(deploy.versions) || reaches(deploy.absences) || reaches(deploy.spoils);
        if (!matters || !is_felt) continue;
        reasons.push_back(fmt::format("{} gets new versions by the calendar", deploy.name));
    }
    for (const Occasion& occasion : program.occasions) {
        const bool hits = reaches(occasion.targets);
        const bool resizes = exists(occasion.resize) && in_scope[+program.resizes[+occasion.resize].host];
        if (hits || resizes) reasons.emplace_back("an event happens at a known time");
    }
    std::ranges::sort(reasons);
    reasons.erase(std::unique(reasons.begin(), reasons.end()), reasons.end());
    return reasons;
}

std::vector<HostId> kept_apart(const Program& program) {
    const Symmetry alike(program);
    std::vector<bool> apart(program.hosts.size());
    for (std::uint32_t h = 0; h < program.hosts.size(); ++h) {
        if (may_be_put_down(program, program.hosts[h])) apart[h] = true;
    }
    for (const StandbyGroup& standby : program.standbys) {
        if (!picks_by_number(program, standby, alike)) continue;
        std::fill_n(apart.begin() + standby.first_host, standby.count, true);
    }
    for (const FailoverGroup& group : program.failovers) {
        if (!chooses_by_number(program, group, alike)) continue;
        for (std::uint32_t c = group.copies.begin; c < group.copies.end; ++c) apart[+program.copies[c].host] = true;
    }
    mark_moved_by_plans(program, apart);
    for (const Shock& shock : program.shocks) mark_served_by_number(program, shock, alike, apart);
    std::vector<HostId> result;
    for (std::uint32_t h = 0; h < program.hosts.size(); ++h) {
        if (apart[h]) result.push_back(static_cast<HostId>(h));
    }
    return result;
}

}  // namespace nines::exact

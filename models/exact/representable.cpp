// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/representable.hpp"

#include <algorithm>
#include <variant>

#include <fmt/format.h>

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
    }
    for (const Occasion& occasion : program.occasions) {
        const bool hits = std::any_of(program.targets.begin() + occasion.targets.begin,
                                      program.targets.begin() + occasion.targets.end,
                                      [&](UnitId unit) { return in_scope[+program.unit_hosts[+unit]]; });
        if (hits) reasons.emplace_back("an event happens at a known time");
    }
    std::ranges::sort(reasons);
    reasons.erase(std::unique(reasons.begin(), reasons.end()), reasons.end());
    return reasons;
}

std::vector<HostId> kept_apart(const Program& program) {
    std::vector<HostId> result;
    const auto is_followed_alone = [&](const Host& host) {
        for (std::uint32_t u = host.units.begin; u < host.units.end; ++u) {
            const Unit& unit = program.units[u];
            const bool ages_while_idle = exists(host.standby) && program.standbys[+host.standby].idle_pace > 0.0 &&
                                         !is_memoryless(program, unit.time_to_failure);
            const bool may_be_put_down = exists(unit.care) && exists(program.cares[+unit.care].crew) &&
                                         program.crews[+program.cares[+unit.care].crew].preemptive;
            if (ages_while_idle || may_be_put_down) return true;
        }
        return false;
    };
    for (std::uint32_t h = 0; h < program.hosts.size(); ++h) {
        if (is_followed_alone(program.hosts[h])) result.push_back(static_cast<HostId>(h));
    }
    return result;
}

}  // namespace nines::exact

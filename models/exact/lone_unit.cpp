// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/lone_unit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace nines::exact {

namespace {

/// Of all failures those from which it goes from a time up that lasts to a time down that lasts, times of no length
/// left out: P(the next time that lasts after one up is down). `down` and `up`: P(such a time lasts).
double share_that_last(double down, double up) {
    return down > 0.0 ? up * down / (up + down - up * down) : 0.0;
}

}  // namespace

double LoneUnit::down() const {
    if (std::isinf(mean_up_seconds)) return 0.0;
    if (std::isinf(mean_down_seconds)) return 1.0;
    return mean_down_seconds / (mean_up_seconds + mean_down_seconds);
}

double LoneUnit::up() const {
    if (std::isinf(mean_up_seconds)) return 1.0;
    if (std::isinf(mean_down_seconds)) return 0.0;
    return mean_up_seconds / (mean_up_seconds + mean_down_seconds);
}

double LoneUnit::failures_per_second() const {
    return lasting_share / (mean_up_seconds + mean_down_seconds);
}

std::optional<LoneUnit> lone_unit(const Program& program, const Scope& scope) {
    if (scope.hosts.size() != 1 || !scope.pools.empty() || !scope.shocks.empty()) return std::nullopt;
    const Host& host = program.hosts[+scope.hosts.front()];
    if (host.units.size() != 1 || exists(host.standby) || exists(host.share)) return std::nullopt;
    const auto id = static_cast<UnitId>(host.units.begin);
    const Unit& unit = program.units[+id];
    if (std::ranges::find(program.targets, id) != program.targets.end()) return std::nullopt;  // an event's
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const auto mean = [&](SamplerId sampler) { return program.mean_seconds[+sampler]; };
    LoneUnit result{id, exists(unit.time_to_failure) ? mean(unit.time_to_failure) : infinity, 0.0, 1.0};
    const auto lasts = [&](SamplerId sampler) {
        return exists(sampler) ? sim::survival(program.laws[+sampler], Duration()) : 1.0;
    };
    double at_once = 1.0;  // P(all stages of being down take no time)
    const auto add_stage = [&](SamplerId sampler) {
        if (!exists(sampler)) return;
        result.mean_down_seconds += mean(sampler);
        at_once *= 1.0 - lasts(sampler);
    };
    if (exists(unit.care)) {
        const Care& care = program.cares[+unit.care];
        if (care.planned || care.inspection || care.minimal_repair || care.replace_at_age > 0.0) return std::nullopt;
        add_stage(care.notice);
        if (exists(care.crew)) {
            const Crew& crew = program.crews[+care.crew];
            if (!crew.hours.always_open()) return std::nullopt;
            add_stage(crew.ack);
            add_stage(crew.travel);
        }
    }
    if (exists(unit.time_to_repair)) {
        add_stage(unit.time_to_repair);
        result.lasting_share = share_that_last(1.0 - at_once, lasts(unit.time_to_failure));
    } else {
        result.mean_down_seconds = infinity;
    }
    // Its clock would stop with a domain around it.
    const bool stops = exists(unit.clock) && program.clocks[+unit.clock].when_cut_off != scenario::ClockPolicy::age;
    if (stops && !host.domains.empty()) return std::nullopt;
    return result;
}

}  // namespace nines::exact

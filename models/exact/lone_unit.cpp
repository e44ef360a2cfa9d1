// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/lone_unit.hpp"

#include <cmath>
#include <limits>

namespace nines::exact {

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
    return 1.0 / (mean_up_seconds + mean_down_seconds);
}

std::optional<LoneUnit> lone_unit(const Program& program, const Scope& scope) {
    if (scope.hosts.size() != 1 || !scope.pools.empty() || !scope.shocks.empty()) return std::nullopt;
    const Host& host = program.hosts[+scope.hosts.front()];
    if (host.units.size() != 1 || exists(host.standby) || exists(host.share)) return std::nullopt;
    const auto id = static_cast<UnitId>(host.units.begin);
    const Unit& unit = program.units[+id];
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const auto mean = [&](SamplerId sampler) { return program.mean_seconds[+sampler]; };
    LoneUnit result{id, exists(unit.time_to_failure) ? mean(unit.time_to_failure) : infinity,
                    exists(unit.time_to_repair) ? mean(unit.time_to_repair) : infinity};
    if (exists(unit.care)) {
        const Care& care = program.cares[+unit.care];
        if (care.planned || care.inspection || care.minimal_repair || care.replace_at_age > 0.0) return std::nullopt;
        if (exists(care.notice)) result.mean_down_seconds += mean(care.notice);
        if (exists(care.crew)) {
            const Crew& crew = program.crews[+care.crew];
            if (!crew.hours.always_open()) return std::nullopt;
            if (exists(crew.ack)) result.mean_down_seconds += mean(crew.ack);
            if (exists(crew.travel)) result.mean_down_seconds += mean(crew.travel);
        }
    }
    // Its clock would stop with a domain around it.
    const bool stops = exists(unit.clock) && program.clocks[+unit.clock].when_cut_off != scenario::ClockPolicy::age;
    if (stops && !host.domains.empty()) return std::nullopt;
    return result;
}

}  // namespace nines::exact

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <tuple>

#include "models/compile/assembler.hpp"

namespace nines::compile {

using scenario::Effect;

CapacityRules& Assembler::capacity_rules(std::uint32_t host) {
    program_.capacity_rules.resize(program_.hosts.size());
    return program_.capacity_rules[host];
}

void Assembler::number_slow_modes() {
    for (std::uint32_t h = 0; h < draft_.hosts.size(); ++h) {
        Range modes{static_cast<std::uint32_t>(program_.slow_modes.size()), 0};
        for (std::uint32_t u = 0; u < draft_.hosts[h].own.size(); ++u) {
            const UnitDraft& unit = draft_.hosts[h].own[u];
            if (unit.effect != Effect::slow) continue;
            const auto id = static_cast<UnitId>(program_.hosts[h].units.begin + u);
            program_.slow_modes.push_back({id, 1.0 - unit.slowed});
        }
        modes.end = static_cast<std::uint32_t>(program_.slow_modes.size());
        if (!modes.empty()) capacity_rules(h).slow_modes = modes;
    }
}

/// A slow mode has a gate of its own that nothing needs: its host goes on working.
void Assembler::wire_slow_mode(std::uint32_t host, UnitId unit) {
    const GateId gate = wire_aside(unit);
    gates_.react(gates_.line_of_all(gate), {Reaction::Kind::capacity, static_cast<HostId>(host)});
}

/// A server warms up when it serves again; a cold or warm standby member also when it is started.
void Assembler::follow_warm_up(std::uint32_t host) {
    const SamplerId takes = draft_.hosts[host].warm_up;
    if (!exists(takes) || exists(capacity_rules(host).warm_up)) return;
    const StandbyId standby = program_.hosts[host].standby;
    const bool is_started = exists(standby) && program_.standbys[+standby].idle_pace < 1.0;
    WarmUp warm_up;
    warm_up.host = static_cast<HostId>(host);
    warm_up.serves = is_started ? serving_line_[host] : available_[host];
    warm_up.takes = takes;
    warm_up.stream = sim::stream_name(draft_.hosts[host].name);
    capacity_rules(host).warm_up = static_cast<WarmUpId>(program_.warm_ups.size());
    gates_.react(warm_up.serves, {Reaction::Kind::warm_up, warm_up.host});
    program_.warm_ups.push_back(warm_up);
}

void Assembler::number_resizes() {
    std::vector<Resize>& resizes = program_.resizes;
    for (const OccasionDraft& occasion : draft_.occasions) {
        if (!occasion.resizes) continue;
        const double at = occasion.event->at->in_seconds() + occasion.delay_seconds;
        resizes.push_back(
            {static_cast<HostId>(*occasion.resizes), at, occasion.event->action->capacity.requests_per_second});
    }
    std::stable_sort(resizes.begin(), resizes.end(), [](const Resize& a, const Resize& b) {
        return std::tuple(+a.host, a.at_seconds) < std::tuple(+b.host, b.at_seconds);
    });
    for (std::uint32_t r = 0; r < resizes.size(); ++r) {
        Range& range = capacity_rules(+resizes[r].host).resizes;
        if (range.empty()) range.begin = r;
        range.end = r + 1;
    }
}

/// The one that this occasion brings. Precondition: `number_resizes`.
ResizeId Assembler::resize_of(const OccasionDraft& occasion, double at_seconds) const {
    if (!occasion.resizes) return none<ResizeId>;
    const double capacity = occasion.event->action->capacity.requests_per_second;
    std::uint32_t r = 0;
    while (+program_.resizes[r].host != *occasion.resizes || program_.resizes[r].at_seconds != at_seconds ||
           program_.resizes[r].capacity != capacity) {
        ++r;
    }
    return static_cast<ResizeId>(r);
}

}  // namespace nines::compile

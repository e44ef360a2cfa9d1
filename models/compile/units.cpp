// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compile/assembler.hpp"

namespace nines::compile {

using scenario::ClockPolicy;

void Assembler::number_units() {
    std::size_t total = 0;
    for (const auto& host : draft_.hosts) total += host.own.size() + host.planned.size();
    program_.units.reserve(total);
    program_.unit_names.reserve(total);
    program_.hosts.reserve(draft_.hosts.size());
    for (std::uint32_t h = 0; h < draft_.hosts.size(); ++h) {
        HostDraft& host = draft_.hosts[h];
        Host compiled;
        compiled.name = host.name;
        compiled.own_units = static_cast<std::uint32_t>(host.own.size());
        compiled.member = host.member;
        compiled.units.begin = static_cast<std::uint32_t>(program_.units.size());
        for (UnitDraft& unit : host.own) add_unit(static_cast<HostId>(h), unit);
        for (UnitDraft& unit : host.planned) add_unit(static_cast<HostId>(h), unit);
        compiled.units.end = static_cast<std::uint32_t>(program_.units.size());
        program_.hosts.push_back(std::move(compiled));
    }
}

void Assembler::add_unit(HostId host, UnitDraft& draft) {
    Unit unit;
    unit.time_to_failure = draft.time_to_failure;
    unit.time_to_repair = draft.time_to_repair;
    unit.stream = sim::stream_name(draft.name);
    if (draft.care) {
        unit.care = static_cast<CareId>(program_.cares.size());
        program_.cares.push_back(*draft.care);
    }
    const auto [label, is_new] =
        label_ids_.try_emplace(draft.label, static_cast<std::uint32_t>(program_.labels.size()));
    if (is_new) program_.labels.push_back(draft.label);
    program_.units.push_back(unit);
    program_.unit_hosts.push_back(host);
    program_.unit_labels.push_back(label->second);
    program_.unit_names.push_back(draft.name);
    program_.unit_effects.push_back(draft.effect);
    program_.unit_classes.push_back(draft.failure_class);
    program_.unit_planned.push_back((draft.care && draft.care->planned) || draft.is_planned_once);
}

void Assembler::set_clocks() {
    for (std::uint32_t h = 0; h < draft_.hosts.size(); ++h) {
        const HostDraft& host = draft_.hosts[h];
        for (std::uint32_t u = 0; u < host.own.size(); ++u) {
            if (!needs_clock(h, host.own[u])) continue;
            program_.units[program_.hosts[h].units.begin + u].clock = static_cast<ClockId>(program_.clocks.size());
            program_.clocks.push_back(host.own[u].clock);
        }
    }
}

/// Most clocks simply run from a repair to the next failure; only the others cost anything.
bool Assembler::needs_clock(std::uint32_t host, const UnitDraft& unit) const {
    if (!exists(unit.time_to_failure)) return false;
    const HostDraft& draft = draft_.hosts[host];
    const Host& compiled = program_.hosts[host];
    if (draft.own.size() > 1 && unit.clock.when_down != ClockPolicy::age) return true;
    if (!draft.domains.empty() && unit.clock.when_cut_off != ClockPolicy::age) return true;
    if (exists(compiled.standby) && program_.standbys[+compiled.standby].idle_pace != 1.0) return true;
    return exists(compiled.share);
}

}  // namespace nines::compile

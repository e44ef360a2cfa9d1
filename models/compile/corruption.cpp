// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/compile/assembler.hpp"

/// What makes data bad, and what brings them back: the units that spoil stores, and the places of their backups.
namespace nines::compile {

/// A gate of its own that nothing needs: its host goes on working.
GateId Assembler::wire_aside(UnitId unit) {
    const GateId gate = gates_.add_gate();
    gates_.add_unit(gate, unit);
    program_.units[+unit].gate = gate;
    return gate;
}

/// Does the host stand for this store, or is one of its copies on it or inside it?
bool Assembler::holds(std::uint32_t host, FailoverId store) const {
    const FailoverGroup& group = program_.failovers[+store];
    if (+group.host == host) return true;
    const auto is_inside = [&](const auto& self, std::uint32_t inner) -> bool {
        if (inner == host) return true;
        const auto& around = draft_.hosts[inner].domains;
        return std::any_of(around.begin(), around.end(), [&](std::uint32_t domain) { return self(self, domain); });
    };
    for (std::uint32_t c = group.copies.begin; c < group.copies.end; ++c) {
        if (is_inside(is_inside, +program_.copies[c].host)) return true;
    }
    return false;
}

void Assembler::add_corruptions() {
    std::vector<Corruption>& corruptions = program_.corruptions;
    for (std::uint32_t u = 0; u < program_.units.size(); ++u) {
        if (!scenario::spoils_data(program_.unit_effects[u])) continue;
        Range& corrupts = program_.cares[+program_.units[u].care].corrupts;
        corrupts.begin = static_cast<std::uint32_t>(corruptions.size());
        for (std::uint32_t s = 0; s < scenario_.stores.size(); ++s) {
            const auto store = static_cast<FailoverId>(s);
            if (holds(+program_.unit_hosts[u], store)) corruptions.push_back({static_cast<UnitId>(u), store});
        }
        corrupts.end = static_cast<std::uint32_t>(corruptions.size());
    }
    for (std::uint32_t f = 0; f < program_.failovers.size(); ++f) {
        Range& range = program_.failovers[f].corruptions;
        range.begin = static_cast<std::uint32_t>(program_.corruptions_of_stores.size());
        for (std::uint32_t c = 0; c < corruptions.size(); ++c) {
            if (+corruptions[c].store == f) program_.corruptions_of_stores.push_back(static_cast<CorruptionId>(c));
        }
        range.end = static_cast<std::uint32_t>(program_.corruptions_of_stores.size());
    }
}

/// A store that waits for a backup hears when its place is back; a place that loses its data loses the backups.
void Assembler::follow_places() {
    for (const Backup& backup : program_.backups) {
        FailoverGroup& group = program_.failovers[+backup.store];
        group.can_restore = true;
        for (const auto* hosts : {&backup.place_hosts, &backup.own_hosts}) {
            for (const HostId host : *hosts) {
                if (!exists(host)) continue;
                if (exists(available_[+host]))
                    gates_.react(available_[+host], {Reaction::Kind::conditions, group.host});
                mark_loss_of_backups(host);
            }
        }
    }
}

void Assembler::mark_loss_of_backups(HostId host) {
    const Range units = program_.hosts[+host].units;
    for (std::uint32_t u = units.begin; u < units.end; ++u) {
        if (program_.unit_effects[u] != scenario::Effect::lose_data) continue;
        if (!exists(program_.units[u].care)) {
            program_.units[u].care = static_cast<CareId>(program_.cares.size());
            program_.cares.emplace_back();
        }
        program_.cares[+program_.units[u].care].loses_backups = true;
    }
}

}  // namespace nines::compile

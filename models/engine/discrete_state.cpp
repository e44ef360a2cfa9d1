// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/discrete_state.hpp"

namespace nines::engine {

DiscreteState initial_state(const Program& program) {
    DiscreteState state;
    state.phase.assign(program.units.size(), Phase::working);
    for (const Gate& gate : program.gates) state.working.push_back(gate.inputs);
    if (!program.standbys.empty()) state.role.assign(program.hosts.size(), Role::serving);
    for (const StandbyGroup& standby : program.standbys) {
        for (std::uint32_t m = standby.active; m < standby.count; ++m) {
            state.role[standby.first_host + m] = Role::idle;
            // Its serving gate lacks the role; whatever that line feeds lacks one input.
            const GateId serving = standby.serving[m];
            --state.working[+serving];
            for (std::uint32_t l = program.gates[+serving].lines.begin; l < program.gates[+serving].lines.end; ++l) {
                const Range feeds = program.lines[l].feeds;
                for (std::uint32_t f = feeds.begin; f < feeds.end; ++f) --state.working[+program.feeds[f]];
            }
        }
    }
    state.replacing.assign(program.cares.size(), 0);
    state.interrupted.assign(program.cares.size(), 0);
    if (!program.crews.empty() || !program.pools.empty()) state.next_waiting.assign(program.units.size(), ~0u);
    for (const Crew& crew : program.crews) state.crews.push_back({crew.size, {}});
    for (const Pool& pool : program.pools) state.pools.push_back({pool.stock, 0, {}});
    return state;
}

}  // namespace nines::engine

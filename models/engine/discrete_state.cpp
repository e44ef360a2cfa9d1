// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/discrete_state.hpp"

#include "models/engine/balancing.hpp"
#include "models/engine/ramp.hpp"
#include "models/engine/scaling_load.hpp"

namespace nines::engine {

void withdraw_input(const Program& program, DiscreteState& state, GateId gate) {
    const std::int32_t before = state.working[+gate]--;
    const Range lines = program.gates[+gate].lines;
    for (std::uint32_t l = lines.begin; l < lines.end; ++l) {
        if (program.lines[l].threshold != before) continue;
        const Range feeds = program.lines[l].feeds;
        for (std::uint32_t f = feeds.begin; f < feeds.end; ++f) withdraw_input(program, state, program.feeds[f]);
    }
}

void supply_input(const Program& program, DiscreteState& state, GateId gate) {
    const std::int32_t after = ++state.working[+gate];
    const Range lines = program.gates[+gate].lines;
    for (std::uint32_t l = lines.begin; l < lines.end; ++l) {
        if (program.lines[l].threshold != after) continue;
        const Range feeds = program.lines[l].feeds;
        for (std::uint32_t f = feeds.begin; f < feeds.end; ++f) supply_input(program, state, program.feeds[f]);
    }
}

namespace {

/// Where no member serves before a plan starts some, balancers have nobody to send to, and those before them know.
void settle_balancers(const Program& program, DiscreteState& state) {
    for (std::uint32_t b = 0; b < program.balancers.size(); ++b) {
        const Balancer& balancer = program.balancers[b];
        for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end; ++e) {
            const bool in = is_up(program, state, program.endpoints[e].works);
            state.endpoints[e].in_rotation = in;
            state.endpoints[e].views = static_cast<std::uint8_t>(in ? 0xff : 0);
        }
        if (answered_share(program, state, static_cast<BalancerId>(b)) > 0.0) continue;
        state.role[+balancer.host] = Role::out;
        withdraw_input(program, state, balancer.serving);
    }
}

}  // namespace

DiscreteState initial_state(const Program& program) {
    DiscreteState state;
    state.phase.assign(program.units.size(), Phase::working);
    for (const Gate& gate : program.gates) state.working.push_back(gate.inputs);
    const bool has_roles = !program.standbys.empty() || !program.failovers.empty() || !program.balancers.empty() ||
                           !program.latches.empty();
    if (has_roles) state.role.assign(program.hosts.size(), Role::serving);
    for (const StandbyGroup& standby : program.standbys) {
        for (std::uint32_t m = standby.active; m < standby.count; ++m) {
            state.role[standby.first_host + m] = Role::idle;
            withdraw_input(program, state, standby.serving[m]);  // its role
        }
    }
    state.plans.resize(program.plans.size());
    state.failovers.resize(program.failovers.size());
    state.copy_role.assign(program.copies.size(), CopyRole::replica);
    state.copy_is_near.assign(program.copies.size(), 0);
    for (const FailoverGroup& group : program.failovers) state.copy_role[group.copies.begin] = CopyRole::primary;
    // Checks have long seen what serves and what stands by.
    for (const Endpoint& endpoint : program.endpoints) {
        const Line& works = program.lines[+endpoint.works];
        const bool in = state.working[+works.gate] >= works.threshold;
        state.endpoints.push_back({.in_rotation = in, .views = static_cast<std::uint8_t>(in ? 0xff : 0)});
    }
    if (!program.plans.empty()) settle_balancers(program, state);
    for (const WarmUp& warm_up : program.warm_ups) {
        const Line& serves = program.lines[+warm_up.serves];
        state.warmth.push_back(state.working[+serves.gate] >= serves.threshold ? ramp::warm : ramp::cold);
    }
    state.resized.assign(program.resizes.size(), 0);
    for (const Scaling& scaling : program.scalings) state.scale.push_back(scaling.least);
    settle_scales(program, state);
    state.replacing.assign(program.cares.size(), 0);
    state.interrupted.assign(program.cares.size(), 0);
    if (!program.crews.empty() || !program.pools.empty()) state.next_waiting.assign(program.units.size(), ~0u);
    for (const Crew& crew : program.crews) state.crews.push_back({crew.size, {}});
    for (const Pool& pool : program.pools) state.pools.push_back({pool.stock, 0, {}});
    return state;
}

}  // namespace nines::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/scaling_load.hpp"

#include <algorithm>
#include <cmath>

#include "models/engine/standby.hpp"

namespace nines::engine {

bool ScalingView::same_load(const ScalingView& other) const {
    constexpr double rounding = 1e-9;
    return std::equal(shares.begin(), shares.end(), other.shares.begin(), other.shares.end(),
                      [](double a, double b) { return std::abs(a - b) <= rounding; });
}

void look_at(const Program& program, const DiscreteState& state, const Scaling& scaling, ScalingView& view) {
    view.shares.assign(scaling.services.size() + scaling.direct.size(), 0.0);
    view.least = least_in_service(program, state, program.standbys[+scaling.standby]);
    view.ready = 0;
    view.receiving = 0;
    const std::vector<GateId>& serving = program.standbys[+scaling.standby].serving;
    for (const GateId gate : serving) view.ready += state.working[+gate] == program.gates[+gate].inputs ? 1 : 0;
    for (std::size_t s = 0; s < scaling.services.size(); ++s) {
        std::uint32_t receiving = 0;
        const Traffic traffic = traffic_of(program, state, program.subjects[+scaling.services[s]]);
        for_each_server(program, state, traffic, [&](const Endpoint& endpoint, const Traffic&, double share) {
            if (+endpoint.host - scaling.first_host >= scaling.count) return;
            view.shares[s] += share;
            ++receiving;
        });
        view.receiving = std::min(view.ready, std::max(view.receiving, receiving));  // a server may have two ways to it
    }
    if (scaling.direct.empty() || view.ready == 0) return;
    std::fill(view.shares.begin() + static_cast<std::ptrdiff_t>(scaling.services.size()), view.shares.end(), 1.0);
    view.receiving = view.ready;
}

double arriving(const Program& program, const Scaling& scaling, const ScalingView& view, double seconds) {
    double sum = 0.0;
    for (std::size_t s = 0; s < view.shares.size(); ++s) {
        if (view.shares[s] <= 0.0) continue;
        sum += view.shares[s] * program.subjects[+service_of(scaling, s)].demand.rate(seconds);
    }
    return sum;
}

std::uint32_t members_for(const Scaling& scaling, double load, std::uint32_t least) {
    constexpr double rounding = 1e-9;  // where the load crosses a whole number of members
    const double number = std::ceil(load / scaling.each - rounding);
    if (number >= scaling.most) return scaling.most;
    return std::max(least, static_cast<std::uint32_t>(std::max(0.0, number)));
}

namespace {

void put_in_service(const Program& program, DiscreteState& state, const StandbyGroup& standby, std::uint32_t member,
                    bool serves) {
    const std::uint32_t host = standby.first_host + member;
    state.role[host] = serves ? Role::serving : Role::idle;
    if (serves) {
        supply_input(program, state, standby.serving[member]);
    } else {
        withdraw_input(program, state, standby.serving[member]);
    }
    const Range endpoints = program.hosts[host].endpoints;
    for (std::uint32_t e = endpoints.begin; e < endpoints.end; ++e) {
        EndpointState& seen = state.endpoints[+program.endpoints_of_hosts[e]];
        seen.in_rotation = serves;
        seen.views = static_cast<std::uint8_t>(serves ? 0xff : 0);
    }
    if (program.capacity_rules.empty()) return;
    const WarmUpId warm_up = program.capacity_rules[host].warm_up;
    if (exists(warm_up)) state.warmth[+warm_up] = serves ? ramp::warm : ramp::cold;
}

}  // namespace

void settle_scales(const Program& program, DiscreteState& state) {
    // One group's number moves the share of another behind the same balancer: a few rounds, or a circle.
    constexpr int most_rounds = 100;
    ScalingView view;
    bool moves = true;
    for (int round = 0; moves && round < most_rounds; ++round) {
        moves = false;
        for (std::size_t s = 0; s < program.scalings.size(); ++s) {
            const Scaling& scaling = program.scalings[s];
            const StandbyGroup& standby = program.standbys[+scaling.standby];
            look_at(program, state, scaling, view);
            const std::uint32_t number = members_for(scaling, arriving(program, scaling, view, 0.0), view.least);
            std::uint32_t& present = state.scale[s];
            moves = moves || number != present;
            for (; present < number; ++present) put_in_service(program, state, standby, present, true);
            for (; present > number; --present) put_in_service(program, state, standby, present - 1, false);
        }
    }
}

}  // namespace nines::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/flow_rewards.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/engine/flow.hpp"

namespace nines::exact {

namespace {

constexpr double week = 7.0 * 86400.0;

/// Share of a week in which the demand exceeds a rate.
double time_above(const Demand& demand, double rate) {
    double sum = 0.0;
    demand.spans_above(rate, 0.0, week, [&](double begin, double end) { sum += end - begin; });
    return sum / week;
}

/// Something behind the balancer, or the balancer itself, comes back step by step at fixed times.
std::string reason_by_ramps(const Program& program, BalancerId id) {
    const Balancer& balancer = program.balancers[+id];
    if (balancer.ramp_step_seconds > 0.0) {
        return fmt::format("{} gives a target that is back its share by the clock", program.hosts[+balancer.host].name);
    }
    for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end; ++e) {
        const Endpoint& endpoint = program.endpoints[e];
        const bool warms_up = !program.capacity_rules.empty() && exists(program.capacity_rules[+endpoint.host].warm_up);
        if (warms_up) return fmt::format("{} warms up by the clock", program.hosts[+endpoint.host].name);
        if (!exists(endpoint.next)) continue;
        if (std::string reason = reason_by_ramps(program, endpoint.next); !reason.empty()) return reason;
    }
    return {};
}

}  // namespace

bool counts_requests(const Subject& service) {
    return service.kind == Subject::Kind::service &&
           (exists(service.entry) || service.demand.exists() || service.up_share > 0.0);
}

std::string reason_against_flow(const Program& program, const Subject& service) {
    if (service.demand.growth != 0.0) return "its load grows";
    return exists(service.entry) ? reason_by_ramps(program, service.entry) : "";
}

FlowRewards flow_rewards(const Program& program, PartChain& part, const Subject& service) {
    FlowRewards rewards;
    rewards.unanswered.resize(part.chain().state_count());
    rewards.down.resize(part.chain().state_count());
    const Demand& demand = service.demand;
    const double offered = demand.exists() ? demand.offered(0.0, week) : 1.0;
    engine::Flow flow;
    part.exploration().for_each_state([&](sim::StateIndex s, const ChainState& state) {
        engine::find_flow(program, state.discrete, service, flow);
        const double served = demand.exists() ? flow.served(demand, 0.0, week) : flow.answered();
        constexpr double rounding = 1e-12;
        const double lost = 1.0 - served / offered;
        rewards.unanswered[s] = lost < rounding ? 0.0 : lost;
        if (service.up_share <= 0.0) return;
        const double highest = flow.highest_rate(service.up_share);
        const double down = demand.exists() ? time_above(demand, highest) : highest <= 0.0 ? 1.0 : 0.0;
        rewards.down[s] = down;
        rewards.follows_the_clock = rewards.follows_the_clock || (down > 0.0 && down < 1.0);
    });
    return rewards;
}

}  // namespace nines::exact

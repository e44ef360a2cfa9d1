// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/flow_rewards.hpp"

#include <algorithm>

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

}  // namespace

bool counts_requests(const Subject& service) {
    return service.kind == Subject::Kind::service &&
           (exists(service.entry) || service.demand.exists() || service.up_share > 0.0);
}

std::string reason_against_flow(const Subject& service) {
    return service.demand.growth != 0.0 ? "its load grows" : "";
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

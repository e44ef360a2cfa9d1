// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/flow_rewards.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/engine/flow.hpp"

namespace nines::exact {

namespace {

constexpr double week = 7.0 * 86400.0;

using Bands = std::vector<engine::Flow::Band>;

/// Share of a week in which the demand lies in one of these bands.
double time_within(const Demand& demand, const Bands& bands) {
    double sum = 0.0;
    demand.spans_within(bands, 0.0, week, [&](double begin, double end) { sum += end - begin; });
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

bool any_has(const Bands& bands, double rate) {
    return std::any_of(bands.begin(), bands.end(), [&](const engine::Flow::Band& band) { return band.has(rate); });
}

/// Whether what a state serves depends on how it came about: some pool can come into overload that may last, and the
/// demand meets a rate in some state at which that neither begins nor ends.
class PastOverload {
public:
    explicit PastOverload(const Subject& service)
        : service_(&service),
          highest_(service.demand.highest(week)),
          lowest_(service.demand.peak * std::min(1.0, service.demand.weekend) * service.demand.trough) {}

    void look_at(const engine::Flow& flow) {
        if (!service_->demand.exists()) return;
        may_begin_ = may_begin_ || (flow.parts().empty() && service_->retries > 0.0);
        for (const engine::Flow::Pool& pool : flow.pools()) {
            may_begin_ = may_begin_ || highest_ > pool.limit;
            may_last_ = may_last_ || (highest_ > pool.recover && lowest_ <= pool.limit);
        }
    }
    std::string reason() const {
        return may_begin_ && may_last_ ? "its servers may stay in overload after what brought it about is over, so "
                                         "that what is served depends on the past"
                                       : "";
    }

private:
    const Subject* service_;
    double highest_;
    double lowest_;
    bool may_begin_ = false;
    bool may_last_ = false;
};

}  // namespace

bool counts_requests(const Subject& service) {
    return service.kind == Subject::Kind::service &&
           (exists(service.entry) || service.demand.exists() || service.up_share > 0.0);
}

std::string reason_against_flow(const Program& program, const Subject& service) {
    if (!service.demand.spikes.empty()) return "its load changes at a known time";
    if (service.demand.growth != 0.0) return "its load grows";
    return exists(service.entry) ? reason_by_ramps(program, service.entry) : "";
}

FlowRewards flow_rewards(const Program& program, PartChain& part, const Subject& service) {
    FlowRewards rewards;
    rewards.unanswered.resize(part.chain().state_count());
    rewards.down.resize(part.chain().state_count());
    const Demand& demand = service.demand;
    const double offered = demand.exists() ? demand.offered(0.0, week) : 1.0;
    PastOverload past(service);
    engine::Flow flow;
    Bands bands;
    part.exploration().for_each_state([&](sim::StateIndex s, const ChainState& state) {
        engine::find_flow(program, state.discrete, service, flow);
        past.look_at(flow);
        const double served = demand.exists() ? flow.served(demand, 0.0, week) : flow.answered();
        constexpr double rounding = 1e-12;
        const double lost = 1.0 - served / offered;
        rewards.unanswered[s] = lost < rounding ? 0.0 : lost;
        if (service.up_share <= 0.0) return;
        flow.find_short(service.up_share, bands);
        const double down = demand.exists() ? time_within(demand, bands) : any_has(bands, 1.0) ? 1.0 : 0.0;
        rewards.down[s] = down;
        rewards.follows_the_clock = rewards.follows_the_clock || (down > 0.0 && down < 1.0);
    });
    rewards.refusal = past.reason();
    return rewards;
}

}  // namespace nines::exact

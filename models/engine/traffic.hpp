// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

#include "models/engine/balancing.hpp"
#include "models/engine/capacity.hpp"
#include "models/engine/tries.hpp"

/// The requests of one service on their way through balancers.
namespace nines::engine {

/// What a balancer is sent while the rate of the service is above `from`: `share` x (min(rate, to) - from).
struct Traffic {
    BalancerId balancer;
    double share = 1.0;
    double from = 0.0;
    double to = std::numeric_limits<double>::infinity();
    const Traffic* outer = nullptr;  ///< Of the balancer before it; null: users send it.
};

/// How many times as much work overload makes: tries per request at servers that answer `kept` of their capacity, each
/// balancer on the way trying again what times out if it does so at all, and at last those who ask. Tries within tries
/// multiply, each within its budget.
///
///     tries(q, r, b) = min((1 - (1 - q)^(r + 1)) / q, 1 + b),   q = share answered by what lies behind
///
/// Overload of a capacity C that has begun lasts while the rate exceeds C / amplification: there the tries that it
/// brings forth are C themselves, of which `kept` is answered. Source of the effect: Huang et al.,
/// Metastable failures in the wild, OSDI 2022; the formula follows from the series of tries.
inline double amplification(const Program& program, const Subject& service, double kept, const Traffic& traffic) {
    double answered = kept;
    double tries = 1.0;
    const auto try_again = [&](double retries, double budget) {
        const double per_request = tries_per_request(answered, retries, budget);
        tries *= per_request;
        answered = std::min(1.0, answered * per_request);
    };
    for (const Traffic* on_way = &traffic; on_way != nullptr; on_way = on_way->outer) {
        const Balancer& balancer = program.balancers[+on_way->balancer];
        if (balancer.retries_timeouts) try_again(balancer.here + balancer.elsewhere, balancer.budget);
    }
    try_again(service.retries, service.retry_budget);
    return tries;
}

/// Mean time for which the balancer is busy with one request that it is sent: with an answer so long as that takes,
/// with a target that is silent and still in rotation until it gives up. A target that refuses takes no time.
///
///     answered x seconds_to_answer + silent tries x seconds_to_give_up
///
/// As if the balancer's tries had no budget.
inline double seconds_held(const Program& program, const DiscreteState& state, const Balancer& balancer,
                           const Rotation& rotation, const Answered& answered) {
    double total = 0.0;
    double silent = 0.0;
    for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end; ++e) {
        const Endpoint& endpoint = program.endpoints[e];
        if (!rotation.has(state, endpoint, e)) continue;
        const double weight = weight_of(program, state, e);
        total += weight;
        if (!works(program, state, endpoint) && state.endpoints[e].is_silent) silent += weight;
    }
    if (total <= 0.0) return 0.0;
    constexpr double unlimited = std::numeric_limits<double>::infinity();
    const double losing = balancer.retries_timeouts ? 0.0 : silent;
    double silent_tries = silent * (balancer.retries_timeouts ? 1.0 + balancer.here : 1.0);
    for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end && balancer.elsewhere > 0; ++e) {
        const Endpoint& endpoint = program.endpoints[e];
        const bool is_silent = state.endpoints[e].is_silent;
        const double weight = weight_of(program, state, e);
        const double others = total - weight;
        if (!rotation.has(state, endpoint, e) || works(program, state, endpoint) || others <= 0.0) continue;
        if (is_silent && !balancer.retries_timeouts) continue;
        const double again = std::max(0.0, 1.0 - (answered.good + losing) / others);
        const double tries = tries_per_request(1.0 - again, balancer.elsewhere - 1.0, unlimited);
        silent_tries += weight * tries * (silent - (is_silent ? weight : 0.0)) / others;
    }
    return answered.share * balancer.seconds_to_answer + silent_tries / total * balancer.seconds_to_give_up;
}

/// Rate of the service beyond which the balancer has more requests at once than it handles, so that it refuses. By
/// Little's law it takes connections / seconds_held of those that it is sent.
inline double most_taken(const Program& program, const DiscreteState& state, const Traffic& traffic,
                         const Rotation& rotation) {
    constexpr double unlimited = std::numeric_limits<double>::infinity();
    const Balancer& balancer = program.balancers[+traffic.balancer];
    if (balancer.connections == unlimited) return unlimited;
    const Answered answered = answered_of(program, state, balancer, rotation);
    const double seconds = seconds_held(program, state, balancer, rotation, answered);
    return seconds > 0.0 ? traffic.from + balancer.connections / seconds / traffic.share : unlimited;
}

/// Requests per second that the targets of one rotation serve as the balancer knows them: those in rotation.
inline double capacity_of(const Program& program, const DiscreteState& state, const Balancer& balancer,
                          const Rotation& rotation) {
    double sum = 0.0;
    for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end; ++e) {
        const Endpoint& endpoint = program.endpoints[e];
        if (!rotation.has(state, endpoint, e)) continue;
        if (exists(endpoint.next)) {
            const Balancer& next = program.balancers[+endpoint.next];
            sum += capacity_of(program, state, next, rotation_of(program, state, next));
        } else {
            sum += capacity_now(program, state, endpoint.host);
        }
    }
    return sum;
}

/// Calls visit(traffic, rotation) for each tier that has a target in rotation, in order: each is sent `spill` of its
/// capacity before the next gets any, the last one all the rest.
template <class Visit>
void for_each_tier(const Program& program, const DiscreteState& state, const Traffic& traffic, const Visit& visit) {
    const Balancer& balancer = program.balancers[+traffic.balancer];
    const Rotation first = rotation_of(program, state, balancer);
    if (first.is_empty || first.ignores_health) return visit(traffic, first);
    double from = traffic.from;
    Rotation tier = first;
    while (from < traffic.to) {
        const Rotation next = next_tier(program, state, balancer, tier.tier);
        const double most = balancer.spill * capacity_of(program, state, balancer, tier) / traffic.share;
        const double to = next.is_empty ? traffic.to : std::min(traffic.to, from + most);
        visit(Traffic{traffic.balancer, traffic.share, from, to, traffic.outer}, tier);
        if (next.is_empty) return;
        from = to;
        tier = next;
    }
}

}  // namespace nines::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

#include "models/engine/balancing.hpp"

namespace nines::engine {

/// How the requests to one balancer are spread over its endpoints now, by all the pictures that its users have.
struct Ways {
    struct Way {
        Rotation rotation;
        double users = 0.0;  ///< Share of all.
        Answered answered;
    };
    static constexpr std::size_t most = 9;  ///< The present picture and one for each bit of EndpointState::views.

    std::array<Way, most> ways{};
    std::size_t count = 0;

    /// Share of all requests that a working endpoint answers, `sent` of all being sent to the balancer.
    double share_of(const Program& program, const DiscreteState& state, std::uint32_t endpoint, double sent) const {
        double sum = 0.0;
        for (std::size_t w = 0; w < count; ++w) {
            const Way& way = ways[w];
            if (!way.rotation.has(state, program.endpoints[endpoint], endpoint)) continue;
            const double per_weight = sent * way.users * way.answered.share / way.answered.good;
            sum += weight_of(program, state, endpoint) * per_weight;
        }
        return sum;
    }
};

/// Ways on which nothing is answered are left out.
inline Ways ways_of(const Program& program, const DiscreteState& state, const Balancer& balancer) {
    Ways result;
    for_each_view(program, state, balancer, [&](View view, double users) {
        const Rotation rotation = rotation_of(program, state, balancer, view);
        const Answered answered = answered_of(program, state, balancer, rotation);
        if (answered.good > 0.0) result.ways[result.count++] = {rotation, users, answered};
    });
    return result;
}

}  // namespace nines::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/rotation.hpp"

namespace nines::observe {

using namespace nines::compile;

/// What users of this balancer, and of those behind it, wait for while they are not served: `detecting` while a target
/// that does not work gets requests although another one works; then `redirecting` while some of them go by an old
/// answer; else `serving`, for no check will help.
inline FailoverPhase stage_of_balancer(const Program& program, const engine::DiscreteState& state, BalancerId id) {
    const Balancer& balancer = program.balancers[+id];
    const engine::Rotation rotation = engine::rotation_of(program, state, balancer);
    bool any_works = false;
    bool any_undetected = false;
    auto behind = FailoverPhase::serving;
    for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end; ++e) {
        const Endpoint& endpoint = program.endpoints[e];
        const bool works = engine::is_up(program, state, endpoint.works);
        const bool gets_any = rotation.has(state, endpoint, e);
        any_works = any_works || works;
        any_undetected = any_undetected || (gets_any && !works && !rotation.ignores_health);
        if (!gets_any || !exists(endpoint.next) || behind == FailoverPhase::detecting) continue;
        const FailoverPhase next = stage_of_balancer(program, state, endpoint.next);
        if (next != FailoverPhase::serving) behind = next;
    }
    if (any_works && any_undetected) return FailoverPhase::detecting;
    if (behind == FailoverPhase::detecting) return behind;
    if (any_works && engine::share_behind(program, state, balancer) > 0.0) return FailoverPhase::redirecting;
    return behind;
}

}  // namespace nines::observe

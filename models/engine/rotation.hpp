// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "models/engine/gates.hpp"
#include "models/engine/ramp.hpp"

/// Which targets of a balancer get requests, as the balancer sees it and as clients do who asked it some time ago.
namespace nines::engine {

/// A picture of the rotation: the balancer's own, or the one that a cohort of its users still has.
class View {
public:
    constexpr View() = default;
    constexpr explicit View(std::uint32_t cohort) : mask_(static_cast<std::uint8_t>(1u << cohort)) {}

    constexpr bool has(const EndpointState& seen) const {
        return mask_ == 0 ? seen.in_rotation : (seen.views & mask_) != 0;
    }
    constexpr bool puts_first(const EndpointState& seen) const {
        return mask_ == 0 ? seen.is_first : (seen.first_views & mask_) != 0;
    }

private:
    std::uint8_t mask_ = 0;
};

/// Whether the balancer knows of this endpoint: members of a group that scales come and go.
inline bool is_registered(const DiscreteState& state, const Endpoint& endpoint, std::uint32_t index) {
    if (endpoint.registered == Registered::always || state.endpoints[index].in_rotation) return true;
    const Role role = state.role[+endpoint.host];
    return role == Role::serving || (role == Role::out && endpoint.registered == Registered::until_idle);
}

/// Which endpoints get requests: those of the first tier that has any in rotation; regardless of their health if too
/// few of the tier are in rotation, or none of any tier. What a plan has switched to comes before all tiers.
struct Rotation {
    static constexpr std::uint32_t switched_to = ~0u;

    std::uint32_t tier = 0;
    bool ignores_health = false;
    bool is_empty = false;  ///< Nobody gets any.
    View view = {};

    bool has(const DiscreteState& state, const Endpoint& endpoint, std::uint32_t index) const {
        const bool gets_any = ignores_health ? is_registered(state, endpoint, index) : view.has(state.endpoints[index]);
        const bool is_meant = endpoint.tier == tier || (tier == switched_to && view.puts_first(state.endpoints[index]));
        return is_meant && gets_any && !is_empty;
    }
};

inline Rotation rotation_of(const Program& program, const DiscreteState& state, const Balancer& balancer,
                            View view = {}) {
    const Range all = balancer.endpoints;
    if (balancer.may_be_switched) {
        for (std::uint32_t e = all.begin; e < all.end; ++e) {
            const EndpointState& seen = state.endpoints[e];
            if (view.puts_first(seen) && view.has(seen)) return {Rotation::switched_to, false, false, view};
        }
    }
    for (std::uint32_t begin = all.begin; begin < all.end;) {
        const std::uint32_t tier = program.endpoints[begin].tier;
        std::uint32_t count = 0;
        std::uint32_t in = 0;
        for (; begin < all.end && program.endpoints[begin].tier == tier; ++begin) {
            count += is_registered(state, program.endpoints[begin], begin) ? 1 : 0;
            in += view.has(state.endpoints[begin]) ? 1 : 0;
        }
        if (in == 0) continue;
        return {tier, in < balancer.panic * count, false, view};
    }
    const bool ignores_health = balancer.fails_open || balancer.panic > 0.0;
    return {0, ignores_health, !ignores_health, view};
}

/// The next tier after this one that has an endpoint in rotation; empty if there is none.
inline Rotation next_tier(const Program& program, const DiscreteState& state, const Balancer& balancer,
                          std::uint32_t tier) {
    for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end; ++e) {
        const std::uint32_t other = program.endpoints[e].tier;
        if (other > tier && state.endpoints[e].in_rotation) return {other, false, false};
    }
    return {tier, false, true};
}

/// Weight of an endpoint now: less than its own while it starts slowly.
inline double weight_of(const Program& program, const DiscreteState& state, std::uint32_t endpoint) {
    const double weight = program.endpoints[endpoint].weight;
    const std::uint8_t step = state.endpoints[endpoint].ramp;
    return step == 0 ? weight : weight * ramp::share_at(step);
}

/// Has the view the balancer's present picture?
inline bool is_up_to_date(const DiscreteState& state, const Balancer& balancer, View view) {
    for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end; ++e) {
        const EndpointState& seen = state.endpoints[e];
        if (view.has(seen) != seen.in_rotation || view.puts_first(seen) != seen.is_first) return false;
    }
    return true;
}

/// Calls use(View, share of the users) for each picture that some of the balancer's users have now.
template <class Use>
void for_each_view(const Program& program, const DiscreteState& state, const Balancer& balancer, const Use& use) {
    constexpr double rounding = 1e-12;
    double present = 1.0;
    for (std::uint32_t c = balancer.cohorts.begin; c < balancer.cohorts.end; ++c) {
        const View view(c - balancer.cohorts.begin);
        if (is_up_to_date(state, balancer, view)) continue;
        use(view, program.cohorts[c].share);
        present -= program.cohorts[c].share;
    }
    if (present > rounding) use(View(), present);
}

/// Share of the balancer's users whose picture is not the present one.
inline double share_behind(const Program& program, const DiscreteState& state, const Balancer& balancer) {
    double behind = 0.0;
    for (std::uint32_t c = balancer.cohorts.begin; c < balancer.cohorts.end; ++c) {
        const bool follows = is_up_to_date(state, balancer, View(c - balancer.cohorts.begin));
        behind += follows ? 0.0 : program.cohorts[c].share;
    }
    return std::min(1.0, behind);
}

}  // namespace nines::engine

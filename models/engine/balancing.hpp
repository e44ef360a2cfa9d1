// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

#include "models/engine/copies.hpp"
#include "models/engine/rotation.hpp"

/// How a balancer learns which of its targets work, and which of them it sends requests to.
namespace nines::engine {

inline bool works(const Program& program, const DiscreteState& state, const Endpoint& endpoint) {
    return is_up(program, state, endpoint.works);
}

/// It was a member of a group that scales and is one no longer, which its balancer was told.
inline bool has_left(const DiscreteState& state, const Endpoint& endpoint) {
    if (endpoint.registered == Registered::always) return false;
    const Role role = state.role[+endpoint.host];
    return role == Role::idle || role == Role::starting;
}

/// May one more endpoint be taken out of rotation?
inline bool may_eject(const Program& program, const DiscreteState& state, const Balancer& balancer) {
    std::uint32_t known = 0;
    std::uint32_t out = 0;
    for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end; ++e) {
        if (!is_registered(state, program.endpoints[e], e)) continue;
        ++known;
        out += state.endpoints[e].in_rotation ? 0 : 1;
    }
    if (balancer.max_ejected >= 1.0) return out < known;
    return out < std::max(1u, static_cast<std::uint32_t>(balancer.max_ejected * known + 1e-9));
}

/// What becomes of the requests that a balancer sends out now, if nobody is short of capacity.
struct Answered {
    double share = 0.0;  ///< Of the requests.
    double good = 0.0;   ///< Weight of the endpoints in rotation that answer, each as far as it does.
};

inline double answered_share(const Program& program, const DiscreteState& state, BalancerId id);

/// A request goes to one of the endpoints in rotation by weight. If that does not answer, it is tried again: refused
/// requests always, those that only time out if the scenario says so; elsewhere with the last try or with each, which
/// is another endpoint drawn by weight among the others. So of the requests that are tried elsewhere a share `found` is
/// answered at the next try, one is lost for good on endpoints that are silent, and the rest is tried again. If that
/// makes more further tries than the budget allows, only so large a part of the requests gets theirs as it lasts for.
/// Source: HAProxy, configuration manual: `retries`, `option redispatch`.
inline Answered answered_of(const Program& program, const DiscreteState& state, const Balancer& balancer,
                            const Rotation& rotation) {
    const auto loses = [&](std::uint32_t e) { return state.endpoints[e].is_silent && !balancer.retries_timeouts; };
    double total = 0.0;
    double losing = 0.0;
    Answered result;
    for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end; ++e) {
        const Endpoint& endpoint = program.endpoints[e];
        if (!rotation.has(state, endpoint, e)) continue;
        const double weight = weight_of(program, state, e);
        total += weight;
        if (works(program, state, endpoint)) {
            result.good += weight * (exists(endpoint.next) ? answered_share(program, state, endpoint.next) : 1.0);
        } else if (loses(e)) {
            losing += weight;
        }
    }
    if (result.good <= 0.0) return {};
    double answered = result.good;
    double wanted = 0.0;  // further tries, times the weight of what is tried
    for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end && balancer.elsewhere > 0; ++e) {
        const Endpoint& endpoint = program.endpoints[e];
        if (!rotation.has(state, endpoint, e) || works(program, state, endpoint) || loses(e)) continue;
        const double weight = weight_of(program, state, e);
        const double others = total - weight;
        const double found = std::min(1.0, result.good / others);
        const double again = std::max(0.0, 1.0 - (result.good + losing) / others);
        const double tries = (1.0 - std::pow(again, balancer.elsewhere)) / (1.0 - again);
        answered += weight * found * tries;
        wanted += weight * (balancer.here + tries);
    }
    const double allowed = balancer.budget * total;
    if (wanted > allowed) answered = result.good + (answered - result.good) * allowed / wanted;
    result.share = std::min(1.0, answered / total);
    return result;
}

/// Share of the requests sent to the balancer now that are answered, if nobody is short of capacity.
inline double answered_share(const Program& program, const DiscreteState& state, BalancerId id) {
    const Balancer& balancer = program.balancers[+id];
    if (exists(balancer.available) && !is_up(program, state, balancer.available)) return 0.0;
    double share = 0.0;
    for_each_view(program, state, balancer, [&](View view, double users) {
        share += users * answered_of(program, state, balancer, rotation_of(program, state, balancer, view)).share;
    });
    return share;
}

/// Groups that scale behind the balancer may get another share of the requests from now on.
template <class Context>
void tell_scalings(Context& context, const Balancer& balancer) {
    for (std::uint32_t s = balancer.scalings.begin; s < balancer.scalings.end; ++s) {
        context.pending().push_back({PendingReaction::Kind::scaling, +context.program().scalings_of_balancers[s]});
    }
}

/// The role of the balancer's own host follows from what it could answer now.
template <class Context>
void rebalance(Context& context, BalancerId id) {
    const Program& program = context.program();
    const Balancer& balancer = program.balancers[+id];
    const Role wanted = answered_share(program, context.state(), id) > 0.0 ? Role::serving : Role::out;
    Role& role = context.state().role[+balancer.host];
    if (role != wanted) {
        role = wanted;
        context.on_role(balancer.host);
        shift(context, balancer.serving, wanted == Role::serving ? 1 : -1);
    }
    context.on_balancer(id);
    tell_scalings(context, balancer);
}

inline SamplerId time_of_endpoint(const Balancer& balancer, const EndpointState& state) {
    if (!state.in_rotation) return balancer.back;
    return state.is_silent ? balancer.detect_silent : balancer.detect_crash;
}

/// Clients who keep its answers hear of a change of the rotation later. One whose time runs already hears of it then.
template <class Context>
void tell_clients(Context& context, const Balancer& balancer) {
    for (std::uint32_t c = balancer.cohorts.begin; c < balancer.cohorts.end; ++c) {
        const auto cohort = static_cast<CohortId>(c);
        if (!context.cohort_is_pending(cohort)) context.begin_cohort(cohort);
    }
}

/// A target that is back gets its share step by step, if the balancer starts slowly.
template <class Context>
void start_slowly(Context& context, EndpointId id, bool in) {
    std::uint8_t& step = context.state().endpoints[+id].ramp;
    step = in ? 1 : 0;
    if (in) return context.begin_ramp(id);
    context.stop_ramp(id);
}

template <class Context>
void put_in_rotation(Context& context, EndpointId id, bool in) {
    const Balancer& balancer = context.program().balancers[+context.program().endpoints[+id].balancer];
    context.state().endpoints[+id].in_rotation = in;
    if (balancer.ramp_step_seconds > 0.0) start_slowly(context, id, in);
    tell_clients(context, balancer);
    context.on_endpoint(id);
    await_next(context, id);
}

/// Starts the time until the balancer's picture of the endpoint changes next, as things stand.
template <class Context>
void await_next(Context& context, EndpointId id) {
    const Endpoint& endpoint = context.program().endpoints[+id];
    const Balancer& balancer = context.program().balancers[+endpoint.balancer];
    EndpointState& state = context.state().endpoints[+id];
    context.stop_endpoint(id);
    if (has_left(context.state(), endpoint)) {
        if (state.in_rotation) put_in_rotation(context, id, false);
        return;
    }
    const bool up = works(context.program(), context.state(), endpoint);
    if (up == state.in_rotation) {
        if (up && exists(balancer.false_alarm)) context.begin_endpoint(id, balancer.false_alarm);
        return;
    }
    const SamplerId takes = time_of_endpoint(balancer, state);
    if (exists(takes)) return context.begin_endpoint(id, takes);
    endpoint_is_noticed(context, id);
}

/// The balancer changes its mind about the endpoint: it failed, or was taken for failed, or is back.
template <class Context>
void endpoint_is_noticed(Context& context, EndpointId id) {
    const Endpoint& endpoint = context.program().endpoints[+id];
    const Balancer& balancer = context.program().balancers[+endpoint.balancer];
    if (!context.state().endpoints[+id].in_rotation) {
        put_in_rotation(context, id, true);
        return eject_those_that_wait(context, endpoint.balancer);
    }
    if (may_eject(context.program(), context.state(), balancer)) return put_in_rotation(context, id, false);
    // Where no more may be taken out, it stays in rotation until another is back; the next false alarm may come.
    if (works(context.program(), context.state(), endpoint)) await_next(context, id);
}

/// Endpoints known to have failed that had to stay in rotation, because too many others were out.
template <class Context>
void eject_those_that_wait(Context& context, BalancerId id) {
    const Balancer& balancer = context.program().balancers[+id];
    if (balancer.max_ejected >= 1.0) return;
    for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end; ++e) {
        const auto endpoint = static_cast<EndpointId>(e);
        const bool waits = context.state().endpoints[e].in_rotation && !context.endpoint_is_pending(endpoint) &&
                           !works(context.program(), context.state(), context.program().endpoints[e]);
        if (waits && may_eject(context.program(), context.state(), balancer)) {
            put_in_rotation(context, endpoint, false);
        }
    }
}

/// The truth about an endpoint has changed.
template <class Context>
void endpoint_changed(Context& context, EndpointId id) {
    const Program& program = context.program();
    const Endpoint& endpoint = program.endpoints[+id];
    EndpointState& state = context.state().endpoints[+id];
    state.is_silent = !works(program, context.state(), endpoint) && is_silent(program, context.state(), endpoint.host);
    context.on_endpoint(id);
    await_next(context, id);
    rebalance(context, endpoint.balancer);
}

/// Its timer is due.
template <class Context>
void endpoint_due(Context& context, EndpointId id) {
    endpoint_is_noticed(context, id);
    rebalance(context, context.program().endpoints[+id].balancer);
    react(context);
}

/// Clients ask again, and hear of the present rotation.
template <class Context>
void cohort_due(Context& context, CohortId id) {
    const Cohort& cohort = context.program().cohorts[+id];
    const Balancer& balancer = context.program().balancers[+cohort.balancer];
    const auto bit = static_cast<std::uint8_t>(1u << (+id - balancer.cohorts.begin));
    for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end; ++e) {
        EndpointState& seen = context.state().endpoints[e];
        seen.views = static_cast<std::uint8_t>(seen.in_rotation ? seen.views | bit : seen.views & ~bit);
        seen.first_views = static_cast<std::uint8_t>(seen.is_first ? seen.first_views | bit : seen.first_views & ~bit);
    }
    rebalance(context, cohort.balancer);
    react(context);
}

/// The next step of a slow start.
template <class Context>
void ramp_due(Context& context, EndpointId id) {
    std::uint8_t& step = context.state().endpoints[+id].ramp;
    step = static_cast<std::uint8_t>(step < ramp::steps ? step + 1 : 0);
    if (step != 0) context.begin_ramp(id);
    const BalancerId balancer = context.program().endpoints[+id].balancer;
    context.on_balancer(balancer);
    tell_scalings(context, context.program().balancers[+balancer]);
    react(context);
}

}  // namespace nines::engine

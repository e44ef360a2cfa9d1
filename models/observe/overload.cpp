// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/overload.hpp"

#include <algorithm>

namespace nines::observe {

namespace {

/// Servers without shedding, before which something tries again what they did not answer in time.
bool may_last(const Program& program, const Subject& service, BalancerId id, bool tried_on_the_way) {
    const Range endpoints = program.balancers[+id].endpoints;
    if (service.retries <= 0.0 && !tried_on_the_way) return false;
    return std::any_of(program.endpoints.begin() + endpoints.begin, program.endpoints.begin() + endpoints.end,
                       [&](const Endpoint& endpoint) {
                           return endpoint.kept < 1.0 && !exists(endpoint.next) &&
                                  program.host_capacity[+endpoint.host] < engine::Flow::endless;
                       });
}

/// The instant at which this pool changes.
double change_of(const Demand& demand, const engine::Flow::Pool& pool, bool is_in, double from, double to) {
    return is_in ? demand.first_below(pool.recover, from, to) : demand.first_above(pool.limit, from, to);
}

}  // namespace

Overload::Overload(const Program& program, const Subject& service, const std::vector<BalancerId>& balancers)
    : tries_again_(service.retries > 0.0) {
    if (!service.demand.exists()) return;
    const bool tried_on_the_way = std::any_of(balancers.begin(), balancers.end(), [&](BalancerId id) {
        const Balancer& balancer = program.balancers[+id];
        return balancer.retries_timeouts && balancer.here + balancer.elsewhere > 0;
    });
    for (const BalancerId id : balancers) {
        if (may_last(program, service, id, tried_on_the_way)) pools_.push_back({id});
    }
}

template <class Pools>
auto* Overload::find(Pools& pools, BalancerId id) {
    const auto found = std::find_if(pools.begin(), pools.end(), [&](const PoolState& pool) { return pool.id == id; });
    return found == pools.end() ? nullptr : &*found;
}

void Overload::begin() {
    for (PoolState& pool : pools_) pool = {pool.id};
    settled_at_ = 0.0;
    changes_.clear();
}

void Overload::settle(engine::Flow& flow, double rate, double now) {
    if (now > settled_at_) {
        settled_at_ = now;
        for (PoolState& pool : pools_) pool.was_in = pool.is_in;
    }
    const bool nobody_is_answered = flow.parts().empty();
    for (PoolState& pool : pools_) pool.is_in = nobody_is_answered && tries_again_;
    for (const engine::Flow::Pool& met : flow.pools()) {
        PoolState* pool = find(pools_, met.id);
        if (pool == nullptr) continue;
        pool->is_in = rate > met.limit || (pool->was_in && rate > met.recover);
        flow.set_overload(met.id, pool->is_in);
    }
}

void Overload::pass(double now) {
    for (PoolState& pool : pools_) {
        if (pool.is_in != pool.told) changes_.push_back({pool.id, now, pool.is_in});
        pool.told = pool.is_in;
    }
}

double Overload::next_change(const Demand& demand, const engine::Flow& flow, double from, double to) const {
    double next = to;
    for (const engine::Flow::Pool& met : flow.pools()) {
        const PoolState* pool = find(pools_, met.id);
        if (pool != nullptr) next = std::min(next, change_of(demand, met, pool->is_in, from, next));
    }
    return next;
}

void Overload::change(engine::Flow& flow, const Demand& demand, double at, double to) {
    for (const engine::Flow::Pool& met : flow.pools()) {
        PoolState* pool = find(pools_, met.id);
        if (pool == nullptr || change_of(demand, met, pool->is_in, at, to) > at) continue;
        pool->is_in = !pool->is_in;
        flow.set_overload(met.id, pool->is_in);
    }
    pass(at);
}

bool Overload::lasts(const engine::Flow& flow, double rate) const {
    return std::any_of(flow.pools().begin(), flow.pools().end(), [&](const engine::Flow::Pool& met) {
        const PoolState* pool = find(pools_, met.id);
        return pool != nullptr && pool->is_in && rate <= met.limit;
    });
}

}  // namespace nines::observe

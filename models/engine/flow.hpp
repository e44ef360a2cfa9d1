// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <limits>
#include <vector>

#include "models/compile/demand.hpp"
#include "models/engine/capacity.hpp"
#include "models/engine/traffic.hpp"
#include "models/engine/ways.hpp"

namespace nines::engine {

/// Where requests end up in one state, as long as it lasts: servers that take a share of them each, up to their
/// capacity.
///
///     served(rate) = sum over parts of min(share x rate, capacity)
///
/// Where nothing is shed, a part that gets more than its capacity answers only `kept` of it: the rest of its work is
/// for requests whose users have given up. Where those are tried again, that lasts until the rate has fallen below
/// `recover`: what a flow serves then depends on whether its pools are in overload.
class Flow {
public:
    static constexpr double endless = std::numeric_limits<double>::infinity();

    /// Servers of one balancer whose overload outlives its cause.
    struct Pool {
        BalancerId id = none<BalancerId>;
        double limit = endless;    ///< Overload begins when the whole rate exceeds this,
        double recover = endless;  ///< ... and ends when it no longer exceeds this.
    };
    /// Servers whose capacity is reached at the same rate. They get requests only of what exceeds `from`.
    struct Part {
        double share = 0.0;
        double limit = endless;  ///< Of the whole rate.
        double kept = 1.0;
        double from = 0.0;
        double to = endless;  ///< Of the rate beyond this they get nothing.
        BalancerId pool = none<BalancerId>;
        double recover = endless;    ///< In overload: of the whole rate. Meaningful in a pool.
        double threshold = endless;  ///< Now too much: `limit`, or `recover` while the pool is in overload.

        /// Of each share, what is answered beyond the threshold.
        double level() const { return (limit - from) * kept; }
        /// What the threshold's crossing costs.
        double drop() const { return threshold == limit ? (limit - from) * (1.0 - kept) : threshold - from - level(); }
    };

    /// Rates above the one and up to the other.
    struct Band {
        double above;
        double up_to;

        bool has(double rate) const { return rate > above && rate <= up_to; }
    };

    void clear() {
        parts_.clear();
        pools_.clear();
    }
    void add(double share, double capacity, double kept) { add({share, capacity / share, kept}); }
    /// Sets its threshold to the limit.
    void add(Part added) {
        // What it cannot get is never too much, and no storm of tries reaches it.
        if (added.limit >= added.to) {
            added.limit = added.recover = endless;
            added.pool = none<BalancerId>;
        }
        added.threshold = added.limit;
        if (added.pool != none<BalancerId>) widen_pool(added);
        for (Part& part : parts_) {
            const bool is_alike = part.limit == added.limit && part.kept == added.kept && part.from == added.from &&
                                  part.to == added.to && part.pool == added.pool && part.recover == added.recover;
            if (is_alike) {
                part.share += added.share;
                return;
            }
        }
        parts_.push_back(added);
    }

    const std::vector<Pool>& pools() const { return pools_; }
    /// The pool is in overload from now on, or is not.
    void set_overload(BalancerId pool, bool is_in) {
        for (Part& part : parts_) {
            if (part.pool == pool) part.threshold = is_in ? std::min(part.recover, part.limit) : part.limit;
        }
    }

    const std::vector<Part>& parts() const { return parts_; }

    /// Share that is answered while nobody is short of capacity and nothing is sent on for want of it.
    double answered() const {
        double sum = 0.0;
        for (const Part& part : parts_) sum += part.from > 0.0 ? 0.0 : part.share;
        return sum;
    }
    double served(double rate) const {
        double sum = 0.0;
        for (const Part& part : parts_) {
            sum += part.share *
                   (rate <= part.threshold ? std::max(0.0, std::min(rate, part.to) - part.from) : part.level());
        }
        return sum;
    }
    /// Requests answered within [from, to).
    double served(const Demand& demand, double from, double to) const {
        double sum = answered() * demand.offered(from, to);
        for (const Part& part : parts_) {
            if (part.from > 0.0) sum += part.share * demand.above(part.from, from, to);
            const double most = std::min(part.threshold, part.to);
            if (most == endless) continue;
            sum -= part.share * demand.above(most, from, to);
            const double drop = part.drop();
            if (part.threshold == endless || drop == 0.0) continue;
            demand.spans_above(part.threshold, from, to,
                               [&](double begin, double end) { sum -= part.share * drop * (end - begin); });
        }
        return sum;
    }
    /// The highest rate up to which at least this share is answered; 0 if even of few requests it is not. Where nothing
    /// spills over the share falls with the rate.
    double highest_rate(double share) const {
        constexpr double rounding = 1e-12;
        double slope = answered();
        if (slope < share * (1.0 - rounding)) return 0.0;
        double fixed = 0.0;  // served(rate) = slope x rate + fixed beyond the limits passed
        double passed = 0.0;
        for (;;) {
            double next = endless;
            const auto look_at = [&](double rate) {
                if (rate > passed) next = std::min(next, rate);
            };
            for (const Part& part : parts_) {
                look_at(part.from);
                look_at(std::min(part.threshold, part.to));
            }
            const bool is_enough = slope >= share * (1.0 - rounding);
            const double reach = is_enough ? endless : fixed / (share - slope);
            if (next == endless || reach <= next) return std::max(reach, passed);
            passed = next;
            for (const Part& part : parts_) {
                if (part.from == passed) {
                    slope += part.share;
                    fixed -= part.share * part.from;
                }
                if (std::min(part.threshold, part.to) != passed) continue;
                slope -= part.share;
                fixed += part.share * (part.from + (part.threshold < part.to ? part.level() : part.to - part.from));
            }
            const bool falls_short = slope * passed + fixed < share * passed * (1.0 - rounding);
            if (falls_short) return passed;
        }
    }

    /// Finds the rates of which less than this share is answered, in order. Where a tier spills over, the share may
    /// rise with the rate again: between a first tier that answers a part and a second that answers all.
    void find_short(double share, std::vector<Band>& bands) const {
        bands.clear();
        const bool spills = std::any_of(parts_.begin(), parts_.end(), [](const Part& part) { return part.from > 0.0; });
        if (spills) return find_short_by_pieces(share, bands);
        const double highest = highest_rate(share);
        if (highest < endless) bands.push_back({highest, endless});
    }

private:
    /// served(rate) = slope x rate + fixed from one bound of a part to the next.
    struct Piece {
        double slope = 0.0;
        double fixed = 0.0;
        double begin = 0.0;
        double end = endless;

        /// Is less than the share served at its begin, at its end?
        bool lacks_at(double rate, double share) const {
            constexpr double rounding = 1e-12;
            if (rate == 0.0 || rate == endless) return slope < share * (1.0 - rounding);
            return slope * rate + fixed < share * rate * (1.0 - rounding);
        }
    };

    Piece piece_from(double begin) const {
        Piece piece{0.0, 0.0, begin, endless};
        for (const Part& part : parts_) {
            const double top = std::min(part.threshold, part.to);
            for (const double bound : {part.from, top}) {
                if (bound > begin) piece.end = std::min(piece.end, bound);
            }
            if (begin >= top) {
                piece.fixed += part.share * (part.threshold < part.to ? part.level() : part.to - part.from);
            } else if (begin >= part.from) {
                piece.slope += part.share;
                piece.fixed -= part.share * part.from;
            }
        }
        return piece;
    }

    void find_short_by_pieces(double share, std::vector<Band>& bands) const {
        for (Piece piece = piece_from(0.0);; piece = piece_from(piece.end)) {
            const bool lacks_first = piece.lacks_at(piece.begin, share);
            const bool lacks_last = piece.lacks_at(piece.end, share);
            const double crossing = std::clamp(piece.fixed / (share - piece.slope), piece.begin, piece.end);
            if (lacks_first || lacks_last) {
                const double from = lacks_first ? piece.begin : crossing;
                const double to = lacks_last ? piece.end : crossing;
                if (!bands.empty() && bands.back().up_to >= from) {
                    bands.back().up_to = to;
                } else if (to > from) {
                    bands.push_back({from, to});
                }
            }
            if (piece.end == endless) return;
        }
    }

    void widen_pool(const Part& part) {
        for (Pool& pool : pools_) {
            if (pool.id != part.pool) continue;
            pool.limit = std::min(pool.limit, part.limit);
            pool.recover = std::min(pool.recover, part.recover);
            return;
        }
        pools_.push_back({part.pool, part.limit, part.recover});
    }

    std::vector<Part> parts_;
    std::vector<Pool> pools_;
};

template <class Visit>
void for_each_server(const Program& program, const DiscreteState& state, const Traffic& traffic, const Visit& visit);

/// A target that works answers this share itself, or passes it on.
template <class Visit>
void visit_target(const Program& program, const DiscreteState& state, const Traffic& traffic, const Endpoint& endpoint,
                  double share, const Visit& visit) {
    if (!exists(endpoint.next)) return visit(endpoint, traffic, share);
    for_each_server(program, state, {endpoint.next, share, traffic.from, traffic.to, &traffic}, visit);
}

/// Those that get something in one rotation of a balancer.
template <class Visit>
void for_each_in_rotation(const Program& program, const DiscreteState& state, const Traffic& traffic,
                          const Rotation& rotation, const Visit& visit) {
    const Balancer& balancer = program.balancers[+traffic.balancer];
    const Answered answered = answered_of(program, state, balancer, rotation);
    if (answered.good <= 0.0) return;
    const double per_weight = traffic.share * answered.share / answered.good;
    for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end; ++e) {
        const Endpoint& endpoint = program.endpoints[e];
        if (!rotation.has(state, endpoint, e) || !works(program, state, endpoint)) continue;
        visit_target(program, state, traffic, endpoint, weight_of(program, state, e) * per_weight, visit);
    }
}

/// Those that get something from users with different pictures of the rotation; each is met once.
template <class Visit>
void for_each_in_views(const Program& program, const DiscreteState& state, const Traffic& traffic, const Visit& visit) {
    const Balancer& balancer = program.balancers[+traffic.balancer];
    const Ways ways = ways_of(program, state, balancer);
    for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end; ++e) {
        const Endpoint& endpoint = program.endpoints[e];
        if (!works(program, state, endpoint)) continue;
        const double share = ways.share_of(program, state, e, traffic.share);
        if (share > 0.0) visit_target(program, state, traffic, endpoint, share, visit);
    }
}

/// Calls visit(endpoint, traffic, share) for each server that answers a part of the requests now, `share` of those that
/// come while the rate is within the traffic's bounds. A server behind two ways is met twice. Users who keep an answer
/// know no spill-over.
template <class Visit>
void for_each_server(const Program& program, const DiscreteState& state, const Traffic& traffic, const Visit& visit) {
    const Balancer& balancer = program.balancers[+traffic.balancer];
    if (exists(balancer.available) && !is_up(program, state, balancer.available)) return;
    const Rotation rotation = rotation_of(program, state, balancer);
    Traffic taken = traffic;
    taken.to = std::min(taken.to, most_taken(program, state, taken, rotation));
    if (!balancer.cohorts.empty()) return for_each_in_views(program, state, taken, visit);
    if (balancer.spill <= 0.0) return for_each_in_rotation(program, state, taken, rotation, visit);
    for_each_tier(program, state, taken, [&](const Traffic& of_tier, const Rotation& tier) {
        for_each_in_rotation(program, state, of_tier, tier, visit);
    });
}

/// What users send to a service's entry: each request so often as they try. Precondition: it has one.
inline Traffic traffic_of(const Program& program, const DiscreteState& state, const Subject& service) {
    Traffic traffic{service.entry};
    if (service.retries > 0.0) {
        const double answered = answered_share(program, state, service.entry);
        traffic.share = tries_per_request(answered, service.retries, service.retry_budget);
    }
    return traffic;
}

/// The store is among those that can narrow what the service answers.
inline bool is_narrowed_by(const Program& program, const Subject& service, FailoverId store) {
    const auto stores = program.narrow_stores.begin();
    const auto end = stores + service.narrow_stores.end;
    return std::find(stores + service.narrow_stores.begin, end, store) != end;
}

/// Requests per second that the stores which the service needs answer at most: endless, but for those that are served
/// while their data are still being copied.
inline double narrowest_store(const Program& program, const DiscreteState& state, const Subject& service) {
    double least = Flow::endless;
    for (std::uint32_t s = service.narrow_stores.begin; s < service.narrow_stores.end; ++s) {
        const FailoverId store = program.narrow_stores[s];
        const std::uint16_t step = state.failovers[+store].copying;
        const CopyId primary = step > 0 ? first_with(program, state, store, CopyRole::primary) : none<CopyId>;
        if (!exists(primary)) continue;
        const double whole = capacity_now(program, state, program.copies[+primary].host);
        least = std::min(least, whole * program.copying_steps[step - 1].capacity);
    }
    return least;
}

/// Where the requests of a service end up now. Nowhere while its line is down. No pool of it is in overload.
inline void find_flow(const Program& program, const DiscreteState& state, const Subject& service, Flow& flow) {
    flow.clear();
    if (!is_up(program, state, service.line)) return;
    const double narrowest = service.narrow_stores.empty() ? Flow::endless : narrowest_store(program, state, service);
    if (!exists(service.entry)) return flow.add(1.0, narrowest, 1.0);
    Traffic traffic = traffic_of(program, state, service);
    // What the store cannot take is turned away at once.
    if (narrowest < Flow::endless) traffic.to = narrowest / answered_share(program, state, service.entry);
    for_each_server(program, state, traffic, [&](const Endpoint& endpoint, const Traffic& on_way, double share) {
        Flow::Part part;
        part.share = share;
        part.kept = endpoint.kept;
        part.from = on_way.from;
        part.to = on_way.to;
        const double capacity = capacity_now(program, state, endpoint.host) / share;
        part.limit = on_way.from + capacity;
        const double tries = endpoint.kept < 1.0 && capacity < Flow::endless
                                 ? amplification(program, service, endpoint.kept, on_way)
                                 : 1.0;
        if (tries > 1.0) {
            part.pool = on_way.balancer;
            part.recover = on_way.from + capacity / tries;
        }
        flow.add(part);
    });
}

}  // namespace nines::engine

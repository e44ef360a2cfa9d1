// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <vector>

#include "models/compile/demand.hpp"
#include "models/engine/capacity.hpp"
#include "models/engine/ways.hpp"

namespace nines::engine {

/// Where requests end up in one state, as long as it lasts: servers that take a share of them each, up to their
/// capacity.
///
///     served(rate) = sum over parts of min(share x rate, capacity)
///
/// Where nothing is shed, a part that gets more than its capacity answers only `kept` of it: the rest of its work is
/// for requests whose users have given up.
class Flow {
public:
    /// Servers whose capacity is reached at the same rate.
    struct Part {
        double share = 0.0;
        double limit = std::numeric_limits<double>::infinity();  ///< Of the whole rate.
        double kept = 1.0;
    };

    void clear() { parts_.clear(); }
    void add(double share, double capacity, double kept) {
        const double limit = capacity / share;
        for (Part& part : parts_) {
            if (part.limit == limit && part.kept == kept) {
                part.share += share;
                return;
            }
        }
        parts_.push_back({share, limit, kept});
    }

    const std::vector<Part>& parts() const { return parts_; }

    /// Share that is answered while nobody is short of capacity.
    double answered() const {
        double sum = 0.0;
        for (const Part& part : parts_) sum += part.share;
        return sum;
    }
    double served(double rate) const {
        double sum = 0.0;
        for (const Part& part : parts_) sum += part.share * (rate <= part.limit ? rate : part.limit * part.kept);
        return sum;
    }
    /// Requests answered within [from, to).
    double served(const Demand& demand, double from, double to) const {
        double sum = answered() * demand.offered(from, to);
        for (const Part& part : parts_) {
            if (part.limit == std::numeric_limits<double>::infinity()) continue;
            sum -= part.share * demand.above(part.limit, from, to);
            if (part.kept >= 1.0) continue;
            demand.spans_above(part.limit, from, to, [&](double begin, double end) {
                sum -= part.share * part.limit * (1.0 - part.kept) * (end - begin);
            });
        }
        return sum;
    }
    /// The highest rate of which at least this share is answered; 0 if of none. The share answered falls with the rate.
    double highest_rate(double share) const {
        constexpr double rounding = 1e-12;
        double slope = answered();
        if (slope < share * (1.0 - rounding)) return 0.0;
        double fixed = 0.0;  // served(rate) = slope x rate + fixed beyond the limits passed
        double passed = 0.0;
        for (;;) {
            const Part* next = nullptr;
            for (const Part& part : parts_) {
                if (part.limit > passed && (next == nullptr || part.limit < next->limit)) next = &part;
            }
            const bool is_enough = slope >= share * (1.0 - rounding);
            const double reach = is_enough ? std::numeric_limits<double>::infinity() : fixed / (share - slope);
            if (next == nullptr || reach <= next->limit) return std::max(reach, passed);
            passed = next->limit;
            for (const Part& part : parts_) {
                if (part.limit != passed) continue;
                slope -= part.share;
                fixed += part.share * part.limit * part.kept;
            }
            const bool falls_short = slope * passed + fixed < share * passed * (1.0 - rounding);
            if (falls_short) return passed;
        }
    }

private:
    std::vector<Part> parts_;
};

/// Calls visit(endpoint, balancer, share) for each server that answers a part of the requests now, `share` of all being
/// sent to this balancer. A server behind two ways is met twice.
template <class Visit>
void for_each_server(const Program& program, const DiscreteState& state, BalancerId id, double share,
                     const Visit& visit) {
    const Balancer& balancer = program.balancers[+id];
    if (exists(balancer.available) && !is_up(program, state, balancer.available)) return;
    const Ways ways = ways_of(program, state, balancer);
    for (std::uint32_t e = balancer.endpoints.begin; e < balancer.endpoints.end; ++e) {
        const Endpoint& endpoint = program.endpoints[e];
        if (!works(program, state, endpoint)) continue;
        const double part = ways.share_of(program, state, e, share);
        if (part <= 0.0) continue;
        if (exists(endpoint.next)) {
            for_each_server(program, state, endpoint.next, part, visit);
        } else {
            visit(endpoint, balancer, part);
        }
    }
}

/// Where the requests of a service end up now. Nowhere while its line is down.
inline void find_flow(const Program& program, const DiscreteState& state, const Subject& service, Flow& flow) {
    flow.clear();
    if (!is_up(program, state, service.line)) return;
    if (exists(service.entry)) {
        return for_each_server(program, state, service.entry, 1.0,
                               [&](const Endpoint& endpoint, const Balancer& balancer, double share) {
                                   flow.add(share, capacity_now(program, state, endpoint.host), balancer.kept);
                               });
    }
    flow.add(1.0, std::numeric_limits<double>::infinity(), 1.0);
}

}  // namespace nines::engine

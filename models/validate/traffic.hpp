// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "models/validate/checker.hpp"

/// Where requests go: from a service through balancers to groups.
namespace nines::validate {

/// What the service's `entry` names; nothing if it has none that can be read.
std::optional<scenario::Reference> entry_of(const scenario::Service& service);

/// Whether a thing of this kind can answer requests or pass them on.
bool takes_requests(TargetKind kind);

/// Whether clients keep an answer of the balancer (`ttl`, `stale`), so that they connect to its targets themselves.
bool clients_keep_answers(const scenario::Balancer& balancer);

/// Members of one group that answer requests.
struct ServingPart {
    std::size_t group = 0;
    std::int64_t members = 0;
    std::int64_t serving = 0;  ///< Of the members, those that do not stand by.
    double each = 0.0;         ///< Requests per second that one of them serves.

    /// Requests per second that are served with `lost` members down.
    double capacity(std::int64_t lost = 0) const;
};

/// What the requests of one service reach.
struct Reach {
    std::vector<ServingPart> parts;  ///< Groups whose nodes say their capacity, each once.
    bool unlimited = false;          ///< Something serves any number of requests, or does not say how many.
    bool unknown = false;            ///< Something that it leads to does not exist, or was not looked at.
};

/// How many things all walks together may visit: in a hostile scenario each of very many services reaches all others.
struct Patience {
    std::int64_t steps = 2'000'000;
};

/// `all_well`: of a balancer with mode = "priority" that does not spill over only the first target; otherwise all
/// targets of every balancer. When patience has run out, nothing is known.
Reach reach_of(const Checker& checker, const scenario::Service& service, bool all_well, Patience& patience);

}  // namespace nines::validate

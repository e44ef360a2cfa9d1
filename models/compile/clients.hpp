// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/compile/balancing.hpp"
#include "sim/units/duration.hpp"

namespace nines::compile {

/// Clients of a name: how long they keep the answer that they have when it changes.
struct Caching {
    Duration ttl;              ///< What is left of it when something changes is uniform from 0 to this.
    double stale_share = 0.0;  ///< Share of the clients that keep it longer.
    Duration stale_time;       ///< Mean time that these keep it; exponential.
};

/// The clients in strata of equal probability, each with its mean as its delay: 4 of the uniform law, 3 of the
/// exponential one, none of a law that takes no time or that nobody follows. So the mean delay is exact,
///
///     (1 - stale_share) ttl / 2 + stale_share stale_time
///
/// and the last ordinary client follows after 7/8 of the TTL. Their balancer and leaves are set by whoever wires them.
std::vector<Cohort> cohorts_of(const Caching& caching);

}  // namespace nines::compile

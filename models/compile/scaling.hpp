// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/compile/ids.hpp"
#include "sim/kernel/event_set.hpp"

namespace nines::compile {

/// How the number of members in service of a standby group follows the load that arrives at them.
///
/// With n wanted, of which some are ready, C the capacity of one, u* the target and x the load that arrives, at most
/// what those that receive it can bear:
///
///     number = ceil(x / (C u*)), within `least` and `most`, where |x / (n C u*) - 1| > tolerance, else n
///
/// It is raised `delay_seconds` after the load asks for it, and lowered if the load has not asked for more throughout
/// `stabilisation_seconds`, to the highest number of that time. Members that start count as loaded by nothing when
/// more are asked for, so that a step is at most by the factor 1 / u*, and the next waits until they are ready.
/// Source: Kubernetes, horizontal pod autoscaling: algorithm details, stabilization window.
struct Scaling {
    StandbyId standby = none<StandbyId>;
    std::uint32_t first_host = 0;  ///< Members are consecutive hosts.
    std::uint32_t count = 0;
    std::uint32_t least = 1;
    std::uint32_t most = 1;
    double each = 0.0;  ///< C u*: requests per second that one member is to bear.
    double capacity = 0.0;
    double tolerance = 0.0;
    double delay_seconds = 0.0;
    double stabilisation_seconds = 0.0;
    std::vector<SubjectId> services;  ///< Whose requests reach it through balancers.
    std::vector<SubjectId> direct;    ///< ... that are entered at it.
    sim::Leaf leaf = 0;
};

}  // namespace nines::compile

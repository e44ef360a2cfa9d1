// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/engine/flow.hpp"

/// What a group that scales sees of the load.
namespace nines::engine {

/// The s-th service whose requests reach the group: first those that come through balancers.
inline SubjectId service_of(const Scaling& scaling, std::size_t s) {
    return s < scaling.services.size() ? scaling.services[s] : scaling.direct[s - scaling.services.size()];
}

/// What decides about the number of members, beside the demand.
struct ScalingView {
    std::vector<double>
        shares;               ///< Of each service's requests, those that arrive at the members: `services`, `direct`.
    std::uint32_t least = 0;  ///< Members that are to serve whatever the load.
    std::uint32_t ready = 0;  ///< Members that serve.
    std::uint32_t receiving = 0;  ///< ... and get requests.

    /// As far as it moves the load: rounding is no change.
    bool same_load(const ScalingView& other) const;
};

/// Looks at the present state. `view` keeps its room.
void look_at(const Program& program, const DiscreteState& state, const Scaling& scaling, ScalingView& view);

/// Requests per second that arrive at the members at this time.
double arriving(const Program& program, const Scaling& scaling, const ScalingView& view, double seconds);

/// Members that this load asks for, whatever the present number; at least so many.
std::uint32_t members_for(const Scaling& scaling, double load, std::uint32_t least);

/// Gives each group that scales the number of members that the load at time 0 asks for.
void settle_scales(const Program& program, DiscreteState& state);

}  // namespace nines::engine

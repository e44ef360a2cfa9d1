// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/engine/flow.hpp"

namespace nines::engine {

/// How often checks of healthy targets fail where that follows the load that arrives at them.
///
/// In one state the load of a target is that of the demand, so that its alarms are a Poisson process whose rate changes
/// with the time: they are drawn at the highest rate that the demand can bring, and each is real with the probability
/// of the rate at its instant over that (thinning: Lewis and Shedler, 1979).
class LoadAlarms {
public:
    explicit LoadAlarms(const Program& program);

    bool any() const { return !watched_.empty(); }
    bool follows(EndpointId id) const { return any() && place_[+id] != nobody; }

    void begin();

    /// Looks at the state as it is from now on. Calls start(endpoint, per second) for each target that an alarm may
    /// take out and whose load has changed, or whose timer is not running.
    template <class IsPending, class Start>
    void settle(const DiscreteState& state, IsPending is_pending, Start start) {
        look_at(state);
        for (std::uint32_t w = 0; w < watched_.size(); ++w) {
            const EndpointId id = watched_[w];
            if (!may_alarm(state, id)) {
                highest_[w] = none_yet;
                continue;
            }
            const bool same = is_same(w);
            if (same && highest_[w] != none_yet && is_pending(id)) continue;
            highest_[w] = highest_rate(w);
            start(id, highest_[w]);
        }
        shares_.swap(next_);
    }

    /// It is healthy and in rotation: what comes next is an alarm.
    bool may_alarm(const DiscreteState& state, EndpointId id) const;
    /// The rate at which the alarms of this target are drawn.
    double drawn_rate(EndpointId id) const { return highest_[place_[+id]]; }
    /// The rate at this time over that.
    double share_of_real(EndpointId id, double seconds) const;

private:
    static constexpr std::uint32_t nobody = ~0u;
    static constexpr double none_yet = -1.0;

    void look_at(const DiscreteState& state);
    bool is_same(std::uint32_t watched) const;
    double highest_rate(std::uint32_t watched) const;
    double rate(std::uint32_t watched, double utilisation) const;

    const Program* program_;
    std::vector<EndpointId> watched_;
    std::vector<std::uint32_t> place_;     ///< By endpoint: among those watched.
    std::vector<std::uint32_t> services_;  ///< That have a demand and a balancer.
    std::vector<double> highest_demand_;   ///< Of these.
    /// Share that arrives over the capacity of the endpoint: of each watched endpoint and service, one after the other.
    std::vector<double> shares_;
    std::vector<double> next_;
    std::vector<double> highest_;  ///< By watched: rate of its alarms as they are drawn.
};

}  // namespace nines::engine

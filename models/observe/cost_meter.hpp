// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/engine/discrete_state.hpp"
#include "models/observe/failover_watch.hpp"
#include "models/observe/samples.hpp"
#include "models/observe/tally.hpp"

namespace nines::observe {

/// Adds up what one trial costs beyond what is known beforehand, from what is measured anyway: outages as they end,
/// writes lost, work of crews, members wanted in service. Without prices it does nothing; no price makes an event.
class CostMeter {
public:
    explicit CostMeter(const Program& program);

    /// The trial, or its measured span, begins: nothing has been spent.
    void begin(const engine::DiscreteState& state, double now);

    /// A service was down from one instant to another, in seconds of simulated time. One that began before the measured
    /// span is no new outage.
    void outage(std::uint32_t service, double from, double to, bool is_new) {
        if (downtime_of_[service] != no_item) add_outage(costs_->downtimes[downtime_of_[service]], from, to, is_new);
    }

    /// Perhaps another number of members is wanted in service.
    void wanted_changed(const engine::DiscreteState& state, double now) {
        if (!members_.empty()) count_members(&state, now);
    }

    /// A member of a crew begins to work.
    void called(CrewId crew) {
        if (crew_of_[+crew] != no_item)
            spend(costs_->crews[crew_of_[+crew]].item, costs_->crews[crew_of_[+crew]].per_call);
    }
    /// At the end of the trial: so long its members were at work, all together.
    void worked(CrewId crew, double seconds);

    /// At the end of the trial: such a share of a service's fee is paid back.
    void credited(std::uint32_t service, double share) {
        for (const CreditCost& cost : costs_->credits) {
            if (cost.service == service) spend(cost.item, share * cost.fee);
        }
    }

    /// The trial is over; `samples` may be null. Precondition: `watch` has finished it.
    void end(const FailoverWatch& watch, std::uint64_t trial, double now, Tally& tally, Samples* samples);

private:
    static constexpr std::uint32_t no_item = ~std::uint32_t{0};

    struct Members {
        double more = 0.0;  ///< Wanted beyond the fewest.
        double since = 0.0;
    };

    void spend(CostItemId item, double amount) { spent_[item] += amount; }
    void add_outage(const DowntimeCost& cost, double from, double to, bool is_new);
    /// Up to now, then in this state; null: in no other.
    void count_members(const engine::DiscreteState* state, double now);

    const Program* program_;
    const Costs* costs_;
    std::vector<std::uint32_t> downtime_of_;  ///< By service: its place in Costs::downtimes.
    std::vector<std::uint32_t> crew_of_;      ///< By crew.
    std::vector<Members> members_;            ///< By Costs::members.
    std::vector<double> spent_;               ///< By item.
};

}  // namespace nines::observe

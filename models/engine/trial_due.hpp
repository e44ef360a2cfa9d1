// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/trial.hpp"

/// Whose timer it is that is due, beside those of units.
namespace nines::engine {

template <class Recorder>
void Trial<Recorder>::other_due(sim::Leaf leaf) {
    const Leaves& leaves = program_->leaves;
    events_.cancel(leaf);
    if (leaf >= leaves.measure) return recorder_->measure(*this, now_);
    if (leaf >= leaves.occasions) return occasion_due(*this, static_cast<OccasionId>(leaf - leaves.occasions));
    if (leaf >= leaves.shocks) {
        const auto id = static_cast<ShockId>(leaf - leaves.shocks);
        shock_due(*this, id);
        ++shock_counts_[+id];
        return await_shock(id);
    }
    if (leaf >= leaves.deploys) {
        const auto id = static_cast<DeployId>(leaf - leaves.deploys);
        deploy_due(*this, id);
        return schedule_deploy(id);
    }
    if (leaf >= leaves.plans) {
        const PlanId id = plan_with_timer(*program_, leaf);
        return plan_due(*this, id, leaf - program_->plans[+id].first_leaf);
    }
    if (leaf >= leaves.scalings) return scaling_due(*this, static_cast<ScalingId>(leaf - leaves.scalings));
    if (leaf >= leaves.warm_ups) return warm_up_due(*this, static_cast<WarmUpId>(leaf - leaves.warm_ups));
    if (leaf >= leaves.ramps) return ramp_due(*this, program_->ramped_endpoints[leaf - leaves.ramps]);
    if (leaf >= leaves.cohorts) return cohort_due(*this, static_cast<CohortId>(leaf - leaves.cohorts));
    if (leaf >= leaves.endpoints && !alarm_is_real(static_cast<EndpointId>(leaf - leaves.endpoints))) return;
    if (leaf >= leaves.endpoints) return endpoint_due(*this, static_cast<EndpointId>(leaf - leaves.endpoints));
    if (leaf >= leaves.copies) return finish_resync(*this, static_cast<CopyId>(leaf - leaves.copies));
    if (leaf >= leaves.failovers) return failover_due(*this, leaf);
    if (leaf >= leaves.orders) return receive_part(*this, pool_of(leaf));
    if (leaf >= leaves.crews) return serve_queue(*this, static_cast<CrewId>(leaf - leaves.crews));
    start_due(leaf);
}

template <class Recorder>
PoolId Trial<Recorder>::pool_of(sim::Leaf leaf) const {
    std::uint32_t p = 0;
    while (leaf >= program_->pools[p].first_leaf + program_->pools[p].slots) ++p;
    return static_cast<PoolId>(p);
}

template <class Recorder>
void Trial<Recorder>::start_due(sim::Leaf leaf) {
    std::uint32_t s = 0;
    while (!exists(program_->standbys[s].start) ||
           leaf >= program_->standbys[s].first_leaf + program_->standbys[s].count) {
        ++s;
    }
    finish_start(*this, static_cast<StandbyId>(s), leaf - program_->standbys[s].first_leaf);
}

}  // namespace nines::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "sim/markov/chain.hpp"
#include "sim/markov/solve.hpp"
#include "sim/markov/steady_state.hpp"
#include "sim/units/duration.hpp"

/// What can be said of outages when the whole system is one Markov chain. All times in seconds.
namespace nines::exact {

/// In the long run.
struct LongRun {
    double unavailability = 0.0;
    double outages_per_second = 0.0;

    /// Mean length of an outage; infinite if it never ends, 0 if there is none.
    double mean_outage_seconds() const;
};

/// From the start, over a horizon.
struct OverHorizon {
    double unavailability = 0.0;            ///< Mean over the horizon: expected downtime / horizon.
    double outages = 0.0;                   ///< Expected number that begin within it.
    std::vector<double> unavailability_at;  ///< At the instants asked for.
    double error = 0.0;                     ///< Absolute bound for the unavailabilities.
};

struct OutageLength {
    double mean_seconds = 0.0;
    double p50_seconds = 0.0;
    double p95_seconds = 0.0;
    double p99_seconds = 0.0;
};

/// A chain, where it starts and in which states the service is down.
struct DownChain {
    const sim::Chain& chain;
    std::span<const sim::StartState> start;
    const sim::StateSet& down;
};

/// By state, what a line or a unit loses there.
struct DownRewards {
    std::vector<double> down;     ///< Share of it that is down: 1 or 0; in between for the mean of several.
    std::vector<double> outages;  ///< That begin, per second.
};
DownRewards rewards_of(const DownChain& of);

/// How many outages begin with each state, per second of the long run; 0 for up states.
std::vector<double> flow_into_outages(const DownChain& of, const sim::SteadyState& steady);

LongRun long_run(const DownRewards& of, const sim::SteadyState& steady);

/// `steady` may be null; with it long horizons cost no more than short ones.
sim::Solved<OverHorizon> over_horizon(const sim::Chain& chain, std::span<const sim::StartState> start,
                                      const DownRewards& of, const sim::SteadyState* steady, Duration horizon,
                                      std::span<const Duration> instants, const std::function<bool()>& go_on);

/// Mean time from the start to the first outage; infinite if there may be none.
sim::Solved<double> mean_time_to_outage(const DownChain& of, const std::function<bool()>& go_on);

/// P(no outage begins by then), the start included.
sim::Solved<double> reliability(const DownChain& of, Duration by, const std::function<bool()>& go_on);

/// Of the outages of the long run. None if there is no outage.
sim::Solved<std::optional<OutageLength>> outage_length(const DownChain& of, const sim::SteadyState& steady,
                                                       const std::function<bool()>& go_on);

}  // namespace nines::exact

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "sim/markov/chain.hpp"
#include "sim/markov/solve.hpp"
#include "sim/markov/transient.hpp"
#include "sim/units/duration.hpp"

/// How a random time of a chain is distributed: until a set is first reached (time to the first outage), or until one
/// is left (length of an outage).
namespace nines::sim {

/// What is asked of the distribution.
struct DistributionQuestion {
    std::span<const Duration> times;        ///< Ascending, finite.
    std::span<const double> probabilities;  ///< For quantiles; each above 0 and below 1, in any order.
};

struct DistributionOptions {
    double most_work = 3e11;      ///< As `TransientOptions::most_work`, of the times and of the quantiles each.
    std::function<bool()> go_on;  ///< As `TransientOptions::go_on`.
};

/// Probabilities of a time T, either way round so that neither loses digits.
struct TimeProbability {
    double by = 0.0;      ///< P(T <= t).
    double beyond = 0.0;  ///< P(T > t), "never" included.
    double error = 0.0;   ///< Absolute bound for both; the larger one's relative error is about this, too.
};

struct TimeDistribution {
    std::vector<TimeProbability> at;  ///< For each of the times asked.
    std::vector<Duration> quantiles;  ///< Smallest t with P(T <= t) >= p; forever where P(T < infinity) < p.
    TransientMethod method = TransientMethod::uniformization;
    std::uint64_t steps = 0;
};

/// Time until the chain first is in one of `targets`; 0 for the part of the start that is in one already.
/// P(T > t) is the reliability when the targets are the down states. Repair after that does not matter.
/// What lies behind the targets, or cannot be reached, is left out of the calculation; for the rest the chain is
/// copied.
Solved<TimeDistribution> first_passage_distribution(const Chain& chain, std::span<const StartState> start,
                                                    const StateSet& targets, const DistributionQuestion& question,
                                                    const DistributionOptions& options = {});

/// Time until the chain leaves `inside`, entered with the distribution `entry` (probabilities within `inside`). The
/// length of an outage, when `inside` are the down states and `entry` is how outages begin.
Solved<TimeDistribution> sojourn_distribution(const Chain& chain, std::span<const StartState> entry,
                                              const StateSet& inside, const DistributionQuestion& question,
                                              const DistributionOptions& options = {});

}  // namespace nines::sim

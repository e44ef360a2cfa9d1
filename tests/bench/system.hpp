// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "sim/units/duration.hpp"

/// The benchmark's models: k-of-n groups in series, all components alike.
namespace nines::bench {

inline constexpr Duration mean_up = Duration::hours(1000.0);
inline constexpr Duration mean_repair = Duration::hours(10.0);
inline constexpr Duration horizon = Duration::years(10.0);

/// `needed` of `members` must work.
struct Redundancy {
    std::uint32_t members = 1;
    std::uint32_t needed = 1;
};

/// Groups in series: up while every group is.
using System = std::vector<Redundancy>;

System two_of_three();
/// Two balancers in parallel and then `groups` times 3-of-5: 2 + 5 * groups components.
System balanced_groups(std::uint32_t groups);

std::uint32_t component_count(const System& system);

enum class Laws {
    exponential,
    mixed,       ///< The same means from Weibull, lognormal, gamma and uniform laws, a different pair each group.
    never_fails  ///< Exponential with a mean so long that no trial sees a failure.
};

/// The system as a user would write it.
scenario::Scenario scenario_of(const System& system, Laws laws);

/// Mean share of [0, horizon] that the exponential system is down, starting new. A component is down at t with
/// probability q(t) = f / (f + r) * (1 - exp(-(f + r) t)), f = 1 / mean_up, r = 1 / mean_repair (two-state Markov
/// chain); groups are binomial in q(t), independent in series; integrated over t by Simpson's rule.
double exact_unavailability(const System& system);

}  // namespace nines::bench

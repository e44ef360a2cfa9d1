// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

#include "sim/markov/phase_type.hpp"

/// Phases with given moments, behind `fit_phase_type`. The mean of all of these is 1 s; none has mass at 0.
namespace nines::sim {

PhaseType erlang_phases(int phases);

/// A mixture of exponentials as a Coxian with one phase for each distinct mean, fastest first: an exponential of rate b
/// is one of rate a > b, followed with probability 1 - b / a by one of rate b.
/// Means above 0; the weights need not sum to 1. Any mean.
PhaseType hyperexponential_phases(std::span<const ExponentialBranch> branches);

/// Squared cv at least 1 / most_phases: the fewest phases with that cv. Below 1 an Erlang of k or k - 1 phases, above a
/// Coxian of two.
PhaseType two_moment_phases(double squared_cv);

/// Fewest phases, up to the most, with E[T^2] = second and E[T^3] = third (mean 1); none if there are none.
std::optional<PhaseType> three_moment_phases(double second, double third, int most_phases);

/// Phases with E[T^2] = second (mean 1) and `wanted` as near to the quantile of `probability` as the third moment,
/// which is left free, allows; none if no third moment fits so many phases.
std::optional<PhaseType> percentile_phases(double second, double probability, double wanted, int most_phases);

/// Time x factor.
PhaseType stretched(PhaseType time, double factor);

}  // namespace nines::sim

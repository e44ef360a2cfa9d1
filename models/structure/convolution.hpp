// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/structure/distribution.hpp"

/// How many of n independent components work, when a decision diagram would only count. Nothing is subtracted: tails
/// keep their relative accuracy down to the smallest numbers.
namespace nines::structure {

/// P(exactly w of the components work), w = 0 .. n, by adding one component after the other: n^2 steps. Components
/// that are all alike take `binomial`.
std::vector<double> working_counts(std::span<const Chance> components);

/// The same for n components alike, in n steps: ratios of neighbours outwards from the most likely count, so that
/// nothing overflows and no logarithm loses digits.
std::vector<double> binomial(std::uint32_t n, Chance component);

/// Both parts independent: P(w work in both together).
std::vector<double> convolve(std::span<const double> first, std::span<const double> second);

/// Chance that fewer than k work (`down`) and that at least k work (`up`), given P(exactly w work).
Chance at_least_working(std::span<const double> counts, std::int64_t k);

/// Mean number that work, given P(exactly w work).
double mean_working(std::span<const double> counts);

}  // namespace nines::structure

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "models/compare/compare.hpp"

namespace nines::compare {

/// How large a difference of this metric may be without mattering; 0: none may.
double zone_of(std::span<const Indifference> indifference, const Difference& difference, double of_baseline);

/// Settles zone, verdict and what an open one lacks: with the half width h after n trials, n ((h / d)^2 - 1) more
/// trials bring the interval clear of 0 (d: the difference) or into the zone (d: what lies between the difference and
/// the zone's end).
void judge(Difference& difference, double zone);

}  // namespace nines::compare

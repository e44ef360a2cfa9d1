// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/charts/chart.hpp"
#include "models/compare/tornado.hpp"

/// Which input matters most, as a chart: a pure function of what was found.
namespace nines::charts {

/// Bars of a tornado chart that still can be read.
inline constexpr std::size_t most_factors = 12;

/// How the figure changes when one input alone is lower and when it is higher: two bars for each input, from 0, the
/// strongest input first, with the intervals of the paired differences. At most `most` inputs; how many more there are
/// is said. The notes of the points tell the values and the elasticity.
Chart tornado_chart(const compare::Tornado& tornado, std::size_t most = most_factors);

}  // namespace nines::charts

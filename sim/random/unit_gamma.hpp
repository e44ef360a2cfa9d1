// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/random/stream.hpp"

namespace nines::sim {

/// Gamma with scale 1, by rejection from a transformed normal; two words in most draws. Precondition: shape > 0.
///
/// The cube (1 + c x)^3 of a normal x is so nearly gamma that more than 95 in 100 are kept. A shape below 1 is reached
/// from shape + 1 times u^(1 / shape). Source: Marsaglia and Tsang, "A simple method for generating gamma variables",
/// ACM Trans. Math. Softw. 26 (2000) 363.
double unit_gamma(Draw& draw, double shape);

}  // namespace nines::sim

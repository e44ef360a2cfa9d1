// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "sim/random/law.hpp"

/// The questions of law.hpp in plain seconds. Each form answers them by overloads with the same names in its own file
/// under forms/; composite forms and the sampler ask whole laws through these.
namespace nines::sim {

double mean_seconds(const Law& law);
/// In seconds squared.
double variance(const Law& law);
/// P(T <= t).
double probability_by(const Law& law, double t);
/// P(T > t).
double probability_beyond(const Law& law, double t);
double density_at(const Law& law, double t);
double hazard_at(const Law& law, double t);
/// Smallest t with P(T <= t) >= p, 0 <= p < 1.
double lower_quantile(const Law& law, double p);
/// Smallest t with P(T > t) <= tail, 0 < tail <= 1.
double upper_quantile(const Law& law, double tail);
/// E[min(T, limit)^order], order 1 or 2. Order 1 is the integral of P(T > t) from 0 to limit.
double limited_moment(const Law& law, int order, double limit);
std::string text_of(const Law& law);

}  // namespace nines::sim

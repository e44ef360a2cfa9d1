// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

/// How often requests are tried when those that fail are tried again.
namespace nines::engine {

/// Tries per request, the first one included, if each try is answered with probability `answered` and those that were
/// not are tried again up to `retries` times:
///
///     (1 - p^(retries + 1)) / (1 - p),   p = 1 - answered;   retries + 1 if nothing is answered
///
/// With a budget no more than 1 + budget: then only a part of the requests that failed is tried again. The answered
/// share of the requests is `answered` times this. Source: a geometric series cut off.
inline double tries_per_request(double answered, double retries, double budget) {
    const double p = 1.0 - answered;
    const double tries = answered > 0.0 ? (1.0 - std::pow(p, retries + 1.0)) / answered : retries + 1.0;
    return std::min(tries, 1.0 + budget);
}

}  // namespace nines::engine

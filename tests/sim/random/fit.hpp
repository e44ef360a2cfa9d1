// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/random/stream.hpp"

/// How well drawn times fit a distribution function.
namespace nines::sim {

/// Bound on sqrt(n) * Kolmogorov-Smirnov distance: P(beyond) = 2 exp(-2 * 3.1^2) = 9e-9 (Kolmogorov 1933), so that
/// the about 100 fits of this folder together have a false alarm once in a million seeds.
inline constexpr double kolmogorov_bound = 3.1;

/// `count` times from draws 0, 1, 2, .. of one stream, ascending.
template <class Function>
std::vector<double> sorted_draws(std::size_t count, std::uint64_t seed, const Function& draw_time) {
    const Stream stream(seed, stream_name("fit"), 0);
    std::vector<double> times;
    times.reserve(count);
    for (std::uint64_t n = 0; n < count; ++n) {
        Draw draw(stream, n);
        times.push_back(draw_time(draw));
    }
    std::sort(times.begin(), times.end());
    return times;
}

/// sqrt(n) * sup |F_n - F| from both sides of every `stride`-th time; steps of F are honoured by its value just below.
template <class Function>
double kolmogorov_smirnov(const std::vector<double>& sorted, const Function& distribution, std::size_t stride = 1) {
    const auto n = static_cast<double>(sorted.size());
    double distance = 0.0;
    for (std::size_t i = 0; i < sorted.size(); i += stride) {
        const double time = sorted[i];
        const auto first = std::lower_bound(sorted.begin(), sorted.end(), time);
        const auto last = std::upper_bound(first, sorted.end(), time);
        const double below = static_cast<double>(first - sorted.begin()) / n;
        const double by = static_cast<double>(last - sorted.begin()) / n;
        constexpr double just_below = 1.0 - 1e-9;
        distance =
            std::max({distance, std::abs(distribution(time * just_below) - below), std::abs(distribution(time) - by)});
    }
    return std::sqrt(n) * distance;
}

}  // namespace nines::sim

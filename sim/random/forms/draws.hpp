// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "sim/random/forms/triangular.hpp"
#include "sim/random/sampler.hpp"
#include "sim/random/stream.hpp"
#include "sim/random/unit_normal.hpp"

/// The draws that the samplers are made of.
namespace nines::sim {

/// Uniform strictly between 0 and 1, so that its logarithm and its quantiles exist: (52 bits + 1/2) / 2^52.
inline double open_unit(Draw& draw) {
    constexpr double step = 0x1p-52;
    return (static_cast<double>(draw() >> 12) + 0.5) * step;
}

/// A normal beyond `begin` standard deviations, as its distance from there. Precondition: begin >= 0.
/// Rejection from an exponential that keeps at least three in four. Source: Robert, Stat. Comput. 5 (1995) 121.
inline double unit_normal_beyond(Draw& draw, double begin) {
    const double rate = 0.5 * (begin + std::sqrt(begin * begin + 4.0));
    for (;;) {
        const double beyond = unit_exponential(draw) / rate;
        const double off = begin + beyond - rate;
        if (2.0 * unit_exponential(draw) > off * off) { return beyond; }
    }
}

/// Normal with this mean and standard deviation, truncated at 0. Where the parent's mean is not below 0, at least half
/// of its draws are kept.
inline double truncated_normal(Draw& draw, double mean, double sd) {
    if (mean < 0.0) { return sd * unit_normal_beyond(draw, -mean / sd); }
    for (;;) {
        const double time = mean + sd * unit_normal(draw);
        if (time >= 0.0) { return time; }
    }
}

inline double triangular(Draw& draw, const Triangular& form) {
    return lower_quantile(form, open_unit(draw));
}

/// Index drawn with probability proportional to the steps of `cumulative`.
inline std::size_t pick(Draw& draw, const std::vector<double>& cumulative) {
    const double mark = open_unit(draw) * cumulative.back();
    const auto found = std::upper_bound(cumulative.begin(), cumulative.end() - 1, mark);
    return static_cast<std::size_t>(found - cumulative.begin());
}

/// Index below `count`, each with the same probability.
inline std::size_t pick_evenly(Draw& draw, std::size_t count) {
    const double mark = open_unit(draw) * static_cast<double>(count);
    return std::min(count - 1, static_cast<std::size_t>(mark));
}

}  // namespace nines::sim

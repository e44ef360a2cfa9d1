// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include <boost/random/gamma_distribution.hpp>
#include <boost/random/normal_distribution.hpp>

#include "sim/random/forms/normal.hpp"
#include "sim/random/forms/triangular.hpp"
#include "sim/random/sampler.hpp"
#include "sim/random/stream.hpp"

/// The draws that the samplers are made of.
namespace nines::sim {

/// Uniform strictly between 0 and 1, so that its logarithm and its quantiles exist: (52 bits + 1/2) / 2^52.
inline double open_unit(Draw& draw) {
    constexpr double step = 0x1p-52;
    return (static_cast<double>(draw() >> 12) + 0.5) * step;
}

/// Standard normal, by Boost's ziggurat.
inline double unit_normal(Draw& draw) {
    return boost::random::normal_distribution<double>()(draw);
}

/// Gamma with scale 1.
inline double unit_gamma(Draw& draw, double shape) {
    return boost::random::gamma_distribution<double>(shape)(draw);
}

/// Sum of so many exponentials with mean 1. Beyond a dozen one gamma draw is cheaper.
inline double unit_erlang(Draw& draw, int stages) {
    constexpr int most_terms = 12;
    if (stages > most_terms) { return unit_gamma(draw, stages); }
    double sum = 0.0;
    for (int stage = 0; stage < stages; ++stage) { sum += unit_exponential(draw); }
    return sum;
}

/// Rejection keeps at least half of the draws if the parent's mean is not below 0; inversion is for the rest.
inline double truncated_normal(Draw& draw, const Normal& form) {
    if (form.mean < Duration()) { return upper_quantile(form, open_unit(draw)); }
    for (;;) {
        const double time = form.mean.in_seconds() + form.sd.in_seconds() * unit_normal(draw);
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

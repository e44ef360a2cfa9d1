// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/random/unit_gamma.hpp"

#include <cmath>

#include "sim/random/forms/draws.hpp"
#include "sim/random/unit_normal.hpp"

namespace nines::sim {

namespace {

/// Precondition: shape >= 1.
double from_normal(Draw& draw, double shape) {
    const double d = shape - 1.0 / 3.0;
    const double c = 1.0 / (3.0 * std::sqrt(d));
    for (;;) {
        const double x = unit_normal(draw);
        const double root = 1.0 + c * x;
        if (root <= 0.0) { continue; }
        const double v = root * root * root;
        const double u = open_unit(draw);
        const double squared = x * x;
        // Below the exact bound that follows, for every shape; nine in ten need no logarithm.
        if (u < 1.0 - 0.0331 * squared * squared) { return d * v; }
        if (std::log(u) < 0.5 * squared + d * (1.0 - v + std::log(v))) { return d * v; }
    }
}

}  // namespace

double unit_gamma(Draw& draw, double shape) {
    if (shape >= 1.0) { return from_normal(draw, shape); }
    const double above = from_normal(draw, shape + 1.0);
    return above * std::exp(-unit_exponential(draw) / shape);
}

}  // namespace nines::sim

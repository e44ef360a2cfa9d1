// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "sim/random/forms/special.hpp"
#include "sim/random/law.hpp"
#include "sim/random/text.hpp"

/// In the formulas: `rise` = mode - low, `fall` = high - mode, `width` = high - low.
namespace nines::sim {

inline double rise(const Triangular& form) {
    return form.mode.in_seconds() - form.low.in_seconds();
}
inline double fall(const Triangular& form) {
    return form.high.in_seconds() - form.mode.in_seconds();
}
inline double width(const Triangular& form) {
    return form.high.in_seconds() - form.low.in_seconds();
}

inline double mean_seconds(const Triangular& form) {
    return form.low.in_seconds() + (rise(form) + width(form)) / 3.0;
}

inline double variance(const Triangular& form) {
    return (width(form) * width(form) - rise(form) * fall(form)) / 18.0;
}

inline double probability_beyond(const Triangular& form, double t);

inline double probability_by(const Triangular& form, double t) {
    if (t > form.mode.in_seconds()) { return 1.0 - probability_beyond(form, t); }
    const double d = t - form.low.in_seconds();
    if (d < 0.0) { return 0.0; }
    return rise(form) > 0.0 ? d * d / (width(form) * rise(form)) : 0.0;
}

inline double probability_beyond(const Triangular& form, double t) {
    if (t >= form.high.in_seconds()) { return 0.0; }
    if (t <= form.mode.in_seconds()) { return 1.0 - probability_by(form, t); }
    const double d = form.high.in_seconds() - t;
    return d * d / (width(form) * fall(form));
}

inline double density_at(const Triangular& form, double t) {
    if (t < form.low.in_seconds() || t > form.high.in_seconds() || width(form) == 0.0) { return 0.0; }
    if (t < form.mode.in_seconds()) { return 2.0 * (t - form.low.in_seconds()) / (width(form) * rise(form)); }
    const double share = fall(form) > 0.0 ? (form.high.in_seconds() - t) / fall(form) : 1.0;
    return 2.0 / width(form) * share;
}

inline double hazard_at(const Triangular& form, double t) {
    if (t >= form.high.in_seconds()) { return special::infinity; }
    return density_at(form, t) / probability_beyond(form, t);
}

inline double upper_quantile(const Triangular& form, double tail) {
    if (tail * width(form) > fall(form)) {
        return form.low.in_seconds() + std::sqrt((1.0 - tail) * width(form) * rise(form));
    }
    return form.high.in_seconds() - std::sqrt(tail * width(form) * fall(form));
}

inline double lower_quantile(const Triangular& form, double p) {
    if (p * width(form) > rise(form)) { return upper_quantile(form, 1.0 - p); }
    return form.low.in_seconds() + std::sqrt(p * width(form) * rise(form));
}

/// With U = T - low and d = limit - low; P(U > u) is 1 - u^2 / (width rise), then (width - u)^2 / (width fall),
/// and E[min(U, d)^n] is the integral of n u^(n-1) P(U > u) from 0 to d.
inline double limited_moment(const Triangular& form, int order, double limit) {
    const double low = form.low.in_seconds();
    const double w = width(form);
    if (limit <= low || w == 0.0) { return std::pow(std::min(limit, low), order); }
    const double up = std::min(limit - low, rise(form));
    double first = up;
    double second = up * up;
    if (up > 0.0) {
        first -= up * up / (3.0 * w) * (up / rise(form));
        second -= up * up * up / (2.0 * w) * (up / rise(form));
    }
    const double end = std::max(0.0, form.high.in_seconds() - limit);  // v = width - u runs from fall down to end
    if (end < fall(form)) {
        const double cubes = (std::pow(fall(form), 3) - std::pow(end, 3)) / 3.0;
        const double fourths = (std::pow(fall(form), 4) - std::pow(end, 4)) / 4.0;
        first += cubes / (w * fall(form));
        second += 2.0 * (w * cubes - fourths) / (w * fall(form));
    }
    return order == 1 ? low + first : low * low + 2.0 * low * first + second;
}

inline std::string text_of(const Triangular& form) {
    return fmt::format("triangular(min {}, mode {}, max {})", duration_text(form.low), duration_text(form.mode),
                       duration_text(form.high));
}

}  // namespace nines::sim

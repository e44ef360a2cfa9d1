// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "sim/random/forms/special.hpp"
#include "sim/random/law.hpp"
#include "sim/random/text.hpp"

namespace nines::sim {

inline double width(const Uniform& form) {
    return form.high.in_seconds() - form.low.in_seconds();
}

inline double mean_seconds(const Uniform& form) {
    return form.low.in_seconds() + 0.5 * width(form);
}

inline double variance(const Uniform& form) {
    return width(form) * width(form) / 12.0;
}

inline double probability_by(const Uniform& form, double t) {
    if (t >= form.high.in_seconds()) { return 1.0; }
    if (t < form.low.in_seconds()) { return 0.0; }
    return (t - form.low.in_seconds()) / width(form);
}

inline double probability_beyond(const Uniform& form, double t) {
    if (t >= form.high.in_seconds()) { return 0.0; }
    if (t < form.low.in_seconds()) { return 1.0; }
    return (form.high.in_seconds() - t) / width(form);
}

inline double density_at(const Uniform& form, double t) {
    return t < form.low.in_seconds() || t >= form.high.in_seconds() ? 0.0 : 1.0 / width(form);
}

inline double hazard_at(const Uniform& form, double t) {
    if (t >= form.high.in_seconds()) { return special::infinity; }
    return t < form.low.in_seconds() ? 0.0 : 1.0 / (form.high.in_seconds() - t);
}

inline double lower_quantile(const Uniform& form, double p) {
    return form.low.in_seconds() + p * width(form);
}

inline double upper_quantile(const Uniform& form, double tail) {
    return form.high.in_seconds() - tail * width(form);
}

/// With U = T - low and d = limit - low: E[min(U, d)] = d - d^2 / (2 w), E[min(U, d)^2] = d^2 - 2 d^3 / (3 w).
inline double limited_moment(const Uniform& form, int order, double limit) {
    const double low = form.low.in_seconds();
    if (limit <= low || width(form) == 0.0) { return std::pow(std::min(limit, low), order); }
    const double d = std::min(limit - low, width(form));
    const double first = d * (1.0 - 0.5 * d / width(form));
    const double second = d * d * (1.0 - 2.0 / 3.0 * d / width(form));
    return order == 1 ? low + first : low * low + 2.0 * low * first + second;
}

inline std::string text_of(const Uniform& form) {
    return fmt::format("uniform({}, {})", duration_text(form.low), duration_text(form.high));
}

}  // namespace nines::sim

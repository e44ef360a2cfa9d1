// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <string>

#include <fmt/format.h>

#include "sim/random/forms/special.hpp"
#include "sim/random/law.hpp"
#include "sim/random/text.hpp"

namespace nines::sim {

inline double mean_seconds(const Exponential& form) {
    return form.mean.in_seconds();
}

inline double variance(const Exponential& form) {
    return form.mean.in_seconds() * form.mean.in_seconds();
}

inline double probability_by(const Exponential& form, double t) {
    return -std::expm1(-t / form.mean.in_seconds());
}

inline double probability_beyond(const Exponential& form, double t) {
    return std::exp(-t / form.mean.in_seconds());
}

inline double hazard_at(const Exponential& form, double) {
    return 1.0 / form.mean.in_seconds();
}

inline double density_at(const Exponential& form, double t) {
    return hazard_at(form, t) * probability_beyond(form, t);
}

inline double lower_quantile(const Exponential& form, double p) {
    return -form.mean.in_seconds() * std::log1p(-p);
}

inline double upper_quantile(const Exponential& form, double tail) {
    return -form.mean.in_seconds() * std::log(tail);
}

/// order! mean^order P(order, limit / mean).
inline double limited_moment(const Exponential& form, int order, double limit) {
    const double mean = form.mean.in_seconds();
    if (order == 1) { return -mean * std::expm1(-limit / mean); }
    return 2.0 * mean * mean * special::gamma_lower(2.0, limit / mean);
}

inline std::string text_of(const Exponential& form) {
    return fmt::format("exp(mean {})", duration_text(form.mean));
}

}  // namespace nines::sim

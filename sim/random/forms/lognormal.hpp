// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <string>

#include <fmt/format.h>

#include "sim/random/forms/special.hpp"
#include "sim/random/law.hpp"
#include "sim/random/text.hpp"

namespace nines::sim {

/// (ln t - log_median) / log_sd: the standard normal that T <= t corresponds to.
inline double standard_score(const Lognormal& form, double t) {
    return (std::log(t) - form.log_median) / form.log_sd;
}

/// exp(log_median + log_sd^2 / 2).
inline double mean_seconds(const Lognormal& form) {
    return std::exp(form.log_median + 0.5 * form.log_sd * form.log_sd);
}

inline double variance(const Lognormal& form) {
    const double mean = mean_seconds(form);
    return mean * mean * std::expm1(form.log_sd * form.log_sd);
}

inline double probability_by(const Lognormal& form, double t) {
    return special::normal_upper(-standard_score(form, t));
}

inline double probability_beyond(const Lognormal& form, double t) {
    return special::normal_upper(standard_score(form, t));
}

inline double density_at(const Lognormal& form, double t) {
    if (t <= 0.0) { return 0.0; }
    return special::normal_density(standard_score(form, t)) / (t * form.log_sd);
}

inline double hazard_at(const Lognormal& form, double t) {
    if (t <= 0.0) { return 0.0; }
    return special::normal_hazard(standard_score(form, t)) / (t * form.log_sd);
}

inline double lower_quantile(const Lognormal& form, double p) {
    return std::exp(form.log_median - form.log_sd * special::normal_upper_inverse(p));
}

inline double upper_quantile(const Lognormal& form, double tail) {
    return std::exp(form.log_median + form.log_sd * special::normal_upper_inverse(tail));
}

/// E[T^n] Phi(z - n log_sd) + limit^n P(T > limit).
inline double limited_moment(const Lognormal& form, int order, double limit) {
    if (limit <= 0.0) { return 0.0; }
    const double z = standard_score(form, limit);
    const double below = std::exp(order * form.log_median + 0.5 * order * order * form.log_sd * form.log_sd) *
                         special::normal_upper(order * form.log_sd - z);
    return below + std::pow(limit, order) * special::normal_upper(z);
}

inline std::string text_of(const Lognormal& form) {
    return fmt::format("lognormal(median {}, sigma {})", log_duration_text(form.log_median), number_text(form.log_sd));
}

}  // namespace nines::sim

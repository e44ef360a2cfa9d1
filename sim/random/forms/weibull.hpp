// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <string>

#include <fmt/format.h>

#include "sim/random/forms/special.hpp"
#include "sim/random/law.hpp"
#include "sim/random/text.hpp"

namespace nines::sim {

/// Expected number of events by t under minimal repair, (t / scale)^shape = -ln P(T > t).
inline double cumulative_hazard(const Weibull& form, double t) {
    return std::pow(t / form.scale.in_seconds(), form.shape);
}

/// The time by which the cumulative hazard has reached `amount`.
inline double time_of_hazard(const Weibull& form, double amount) {
    return form.scale.in_seconds() * std::pow(amount, 1.0 / form.shape);
}

/// scale Gamma(1 + 1 / shape).
inline double mean_seconds(const Weibull& form) {
    return form.scale.in_seconds() * special::gamma(1.0 + 1.0 / form.shape);
}

/// mean^2 (Gamma(1 + 2 / shape) / Gamma(1 + 1 / shape)^2 - 1), through logarithms so that large shapes keep digits.
inline double variance(const Weibull& form) {
    const double log_ratio =
        special::log_gamma(1.0 + 2.0 / form.shape) - 2.0 * special::log_gamma(1.0 + 1.0 / form.shape);
    const double mean = mean_seconds(form);
    return mean * mean * std::expm1(log_ratio);
}

inline double probability_by(const Weibull& form, double t) {
    return -std::expm1(-cumulative_hazard(form, t));
}

inline double probability_beyond(const Weibull& form, double t) {
    return std::exp(-cumulative_hazard(form, t));
}

inline double hazard_at(const Weibull& form, double t) {
    const double scale = form.scale.in_seconds();
    return form.shape / scale * std::pow(t / scale, form.shape - 1.0);
}

inline double density_at(const Weibull& form, double t) {
    return hazard_at(form, t) * probability_beyond(form, t);
}

inline double lower_quantile(const Weibull& form, double p) {
    return time_of_hazard(form, -std::log1p(-p));
}

inline double upper_quantile(const Weibull& form, double tail) {
    return time_of_hazard(form, -std::log(tail));
}

/// scale^n Gamma(1 + n / shape) P(n / shape, (limit / scale)^shape).
inline double limited_moment(const Weibull& form, int order, double limit) {
    const double n_over_shape = order / form.shape;
    return std::pow(form.scale.in_seconds(), order) * special::gamma(1.0 + n_over_shape) *
           special::gamma_lower(n_over_shape, cumulative_hazard(form, limit));
}

inline std::string text_of(const Weibull& form) {
    return fmt::format("weibull(shape {}, scale {})", number_text(form.shape), duration_text(form.scale));
}

}  // namespace nines::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <string>

#include <fmt/format.h>

#include "sim/random/forms/special.hpp"
#include "sim/random/law.hpp"
#include "sim/random/text.hpp"

namespace nines::sim {

inline double mean_seconds(const Gamma& form) {
    return form.shape * form.scale.in_seconds();
}

inline double variance(const Gamma& form) {
    return form.shape * form.scale.in_seconds() * form.scale.in_seconds();
}

inline double probability_by(const Gamma& form, double t) {
    return special::gamma_lower(form.shape, t / form.scale.in_seconds());
}

inline double probability_beyond(const Gamma& form, double t) {
    return special::gamma_upper(form.shape, t / form.scale.in_seconds());
}

/// Infinite at 0 for shape < 1.
inline double density_at(const Gamma& form, double t) {
    const double scale = form.scale.in_seconds();
    if (t > 0.0) { return special::gamma_density(form.shape, t / scale) / scale; }
    if (form.shape < 1.0) { return special::infinity; }
    return form.shape == 1.0 ? 1.0 / scale : 0.0;
}

/// Tends to 1 / scale for large t, which is its value where the survival underflows.
inline double hazard_at(const Gamma& form, double t) {
    const double beyond = probability_beyond(form, t);
    return beyond > 0.0 ? density_at(form, t) / beyond : 1.0 / form.scale.in_seconds();
}

inline double lower_quantile(const Gamma& form, double p) {
    return form.scale.in_seconds() * special::gamma_lower_inverse(form.shape, p);
}

inline double upper_quantile(const Gamma& form, double tail) {
    return form.scale.in_seconds() * special::gamma_upper_inverse(form.shape, tail);
}

/// E[T^n] P(shape + n, limit / scale) + limit^n Q(shape, limit / scale).
inline double limited_moment(const Gamma& form, int order, double limit) {
    const double scale = form.scale.in_seconds();
    const double raw_moment = order == 1 ? form.shape * scale : form.shape * (form.shape + 1.0) * scale * scale;
    return raw_moment * special::gamma_lower(form.shape + order, limit / scale) +
           std::pow(limit, order) * probability_beyond(form, limit);
}

inline std::string text_of(const Gamma& form) {
    return fmt::format("gamma(shape {}, scale {})", number_text(form.shape), duration_text(form.scale));
}

// --- Erlang: the gamma law with a whole shape ---

inline Gamma as_gamma(const Erlang& form) {
    return {static_cast<double>(form.stages), form.mean / static_cast<double>(form.stages)};
}

inline double mean_seconds(const Erlang& form) {
    return form.mean.in_seconds();
}

inline double variance(const Erlang& form) {
    return variance(as_gamma(form));
}

inline double probability_by(const Erlang& form, double t) {
    return probability_by(as_gamma(form), t);
}

inline double probability_beyond(const Erlang& form, double t) {
    return probability_beyond(as_gamma(form), t);
}

inline double density_at(const Erlang& form, double t) {
    return density_at(as_gamma(form), t);
}

inline double hazard_at(const Erlang& form, double t) {
    return hazard_at(as_gamma(form), t);
}

inline double lower_quantile(const Erlang& form, double p) {
    return lower_quantile(as_gamma(form), p);
}

inline double upper_quantile(const Erlang& form, double tail) {
    return upper_quantile(as_gamma(form), tail);
}

inline double limited_moment(const Erlang& form, int order, double limit) {
    return limited_moment(as_gamma(form), order, limit);
}

inline std::string text_of(const Erlang& form) {
    return fmt::format("erlang(stages {}, mean {})", form.stages, duration_text(form.mean));
}

}  // namespace nines::sim

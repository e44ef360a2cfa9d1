// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "sim/random/forms/special.hpp"
#include "sim/random/law.hpp"
#include "sim/random/text.hpp"

/// The normal truncated at 0. A parent mean below -35 standard deviations leaves less above 0 than a double can hold.
namespace nines::sim {

inline double standard_score(const Normal& form, double t) {
    return (t - form.mean.in_seconds()) / form.sd.in_seconds();
}

/// Share of the parent that lies above 0.
inline double kept_share(const Normal& form) {
    return special::normal_upper(standard_score(form, 0.0));
}

/// mean + sd h(a), a = -mean / sd, h the normal hazard.
inline double mean_seconds(const Normal& form) {
    return form.mean.in_seconds() + form.sd.in_seconds() * special::normal_hazard(standard_score(form, 0.0));
}

/// sd^2 (1 + a h(a) - h(a)^2).
inline double variance(const Normal& form) {
    const double a = standard_score(form, 0.0);
    const double h = special::normal_hazard(a);
    return form.sd.in_seconds() * form.sd.in_seconds() * (1.0 + a * h - h * h);
}

/// From the side of the parent on which fewer digits are lost.
inline double probability_by(const Normal& form, double t) {
    const double a = standard_score(form, 0.0);
    const double z = standard_score(form, t);
    const double between = a > 0.0 ? special::normal_upper(a) - special::normal_upper(z)
                                   : special::normal_upper(-z) - special::normal_upper(-a);
    return between / kept_share(form);
}

inline double probability_beyond(const Normal& form, double t) {
    return special::normal_upper(standard_score(form, t)) / kept_share(form);
}

inline double density_at(const Normal& form, double t) {
    return special::normal_density(standard_score(form, t)) / (form.sd.in_seconds() * kept_share(form));
}

inline double hazard_at(const Normal& form, double t) {
    return special::normal_hazard(standard_score(form, t)) / form.sd.in_seconds();
}

inline double upper_quantile(const Normal& form, double tail) {
    const double z = special::normal_upper_inverse(tail * kept_share(form));
    return std::max(0.0, form.mean.in_seconds() + form.sd.in_seconds() * z);
}

inline double lower_quantile(const Normal& form, double p) {
    const double parent_p = special::normal_upper(-standard_score(form, 0.0)) + p * kept_share(form);
    if (parent_p > 0.5) { return upper_quantile(form, 1.0 - p); }
    return std::max(0.0, form.mean.in_seconds() - form.sd.in_seconds() * special::normal_upper_inverse(parent_p));
}

/// E[T^n; T <= limit] + limit^n P(T > limit), the first from the moments of a normal between 0 and limit.
inline double limited_moment(const Normal& form, int order, double limit) {
    const double mean = form.mean.in_seconds();
    const double sd = form.sd.in_seconds();
    const double at_zero = special::normal_density(standard_score(form, 0.0)) / kept_share(form);
    const double at_limit = special::normal_density(standard_score(form, limit)) / kept_share(form);
    const double by = probability_by(form, limit);
    const double below = order == 1 ? mean * by + sd * (at_zero - at_limit)
                                    : (mean * mean + sd * sd) * by + sd * (mean * at_zero - (mean + limit) * at_limit);
    return below + std::pow(limit, order) * probability_beyond(form, limit);
}

inline std::string text_of(const Normal& form) {
    return fmt::format("normal(mean {}, sd {})", duration_text(form.mean), duration_text(form.sd));
}

}  // namespace nines::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include "sim/random/forms/special.hpp"
#include "sim/random/law.hpp"
#include "sim/random/text.hpp"

namespace nines::sim {

inline double mean_seconds(const Constant& form) {
    return form.value.in_seconds();
}

inline double variance(const Constant&) {
    return 0.0;
}

inline double probability_by(const Constant& form, double t) {
    return t >= form.value.in_seconds() ? 1.0 : 0.0;
}

inline double probability_beyond(const Constant& form, double t) {
    return t >= form.value.in_seconds() ? 0.0 : 1.0;
}

inline double density_at(const Constant&, double) {
    return 0.0;
}

/// 0 before the time, infinite from it on.
inline double hazard_at(const Constant& form, double t) {
    return t >= form.value.in_seconds() ? special::infinity : 0.0;
}

inline double lower_quantile(const Constant& form, double) {
    return form.value.in_seconds();
}

inline double upper_quantile(const Constant& form, double) {
    return form.value.in_seconds();
}

inline double limited_moment(const Constant& form, int order, double limit) {
    return std::pow(std::min(form.value.in_seconds(), limit), order);
}

inline std::string text_of(const Constant& form) {
    return duration_text(form.value);
}

// --- never: the constant at infinity ---

inline double mean_seconds(const Never&) {
    return special::infinity;
}

inline double variance(const Never&) {
    return special::infinity;
}

inline double probability_by(const Never&, double) {
    return 0.0;
}

inline double probability_beyond(const Never&, double) {
    return 1.0;
}

inline double density_at(const Never&, double) {
    return 0.0;
}

inline double hazard_at(const Never&, double) {
    return 0.0;
}

inline double lower_quantile(const Never&, double) {
    return special::infinity;
}

inline double upper_quantile(const Never&, double) {
    return special::infinity;
}

inline double limited_moment(const Never&, int order, double limit) {
    return std::pow(limit, order);
}

inline std::string text_of(const Never&) {
    return "never";
}

}  // namespace nines::sim

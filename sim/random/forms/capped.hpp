// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "sim/random/forms/special.hpp"
#include "sim/random/law_seconds.hpp"
#include "sim/random/text.hpp"

/// min(base, cap): the base law below the cap, and an atom at the cap.
namespace nines::sim {

inline double limited_moment(const Capped& form, int order, double limit) {
    return limited_moment(*form.base, order, std::min(limit, form.cap.in_seconds()));
}

inline double mean_seconds(const Capped& form) {
    return limited_moment(*form.base, 1, form.cap.in_seconds());
}

inline double variance(const Capped& form) {
    const double mean = mean_seconds(form);
    return std::max(0.0, limited_moment(*form.base, 2, form.cap.in_seconds()) - mean * mean);
}

inline double probability_by(const Capped& form, double t) {
    return t >= form.cap.in_seconds() ? 1.0 : probability_by(*form.base, t);
}

inline double probability_beyond(const Capped& form, double t) {
    return t >= form.cap.in_seconds() ? 0.0 : probability_beyond(*form.base, t);
}

inline double density_at(const Capped& form, double t) {
    return t >= form.cap.in_seconds() ? 0.0 : density_at(*form.base, t);
}

inline double hazard_at(const Capped& form, double t) {
    return t >= form.cap.in_seconds() ? special::infinity : hazard_at(*form.base, t);
}

inline double lower_quantile(const Capped& form, double p) {
    return std::min(lower_quantile(*form.base, p), form.cap.in_seconds());
}

inline double upper_quantile(const Capped& form, double tail) {
    return std::min(upper_quantile(*form.base, tail), form.cap.in_seconds());
}

inline std::string text_of(const Capped& form) {
    return fmt::format("{} capped {}", text_of(*form.base), duration_text(form.cap));
}

}  // namespace nines::sim

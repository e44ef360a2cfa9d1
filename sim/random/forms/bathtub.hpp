// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include <boost/math/quadrature/gauss_kronrod.hpp>
#include <fmt/format.h>

#include "sim/random/forms/bisect.hpp"
#include "sim/random/forms/exponential.hpp"
#include "sim/random/forms/weibull.hpp"
#include "sim/random/text.hpp"

namespace nines::sim {

inline double cumulative_hazard(const Bathtub& form, double t) {
    return cumulative_hazard(form.infant, t) + t / form.chance.mean.in_seconds() + cumulative_hazard(form.wear_out, t);
}

/// The first of the three risks to reach `amount` on its own.
inline double first_time_of_hazard(const Bathtub& form, double amount) {
    return std::min({time_of_hazard(form.infant, amount), form.chance.mean.in_seconds() * amount,
                     time_of_hazard(form.wear_out, amount)});
}

/// The time by which the summed cumulative hazard has reached `amount`. One risk alone must have reached a third of it
/// by then, and none more than all of it: that brackets the time.
inline double time_of_hazard(const Bathtub& form, double amount) {
    return smallest_time(first_time_of_hazard(form, amount / 3.0), first_time_of_hazard(form, amount),
                         [&](double t) { return cumulative_hazard(form, t) >= amount; });
}

inline double probability_by(const Bathtub& form, double t) {
    return -std::expm1(-cumulative_hazard(form, t));
}

inline double probability_beyond(const Bathtub& form, double t) {
    return std::exp(-cumulative_hazard(form, t));
}

inline double hazard_at(const Bathtub& form, double t) {
    return hazard_at(form.infant, t) + hazard_at(form.chance, t) + hazard_at(form.wear_out, t);
}

inline double density_at(const Bathtub& form, double t) {
    return hazard_at(form, t) * probability_beyond(form, t);
}

inline double lower_quantile(const Bathtub& form, double p) {
    return time_of_hazard(form, -std::log1p(-p));
}

inline double upper_quantile(const Bathtub& form, double tail) {
    return time_of_hazard(form, -std::log(tail));
}

/// The integral of n t^(n-1) P(T > t) from 0 to limit, over ln t, since the three risks may lie decades apart.
/// What lies below 1e-17 of the median or beyond the 1e-30 tail is less than the rounding. Relative error about 1e-10.
inline double limited_moment(const Bathtub& form, int order, double limit) {
    const double median = upper_quantile(form, 0.5);
    const double last = std::min(limit, upper_quantile(form, 1e-30));
    const double first = 1e-17 * std::min(last, median);
    if (last <= 0.0) { return 0.0; }
    const auto integrand = [&](double log_t) {
        const double t = std::exp(log_t);
        return order * std::pow(t, order) * probability_beyond(form, t);
    };
    constexpr unsigned depth = 12;
    constexpr double tolerance = 1e-11;
    return boost::math::quadrature::gauss_kronrod<double, 31>::integrate(integrand, std::log(first), std::log(last),
                                                                         depth, tolerance);
}

inline double mean_seconds(const Bathtub& form) {
    return limited_moment(form, 1, special::infinity);
}

inline double variance(const Bathtub& form) {
    const double mean = mean_seconds(form);
    return std::max(0.0, limited_moment(form, 2, special::infinity) - mean * mean);
}

inline std::string text_of(const Bathtub& form) {
    return fmt::format("bathtub(infant shape {}, infant scale {}, chance mean {}, wear shape {}, wear scale {})",
                       number_text(form.infant.shape), duration_text(form.infant.scale),
                       duration_text(form.chance.mean), number_text(form.wear_out.shape),
                       duration_text(form.wear_out.scale));
}

}  // namespace nines::sim

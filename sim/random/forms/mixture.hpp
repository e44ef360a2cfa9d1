// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <numeric>
#include <string>

#include <fmt/format.h>

#include "sim/random/forms/bisect.hpp"
#include "sim/random/forms/special.hpp"
#include "sim/random/law_seconds.hpp"
#include "sim/random/text.hpp"

namespace nines::sim {

/// Sum of weight * f(part's law).
template <class Function>
double weighted_sum(const Mixture& form, const Function& f) {
    return std::accumulate(form.parts.begin(), form.parts.end(), 0.0,
                           [&f](double sum, const WeightedLaw& part) { return sum + part.weight * f(part.law); });
}

inline double mean_seconds(const Mixture& form) {
    return weighted_sum(form, [](const Law& part) { return mean_seconds(part); });
}

/// Within the parts and between their means.
inline double variance(const Mixture& form) {
    const double mean = mean_seconds(form);
    if (mean == special::infinity) { return special::infinity; }
    return weighted_sum(form, [mean](const Law& part) {
        const double distance = mean_seconds(part) - mean;
        return variance(part) + distance * distance;
    });
}

inline double probability_by(const Mixture& form, double t) {
    return weighted_sum(form, [t](const Law& part) { return probability_by(part, t); });
}

inline double probability_beyond(const Mixture& form, double t) {
    return weighted_sum(form, [t](const Law& part) { return probability_beyond(part, t); });
}

inline double density_at(const Mixture& form, double t) {
    return weighted_sum(form, [t](const Law& part) { return density_at(part, t); });
}

/// The parts' hazards, weighted by the probability of each part given no event so far. Where even the slowest part's
/// survival underflows, the lowest of the parts' hazards, to which the mixture's tends.
inline double hazard_at(const Mixture& form, double t) {
    const double beyond = probability_beyond(form, t);
    if (beyond > 0.0) { return density_at(form, t) / beyond; }
    double lowest = special::infinity;
    for (const WeightedLaw& part : form.parts) { lowest = std::min(lowest, hazard_at(part.law, t)); }
    return lowest;
}

inline double lower_quantile(const Mixture& form, double p) {
    double low = special::infinity;
    double high = 0.0;
    for (const WeightedLaw& part : form.parts) {
        low = std::min(low, lower_quantile(part.law, p));
        high = std::max(high, lower_quantile(part.law, p));
    }
    return smallest_time(low, high, [&](double t) { return probability_by(form, t) >= p; });
}

inline double upper_quantile(const Mixture& form, double tail) {
    double low = special::infinity;
    double high = 0.0;
    for (const WeightedLaw& part : form.parts) {
        low = std::min(low, upper_quantile(part.law, tail));
        high = std::max(high, upper_quantile(part.law, tail));
    }
    return smallest_time(low, high, [&](double t) { return probability_beyond(form, t) <= tail; });
}

inline double limited_moment(const Mixture& form, int order, double limit) {
    return weighted_sum(form, [order, limit](const Law& part) { return limited_moment(part, order, limit); });
}

inline std::string text_of(const Mixture& form) {
    std::string branches;
    for (const WeightedLaw& part : form.parts) {
        const char* const separator = branches.empty() ? "" : ", ";
        branches += fmt::format("{}{}: {}", separator, share_text(part.weight), text_of(part.law));
    }
    return fmt::format("mix({})", branches);
}

}  // namespace nines::sim

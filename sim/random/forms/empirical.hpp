// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "sim/random/forms/special.hpp"
#include "sim/random/law.hpp"

namespace nines::sim {

/// Average of f(time) over the measured times.
template <class Function>
double average(const Empirical& form, const Function& f) {
    const std::vector<double>& times = *form.sorted_seconds;
    const double sum =
        std::accumulate(times.begin(), times.end(), 0.0, [&f](double so_far, double time) { return so_far + f(time); });
    return sum / static_cast<double>(times.size());
}

/// How many of the measured times are longer than t.
inline std::size_t count_beyond(const Empirical& form, double t) {
    const std::vector<double>& times = *form.sorted_seconds;
    return static_cast<std::size_t>(times.end() - std::upper_bound(times.begin(), times.end(), t));
}

inline double mean_seconds(const Empirical& form) {
    return average(form, [](double time) { return time; });
}

inline double variance(const Empirical& form) {
    const double mean = mean_seconds(form);
    return average(form, [mean](double time) { return (time - mean) * (time - mean); });
}

inline double probability_beyond(const Empirical& form, double t) {
    return static_cast<double>(count_beyond(form, t)) / static_cast<double>(form.sorted_seconds->size());
}

inline double probability_by(const Empirical& form, double t) {
    const std::size_t size = form.sorted_seconds->size();
    return static_cast<double>(size - count_beyond(form, t)) / static_cast<double>(size);
}

inline double density_at(const Empirical&, double) {
    return 0.0;
}

/// 0 while longer times are left, infinite afterwards.
inline double hazard_at(const Empirical& form, double t) {
    return count_beyond(form, t) == 0 ? special::infinity : 0.0;
}

inline double lower_quantile(const Empirical& form, double p) {
    const std::vector<double>& times = *form.sorted_seconds;
    return *std::partition_point(times.begin(), times.end() - 1,
                                 [&](double time) { return probability_by(form, time) < p; });
}

inline double upper_quantile(const Empirical& form, double tail) {
    const std::vector<double>& times = *form.sorted_seconds;
    return *std::partition_point(times.begin(), times.end() - 1,
                                 [&](double time) { return probability_beyond(form, time) > tail; });
}

inline double limited_moment(const Empirical& form, int order, double limit) {
    return average(form, [order, limit](double time) { return std::pow(std::min(time, limit), order); });
}

inline std::string text_of(const Empirical& form) {
    return fmt::format("empirical(\"{}\")", form.source);
}

}  // namespace nines::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>

namespace nines::sim {

/// Count, mean, spread and skewness of a stream of values, in constant memory.
///
/// Central sums are updated in place, so that a small spread around a large mean keeps its digits. Two of them merge
/// into that of both streams; the same values merged in the same order give the same bits.
/// Source: Pebay, "Formulas for robust, one-pass parallel computation of covariances and arbitrary-order statistical
/// moments", SAND2008-6212, equations 1.5 and 2.1.
struct Moments {
    std::uint64_t count = 0;
    std::uint64_t nonzero = 0;  ///< How many of the values were not 0 (trials that had an outage at all).
    double mean = 0.0;
    double m2 = 0.0;  ///< Sum of (x - mean)^2.
    double m3 = 0.0;  ///< Sum of (x - mean)^3.
    double min = std::numeric_limits<double>::infinity();
    double max = -std::numeric_limits<double>::infinity();

    void add(double value) {
        const double before = static_cast<double>(count);
        ++count;
        nonzero += value != 0.0 ? 1 : 0;
        const double n = static_cast<double>(count);
        const double delta = value - mean;
        const double step = delta / n;
        const double term = delta * step * before;
        mean += step;
        m3 += term * step * (n - 2.0) - 3.0 * step * m2;
        m2 += term;
        min = value < min ? value : min;
        max = value > max ? value : max;
    }

    void merge(const Moments& other);

    double sum() const { return mean * static_cast<double>(count); }
    /// Unbiased variance of one value, m2 / (count - 1); 0 for fewer than two values.
    double variance() const;
    double standard_deviation() const;
    /// Of the mean: standard deviation / sqrt(count); 0 for fewer than two values.
    double standard_error() const;
    /// Third standardised moment sqrt(n) m3 / m2^1.5; 0 where there is no spread.
    double skewness() const;
};

}  // namespace nines::sim

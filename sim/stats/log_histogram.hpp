// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "sim/stats/intervals.hpp"

namespace nines::sim {

/// Distribution of durations in fixed memory: integer counts in buckets that grow with the value, so that quantiles
/// do not depend on how the work was split.
///
/// Each power of two is cut into 64 equal buckets. A quantile is its bucket's middle, at most 1/128 (0.8 %) from the
/// observation it stands for, and never outside [min, max]. Zero has a bucket of its own. Below 1 us the error is
/// 1 us; above a million years all values share the last bucket (its quantile is then reported as `max`).
/// The buckets (33 kB) are allocated by the first value that is not zero, and never again.
class LogHistogram {
public:
    /// Counts a duration `count` times. Negative or non-finite durations are our own mistake: std::invalid_argument.
    void add(double seconds, std::uint64_t count = 1);
    void merge(const LogHistogram& other);

    std::uint64_t count() const { return count_; }
    std::uint64_t zeros() const { return zeros_; }
    double sum() const { return sum_; }  ///< Exact up to rounding, in the order of adding and merging.
    double mean() const { return count_ == 0 ? 0.0 : sum_ / static_cast<double>(count_); }
    double min() const { return count_ == 0 ? 0.0 : min_; }  ///< Exact; 0 when empty.
    double max() const { return count_ == 0 ? 0.0 : max_; }  ///< Exact; 0 when empty.

    /// Smallest duration that a share `probability` of the observations does not exceed (rank ceil(p n)); 0 when
    /// empty. Precondition: 0 <= probability <= 1.
    double quantile(double probability) const;

    /// The quantile with distribution-free bounds: the observations whose ranks enclose it with this confidence
    /// (binomial order statistics; Hahn and Meeker, Statistical Intervals, section 5.2). Where the sample is too
    /// small to have such a rank, that end is the observed extreme and the interval is `unreliable`.
    /// Precondition: the observations are independent.
    Interval quantile_interval(double probability, double confidence) const;

    /// One bucket that holds something, for charts; `upper` is its exclusive upper bound (0 for the zero bucket).
    struct Bucket {
        double lower = 0.0;
        double upper = 0.0;
        std::uint64_t count = 0;
    };
    /// The buckets that hold something, ascending.
    std::vector<Bucket> buckets() const;

    bool operator==(const LogHistogram&) const = default;

private:
    /// The observation with this rank, 1 .. count().
    double at_rank(std::uint64_t rank) const;

    std::vector<std::uint64_t> buckets_;
    std::uint64_t count_ = 0;
    std::uint64_t zeros_ = 0;
    double sum_ = 0.0;
    double min_ = std::numeric_limits<double>::infinity();
    double max_ = 0.0;
};

}  // namespace nines::sim

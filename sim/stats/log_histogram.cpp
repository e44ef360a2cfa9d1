// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/stats/log_histogram.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

#include "sim/stats/distribution_quantiles.hpp"

namespace nines::sim {
namespace {

constexpr int lowest_exponent = -20;  // 2^-20 s = 0.95 us
constexpr int highest_exponent = 45;  // 2^45 s = 1.1 million years
constexpr std::size_t per_octave = 64;
constexpr std::size_t bucket_count = static_cast<std::size_t>(highest_exponent - lowest_exponent) * per_octave;

/// Bit arithmetic instead of a logarithm: the same bucket on every machine.
std::size_t bucket_of(double seconds) {
    int exponent = 0;
    const double fraction = std::frexp(seconds, &exponent);  // seconds = fraction * 2^exponent, 0.5 <= fraction < 1
    const int octave = exponent - 1 - lowest_exponent;
    if (octave < 0) { return 0; }
    if (octave >= highest_exponent - lowest_exponent) { return bucket_count - 1; }
    const auto within = static_cast<std::size_t>((2.0 * fraction - 1.0) * static_cast<double>(per_octave));
    return static_cast<std::size_t>(octave) * per_octave + within;
}

double lower_bound_of(std::size_t bucket) {
    const auto octave = static_cast<int>(bucket / per_octave) + lowest_exponent;
    const double within = static_cast<double>(bucket % per_octave) / static_cast<double>(per_octave);
    return std::ldexp(1.0 + within, octave);
}

std::uint64_t rank_of(double probability, std::uint64_t count) {
    // 0.07 * 100 is 7.000000000000001: without the slack its rank would be 8.
    const double exact = probability * static_cast<double>(count) * (1.0 - 1e-14);
    return std::clamp<std::uint64_t>(static_cast<std::uint64_t>(std::ceil(exact)), 1, count);
}

/// Smallest k in [0, n] with P(at most k of n) >= level.
std::uint64_t smallest_reaching(double level, std::uint64_t n, double probability) {
    std::uint64_t low = 0;
    std::uint64_t high = n;
    while (low < high) {
        const std::uint64_t middle = low + (high - low) / 2;
        if (binomial_cdf(middle, n, probability) >= level) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

}  // namespace

void LogHistogram::add(double seconds, std::uint64_t count) {
    if (!(seconds >= 0.0) || std::isinf(seconds)) {
        throw std::invalid_argument("LogHistogram::add: not a duration: " + std::to_string(seconds));
    }
    if (count == 0) { return; }
    count_ += count;
    sum_ += seconds * static_cast<double>(count);
    min_ = std::min(min_, seconds);
    max_ = std::max(max_, seconds);
    if (seconds == 0.0) {
        zeros_ += count;
        return;
    }
    if (buckets_.empty()) { buckets_.resize(bucket_count, 0); }
    buckets_[bucket_of(seconds)] += count;
}

void LogHistogram::merge(const LogHistogram& other) {
    count_ += other.count_;
    zeros_ += other.zeros_;
    sum_ += other.sum_;
    min_ = std::min(min_, other.min_);
    max_ = std::max(max_, other.max_);
    if (other.buckets_.empty()) { return; }
    if (buckets_.empty()) {
        buckets_ = other.buckets_;
        return;
    }
    // Few of the other's buckets hold anything: those between its extremes.
    const std::size_t first = other.zeros_ > 0 ? 0 : bucket_of(other.min_);
    const std::size_t last = bucket_of(other.max_);
    for (std::size_t i = first; i <= last; ++i) { buckets_[i] += other.buckets_[i]; }
}

double LogHistogram::quantile(double probability) const {
    return count_ == 0 ? 0.0 : at_rank(rank_of(probability, count_));
}

Interval LogHistogram::quantile_interval(double probability, double confidence) const {
    if (count_ == 0) { return {.unreliable = true}; }
    // Let B be the number of observations below the true quantile, binomial(n, p). The observation of rank r lies
    // below it when B >= r. Lower rank: the largest r with P(B < r) <= tail; upper: the smallest with
    // P(B >= r) <= tail.
    const double tail = (1.0 - confidence) / 2.0;
    const std::uint64_t lower_rank = smallest_reaching(tail, count_, probability);
    const std::uint64_t upper_rank = smallest_reaching(1.0 - tail, count_, probability) + 1;
    Interval interval;
    interval.estimate = quantile(probability);
    interval.low = lower_rank == 0 ? min_ : std::min(at_rank(lower_rank), interval.estimate);
    interval.high = upper_rank > count_ ? max_ : std::max(at_rank(upper_rank), interval.estimate);
    interval.unreliable = lower_rank == 0 || upper_rank > count_;
    return interval;
}

std::vector<LogHistogram::Bucket> LogHistogram::buckets() const {
    std::vector<Bucket> result;
    if (zeros_ > 0) { result.push_back({.count = zeros_}); }
    for (std::size_t i = 0; i < buckets_.size(); ++i) {
        if (buckets_[i] == 0) { continue; }
        result.push_back({.lower = lower_bound_of(i), .upper = lower_bound_of(i + 1), .count = buckets_[i]});
    }
    return result;
}

double LogHistogram::at_rank(std::uint64_t rank) const {
    if (rank <= zeros_) { return 0.0; }
    if (rank >= count_) { return max_; }
    std::uint64_t seen = zeros_;
    for (std::size_t i = 0; i < buckets_.size(); ++i) {
        seen += buckets_[i];
        if (seen < rank) { continue; }
        if (i + 1 == bucket_count) { return max_; }
        const double middle = (lower_bound_of(i) + lower_bound_of(i + 1)) / 2.0;
        return std::clamp(middle, min_, max_);
    }
    return max_;
}

}  // namespace nines::sim

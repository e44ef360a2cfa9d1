// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/stats/intervals.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "sim/stats/distribution_quantiles.hpp"

namespace nines::sim {
namespace {

/// Probability mass beyond one end of a two-sided interval.
double tail_of(double confidence) {
    if (!(confidence > 0.0 && confidence < 1.0)) { throw std::domain_error("confidence must lie between 0 and 1"); }
    return (1.0 - confidence) / 2.0;
}

/// A mean, or a ratio of means, that cannot be negative and leans to the right.
struct SkewedMean {
    double value;             ///< > 0.
    double error;             ///< Its standard error, > 0.
    double skewness;          ///< Of the mean itself, >= 0. Near 1 when a single observation makes most of the spread.
    double events;            ///< Observations that say something.
    double degrees_of_error;  ///< Degrees of freedom of the error.
};

/// What n observations with such a skewness, taken from sums, say of the skewness of their mean: corrected for its bias
/// in small samples, never negative.
double skewness_of_mean(double skewness, double n) {
    if (n < 3.0) { return 0.0; }
    return std::max(0.0, skewness / std::sqrt(n) * std::sqrt(n * (n - 1.0)) / (n - 2.0));
}

/// Below this share of the spread, what is left of it is rounding.
constexpr double least_spread = 1e-14;

/// Quantile of the gamma distribution with this mean and standard deviation.
double gamma_quantile(double probability, double mean, double standard_deviation) {
    const double relative = standard_deviation / mean;
    const double shape = 1.0 / (relative * relative);
    if (shape < 1e6) { return mean / (2.0 * shape) * chi_squared_quantile(probability, 2.0 * shape); }
    // Wilson and Hilferty (1931): exact to ten digits here, where the chi-square series would be slow.
    const double root = 1.0 - 1.0 / (9.0 * shape) + normal_quantile(probability) / (3.0 * std::sqrt(shape));
    return mean * root * root * root;
}

/// Both ends, by docs/decisions/0004 and 0008.
Interval skewed_interval(const SkewedMean& mean, double tail) {
    const double t = student_t_quantile(1.0 - tail, mean.degrees_of_error);
    // What has not been seen yet: the rarer the outages, the more a further, longer one would change.
    const double unseen = (1.6 + 18.0 / mean.events) * mean.skewness * mean.error;
    const double inflated = mean.error * t / normal_quantile(1.0 - tail);
    const double gamma_high = gamma_quantile(1.0 - tail, mean.value + unseen, std::hypot(inflated, unseen));
    // A gamma with a shape far below 1 has its quantiles below its mean; Student's t is then the larger limit.
    const double high = std::max(gamma_high, mean.value + t * mean.error);
    // A mean that came out high brings a large error with it, the more so the longer the tail: less is to be taken off.
    const double down = std::max(0.0, t - 0.3 * mean.skewness) * mean.error / mean.value;
    return {mean.value, mean.value * std::exp(-down), high, false};
}

}  // namespace

Interval student_t_mean(const Moments& values, double confidence) {
    const double tail = tail_of(confidence);
    if (values.count < 2) { return {values.mean, values.mean, values.mean, true}; }
    const double t = student_t_quantile(1.0 - tail, static_cast<double>(values.count - 1));
    const double half = t * values.standard_error();
    return {values.mean, values.mean - half, values.mean + half, false};
}

Interval nonnegative_mean(const Moments& values, double confidence, double largest_plausible) {
    const double tail = tail_of(confidence);
    if (values.nonzero == 0) { return mean_of_zero(values.count, confidence, largest_plausible); }
    if (values.count < 2) { return {values.mean, 0.0, largest_plausible, true}; }
    const double error = values.standard_error();
    if (error == 0.0) { return {values.mean, values.mean, values.mean, false}; }

    const double n = static_cast<double>(values.count);
    const double events = static_cast<double>(values.nonzero);
    const double skewness = skewness_of_mean(values.skewness(), n);
    Interval interval = skewed_interval({values.mean, error, skewness, events, n - 1.0}, tail);
    interval.high = std::max(values.mean, std::min(interval.high, largest_plausible));
    const bool few = values.nonzero < 10 && error > 0.1 * values.mean;
    const bool one_dominates = skewness > 0.7;
    interval.unreliable = few || one_dominates;
    return interval;
}

Interval mean_of_zero(std::uint64_t n, double confidence, double largest_plausible) {
    return {0.0, 0.0, zero_successes_upper(n, confidence) * largest_plausible, true};
}

Interval wilson(std::uint64_t successes, std::uint64_t n, double confidence) {
    const double z = normal_quantile(1.0 - tail_of(confidence));
    if (n == 0) { return {0.0, 0.0, 1.0, true}; }
    const double count = static_cast<double>(n);
    const double p = static_cast<double>(successes) / count;
    const double scale = 1.0 + z * z / count;
    const double centre = (p + z * z / (2.0 * count)) / scale;
    const double half = z / scale * std::sqrt(p * (1.0 - p) / count + z * z / (4.0 * count * count));
    // At the ends the limit is 0 or 1 exactly; the subtraction would leave a rounding error.
    const double low = successes == 0 ? 0.0 : std::max(0.0, centre - half);
    const double high = successes == n ? 1.0 : std::min(1.0, centre + half);
    return {p, low, high, false};
}

double zero_successes_upper(std::uint64_t n, double confidence) {
    const double risk = 2.0 * tail_of(confidence);
    return n == 0 ? 1.0 : -std::expm1(std::log(risk) / static_cast<double>(n));
}

Interval poisson_rate(std::uint64_t count, double exposure, double confidence) {
    const double tail = tail_of(confidence);
    if (!(exposure > 0.0)) { throw std::domain_error("exposure must be greater than 0"); }
    const double events = static_cast<double>(count);
    if (count == 0) { return {0.0, 0.0, -std::log(2.0 * tail) / exposure, false}; }
    const double low = chi_squared_quantile(tail, 2.0 * events) / 2.0;
    const double high = chi_squared_quantile(1.0 - tail, 2.0 * events + 2.0) / 2.0;
    return {events / exposure, low / exposure, high / exposure, false};
}

Interval ratio_of_means(const PairMoments& pairs, double confidence) {
    const double tail = tail_of(confidence);
    if (pairs.mean_x == 0.0 || pairs.mean_y == 0.0) { return {.unreliable = pairs.mean_x == 0.0}; }
    const double ratio = pairs.mean_y / pairs.mean_x;
    if (pairs.count < 2) { return {ratio, ratio, ratio, true}; }
    const double n = static_cast<double>(pairs.count);
    // The residuals y - r x have mean zero, so their spread is what is left of the central sums.
    const double squares = pairs.residual_squares(ratio);
    const double events = pairs.sum_x();
    if (!(squares > least_spread * pairs.m_yy) || !(events > 1.0)) { return {ratio, ratio, ratio, events <= 1.0}; }
    const double error = std::sqrt(squares / ((n - 1.0) * n) * events / (events - 1.0)) / pairs.mean_x;
    const double freedom = std::max(1.0, std::min(n, events) - 1.0);
    const double skewness =
        skewness_of_mean(std::sqrt(events) * pairs.residual_cubes(ratio) / (squares * std::sqrt(squares)), events);
    return skewed_interval({ratio, error, skewness, events, freedom}, tail);
}

}  // namespace nines::sim

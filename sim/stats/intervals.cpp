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

/// Skewness of the mean itself, skewness / sqrt(n), corrected for its bias in small samples; never negative.
/// Near 1 when a single value makes most of the spread.
double skewness_of_mean(const Moments& values) {
    if (values.count < 3) { return 0.0; }
    const double n = static_cast<double>(values.count);
    return std::max(0.0, values.skewness() / std::sqrt(n) * std::sqrt(n * (n - 1.0)) / (n - 2.0));
}

/// Quantile of the gamma distribution with this mean and standard deviation.
double gamma_quantile(double probability, double mean, double standard_deviation) {
    const double relative = standard_deviation / mean;
    const double shape = 1.0 / (relative * relative);
    if (shape < 1e6) { return mean / (2.0 * shape) * chi_squared_quantile(probability, 2.0 * shape); }
    // Wilson and Hilferty (1931): exact to ten digits here, where the chi-square series would be slow.
    const double root = 1.0 - 1.0 / (9.0 * shape) + normal_quantile(probability) / (3.0 * std::sqrt(shape));
    return mean * root * root * root;
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

    const double t = student_t_quantile(1.0 - tail, static_cast<double>(values.count - 1));
    const double relative_error = error / values.mean;
    const double skewness = skewness_of_mean(values);
    // What has not been seen yet: the rarer the outages, the more a further, longer one would change.
    const double unseen = (1.6 + 10.0 / static_cast<double>(values.nonzero)) * skewness * error;
    const double inflated = error * t / normal_quantile(1.0 - tail);
    const double gamma_high = gamma_quantile(1.0 - tail, values.mean + unseen, std::hypot(inflated, unseen));
    // A gamma with a shape far below 1 has its quantiles below its mean; Student's t is then the larger limit.
    const double high = std::max(gamma_high, values.mean + t * error);

    const bool few = values.nonzero < 10 && relative_error > 0.1;
    const bool one_dominates = skewness > 0.7;
    return {values.mean, values.mean * std::exp(-t * relative_error),
            std::max(values.mean, std::min(high, largest_plausible)), few || one_dominates};
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
    if (pairs.mean_x == 0.0) { return {.unreliable = true}; }
    const double ratio = pairs.mean_y / pairs.mean_x;
    if (pairs.count < 2) { return {ratio, ratio, ratio, true}; }
    const double n = static_cast<double>(pairs.count);
    // The residuals y - r x have mean zero, so their spread is what is left of the three central sums.
    const double residual = pairs.m_yy - 2.0 * ratio * pairs.m_xy + ratio * ratio * pairs.m_xx;
    const double standard_error = std::sqrt(std::max(residual, 0.0) / ((n - 1.0) * n)) / std::abs(pairs.mean_x);
    const double half = student_t_quantile(1.0 - tail, n - 1.0) * standard_error;
    const double low = pairs.mean_y >= 0.0 && pairs.mean_x > 0.0 ? std::max(0.0, ratio - half) : ratio - half;
    return {ratio, low, ratio + half, false};
}

}  // namespace nines::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/random/parametrise.hpp"

#include <cmath>

#include "sim/random/forms/special.hpp"

namespace nines::sim {

namespace {

bool positive(double number) {
    return number > 0.0 && number < special::infinity;
}

bool positive(Duration duration) {
    return positive(duration.in_seconds());
}

bool inside_unit(double probability) {
    return probability > 0.0 && probability < 1.0;
}

/// A spread may come out as 0, infinite or NaN from numbers that contradict each other.
std::optional<Lognormal> lognormal(double log_median, double log_sd) {
    if (!std::isfinite(log_median) || !positive(log_sd)) { return std::nullopt; }
    return Lognormal{.log_median = log_median, .log_sd = log_sd};
}

std::optional<Weibull> weibull(double shape, Duration scale) {
    if (!positive(shape) || !positive(scale)) { return std::nullopt; }
    return Weibull{.shape = shape, .scale = scale};
}

}  // namespace

std::optional<Weibull> weibull_from_mean(double shape, Duration mean) {
    if (!positive(shape)) { return std::nullopt; }
    return weibull(shape, mean / special::gamma(1.0 + 1.0 / shape));
}

std::optional<Weibull> weibull_from_median(double shape, Duration median) {
    return weibull_from_quantile(shape, 0.5, median);
}

std::optional<Weibull> weibull_from_quantile(double shape, double probability, Duration value) {
    if (!positive(shape) || !inside_unit(probability)) { return std::nullopt; }
    return weibull(shape, value / std::pow(-std::log1p(-probability), 1.0 / shape));
}

std::optional<Lognormal> lognormal_from_median_and_sigma(Duration median, double sigma) {
    if (!positive(median)) { return std::nullopt; }
    return lognormal(std::log(median.in_seconds()), sigma);
}

std::optional<Lognormal> lognormal_from_median_and_quantile(Duration median, double probability, Duration value) {
    if (!positive(median) || !positive(value) || !inside_unit(probability)) { return std::nullopt; }
    const double z = -special::normal_upper_inverse(probability);
    return lognormal(std::log(median.in_seconds()), std::log(value / median) / z);
}

std::optional<Lognormal> lognormal_from_mean_and_median(Duration mean, Duration median) {
    if (!positive(mean) || !positive(median)) { return std::nullopt; }
    return lognormal(std::log(median.in_seconds()), std::sqrt(2.0 * std::log(mean / median)));
}

std::optional<Lognormal> lognormal_from_mean_and_cv(Duration mean, double cv) {
    if (!positive(mean) || !positive(cv)) { return std::nullopt; }
    const double log_variance = std::log1p(cv * cv);
    return lognormal(std::log(mean.in_seconds()) - 0.5 * log_variance, std::sqrt(log_variance));
}

std::optional<Lognormal> lognormal_from_mean_and_quantile(Duration mean, double probability, Duration value) {
    if (!positive(mean) || !positive(value) || !(probability > 0.5 && probability < 1.0)) { return std::nullopt; }
    const double z = -special::normal_upper_inverse(probability);
    const double log_sd = z - std::sqrt(z * z - 2.0 * std::log(value / mean));
    return lognormal(std::log(mean.in_seconds()) - 0.5 * log_sd * log_sd, log_sd);
}

std::optional<Gamma> gamma_from_mean_and_cv(Duration mean, double cv) {
    const double shape = 1.0 / (cv * cv);
    if (!positive(mean) || !positive(cv) || !positive(shape)) { return std::nullopt; }
    return Gamma{.shape = shape, .scale = mean * (cv * cv)};
}

}  // namespace nines::sim

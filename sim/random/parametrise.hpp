// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "sim/random/law.hpp"

/// Laws from what people know about a time: a mean, a median, a percentile, a coefficient of variation.
///
/// Every function is empty when no such law exists: a parameter out of its stated range, or numbers that contradict
/// each other. Times must be finite. `cv` is the coefficient of variation, standard deviation / mean.
namespace nines::sim {

/// scale = mean / Gamma(1 + 1 / shape). Needs shape > 0, mean > 0.
std::optional<Weibull> weibull_from_mean(double shape, Duration mean);

/// scale = median / (ln 2)^(1 / shape). Needs shape > 0, median > 0.
std::optional<Weibull> weibull_from_median(double shape, Duration median);

/// scale = value / (-ln(1 - probability))^(1 / shape). Needs shape > 0, 0 < probability < 1, value > 0.
/// The B10 life of bearings is the value with probability 0.1.
std::optional<Weibull> weibull_from_quantile(double shape, double probability, Duration value);

/// log_median = ln(median / 1 s), log_sd = sigma. Needs median > 0, sigma > 0.
std::optional<Lognormal> lognormal_from_median_and_sigma(Duration median, double sigma);

/// log_sd = ln(value / median) / z(probability), z the standard normal quantile. With p90, p95 or p99 the probability
/// is 0.9, 0.95 or 0.99. Needs median > 0, 0 < probability < 1, and value > median for a probability above 0.5,
/// value < median for one below; 0.5 itself says nothing about the spread.
std::optional<Lognormal> lognormal_from_median_and_quantile(Duration median, double probability, Duration value);

/// log_sd = sqrt(2 ln(mean / median)). Needs mean > median > 0.
std::optional<Lognormal> lognormal_from_mean_and_median(Duration mean, Duration median);

/// log_sd = sqrt(ln(1 + cv^2)), log_median = ln(mean / 1 s) - log_sd^2 / 2. Needs mean > 0, cv > 0.
std::optional<Lognormal> lognormal_from_mean_and_cv(Duration mean, double cv);

/// log_sd = z - sqrt(z^2 - 2 ln(value / mean)), z the standard normal quantile of `probability`: of the two laws that
/// fit the one with the smaller spread. Needs mean > 0, 0.5 < probability < 1, and mean < value <= mean exp(z^2 / 2).
std::optional<Lognormal> lognormal_from_mean_and_quantile(Duration mean, double probability, Duration value);

/// shape = 1 / cv^2, scale = mean cv^2. Needs mean > 0, cv > 0.
std::optional<Gamma> gamma_from_mean_and_cv(Duration mean, double cv);

}  // namespace nines::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// Quantiles of the distributions behind confidence intervals, from Boost.Math in double precision (no promotion to
/// long double, so that every platform computes the same). Bad arguments throw std::domain_error.
namespace nines::sim {

double normal_quantile(double probability);
double student_t_quantile(double probability, double degrees_of_freedom);
double chi_squared_quantile(double probability, double degrees_of_freedom);
double beta_quantile(double probability, double a, double b);
/// P(at most k of n) for a binomial.
double binomial_cdf(std::uint64_t k, std::uint64_t n, double success_probability);

}  // namespace nines::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <limits>
#include <numbers>

#include <boost/math/policies/policy.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>

/// The special functions behind the forms: Boost.Math in plain double, with infinity as an ordinary value.
namespace nines::sim::special {

using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>,
                                             boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
                                             boost::math::policies::pole_error<boost::math::policies::ignore_error>>;

inline constexpr double infinity = std::numeric_limits<double>::infinity();

/// Gamma(x).
inline double gamma(double x) {
    return boost::math::tgamma(x, Policy());
}
/// ln Gamma(x).
inline double log_gamma(double x) {
    return boost::math::lgamma(x, Policy());
}
/// Lower regularised incomplete gamma function P(a, x).
inline double gamma_lower(double a, double x) {
    return x == infinity ? 1.0 : boost::math::gamma_p(a, x, Policy());
}
/// Upper regularised incomplete gamma function Q(a, x) = 1 - P(a, x), exact in the far tail.
inline double gamma_upper(double a, double x) {
    return x == infinity ? 0.0 : boost::math::gamma_q(a, x, Policy());
}
/// x with P(a, x) = p.
inline double gamma_lower_inverse(double a, double p) {
    return boost::math::gamma_p_inv(a, p, Policy());
}
/// x with Q(a, x) = q; infinity for q = 0.
inline double gamma_upper_inverse(double a, double q) {
    return q <= 0.0 ? infinity : boost::math::gamma_q_inv(a, q, Policy());
}
/// dP(a, x) / dx.
inline double gamma_density(double a, double x) {
    return boost::math::gamma_p_derivative(a, x, Policy());
}

/// Density of the standard normal.
inline double normal_density(double z) {
    return std::exp(-0.5 * z * z) / (std::numbers::sqrt2 / std::numbers::inv_sqrtpi);
}
/// P(Z > z) of the standard normal, exact in the far upper tail; P(Z <= z) is normal_upper(-z).
inline double normal_upper(double z) {
    return 0.5 * boost::math::erfc(z / std::numbers::sqrt2, Policy());
}
/// z with P(Z > z) = q; infinity for q = 0, minus infinity for q = 1.
inline double normal_upper_inverse(double q) {
    if (q <= 0.0) { return infinity; }
    if (q >= 1.0) { return -infinity; }
    return std::numbers::sqrt2 * boost::math::erfc_inv(2.0 * q, Policy());
}
/// normal_density(z) / normal_upper(z), also where both underflow.
/// Above 30 by the asymptotic series of the inverse Mills ratio (Abramowitz & Stegun 26.2.12), relative error < 1e-11.
inline double normal_hazard(double z) {
    if (z < 30.0) { return normal_density(z) / normal_upper(z); }
    const double s = 1.0 / (z * z);
    return z * (1.0 + s * (1.0 - s * (2.0 - s * (10.0 - s * 74.0))));
}

}  // namespace nines::sim::special

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/stats/distribution_quantiles.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/policies/policy.hpp>

namespace nines::sim {
namespace {

using Plain = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

}  // namespace

double normal_quantile(double probability) {
    return boost::math::quantile(boost::math::normal_distribution<double, Plain>(), probability);
}

double student_t_quantile(double probability, double degrees_of_freedom) {
    return boost::math::quantile(boost::math::students_t_distribution<double, Plain>(degrees_of_freedom), probability);
}

double chi_squared_quantile(double probability, double degrees_of_freedom) {
    return boost::math::quantile(boost::math::chi_squared_distribution<double, Plain>(degrees_of_freedom), probability);
}

double beta_quantile(double probability, double a, double b) {
    return boost::math::quantile(boost::math::beta_distribution<double, Plain>(a, b), probability);
}

double binomial_cdf(std::uint64_t k, std::uint64_t n, double success_probability) {
    if (k >= n) { return 1.0; }
    const boost::math::binomial_distribution<double, Plain> law(static_cast<double>(n), success_probability);
    return boost::math::cdf(law, static_cast<double>(k));
}

}  // namespace nines::sim

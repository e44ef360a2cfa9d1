// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/random/parametrise.hpp"

#include <cmath>

#include "sim/random/law.hpp"
#include "tests/catch.hpp"

namespace nines::sim {

namespace {

const Duration hour = Duration::hours(1);
const Duration minute = Duration::minutes(1);

double cv(const Law& law) {
    return standard_deviation(law) / mean(law);
}

}  // namespace

TEST_CASE("A Weibull law from its mean, median or percentile has that mean, median or percentile", "[random]") {
    CHECK(weibull_from_mean(1.5, hour * 902.7452929509336)->scale.in_hours() == Approx(1000.0));  // 1000 Gamma(5/3)
    CHECK(mean(Law{*weibull_from_mean(0.7, hour * 3140)}).in_hours() == Approx(3140.0));
    CHECK(quantile(Law{*weibull_from_median(0.7, hour)}, 0.5).in_hours() == Approx(1.0));
    CHECK(quantile(Law{*weibull_from_quantile(2.0, 0.1, hour * 50)}, 0.1).in_hours() == Approx(50.0));  // B10 life
    CHECK_FALSE(weibull_from_mean(0.0, hour));
    CHECK_FALSE(weibull_from_mean(-1.0, hour));
    CHECK_FALSE(weibull_from_mean(1e-5, hour));  // Gamma(1 + 1e5) is beyond a double.
    CHECK_FALSE(weibull_from_mean(1.0, Duration()));
    CHECK_FALSE(weibull_from_mean(1.0, Duration::forever()));
    CHECK_FALSE(weibull_from_quantile(1.0, 1.0, hour));
}

TEST_CASE("A lognormal law from its median and a percentile has both", "[random]") {
    const Law p95{*lognormal_from_median_and_quantile(minute * 30, 0.95, hour * 2)};
    CHECK(quantile(p95, 0.5).in_hours() == Approx(0.5));
    CHECK(quantile(p95, 0.95).in_hours() == Approx(2.0));
    // sigma = ln(100 / 32) / 1.2815515655446004, the median and 80 % of incidents quoted as p90: 0.889.
    CHECK(lognormal_from_median_and_quantile(minute * 32, 0.90, minute * 100)->log_sd ==
          Approx(std::log(100.0 / 32.0) / 1.2815515655446004));
    CHECK(quantile(Law{*lognormal_from_median_and_quantile(hour, 0.05, minute)}, 0.05).in_seconds() == Approx(60.0));
    CHECK_FALSE(lognormal_from_median_and_quantile(hour, 0.95, hour));
    CHECK_FALSE(lognormal_from_median_and_quantile(hour, 0.95, minute));
    CHECK_FALSE(lognormal_from_median_and_quantile(hour, 0.05, hour * 2));
    CHECK_FALSE(lognormal_from_median_and_quantile(hour, 0.5, hour * 2));
    CHECK_FALSE(lognormal_from_median_and_quantile(hour, 0.5, hour));
    CHECK_FALSE(lognormal_from_median_and_quantile(hour, 1.0, hour * 2));
    CHECK_FALSE(lognormal_from_median_and_quantile(Duration(), 0.95, hour));
}

TEST_CASE("A lognormal law from its mean and median, cv or percentile has both", "[random]") {
    const auto lanl = lognormal_from_mean_and_median(minute * 355, minute * 54);
    CHECK(lanl->log_sd == Approx(std::sqrt(2.0 * std::log(355.0 / 54.0))));  // 1.94
    CHECK(mean(Law{*lanl}).in_seconds() == Approx(355.0 * 60.0));
    CHECK(quantile(Law{*lanl}, 0.5).in_seconds() == Approx(54.0 * 60.0));
    CHECK_FALSE(lognormal_from_mean_and_median(hour, hour));
    CHECK_FALSE(lognormal_from_mean_and_median(hour, hour * 2));

    const Law from_cv{*lognormal_from_mean_and_cv(hour * 4, 1.5)};
    CHECK(mean(from_cv).in_hours() == Approx(4.0));
    CHECK(cv(from_cv) == Approx(1.5));
    CHECK_FALSE(lognormal_from_mean_and_cv(hour, 0.0));

    const Law from_p95{*lognormal_from_mean_and_quantile(hour, 0.95, hour * 3)};
    CHECK(mean(from_p95).in_hours() == Approx(1.0));
    CHECK(quantile(from_p95, 0.95).in_hours() == Approx(3.0));
    CHECK_FALSE(lognormal_from_mean_and_quantile(hour, 0.95, hour));
    // The greatest p95 / mean is exp(1.6448536^2 / 2) = 3.868.
    CHECK(lognormal_from_mean_and_quantile(hour, 0.95, hour * 3.86));
    CHECK_FALSE(lognormal_from_mean_and_quantile(hour, 0.95, hour * 3.88));
    CHECK_FALSE(lognormal_from_mean_and_quantile(hour, 0.5, hour * 2));
}

TEST_CASE("A lognormal law from its median and sigma has that median", "[random]") {
    CHECK(quantile(Law{*lognormal_from_median_and_sigma(hour, 0.9)}, 0.5).in_hours() == Approx(1.0));
    CHECK_FALSE(lognormal_from_median_and_sigma(hour, 0.0));
    CHECK_FALSE(lognormal_from_median_and_sigma(hour, -0.9));
    CHECK_FALSE(lognormal_from_median_and_sigma(Duration(), 0.9));
}

TEST_CASE("A gamma law from its mean and cv has both", "[random]") {
    const auto gamma = gamma_from_mean_and_cv(hour * 2, 0.5);
    CHECK(gamma->shape == Approx(4.0));
    CHECK(mean(Law{*gamma}).in_hours() == Approx(2.0));
    CHECK(cv(Law{*gamma}) == Approx(0.5));
    CHECK_FALSE(gamma_from_mean_and_cv(hour, 0.0));
    CHECK_FALSE(gamma_from_mean_and_cv(hour, -1.0));
    CHECK_FALSE(gamma_from_mean_and_cv(Duration(), 1.0));
}

}  // namespace nines::sim

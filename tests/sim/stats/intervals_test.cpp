// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/stats/intervals.hpp"

#include <cmath>
#include <stdexcept>

#include "sim/stats/distribution_quantiles.hpp"
#include "tests/catch.hpp"

using namespace nines::sim;

TEST_CASE("quantiles agree with the printed tables", "[stats][quantiles]") {
    // NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.
    CHECK(normal_quantile(0.975) == Approx(1.959964).epsilon(1e-6));
    CHECK(student_t_quantile(0.975, 10.0) == Approx(2.228139).epsilon(1e-6));
    CHECK(chi_squared_quantile(0.95, 10.0) == Approx(18.307038).epsilon(1e-6));
    CHECK(chi_squared_quantile(0.025, 20.0) == Approx(9.590777).epsilon(1e-6));
    CHECK(beta_quantile(0.5, 1.0, 2.0) == Approx(1.0 - std::sqrt(0.5)).epsilon(1e-9));  // F(x) = 1 - (1 - x)^2
    CHECK(binomial_cdf(1, 3, 0.5) == Approx(0.5));
    CHECK(binomial_cdf(3, 3, 0.5) == 1.0);
}

TEST_CASE("Student's t interval is the textbook one", "[stats][intervals]") {
    Moments m;
    for (const double value : {1.0, 2.0, 3.0, 4.0, 5.0}) { m.add(value); }
    const Interval interval = student_t_mean(m, 0.95);
    // mean 3, s^2 = 2.5, half width 2.776445 sqrt(2.5 / 5)
    CHECK(interval.estimate == Approx(3.0));
    CHECK(interval.high - 3.0 == Approx(2.776445 * std::sqrt(0.5)).epsilon(1e-6));
    CHECK(3.0 - interval.low == Approx(2.776445 * std::sqrt(0.5)).epsilon(1e-6));
    CHECK_FALSE(interval.unreliable);
}

TEST_CASE("one value gives no interval and says so", "[stats][intervals]") {
    Moments m;
    m.add(7.0);
    CHECK(student_t_mean(m, 0.95).unreliable);
    const Interval interval = nonnegative_mean(m, 0.95, 100.0);
    CHECK(interval.low == 0.0);
    CHECK(interval.high == 100.0);
    CHECK(interval.unreliable);
}

TEST_CASE("Wilson's interval agrees with the published values", "[stats][intervals]") {
    // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    const Interval a = wilson(81, 263, 0.95);
    CHECK(a.low == Approx(0.2553).margin(5e-5));
    CHECK(a.high == Approx(0.3662).margin(5e-5));
    const Interval none = wilson(0, 20, 0.95);
    CHECK(none.low == 0.0);
    CHECK(none.high == Approx(0.1611).margin(5e-5));
    const Interval few = wilson(1, 29, 0.95);
    CHECK(few.low == Approx(0.0061).margin(5e-5));
    CHECK(few.high == Approx(0.1718).margin(5e-5));
    CHECK(wilson(20, 20, 0.95).high == 1.0);
    CHECK(wilson(0, 0, 0.95).unreliable);
}

TEST_CASE("after no success in n the chance is at most about three in n", "[stats][intervals]") {
    CHECK(zero_successes_upper(10, 0.95) == Approx(1.0 - std::pow(0.05, 0.1)));
    CHECK(zero_successes_upper(1000000, 0.95) == Approx(2.995732e-6).epsilon(1e-5));  // -ln 0.05 / n
    CHECK(zero_successes_upper(0, 0.95) == 1.0);
}

TEST_CASE("a Poisson rate has the exact chi-square limits", "[stats][intervals]") {
    // Garwood, Biometrika 28 (1936): 10 events, 95 %: 4.795 to 18.39.
    const Interval ten = poisson_rate(10, 2.0, 0.95);
    CHECK(ten.estimate == Approx(5.0));
    CHECK(ten.low == Approx(4.795389 / 2.0).epsilon(1e-6));
    CHECK(ten.high == Approx(18.390356 / 2.0).epsilon(1e-6));
    const Interval none = poisson_rate(0, 2.0, 0.95);
    CHECK(none.low == 0.0);
    CHECK(none.high == Approx(2.995732 / 2.0).epsilon(1e-6));
    CHECK_THROWS_AS(poisson_rate(1, 0.0, 0.95), std::domain_error);
}

TEST_CASE("a ratio of means has the delta method's error and the ends of a skewed mean", "[stats][intervals]") {
    PairMoments pairs;
    pairs.add(1.0, 2.0);
    pairs.add(2.0, 3.0);
    pairs.add(3.0, 7.0);
    // r = 12 / 6 = 2; residuals y - 2x: 0 -1 1, no skewness; error^2 = 2 / ((3 - 1) 3 2^2) * 6 / (6 - 1) = 1/10.
    // t(2) = 4.302653, so low = 2 exp(-t / sqrt(10) / 2); high is the 97.5 % quantile of the gamma distribution with
    // mean 2 and standard deviation t / 1.959964 / sqrt(10), by mpmath 1.3.
    const Interval interval = ratio_of_means(pairs, 0.95);
    CHECK(interval.estimate == Approx(2.0));
    CHECK(interval.high == Approx(3.572764).epsilon(1e-6));
    CHECK(interval.low == Approx(2.0 * std::exp(-0.5 * 4.302653 / std::sqrt(10.0))).epsilon(1e-6));
    CHECK_FALSE(interval.unreliable);
}

TEST_CASE("outages of one length have no spread in length", "[stats][intervals]") {
    PairMoments pairs;
    for (int trial = 0; trial < 50; ++trial) { pairs.add(trial % 4, 0.1 * (trial % 4)); }
    const Interval interval = ratio_of_means(pairs, 0.95);
    CHECK(interval.estimate == Approx(0.1));
    CHECK(interval.low == interval.estimate);
    CHECK(interval.high == interval.estimate);
    CHECK_FALSE(interval.unreliable);
}

TEST_CASE("a ratio without a denominator is empty and unreliable", "[stats][intervals]") {
    PairMoments pairs;
    pairs.add(0.0, 0.0);
    pairs.add(0.0, 0.0);
    const Interval interval = ratio_of_means(pairs, 0.95);
    CHECK(interval.estimate == 0.0);
    CHECK(interval.unreliable);
}

TEST_CASE("no downtime at all gives an upper bound, never certainty", "[stats][intervals]") {
    Moments m;
    for (int i = 0; i < 300; ++i) { m.add(0.0); }
    const Interval interval = nonnegative_mean(m, 0.95, 1.0);
    CHECK(interval.estimate == 0.0);
    CHECK(interval.low == 0.0);
    CHECK(interval.high == Approx(1.0 - std::pow(0.05, 1.0 / 300.0)));
    CHECK(interval.unreliable);
}

TEST_CASE("the mean of nonnegative values keeps its interval within what is possible", "[stats][intervals]") {
    Moments m;
    for (int i = 0; i < 30; ++i) { m.add(i == 0 ? 0.9 : 0.0); }
    const Interval interval = nonnegative_mean(m, 0.95, 1.0);
    CHECK(interval.low > 0.0);
    CHECK(interval.low < interval.estimate);
    CHECK(interval.high > interval.estimate);
    CHECK(interval.high <= 1.0);
    CHECK(interval.unreliable);
}

TEST_CASE("equal downtime in each trial has no width", "[stats][intervals]") {
    Moments m;
    for (int i = 0; i < 30; ++i) { m.add(0.25); }
    const Interval interval = nonnegative_mean(m, 0.95, 1.0);
    CHECK(interval.low == 0.25);
    CHECK(interval.high == 0.25);
    CHECK_FALSE(interval.unreliable);
}

TEST_CASE("many almost normal values make the nonnegative interval Student's", "[stats][intervals]") {
    Moments m;
    for (int i = 0; i < 2000000; ++i) { m.add(10.0 + 0.001 * static_cast<double>(i % 3 - 1)); }
    const Interval ours = nonnegative_mean(m, 0.95, 100.0);
    const Interval student = student_t_mean(m, 0.95);
    CHECK(ours.high - ours.estimate == Approx(student.high - student.estimate).epsilon(1e-3));
    CHECK(ours.estimate - ours.low == Approx(student.estimate - student.low).epsilon(1e-3));
}

TEST_CASE("a confidence that is no probability between 0 and 1 is refused", "[stats][intervals]") {
    CHECK_THROWS_AS(wilson(1, 2, 1.0), std::domain_error);
    CHECK_THROWS_AS(wilson(1, 2, 0.0), std::domain_error);
    CHECK_THROWS_AS(student_t_mean(Moments(), 95.0), std::domain_error);
}

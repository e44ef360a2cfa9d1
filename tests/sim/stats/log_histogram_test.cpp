// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/stats/log_histogram.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

#include <boost/random/lognormal_distribution.hpp>
#include <boost/random/mersenne_twister.hpp>

#include "tests/catch.hpp"

using nines::sim::Interval;
using nines::sim::LogHistogram;

TEST_CASE("a histogram quantile is within one percent of the sorted sample's", "[stats][log_histogram]") {
    boost::random::mt19937_64 bits(11);
    const double spread = GENERATE(0.3, 2.0, 4.0);
    boost::random::lognormal_distribution<double> law(10.0, spread);  // median 6 h: all within the range
    LogHistogram histogram;
    std::vector<double> sample(20000);
    for (double& value : sample) {
        value = law(bits);
        histogram.add(value);
    }
    std::sort(sample.begin(), sample.end());

    for (const double p : {0.001, 0.05, 0.5, 0.9, 0.95, 0.99, 0.999}) {
        const double exact = sample[static_cast<std::size_t>(std::ceil(p * 20000.0 - 1e-6)) - 1];
        CHECK(std::abs(histogram.quantile(p) / exact - 1.0) <= 1.0 / 128.0 + 1e-12);
    }
    CHECK(histogram.quantile(0.0) == Approx(sample.front()).epsilon(0.01));
    CHECK(histogram.quantile(1.0) == sample.back());
    CHECK(histogram.min() == sample.front());
    CHECK(histogram.max() == sample.back());
    CHECK(histogram.count() == 20000);
}

TEST_CASE("the one percent holds from a microsecond to a million years", "[stats][log_histogram]") {
    const double million_years = 1e6 * 365.0 * 86400.0;
    for (double value = 1e-6; value < million_years; value *= 1.0137) {
        LogHistogram histogram;
        histogram.add(value * 0.5);
        histogram.add(value);
        histogram.add(value * 2.0);
        CHECK(std::abs(histogram.quantile(0.5) / value - 1.0) <= 1.0 / 128.0 + 1e-12);
    }
}

TEST_CASE("a constant duration is reported exactly", "[stats][log_histogram]") {
    LogHistogram histogram;
    histogram.add(30.0, 1000);
    CHECK(histogram.quantile(0.5) == 30.0);
    CHECK(histogram.quantile(0.99) == 30.0);
    CHECK(histogram.mean() == 30.0);
}

TEST_CASE("zeros are counted as zeros", "[stats][log_histogram]") {
    LogHistogram histogram;
    histogram.add(0.0, 90);
    histogram.add(10.0, 10);
    CHECK(histogram.zeros() == 90);
    CHECK(histogram.quantile(0.9) == 0.0);
    CHECK(histogram.quantile(0.91) == Approx(10.0).epsilon(0.01));
    CHECK(histogram.min() == 0.0);
}

TEST_CASE("durations outside the range keep their counts and the extremes", "[stats][log_histogram]") {
    LogHistogram histogram;
    histogram.add(1e-9);
    histogram.add(1e300);
    histogram.add(1e301);
    CHECK(histogram.count() == 3);
    CHECK(histogram.min() == 1e-9);
    CHECK(histogram.quantile(0.01) <= 1e-6);
    CHECK(histogram.quantile(0.6) == 1e301);
}

TEST_CASE("merged histograms equal one that saw everything, however the work was split", "[stats][log_histogram]") {
    LogHistogram whole;
    LogHistogram left;
    LogHistogram right;
    for (int i = 0; i < 1000; ++i) {
        const double value = static_cast<double>(i % 37) * 0.25;  // sums of quarters are exact
        whole.add(value);
        (i < 300 ? left : right).add(value);
    }
    LogHistogram merged;
    merged.merge(right);
    merged.merge(LogHistogram());
    merged.merge(left);
    CHECK(merged == whole);
}

TEST_CASE("what is no duration is refused", "[stats][log_histogram]") {
    LogHistogram histogram;
    CHECK_THROWS_AS(histogram.add(-1.0), std::invalid_argument);
    CHECK_THROWS_AS(histogram.add(std::numeric_limits<double>::quiet_NaN()), std::invalid_argument);
    CHECK_THROWS_AS(histogram.add(std::numeric_limits<double>::infinity()), std::invalid_argument);
    CHECK(histogram.count() == 0);
}

TEST_CASE("the buckets hold every observation between their bounds", "[stats][log_histogram]") {
    LogHistogram histogram;
    histogram.add(0.0, 2);
    histogram.add(1.0, 3);
    histogram.add(1000.0, 4);
    const auto buckets = histogram.buckets();
    REQUIRE(buckets.size() == 3);
    CHECK(buckets[0].upper == 0.0);
    CHECK(buckets[0].count == 2);
    CHECK((buckets[1].lower <= 1.0 && 1.0 < buckets[1].upper));
    CHECK(buckets[1].count == 3);
    CHECK((buckets[2].lower <= 1000.0 && 1000.0 < buckets[2].upper));
    CHECK(buckets[2].count == 4);
}

TEST_CASE("median bounds are the ranks of the binomial tables", "[stats][log_histogram]") {
    // Values so far apart that each has a bucket of its own.
    LogHistogram histogram;
    for (int i = 1; i <= 100; ++i) { histogram.add(std::pow(1.1, i)); }
    const Interval median = histogram.quantile_interval(0.5, 0.95);

    // n = 100: P(39 < B <= 60) = 0.9540 for B binomial(100, 1/2), so the ranks are 40 and 61.
    // Source: Conover, Practical Nonparametric Statistics, section 3.2.
    CHECK(median.low == Approx(std::pow(1.1, 40)).epsilon(0.008));
    CHECK(median.estimate == Approx(std::pow(1.1, 50)).epsilon(0.008));
    CHECK(median.high == Approx(std::pow(1.1, 61)).epsilon(0.008));
    CHECK_FALSE(median.unreliable);
}

TEST_CASE("a high quantile of a small sample says that its upper bound was not reached", "[stats][log_histogram]") {
    LogHistogram histogram;
    for (int i = 1; i <= 20; ++i) { histogram.add(std::pow(2.0, i)); }
    const Interval p99 = histogram.quantile_interval(0.99, 0.95);
    CHECK(p99.high == histogram.max());
    CHECK(p99.unreliable);

    CHECK(LogHistogram().quantile_interval(0.5, 0.95).unreliable);
}

TEST_CASE("quantile bounds enclose the true median as often as promised", "[stats][log_histogram][coverage]") {
    boost::random::mt19937_64 bits(5);
    boost::random::lognormal_distribution<double> law(4.0, 1.0);
    const int repeats = 2000;
    int covered = 0;
    for (int i = 0; i < repeats; ++i) {
        LogHistogram histogram;
        for (int k = 0; k < 60; ++k) { histogram.add(law(bits)); }
        const Interval median = histogram.quantile_interval(0.5, 0.95);
        covered += median.low <= std::exp(4.0) && std::exp(4.0) <= median.high ? 1 : 0;
    }
    // Ranks 22 and 39 of 60: exact coverage 0.9599 (binomial); its standard error here 0.0044, bucket width aside.
    CHECK(std::abs(covered / static_cast<double>(repeats) - 0.9599) < 4.5 * 0.0044 + 0.005);
}

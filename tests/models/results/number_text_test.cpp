// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/number_text.hpp"

#include <cmath>
#include <limits>

#include "models/results/figure_words.hpp"
#include "tests/catch.hpp"

using namespace nines::results;

TEST_CASE("durations read as people say them", "[results][text]") {
    CHECK(duration_text(0.0) == "0 s");
    CHECK(duration_text(4.32e-5) == "43.2 us");
    CHECK(duration_text(0.85) == "850 ms");
    CHECK(duration_text(43.21) == "43.2 s");
    CHECK(duration_text(5.0) == "5 s");
    CHECK(duration_text(60.0) == "1 min");
    CHECK(duration_text(725.0) == "12 min 5 s");
    CHECK(duration_text(4320.0) == "1 h 12 min");
    CHECK(duration_text(2.0 * 86400.0) == "2 d");
    CHECK(duration_text(2.0 * 86400.0 + 3.0 * 3600.0) == "2 d 3 h");
    CHECK(duration_text(150.0 * 86400.0) == "150 d");
    CHECK(duration_text(365.0 * 86400.0) == "1 y");
    CHECK(duration_text(1234.0 * 365.0 * 86400.0) == "1,234 y");
    CHECK(duration_text(3.2e9 * 365.0 * 86400.0) == "3.2e+09 y");
    CHECK(duration_text(-90.0) == "-1 min 30 s");
    CHECK(duration_text(std::numeric_limits<double>::infinity()) == "never");
}

TEST_CASE("a duration that rounds up moves into the next unit", "[results][text]") {
    CHECK(duration_text(0.99996) == "1.00 s");
    CHECK(duration_text(59.99) == "1 min");
    CHECK(duration_text(3599.8) == "1 h");
    CHECK(duration_text(86399.0) == "1 d");
    CHECK(duration_text(9.996) == "10.0 s");
}

TEST_CASE("an availability shows the digits that its interval justifies", "[results][text]") {
    // 1 - 0.999912 = 8.8e-5; half width 3.1e-6 is 0.00031 %: the fifth decimal of the percentage is the last to read.
    CHECK(availability_text(8.8e-5, 3.1e-6) == "99.99120 %");
    CHECK(availability_text(8.8e-5, 3.1e-5) == "99.9912 %");
    CHECK(availability_text(0.0123, 0.004) == "98.77 %");
    // Exact: four digits of the unavailability.
    CHECK(availability_text(6.3431234e-5, 0.0) == "99.993657 %");
    CHECK(availability_text(1.234567e-12, 0.0) == "99.9999999998765 %");
}

TEST_CASE("what was ever down is never printed as 100 %", "[results][text]") {
    CHECK(availability_text(0.0, 0.0) == "100 %");
    CHECK(availability_text(3e-7, 0.2) == "99.99997 %");
    CHECK(percent_text(0.99999) == "99.9990 %");
    CHECK(percent_text(1.0) == "100 %");
    CHECK(percent_text(0.0) == "0 %");
    CHECK(percent_text(3e-9) == "0.00000030 %");
    CHECK(percent_text(5.7e-7) == "0.000057 %");
    CHECK(percent_text(1.23e-6) == "0.00012 %");
    CHECK(percent_text(9e-10) == "< 0.0000001 %");
    CHECK(percent_text(-9e-10) == "> -0.0000001 %");
    CHECK(percent_text(0.384) == "38.4 %");
}

TEST_CASE("nines are the negative decimal logarithm of unavailability", "[results][text]") {
    CHECK(nines_of(1e-3) == Approx(3.0));
    CHECK(nines_of(3e-4) == Approx(3.5228787));  // 4 - log10 3
    CHECK(std::isinf(nines_of(0.0)));
    CHECK(nines_text(3e-4, 0.0, 0.0) == "3.52 nines");
    CHECK(nines_text(3e-4, 1e-4, 5e-4) == "3.52 nines");
    CHECK(nines_text(3e-4, 2.999e-4, 3.001e-4) == "3.5229 nines");
    CHECK(nines_text(0.0, 0.0, 0.0) == "no downtime");
    CHECK(nines_text(0.0, 0.0, 1e-3) == "at least 3.00 nines");
}

TEST_CASE("numbers keep three digits, or those that their interval justifies", "[results][text]") {
    CHECK(number_text(0.0) == "0");
    CHECK(number_text(4.3123) == "4.31");
    CHECK(number_text(0.031234) == "0.0312");
    CHECK(number_text(1234.5) == "1234");
    CHECK(number_text(9.996) == "10.0");
    CHECK(number_text(12.0) == "12");
    CHECK(number_text(3.21e-7) == "3.21e-07");
    CHECK(number_text(4.31234, 0.021) == "4.312");
    CHECK(count_text(0) == "0");
    CHECK(count_text(999) == "999");
    CHECK(count_text(1000) == "1,000");
    CHECK(count_text(12345678) == "12,345,678");
}

TEST_CASE("a metric is written in its own unit with interval and count", "[results][text]") {
    const MetricText downtime = metric_text({.subject = "service:site",
                                             .metric = "downtime_per_year",
                                             .unit = "s_per_year",
                                             .estimate = 4320.0,
                                             .low = 3600.0,
                                             .high = 5400.0,
                                             .n = 10000,
                                             .method = "simulated"});
    CHECK(downtime.value == "1 h 12 min/y");
    CHECK(downtime.interval == "1 h/y to 1 h 30 min/y");
    CHECK(downtime.count == "10,000 trials");

    const MetricText outages = metric_text({.metric = "outages_per_year",
                                            .unit = "per_year",
                                            .low = 0.0,
                                            .high = 0.003,
                                            .n = 1000,
                                            .method = "simulated"});
    CHECK(outages.value == "0/y");
    CHECK(outages.interval == "at most 0.0030/y");

    const MetricText never = metric_text({.metric = "mean_time_to_first_outage",
                                          .unit = "s",
                                          .estimate = 3600.0,
                                          .low = 3600.0,
                                          .high = 1e9,
                                          .method = "simulated"});
    CHECK(never.value == "none seen");
    CHECK(never.interval == "at least 1 h");

    const MetricText exact = metric_text(
        {.metric = "availability", .unit = "1", .estimate = 0.999, .low = 0.999, .high = 0.999, .method = "exact"});
    CHECK(exact.value == "99.9000 %");
    CHECK(exact.interval == "exact: 0.999");
    CHECK(exact.count.empty());
}

TEST_CASE("a figure that is a word can be translated, a number cannot", "[results]") {
    CHECK_FALSE(figure(duration_text(std::numeric_limits<double>::infinity())).is_literal);
    CHECK_FALSE(figure(duration_text(std::numeric_limits<double>::quiet_NaN())).is_literal);
    CHECK_FALSE(figure(number_text(-std::numeric_limits<double>::infinity())).is_literal);
    CHECK(figure(duration_text(4320.0)) == nines::wording::literal("1 h 12 min"));
    CHECK(metric_words({.metric = "mean_up_time",
                        .unit = "s",
                        .estimate = 3600.0,
                        .low = 60.0,
                        .high = std::numeric_limits<double>::infinity(),
                        .n = 3,
                        .method = "simulated"})
              .interval.arguments.back() == nines::wording::Text{"never"});
}

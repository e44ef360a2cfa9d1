// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/stats/paired.hpp"

#include <cmath>

#include "sim/stats/distribution_quantiles.hpp"
#include "tests/catch.hpp"

using namespace nines::sim;

TEST_CASE("Zeros that are added at once are zeros that are added one by one", "[paired]") {
    PairedMoments once;
    PairedMoments each;
    for (const auto& [a, b] : {std::pair{3.0, 1.0}, {0.0, 4.0}, {2.0, 2.5}}) {
        once.add(a, b);
        each.add(a, b);
    }
    once.add_zeros(5);
    for (int i = 0; i < 5; ++i) each.add(0.0, 0.0);
    CHECK(once.difference.mean == Approx(each.difference.mean));
    CHECK(once.difference.variance() == Approx(each.difference.variance()));
    CHECK(once.gain.skewness() == Approx(each.gain.skewness()));
    CHECK(once.loss.nonzero == each.loss.nonzero);
}

TEST_CASE("With gains and losses in most trials the interval is Student's t of the differences", "[paired]") {
    PairedMoments values;
    for (int i = 0; i < 4000; ++i) {
        const double wave = std::sin(0.7 * i);  // as often above as below, without skewness
        values.add(10.0 + wave, 10.0 + 0.5 * std::cos(1.3 * i));
    }
    const Interval ours = mean_difference(values, 0.95, 20.0);
    const Interval student = student_t_mean(values.difference, 0.95);
    const double half = student.high - student.estimate;
    CHECK(ours.estimate == Approx(student.estimate));
    CHECK(std::abs(ours.high - student.high) < 0.1 * half);
    CHECK(std::abs(ours.low - student.low) < 0.1 * half);
}

TEST_CASE("Designs that never differed may still differ by what was not seen", "[paired]") {
    PairedMoments values;
    values.add_zeros(1000);
    const Interval interval = mean_difference(values, 0.95, 60.0);
    // In one of 1 / u trials at most, u = 1 - 0.05^(1/1000), by 60 to either side.
    const double limit = 60.0 * (1.0 - std::pow(0.05, 1.0 / 1000.0));
    CHECK(interval.high == Approx(limit).epsilon(0.01));
    CHECK(interval.low == Approx(-limit).epsilon(0.01));
    CHECK(interval.unreliable);
}

TEST_CASE("The variance that pairing removes follows from the correlation", "[paired]") {
    PairedMoments same;
    PairedMoments opposite;
    for (int i = 0; i < 100; ++i) {
        const double x = 5.0 + i % 7;
        same.add(x, x);
        opposite.add(x, 20.0 - x);
    }
    CHECK(same.variance_removed() == Approx(1.0));       // 1 - 0 / (2 v)
    CHECK(opposite.variance_removed() == Approx(-1.0));  // 1 - 4 v / (2 v)
}

TEST_CASE("A difference of ratios has the width of its influences", "[paired]") {
    Moments influence;
    for (int i = 0; i < 50; ++i) influence.add(i % 2 == 0 ? 1.0 : -1.0);
    const Interval interval = linearised_difference(4.0, influence, 19.0, 0.9);
    const double half = student_t_quantile(0.95, 19.0) * influence.standard_error();
    CHECK(interval.low == Approx(4.0 - half));
    CHECK(interval.high == Approx(4.0 + half));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/random/sampler.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "tests/catch.hpp"
#include "tests/sim/random/fit.hpp"
#include "tests/sim/random/laws.hpp"

namespace nines::sim {

namespace {

constexpr std::size_t sample_size = 60000;

struct Moments {
    double mean;
    double variance;
    double variance_of_square;  ///< Of the squared distance from the mean.
};

Moments moments_of(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double second = 0.0;
    double fourth = 0.0;
    for (const double value : values) {
        const double square = (value - mean) * (value - mean);
        second += square;
        fourth += square * square;
    }
    return {mean, second / (n - 1.0), fourth / n - second * second / (n * n)};
}

}  // namespace

TEST_CASE("Drawn times follow the law's distribution function", "[random][sampler]") {
    for (const Law& law : every_law()) {
        CAPTURE(to_text(law));
        const Sampler sampler(law);
        const auto times = sorted_draws(sample_size, 1, [&](Draw& draw) { return sampler(draw); });
        const auto distribution = [&](double t) { return cdf(law, Duration::seconds(t)); };
        CHECK(kolmogorov_smirnov(times, distribution) < kolmogorov_bound);
    }
}

TEST_CASE("Drawn times have the law's mean and variance", "[random][sampler]") {
    const auto n = static_cast<double>(sample_size);
    for (const Law& law : every_law()) {
        CAPTURE(to_text(law));
        const Sampler sampler(law);
        const Moments moments = moments_of(sorted_draws(sample_size, 2, [&](Draw& draw) { return sampler(draw); }));
        const double mean_seconds = mean(law).in_seconds();
        const double sd = standard_deviation(law).in_seconds();
        // The margins are rounding, for laws that do not vary at all.
        CHECK(std::abs(moments.mean - mean_seconds) <= 5.0 * sd / std::sqrt(n) + 1e-9 * mean_seconds);
        CHECK(std::abs(moments.variance - sd * sd) <=
              5.0 * std::sqrt(moments.variance_of_square / n) + 1e-12 * mean_seconds * mean_seconds);
    }
}

TEST_CASE("The check of the fit notices a mean that is off by five percent", "[random][sampler]") {
    // sup |F_1 - F_1.05| = 0.018, times sqrt(60000) = 4.4: beyond the bound by more than the noise.
    const Sampler sampler(Law{Exponential{Duration::hours(1.05)}});
    const auto times = sorted_draws(sample_size, 1, [&](Draw& draw) { return sampler(draw); });
    const auto distribution = [&](double t) { return cdf(Law{Exponential{Duration::hours(1)}}, Duration::seconds(t)); };
    CHECK(kolmogorov_smirnov(times, distribution) > kolmogorov_bound);
}

TEST_CASE("Never gives infinity and a default sampler never fires", "[random][sampler]") {
    const std::vector<Sampler> samplers = {Sampler(), Sampler(Law{Never{}}),
                                           Sampler(Law{Constant{Duration::forever()}}),
                                           Sampler(Law{Exponential{Duration::forever()}})};
    for (const Sampler& sampler : samplers) {
        Draw draw(Stream(1, 2, 3), 0);
        CHECK(sampler.never());
        CHECK(std::isinf(sampler(draw)));
        CHECK(std::isinf(sampler.remaining(draw, 3600.0)));
        CHECK(std::isinf(sampler.equilibrium(draw)));
    }
}

TEST_CASE("A mixture with a part that never happens is infinite that often", "[random][sampler]") {
    const Sampler sampler(Law{Mixture{{{0.75, Law{Constant{Duration::hours(1)}}}, {0.25, Law{Never{}}}}}});
    const auto times = sorted_draws(sample_size, 3, [&](Draw& draw) { return sampler(draw); });
    const auto finite = std::lower_bound(times.begin(), times.end(), 3601.0) - times.begin();
    const auto n = static_cast<double>(sample_size);
    CHECK(std::abs(static_cast<double>(finite) - 0.75 * n) < 4.5 * std::sqrt(n * 0.75 * 0.25));
    Draw draw(Stream(1, 2, 3), 0);
    CHECK(std::isinf(sampler.equilibrium(draw)));  // At a random instant of eternity it waits for ever.
}

TEST_CASE("A sampler tells whether it is memoryless or fixed", "[random][sampler]") {
    const Sampler exponential(Law{Exponential{Duration::hours(2)}});
    CHECK(exponential.is_exponential());
    CHECK(exponential.mean_seconds() == 7200.0);
    const Sampler constant(capped(Law{Constant{Duration::hours(2)}}, Duration::hours(1)));
    CHECK(constant.is_constant());
    CHECK(constant.mean_seconds() == 3600.0);
    CHECK_FALSE(constant.never());
    CHECK_FALSE(Sampler(Law{Weibull{1.0, Duration::hours(2)}}).is_exponential());
}

}  // namespace nines::sim

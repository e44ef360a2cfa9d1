// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

#include "sim/random/forms/draws.hpp"
#include "sim/random/forms/special.hpp"
#include "sim/random/unit_gamma.hpp"
#include "sim/random/unit_normal.hpp"
#include "tests/catch.hpp"
#include "tests/sim/random/fit.hpp"

namespace nines::sim {

namespace {

constexpr std::size_t sample_size = 400000;
constexpr std::size_t stride = 7;  // Of the compared times; the distance changes by at most stride / sqrt(n) = 0.011.

double curve(double x) {
    return std::exp(-0.5 * x * x);
}

double mean_of_power(const std::vector<double>& values, int power) {
    const double sum = std::accumulate(values.begin(), values.end(), 0.0,
                                       [&](double so_far, double value) { return so_far + std::pow(value, power); });
    return sum / static_cast<double>(values.size());
}

/// How many standard errors the mean of `values`^power lies from `expected`, whose square has this expectation.
double z_of(const std::vector<double>& values, int power, double expected, double expected_square) {
    const double error = std::sqrt((expected_square - expected * expected) / static_cast<double>(values.size()));
    return std::abs(mean_of_power(values, power) - expected) / error;
}

}  // namespace

TEST_CASE("The layers under the normal curve all have the same area", "[random][normal]") {
    // The lowest is x_1 f(x_1) plus the tail, sqrt(pi / 2) erfc(x_1 / sqrt 2), and so is x_0 f(x_1).
    const double first = normal_layers[1];
    const double area = first * curve(first) + std::sqrt(std::acos(0.0)) * std::erfc(first / std::sqrt(2.0));
    CHECK(normal_layers[0] * curve(first) == Approx(area).epsilon(1e-14));
    for (std::size_t layer = 1; layer < 256; ++layer) {
        CAPTURE(layer);
        const double height = curve(normal_layers[layer + 1]) - curve(normal_layers[layer]);
        CHECK(normal_layers[layer] * height == Approx(area).epsilon(1e-12));
    }
    CHECK(normal_layers[256] == 0.0);
}

TEST_CASE("Normal draws follow the normal distribution function and its moments", "[random][normal]") {
    const auto values = sorted_draws(sample_size, 11, [](Draw& draw) { return unit_normal(draw); });
    const auto distribution = [](double x) { return special::normal_upper(-x); };
    CHECK(kolmogorov_smirnov(values, distribution, stride) < kolmogorov_bound);
    // E x^n = 1 3 5 .. (n - 1) for even n.
    CHECK(z_of(values, 1, 0.0, 1.0) < 4.5);
    CHECK(z_of(values, 2, 1.0, 3.0) < 4.5);
    CHECK(z_of(values, 3, 0.0, 15.0) < 4.5);
    CHECK(z_of(values, 4, 3.0, 105.0) < 4.5);
    CHECK(z_of(values, 6, 15.0, 10395.0) < 4.5);
}

TEST_CASE("The tails of normal draws hold their share on both sides", "[random][normal]") {
    const std::size_t count = 4000000;
    const Stream stream(12, stream_name("tail"), 0);
    const std::vector<double> begins = {normal_layers[2], normal_layers[1], 4.0, 4.5};
    std::vector<double> above(begins.size());
    std::vector<double> below(begins.size());
    for (std::uint64_t n = 0; n < count; ++n) {
        Draw draw(stream, n);
        const double x = unit_normal(draw);
        for (std::size_t i = 0; i < begins.size(); ++i) {
            above[i] += x > begins[i] ? 1.0 : 0.0;
            below[i] += x < -begins[i] ? 1.0 : 0.0;
        }
    }
    for (std::size_t i = 0; i < begins.size(); ++i) {
        CAPTURE(begins[i]);
        const double expected = static_cast<double>(count) * special::normal_upper(begins[i]);
        CHECK(std::abs(above[i] - expected) < 4.5 * std::sqrt(expected));
        CHECK(std::abs(below[i] - expected) < 4.5 * std::sqrt(expected));
    }
}

TEST_CASE("Gamma draws of every shape follow the gamma distribution function and its moments", "[random][gamma]") {
    for (const double shape : {0.02, 0.3, 0.999, 1.0, 1.01, 2.04, 9.0, 150.0, 1e5}) {
        CAPTURE(shape);
        const auto values = sorted_draws(sample_size, 13, [&](Draw& draw) { return unit_gamma(draw, shape); });
        const auto distribution = [&](double x) { return special::gamma_lower(shape, x); };
        CHECK(kolmogorov_smirnov(values, distribution, stride) < kolmogorov_bound);
        // E x^n = shape (shape + 1) .. (shape + n - 1).
        const double second = shape * (shape + 1.0);
        CHECK(z_of(values, 1, shape, second) < 4.5);
        CHECK(z_of(values, 2, second, second * (shape + 2.0) * (shape + 3.0)) < 4.5);
    }
}

TEST_CASE("Normal draws beyond a bound follow the truncated distribution", "[random][normal]") {
    for (const double begin : {0.0, 0.4, 1.5, 8.0}) {
        CAPTURE(begin);
        const auto values = sorted_draws(sample_size, 14, [&](Draw& draw) { return unit_normal_beyond(draw, begin); });
        const auto distribution = [&](double x) {
            return 1.0 - special::normal_upper(begin + x) / special::normal_upper(begin);
        };
        CHECK(kolmogorov_smirnov(values, distribution, stride) < kolmogorov_bound);
    }
}

TEST_CASE("The fit of normal draws notices a spread that is off by one percent", "[random][normal]") {
    // sup |Phi(x) - Phi(x / 1.01)| = 0.0024, times sqrt(400000) = 1.5, so the second moment is what notices:
    // 1.01^2 - 1 = 0.0201 beside its standard error sqrt(2 / 400000) = 0.0022.
    const auto values = sorted_draws(sample_size, 11, [](Draw& draw) { return 1.01 * unit_normal(draw); });
    CHECK(z_of(values, 2, 1.0, 3.0) > 4.5);
}

}  // namespace nines::sim

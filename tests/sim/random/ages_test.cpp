// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <variant>

#include "sim/random/sampler.hpp"
#include "tests/catch.hpp"
#include "tests/sim/random/fit.hpp"
#include "tests/sim/random/laws.hpp"

namespace nines::sim {

namespace {

constexpr std::size_t sample_size = 20000;

double survival_at(const Law& law, double seconds) {
    return survival(law, Duration::seconds(seconds));
}

/// Of the time still to go at an age: P(R <= r) = 1 - S(age + r) / S(age).
double fit_of_remaining(const Law& law, double age, std::uint64_t seed) {
    const Sampler sampler(law);
    const auto times = sorted_draws(sample_size, seed, [&](Draw& draw) { return sampler.remaining(draw, age); });
    return kolmogorov_smirnov(times, [&](double r) { return 1.0 - survival_at(law, age + r) / survival_at(law, age); });
}

/// The bathtub's integral is done numerically, some 0.1 ms each.
bool is_slow(const Law& law) {
    if (const auto* base = std::get_if<Capped>(&law.form)) { return is_slow(*base->base); }
    return std::holds_alternative<Bathtub>(law.form);
}

}  // namespace

TEST_CASE("The time still to go follows the law beyond the age", "[random][ages]") {
    for (const Law& law : every_law()) {
        for (const double p : {0.05, 0.4, 0.9}) {
            // Whole seconds, so that the age and the time still to go add up to a step exactly.
            const double age = std::floor(quantile(law, p).in_seconds() * 0.99);
            CAPTURE(to_text(law), age);
            if (survival_at(law, age) > 0.0) { CHECK(fit_of_remaining(law, age, 4) < kolmogorov_bound); }
        }
    }
}

TEST_CASE("The time still to go follows the law in its far tail", "[random][ages]") {
    for (const Law& law : unbounded_laws()) {
        const double age = quantile_of_survival(law, 1e-60).in_seconds();
        CAPTURE(to_text(law), age);
        CHECK(fit_of_remaining(law, age, 5) < kolmogorov_bound);
    }
}

TEST_CASE("Where even the survival underflows the time still to go is exponential at the hazard", "[random][ages]") {
    for (const Law& law : unbounded_laws()) {
        const double age = quantile_of_survival(law, 1e-200).in_seconds() * 3.0;
        const double rate = hazard(law, Duration::seconds(age));
        CAPTURE(to_text(law), age, rate);
        // The hazard changes by less than 2 % over the time left, which is within the bound.
        const Sampler sampler(law);
        const auto times = sorted_draws(sample_size, 6, [&](Draw& draw) { return sampler.remaining(draw, age); });
        CHECK(kolmogorov_smirnov(times, [rate](double r) { return -std::expm1(-rate * r); }) < kolmogorov_bound);
    }
}

TEST_CASE("Nothing is left beyond the last possible time", "[random][ages]") {
    for (const Law& law : bounded_laws()) {
        const Sampler sampler(law);
        Draw draw(Stream(1, 2, 3), 0);
        CAPTURE(to_text(law));
        CHECK(sampler.remaining(draw, quantile_of_survival(law, 1e-300).in_seconds()) == 0.0);
        CHECK(sampler.remaining(draw, 1e9) == 0.0);
    }
    for (const Law& law : stepped_laws()) {
        if (std::holds_alternative<Mixture>(law.form)) { continue; }
        Draw draw(Stream(1, 2, 3), 0);
        CAPTURE(to_text(law));
        CHECK(Sampler(law).remaining(draw, 1e9) == 0.0);
    }
}

TEST_CASE("A new thing has its whole time to go", "[random][ages]") {
    for (const Law& law : every_law()) {
        const Sampler sampler(law);
        for (std::uint64_t n = 0; n < 20; ++n) {
            Draw whole(Stream(1, 2, 3), n);
            Draw rest(Stream(1, 2, 3), n);
            CHECK(sampler.remaining(rest, 0.0) == sampler(whole));
        }
    }
}

TEST_CASE("At a random instant the time still to go has the density survival over mean", "[random][ages]") {
    for (const Law& law : every_law()) {
        CAPTURE(to_text(law));
        const Sampler sampler(law);
        const auto times = sorted_draws(sample_size, 7, [&](Draw& draw) { return sampler.equilibrium(draw); });
        const Duration whole = mean(law);
        const auto distribution = [&](double t) { return mean_up_to(law, Duration::seconds(t)) / whole; };
        const std::size_t stride = is_slow(law) ? 50 : 1;
        CHECK(kolmogorov_smirnov(times, distribution, stride) < kolmogorov_bound);
    }
}

TEST_CASE("At a random instant the mean time still to go is half the second moment over the mean", "[random][ages]") {
    // Cox, Renewal Theory (1962), 5.2: E = (sd^2 + mean^2) / (2 mean).
    for (const Law& law : every_law()) {
        CAPTURE(to_text(law));
        const Sampler sampler(law);
        double sum = 0.0;
        double squares = 0.0;
        for (const double time : sorted_draws(sample_size, 8, [&](Draw& draw) { return sampler.equilibrium(draw); })) {
            sum += time;
            squares += time * time;
        }
        const auto n = static_cast<double>(sample_size);
        const double average = sum / n;
        const double standard_error = std::sqrt((squares / n - average * average) / n);
        const double m = mean(law).in_seconds();
        const double sd = standard_deviation(law).in_seconds();
        CHECK(std::abs(average - (sd * sd + m * m) / (2.0 * m)) < 5.0 * standard_error);
    }
}

}  // namespace nines::sim

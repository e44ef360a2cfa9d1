// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <vector>

#include "sim/random/law.hpp"
#include "tests/catch.hpp"
#include "tests/sim/random/laws.hpp"

namespace nines::sim {

namespace {

const std::vector<double> probabilities = {0.001, 0.05, 0.3, 0.5, 0.7, 0.95, 0.999};

}  // namespace

TEST_CASE("Distribution function and survival sum to 1", "[random][law]") {
    for (const Law& law : every_law()) {
        CAPTURE(to_text(law));
        for (const double p : probabilities) {
            const Duration t = quantile(law, p) * 1.001;
            CHECK(cdf(law, t) + survival(law, t) == Approx(1.0).epsilon(1e-12));
        }
        CHECK(cdf(law, Duration::seconds(-1)) == 0.0);
        CHECK(survival(law, Duration::seconds(-1)) == 1.0);
        CHECK(cdf(law, Duration::forever()) == Approx(1.0));
        CHECK(survival(law, Duration::forever()) == 0.0);
        CHECK(density(law, Duration::forever()) == 0.0);
    }
}

TEST_CASE("A quantile is the first time that reaches its probability", "[random][law]") {
    for (const Law& law : every_law()) {
        CAPTURE(to_text(law));
        for (const double p : probabilities) {
            const Duration t = quantile(law, p);
            CHECK(cdf(law, t * (1.0 + 1e-9)) >= p);
            CHECK(cdf(law, t * (1.0 - 1e-9)) <= p);
            CHECK(quantile_of_survival(law, 1.0 - p).in_seconds() == Approx(t.in_seconds()).epsilon(1e-9));
        }
    }
}

TEST_CASE("The far tails keep their digits", "[random][law]") {
    for (const Law& law : unbounded_laws()) {
        CAPTURE(to_text(law));
        for (const double tail : {1e-12, 1e-50, 1e-200}) {
            CHECK(survival(law, quantile_of_survival(law, tail)) == Approx(tail).epsilon(1e-9));
        }
        for (const double p : {1e-6, 1e-9}) { CHECK(cdf(law, quantile(law, p)) == Approx(p).epsilon(1e-6)); }
    }
}

TEST_CASE("The density is the slope of the distribution function", "[random][law]") {
    for (const Law& law : every_law()) {
        CAPTURE(to_text(law));
        for (const double p : {0.1, 0.37, 0.62, 0.8}) {
            const Duration t = quantile(law, p) * 1.0003;  // Beside any step.
            const Duration step = t * 1e-5;
            const double slope = (cdf(law, t + step) - cdf(law, t - step)) / (2.0 * step.in_seconds());
            CHECK(density(law, t) == Approx(slope).epsilon(1e-6).margin(1e-15));
        }
    }
}

TEST_CASE("The hazard is density over survival", "[random][law]") {
    for (const Law& law : every_law()) {
        CAPTURE(to_text(law));
        for (const double p : {0.1, 0.37, 0.62, 0.8}) {
            const Duration t = quantile(law, p) * 0.9997;
            if (survival(law, t) > 0.0) { CHECK(hazard(law, t) == Approx(density(law, t) / survival(law, t))); }
        }
    }
}

TEST_CASE("The mean up to a limit is the integral of the survival", "[random][law]") {
    for (const Law& law : every_law()) {
        CAPTURE(to_text(law));
        CHECK(mean_up_to(law, Duration()) == Duration());
        CHECK(mean_up_to(law, Duration::years(1e6)).in_seconds() == Approx(mean(law).in_seconds()).epsilon(1e-9));
        CHECK(mean_up_to(law, Duration::forever()) == mean(law));
        for (const double p : {0.1, 0.37, 0.62, 0.8}) {
            const Duration t = quantile(law, p) * 1.0003;
            const Duration step = t * 1e-5;
            const Duration grown = mean_up_to(law, t + step) - mean_up_to(law, t - step);
            CHECK(grown / (step * 2.0) == Approx(survival(law, t)).epsilon(1e-5));
        }
    }
}

}  // namespace nines::sim

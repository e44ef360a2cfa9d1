// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/uniformization.hpp"

#include <cmath>
#include <utility>

#include "tests/catch.hpp"

using namespace nines::sim;

TEST_CASE("Poisson probabilities keep their digits for means from 0.001 to 1e12", "[markov]") {
    struct Case {
        double mean;
        std::uint64_t k;
        double probability;
    };
    // exp(k ln m - m - ln k!) in 40-digit arithmetic.
    const Case c = GENERATE(Case{1e6, 1000000, 0.00039894224715624403}, Case{1e9, 1000200000, 2.6034905403282689e-14},
                            Case{1e12, 999995000000, 1.4866922583914467e-12}, Case{1e3, 1500, 1.0548547842117315e-49},
                            Case{30.0, 3, 4.2109303359780786e-10}, Case{58.5, 16, 3.5289627338356146e-11},
                            Case{58.5, 15, 9.6518638874136466e-12}, Case{600.0, 3, 9.5414275908155189e-254},
                            Case{0.001, 4, 4.1625020826390628e-14});
    CAPTURE(c.mean, c.k);
    CHECK(poisson_probability(c.mean, c.k) == Approx(c.probability).epsilon(5e-14));
}

TEST_CASE("a Poisson window holds all but a negligible part of the probability", "[markov]") {
    const double mean = GENERATE(1e-9, 0.3, 1.0, 57.9, 58.1, 1234.5, 1e6, 1e9);
    PoissonWindow window(mean, 58.0);
    REQUIRE(window.last() < 10000000000);
    double sum = 0.0;
    double first_moment = 0.0;
    for (std::uint64_t k = window.first(); k <= window.last(); ++k) {
        const double weight = window.next();
        sum += weight;
        first_moment += weight * static_cast<double>(k);
    }
    CAPTURE(mean);
    CHECK(sum == Approx(1.0).epsilon(1e-12));
    CHECK(first_moment == Approx(mean).epsilon(1e-12));
    // The width is what the normal approximation says: ends where the deviance is 58, at sqrt(2 x 58) = 10.8 sigma.
    if (mean > 1e5)
        CHECK(static_cast<double>(window.last() - window.first()) / std::sqrt(mean) == Approx(21.54).epsilon(0.02));
}

TEST_CASE("the largest mean within a window is the one whose window ends there", "[markov]") {
    const std::uint64_t k = GENERATE(100U, 5000U, 1000000U);
    const double mean = largest_mean_within(k, 58.0);
    CHECK(PoissonWindow(mean * (1.0 - 1e-9), 58.0).last() <= k);
    CHECK(PoissonWindow(mean + 1.0, 58.0).last() > k);
}

TEST_CASE("a step of the uniformized chain moves probability along the transitions", "[markov]") {
    Chain chain;
    chain.append_row(std::vector<Transition>{{1, 1.0}});
    chain.append_row(std::vector<Transition>{{0, 3.0}, {2, 1.0}});
    chain.append_row({});
    const UniformizedChain uniformized(chain);
    CHECK(uniformized.per_second() == 4.0);
    const std::vector<double> from{0.5, 0.25, 0.25};
    std::vector<double> to(3);
    uniformized.step(from, to);
    // P = I + Q / 4.
    CHECK(to == std::vector<double>{0.5 * 0.75 + 0.25 * 0.75, 0.5 * 0.25, 0.25 + 0.25 * 0.25});
}

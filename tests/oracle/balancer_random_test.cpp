// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>

#include "tests/catch.hpp"
#include "tests/oracle/balancer_scenario.hpp"
#include "tests/oracle/comparison.hpp"
#include "tests/oracle/run.hpp"

using namespace nines;
using oracle::BalancerSetting;
using oracle::bound;
using oracle::ChiSquare;

namespace {

void compare_many(std::uint32_t first_seed, int scenarios, const BalancerSetting& setting, Duration warm_up) {
    oracle::Comparison comparison({.trials = 400, .warm_up = warm_up, .has_requests = true});
    int compared = 0;
    std::uint32_t seed = first_seed;
    for (; compared < scenarios; ++seed) {
        const std::string text = oracle::balancer_scenario(seed, setting);
        INFO("seed " << seed << "\n" << text);
        compared += comparison.compare(text, seed) ? 1 : 0;
    }
    // At most a third was too large.
    CHECK(compared * 3 >= static_cast<int>(seed - first_seed) * 2);
    for (const ChiSquare* figures : {&comparison.requests(), &comparison.unavailability(), &comparison.outages()}) {
        CAPTURE(figures->sum, figures->terms);
        CHECK(figures->terms * 2 > scenarios);
        // Both sides: errors that are too small on the whole are as wrong as errors that are too large.
        CHECK(std::abs(figures->deviate()) < bound);
    }
}

}  // namespace

TEST_CASE("random scenarios with balancers are simulated as their chains say", "[oracle][random][balancer]") {
    compare_many(1, 40, {}, {});
}

TEST_CASE("random scenarios with balancers settle into the long run of their chains", "[oracle][random][balancer]") {
    compare_many(500, 15, {}, Duration::hours(3000));
}

TEST_CASE("requests of a load that follows the clock are lost as the chain and the clock say",
          "[oracle][random][balancer]") {
    // The states forget the clock, so that over whole weeks only the means count.
    compare_many(1000, 25, {.is_diurnal = true}, Duration::hours(3024));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>

#include "tests/catch.hpp"
#include "tests/oracle/comparison.hpp"
#include "tests/oracle/random_scenario.hpp"
#include "tests/oracle/run.hpp"

using namespace nines;
using oracle::bound;
using oracle::RandomSetting;

namespace {

struct Run {
    std::uint32_t first_seed = 1;
    std::uint32_t scenarios = 0;  ///< To compare.
    Duration warm_up = {};        ///< Above 0: the long run.
};

/// Compares as many scenarios as asked; of those met on the way at most this share may be too large.
void compare_many(const Run& run, const RandomSetting& setting, double most_refused = 0.25) {
    oracle::Comparison comparison({.trials = 500, .warm_up = run.warm_up});
    std::uint32_t compared = 0;
    std::uint32_t seed = run.first_seed;
    for (; compared < run.scenarios; ++seed) {
        const std::string text = oracle::random_scenario(seed, setting);
        INFO("seed " << seed << "\n" << text);
        compared += comparison.compare(text, seed) ? 1 : 0;
    }
    CHECK(compared >= (seed - run.first_seed) * (1.0 - most_refused));
    CHECK(comparison.too_few() * 10 < static_cast<int>(run.scenarios));
    CHECK(comparison.unavailability().terms * 10 > static_cast<int>(run.scenarios) * 8);
    CAPTURE(comparison.unavailability().sum, comparison.unavailability().terms);
    CAPTURE(comparison.outages().sum, comparison.outages().terms);
    // Both sides: errors that are too small on the whole are as wrong as errors that are too large.
    CHECK(std::abs(comparison.unavailability().deviate()) < bound);
    CHECK(std::abs(comparison.outages().deviate()) < bound);
}

}  // namespace

TEST_CASE("random scenarios with exponential times are simulated as their chains say", "[oracle][random]") {
    compare_many({.first_seed = 1, .scenarios = 60}, {});
}

TEST_CASE("random scenarios with times made of phases are simulated as their chains say", "[oracle][random]") {
    compare_many({.first_seed = 1000, .scenarios = 40}, {.laws = RandomSetting::Laws::phases});
}

TEST_CASE("random scenarios settle into the long run of their chains", "[oracle][random]") {
    compare_many({.first_seed = 2000, .scenarios = 20, .warm_up = Duration::hours(3000)}, {.is_repairable = true});
    compare_many({.first_seed = 3000, .scenarios = 10, .warm_up = Duration::hours(3000)},
                 {.laws = RandomSetting::Laws::phases, .is_repairable = true});
}

TEST_CASE("random scenarios with stores that fail over are simulated as their chains say", "[oracle][random]") {
    compare_many({.first_seed = 40'000, .scenarios = 40}, {.has_stores = true}, 0.7);
}

TEST_CASE("random stores settle into the long run of their chains", "[oracle][random]") {
    compare_many({.first_seed = 41'000, .scenarios = 10, .warm_up = Duration::hours(3000)},
                 {.is_repairable = true, .has_stores = true}, 0.7);
}

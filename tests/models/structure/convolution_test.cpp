// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/structure/convolution.hpp"

#include <cmath>
#include <numeric>
#include <vector>

#include "models/structure/probability.hpp"
#include "tests/catch.hpp"
#include "tests/models/structure/fault_tree.hpp"

using namespace nines::structure;

TEST_CASE("unlike components are counted by enumeration of who works", "[structure][convolution]") {
    const std::vector<Chance> components{{0.1, 0.9}, {0.2, 0.8}, {0.3, 0.7}};

    const auto counts = working_counts(components);

    CHECK(counts[0] == Approx(0.1 * 0.2 * 0.3).epsilon(1e-15));
    CHECK(counts[1] == Approx(.9 * .2 * .3 + .1 * .8 * .3 + .1 * .2 * .7).epsilon(1e-15));
    CHECK(counts[2] == Approx(.9 * .8 * .3 + .9 * .2 * .7 + .1 * .8 * .7).epsilon(1e-15));
    CHECK(counts[3] == Approx(0.9 * 0.8 * 0.7).epsilon(1e-15));
    CHECK(mean_working(counts) == Approx(0.9 + 0.8 + 0.7).epsilon(1e-15));    // means add up
    CHECK(at_least_working(counts, 2).down == Approx(0.098).epsilon(1e-14));  // SCRAM, at least 2 of 3
}

TEST_CASE("binomial counts are those of one component after the other, far into both tails",
          "[structure][convolution]") {
    const double down = GENERATE(1e-9, 0.02, 0.5, 0.9999);
    const Chance chance{down, 1.0 - down};
    const auto slow = working_counts(std::vector(200, chance));

    const auto fast = binomial(200, chance);

    REQUIRE(fast.size() == 201);
    for (std::size_t w = 0; w <= 200; ++w) {
        if (slow[w] > 1e-290) CHECK(std::abs(fast[w] / slow[w] - 1.0) < 2e-13);
    }
    CHECK(std::accumulate(fast.begin(), fast.end(), 0.0) == Approx(1.0).epsilon(1e-14));
}

TEST_CASE("components that always or never work are counted as such", "[structure][convolution]") {
    CHECK(binomial(3, {0.0, 1.0}) == std::vector{0.0, 0.0, 0.0, 1.0});
    CHECK(binomial(3, {1.0, 0.0}) == std::vector{1.0, 0.0, 0.0, 0.0});
    CHECK(binomial(0, {0.5, 0.5}) == std::vector{1.0});
    CHECK(working_counts({}) == std::vector{1.0});
}

TEST_CASE("counts of two halves convolve to the counts of the whole", "[structure][convolution]") {
    const Chance good{0.01, 0.99};
    const Chance poor{0.3, 0.7};
    std::vector<Chance> all(30, good);
    all.insert(all.end(), 20, poor);
    const auto whole = working_counts(all);

    const auto both = convolve(binomial(30, good), binomial(20, poor));

    REQUIRE(both.size() == whole.size());
    for (std::size_t w = 0; w < whole.size(); ++w) CHECK(both[w] == Approx(whole[w]).epsilon(1e-12));
}

TEST_CASE("500 of 1000 by counting is 500 of 1000 by diagram", "[structure][convolution]") {
    SystemBuilder builder;
    const auto system = builder.build(builder.group(1000, 500));
    const auto chance_of = [](std::uint32_t unit) {
        const double down = 0.3 + 0.2 * (unit % 7) / 7.0;
        return Chance{down, 1.0 - down};
    };
    std::vector<Chance> components;
    for (std::uint32_t unit = 0; unit < 1000; ++unit) components.push_back(chance_of(unit));
    const auto function = function_of(system);
    const auto distribution =
        independent(function, [&](nines::compile::UnitId unit) { return chance_of(static_cast<std::uint32_t>(unit)); });

    const Chance counted = at_least_working(working_counts(components), 500);
    const Chance by_diagram = Evaluation(function.diagram, distribution).of(function.down.front());

    CHECK(counted.down == Approx(by_diagram.down).epsilon(1e-12));
    CHECK(counted.up == Approx(by_diagram.up).epsilon(1e-12));
    CHECK(counted.down < 1e-10);  // wrong: fewer than 500 of 1000 is not a matter of 0.6 on average
}

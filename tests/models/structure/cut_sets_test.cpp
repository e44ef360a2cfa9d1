// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/structure/cut_sets.hpp"

#include <cmath>
#include <string>
#include <vector>

#include "models/structure/probability.hpp"
#include "tests/catch.hpp"
#include "tests/models/structure/fault_tree.hpp"

using namespace nines::structure;

namespace {

CutSets cut_sets_of(const StructureFunction& function) {
    return std::get<CutSets>(minimal_cut_sets(function.diagram, function.down.front()));
}

}  // namespace

TEST_CASE("what is always down has the empty cut set, what never is has none", "[structure][cut_sets]") {
    const auto always = function_of(fault_tree("top = or a true"));
    const auto never = function_of(fault_tree("top = 2 a"));
    const auto distribution = independent(always, {0.5, 0.5});

    CHECK(count(cut_sets_of(always)) == 1);
    const auto listed = most_probable(cut_sets_of(always), distribution, 5);
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].variables.empty());
    CHECK(listed[0].probability == 1.0);
    CHECK(count(cut_sets_of(never)) == 0);
    CHECK(most_probable(cut_sets_of(never), distribution, 5).empty());
    CHECK(sum_of_probabilities(cut_sets_of(never), distribution) == 0.0);
}

TEST_CASE("a cut set that includes another is left out", "[structure][cut_sets]") {
    const auto system = fault_tree("top = or a both more\n both = and a b\n more = and b c d");
    const auto function = function_of(system);
    CHECK(count(cut_sets_of(function)) == 2);  // {a}, {b, c, d}
}

TEST_CASE("the most probable sets come first, and the smallest when asked for by size", "[structure][cut_sets]") {
    // {rare} 1e-6; {x, y} 0.01; {u, v, w} 0.125.
    const auto system = fault_tree("top = or rare two three\n two = and x y\n three = and u v w");
    const auto function = function_of(system);
    const auto distribution = independent(function, [&](nines::compile::UnitId unit) {
        const bool is_rare = unit == system.units.at("rare");
        const bool is_fair = unit == system.units.at("x") || unit == system.units.at("y");
        const double down = is_rare ? 1e-6 : is_fair ? 0.1 : 0.5;
        return Chance{down, 1.0 - down};
    });
    const auto cut_sets = cut_sets_of(function);

    const auto by_probability = most_probable(cut_sets, distribution, 2);
    REQUIRE(by_probability.size() == 2);
    CHECK(by_probability[0].variables.size() == 3);
    CHECK(by_probability[0].probability == Approx(0.125).epsilon(1e-15));
    CHECK(by_probability[1].probability == Approx(0.01).epsilon(1e-15));

    const auto by_size = smallest(cut_sets, distribution, 3);
    REQUIRE(by_size.size() == 3);
    CHECK(by_size[0].probability == 1e-6);
    CHECK(by_size[1].variables.size() == 2);
    CHECK(by_size[2].variables.size() == 3);
}

TEST_CASE("500 of 1000 has as many minimal cut sets as ways to choose 501", "[structure][cut_sets]") {
    SystemBuilder builder;
    const auto function = function_of(builder.build(builder.group(1000, 500)));
    const auto cut_sets = cut_sets_of(function);

    // C(1000, 501).
    double ways = 1.0;
    for (int i = 1; i <= 501; ++i) ways *= (499.0 + i) / i;
    CHECK(count(cut_sets) == Approx(ways).epsilon(1e-11));
    const auto distribution = independent(function, {0.5, 0.5});
    const auto listed = most_probable(cut_sets, distribution, 20);
    REQUIRE(listed.size() == 20);
    CHECK(listed[19].variables.size() == 501);
}

TEST_CASE("cut sets that need too many nodes are refused", "[structure][cut_sets]") {
    SystemBuilder builder;
    const auto function = function_of(builder.build(builder.group(60, 30)));

    const auto result = minimal_cut_sets(function.diagram, function.down.front(), 200);

    REQUIRE(std::holds_alternative<Refusal>(result));
    CHECK(std::get<Refusal>(result).reason.find("200 nodes") != std::string::npos);
}

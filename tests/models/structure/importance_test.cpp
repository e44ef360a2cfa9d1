// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/structure/importance.hpp"

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "models/structure/cut_sets.hpp"
#include "tests/catch.hpp"
#include "tests/models/structure/fault_tree.hpp"

using namespace nines::structure;
using nines::compile::LineId;
using nines::compile::UnitId;

namespace {

bool agrees(double value, double expected, double relative = 1e-13) {
    return std::abs(value - expected) <= relative * std::abs(expected);
}

Variable variable_of(const StructureFunction& function, const System& system, const std::string& name) {
    for (Variable v = 0; v < function.leaves.size(); ++v) {
        if (function.leaves[v] == Leaf(system.units.at(name))) return v;
    }
    FAIL("no variable for " << name);
    return 0;
}

/// The five-edge bridge between two ends: down if a and b, d and e, a c e, or d c b are.
System bridge() {
    return fault_tree(R"(
        top = and way1 way2 way3 way4
        way1 = or a d
        way2 = or b e
        way3 = or a c e
        way4 = or b c d)");
}

}  // namespace

TEST_CASE("the bridge network has its textbook unreliability, importance and four cut sets",
          "[structure][importance]") {
    const auto system = bridge();
    const auto function = function_of(system);
    const double q = 0.1;
    const auto distribution = independent(function, {q, 1.0 - q});
    Evaluation evaluation(function.diagram, distribution);
    const NodeId top = function.down.front();

    // 2 q^2 + 2 q^3 - 5 q^4 + 2 q^5 (Barlow and Proschan 1975, the bridge of equal components).
    const double down = 2 * q * q + 2 * q * q * q - 5 * q * q * q * q + 2 * q * q * q * q * q;
    CHECK(agrees(evaluation.of(top).down, down));

    const auto all = importances(evaluation, top);
    // The bridge edge c: pivotal while exactly one of {a, b}, {d, e}, and not {a, d} nor {b, e}, works: 2 p^2 q^2.
    const Variable c = variable_of(function, system, "c");
    CHECK(agrees(all[c].birnbaum, 2 * 0.81 * 0.01));
    CHECK(agrees(all[c].criticality, q * 2 * 0.81 * 0.01 / down));
    double edges = all[c].birnbaum;
    for (const auto* name : {"a", "b", "d", "e"}) edges += all[variable_of(function, system, name)].birnbaum;
    CHECK(agrees(edges, 4 * q + 6 * q * q - 20 * q * q * q + 10 * q * q * q * q));  // d down / dq

    const auto cut_sets = std::get<CutSets>(minimal_cut_sets(function.diagram, top));
    CHECK(count(cut_sets) == 4);
    const auto listed = most_probable(cut_sets, distribution, 10);
    REQUIRE(listed.size() == 4);
    CHECK(listed[0].variables.size() == 2);
    CHECK(agrees(listed[0].probability, 0.01));
    CHECK(agrees(contribution(listed[0], down), 0.01 / down));
    CHECK(listed[3].variables.size() == 3);
    CHECK(agrees(fussell_vesely(cut_sets, distribution)[c], 2 * 0.001 / (2 * 0.01 + 2 * 0.001)));
}

TEST_CASE("2 of 3 with unlike failures has the importance of its polynomial", "[structure][importance]") {
    const auto system = fault_tree("top = 2 a b c");
    const auto function = function_of(system);
    const std::vector q{0.1, 0.2, 0.3};
    const auto distribution = independent(function, [&](UnitId unit) {
        const double down = q[static_cast<std::size_t>(unit)];
        return Chance{down, 1.0 - down};
    });
    Evaluation evaluation(function.diagram, distribution);
    const auto a = importances(evaluation, function.down.front())[variable_of(function, system, "a")];

    // P = ab + ac + bc - 2abc = 0.098; dP/da = b + c - 2bc; without a: bc; with a down: b + c - bc.
    CHECK(agrees(a.birnbaum, 0.2 + 0.3 - 2 * 0.06));
    CHECK(agrees(a.criticality, 0.1 * 0.38 / 0.098));
    CHECK(agrees(a.risk_achievement_worth, 0.44 / 0.098));
    CHECK(agrees(a.risk_reduction_worth, 0.098 / 0.06));
}

TEST_CASE("a single point of failure has risk reduction worth without limit", "[structure][importance]") {
    const auto system = fault_tree("top = or a");
    const auto function = function_of(system);
    const auto distribution = independent(function, {1e-5, 1.0 - 1e-5});
    Evaluation evaluation(function.diagram, distribution);
    const auto a = importances(evaluation, function.down.front())[0];
    CHECK(a.risk_reduction_worth == std::numeric_limits<double>::infinity());
    CHECK(agrees(a.risk_achievement_worth, 1e5));
    CHECK(a.criticality == 1.0);
}

TEST_CASE("importance keeps its digits where the two probabilities agree in nearly all of theirs",
          "[structure][importance]") {
    // Half the time down anyway; beside it a pair at 1e-15: as a difference of 0.5 and 0.5 it would be lost.
    const auto system = fault_tree("top = or poor pair\n pair = and a b");
    const auto function = function_of(system);
    const auto distribution = independent(function, [&](UnitId unit) {
        return unit == system.units.at("poor") ? Chance{0.5, 0.5} : Chance{1e-15, 1.0};
    });
    Evaluation evaluation(function.diagram, distribution);
    const auto all = importances(evaluation, function.down.front());
    CHECK(agrees(all[variable_of(function, system, "a")].birnbaum, 1e-15 * 0.5));
    // Without the poor one only the pair is left: 1e-30.
    CHECK(agrees(all[variable_of(function, system, "poor")].risk_reduction_worth, 0.5 / 1e-30));
}

TEST_CASE("a pair with repair fails twice as often as both rates and downtimes say", "[structure][importance]") {
    const auto system = fault_tree("top = and a b");
    const auto function = function_of(system);
    // Mean up 1000 h, mean down 10 h: q = 10/1010, each fails every 1010 h.
    const double q = 10.0 / 1010.0;
    Distribution distribution;
    distribution.add({q, 1.0 - q}, 1.0 / 1010.0);
    distribution.add({q, 1.0 - q}, 1.0 / 1010.0);
    Evaluation evaluation(function.diagram, distribution);

    // Both down, and either of them was the last to fail: 2 q / 1010 h.
    CHECK(agrees(std::get<double>(outages_per_second(evaluation, function.down.front())), 2.0 * q / 1010.0));
}

TEST_CASE("a standby pair as one block has the outage frequency of its chain", "[structure][importance]") {
    // Serving unit a, role of the standby b: states both up, a down and b serving, both down. Rates: failure 1/1000,
    // repair 1/10, and b does not fail while it stands by. Birth-death chain 0 -> 1 -> 2 with one repair at a time.
    const double failure = 1e-3;
    const double repair = 0.1;
    const double r = failure / repair;
    const double p0 = 1.0 / (1.0 + r + r * r);
    const double p1 = r * p0;
    const double p2 = r * r * p0;
    const auto system = fault_tree("top = or pair network\n pair = and a b");
    const auto& units = system.units;
    const auto function = function_of(system, {{{units.at("a"), units.at("b")}}});
    Distribution distribution;
    for (Variable v = 0; v < 3;) {
        if (function.block_of[v] == no_block) {
            distribution.add({0.01, 0.99}, 0.002);
            v += 1;
        } else {
            const std::vector<Outcome> outcomes{{0b00, p0}, {0b01, p1}, {0b11, p2}};
            const std::vector<Flow> flows{{0b00, 0b01, p0 * failure},
                                          {0b01, 0b11, p1 * failure},
                                          {0b01, 0b00, p1 * repair},
                                          {0b11, 0b01, p2 * repair}};
            distribution.add_block(2, outcomes, flows);
            v += 2;
        }
    }
    Evaluation evaluation(function.diagram, distribution);

    CHECK(agrees(evaluation.of(function.down.front()).up, 0.99 * (p0 + p1)));
    CHECK(agrees(std::get<double>(outages_per_second(evaluation, function.down.front())),
                 p1 * failure * 0.99 + 0.002 * (p0 + p1)));
}

TEST_CASE("importance subtracts what it has no room to add up, and stays close", "[structure][importance]") {
    SystemBuilder builder;
    const auto system = builder.build(builder.group(60, 30));
    const auto function = function_of(system);
    const NodeId top = function.down.front();
    const auto distribution = independent(function, {0.1, 0.9});
    Evaluation evaluation(function.diagram, distribution);

    const auto exact = importances(evaluation, top);
    const auto subtracted = importances(evaluation, top, 100);
    for (Variable v = 0; v < exact.size(); ++v) CHECK(agrees(subtracted[v].birnbaum, exact[v].birnbaum, 1e-9));
}

TEST_CASE("a frequency that needs too many pairs of nodes is refused", "[structure][importance]") {
    // One of each group change places in one step: which group decides, and when, is not a matter of subtracting.
    SystemBuilder builder;
    const LineId first = builder.group(60, 30);
    const LineId second = builder.group(60, 40);
    const auto system = builder.build(builder.series({first, second}));
    const auto function = function_of(system, {{{UnitId{0}, UnitId{60}}}});
    const std::vector<Outcome> one_down{{0b01, 0.5}, {0b10, 0.5}};
    const std::vector<Flow> swap{{0b01, 0b10, 1.0}, {0b10, 0b01, 1.0}};
    REQUIRE(function.block_of[0] != no_block);  // shared by both groups, hence first
    Distribution distribution;
    distribution.add_block(2, one_down, swap);
    while (distribution.variable_count() < 120) distribution.add({0.3, 0.7}, 1.0);
    Evaluation evaluation(function.diagram, distribution);

    const auto result = outages_per_second(evaluation, function.down.front(), 100);
    REQUIRE(std::holds_alternative<Refusal>(result));
    CHECK(std::get<Refusal>(result).reason.find("100 pairs") != std::string::npos);
    CHECK(std::get<double>(outages_per_second(evaluation, function.down.front())) > 0.0);
}

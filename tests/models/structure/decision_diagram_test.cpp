// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/structure/decision_diagram.hpp"

#include <bit>
#include <vector>

#include "tests/catch.hpp"

using namespace nines::structure;

namespace {

bool value(const DecisionDiagram& diagram, NodeId function, unsigned down) {
    while (function != no && function != yes) {
        const DiagramNode& node = diagram[function];
        function = ((down >> node.variable) & 1u) != 0 ? node.high : node.low;
    }
    return function == yes;
}

std::vector<NodeId> variables(DecisionDiagram& diagram, Variable count) {
    std::vector<NodeId> all;
    for (Variable v = 0; v < count; ++v) all.push_back(*diagram.variable(v));
    return all;
}

}  // namespace

TEST_CASE("equal functions are the same node, however they were built", "[structure]") {
    DecisionDiagram diagram;
    const auto v = variables(diagram, 3);
    const NodeId either = *diagram.if_then_else(v[0], yes, v[1]);
    const NodeId left = *diagram.if_then_else(either, v[2], no);
    const NodeId first = *diagram.if_then_else(v[0], v[2], no);
    const NodeId second = *diagram.if_then_else(v[1], v[2], no);

    // (a or b) and c = a and c or b and c.
    CHECK(left == *diagram.if_then_else(first, yes, second));
    const NodeId negated = *diagram.if_then_else(left, no, yes);
    CHECK(negated != left);
    CHECK(*diagram.if_then_else(negated, no, yes) == left);
    CHECK(*diagram.if_then_else(left, left, negated) == yes);
}

TEST_CASE("if-then-else has the truth table of its name", "[structure]") {
    DecisionDiagram diagram;
    const auto v = variables(diagram, 4);
    const NodeId two_of_three = *diagram.at_least(std::vector{v[0], v[1], v[3]}, 2);
    const NodeId exclusive = *diagram.if_then_else(v[1], *diagram.if_then_else(v[2], no, yes), v[2]);
    const NodeId chosen = *diagram.if_then_else(two_of_three, exclusive, v[3]);
    for (unsigned down = 0; down < 16; ++down) {
        const bool condition = std::popcount(down & 0b1011u) >= 2;
        const bool then = std::popcount(down & 0b0110u) == 1;
        CHECK(value(diagram, chosen, down) == (condition ? then : (down & 8u) != 0));
    }
}

TEST_CASE("at least k of n counts, and takes k (n - k + 1) nodes", "[structure]") {
    const int k = GENERATE(1, 3, 6, 10);
    DecisionDiagram diagram;
    const auto v = variables(diagram, 10);
    const std::size_t before = diagram.nodes().size();
    const NodeId counted = *diagram.at_least(v, k);
    for (unsigned down = 0; down < 1024; ++down) {
        REQUIRE(value(diagram, counted, down) == (std::popcount(down) >= k));
    }
    CHECK(diagram.nodes().size() - before <= static_cast<std::size_t>(k * (10 - k + 1)));
}

TEST_CASE("no inputs are enough for at least none, and too few for at least one", "[structure]") {
    DecisionDiagram diagram;
    CHECK(*diagram.at_least({}, 0) == yes);
    CHECK(*diagram.at_least({}, 1) == no);
    CHECK(*diagram.at_least(variables(diagram, 2), 3) == no);
    CHECK(*diagram.at_least(variables(diagram, 2), -1) == yes);
}

TEST_CASE("the same input given twice counts twice", "[structure]") {
    DecisionDiagram diagram;
    const auto v = variables(diagram, 2);
    CHECK(*diagram.at_least(std::vector{v[0], v[0], v[1]}, 2) == v[0]);
}

TEST_CASE("a diagram as deep as it has variables costs no stack", "[structure]") {
    DecisionDiagram diagram;
    constexpr Variable deep = 400000;
    const auto v = variables(diagram, deep);
    std::vector<NodeId> odd;
    std::vector<NodeId> even;
    for (Variable i = 0; i < deep; ++i) (i % 2 == 0 ? even : odd).push_back(v[i]);
    const NodeId all_even = *diagram.at_least(even, static_cast<std::int64_t>(even.size()));
    const NodeId all_odd = *diagram.at_least(odd, static_cast<std::int64_t>(odd.size()));

    const NodeId all = *diagram.if_then_else(all_even, all_odd, no);

    CHECK(diagram[all].variable == 0);
    CHECK(*diagram.at_least(v, deep) == all);
}

TEST_CASE("a full diagram says so and keeps what it has", "[structure]") {
    DecisionDiagram diagram(40);
    const auto v = variables(diagram, 20);
    const NodeId before = *diagram.at_least(std::vector{v[0], v[1], v[2]}, 2);

    CHECK_FALSE(diagram.at_least(v, 10).has_value());

    CHECK(diagram.nodes().size() <= 40);
    for (unsigned down = 0; down < 8; ++down) CHECK(value(diagram, before, down) == (std::popcount(down) >= 2));
}

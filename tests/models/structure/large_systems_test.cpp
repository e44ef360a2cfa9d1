// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>
#include <vector>

#include "models/structure/convolution.hpp"
#include "models/structure/cut_sets.hpp"
#include "models/structure/probability.hpp"
#include "tests/catch.hpp"
#include "tests/models/structure/random_system.hpp"

using namespace nines::structure;
using nines::compile::GateId;
using nines::compile::LineId;
using nines::compile::UnitId;

namespace {

bool agrees(double value, double expected, double relative = 1e-12) {
    return std::abs(value - expected) <= relative * std::abs(expected);
}

/// P(at least 3 of 5 are down).
double three_of_five(double q) {
    const double p = 1.0 - q;
    return 10.0 * q * q * q * p * p + 5.0 * q * q * q * q * p + q * q * q * q * q;
}

/// A server: its own unit and what is around it.
LineId server(SystemBuilder& builder, const std::vector<LineId>& around) {
    const GateId gate = builder.gates.add_gate();
    builder.add_unit(gate);
    for (const LineId domain : around) builder.gates.add_line(gate, domain);
    return builder.gates.line_of_all(gate);
}

/// k of these.
LineId some_of(SystemBuilder& builder, const std::vector<LineId>& members, std::int32_t k) {
    const GateId gate = builder.gates.add_gate();
    for (const LineId member : members) builder.gates.add_line(gate, member);
    return builder.gates.line(gate, k);
}

std::vector<LineId> shared_units(SystemBuilder& builder, int count) {
    std::vector<LineId> lines;
    for (int i = 0; i < count; ++i) lines.push_back(builder.shared_unit());
    return lines;
}

/// Each of the first `shared` units has `domain`'s chance, every other unit `server`'s.
Distribution two_kinds(const StructureFunction& function, std::uint32_t shared, double domain, double server) {
    return independent(function, [&](UnitId unit) {
        const double down = static_cast<std::uint32_t>(unit) < shared ? domain : server;
        return Chance{down, 1.0 - down};
    });
}

}  // namespace

TEST_CASE("2000 groups of 3 of 5 in series have their closed form, also at 1e-24", "[structure][large]") {
    const double q = GENERATE(0.02, 1e-9);
    SystemBuilder builder;
    std::vector<LineId> groups;
    for (int g = 0; g < 2000; ++g) groups.push_back(builder.group(5, 3));
    const auto system = builder.build(builder.series(groups));
    const auto function = function_of(system);

    const Distribution distribution = independent(function, {q, 1.0 - q});
    const Chance chance = Evaluation(function.diagram, distribution).of(function.down.front());

    // 1 - (1 - g)^2000.
    const double log_up = 2000.0 * std::log1p(-three_of_five(q));
    CHECK(agrees(chance.down, -std::expm1(log_up)));
    CHECK(agrees(chance.up, std::exp(log_up)));
    CHECK(function.diagram.nodes().size() < 80000);

    const auto cut_sets = std::get<CutSets>(minimal_cut_sets(function.diagram, function.down.front()));
    CHECK(count(cut_sets) == 2000 * 10);  // 3 of 5 in each
    CHECK(agrees(sum_of_probabilities(cut_sets, distribution), 20000.0 * q * q * q));
    CHECK(most_probable(cut_sets, distribution, 100).size() == 100);
}

TEST_CASE("200 groups of 3 of 5 over 3 zones have the sum over the zones' states", "[structure][large]") {
    SystemBuilder builder;
    const auto zones = shared_units(builder, 3);
    std::vector<LineId> groups;
    for (int g = 0; g < 200; ++g) {
        std::vector<LineId> members;
        for (int m = 0; m < 5; ++m) members.push_back(server(builder, {zones[m % 3]}));
        groups.push_back(some_of(builder, members, 3));
    }
    const auto system = builder.build(builder.series(groups));
    const auto function = function_of(system);
    const double zone = 1e-4;
    const double q = 1e-3;

    const Distribution distribution = two_kinds(function, 3, zone, q);
    const Chance chance = Evaluation(function.diagram, distribution).of(function.down.front());

    // Members per zone: 2, 2, 1. Given the zones, groups are alike and independent.
    double down = 0.0;
    for (unsigned state = 0; state < 8; ++state) {
        double probability = 1.0;
        std::uint32_t left = 5;
        for (unsigned z = 0; z < 3; ++z) {
            const bool is_down = (state >> z & 1u) != 0;
            probability *= is_down ? zone : 1.0 - zone;
            if (is_down) left -= z < 2 ? 2 : 1;
        }
        const double group = at_least_working(binomial(left, {q, 1.0 - q}), 3).down;
        down += probability * -std::expm1(200.0 * std::log1p(-group));
    }
    CHECK(agrees(chance.down, down));
    CHECK(function.diagram.nodes().size() < 200000);
}

TEST_CASE("500 of 1000 servers dealt out over 20 racks in 4 zones take their counts rack by rack",
          "[structure][large]") {
    SystemBuilder builder;
    const auto zones = shared_units(builder, 4);
    std::vector<LineId> racks;
    for (int r = 0; r < 20; ++r) racks.push_back(server(builder, {zones[r % 4]}));
    std::vector<LineId> servers;
    for (int s = 0; s < 1000; ++s) servers.push_back(server(builder, {racks[s % 20]}));
    const auto system = builder.build(some_of(builder, servers, 500));
    const auto function = function_of(system);
    const double domain = 0.05;
    const double q = 0.1;

    const Distribution distribution = two_kinds(function, 24, domain, q);
    const Chance chance = Evaluation(function.diagram, distribution).of(function.down.front());

    // A rack is down as a whole or has binomial counts; so is a zone of five racks; zones are independent.
    const auto or_all_down = [&](std::vector<double> counts) {
        for (double& count : counts) count *= 1.0 - domain;
        counts[0] += domain;
        return counts;
    };
    const auto rack = or_all_down(binomial(50, {q, 1.0 - q}));
    std::vector<double> zone{1.0};
    std::vector<double> all{1.0};
    for (int r = 0; r < 5; ++r) zone = convolve(zone, rack);
    zone = or_all_down(zone);
    for (int z = 0; z < 4; ++z) all = convolve(all, zone);
    CHECK(agrees(chance.down, at_least_working(all, 500).down, 1e-11));
    CHECK(agrees(chance.up, at_least_working(all, 500).up, 1e-11));
}

TEST_CASE("100 groups of 3 of 5 on neighbouring racks in 3 zones stay small", "[structure][large]") {
    SystemBuilder builder;
    const auto zones = shared_units(builder, 3);
    std::vector<LineId> racks;
    for (int r = 0; r < 60; ++r) racks.push_back(server(builder, {zones[r % 3]}));
    std::vector<LineId> groups;
    for (int g = 0; g < 100; ++g) {
        std::vector<LineId> members;
        for (int m = 0; m < 5; ++m) members.push_back(server(builder, {racks[(g * 55 / 100) + m]}));
        groups.push_back(some_of(builder, members, 3));
    }
    const auto system = builder.build(builder.series(groups));

    const auto function = function_of(system);

    CHECK(function.diagram.nodes().size() < 500000);
    // Nothing fails but racks: down if three within five neighbours are, or zones take three of five with them.
    const Distribution distribution = two_kinds(function, 63, 1e-6, 0.0);
    const Chance chance = Evaluation(function.diagram, distribution).of(function.down.front());
    // Two of five in a zone, so a pair of zones, or a zone and a rack elsewhere that completes three: order 1e-12.
    CHECK(chance.down > 3e-12);
    CHECK(chance.down < 1e-9);
}

TEST_CASE("probabilities of 1e-18 and availabilities of 1e-20 keep their digits", "[structure]") {
    SystemBuilder pair;
    const auto parallel = pair.build(pair.group(2, 1));
    CHECK(agrees(solve_alike(parallel, {1e-9, 1.0 - 1e-9}).down, 1e-18, 1e-15));
    SystemBuilder two;
    const auto series = two.build(two.group(2, 2));
    CHECK(agrees(solve_alike(series, {1.0, 1e-10}).up, 1e-20, 1e-15));
    // wrong: 1 - (1 - 1e-18), which is 0.
    SystemBuilder three;
    const auto voted = three.build(three.group(3, 2));
    CHECK(agrees(solve_alike(voted, {1e-9, 1.0}).down, 3e-18, 1e-8));
}

TEST_CASE("a line that is asked for by itself, twice or with others gets one and the same function", "[structure]") {
    SystemBuilder builder;
    const LineId inner = builder.group(3, 2);
    const auto system = builder.build(builder.series({inner, builder.shared_unit()}));
    const auto& program = system.program;
    const LineId low = program.lines_of_gates[program.gate_lines[+program.lines[+system.top].gate].begin];

    const std::vector lines{system.top, low, low};
    const auto result = structure_function(program, lines);
    const auto& function = std::get<StructureFunction>(result);

    REQUIRE(function.down.size() == 3);
    CHECK(function.down[1] == function.down[2]);
    CHECK(function.down[0] != function.down[1]);
    const Distribution distribution = independent(function, {0.1, 0.9});
    Evaluation evaluation(function.diagram, distribution);
    CHECK(agrees(evaluation.of(function.down[1]).down, 0.028));              // 3 q^2 p + q^3
    CHECK(agrees(evaluation.of(function.down[0]).up, 0.9 * (1.0 - 0.028)));  // in series with one more
}

TEST_CASE("a whole group can be one variable", "[structure]") {
    SystemBuilder builder;
    const LineId inner = builder.group(50, 20);
    const auto system = builder.build(builder.series({inner, builder.shared_unit()}));
    const auto& program = system.program;
    const LineId low = program.lines_of_gates[program.gate_lines[+program.lines[+system.top].gate].begin];

    const auto function = function_of(system, {{{low}}});

    REQUIRE(function.leaves.size() == 2);
    CHECK((function.leaves[0] == Leaf(low) || function.leaves[1] == Leaf(low)));
    CHECK(function.diagram.nodes().size() == 2 + 3);
}

TEST_CASE("racks shared by groups in all combinations are refused with a way out", "[structure]") {
    Dice dice(1);
    SystemBuilder builder;
    const auto racks = shared_units(builder, 60);
    std::vector<LineId> groups;
    for (int g = 0; g < 200; ++g) {
        std::vector<LineId> members;
        for (int m = 0; m < 5; ++m) members.push_back(server(builder, {racks[dice.roll(60)]}));
        groups.push_back(some_of(builder, members, 3));
    }
    const auto system = builder.build(builder.series(groups));
    const std::vector lines{system.top};

    const auto result = structure_function(system.program, lines, {}, 100000);

    REQUIRE(std::holds_alternative<Refusal>(result));
    const std::string reason = std::get<Refusal>(result).reason;
    CHECK(reason.find("more than 100000 nodes") != std::string::npos);
    CHECK(reason.find("simulate") != std::string::npos);
}

TEST_CASE("a standby member's role must be given, since it depends on the others", "[structure]") {
    SystemBuilder builder;
    const GateId serving = builder.gates.add_gate();
    builder.add_unit(serving);
    builder.gates.add_role(serving, nines::compile::HostId{0});
    const auto system = builder.build(builder.gates.line_of_all(serving));
    const std::vector lines{system.top};

    const auto refused = structure_function(system.program, lines);
    REQUIRE(std::holds_alternative<Refusal>(refused));
    CHECK(std::get<Refusal>(refused).reason.find("standby") != std::string::npos);

    const auto given = structure_function(system.program, lines, {{{UnitId{0}, Role{GateId{0}}}}});
    CHECK(std::holds_alternative<StructureFunction>(given));
}

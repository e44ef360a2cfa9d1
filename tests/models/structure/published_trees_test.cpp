// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <vector>

#include "models/structure/cut_sets.hpp"
#include "models/structure/probability.hpp"
#include "tests/catch.hpp"
#include "tests/models/structure/fault_tree.hpp"

using namespace nines::structure;

namespace {

bool agrees(double value, double expected, double relative = 1e-12) {
    return std::abs(value - expected) <= relative * std::abs(expected);
}

/// Components of which all must work, with their availabilities.
double series(const std::vector<double>& availabilities) {
    SystemBuilder builder;
    const auto system = builder.build(
        builder.group(static_cast<std::uint32_t>(availabilities.size()), static_cast<int>(availabilities.size())));
    const auto function = function_of(system);
    const auto distribution = independent(function, [&](nines::compile::UnitId unit) {
        const double up = availabilities[static_cast<std::size_t>(unit)];
        return Chance{1.0 - up, up};
    });
    return Evaluation(function.diagram, distribution).of(function.down.front()).up;
}

}  // namespace

// The fault trees that SCRAM ships as tests (github.com/rakhimov/scram, input/ and tests/bench_*.cc).

TEST_CASE("small published fault trees have their printed probabilities", "[oracle][structure]") {
    const auto two_train = fault_tree("top = and a b\n a = or v1 p1\n b = or v2 p2");
    CHECK(agrees(solve(two_train, {{"v1", .5}, {"p1", .7}, {"v2", .5}, {"p2", .7}}).down, 0.7225));

    const auto ne574 = fault_tree("top = and x y\n x = or F G B C\n y = or C D z\n z = and H I");
    CHECK(agrees(solve(ne574, {{"B", .1}, {"C", .3}, {"D", .5}, {"F", .7}, {"G", .2}, {"H", .4}, {"I", .8}}).down,
                 0.662208));

    const auto theatre = fault_tree("top = and mains backup\n backup = or generator relay");
    CHECK(agrees(solve(theatre, {{"mains", .03}, {"generator", .02}, {"relay", .05}}).down, 0.00207));

    CHECK(agrees(solve(fault_tree("top = 2 a b c"), {{"a", .1}, {"b", .2}, {"c", .3}}).down, 0.098));
    CHECK(agrees(solve(fault_tree("top = or a b c"), {{"a", .1}, {"b", .2}, {"c", .3}}).down, 0.496));
}

TEST_CASE("OpenFTA's three motors, with an event that has happened, fail with 0.02115", "[oracle][structure]") {
    const auto tree = fault_tree(R"(
        E1 = and E2 E3
        E2 = or K5 E4
        E4 = and t.E1 E6
        t.E1 = or K1 t.E2
        t.E2 = or t.E3 t.E4
        t.E3 = and t.E5 t.E6 t.E7
        t.E5 = or KT1inc T2inc
        t.E6 = or KT2inc T3inc
        t.E7 = or KT3inc T4inc
        t.E4 = or S1 T1inc
        E6 = or T2 K5
        E3 = or K2 E5
        E5 = or T1 E8
        E8 = or K1 E9
        E9 = or E10 E11
        E10 = and true true E12
        E12 = or true T4
        E11 = or S1 T3)");

    CHECK(agrees(solve_alike(tree, {0.02, 0.98}).down, 0.021153782365316197));
}

TEST_CASE("the Chinese tree of the Aralia set fails with 0.00457", "[oracle][structure]") {
    const auto tree = fault_tree(R"(
        r1 = and g1 g2
        g1 = or e1 e2 e3 g3
        g3 = and g6 g7
        g6 = or e9 e10 e11 g10
        g10 = and g15 g16
        g15 = or e17 e18
        g16 = or e19 e20 e21
        g7 = or e12 e13
        g2 = and g4 g5
        g4 = or e4 e5 e6 e7 g8
        g8 = and g11 g12
        g11 = or e14 e15 e16 g17
        g17 = and g22 g23
        g22 = or e17 e18 e21
        g23 = or e19 e20
        g12 = and g18 g19
        g18 = or e22 e23
        g19 = or e24 e25
        g5 = or e8 g9
        g9 = and g13 g14
        g13 = or e1 e2 e3 g20
        g20 = and g24 g25
        g24 = or e14 e15 e16 g28
        g28 = and g32 g33
        g32 = or e17 e18 e21
        g33 = or e19 e20
        g25 = and g29 g30
        g29 = or e22 e23
        g30 = or e24 e25
        g14 = or e4 e5 e6 e7 g21
        g21 = and g26 g27
        g26 = or e9 e10 e11 g31
        g31 = and g34 g35
        g34 = or e19 e20 e21
        g35 = or e17 e18
        g27 = or e12 e13)");

    CHECK(agrees(solve_alike(tree, {0.02, 0.98}).down, 0.0045693217804974595));
    // 392 minimal cut sets: Rauzy, Reliability Engineering and System Safety 40 (1993), table of the Aralia trees.
    const auto function = function_of(tree);
    CHECK(count(std::get<CutSets>(minimal_cut_sets(function.diagram, function.down.front()))) == 392);
}

TEST_CASE("OpenFTA's lift door fails with 1.2e-5", "[oracle][structure]") {
    const auto tree = fault_tree(R"(
        LiftDoor = or LiftStartDoorOpen DoorOpensInMotion DoorRefuses OR_1
        LiftStartDoorOpen = or LMD_1 DPD_1 AND_1 DoorMotorSlow
        AND_1 = and DM_1 DPD_1
        DoorMotorSlow = or PS_1 DoorHindered
        DoorHindered = or DOD_1 D_1
        DoorOpensInMotion = or DMS_2 AND_2 AND_3
        AND_2 = and UncommandedDoorOpen MotionDetector
        UncommandedDoorOpen = or W_1 CP_1 DMS_2
        MotionDetector = and LMD_1 LMD_1_1
        AND_3 = and CP_1 MotionDetector
        DoorRefuses = or CP_1 LMD_2 LPD_1 DoorMotor
        DoorMotor = or DM_1 PS_1
        OR_1 = or DOD_1 DOD_2 DMS_1)");

    CHECK(agrees(solve_alike(tree, {1e-6, 1.0 - 1e-6}).down, 1.199993400022e-5, 1e-13));
}

TEST_CASE("DFTCalc's water quality network fails with its 20 digits", "[oracle][structure]") {
    const auto tree = fault_tree(R"(
        System = or POE Deterioration Contamination Permeation Biofilm Intrusion Disinfectant
        POE = and Source Treatment
        Treatment = and TreatmentUnits Staff
        Deterioration = or Leaching Corrosion
        Leaching = and MetallicLeach ConduciveLeach
        Corrosion = and MetallicCorr ConduciveCorr
        Contamination = and Threat Vulnerability
        Vulnerability = or PhysGeo Monitoring
        Permeation = and Plastic Hydrocarbon ConducivePerm
        Biofilm = and Organic Detention ConduciveBiofilm
        Intrusion = and Pathway LOPressure Contaminants
        Pathway = or PipesGaskets Maintenance CrossConnect
        Disinfectant = or DBP DisinfectantLoss
        DBP = and OrganicDBP DisinfectantConcDBP ConduciveDBP
        DisinfectantLoss = and OrganicDL DisinfectantConcDL ConduciveDL)");
    const std::map<std::string, double> probabilities = {{"ConduciveBiofilm", .1},
                                                         {"ConduciveCorr", .1},
                                                         {"ConduciveDBP", .1},
                                                         {"ConduciveDL", .1},
                                                         {"ConduciveLeach", .05},
                                                         {"ConducivePerm", .05},
                                                         {"Contaminants", .05},
                                                         {"CrossConnect", .1},
                                                         {"Detention", .05},
                                                         {"DisinfectantConcDBP", .1},
                                                         {"DisinfectantConcDL", .1},
                                                         {"Hydrocarbon", .05},
                                                         {"LOPressure", .1},
                                                         {"Maintenance", .1},
                                                         {"MetallicCorr", .95},
                                                         {"MetallicLeach", .95},
                                                         {"Monitoring", .2},
                                                         {"Organic", .05},
                                                         {"OrganicDBP", .05},
                                                         {"OrganicDL", .05},
                                                         {"PhysGeo", .1},
                                                         {"PipesGaskets", .1},
                                                         {"Plastic", .05},
                                                         {"Source", .2},
                                                         {"Staff", .3},
                                                         {"Threat", .05},
                                                         {"TreatmentUnits", .2}};

    // github.com/utwente-fmt/dftcalc, test/WQDN.dft.
    CHECK(agrees(solve(tree, probabilities).down, 0.16254539595015735, 1e-14));
}

TEST_CASE("bought services multiply to the Azure pattern's composite agreements", "[oracle][structure]") {
    const std::vector shared{.9999, .9999, 1.0};
    const std::vector regional{.9999, .9995, .9999, .999, .9999, .99995, .9999, .999, .9999, .9999, .9999, .999, .9999};
    std::vector single = regional;
    single.insert(single.end(), shared.begin(), shared.end());

    // github.com/Azure/reliable-web-app-pattern-dotnet, assets/sla-calculation.md, with all digits.
    CHECK(agrees(series({.9999, .9999, .9995, .999, .99995, .999, .9999, .999}), 0.996155765766586));
    CHECK(agrees(series(regional), 0.9956577874893182));
    CHECK(agrees(series(single), 0.9954586658883983));
    const auto two_regions = fault_tree("top = or front regions\n regions = and one two");
    const double region_down = 1.0 - series(regional);
    CHECK(agrees(solve(two_regions, {{"front", 1.0 - series(shared)}, {"one", region_down}, {"two", region_down}}).up,
                 0.9997811589612854));
    // github.com/Azure/reliable-web-app-pattern-java, sla-calculation.md.
    CHECK(agrees(series({.9999, .9999, .9995, .999, .999, .9999}), 0.9972027788242124));
    const std::vector java{.9999, .9995, .9999, .999, .9999, .9999, .9999, .9999, .9999};
    CHECK(agrees(series(java) * series(shared), 0.9976022089263185));
}

TEST_CASE("fiabilipy's supplies and motors have their long-run availability", "[oracle][structure]") {
    const auto system = fault_tree("top = or supplies motors\n supplies = and A0 A1\n motors = and M0 M1");
    const auto two_state = [](double failure, double repair) { return failure / (failure + repair); };
    const double supply = two_state(1e-4, 1.1e-3);
    const double motor = two_state(1e-3, 1.2e-3);

    const Chance chance = solve(system, {{"A0", supply}, {"A1", supply}, {"M0", motor}, {"M1", motor}});

    // github.com/crubier/Fiabilipy, tutorial; closed form (1 - 1/144)(1 - 25/121).
    CHECK(agrees(chance.up, 0.7878787878787878));
    CHECK(agrees(chance.down, 0.21212121212121213));
}

TEST_CASE("fiabilipy's crossed system, where one supply feeds both motors, has its mean life", "[oracle][structure]") {
    // Without repair: MTTF = integral of P(up at t); supplies A, B, C at 1e-4, motors at 1e-3 per hour. A feeds motor
    // 0, C feeds motor 1, B feeds both. Source: github.com/crubier/Fiabilipy, test_system.py.
    const auto system = fault_tree(R"(
        top = and branch0 branch1
        branch0 = or M0 power0
        power0 = and A B
        branch1 = or M1 power1
        power1 = and B C)");
    const auto up_at = [&](double hours) {
        const double supply = -std::expm1(-1e-4 * hours);
        const double motor = -std::expm1(-1e-3 * hours);
        return solve(system, {{"A", supply}, {"B", supply}, {"C", supply}, {"M0", motor}, {"M1", motor}}).up;
    };

    // Composite Simpson's rule over 0 .. 40 000 h, beyond which 1e-14 h are left.
    const double step = 20.0;
    const int steps = 2000;
    double sum = up_at(0.0) + up_at(step * steps);
    for (int i = 1; i < steps; ++i) sum += (i % 2 == 1 ? 4.0 : 2.0) * up_at(step * i);
    CHECK(agrees(sum * step / 3.0, 1473.743647656691, 1e-8));
}

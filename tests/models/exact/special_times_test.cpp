// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "models/exact/solution.hpp"
#include "tests/catch.hpp"
#include "tests/models/exact/chain_case.hpp"

using namespace nines;
using namespace nines::exact;

namespace {

constexpr double hour = 3600.0;

/// The first service.
SubjectSolution solve_first(const std::string& text, std::vector<Missing>* missing = nullptr) {
    const ChainCase of("format = 1\nscenario = { horizon = \"1000 h\" }\n" + text);
    Solution solution = solve(of.program, {});
    REQUIRE(!solution.subjects.empty());
    if (missing != nullptr) {
        *missing = solution.missing;
    } else {
        CHECK(solution.missing.empty());
    }
    return solution.subjects.front();
}

std::string pair(const std::string& node, const std::string& group) {
    return "[node.n]\n" + node + "\n[group.g]\nnode = \"n\"\ncount = 2\n" + group +
           "\n[service.s]\nneeds = [\"1 of g\"]\n";
}

/// Nothing of it is NaN, and it is never down.
void check_never_down(const SubjectSolution& found) {
    REQUIRE(found.long_run);
    CHECK(found.long_run->unavailability == 0.0);
    CHECK(found.long_run->outages_per_second == 0.0);
    CHECK(found.long_run->mean_outage_seconds() == 0.0);
    REQUIRE(found.over_horizon);
    CHECK(found.over_horizon->unavailability == 0.0);
    CHECK(found.over_horizon->outages == 0.0);
    REQUIRE(found.seconds_to_first_outage);
    CHECK(std::isinf(*found.seconds_to_first_outage));
    REQUIRE(found.reliability);
    CHECK(*found.reliability == Approx(1.0).epsilon(1e-12));
    CHECK_FALSE(found.outage_length);
}

}  // namespace

TEST_CASE("repairs that take no time leave no outage", "[exact][times]") {
    check_never_down(solve_first("[node.n]\nmtbf = \"10 h\"\nmttr = \"0 s\"\n[service.s]\nneeds = [\"n\"]"));
    // With a crew and a part on the way the stages follow each other at once.
    check_never_down(solve_first(
        "[crew.c]\n" +
        pair("mtbf = \"10 h\"\nmttr = \"0 s\"\nrepaired_by = \"c\"", "spares = { stock = 1, reorder = \"0 s\" }") +
        "\n"));
}

TEST_CASE("a cold standby that starts in no time is the textbook's cold pair", "[exact][times]") {
    // Failures 0 -> 1 -> 2 at rate l each, repairs 1 -> 0 at m and 2 -> 1 at 2 m; r = l / m = 0.1.
    const double down = 0.005 / (1.0 + 0.1 + 0.005);
    for (const char* start : {"", ", start = \"0 s\""}) {
        const auto found = solve_first(pair("mtbf = \"100 h\"\nmttr = \"10 h\"",
                                            std::string("active = 1\nstandby = { mode = \"cold\"") + start + " }"));
        REQUIRE(found.long_run);
        CHECK(found.long_run->unavailability == Approx(down).epsilon(1e-12));
        // Every outage lasts until the first of two repairs.
        CHECK(found.long_run->mean_outage_seconds() == Approx(5.0 * hour).epsilon(1e-12));
    }
}

TEST_CASE("failures and repairs of no time may follow each other, but not for ever", "[exact][times]") {
    const auto text = [](const char* share, const char* rest) {
        return pair(fmt::format("ttf = \"mix({}: 0 s, {}: exp(mean 10 h))\"\nmttr = \"0 s\"", share, rest),
                    "load_sharing = 1");
    };
    check_never_down(solve_first(text("30%", "70%")));

    std::vector<Missing> missing;
    CHECK_FALSE(solve_first(text("99%", "1%"), &missing).long_run);
    REQUIRE(!missing.empty());
    CHECK(missing.front().reason == "times of zero follow each other for ever");
}

TEST_CASE("what is dead on arrival is repaired again", "[exact][times]") {
    // A new life begins with probability 0.8; until then repairs of 10 h follow each other: 12.5 h down after 100 h up.
    const auto found = solve_first(
        "[node.n]\nttf = \"mix(20%: 0 s, 80%: exp(mean 100 h))\"\nmttr = \"10 h\"\nwhen_cut_off = \"resume\"\n"
        "[group.g]\nnode = \"n\"\nin = \"room\"\n[domain.room]\nttf = \"never\"\nmttr = \"1 h\"\n"
        "[service.s]\nneeds = [\"g\"]");
    REQUIRE(found.long_run);
    CHECK(found.long_run->unavailability == Approx(12.5 / 112.5).epsilon(1e-12));
    CHECK(found.long_run->outages_per_second == Approx(1.0 / (112.5 * hour)).epsilon(1e-12));
}

TEST_CASE("what is never repaired is down in the long run, and its life is known", "[exact][times]") {
    const auto one = solve_first("[node.n]\nmtbf = \"100 h\"\n[service.s]\nneeds = [\"n\"]");
    REQUIRE(one.long_run);
    CHECK(one.long_run->unavailability == 1.0);
    CHECK(one.long_run->outages_per_second == 0.0);
    CHECK(std::isinf(one.long_run->mean_outage_seconds()));
    REQUIRE(one.seconds_to_first_outage);
    CHECK(*one.seconds_to_first_outage == Approx(100.0 * hour).epsilon(1e-9));
    REQUIRE(one.over_horizon);
    // Mean of 1 - exp(-t / 100 h) over 1000 h.
    CHECK(one.over_horizon->unavailability == Approx(1.0 - (1.0 - std::exp(-10.0)) / 10.0).epsilon(1e-9));
    CHECK(one.over_horizon->outages == Approx(1.0 - std::exp(-10.0)).epsilon(1e-9));
    REQUIRE(one.reliability);
    CHECK(*one.reliability == Approx(std::exp(-10.0)).epsilon(1e-6));

    // A hot pair lives 1 / (2 l) + 1 / l, a cold one 2 / l.
    const auto hot = solve_first(pair("mtbf = \"100 h\"", ""));
    const auto cold = solve_first(pair("mtbf = \"100 h\"", "active = 1\nstandby = \"cold\""));
    REQUIRE(hot.seconds_to_first_outage);
    REQUIRE(cold.seconds_to_first_outage);
    CHECK(*hot.seconds_to_first_outage == Approx(150.0 * hour).epsilon(1e-9));
    CHECK(*cold.seconds_to_first_outage == Approx(200.0 * hour).epsilon(1e-9));
    CHECK(hot.long_run->unavailability == 1.0);
    CHECK(cold.long_run->unavailability == 1.0);
}

TEST_CASE("a system that cannot go down has no outage and no NaN", "[exact][times]") {
    SECTION("beside something that fails") {
        check_never_down(solve_first(
            "[node.rock]\n[node.n]\nmtbf = \"10 h\"\nmttr = \"1 h\"\n[service.s]\nneeds = [\"any of rock, n\"]"));
    }
    SECTION("a mode that never strikes") {
        check_never_down(solve_first("[node.n]\nttf = \"never\"\nmttr = \"1 h\"\n[service.s]\nneeds = [\"n\"]"));
    }
}

TEST_CASE("a service of nothing that fails has no outage and no NaN", "[exact][times]") {
    check_never_down(solve_first("[node.rock]\n[service.s]\nneeds = [\"rock\"]"));
}

TEST_CASE("a chain that can end in either of two ways weighs them by their chances", "[exact][times]") {
    // x is never repaired and keeps the only hand for ever. If its room is lost first, for good, its clock stands still
    // and the hand stays free for y. P(room first) = 3 / 4; y with a free hand: 10 / 110 down.
    const auto found = solve_first(R"toml(
        [crew.hand]
        [domain.room]
        mtbf = "100 h"
        [node.x]
        mtbf = "300 h"
        when_cut_off = "resume"
        repaired_by = "hand"
        [group.x]
        node = "x"
        in = "room"
        [node.y]
        mtbf = "100 h"
        mttr = "10 h"
        repaired_by = "hand"
        [group.y]
        node = "y"
        [service.s]
        needs = ["y"]
    )toml");
    REQUIRE(found.long_run);
    CHECK(found.long_run->unavailability == Approx(0.75 * 10.0 / 110.0 + 0.25).epsilon(1e-9));
    CHECK(found.long_run->outages_per_second == Approx(0.75 / (110.0 * hour)).epsilon(1e-9));
}

TEST_CASE("a cause with more outcomes than can be followed is refused at once", "[exact][explore]") {
    // 40 unlike targets, each hit or not: 2^40 outcomes of one event.
    std::string text = "format = 1\n";
    std::string names;
    for (int i = 0; i < 40; ++i) {
        text += fmt::format("[node.n{0}]\nmtbf = \"{1} h\"\nmttr = \"10 h\"\n", i, 1000 + i);
        names += fmt::format("{}\"n{}\"", i == 0 ? "" : ", ", i);
    }
    text += fmt::format("[cause.c]\nrate = \"1 per y\"\nshare = \"50%\"\nttr = \"1 h\"\nhits = [{}]\n", names);
    text += fmt::format("[service.s]\nneeds = [{}]\n", names);
    const ChainCase of(text);
    const Solution solution = solve(of.program, {});
    REQUIRE(solution.missing.size() == 1);
    CHECK(solution.missing.front().reason.find("one event can end in more than") != std::string::npos);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/islands.hpp"

#include <optional>
#include <string>

#include "models/exact/lone_unit.hpp"
#include "tests/catch.hpp"
#include "tests/models/exact/chain_case.hpp"

using namespace nines::exact;

namespace {

/// Two single servers, a and b, and a service that needs both.
std::string pair_with(const std::string& keys_of_b, const std::string& more = "") {
    return R"toml(
        format = 1
        [node.server]
        mtbf = "100 h"
        mttr = "10 h"
        [group.a]
        node = "server"
        repaired_by = "hands"
        [crew.hands]
        size = 2
        [service.site]
        needs = ["a", "b"]
    )toml" +
           more + "\n[group.b]\nnode = \"server\"\n" + keys_of_b;
}

bool are_joined(const std::string& text, const char* one, const char* other) {
    const ChainCase of(text);
    const Islands islands = islands_of(of.program);
    return islands.of_host[+of.host(one)] == islands.of_host[+of.host(other)];
}

bool joins_a_and_b(const std::string& text) {
    return are_joined(text, "node:a/1", "node:b/1");
}

std::optional<LoneUnit> lone(const std::string& node, const std::string& more = "") {
    const ChainCase of("format = 1\n" + more + "\n[group.g]\nnode = \"n\"\nin = \"room\"\n[domain.room]\n" +
                       "mtbf = \"1 y\"\nmttr = \"1 h\"\n[service.s]\nneeds = [\"g\"]\n[node.n]\n" + node);
    const Islands islands = islands_of(of.program);
    return lone_unit(of.program, islands.scopes[islands.of_host[+of.host("node:g/1")]]);
}

constexpr double hour = 3600.0;

}  // namespace

TEST_CASE("what only a service joins are islands", "[exact][islands]") {
    CHECK_FALSE(joins_a_and_b(pair_with("")));
}

TEST_CASE("a crew joins only those who may wait for each other", "[exact][islands]") {
    CHECK_FALSE(joins_a_and_b(pair_with("repaired_by = \"hands\"")));  // Two hands for two jobs.
    CHECK(joins_a_and_b(pair_with("repaired_by = \"hands\"\ncount = 2")));
}

TEST_CASE("causes, roles, loads and parts join", "[exact][islands]") {
    const std::string surge = "[cause.surge]\nrate = \"1 per 1000 h\"\nttr = \"1 h\"\n";
    CHECK_FALSE(joins_a_and_b(pair_with("", surge + "hits = \"b\"")));
    CHECK(joins_a_and_b(pair_with("", surge + "hits = [\"a\", \"b\"]")));
    CHECK_FALSE(are_joined(pair_with("count = 2"), "node:b/1", "node:b/2"));
    CHECK(are_joined(pair_with("count = 2\nactive = 1"), "node:b/1", "node:b/2"));
    CHECK(are_joined(pair_with("count = 2\nload_sharing = 1"), "node:b/1", "node:b/2"));
    CHECK(are_joined(pair_with("count = 2\nspares = 1"), "node:b/1", "node:b/2"));
}

TEST_CASE("a domain joins those inside only where it acts on them", "[exact][islands]") {
    const std::string room = "[domain.room]\nmtbf = \"1 y\"\nmttr = \"1 h\"\n";
    // Its members age on while it is down, so it only counts in the structure.
    CHECK_FALSE(are_joined(pair_with("in = \"room\"", room), "node:b/1", "domain:room"));
    CHECK(are_joined(pair_with("in = \"room\"", room + "[defaults.node]\nwhen_cut_off = \"resume\""), "node:b/1",
                     "domain:room"));
    // A lost room leaves the load to the others.
    CHECK(are_joined(pair_with("in = \"room\"\ncount = 2\nload_sharing = 1", room), "node:b/1", "domain:room"));
    // Whom a member in the room makes way for.
    CHECK(are_joined(pair_with("in = \"room\"\ncount = 2\nactive = 1", room), "node:b/1", "domain:room"));
}

TEST_CASE("every host, pool and shock is on one island", "[exact][islands]") {
    const ChainCase of(pair_with("count = 3\nspares = { stock = 1, reorder = \"1 d\" }",
                                 "[cause.surge]\nrate = \"1 per 1000 h\"\nttr = \"1 h\"\nhits = \"a\""));
    const Islands islands = islands_of(of.program);
    std::size_t hosts = 0, pools = 0, shocks = 0;
    for (const Scope& scope : islands.scopes) {
        hosts += scope.hosts.size();
        pools += scope.pools.size();
        shocks += scope.shocks.size();
    }
    CHECK(hosts == of.program.hosts.size());
    CHECK(pools == 1);
    CHECK(shocks == 1);
    CHECK(islands_behind(of.program, islands, of.service()).size() == 2);
}

TEST_CASE("a lone unit is known by its means, stage by stage", "[exact][lone]") {
    const auto unit = lone(
        "mtbf = \"100 h\"\nttr = \"weibull(shape 2, mean 5 h)\"\nnoticed_after = \"3 h\"\n"
        "repaired_by = \"hands\"",
        "[crew.hands]\nack = \"30 min\"\ntravel = \"exp(mean 90 min)\"");
    REQUIRE(unit);
    CHECK(unit->mean_up_seconds == Approx(100.0 * hour));
    CHECK(unit->mean_down_seconds == Approx((5.0 + 3.0 + 0.5 + 1.5) * hour));
    CHECK(unit->down() == Approx(10.0 / 110.0));
    CHECK(unit->up() == Approx(100.0 / 110.0));
    CHECK(unit->failures_per_second() == Approx(1.0 / (110.0 * hour)));
}

TEST_CASE("a lone unit that never fails, or is never repaired, has finite figures", "[exact][lone]") {
    const auto immortal = lone("ttf = \"never\"\nmttr = \"1 h\"");
    REQUIRE(immortal);
    CHECK(immortal->down() == 0.0);
    CHECK(immortal->failures_per_second() == 0.0);
    const auto lost = lone("mtbf = \"100 h\"");
    REQUIRE(lost);
    CHECK(lost->down() == 1.0);
    CHECK(lost->failures_per_second() == 0.0);
}

TEST_CASE("failures of a lone unit that are over at once are not counted", "[exact][lone]") {
    const auto never_down = lone("mtbf = \"100 h\"\nmttr = \"0 s\"");
    REQUIRE(never_down);
    CHECK(never_down->failures_per_second() == 0.0);
    const auto often = lone("mtbf = \"100 h\"\nttr = \"mix(40%: 0 s, 60%: exp(mean 10 h))\"");
    REQUIRE(often);
    CHECK(often->failures_per_second() == Approx(0.6 / (106.0 * hour)));
    // It is down if either stage takes time.
    const auto stages = lone(
        "mtbf = \"100 h\"\nttr = \"mix(40%: 0 s, 60%: exp(mean 10 h))\"\n"
        "noticed_after = \"mix(50%: 0 s, 50%: exp(mean 8 h))\"");
    REQUIRE(stages);
    CHECK(stages->failures_per_second() == Approx((1.0 - 0.4 * 0.5) / (110.0 * hour)));
}

TEST_CASE("what others act upon is no lone unit", "[exact][lone]") {
    CHECK(lone("mtbf = \"100 h\"\nmttr = \"1 h\""));
    CHECK_FALSE(lone("mtbf = \"100 h\"\nmttr = \"1 h\"\nwhen_cut_off = \"resume\""));
    CHECK_FALSE(lone("mtbf = \"100 h\"\nmttr = \"1 h\"\nrepair = \"minimal\""));
    CHECK_FALSE(lone("mtbf = \"100 h\"\nmttr = \"1 h\"\ninspection = \"every 1 d\""));
    CHECK_FALSE(lone("mtbf = \"100 h\"\nmttr = \"1 h\"\nreplace_at_age = \"50 h\""));
    CHECK_FALSE(lone("mtbf = \"100 h\"\nmttr = \"1 h\"\n[[node.n.failure]]\nname = \"x\"\nmtbf = \"1 y\"\n"));
    CHECK_FALSE(
        lone("mtbf = \"100 h\"\nmttr = \"1 h\"\nrepaired_by = \"day\"", "[crew.day]\nhours = \"Mon-Fri 09:00-17:00\""));
    CHECK_FALSE(lone("mtbf = \"100 h\"\nmttr = \"1 h\"", "[cause.k]\nrate = \"1 per y\"\nhits = \"g\"\nttr = \"1 h\""));
}

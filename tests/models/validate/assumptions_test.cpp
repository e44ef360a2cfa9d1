// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/validate/assumptions.hpp"

#include <algorithm>

#include "models/validate/open.hpp"
#include "tests/catch.hpp"

using namespace nines;

namespace {

bool says(std::string_view text, const std::string& sentence) {
    const auto opened = validate::open_text("test.toml", "format = 1\n" + std::string(text));
    REQUIRE_FALSE(scenario::has_errors(opened.diagnostics));
    const auto sentences = validate::assumptions(opened.scenario);
    return std::find(sentences.begin(), sentences.end(), sentence) != sentences.end();
}

constexpr std::string_view web = "[group.web]\nnode = \"web\"\ncount = 2\n[service.s]\nneeds = \"web\"\n[node.web]\n";

}  // namespace

TEST_CASE("defaults that matter are said in plain sentences", "[assumptions]") {
    const std::string text = std::string(web) + "mtbf = \"90 d\"\nmttr = \"2 h\"\n";
    CHECK(says(text, "No crew repairs web: there are always hands enough, at any hour."));
    CHECK(says(text, "Everything is new and up at the start."));
    CHECK(says(text, "No horizon is given: each trial lasts 1 y."));
    CHECK(says(text, "Every failure is noticed at once, so that repair begins at once."));
    CHECK(says(text, "Repairs of web never wait for a spare part."));
    CHECK_FALSE(says(text, "Never repaired: web (failure)."));
    CHECK(says(std::string(web) + "mtbf = \"90 d\"\n", "Never repaired: web (failure)."));
}

TEST_CASE("a crew, a horizon and a standby change what is assumed", "[assumptions]") {
    const std::string text =
        "[scenario]\nhorizon = \"2 y\"\n[crew.ops]\n[group.web]\nnode = \"web\"\ncount = 2\nactive = 1\n"
        "standby = \"warm\"\n[service.s]\nneeds = \"web\"\n[node.web]\nmtbf = \"90 d\"\nmttr = \"2 h\"\n"
        "repaired_by = \"ops\"\n";
    CHECK_FALSE(says(text, "No horizon is given: each trial lasts 1 y."));
    CHECK_FALSE(says(text, "No crew repairs web: there are always hands enough, at any hour."));
    CHECK(says(text, "Crew ops works at all hours."));
    CHECK(says(text, "Idle members of web fail half as often as serving ones."));
    CHECK(says(text, "Every start of a standby member of web works."));
}

TEST_CASE("values of presets that nobody verified are named", "[assumptions]") {
    CHECK(says(std::string(web) + "preset = \"server-hw\"\n", "Preset server-hw has values that are unverified: afr."));
    CHECK(says(std::string(web) + "preset = \"server-hw\"\n", "Preset server-hw has values that are estimated: ttr."));
    CHECK_FALSE(says(std::string(web) + "preset = \"server-hw\"\nafr = \"4%\"\n",
                     "Preset server-hw has values that are unverified: afr."));
}

TEST_CASE("what nobody said of a store and its failover is said as an assumption", "[assumptions]") {
    const std::string store = std::string(web) + "mtbf = \"90 d\"\nmttr = \"2 h\"\n[store.orders]\non = \"web\"\n";
    CHECK(says(store, "Without `failover` the return of the primary is waited for: orders."));
    const std::string plain = store + "failover = { promote = \"2 s\" }\n";
    CHECK_FALSE(says(plain, "Without `failover` the return of the primary is waited for: orders."));
    CHECK(says(plain,
               "Without `detect` a dead primary is noticed by HAProxy's default check, 4 to 6 s after a crash and "
               "10 to 12 s after silence: orders."));
    CHECK(says(plain, "Without `lag` an asynchronous copy is never behind, so that a failover loses nothing: orders."));
    CHECK(says(plain, "A healthy primary is never taken for dead: orders."));
    CHECK(says(plain,
               "Users lose a failed thing at once, and what remains takes over at once, except for the start "
               "times of standby members and the failovers of stores."));
    const std::string full = store +
                             "replication = { lag = \"1 s\" }\n"
                             "failover = { detect = \"10 s\", false_alarms = \"1 per y\", fence = \"1 s\" }\n";
    CHECK_FALSE(says(full, "A healthy primary is never taken for dead: orders."));
    CHECK_FALSE(
        says(full, "Without `lag` an asynchronous copy is never behind, so that a failover loses nothing: orders."));
}

TEST_CASE("values of a failover's preset that nobody verified are named with their stage", "[assumptions]") {
    const std::string store = std::string(web) +
                              "mtbf = \"90 d\"\nmttr = \"2 h\"\n[store.orders]\non = \"web\"\n"
                              "failover = \"mongodb\"\n";
    CHECK(says(store, "Preset mongodb has values that are unverified: failover.detect.inter."));
    CHECK(
        says(store, "Preset mongodb has values that are estimated: failover.decide.takes, failover.switchover.takes."));
    const std::string patroni = std::string(web) +
                                "mtbf = \"90 d\"\nmttr = \"2 h\"\n[store.orders]\non = \"web\"\n"
                                "failover = \"patroni\"\n";
    CHECK(says(patroni, "The lag limit of a preset in bytes has no effect without `writes`: orders."));
    CHECK_FALSE(says(patroni + "writes = \"1 MB/s\"\n",
                     "The lag limit of a preset in bytes has no effect without `writes`: orders."));
}

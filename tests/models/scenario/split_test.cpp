// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <cmath>

#include "models/scenario/split_domains.hpp"
#include "tests/catch.hpp"
#include "tests/models/scenario/load_helper.hpp"

using namespace nines;
using namespace nines::scenario;

namespace {

std::string ids_of(const Scenario& scenario) {
    std::string text;
    for (const Domain& domain : scenario.domains) text += domain.id + " ";
    return text;
}

}  // namespace

TEST_CASE("split makes the parts of a domain, each after what contains it", "[split]") {
    const Loaded loaded = load_text("[domain.eu]\nsplit = [\"2 az\", \"2 rack\"]\n");
    REQUIRE(codes_of(loaded.diagnostics).empty());
    CHECK(ids_of(loaded.scenario) == "eu eu/az1 eu/az1/rack1 eu/az1/rack2 eu/az2 eu/az2/rack1 eu/az2/rack2 ");
    CHECK(*named(loaded.scenario.domains, "eu/az1/rack2").in == "eu/az1");
}

TEST_CASE("parts take the cloud preset of their word, else the preset of that name, else none", "[split]") {
    const Loaded loaded = load_text("[domain.eu]\nsplit = [\"1 az\", \"1 rack\", \"1 shelf\"]\n");
    REQUIRE(codes_of(loaded.diagnostics).empty());
    CHECK(*named(loaded.scenario.domains, "eu/az1").preset == "cloud-az");
    CHECK(*named(loaded.scenario.domains, "eu/az1/rack1").preset == "rack");
    const Domain& shelf = named(loaded.scenario.domains, "eu/az1/rack1/shelf1");
    CHECK_FALSE(shelf.preset);
    CHECK(shelf.failures.empty());
}

TEST_CASE("the table of a word gives keys to all its parts, a quoted table to one", "[split]") {
    const Loaded loaded = load_text(
        "[domain.eu]\nsplit = [\"3 az\", \"1 rack\"]\n[domain.eu.az]\nrate = \"1 per y\"\n"
        "[domain.eu.rack]\ntags = \"racks\"\n[domain.\"eu/az2\"]\nrate = \"9 per y\"\n");
    REQUIRE(codes_of(loaded.diagnostics).empty());
    const double per_year = 1 / (365.0 * 86400);
    const auto rate = [&](std::string_view id) {
        return named(loaded.scenario.domains, id).failures.at(0).rate->per_second / per_year;
    };
    CHECK(rate("eu/az1") == Approx(1));
    CHECK(rate("eu/az2") == Approx(9));
    CHECK(rate("eu/az3") == Approx(1));
    CHECK(named(loaded.scenario.domains, "eu/az1").failures[0].ttr);  // Still the preset's.
    CHECK(named(loaded.scenario.domains, "eu/az3/rack1").tags->front() == "racks");
}

TEST_CASE("a domain like a split one has the same shape and the same exceptions", "[split]") {
    const Loaded loaded = load_text(
        "[domain.eu]\nsplit = \"2 az\"\n[domain.\"eu/az2\"]\nrate = \"9 per y\"\n[domain.us]\nlike = \"eu\"\n"
        "[domain.\"us/az1\"]\npriority = 5\n");
    REQUIRE(codes_of(loaded.diagnostics).empty());
    CHECK(ids_of(loaded.scenario) == "eu eu/az1 eu/az2 us us/az1 us/az2 ");
    CHECK(named(loaded.scenario.domains, "us/az2").failures.at(0).rate.origin.source == Source::like);
    CHECK(*named(loaded.scenario.domains, "us/az2").in == "us");
    CHECK(*named(loaded.scenario.domains, "us/az1").priority == 5);
    CHECK_FALSE(named(loaded.scenario.domains, "eu/az1").priority);
}

TEST_CASE("a preset of one part, or of the parts of a copy, replaces the weaker one with its values", "[split]") {
    const Loaded loaded = load_text(
        "[domain.eu]\nsplit = \"2 az\"\n[domain.eu.az]\nrate = \"7 per y\"\n"
        "[domain.\"eu/az2\"]\npreset = \"object-store\"\n"
        "[domain.us]\nlike = \"eu\"\n[domain.us.az]\npreset = \"object-store\"\n");
    REQUIRE(codes_of(loaded.diagnostics).empty());
    CHECK(named(loaded.scenario.domains, "eu/az1").failures.at(0).rate);
    for (const std::string id : {"eu/az2", "us/az1", "us/az2"}) {
        const Domain& part = named(loaded.scenario.domains, id);
        REQUIRE(part.failures.size() == 1);
        CHECK(part.failures[0].availability.origin.source == Source::preset);
        CHECK_FALSE(part.failures[0].rate);
        CHECK_FALSE(part.failures[0].ttr);
    }
}

TEST_CASE("a quoted id with `in`, or within a domain that is not split, is a domain of its own", "[split]") {
    const Loaded loaded = load_text(
        "[domain.\"eu/az1\"]\nin = \"eu\"\n[domain.eu]\n[domain.\"eu/lab\"]\nmtbf = \"1 y\"\nmttr = \"1 h\"\n");
    REQUIRE(codes_of(loaded.diagnostics).empty());
    CHECK(ids_of(loaded.scenario) == "eu eu/az1 eu/lab ");
    CHECK(*named(loaded.scenario.domains, "eu/lab").in == "eu");
}

TEST_CASE("a hostile split is refused before anything is made", "[split]") {
    const auto began = std::chrono::steady_clock::now();
    const Loaded loaded =
        load_text("[domain.eu]\nsplit = [\"1000000 az\", \"1000000 rack\", \"99999999999999999999 host\"]\n");
    CHECK(codes_of(loaded.diagnostics) == "E061 3:10\n");
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(1));
}

TEST_CASE("an override reaches one part, all parts of a word, and their failure modes", "[split][override]") {
    const std::string text = "[domain.eu]\nsplit = \"2 az\"\n[domain.us]\nlike = \"eu\"\n";
    const double per_year = 1 / (365.0 * 86400);
    const auto rates = [&](const std::string& override_text) {
        const Loaded loaded = load_text(text, {override_text});
        CHECK(codes_of(loaded.diagnostics).empty());
        std::vector<double> result;
        for (const std::string id : {"eu/az1", "eu/az2", "us/az1", "us/az2"}) {
            const FailureMode& mode = named(loaded.scenario.domains, id).failures.at(0);
            CHECK(mode.ttr.origin.source == Source::preset);
            result.push_back(std::round(mode.rate->per_second / per_year * 10) / 10);
        }
        return result;
    };
    CHECK(rates("domain.us/az1.rate=9 per y") == std::vector<double>{0.2, 0.2, 9, 0.2});
    CHECK(rates("domain.\"us/az1\".rate=9 per y") == std::vector<double>{0.2, 0.2, 9, 0.2});
    // What is like "eu" has its exceptions too, as in a file.
    CHECK(rates("domain.eu/az1.rate=9 per y") == std::vector<double>{9, 0.2, 9, 0.2});
    CHECK(rates("domain.us.az.rate=9 per y") == std::vector<double>{0.2, 0.2, 9, 9});
}

TEST_CASE("an override changes a named mode that the word's table gives to a part", "[split][override]") {
    const std::string text =
        "[domain.eu]\nsplit = \"2 az\"\n[[domain.eu.az.failure]]\nname = \"flood\"\nrate = \"1 per y\"\nmttr = \"1 "
        "d\"\n";
    const Loaded loaded = load_text(text, {"domain.eu/az2.failure.flood.mttr=9 d"});
    REQUIRE(codes_of(loaded.diagnostics).empty());
    CHECK(named(loaded.scenario.domains, "eu/az1").failures.at(1).mttr->in_hours() == 24);
    CHECK(named(loaded.scenario.domains, "eu/az2").failures.at(1).mttr->in_hours() == 9 * 24);

    const Loaded stray = load_text(text, {"domain.eu/az2.failure.fluod.mttr=9 d"});
    REQUIRE(codes_of(stray.diagnostics) == "E013 0:0\n");
    CHECK(stray.diagnostics[0].hint == "did you mean \"flood\"?");
}

TEST_CASE("an override that gives a mode a name of another type is refused", "[override]") {
    const Loaded loaded = load_text("[node.a]\npreset = \"cloud-vm\"\n", {"node.a.failure.crash.name=5"});
    CHECK(has_errors(loaded.diagnostics));
}

TEST_CASE("an override of a part that no split makes is refused and makes nothing", "[split][override]") {
    const Loaded missing = load_text("[domain.eu]\nsplit = \"2 az\"\n", {"domain.eu/az3.rate=9 per y"});
    REQUIRE(codes_of(missing.diagnostics) == "E060 0:0\n");
    CHECK(missing.diagnostics[0].hint == "did you mean \"eu/az1\"?");

    const Loaded whole = load_text("[domain.eu]\n", {"domain.eu/lab.rate=9 per y"});
    CHECK(codes_of(whole.diagnostics) == "E060 0:0\n");
    CHECK(whole.scenario.domains.size() == 1);
}

TEST_CASE("the table of a word may leave out a mode of the word's preset", "[split]") {
    const Loaded loaded = load_text(
        "[domain.eu]\nsplit = \"1 az\"\n[domain.eu.az]\nwithout = \"flood\"\n"
        "[[domain.eu.az.failure]]\nname = \"wind\"\nrate = \"1 per y\"\nmttr = \"1 d\"\n");
    CHECK(codes_of(loaded.diagnostics) == "E058 5:11\n");  // The preset has no such mode; said once.
}

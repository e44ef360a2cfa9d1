// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>

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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/domain_levels.hpp"

#include "tests/catch.hpp"

using namespace nines::scenario;

namespace {

Domain domain(const std::string& id, const std::string& in = {}, const std::string& preset = {}) {
    Domain result;
    result.id = id;
    if (!in.empty()) result.in.value = in;
    if (!preset.empty()) result.preset.value = preset;
    return result;
}

std::vector<FailureClass> levels(std::vector<Domain> domains) {
    Scenario scenario;
    scenario.domains = std::move(domains);
    return domain_levels(scenario);
}

using Levels = std::vector<FailureClass>;
constexpr auto rack = FailureClass::rack;
constexpr auto zone = FailureClass::zone;
constexpr auto region = FailureClass::region;

}  // namespace

TEST_CASE("a domain's level is the one that it says", "[levels]") {
    Domain hall = domain("hall");
    hall.level.value = rack;
    Domain misleading = domain("region1", "", "cloud-region");
    misleading.level.value = zone;
    CHECK(levels({hall, misleading}) == Levels{rack, zone});
}

TEST_CASE("without one, the last word of its preset or id tells", "[levels]") {
    CHECK(levels({domain("eu", "", "cloud-region"), domain("eu/az1", "eu"), domain("eu/az1/rack12", "eu/az1")}) ==
          Levels{region, zone, rack});
    CHECK(levels({domain("zone3"), domain("dc-zone-1"), domain("my_region_2"), domain("rack")}) ==
          Levels{zone, zone, region, rack});
    CHECK(levels({domain("rack7", "", "cloud-az")}) == Levels{zone});  // The preset goes before the id.
    CHECK(levels({domain("rack7", "", "power-pdu")}) == Levels{rack});
    CHECK(levels({domain("blaze"), domain("crack"), domain("zoned")}) == Levels{zone, zone, zone});
}

TEST_CASE("without a word, a domain's level is one above what it contains", "[levels]") {
    CHECK(levels({domain("eu"), domain("eu/az1", "eu")}) == Levels{region, zone});
    CHECK(levels({domain("hall"), domain("hall/rack1", "hall")}) == Levels{zone, rack});
    CHECK(levels({domain("eu"), domain("eu/hall", "eu"), domain("eu/hall/rack1", "eu/hall")}) ==
          Levels{region, zone, rack});
    CHECK(levels({domain("a"), domain("a/rack1", "a"), domain("a/zone1", "a")}) == Levels{region, rack, zone});
    CHECK(levels({domain("world"), domain("r1", "world", "cloud-region")}) == Levels{region, region});
}

TEST_CASE("a domain of which nothing is known counts as a zone, and tells nothing of its container", "[levels]") {
    CHECK(levels({domain("power"), domain("power/feed1", "power")}) == Levels{zone, zone});
    CHECK(levels({domain("x", "nowhere")}) == Levels{zone});
    CHECK(levels({}).empty());
}

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

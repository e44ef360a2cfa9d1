// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/restated.hpp"

#include "models/edit/property_state.hpp"
#include "tests/catch.hpp"

using namespace nines;
using namespace nines::edit;

namespace {

/// What the node says by `key` when it says `line`; "-": nothing.
std::string said_by(const std::string& key, const std::string& line) {
    const auto kinds = describe_kinds();
    const auto& fields = find_kind(kinds, "node")->fields;
    const std::string text = "format = 1\n[node.web]\n" + line + "mttr = \"2 h\"\n[service.site]\nneeds = [\"web\"]\n";
    const auto opened = validate::open_text("a.toml", text);
    const auto state = state_of_thing(text, own_tables(text), opened, {"node", "web"}, fields);
    const Path from = {line.substr(0, line.find(' '))};
    REQUIRE(state.values.at(from).law);
    return restated(*find_field(fields, {key}), *state.values.at(from).law, state.values.at({"mttr"}).law)
        .value_or("-");
}

}  // namespace

TEST_CASE("a failure rate of 2 percent a year and a mean of 50 years are the same", "[edit][restated]") {
    CHECK(said_by("mtbf", "afr = \"2%\"\n") == "50 y");
    CHECK(said_by("afr", "mtbf = \"50 y\"\n") == "2%");
    CHECK(said_by("rate", "afr = \"2%\"\n") == "0.02 per y");
    CHECK(said_by("mttf", "rate = \"0.5 per d\"\n") == "2 d");
    CHECK(said_by("ttf", "mtbf = \"50 y\"\n") == "exp(mean 50 y)");
}

TEST_CASE("there and back again is the figure that was typed", "[edit][restated]") {
    // 365 / 90 per year.
    CHECK(said_by("rate", "mtbf = \"90 d\"\n") == "4.055555556 per y");
    CHECK(said_by("mtbf", "rate = \"4.055555556 per y\"\n") == "90 d");
    // 1 / 3 per year.
    CHECK(said_by("afr", "mtbf = \"3 y\"\n") == "33.3333333%");
    CHECK(said_by("mtbf", "afr = \"33.3333333%\"\n") == "3 y");
    CHECK(said_by("afr", "mtbf = \"90 d\"\n") == "-");
}

TEST_CASE("an availability goes with the time to repair", "[edit][restated]") {
    // 2 h * 0.999 / 0.001 = 1998 h.
    CHECK(said_by("mtbf", "availability = \"99.9%\"\n") == "1998 h");
    CHECK(said_by("availability", "mtbf = \"1998 h\"\n") == "99.9%");
}

TEST_CASE("of any law the mean is kept", "[edit][restated]") {
    CHECK(said_by("mtbf", "ttf = \"uniform(10 d, 30 d)\"\n") == "20 d");
}

TEST_CASE("what never ends has no rate", "[edit][restated]") {
    const auto kinds = describe_kinds();
    const auto& fields = find_kind(kinds, "node")->fields;
    CHECK_FALSE(restated(*find_field(fields, {"mtbf"}), sim::Law{sim::Never{}}));
}

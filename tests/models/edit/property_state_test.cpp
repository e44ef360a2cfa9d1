// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/property_state.hpp"

#include "tests/catch.hpp"

using namespace nines;
using namespace nines::edit;

namespace {

ThingState state_of(const std::string& text, const ThingName& name) {
    const auto kinds = describe_kinds();
    const auto opened = validate::open_text("a.toml", text);
    return state_of_thing(text, own_tables(text), opened, name, find_kind(kinds, name.kind)->fields);
}

const std::string text =
    "format = 1\n"
    "[node.web]\n"
    "preset = \"cloud-vm\"\n"
    "boot = \"90  s\"\n"
    "[group.a]\nnode = \"web\"\ncount = 3\n"
    "[group.b]\nnode = \"web\"\ncount = 4\n"
    "[service.site]\nneeds = [\"a\", \"b\"]\n";

}  // namespace

TEST_CASE("own values are shown as typed beside those of a preset with their grade", "[edit][properties]") {
    const auto state = state_of(text, {"node", "web"});
    CHECK(state.exists);
    CHECK(state.header.line == 2);
    CHECK(state.values.at({"boot"}).own);
    CHECK(state.values.at({"boot"}).text() == "90  s");
    CHECK(state.values.at({"boot"}).law);
    const PropertyState& rate = state.values.at({"failure", "crash", "rate"});
    CHECK_FALSE(rate.own);
    CHECK(rate.origin.grade == scenario::Grade::estimated);
    CHECK(rate.law);
    CHECK(elements_of(state, {"failure"}) == std::vector<std::string>{"crash", "hang", "host-loss"});
    CHECK(has_value(state, {"failure"}, false));
    CHECK_FALSE(has_value(state, {"failure"}, true));
}

TEST_CASE("an own element of a list and the same inherited one are one", "[edit][properties]") {
    const auto state = state_of(text + "[[node.web.failure]]\nname = \"crash\"\nrate = \"9 per y\"\n", {"node", "web"});
    CHECK(elements_of(state, {"failure"}).size() == 3);
    CHECK(state.values.at({"failure", "crash", "rate"}).own);
    CHECK_FALSE(state.values.at({"failure", "crash", "ttr"}).own);
}

TEST_CASE("an own element without a name is one element", "[edit][properties]") {
    for (const std::string written : {"maintenance = { every = \"30 d\", takes = \"1 h\" }\n",
                                      "[[group.c.maintenance]]\nevery = \"30 d\"\ntakes = \"1 h\"\n"}) {
        const auto state = state_of(text + "[group.c]\nnode = \"web\"\n" + written, {"group", "c"});
        CHECK(elements_of(state, {"maintenance"}).size() == 1);
    }
    const auto named =
        state_of(text + "[[group.c.maintenance]]\nname = \"patch\"\nevery = \"30 d\"\ntakes = \"1 h\"\n" +
                     "[[group.c.maintenance]]\nevery = \"3 d\"\ntakes = \"1 h\"\n",
                 {"group", "c"});
    CHECK(elements_of(named, {"maintenance"}).size() == 2);
}

TEST_CASE("a diagnostic belongs to the value that it stands in, or to the thing", "[edit][properties]") {
    const auto state =
        state_of("format = 1\n[node.web]\nmtbf = \"90 m\"\nmttr = \"2 h\"\ncolour = 3\n", {"node", "web"});
    REQUIRE(state.values.at({"mtbf"}).diagnostics.size() == 1);
    CHECK(state.values.at({"mtbf"}).text() == "90 m");
    CHECK(state.values.at({"mttr"}).diagnostics.empty());
    REQUIRE_FALSE(state.diagnostics.empty());
    CHECK(state.diagnostics.front().message.find("colour") != std::string::npos);
}

TEST_CASE("several things agree or differ", "[edit][properties]") {
    const auto both = combined({state_of(text, {"group", "a"}), state_of(text, {"group", "b"})});
    CHECK(both.values.at({"node"}).text() == "web");
    CHECK_FALSE(both.values.at({"node"}).several);
    CHECK(both.values.at({"count"}).several);
    CHECK(both.values.at({"count"}).items.empty());
    CHECK(both.values.at({"count"}).own);
}

TEST_CASE("a value that only one of several things has differs", "[edit][properties]") {
    const auto a = state_of(text + "[group.c]\nnode = \"web\"\npriority = 3\n", {"group", "c"});
    const auto b = state_of(text, {"group", "a"});
    CHECK(combined({a, b}).values.at({"priority"}).several);
    CHECK(combined({b, a}).values.at({"priority"}).several);
}

TEST_CASE("kinds share the keys that are alike", "[edit][properties]") {
    const auto kinds = describe_kinds();
    const auto common = common_fields({&find_kind(kinds, "group")->fields, &find_kind(kinds, "node")->fields});
    CHECK(find_field(common, {"priority"}) != nullptr);
    CHECK(find_field(common, {"count"}) == nullptr);
    const auto checks = common_fields({&find_kind(kinds, "balancer")->fields, &find_kind(kinds, "balancer")->fields});
    CHECK(find_field(checks, {"check", "inter"}) != nullptr);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/reuse.hpp"

#include "models/scenario/explain.hpp"
#include "tests/catch.hpp"
#include "tests/models/scenario/load_helper.hpp"

using namespace nines;
using namespace nines::scenario;

namespace {

const FailureMode& mode_of(const Node& node, std::string_view name) {
    for (const FailureMode& mode : node.failures) {
        if (mode.name == name) return mode;
    }
    throw std::runtime_error("no such mode");
}

}  // namespace

TEST_CASE("own keys beat like, like beats the preset, the preset beats the defaults", "[reuse]") {
    const Loaded loaded = load_text(
        "[defaults.node]\nttr = \"1 d\"\nboot = \"9 s\"\npriority = 1\n"
        "[node.a]\npreset = \"process\"\npriority = 2\ntags = \"a\"\n"
        "[node.b]\nlike = \"a\"\ntags = \"b\"\n");
    REQUIRE(codes_of(loaded.diagnostics).empty());
    const Node& b = named(loaded.scenario.nodes, "b");
    CHECK(b.boot.origin.source == Source::defaults);
    CHECK(b.failures.at(0).ttr.origin.source == Source::preset);  // The preset's, not the default's day.
    CHECK(sim::mean(*b.failures[0].ttr).in_seconds() == Approx(35));
    CHECK(*b.priority == 2);
    CHECK(b.priority.origin.source == Source::like);
    CHECK(b.priority.origin.note == "like a");
    CHECK(b.tags->front() == "b");
    CHECK(b.tags.origin.source == Source::file);
}

TEST_CASE("a preset beats what like copies in the same table, and own keys beat both", "[reuse]") {
    const Loaded loaded = load_text(
        "[node.a]\nmtbf = \"1 d\"\nmttr = \"1 h\"\nboot = \"9 s\"\npriority = 3\n"
        "[node.b]\nlike = \"a\"\npreset = \"disk-hdd\"\npriority = 4\n");
    REQUIRE(codes_of(loaded.diagnostics).empty());
    const Node& b = named(loaded.scenario.nodes, "b");
    REQUIRE(b.failures.size() == 1);
    CHECK_FALSE(b.failures[0].mtbf);
    CHECK(b.failures[0].afr.origin.source == Source::preset);
    CHECK(b.failures[0].mttr.origin.source == Source::preset);
    CHECK(b.boot.origin.source == Source::like);  // The preset says nothing of it.
    CHECK(*b.priority == 4);
}

TEST_CASE("a preset beside like takes the place of the copy's preset, whose failure modes go", "[reuse]") {
    const Loaded loaded = load_text(
        "[node.a]\npreset = \"cloud-vm\"\ntags = \"t\"\n[[node.a.failure]]\nname = \"crash\"\nttr = \"9 min\"\n"
        "[[node.a.failure]]\nname = \"wear\"\nafr = \"1%\"\nmttr = \"1 h\"\n"
        "[node.b]\nlike = \"a\"\npreset = \"vm-live-migration\"\n[node.c]\nlike = \"b\"\n");
    REQUIRE(codes_of(loaded.diagnostics).empty());
    for (const std::string id : {"b", "c"}) {
        const Node& node = named(loaded.scenario.nodes, id);
        REQUIRE(node.failures.size() == 2);
        CHECK(node.failures[0].name == "wear");
        CHECK(node.failures[1].name == "pause");
        CHECK_FALSE(node.boot);  // Came with the preset that is gone.
        CHECK(node.tags->front() == "t");
    }
    CHECK(explain(loaded.scenario).find("preset = \"vm-live-migration\"") != std::string::npos);
}

TEST_CASE("the command line beats everything and says so", "[reuse]") {
    const Loaded loaded = load_text("[node.a]\nmtbf = \"1 d\"\nmttr = \"1 h\"\n", {"node.a.mttr=3 h"});
    REQUIRE(codes_of(loaded.diagnostics).empty());
    CHECK(loaded.scenario.nodes[0].failures[0].mttr->in_hours() == 3);
    CHECK(loaded.scenario.nodes[0].failures[0].mttr.origin.source == Source::command_line);
}

TEST_CASE("a stronger way to say the time to failure silences the weaker one", "[reuse]") {
    const Loaded loaded =
        load_text("[node.a]\npreset = \"disk-hdd\"\nmtbf = \"100 y\"\n[node.b]\nmtbf = \"1 y\"\nmttr = \"1 h\"\n",
                  {"node.b.ttr=uniform(1 h, 2 h)"});
    REQUIRE(codes_of(loaded.diagnostics).empty());
    const FailureMode& a = loaded.scenario.nodes[0].failures.at(0);
    CHECK(a.mtbf);
    CHECK_FALSE(a.afr);
    CHECK(*a.effect == Effect::lose_data);
    const FailureMode& b = loaded.scenario.nodes[1].failures.at(0);
    CHECK(b.ttr);
    CHECK_FALSE(b.mttr);
}

TEST_CASE("a failure mode adds to inherited ones, the same name overrides, without removes", "[reuse]") {
    const Loaded loaded = load_text(
        "[node.a]\npreset = \"cloud-vm\"\nwithout = [\"hang\"]\n"
        "[[node.a.failure]]\nname = \"crash\"\nttr = \"9 min\"\n"
        "[[node.a.failure]]\nname = \"volume-loss\"\nafr = \"0.2%\"\nmttr = \"1 d\"\n"
        "[node.b]\nlike = \"a\"\nwithout = \"volume-loss\"\n");
    REQUIRE(codes_of(loaded.diagnostics).empty());
    const Node& a = named(loaded.scenario.nodes, "a");
    REQUIRE(a.failures.size() == 3);
    CHECK(a.failures[0].name == "crash");
    CHECK(a.failures[1].name == "host-loss");
    CHECK(a.failures[2].name == "volume-loss");
    const FailureMode& crash = mode_of(a, "crash");
    CHECK(crash.rate.origin.grade == Grade::estimated);
    CHECK(crash.rate.origin.note.rfind("preset cloud-vm: ", 0) == 0);
    CHECK(sim::mean(*crash.ttr).in_seconds() == 540);
    CHECK(named(loaded.scenario.nodes, "b").failures.size() == 2);
}

TEST_CASE("one failure table written without a list still adds to the preset's modes", "[reuse]") {
    const Loaded loaded =
        load_text("[node.a]\npreset = \"cloud-vm\"\n[node.a.failure]\nname = \"wear\"\nafr = \"1%\"\nmttr = \"1 h\"\n");
    REQUIRE(codes_of(loaded.diagnostics).empty());
    CHECK(loaded.scenario.nodes[0].failures.size() == 4);
}

TEST_CASE("tables within a thing are overridden key by key", "[reuse]") {
    const Loaded loaded = load_text(
        "[group.a]\nnode = \"n\"\ncount = 3\nactive = 2\nstandby = { mode = \"cold\", start = \"5 min\" }\n"
        "[group.b]\nlike = \"a\"\nstandby = { success = \"90%\" }\n");
    REQUIRE(codes_of(loaded.diagnostics).empty());
    const Standby& standby = *named(loaded.scenario.groups, "b").standby;
    CHECK(*standby.mode == StandbyMode::cold);
    CHECK(standby.start);
    CHECK(*standby.success == Approx(0.9));
}

TEST_CASE("a chain of 64 likes resolves, one of 65 does not", "[reuse]") {
    const int length = GENERATE(64, 65);
    std::string text = "[node.n0]\nmtbf = \"1 d\"\nmttr = \"1 h\"\n";
    for (int i = 1; i <= length; ++i) text += fmt::format("[node.n{}]\nlike = \"n{}\"\n", i, i - 1);
    const Loaded loaded = load_text(text);
    CHECK(has_errors(loaded.diagnostics) == (length == 65));
    CHECK(loaded.scenario.nodes.size() == 65);
}

TEST_CASE("a mistake that many things inherit is reported once", "[reuse]") {
    const Loaded loaded =
        load_text("[node.a]\nmtbf = \"1 m\"\nmttr = \"1 h\"\n[node.b]\nlike = \"a\"\n[node.c]\nlike = \"b\"\n");
    CHECK(codes_of(loaded.diagnostics) == "E022 3:11\n");
}

TEST_CASE("a file of the library that is used is listed among the scenario's files", "[reuse]") {
    const Loaded loaded = load_text("[node.a]\npreset = \"disk-hdd\"\n");
    REQUIRE(loaded.scenario.files.size() == 2);
    CHECK(loaded.scenario.files[1].path == "presets/hardware.toml");
    CHECK(loaded.scenario.nodes[0].failures[0].afr.origin.place.file == 1);
}

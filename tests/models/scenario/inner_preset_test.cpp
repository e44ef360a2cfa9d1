// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/explain.hpp"
#include "models/scenario/save.hpp"
#include "tests/catch.hpp"
#include "tests/models/scenario/preset_texts.hpp"

using namespace nines;
using namespace nines::scenario;

namespace {

/// The failover of the store "a" in a text without mistakes.
Failover failover_of(std::string_view body, std::vector<std::string> overrides = {}, std::string_view id = "a") {
    const Loaded loaded = load_with_failovers(body, std::move(overrides));
    INFO(body);
    REQUIRE(codes_of(loaded.diagnostics).empty());
    return *named(loaded.scenario.stores, id).failover;
}

}  // namespace

TEST_CASE("a preset in a table brings its values, and a bare word is the same preset", "[inner_preset]") {
    const auto* const body =
        GENERATE("[store.a]\nfailover = \"elector\"\n", "[store.a]\nfailover = { preset = \"elector\" }\n",
                 "[store.a.failover]\npreset = \"elector\"\n");
    const Failover failover = failover_of(body);
    CHECK(*failover.preset == "elector");
    CHECK(*failover.detect->kind == CheckKind::lease);
    CHECK(failover.detect->timeout->in_seconds() == 30);
    CHECK(failover.detect->timeout.origin.source == Source::preset);
    CHECK(failover.detect->timeout.origin.grade == Grade::verified);
    CHECK(failover.detect->timeout.origin.note == "preset elector: chapter 2");
    CHECK(failover.promote->takes.origin.grade == Grade::estimated);
    CHECK(*failover.self_demotes);
}

TEST_CASE("one source of a preset may be for a whole table", "[inner_preset]") {
    const Failover failover = failover_of("[store.a]\nfailover = \"watcher\"\n");
    CHECK(failover.decide->works.origin.grade == Grade::unverified);
    CHECK(failover.decide->takes.origin.note == "preset watcher: a talk");
    CHECK(*failover.mode == FailoverMode::manual);
}

TEST_CASE("own keys override a table's preset field by field", "[inner_preset]") {
    const Failover failover = failover_of(
        "[store.a]\nfailover = { preset = \"elector\", detect = { timeout = \"15 s\" }, promote = { works = \"98%\" } "
        "}\n");
    CHECK(failover.detect->timeout->in_seconds() == 15);
    CHECK(failover.detect->timeout.origin.source == Source::file);
    CHECK(failover.detect->inter->in_seconds() == 10);
    CHECK(*failover.detect->kind == CheckKind::lease);
    CHECK(sim::mean(*failover.promote->takes).in_seconds() == 2);  // "2 s" of the preset is short for a table.
    CHECK(*failover.promote->works == Approx(0.98));
}

TEST_CASE("a bare value replaces a table of the preset as a whole", "[inner_preset]") {
    const Failover failover = failover_of("[store.a]\nfailover = { preset = \"elector\", detect = \"instant\" }\n");
    CHECK(sim::mean(*failover.detect->takes).in_seconds() == 0);
    CHECK_FALSE(failover.detect->kind);
    CHECK_FALSE(failover.detect->timeout);
}

TEST_CASE("keys of a check silence a time that the preset gives for all of it", "[inner_preset]") {
    const Failover failover =
        failover_of("[store.a]\nfailover = { preset = \"watcher\", detect = { inter = \"5 s\" } }\n");
    CHECK(failover.detect->inter->in_seconds() == 5);
    CHECK_FALSE(failover.detect->takes);
}

TEST_CASE("own keys beat a table's preset, the preset beats like, like beats the defaults", "[inner_preset]") {
    constexpr std::string_view body =
        "[defaults.store]\nfailover = { hold = \"3 h\", promote = \"9 s\", warm = \"9 s\", fence = \"9 s\" }\n"
        "[store.base]\nfailover = { promote = \"8 s\", warm = \"8 s\", decide = \"8 s\" }\n"
        "[store.a]\nlike = \"base\"\nfailover = { preset = \"elector\", decide = \"7 s\" }\n";
    const Failover failover = failover_of(body);
    CHECK(sim::mean(*failover.decide->takes).in_seconds() == 7);
    CHECK(failover.decide->takes.origin.source == Source::file);
    CHECK(sim::mean(*failover.promote->takes).in_seconds() == 2);
    CHECK(failover.promote->takes.origin.source == Source::preset);
    CHECK(sim::mean(*failover.warm->takes).in_seconds() == 8);
    CHECK(failover.warm->takes.origin.source == Source::like);
    CHECK(sim::mean(*failover.fence->takes).in_seconds() == 9);
    CHECK(failover.fence->takes.origin.source == Source::defaults);
    CHECK(failover.hold->in_hours() == 3);
}

TEST_CASE("a table's preset takes the place of the one that like or the defaults bring", "[inner_preset]") {
    const auto* const before =
        GENERATE("[store.b]\nfailover = { preset = \"elector\", hold = \"1 h\" }\n[store.a]\nlike = \"b\"\n",
                 "[defaults.store]\nfailover = { preset = \"elector\", hold = \"1 h\" }\n[store.a]\n");
    const Failover failover = failover_of(fmt::format("{}failover = \"watcher\"\n", before));
    CHECK(*failover.preset == "watcher");
    CHECK(sim::mean(*failover.detect->takes).in_seconds() == 60);
    CHECK_FALSE(failover.detect->kind);
    CHECK_FALSE(failover.promote);
    CHECK_FALSE(failover.self_demotes);
    CHECK(failover.hold->in_hours() == 1);  // What was written beside the old preset stays.
}

TEST_CASE("like and the defaults bring their table's preset along", "[inner_preset]") {
    const auto* const body =
        GENERATE("[store.b]\nfailover = \"elector\"\n[store.a]\nlike = \"b\"\nfailover = { hold = \"1 h\" }\n",
                 "[defaults.store]\nfailover = \"elector\"\n[store.a]\nfailover = { hold = \"1 h\" }\n");
    const Failover failover = failover_of(body);
    CHECK(*failover.preset == "elector");
    CHECK(failover.detect->timeout.origin.source == Source::preset);
    CHECK(failover.hold->in_hours() == 1);
}

TEST_CASE("the command line chooses a table's preset and changes single keys of it", "[inner_preset]") {
    const auto* const body = GENERATE("[store.a]\nfailover = \"elector\"\n", "[store.a]\nfailover = {}\n",
                                      "[store.a]\n", "[store.a]\nfailover = { preset = \"elector\" }\n");
    const Failover failover =
        failover_of(body, {"store.a.failover.preset=elector", "store.a.failover.detect.timeout=15s",
                           "store.a.failover.promote.works=90%"});
    CHECK(failover.detect->timeout->in_seconds() == 15);
    CHECK(failover.detect->timeout.origin.source == Source::command_line);
    CHECK(failover.detect->inter->in_seconds() == 10);
    CHECK(sim::mean(*failover.promote->takes).in_seconds() == 2);
    CHECK(*failover.promote->works == Approx(0.9));

    const Failover other = failover_of(body, {"store.a.failover=watcher"});
    CHECK(*other.preset == "watcher");
    CHECK_FALSE(other.self_demotes);
}

TEST_CASE("an override of a check silences the bare time that the file gives", "[inner_preset]") {
    const Failover failover = failover_of("[store.a]\nfailover = { detect = \"20 s\", promote = \"3 s\" }\n",
                                          {"store.a.failover.detect.inter=5s", "store.a.failover.promote.works=90%"});
    CHECK_FALSE(failover.detect->takes);
    CHECK(failover.detect->inter->in_seconds() == 5);
    CHECK(sim::mean(*failover.promote->takes).in_seconds() == 3);
    CHECK(*failover.promote->works == Approx(0.9));
}

TEST_CASE("an unknown preset in a table is an error at its name, with the nearest one", "[inner_preset]") {
    const Loaded loaded = load_with_failovers(
        "[store.a]\nfailover = \"electro\"\n[store.b]\nlike = \"a\"\n[store.c]\nfailover = { preset = \"x\" }\n"
        "[defaults.store]\nfailover = { preset = 7 }\n[store.d]\nsize = \"1 GB\"\n");
    CHECK(codes_of(loaded.diagnostics) == "E054 3:13\nE054 7:24\nE052 9:23\n");
    CHECK(loaded.diagnostics[0].message == "there is no failover preset \"electro\"");
    CHECK(loaded.diagnostics[0].hint == "did you mean \"elector\"?");
    CHECK(loaded.diagnostics[1].hint == "presets of this kind: elector, watcher");
    CHECK(loaded.scenario.later.size() == 3);  // Nobody complains a second time about a, b and c.
}

TEST_CASE("a preset of another kind does not fit a table", "[inner_preset]") {
    const Loaded loaded = load_text("[store.a]\nfailover = \"cloud-vm\"\n");
    CHECK(codes_of(loaded.diagnostics) == "E054 3:13\n");
}

TEST_CASE("explain shows grade and source of what a table's preset says", "[inner_preset][explain]") {
    const Loaded loaded = load_with_failovers("[store.a]\nfailover = { preset = \"elector\", hold = \"1 h\" }\n");
    const std::string text = explain(loaded.scenario);
    const auto has = [&](std::string_view part) { return text.find(part) != std::string::npos; };
    CHECK(has("failover.preset = \"elector\""));
    CHECK(has("failover.detect.timeout = \"30 s\""));
    CHECK(has("verified; preset elector: chapter 2 (presets/test.toml:"));
    CHECK(has("failover.hold = \"1 h\""));
    CHECK(has("replication: async"));
    // A lease of 30 s that is renewed every 10 s: uniform(20 s, 30 s), p95 = 20 s + 0.95 * 10 s.
    CHECK(has("a crash is noticed after uniform(20 s, 30 s): mean 25 s, median 25 s, p95 29.5 s"));
}

TEST_CASE("what a table's preset says survives saving as plain values", "[inner_preset][save]") {
    const std::string saved = to_toml(load_with_failovers("[store.a]\nfailover = \"elector\"\n").scenario);
    CHECK(saved.find("preset") == std::string::npos);
    const std::string body = saved.substr(std::string("format = 1\n").size());
    const Failover failover = failover_of(body);
    CHECK(failover.detect->timeout->in_seconds() == 30);
    CHECK(to_toml(load_with_failovers(body).scenario) == saved);
}

TEST_CASE("every value in a table of a preset needs a source", "[inner_preset]") {
    const auto problems = [](std::string_view body) {
        PresetLibrary library;
        const std::string text = fmt::format("[failover.x]\ndescription = \"x\"\n{}", body);
        return add_presets(library, read_preset_text("x.toml", text, 0).document);
    };
    CHECK(problems("detect = { inter = \"1 s\" }\nsources.detect.inter = \"verified; a\"\n").empty());
    CHECK(problems("detect = { inter = \"1 s\", sources = { inter = \"verified; a\" } }\n").empty());
    CHECK(problems("detect = { inter = \"1 s\" }\n").size() == 1);
    CHECK(problems("detect = { inter = \"1 s\" }\nsources.detect = \"true\"\n").size() == 1);
    CHECK(
        problems("detect = { inter = \"1 s\" }\nsources.detect = { inter = \"verified; a\", fall = \"verified; b\" }\n")
            .front() == "failover x: detect.fall has a source but no value");
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/presets/presets.hpp"
#include "models/scenario/explain.hpp"
#include "models/scenario/save.hpp"
#include "tests/catch.hpp"
#include "tests/models/scenario/preset_texts.hpp"

using namespace nines;
using namespace nines::scenario;

namespace {

/// A library of a balancer, two checks and a failover.
constexpr std::string_view library = R"toml([balancer.proxy]
description = "A proxy"
mode = "spread"
check = { kind = "probe", inter = "2 s", fall = 3 }
retry = 3
failover = { detect = "3 s", redirect = "1 s" }
overload = { panic = "50%" }
[balancer.proxy.sources]
mode = "verified; the manual"
check = "verified; chapter 5"
retry = "unverified; chapter 4"
failover = "estimated; a guess"
overload = "verified; chapter 6"

[check.eager]
description = "Looks often"
kind = "fixed-rate"
inter = "100 ms"
fall = 1
[check.eager.sources]
kind = "verified; a page"
inter = "verified; a page"
fall = "verified; a page"

[check.sure]
description = "Knows it at a known time"
takes = "7 s"
[check.sure.sources]
takes = "estimated; a guess"

[failover.address]
description = "An address that moves"
detect = { kind = "lease", timeout = "3 s", inter = "1 s" }
[failover.address.sources]
detect = "verified; a man page"
)toml";

Loaded load_proxies(std::string_view body, std::vector<std::string> overrides = {}) {
    return load_with_presets(library, body, std::move(overrides));
}

Balancer balancer_of(std::string_view keys, std::vector<std::string> overrides = {}) {
    const Loaded loaded = load_proxies(fmt::format("[balancer.a]\n{}\n", keys), std::move(overrides));
    INFO(keys);
    REQUIRE(codes_of(loaded.diagnostics).empty());
    return loaded.scenario.balancers.at(0);
}

}  // namespace

TEST_CASE("a balancer's preset brings its tables, and own keys override them one by one", "[balancer][preset]") {
    const Balancer balancer = balancer_of("preset = \"proxy\"\ncheck = { fall = 2 }\nretry = { budget = \"20%\" }");
    CHECK(*balancer.preset == "proxy");
    CHECK(balancer.mode.origin.grade == Grade::verified);
    CHECK(*balancer.check->fall == 2);
    CHECK(balancer.check->inter->in_seconds() == 2);
    CHECK(balancer.check->inter.origin.note == "preset proxy: chapter 5");
    CHECK(*balancer.retry->tries == 3);
    CHECK(balancer.retry->tries.origin.grade == Grade::unverified);
    CHECK(*balancer.overload->panic == 0.5);
}

TEST_CASE("a check's preset takes the place of what the balancer's preset checks", "[balancer][preset]") {
    const Balancer balancer =
        balancer_of("preset = \"proxy\"\ncheck = { preset = \"eager\", rise = 4 }\nfailover = \"address\"");
    CHECK(*balancer.check->preset == "eager");
    CHECK(*balancer.check->kind == CheckKind::fixed_rate);
    CHECK(balancer.check->inter->in_seconds() == 0.1);
    CHECK(*balancer.check->fall == 1);
    CHECK(*balancer.check->rise == 4);
    CHECK(*balancer.failover->preset == "address");
    CHECK_FALSE(balancer.failover->redirect);
    CHECK(*balancer.failover->detect->kind == CheckKind::lease);
}

TEST_CASE("a time written for a check silences how the preset checks", "[balancer][preset]") {
    for (const std::string_view keys : {"preset = \"proxy\"\ncheck = \"uniform(4 s, 6 s)\"",
                                        "preset = \"proxy\"\ncheck = { takes = \"uniform(4 s, 6 s)\" }"}) {
        const Balancer balancer = balancer_of(keys);
        CHECK(sim::mean(*balancer.check->takes).in_seconds() == 5);
        CHECK_FALSE(balancer.check->inter);
        CHECK_FALSE(balancer.check->fall);
    }
    const Balancer balancer = balancer_of("check = { preset = \"sure\" }");
    CHECK(sim::mean(*balancer.check->takes).in_seconds() == 7);
}

TEST_CASE("the command line names presets of a balancer and of its tables", "[balancer][preset]") {
    const Balancer balancer = balancer_of(
        "to = \"web\"", {"balancer.a.preset=proxy", "balancer.a.check.preset=eager", "balancer.a.check.fall=9"});
    CHECK(*balancer.retry->tries == 3);
    CHECK(balancer.check->inter->in_seconds() == 0.1);
    CHECK(*balancer.check->fall == 9);
}

TEST_CASE("like copies a balancer, and a preset beside it takes the place of the copy's", "[balancer][preset]") {
    const Loaded loaded = load_proxies(
        "[balancer.a]\npreset = \"proxy\"\nto = \"web\"\ncheck = { preset = \"eager\", rise = 4 }\n"
        "[balancer.b]\nlike = \"a\"\nto = \"app\"\ncheck = { preset = \"sure\" }\n");
    REQUIRE(codes_of(loaded.diagnostics).empty());
    const Balancer& b = named(loaded.scenario.balancers, "b");
    CHECK(*b.preset == "proxy");
    CHECK(*b.retry->tries == 3);
    CHECK(sim::mean(*b.check->takes).in_seconds() == 7);
    CHECK_FALSE(b.check->inter);
    CHECK(*b.check->rise == 4);
}

TEST_CASE("the detection of a failover takes the presets of checks", "[balancer][preset]") {
    const Loaded loaded =
        load_proxies("[store.a]\nfailover = { preset = \"address\", detect = { preset = \"eager\", fall = 2 } }\n");
    REQUIRE(codes_of(loaded.diagnostics).empty());
    const Detection detect = *loaded.scenario.stores.at(0).failover->detect;
    CHECK(*detect.kind == CheckKind::fixed_rate);
    CHECK(*detect.fall == 2);
    CHECK_FALSE(detect.timeout);
}

TEST_CASE("an unknown preset of a balancer or of its check is an error at its name", "[balancer][preset]") {
    const Loaded loaded = load_proxies(
        "[balancer.a]\npreset = \"proxi\"\n[balancer.b]\ncheck = { preset = \"eagr\" }\n"
        "[balancer.c]\ncheck = { preset = \"proxy\" }\n[store.d]\nfailover = { detect = { preset = \"x\" } }\n");
    REQUIRE(codes_of(loaded.diagnostics) == "E054 3:11\nE054 5:21\nE054 7:21\nE054 9:35\n");
    CHECK(loaded.diagnostics[0].message == "there is no balancer preset \"proxi\"");
    CHECK(loaded.diagnostics[0].hint == "did you mean \"proxy\"?");
    CHECK(loaded.diagnostics[1].hint == "did you mean \"eager\"?");
    CHECK(loaded.diagnostics[2].hint == "presets of this kind: eager, sure");
    CHECK(loaded.diagnostics[3].message == "there is no check preset \"x\"");
    CHECK(loaded.scenario.balancers.empty());
    CHECK(loaded.scenario.later.size() == 4);  // Nobody complains a second time about a, b, c and d.
}

TEST_CASE("explain shows grade and source of what presets say in a balancer's tables", "[balancer][preset][explain]") {
    const std::string text =
        explain(load_proxies("[balancer.a]\npreset = \"proxy\"\ncheck = { preset = \"eager\" }\n").scenario);
    const auto has = [&](std::string_view part) { return text.find(part) != std::string::npos; };
    CHECK(has("check.preset = \"eager\""));
    CHECK(has("verified; preset eager: a page (presets/test.toml:"));
    CHECK(has("unverified; preset proxy: chapter 4 (presets/test.toml:"));
}

TEST_CASE("what presets say in a balancer survives saving as plain values", "[balancer][preset][save]") {
    const std::string saved =
        to_toml(load_proxies("[balancer.a]\npreset = \"proxy\"\ncheck = { preset = \"eager\" }\n").scenario);
    CHECK(saved.find("preset") == std::string::npos);
    const Loaded again = load_proxies(saved.substr(std::string("format = 1\n").size()));
    REQUIRE(codes_of(again.diagnostics).empty());
    CHECK(again.scenario.balancers.at(0).check->inter->in_seconds() == 0.1);
    CHECK(to_toml(again.scenario) == saved);
}

TEST_CASE("every balancer and check of the library loads without a diagnostic and leaves its name",
          "[balancer][presets]") {
    const PresetLibrary ours = presets::library();
    for (const std::string& name : preset_names(ours, "balancer")) {
        CAPTURE(name);
        const Loaded loaded = load_text(fmt::format("[balancer.x]\npreset = \"{}\"\n", name));
        CHECK(codes_of(loaded.diagnostics).empty());
        CHECK(*loaded.scenario.balancers.at(0).preset == name);
    }
    for (const std::string& name : preset_names(ours, "check")) {
        CAPTURE(name);
        const Loaded loaded = load_text(fmt::format("[balancer.x]\ncheck = {{ preset = \"{}\" }}\n", name));
        CHECK(codes_of(loaded.diagnostics).empty());
        CHECK(*loaded.scenario.balancers.at(0).check->preset == name);
    }
}

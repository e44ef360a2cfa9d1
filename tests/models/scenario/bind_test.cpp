// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/load.hpp"
#include "tests/catch.hpp"
#include "tests/models/scenario/full_scenario.hpp"
#include "tests/models/scenario/load_helper.hpp"

using namespace nines;
using namespace nines::scenario;

TEST_CASE("the smallest file binds with the place of every value", "[bind]") {
    const Loaded loaded = load_text(
        "[node.web]\nmtbf = \"90 d\"\nmttr = \"2 h\"\n[group.web]\nnode = \"web\"\ncount = 3\n"
        "[service.site]\nneeds = [\"2 of web\"]\nobjective = { slo = \"99.99%\" }\n");
    REQUIRE(codes_of(loaded.diagnostics).empty());
    const Scenario& scenario = loaded.scenario;
    REQUIRE(scenario.nodes.size() == 1);
    REQUIRE(scenario.nodes[0].failures.size() == 1);
    const FailureMode& mode = scenario.nodes[0].failures[0];
    CHECK(mode.name == "failure");
    CHECK(mode.mtbf->in_seconds() == 90 * 86400.0);
    CHECK(mode.mttr.origin.source == Source::file);
    CHECK(mode.mttr.origin.place.line == 4);
    CHECK(mode.mttr.origin.place.column == 8);
    CHECK(scenario.nodes[0].place.line == 2);
    CHECK(*scenario.groups[0].count == 3);
    CHECK(scenario.services[0].needs->front().at_least == 2);
    CHECK(scenario.services[0].objective.slo->target == Approx(0.9999));
}

TEST_CASE("every supported key binds", "[bind]") {
    const Loaded loaded = load_text(full_scenario);
    REQUIRE(codes_of(loaded.diagnostics).empty());
    const Scenario& s = loaded.scenario;
    CHECK(s.experiment.start->since_monday.in_hours() == 30);
    CHECK(*s.experiment.ages == Ages::steady);
    CHECK(s.experiment.at->size() == 2);
    CHECK(*s.experiment.precision == Approx(0.05));
    CHECK(s.domains[0].id == "world");  // A parent stands before its children.
    CHECK(named(s.domains, "eu").failures.size() == 2);
    const Node& web = s.nodes[0];
    REQUIRE(web.failures.size() == 5);
    CHECK(*web.failures[0].repair == RepairQuality::minimal);
    CHECK(*web.failures[0].when_down == ClockPolicy::renew);
    CHECK(web.failures[1].inspection->weekday == 6);
    CHECK(*web.failures[3].afr == Approx(0.014));
    CHECK(*web.failures[4].availability == Approx(0.999));
    const Group& group = s.groups[0];
    CHECK(group.spread->size() == 2);
    CHECK(*group.standby->mode == StandbyMode::warm);
    CHECK(*group.standby->success == Approx(0.98));
    CHECK(*group.spares->stock == 2);
    CHECK(*group.load_sharing == 1.5);
    REQUIRE(group.maintenance.size() == 1);
    CHECK(*group.maintenance[0].when_degraded == WhenDegraded::skip);
    CHECK(s.services[0].needs->size() == 4);
    CHECK(s.crews[0].hours->size() == 6);  // Five weekdays and Sunday.
    CHECK(sim::mean(*s.crews[0].decide).in_seconds() == 900);
    CHECK(*named(s.domains, "eu").level == FailureClass::region);
    CHECK(*s.causes[0].share == Approx(0.3));
    CHECK(s.causes[0].hits->at(1).kind == RefKind::tag);
    CHECK(s.events[0].action->lasting.has_value());
    CHECK_FALSE(*s.events[0].enabled);
}

TEST_CASE("a table may be written as one bare value, a list as one entry", "[bind]") {
    const Loaded loaded = load_text(
        "[group.web]\nnode = \"web\"\nstandby = \"cold\"\nspares = 2\nspread = \"eu/*\"\n"
        "maintenance = { every = \"30 d\", takes = \"2 h\" }\n[service.site]\nneeds = \"web\"\n"
        "[crew.ops]\nhours = \"Sun 02:00-06:00\"\n");
    REQUIRE(codes_of(loaded.diagnostics).empty());
    const Group& group = loaded.scenario.groups[0];
    CHECK(*group.standby->mode == StandbyMode::cold);
    CHECK(*group.spares->stock == 2);
    CHECK(group.spread->size() == 1);
    CHECK(group.maintenance.at(0).name == "maintenance");
    CHECK(loaded.scenario.services[0].needs->size() == 1);
    CHECK(loaded.scenario.crews[0].hours->size() == 1);
}

TEST_CASE("all mistakes are reported at once, in the order of their places", "[bind]") {
    const Loaded loaded = load_text(
        "[node.web]\nmtbf = 90\nmtr = \"2 h\"\n[group.web]\nnode = \"web\"\ncount = 0\n[servce.site]\nneeds = "
        "\"web\"\n");
    CHECK(codes_of(loaded.diagnostics) == "E021 3:8\nE051 4:1\nE024 7:9\nE050 8:2\n");
    CHECK(loaded.diagnostics[3].hint == "did you mean \"service\"?");
}

TEST_CASE("a value that cannot be read leaves its field empty but remembers that something was written", "[bind]") {
    const Loaded loaded = load_text("[node.web]\nmtbf = \"90 m\"\nmttr = \"2 h\"\n");
    REQUIRE(loaded.diagnostics.size() == 1);
    const FailureMode& mode = loaded.scenario.nodes[0].failures[0];
    CHECK_FALSE(mode.mtbf);
    CHECK(mode.mtbf.origin.place.line == 3);
}

TEST_CASE("what this version cannot simulate is an error with its place, never ignored", "[bind]") {
    const Loaded loaded = load_text(
        "[node.web]\nmtbf = \"1 d\"\n[group.a]\nnode = \"web\"\n"
        "[event.cut]\nat = \"1 d\"\ndo = \"scale a to 3\"\n");
    CHECK(codes_of(loaded.diagnostics) == "E090 8:7\n");
}

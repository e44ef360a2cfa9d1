// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "tests/catch.hpp"
#include "tests/models/engine/probe.hpp"

using namespace nines::oracle;
using nines::Duration;

// Times are constants, so that every trajectory can be followed by hand; ticks are a microsecond.

namespace {

std::string two_modes(const std::string& policy) {
    return R"toml(
        format = 1
        scenario = { horizon = "24 h" }
        [[node.box.failure]]
        name = "a"
        ttf = "10 h"
        ttr = "5 h"
        when_down = ")toml" +
           policy + R"toml("
        [[node.box.failure]]
        name = "b"
        ttf = "12 h"
        ttr = "1 h"
        when_down = ")toml" +
           policy + R"toml("
        [service.function]
        needs = ["box"]
    )toml";
}

std::string in_a_rack(const std::string& policy) {
    return R"toml(
        format = 1
        scenario = { horizon = "24 h" }
        [domain.rack]
        ttf = "10 h"
        ttr = "5 h"
        [node.server]
        ttf = "12 h"
        ttr = "1 h"
        when_cut_off = ")toml" +
           policy + R"toml("
        [group.servers]
        node = "server"
        in = ["rack"]
        [service.function]
        needs = ["servers"]
    )toml";
}

}  // namespace

TEST_CASE("a clock that resumes stands still while its node is down", "[engine][clocks]") {
    const auto study = run_text(two_modes("resume"), {.trials = 1});

    // a: 10-15. b has run 10 h of its 12 and runs again from 15: 17-18. a, new at 15, has run 2 h and goes on: 26.
    CHECK(failures(study, "node:box:a") == 1);
    CHECK(hours_down(study, "node:box:a") == Approx(5));
    CHECK(failures(study, "node:box:b") == 1);
    CHECK(hours_down(study, "node:box:b") == Approx(1));
    CHECK(service_hours_down(study) == Approx(6));
    CHECK(service_outages(study) == 2);
}

TEST_CASE("a clock that renews starts afresh after its node was down", "[engine][clocks]") {
    const auto study = run_text(two_modes("renew"), {.trials = 1, .horizon = Duration::hours(80)});

    // a: 10-15, 25-30, 40-45, 55-60, 70-75: b begins anew each time and never reaches its 12 h.
    CHECK(failures(study, "node:box:a") == 5);
    CHECK(failures(study, "node:box:b") == 0);
    CHECK(service_hours_down(study) == Approx(25));
}

TEST_CASE("a clock that ages runs on while its node is down", "[engine][clocks]") {
    const auto study = run_text(two_modes("age"), {.trials = 1});

    // a: 10-15; b: 12-13 within it, then 13 + 12 = 25; a again at 25.
    CHECK(failures(study, "node:box:a") == 1);
    CHECK(failures(study, "node:box:b") == 1);
    CHECK(hours_down(study, "node:box:b") == Approx(1));
    CHECK(service_hours_down(study) == Approx(5));
    CHECK(service_outages(study) == 1);
}

TEST_CASE("by default a server in a dead rack goes on ageing and failing", "[engine][domain]") {
    const auto study = run_text(in_a_rack("age"), {.trials = 1});

    // Rack 10-15; server 12-13 within it, then at 25.
    CHECK(failures(study, "node:servers/1:failure") == 1);
    CHECK(service_hours_down(study) == Approx(5));
    CHECK(study.estimate("node:servers/1", "downtime_per_year") == Approx(5.0 * 3600 * 365));
}

TEST_CASE("a server whose clock resumes does not age in a dead rack", "[engine][domain]") {
    const auto study = run_text(in_a_rack("resume"), {.trials = 1});

    // Rack 10-15; server at 17-18.
    CHECK(failures(study, "node:servers/1:failure") == 1);
    CHECK(service_hours_down(study) == Approx(6));
    CHECK(service_outages(study) == 2);
}

TEST_CASE("a server whose clock renews is new when its rack comes back", "[engine][domain]") {
    const auto study = run_text(in_a_rack("renew"), {.trials = 1, .horizon = Duration::hours(80)});

    // The rack is down 10-15, 25-30, ..; the server never runs 12 h on end.
    CHECK(failures(study, "node:servers/1:failure") == 0);
    CHECK(service_hours_down(study) == Approx(25));
}

TEST_CASE("a zone takes its racks along and nothing beside it", "[engine][domain]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "24 h" }
        [domain.region]
        split = "2 zone"
        [domain."region/zone1"]
        ttf = "10 h"
        ttr = "3 h"
        [node.server]
        ttf = "never"
        [group.servers]
        node = "server"
        count = 4
        spread = "region/*"
        [service.any]
        needs = ["1 of servers"]
        [service.three]
        needs = ["3 of servers"]
        [service.last]
        needs = ["servers/4"]
        [service.first]
        needs = ["servers/1"]
    )toml",
                                {.trials = 1});

    // Members 1 and 3 are in zone1, down 10-13 and 23-24.
    CHECK(service_hours_down(study, 0) == 0);
    CHECK(service_hours_down(study, 1) == Approx(4));
    CHECK(service_hours_down(study, 2) == 0);
    CHECK(service_hours_down(study, 3) == Approx(4));
}

TEST_CASE("minimal repair leaves the failures of an ageing part to its cumulative hazard", "[engine][clocks]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "3000 h" }
        [node.pump]
        ttf = "weibull(shape 2, scale 1000 h)"
        ttr = "1 s"
        repair = "minimal"
        [service.function]
        needs = ["pump"]
    )toml",
                                {.trials = 20000});

    // (T / scale)^shape = 9 failures; wrong: about 3.7, good as new after each repair.
    CHECK_EXACT(study, "service:function", "outages_per_year", 9.0 * 8760 / 3000, 3.7 * 8760 / 3000);
}

TEST_CASE("a replacement ends the age that minimal repairs had kept", "[engine][clocks]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "10500 h" }
        [node.pump]
        ttf = "weibull(shape 2.5, scale 1000 h)"
        ttr = "1 s"
        repair = "minimal"
        replace_at_age = "1000 h"
        [service.function]
        needs = ["pump"]
    )toml",
                                {.trials = 20000});

    // Ten times one failure and one replacement, and 0.5^2.5 failures in the rest; wrong: never replaced, 10.5^2.5.
    const double expected = 20.0 + std::pow(0.5, 2.5);
    CHECK_EXACT(study, "service:function", "outages_per_year", expected * 8760 / 10500, 357.0 * 8760 / 10500);
}

TEST_CASE("members that share a load fail faster when fewer are left", "[engine][sharing]") {
    const std::string toml = R"toml(
        format = 1
        scenario = { horizon = "100000 h" }
        [node.pump]
        mttf = "1000 h"
        [group.pumps]
        node = "pump"
        count = 2
        load_sharing = 1
        [service.function]
        needs = ["1 of pumps"]
    )toml";
    const auto study = run_text(toml, {.trials = 50000});
    const auto squared = run_text(toml, {.trials = 50000, .overrides = {"group.pumps.load_sharing=2"}});

    // 1/(2l) + 1/(2^x l); wrong: independent, 1.5 / l.
    CHECK_EXACT(study, "service:function", "mean_time_to_first_outage", 1000.0 * 3600, 1500.0 * 3600);
    CHECK_EXACT(squared, "service:function", "mean_time_to_first_outage", 750.0 * 3600, 1500.0 * 3600);
}

TEST_CASE("a shared load uses up the age of the one that is left", "[engine][sharing]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "140 h" }
        [node.pump]
        ttf = "100 h"
        ttr = "10 h"
        [group.pumps]
        node = "pump"
        count = 2
        load_sharing = 1
        [event.first]
        at = "50 h"
        do = "fail pumps/1 for 10 h"
        [service.both]
        needs = ["all of pumps"]
    )toml",
                                {.trials = 1});

    // pumps/2 has 50 h left at 50; 50-60 counts double, so 30 h left at 60: fails at 90, back at 100. pumps/1 stands
    // still 50-60 and has 50 h left then; 30 h pass till 90, 20 h are left and count double: 100 as well. Tie: at the
    // same instant pumps/2 returns and pumps/1 fails, 100-110.
    CHECK(failures(study, "node:pumps/2:failure") == 1);
    CHECK(failures(study, "node:pumps/1:failure") == 1);
    CHECK(hours_down(study, "node:pumps/1:event:first") == Approx(10));
    CHECK(service_hours_down(study) == Approx(30));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "tests/catch.hpp"
#include "tests/models/engine/probe.hpp"

using namespace nines::oracle;
using nines::Duration;

TEST_CASE("a latent failure waits for the next inspection", "[engine][latent]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "72000 h" }
        [node.valve]
        mttf = "1000 h"
        ttr = "1 s"
        inspection = "every 720 h"
        [service.function]
        needs = ["valve"]
    )toml",
                                {.trials = 1000});

    // 1 - (1 - exp(-lT)) / (lT) with lT = 0.72; wrong: noticed at once, about 0.
    const double exact = 1 - (1 - std::exp(-0.72)) / 0.72;
    CHECK_EXACT(study, "service:function", "unavailability", exact, 1e-6);
}

TEST_CASE("a failure that someone notices after a while is down for that while too", "[engine][latent]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "24 h" }
        [node.box]
        ttf = "10 h"
        ttr = "2 h"
        noticed_after = "5 h"
        [service.function]
        needs = ["box"]
    )toml",
                                {.trials = 1});
    CHECK(service_hours_down(study) == Approx(7));
}

TEST_CASE("a shock reaches its share of the targets", "[engine][cause]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "95 h" }
        [node.box]
        ttf = "never"
        [group.boxes]
        node = "box"
        count = 20
        [cause.update]
        hits = "boxes/*"
        ttf = "10 h"
        share = "30%"
        ttr = "1 h"
        [service.all]
        needs = ["all of boxes"]
        [service.any]
        needs = ["15 of boxes"]
    )toml",
                                {.trials = 5000});

    // Nine shocks, each reaching one box with 0.3: 2.7 failures, variance 9 * 0.3 * 0.7 over 5000 trials.
    CHECK(std::abs(failures(study, "node:boxes/7:cause:update") - 2.7) < bound * std::sqrt(9 * 0.21 / 5000));
    // P(none of 20 hit) = 0.7^20; wrong: one draw for all targets.
    const double hours = 9.0 * (1 - std::pow(0.7, 20));
    CHECK_EXACT(study, "service:all", "unavailability", hours / 95, 9 * 0.3 / 95);
    // P(more than 5 of 20 hit) = 1 - 0.41637; wrong: the same.
    CHECK_EXACT(study, "service:any", "unavailability", 9 * (1 - 0.4163708) / 95, 9 * 0.3 / 95);
}

TEST_CASE("the hits of a shock that spreads fall uniformly in its time", "[engine][cause]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "19 h" }
        [node.box]
        ttf = "never"
        [group.boxes]
        node = "box"
        count = 2
        [cause.heat]
        hits = "boxes/*"
        ttf = "10 h"
        spread_over = "2 h"
        ttr = "30 h"
        [service.one]
        needs = ["boxes/1"]
        [service.any]
        needs = ["1 of boxes"]
    )toml",
                                {.trials = 20000});

    // First hit 10 h + U(0, 2 h): mean 11 h; both down after the later of two, 10 + 4/3 h. wrong: both at 10 h.
    CHECK_EXACT(study, "service:one", "mean_time_to_first_outage", 11.0 * 3600, 10.0 * 3600);
    CHECK_EXACT(study, "service:any", "mean_time_to_first_outage", (10.0 + 4.0 / 3.0) * 3600, 11.0 * 3600);
    const auto& first = study.outcome.tally.services[0].first_outage;
    CHECK(first.min >= 10.0 * 3600);
    CHECK(first.max <= 12.0 * 3600);
}

TEST_CASE("a shock without a repair of its own is repaired like the target's first mode", "[engine][cause]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "15 h" }
        [node.box]
        ttf = "never"
        ttr = "3 h"
        [group.boxes]
        node = "box"
        [cause.power]
        hits = "boxes/*"
        ttf = "10 h"
        [service.function]
        needs = ["boxes"]
    )toml",
                                {.trials = 1});
    CHECK(service_hours_down(study) == Approx(3));
}

TEST_CASE("a cause may strike a service itself", "[engine][cause]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "15 h" }
        [node.box]
        ttf = "never"
        [group.boxes]
        node = "box"
        count = 3
        [cause.bad-deploy]
        hits = ["service:shop"]
        ttf = "10 h"
        ttr = "2 h"
        [service.shop]
        needs = ["1 of boxes"]
        [service.everything]
        needs = ["shop"]
    )toml",
                                {.trials = 1});
    CHECK(service_hours_down(study, 0) == Approx(2));
    CHECK(service_hours_down(study, 1) == Approx(2));
    CHECK(study.estimate("group:boxes", "unavailability") == 0);
}

TEST_CASE("events fail and restore at their time", "[engine][event]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "24 h" }
        [domain.room]
        ttf = "never"
        [node.box]
        ttf = "never"
        ttr = "20 h"
        [group.boxes]
        node = "box"
        count = 2
        in = ["room"]
        [event.drill]
        at = "2 h"
        do = "fail domain room for 3 h"
        [event.break]
        at = "10 h"
        do = "fail boxes/1"
        [event.mend]
        at = "14 h"
        do = "restore boxes/1"
        [event.never]
        at = "20 h"
        do = "fail boxes/1"
        enabled = false
        [service.one]
        needs = ["boxes/1"]
        [service.any]
        needs = ["1 of boxes"]
    )toml",
                                {.trials = 1});
    CHECK(service_hours_down(study, 0) == Approx(3 + 4));
    CHECK(service_hours_down(study, 1) == Approx(3));
}

TEST_CASE("maintenance goes from member to member", "[engine][maintenance]") {
    const std::string toml = R"toml(
        format = 1
        scenario = { horizon = "40 h" }
        [node.box]
        ttf = "never"
        [group.boxes]
        node = "box"
        count = 3
        maintenance = { every = "24 h", takes = "2 h" }
        [event.trouble]
        at = "20 h"
        do = "fail boxes/2 for 7 h"
        enabled = false
        [service.two]
        needs = ["2 of boxes"]
        [service.all]
        needs = ["all of boxes"]
    )toml";

    // 24-26, 26-28, 28-30: never two at once.
    const auto study = run_text(toml, {.trials = 1});
    CHECK(service_hours_down(study, 0) == 0);
    CHECK(service_hours_down(study, 1) == Approx(6));
    CHECK(study.estimate("service:all", "planned_downtime_per_year") == Approx(6.0 * 3600 * 8760 / 40));

    // With boxes/2 down 20-27 the first maintenance leaves one box for 24-26, the second adds 27-28 to its downtime.
    const auto goes = run_text(toml, {.trials = 1, .overrides = {"event.trouble.enabled=true"}});
    CHECK(service_hours_down(goes, 0) == Approx(2));
    CHECK(service_hours_down(goes, 1) == Approx(10));

    // Skipped while another is not up: 24 and 26 are left out, 28-30 happens.
    const auto skips = run_text(
        toml, {.trials = 1, .overrides = {"event.trouble.enabled=true", "group.boxes.maintenance.when_degraded=skip"}});
    CHECK(service_hours_down(skips, 0) == 0);
    CHECK(service_hours_down(skips, 1) == Approx(9));
}

TEST_CASE("maintenance that is left out is not tried again at the same instant", "[engine][maintenance]") {
    // 0.3 s is no whole number of ticks: an instant rounded down must not count as still to come.
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "50 h" }
        [node.box]
        ttf = "never"
        [group.boxes]
        node = "box"
        count = 8
        maintenance = { every = "1 h", takes = "1 s", stagger = "300 ms", when_degraded = "skip" }
        [event.trouble]
        at = "1 min"
        do = "fail boxes/8 for 100 h"
        [service.one]
        needs = ["1 of boxes"]
    )toml",
                                {.trials = 1});
    CHECK(service_hours_down(study) == 0);
    CHECK(study.outcome.tally.events < 500);
}

TEST_CASE("a maintenance window comes once a period though its instants are no whole ticks", "[engine][maintenance]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "1000 s" }
        [node.box]
        ttf = "never"
        [group.boxes]
        node = "box"
        count = 1
        maintenance = { every = "700 ms", takes = "1 ms" }
        [service.one]
        needs = ["1 of boxes"]
    )toml",
                                {.trials = 1});
    CHECK(failures(study, "node:boxes/1:maintenance") == 1428);
}

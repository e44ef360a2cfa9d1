// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "models/results/metric_catalogue.hpp"
#include "tests/catch.hpp"
#include "tests/models/engine/failover_trace.hpp"
#include "tests/models/engine/probe.hpp"

using namespace nines;
using namespace nines::engine;

namespace {

/// Three machines that fail only when an event says so, beside an arbiter and a keeper of locks; repaired in 1000 s.
/// With `maintenance` each is out for 100 s, the first at 5000 s, the others 200 s apart.
std::string scenario_of(const std::string& store, const std::string& events, bool maintenance = false) {
    return std::string(R"toml(
        format = 1
        scenario = { horizon = "9000 s" }
        [node.arbiter]
        ttf = "never"
        ttr = "1000 s"
        [node.machine]
        ttf = "never"
        ttr = "1000 s"
        [group.db]
        node = "machine"
        count = 3
    )toml") +
           (maintenance ? "maintenance = { every = \"5000 s\", takes = \"100 s\", stagger = \"200 s\" }\n" : "") +
           R"toml(
        [service.shop]
        needs = ["x", "any of arbiter, db"]
        [store.x]
        on = "db"
    )toml" +
           store + events;
}

std::string fail(int at, const std::string& what) {
    return "[event.e" + std::to_string(at) + "]\nat = \"" + std::to_string(at) + " s\"\ndo = \"" + what + "\"\n";
}

std::string text_of(const std::string& store, const std::string& events, bool maintenance = false) {
    return trace_of(scenario_of(store, events, maintenance)).text();
}

std::string failover(const std::string& more) {
    return "failover = { detect = \"10 s\", promote = \"5 s\", " + more + " }\n";
}

using Roles = std::vector<CopyRole>;

}  // namespace

// --- planned work ---------------------------------------------------------------------------------------------------

TEST_CASE("maintenance of the primary begins with a hand-over that takes its time and loses nothing",
          "[engine][handover]") {
    const std::string lag = "replication = { mode = \"async\", lag = \"7 s\" }\n";
    const auto trace = trace_of(scenario_of(lag + failover("switchover = \"3 s\""), "", true));
    // At 5000 s db/1 goes to db/2; at 5200 s db/2 goes back to db/1; db/3 matters to nobody.
    CHECK(trace.text() ==
          "5000 switching, 5003 promote#2-current-0, 5003 serving, 5200 switching, 5203 promote#1-current-0, "
          "5203 serving");
    CHECK(trace.roles() == Roles{CopyRole::primary, CopyRole::replica, CopyRole::replica});
}

TEST_CASE("without a switchover, planned work costs what a failover does that is known at once", "[engine][handover]") {
    CHECK(text_of("failover = { detect = \"10 s\", promote = \"5 s\" }\n", "", true) ==
          "5000 promoting, 5005 promote#2-current-0, 5005 serving, 5200 promoting, 5205 promote#1-current-0, "
          "5205 serving");
}

TEST_CASE("a hand-over whose successor is lost, or that does not work, is a failover", "[engine][handover]") {
    CHECK(text_of(failover("switchover = \"30 s\""), fail(5010, "fail db/2"), true) ==
          "5000 switching, 5010 promoting, 5015 promote#3-current-0, 5015 serving, 5400 switching, "
          "5430 promote#1-current-0, 5430 serving");
    CHECK(text_of(failover("switchover = { takes = \"3 s\", works = \"0%\" }, by_hand = \"1 s\""), "", true) ==
          text_of("failover = { detect = \"10 s\", promote = \"5 s\", by_hand = \"1 s\" }\n", "", true));
}

TEST_CASE("nobody hands over when the automation cannot work", "[engine][handover]") {
    const std::string store = failover("switchover = \"3 s\", needs = \"arbiter\"");
    CHECK(text_of(store, fail(4990, "fail node arbiter"), true) == "5000 stranded, 5100 serving");
}

TEST_CASE("switchovers are counted for themselves, and their time is planned downtime", "[engine][handover]") {
    const auto study = oracle::run_text(scenario_of(failover("switchover = \"3 s\""), "", true), {.trials = 2});
    const double years = 365.0 * 86400.0 / 9000.0;
    CHECK(study.estimate("store:x", "switchovers_per_year") == Approx(2 * years));
    CHECK(study.estimate("store:x", "failovers_per_year") == 0.0);
    CHECK(study.estimate("service:shop", "planned_downtime_per_year") == Approx(6 * years));
    CHECK(study.estimate("service:shop", "downtime_per_year") == Approx(6 * years));
    CHECK(results::find_metric(study.results, "store:x", "data_loss_mean") == nullptr);
}

TEST_CASE("the address of a balancer moves by a hand-over too, if what its failover needs is there",
          "[engine][handover]") {
    const auto text = [](const std::string& failover, const std::string& events) {
        return trace_of(R"toml(
            format = 1
            scenario = { horizon = "9000 s" }
            [node.arbiter]
            ttf = "never"
            ttr = "1000 s"
            [node.machine]
            ttf = "never"
            ttr = "1000 s"
            [group.lb]
            node = "machine"
            count = 2
            maintenance = { every = "5000 s", takes = "100 s", stagger = "200 s" }
            [group.web]
            node = "machine"
            count = 2
            [balancer.edge]
            on = "lb"
            to = ["web"]
            [service.shop]
            entry = "edge"
            needs = ["any of arbiter, web"]
        )toml" + failover +
                        events)
            .text();
    };
    const std::string by_vrrp = "[balancer.edge.failover]\ndetect = \"4 s\"\nswitchover = \"1 s\"\n";
    CHECK(text(by_vrrp, "") ==
          "5000 switching, 5001 promote#2-current-0, 5001 serving, 5200 switching, 5201 promote#1-current-0, "
          "5201 serving");
    CHECK(text(by_vrrp + "needs = \"arbiter\"\n", fail(4990, "fail node arbiter")) == "5000 stranded, 5100 serving");
}

// --- failback -------------------------------------------------------------------------------------------------------

TEST_CASE("the first copy is primary again when it has followed for the time of the failback", "[engine][handover]") {
    const auto trace =
        trace_of(scenario_of(failover("switchover = \"3 s\", failback = \"500 s\""), fail(100, "fail db/1")));
    CHECK(trace.text() ==
          "100 detecting, 110 promoting, 115 promote#2-current-0, 115 serving, 1600 switching, "
          "1603 promote#1-current-0, 1603 serving");
    CHECK(trace.roles() == Roles{CopyRole::primary, CopyRole::replica, CopyRole::replica});
}

TEST_CASE("a failback at once follows the resynchronisation", "[engine][handover]") {
    const std::string store =
        "failover = { detect = \"10 s\", promote = \"5 s\", warm = \"50 s\", switchover = \"3 s\", failback = "
        "\"instant\" }\n";
    // db/1 is back at 1100 s, while db/3, after the loss of db/2 at 1080 s, is warming up.
    const std::string events = fail(100, "fail db/1") + fail(1080, "fail db/2");
    CHECK(text_of(store, events) ==
          "100 detecting, 110 promoting, 115 promote#2-current-0, 115 warming, 165 serving, 1080 detecting, "
          "1090 promoting, 1095 promote#3-current-0, 1095 warming, 1145 switching, 1148 promote#1-current-0, "
          "1148 serving");
    // One outage from 1080 s to 1148 s.
    const auto study = oracle::run_text(scenario_of(store, events), {.trials = 2});
    CHECK(study.estimate("service:shop", "outages_per_year") == Approx(2 * 365.0 * 86400.0 / 9000.0));
}

TEST_CASE("a service that is back for no time before a failback at once has one outage", "[engine][handover]") {
    const std::string both = "[service.both]\nneeds = [\"x\", \"db/1\"]\n";
    const auto study = oracle::run_text(
        scenario_of(failover("switchover = \"3 s\", failback = \"instant\""), fail(100, "fail db/1") + both),
        {.trials = 2});
    // db/1 is back at 1100 s and whole at once; the hand-over to it ends at 1103 s.
    CHECK(study.estimate("service:both", "outages_per_year") == Approx(365.0 * 86400.0 / 9000.0));
    CHECK(study.estimate("service:both", "mean_down_time") == Approx(1003.0));
}

TEST_CASE("a failure during the wait begins it anew", "[engine][handover]") {
    const std::string store = failover("switchover = \"3 s\", failback = \"500 s\"");
    // db/2, primary since 115 s, fails at 1200 s: db/1 takes over by itself, and nothing is left to be done.
    CHECK(text_of(store, fail(100, "fail db/1") + fail(1200, "fail db/2")) ==
          "100 detecting, 110 promoting, 115 promote#2-current-0, 115 serving, 1200 detecting, 1210 promoting, "
          "1215 promote#1-current-0, 1215 serving");
    // db/1 itself fails again at 1300 s and is back at 2300 s.
    CHECK(text_of(store, fail(100, "fail db/1") + fail(1300, "fail db/1")) ==
          "100 detecting, 110 promoting, 115 promote#2-current-0, 115 serving, 2800 switching, "
          "2803 promote#1-current-0, 2803 serving");
}

TEST_CASE("a failback whose copy is lost on the way leaves the primary where it is", "[engine][handover]") {
    const std::string store = failover("switchover = \"30 s\", failback = \"500 s\"");
    CHECK(text_of(store, fail(100, "fail db/1") + fail(1610, "fail db/1")) ==
          "100 detecting, 110 promoting, 115 promote#2-current-0, 115 serving, 1600 switching, 1610 serving, "
          "3110 switching, 3140 promote#1-current-0, 3140 serving");
}

TEST_CASE("a failback is charged to itself as planned downtime", "[engine][handover]") {
    const auto study = oracle::run_text(
        scenario_of(failover("switchover = \"3 s\", failback = \"500 s\""), fail(100, "fail db/1")), {.trials = 2});
    const double years = 365.0 * 86400.0 / 9000.0;
    CHECK(study.estimate("service:shop", "planned_downtime_per_year") == Approx(3 * years));
    CHECK(study.estimate("service:shop", "downtime_per_year") == Approx((3 + 15) * years));
    bool is_named = false;
    for (const auto& chain : study.results.chains) {
        is_named = is_named || chain.cause == std::vector<std::string>{"store:x:switching"};
    }
    CHECK(is_named);
}

// --- stepping down --------------------------------------------------------------------------------------------------

TEST_CASE("a primary without what it needs steps down when its lease has run out, and is elected again",
          "[engine][handover]") {
    const std::string store =
        "failover = { detect = \"10 s\", decide = \"2 s\", promote = \"5 s\", redirect = \"4 s\", needs = \"arbiter\", "
        "without_needs = \"step-down\", step_down = \"15 s\" }\n";
    CHECK(text_of(store, fail(100, "fail node arbiter")) ==
          "115 stepped-down, 1100 deciding, 1102 redirecting, 1106 serving");
    // Without `step_down` it is the time in which silence is noticed.
    CHECK(text_of(failover("needs = \"arbiter\", without_needs = \"step-down\""), fail(100, "fail node arbiter")) ==
          "110 stepped-down, 1100 serving");
    CHECK(text_of(failover("needs = \"arbiter\""), fail(100, "fail node arbiter")).empty());
}

TEST_CASE("what is back before the lease has run out was never missed", "[engine][handover]") {
    const std::string store = failover("needs = \"arbiter\", without_needs = \"step-down\", step_down = \"1001 s\"");
    CHECK(text_of(store, fail(100, "fail node arbiter")).empty());
}

TEST_CASE("nobody begins to serve without what is needed to serve", "[engine][handover]") {
    const std::string store = failover("needs = \"arbiter\", without_needs = \"step-down\", step_down = \"15 s\"");
    // The primary fails and is back before the arbiter is; another takes over when the arbiter is back first.
    CHECK(text_of(store, fail(100, "fail db/1") + fail(101, "fail node arbiter")) ==
          "100 detecting, 110 stranded, 1100 stepped-down, 1101 serving");
    CHECK(text_of(store, fail(100, "fail node arbiter") + fail(200, "fail db/1")) ==
          "115 stepped-down, 1100 promoting, 1105 promote#2-current-0, 1105 serving");
}

TEST_CASE("an outage without needs is charged to what is needed", "[engine][handover]") {
    const auto study = oracle::run_text(
        scenario_of(failover("needs = \"arbiter\", without_needs = \"step-down\""), fail(100, "fail node arbiter")),
        {.trials = 2});
    REQUIRE_FALSE(study.results.chains.empty());
    CHECK(study.results.chains.front().cause == std::vector<std::string>{"event:e100", "store:x:stepped-down"});
}

// --- the replica that is waited for by name -------------------------------------------------------------------------

TEST_CASE("writes hang for the first replica though another is there, until that takes over", "[engine][handover]") {
    const std::string first = "replication = { mode = \"sync\", sync_with = \"first\", stall = \"8 s\" }\n" +
                              std::string("failover = { detect = \"10 s\", promote = \"5 s\" }\n");
    CHECK(text_of(first, fail(100, "fail db/2")) == "100 stalled, 108 serving");
    CHECK(text_of(first, fail(100, "fail db/3")).empty());
    // After db/2 has gone it is db/3 that is waited for; when db/2 is back, it is db/2 again.
    CHECK(text_of(first, fail(100, "fail db/2") + fail(200, "fail db/3")) ==
          "100 stalled, 108 serving, 200 stalled, 208 serving");
    CHECK(text_of(first, fail(100, "fail db/2") + fail(2000, "fail db/2")) ==
          "100 stalled, 108 serving, 2000 stalled, 2008 serving");
    const std::string any = "replication = { mode = \"sync\", stall = \"8 s\" }\n" +
                            std::string("failover = { detect = \"10 s\", promote = \"5 s\" }\n");
    CHECK(text_of(any, fail(100, "fail db/2")).empty());
}

TEST_CASE("who is lost while writes hang for another does not end the wait", "[engine][handover]") {
    const std::string first =
        "replication = { mode = \"sync\", sync_with = \"first\", stall = \"20 s\", without_replica = \"block\" }\n"
        "failover = { detect = \"10 s\", promote = \"5 s\" }\n";
    CHECK(text_of(first, fail(100, "fail db/2") + fail(110, "fail db/3")) == "100 stalled, 120 blocked, 1100 serving");
}

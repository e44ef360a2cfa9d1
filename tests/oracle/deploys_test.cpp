// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>

#include "models/observe/trace.hpp"
#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using nines::oracle::bound;
using nines::oracle::run_text;
using nines::oracle::Setup;
using nines::oracle::Study;

namespace {

constexpr double minute = 60.0;
constexpr double hour = 3600.0;
constexpr double year = 365.0 * 86400.0;

/// Members that never fail on their own, so that all that happens comes from their deploys. At 1 d, 2 d, .. 364 d a new
/// version comes.
std::string group_of(int count, const std::string& deploy, const std::string& needs, const std::string& more = "") {
    return "format = 1\nscenario = { horizon = \"1 y\" }\n[node.web]\nttf = \"never\"\nttr = \"1 h\"\n" + more +
           "\n[group.web]\nnode = \"web\"\ncount = " + std::to_string(count) + "\ndeploy = { every = \"1 d\", " +
           deploy + " }\n[service.site]\nneeds = [" + needs + "]\n";
}

constexpr double deploys = 364.0;

double per_year(const Study& study, const char* metric) {
    return study.estimate("service:site", metric);
}

}  // namespace

TEST_CASE("a lone member is down for the rate of bad versions times the time to undo them", "[oracle][deploy]") {
    const auto constant = run_text(group_of(1, R"(fails = "5%", undo = "2 h")", "\"web\""), {.trials = 4000});
    // 364 deploys, 5 % bad, 2 h each, over 8760 h.
    CHECK_EXACT(constant, "service:site", "unavailability", deploys * 0.05 * 2.0 / 8760.0,
                deploys * 0.05 * 2.1 / 8760.0);
    CHECK(per_year(constant, "outages_per_year") == Approx(deploys * 0.05).epsilon(0.02));
    CHECK(constant.estimate("group:web", "deploys_per_year") == Approx(deploys));
    CHECK(std::abs(constant.z("group:web", "failed_deploys_per_year", deploys * 0.05)) < bound);

    const std::string law = R"toml(fails = "5%", undo = "lognormal(median 20 min, p95 1 h)")toml";
    const auto lognormal = run_text(group_of(1, law, "\"web\""), {.trials = 4000});
    // Mean median * exp(sigma^2 / 2), sigma = ln(3) / 1.6448536 from p95 / median = 3.
    const double sigma = std::log(3.0) / 1.6448536269514722;
    const double mean = 20.0 * minute * std::exp(sigma * sigma / 2.0);
    CHECK_EXACT(lognormal, "service:site", "unavailability", deploys * 0.05 * mean / year,
                deploys * 0.05 * 20.0 * minute / year);
}

TEST_CASE("what is noticed within the first batch strikes that batch and no other", "[oracle][deploy]") {
    // A quarter of 8 members are 2: 7 of them are too many to ask for, 6 are not.
    const std::string deploy = R"(strategy = "rolling 25%", pause = "10 min", fails = "20%", undo = "1 h")";
    const auto seven = run_text(group_of(8, deploy, "\"7 of web\""), {.trials = 2000});
    const double share = deploys * 0.2 * hour / year;
    CHECK_EXACT(seven, "service:site", "unavailability", share, share / 4.0);
    CHECK(seven.estimate("group:web", "mean_members_up") == Approx(8.0 - 2.0 * share).epsilon(1e-4));
    const auto six = run_text(group_of(8, deploy, "\"6 of web\""), {.trials = 200});
    CHECK(per_year(six, "outages_per_year") == 0.0);
}

TEST_CASE("a canary that is noticed in time bears a bad version alone", "[oracle][deploy]") {
    const auto text = [](const std::string& noticed, const std::string& needs) {
        return group_of(
            20,
            R"(strategy = "canary 5% for 10 min", fails = "10%", undo = "20 min", noticed_after = ")" + noticed + "\"",
            needs);
    };
    // One of 20 is the canary; it is hit for 5 + 20 min.
    const auto in_time = run_text(text("5 min", "\"all of web\""), {.trials = 2000});
    CHECK_EXACT(in_time, "service:site", "unavailability", deploys * 0.1 * 25.0 * minute / year,
                deploys * 0.1 * 20.0 * minute / year);
    CHECK(per_year(run_text(text("5 min", "\"19 of web\""), {.trials = 100}), "outages_per_year") == 0.0);
    // Exactly at the end of the watch is in time too.
    CHECK(per_year(run_text(text("10 min", "\"19 of web\""), {.trials = 100}), "outages_per_year") == 0.0);
    // After 15 min all have had it for 5 min: the last goes down 10 min after the canary and all are back at 35 min.
    const auto late = run_text(text("15 min", "\"1 of web\""), {.trials = 2000});
    CHECK_EXACT(late, "service:site", "unavailability", deploys * 0.1 * 25.0 * minute / year,
                deploys * 0.1 * 35.0 * minute / year);
}

TEST_CASE("after the canary the others may follow in batches", "[oracle][deploy]") {
    // Canary 1 of 4 at 0 min, 2 more at 10 min, the last at 15 min; noticed at 12 min: three have it.
    const std::string deploy =
        R"(strategy = "canary 1 for 10 min, then rolling 50%", pause = "5 min", noticed_after = "12 min",)"
        R"( fails = "10%", undo = "30 min")";
    const auto two = run_text(group_of(4, deploy, "\"2 of web\""), {.trials = 2000});
    // Only one is left from 10 min to 12 + 30 min.
    CHECK_EXACT(two, "service:site", "unavailability", deploys * 0.1 * 32.0 * minute / year,
                deploys * 0.1 * 42.0 * minute / year);
    CHECK(per_year(run_text(group_of(4, deploy, "\"1 of web\""), {.trials = 100}), "outages_per_year") == 0.0);
}

TEST_CASE("members that are out while they are replaced are planned downtime", "[oracle][deploy]") {
    const std::string deploy = R"(strategy = "rolling 1", takes = "10 min", pause = "1 min")";
    const auto all = run_text(group_of(4, deploy, "\"all of web\""), {.trials = 20});
    // Each of 4 members for 10 min at each deploy, one after the other; nothing of it is chance.
    CHECK(per_year(all, "planned_downtime_per_year") == Approx(deploys * 4.0 * 10.0 * minute));
    CHECK(per_year(all, "unplanned_downtime_per_year") == 0.0);
    CHECK(per_year(all, "outages_per_year") == Approx(deploys * 4.0));
    const auto three = run_text(group_of(4, deploy, "\"3 of web\""), {.trials = 20});
    CHECK(per_year(three, "planned_downtime_per_year") == 0.0);
    CHECK(three.estimate("group:web", "mean_members_up") ==
          Approx(4.0 - deploys * 4.0 * 10.0 * minute / year).epsilon(1e-9));

    const std::string random = R"toml(strategy = "all", takes = "uniform(5 min, 15 min)")toml";
    const auto drawn = run_text(group_of(3, random, "\"1 of web\""), {.trials = 500});
    CHECK_EXACT(drawn, "service:site", "unavailability", deploys * 10.0 * minute / year,
                deploys * 10.5 * minute / year);
}

TEST_CASE("planned and unplanned downtime of deploys add up to all of it", "[oracle][deploy]") {
    const std::string deploy = R"(strategy = "all", takes = "10 min", fails = "5%", undo = "1 h")";
    const auto study = run_text(group_of(2, deploy, "\"1 of web\""), {.trials = 2000});
    CHECK(per_year(study, "planned_downtime_per_year") == Approx(deploys * 10.0 * minute));
    CHECK_EXACT(study, "service:site", "unplanned_downtime_per_year", deploys * 0.05 * hour,
                deploys * 0.05 * 70.0 * minute);
    CHECK(per_year(study, "planned_downtime_per_year") + per_year(study, "unplanned_downtime_per_year") ==
          Approx(per_year(study, "downtime_per_year")));
    // The absence of each deploy, and after it the bad version of some.
    CHECK(per_year(study, "outages_per_year") == Approx(deploys * 1.05).epsilon(0.005));
    bool names_deploy = false;
    bool names_rollout = false;
    for (const auto& chain : study.results.chains) {
        names_deploy = names_deploy || chain.cause == std::vector<std::string>{"group:web:deploy"};
        names_rollout = names_rollout || chain.cause == std::vector<std::string>{"group:web:rollout"};
    }
    CHECK(names_deploy);
    CHECK(names_rollout);
}

TEST_CASE("a blue-green deploy takes nobody out and strikes all at once", "[oracle][deploy]") {
    const std::string deploy = R"(strategy = "blue-green", takes = "10 min", fails = "5%", undo = "2 min")";
    const auto study = run_text(group_of(6, deploy, "\"1 of web\""), {.trials = 4000});
    CHECK_EXACT(study, "service:site", "unavailability", deploys * 0.05 * 2.0 * minute / year,
                deploys * 0.05 * 12.0 * minute / year);
}

TEST_CASE("good versions that take no time are no events, however many there are", "[oracle][deploy]") {
    const auto text = [](const std::string& every, const std::string& fails) {
        return "format = 1\nscenario = { horizon = \"1 y\" }\n[node.web]\nttf = \"never\"\nttr = \"1 h\"\n[group.web]\n"
               "node = \"web\"\ncount = 8\ndeploy = { every = \"" +
               every + "\", fails = \"" + fails + "\", undo = \"1 min\" }\n[service.site]\nneeds = [\"all of web\"]\n";
    };
    const Setup setup{.trials = 400};
    const auto daily = run_text(text("1 d", "12%"), setup);
    const auto often = run_text(text("30 min", "0.25%"), setup);
    for (const Study* study : {&daily, &often}) {
        // A bad version comes and goes: two events, and nothing else happens.
        const double bad = study->estimate("group:web", "failed_deploys_per_year") * 400.0;
        CHECK(static_cast<double>(study->outcome.tally.events) == Approx(2.0 * bad).margin(2.0));
    }
    CHECK(often.estimate("group:web", "deploys_per_year") == Approx(17519.0).epsilon(1e-3));
    const auto ratio =
        static_cast<double>(often.outcome.tally.events) / static_cast<double>(daily.outcome.tally.events);
    CHECK(ratio == Approx(1.0).epsilon(0.05));  // 48 times as many deploys, as many bad ones
}

TEST_CASE("no version comes while a bad one is being undone", "[oracle][deploy]") {
    // Bad at T, back at T + 10.5 d, next at T + 11 d, and 1 / 0.4 - 1 good ones before the next bad one: 10.5 of
    // 12.5 days.
    const std::string deploy = R"(fails = "40%", undo = "10.5 d")";
    const auto study = run_text(group_of(1, deploy, "\"web\""), {.trials = 40, .horizon = nines::Duration::years(50)});
    CHECK(study.estimate("service:site", "unavailability") == Approx(10.5 / 12.5).epsilon(0.005));
    CHECK(study.estimate("group:web", "failed_deploys_per_year") == Approx(365.0 / 12.5).epsilon(0.005));
    CHECK(study.estimate("group:web", "deploys_per_year") == Approx(365.0 * 2.5 / 12.5).epsilon(0.005));
}

TEST_CASE("a bad version that only slows costs a part of the requests", "[oracle][deploy]") {
    const std::string text = R"toml(
        format = 1
        scenario = { horizon = "1 y" }
        [node.web]
        ttf = "never"
        ttr = "1 h"
        capacity = "100 req/s"
        [group.web]
        node = "web"
        deploy = { every = "1 d", fails = "10%", effect = "slow 30%", undo = "2 h" }
        [balancer.edge]
        to = "web"
        [service.site]
        entry = "edge"
        load = "100 req/s"
        up_when = "served >= 50% of offered"
    )toml";
    const auto study = run_text(text, {.trials = 2000});
    const double bad = deploys * 0.1 * 2.0 * hour / year;
    CHECK_EXACT(study, "service:site", "request_availability", 1.0 - 0.3 * bad, 1.0 - bad);
    CHECK(per_year(study, "outages_per_year") == 0.0);
}

TEST_CASE("the replicas of a store get a new version first, and the primary hands over once", "[oracle][deploy]") {
    const std::string text = R"toml(
        format = 1
        scenario = { horizon = "1 y" }
        [node.db]
        ttf = "never"
        ttr = "1 h"
        [group.db]
        node = "db"
        count = 3
        deploy = { every = "1 d", strategy = "rolling 1", takes = "5 min" }
        [service.site]
        needs = ["x"]
        [store.x]
        on = "db"
        failover = { detect = "1 min", switchover = "7 s" }
    )toml";
    const auto study = run_text(text, {.trials = 5});
    // One hand-over of 7 s for each deploy, and no failover.
    CHECK(per_year(study, "planned_downtime_per_year") == Approx(deploys * 7.0));
    CHECK(per_year(study, "unplanned_downtime_per_year") == 0.0);
    CHECK(study.estimate("store:x", "switchovers_per_year") == Approx(deploys));
}

TEST_CASE("of a group that scales only the members that there are get a new version", "[oracle][deploy]") {
    const std::string text = R"toml(
        format = 1
        scenario = { horizon = "1 y" }
        [node.web]
        ttf = "never"
        ttr = "1 h"
        capacity = "100 req/s"
        [group.web]
        node = "web"
        count = 2
        scale = { max = 8 }
        deploy = { every = "1 d", strategy = "rolling 50%", fails = "10%", undo = "1 h" }
        [balancer.edge]
        to = "web"
        check = "instant"
        retry = 1
        [service.site]
        entry = "edge"
        load = "50 req/s"
        up_when = "served >= 99% of offered"
    )toml";
    const auto study = run_text(text, {.trials = 200});
    // Half of two, not of eight: the other one serves on.
    CHECK(per_year(study, "outages_per_year") == 0.0);
    CHECK(study.estimate("group:web", "failed_deploys_per_year") == Approx(deploys * 0.1).epsilon(0.03));
}

TEST_CASE("patches cost five minutes a month for each member unless the keys say otherwise", "[oracle][patch]") {
    const auto text = [](const std::string& patch, const std::string& needs) {
        return "format = 1\nscenario = { horizon = \"1 y\" }\n[node.web]\nttf = \"never\"\nttr = \"1 h\"\n"
               "[group.web]\nnode = \"web\"\ncount = 4\npatch = " +
               patch + "\n[service.site]\nneeds = [\"" + needs + "\"]\n";
    };
    // At 30 d, .. 360 d: 12 rounds.
    const auto usual = run_text(text("{}", "all of web"), {.trials = 3});
    CHECK(per_year(usual, "planned_downtime_per_year") == Approx(12.0 * 4.0 * 5.0 * minute));
    const auto half = run_text(text("{ takes = \"10 min\", at_a_time = \"50%\" }", "all of web"), {.trials = 3});
    CHECK(per_year(half, "planned_downtime_per_year") == Approx(12.0 * 2.0 * 10.0 * minute));
    const auto three = run_text(text("{ takes = \"10 min\", at_a_time = 2 }", "3 of web"), {.trials = 3});
    CHECK(per_year(three, "planned_downtime_per_year") == Approx(12.0 * 2.0 * 10.0 * minute));
    // Those that go together do not wait for each other.
    const auto skips =
        run_text(text("{ takes = \"10 min\", at_a_time = 2, when_degraded = \"skip\" }", "3 of web"), {.trials = 3});
    CHECK(per_year(skips, "planned_downtime_per_year") == Approx(12.0 * 2.0 * 10.0 * minute));
    const auto two = run_text(text("{ takes = \"10 min\", at_a_time = 2 }", "2 of web"), {.trials = 3});
    CHECK(per_year(two, "planned_downtime_per_year") == 0.0);
    CHECK(per_year(two, "unplanned_downtime_per_year") == 0.0);
}

TEST_CASE("a trace tells that a bad version comes, whom it strikes and when it is undone", "[oracle][deploy]") {
    const auto study =
        run_text(group_of(4, R"(strategy = "rolling 50%", pause = "5 min", fails = "100%", undo = "1 h")", "\"web\""),
                 {.trials = 1, .horizon = nines::Duration::hours(30)});
    std::string told;
    for (const auto& event : nines::observe::trace_trial(study.program, 1, 0).events) {
        if (event.subject.starts_with("service:")) continue;
        told += nines::observe::to_word(event.kind) + " " + event.subject + "\n";
    }
    CHECK(told ==
          "bad_version group:web\nfailed node:web/1:deploy\nfailed node:web/2:deploy\n"
          "rolled_back group:web\nrestored node:web/1:deploy\nrestored node:web/2:deploy\n");
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "models/results/metric_catalogue.hpp"
#include "tests/catch.hpp"
#include "tests/models/engine/probe.hpp"

using namespace nines::oracle;
using nines::Duration;
using nines::results::Metric;

namespace {

/// The row of this class; the test fails without one.
const Metric& row(const Study& study, const char* subject, const char* metric, const char* failure_class = "") {
    const Metric* found = nines::results::find_metric(study.results, subject, metric, failure_class);
    CAPTURE(subject, metric, failure_class);
    REQUIRE(found != nullptr);
    return *found;
}

bool has_row(const Study& study, const char* subject, const char* metric, const char* failure_class = "") {
    return nines::results::find_metric(study.results, subject, metric, failure_class) != nullptr;
}

/// Two copies of which nothing fails by itself, and a service that needs them.
std::string pair_that(const std::string& more) {
    return R"toml(
        format = 1
        scenario = { horizon = "100 h" }
        [domain.room]
        level = "zone"
        [node.db]
        [group.db]
        node = "db"
        count = 2
        in = ["room"]
        [service.shop]
        needs = ["orders"]
        [store.orders]
        on = "db"
        writes = "2 MB/s"
    )toml" +
           more;
}

constexpr const char* constant_stages = R"toml(
    replication = { mode = "async", lag = "3 s" }
    failover = { detect = "30 s", decide = "10 s", fence = "1 s", promote = "20 s", redirect = "5 s", warm = "15 s" }
)toml";

std::string strike(const std::string& what) {
    return "[event.strike]\nat = \"10 h\"\ndo = \"fail " + what + "\"\n";
}

/// What most of the lost data is charged to.
nines::results::Chain loss_of(const Study& study) {
    REQUIRE_FALSE(study.results.loss_chains.empty());
    return study.results.loss_chains.front();
}

std::vector<std::string> chain_of(const Study& study) {
    REQUIRE_FALSE(study.results.chains.empty());
    return study.results.chains.front().cause;
}

}  // namespace

TEST_CASE("a recovery is the sum of its stages, and loses the lag", "[engine][recovery]") {
    const auto study = run_text(pair_that(std::string(constant_stages) + strike("db/1 for 2 h")), {.trials = 1});

    // 30 + 10 + 1 + 20 + 5 + 15 s.
    CHECK(row(study, "service:shop", "recovery_time_mean").estimate == Approx(81));
    CHECK(row(study, "service:shop", "recovery_time_max", "node").estimate == Approx(81));
    const std::pair<const char*, double> stages[] = {{"detect", 30},  {"decide", 10},  {"fence", 1},
                                                     {"promote", 20}, {"redirect", 5}, {"warm", 15}};
    for (const auto& [stage, seconds] : stages) {
        CHECK(row(study, "service:shop", "recovery_stage_mean", stage).estimate == Approx(seconds));
    }
    CHECK_FALSE(has_row(study, "service:shop", "recovery_stage_mean", "repair"));
    CHECK(row(study, "store:orders", "data_loss_mean", "node").estimate == Approx(3));
    CHECK(row(study, "store:orders", "data_loss_bytes_mean").estimate == Approx(6e6));
    // One in 100 h.
    CHECK(row(study, "store:orders", "failovers_per_year", "node").estimate == Approx(87.6));
    CHECK(row(study, "store:orders", "false_failovers_per_year").estimate == 0.0);
    CHECK(row(study, "store:orders", "false_failovers_per_year").high > 0.0);
    CHECK(chain_of(study).size() == 1);
}

TEST_CASE("a failover has the widest class of what took the primary", "[engine][recovery]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "100 h" }
        [domain.near]
        level = "rack"
        ttf = "60 h"
        ttr = "2 h"
        [domain.far]
        [node.db]
        ttf = "60 h"
        ttr = "1 h"
        [node.spare]
        [group.db]
        node = "db"
        spread = "near"
        [group.spare]
        node = "spare"
        spread = "far"
        [service.shop]
        needs = ["orders"]
        [store.orders]
        on = "db"
        failover = { detect = "30 s", promote = "20 s" }
        [[store.orders.follower]]
        on = "spare"
        promote = "failover"
    )toml",
                                {.trials = 1});
    CHECK(row(study, "store:orders", "failovers_per_year", "rack").estimate == Approx(87.6));
    CHECK(row(study, "service:shop", "recovery_time_mean", "rack").estimate == Approx(50));
    CHECK_FALSE(has_row(study, "service:shop", "recovery_time_mean", "node"));
}

TEST_CASE("without another copy the return of the primary is waited for, and that is said", "[engine][recovery]") {
    const auto study = run_text(pair_that(constant_stages),
                                {.trials = 1, .overrides = {"domain.room.ttf=60 h", "domain.room.ttr=2 h"}});

    // Detection and decision find nobody.
    CHECK(row(study, "service:shop", "recovery_time_mean", "zone").estimate == Approx(7200));
    CHECK(row(study, "service:shop", "recovery_stage_mean", "no-candidate").estimate == Approx(7200 - 41));
    CHECK(chain_of(study).back() == "store:orders:stranded");
    CHECK_FALSE(has_row(study, "store:orders", "data_loss_mean"));
}

TEST_CASE("objectives are held against the class of each recovery and loss", "[engine][recovery]") {
    const std::string scenario = pair_that(std::string(constant_stages) + strike("db/1 for 2 h"));
    const auto met = [&](const char* rto, const char* rpo) {
        return run_text(scenario, {.trials = 4,
                                   .overrides = {std::string("service.shop.objective.rto=") + rto,
                                                 std::string("service.shop.objective.rpo=") + rpo}});
    };
    const auto wide = met("82 s", "4 s");
    CHECK(row(wide, "service:shop", "p_rto_met").estimate == 1.0);
    CHECK(row(wide, "service:shop", "p_rpo_met").estimate == 1.0);
    CHECK(row(wide, "service:shop", "rto_target").estimate == 82.0);
    // Wilson's limit of 4 in 4: 4 / (4 + 1.96^2).
    CHECK(row(wide, "service:shop", "p_rto_met").low == Approx(4.0 / (4.0 + 3.8415)).epsilon(1e-3));
    const auto narrow = met("80 s", "2 s");
    CHECK(row(narrow, "service:shop", "p_rto_met").estimate == 0.0);
    CHECK(row(narrow, "service:shop", "p_rpo_met").estimate == 0.0);

    const auto by_class = run_text(pair_that(std::string(constant_stages) + strike("db/1 for 2 h") +
                                             "[service.shop.objective]\nrto = { node = \"80 s\", zone = \"1 d\" }\n"),
                                   {.trials = 1});
    CHECK(row(by_class, "service:shop", "p_rto_met", "node").estimate == 0.0);
    CHECK(row(by_class, "service:shop", "rto_target", "zone").estimate == 86400.0);
    CHECK_FALSE(has_row(by_class, "service:shop", "p_rto_met", "zone"));
    CHECK_FALSE(has_row(by_class, "service:shop", "p_rto_met"));
}

TEST_CASE("an objective for recovery needs no store", "[engine][recovery]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "200 h" }
        [node.box]
        ttf = "100 h"
        ttr = "2 h"
        [service.function]
        needs = ["box"]
        objective = { rto = "1 h" }
    )toml",
                                {.trials = 1});
    CHECK(row(study, "service:function", "p_rto_met").estimate == 0.0);
    CHECK(row(study, "service:function", "recovery_time_mean", "node").estimate == Approx(7200));
    CHECK(row(study, "service:function", "recovery_stage_mean", "repair").estimate == Approx(7200));
}

TEST_CASE("a stage that fails is counted and named, and people take over", "[engine][recovery]") {
    const auto study = run_text(pair_that(R"toml(
        failover = { detect = "30 s", promote = { takes = "20 s", works = "0%" }, by_hand = "30 min" }
    )toml" + strike("db/1 for 2 h")),
                                {.trials = 1});
    CHECK(row(study, "store:orders", "failed_failovers_per_year", "node").estimate == Approx(87.6));
    CHECK(row(study, "store:orders", "failovers_per_year", "node").estimate == Approx(87.6));
    CHECK(row(study, "service:shop", "recovery_time_mean").estimate == Approx(1850));
    CHECK(row(study, "service:shop", "recovery_stage_mean", "by-hand").estimate == Approx(1800));
    CHECK(chain_of(study).size() == 2);
    CHECK(chain_of(study).back() == "store:orders:promoting-failed");
}

TEST_CASE("a false alarm is a failover and an outage of its own class", "[engine][recovery]") {
    const auto study = run_text(pair_that(R"toml(
        replication = { mode = "async", lag = "3 s" }
        failover = { false_alarms = "600 per y", promote = "20 s", fence = "1 s" }
    )toml"),
                                {.trials = 2000});

    // Poisson in the time that it serves; each takes 21 s of its 52560 s of serving. Wrong: none of these is one.
    const double per_year = 600.0 / (1.0 + 600.0 * 21.0 / (365.0 * 86400.0));
    CHECK_EXACT(study, "store:orders", "false_failovers_per_year", per_year, 500.0);
    CHECK_EXACT(study, "store:orders", "failovers_per_year", per_year, 500.0);
    CHECK(row(study, "service:shop", "recovery_time_p50", "false-alarm").estimate == Approx(21).epsilon(0.01));
    CHECK(row(study, "store:orders", "data_loss_max", "false-alarm").estimate == Approx(3));
    CHECK(chain_of(study) == std::vector<std::string>{"store:orders:false-alarm"});
    CHECK(loss_of(study).cause == std::vector<std::string>{"store:orders:false-alarm"});
}

TEST_CASE("a split brain loses what the old primary still took", "[engine][recovery]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "150 h" }
        [node.old]
        [[node.old.failure]]
        name = "cut"
        ttf = "100 h"
        ttr = "1 h"
        effect = "partition"
        [node.new]
        [group.first]
        node = "old"
        [group.second]
        node = "new"
        [service.shop]
        needs = ["orders"]
        objective = { rpo = "10 min" }
        [store.orders]
        on = "first"
        failover = { detect = "50 s", promote = "10 s", split_share = "50%" }
        [[store.orders.follower]]
        on = "second"
        promote = "failover"
        lag = "2 s"
    )toml",
                                {.trials = 1});

    // The lag, and half the writes of the hour until the link is back: 2 s + 3600 s / 2, one loss.
    CHECK(row(study, "store:orders", "split_brains_per_year").estimate == Approx(8760.0 / 150.0));
    CHECK(row(study, "store:orders", "failovers_per_year", "partition").n == 1);
    CHECK(row(study, "store:orders", "data_loss_mean", "partition").n == 1);
    CHECK(row(study, "store:orders", "data_loss_mean", "partition").estimate == Approx(1802));
    CHECK(row(study, "store:orders", "data_loss_max").estimate == Approx(1802));
    CHECK(row(study, "service:shop", "p_rpo_met").estimate == Approx(0.0));
    const auto loss = loss_of(study);
    CHECK(loss.cause == std::vector<std::string>{"node:first/1:cut"});
    CHECK(loss.downtime_per_year == Approx(1802 * 8760.0 / 150.0));
    CHECK(loss.share == 1.0);
    CHECK(loss.outages == 1);
}

TEST_CASE("a promotion without any data left is a total loss and misses every objective", "[engine][recovery]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "150 h" }
        [node.db]
        [[node.db.failure]]
        name = "disk"
        ttf = "100 h"
        ttr = "1 h"
        effect = "lose-data"
        [group.db]
        node = "db"
        count = 2
        [service.shop]
        needs = ["orders"]
        objective = { rpo = "1 y" }
        [store.orders]
        on = "db"
        failover = { detect = "50 s", promote = "10 s" }
    )toml",
                                {.trials = 10});
    CHECK(row(study, "store:orders", "p_total_loss").estimate == 1.0);
    CHECK(row(study, "service:shop", "p_rpo_met").estimate == 0.0);
    CHECK_FALSE(has_row(study, "store:orders", "data_loss_mean"));
    CHECK(loss_of(study).cause ==
          std::vector<std::string>{"node:db/1:disk", "node:db/2:disk", "store:orders:total-loss"});
    CHECK(loss_of(study).outages == 10);
}

TEST_CASE("data that nobody brings back are a total loss too", "[engine][recovery]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "150 h" }
        [node.db]
        [[node.db.failure]]
        name = "disk"
        ttf = "100 h"
        ttr = "1 h"
        effect = "lose-data"
        [group.db]
        node = "db"
        [service.shop]
        needs = ["orders"]
        objective = { rpo = "1 y" }
        [store.orders]
        on = "db"
        size = "1 GB"
    )toml",
                                {.trials = 10});
    CHECK(row(study, "store:orders", "p_total_loss").estimate == 1.0);
    // One copy: nobody can take over, so nothing is said of failovers.
    CHECK_FALSE(has_row(study, "store:orders", "failovers_per_year"));
    CHECK(row(study, "service:shop", "p_rpo_met").estimate == 0.0);
    CHECK(loss_of(study).cause == std::vector<std::string>{"node:db/1:disk", "store:orders:total-loss"});
}

TEST_CASE("without a total loss there is an upper bound of its chance", "[engine][recovery]") {
    const auto study = run_text(pair_that(constant_stages), {.trials = 100});
    // Clopper and Pearson: 1 - 0.05^(1/100).
    CHECK(row(study, "store:orders", "p_total_loss").estimate == 0.0);
    CHECK(row(study, "store:orders", "p_total_loss").high == Approx(1.0 - std::pow(0.05, 0.01)));
}

TEST_CASE("times and losses of many recoveries have the means and shares that they must", "[engine][recovery]") {
    const auto study = run_text(
        pair_that(R"toml(
        replication = { mode = "async", lag = "exp(mean 4 s)" }
        failover = { detect = "exp(mean 30 s)", promote = "20 s" }
    )toml" + strike("db/1 for 80 h")),
        {.trials = 20000, .overrides = {"service.shop.objective.rto=65 s", "service.shop.objective.rpo=10 s"}});

    CHECK_EXACT(study, "service:shop", "recovery_time_mean", 50.0, 48.0);
    CHECK_EXACT(study, "service:shop", "p_rto_met", 1.0 - std::exp(-45.0 / 30.0), 0.74);
    CHECK_EXACT(study, "service:shop", "p_rpo_met", 1.0 - std::exp(-10.0 / 4.0), 0.9);
    CHECK_EXACT(study, "store:orders", "data_loss_mean", 4.0, 3.8);
    CHECK_EXACT(study, "store:orders", "data_loss_bytes_mean", 8e6, 7.6e6);
}

TEST_CASE("in the long run a pair fails over as often as its primary fails while both are up", "[engine][recovery]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "5 y" }
        [node.db]
        mttf = "10 d"
        mttr = "1 d"
        [group.db]
        node = "db"
        count = 2
        [service.shop]
        needs = ["orders"]
        [store.orders]
        on = "db"
        failover = "instant"
    )toml",
                                {.trials = 400, .warm_up = Duration::days(30), .steady_ages = true});

    // Whenever both are up, one is primary and the other a replica: A^2 / MTTF with A = 10/11. Wrong: whenever one is.
    const double available = 10.0 / 11.0;
    CHECK_EXACT(study, "store:orders", "failovers_per_year", 36.5 * available * available, 36.5 * available);
}

TEST_CASE("stages make up the recovery of a service that the demand takes down and brings back", "[engine][recovery]") {
    // The load is too much for one server from 8:00 to 20:00; the database fails over at odd moments of all that.
    const std::string text = R"toml(
        format = 1
        scenario = { horizon = "1 y" }
        [node.db]
        mtbf = "20 h"
        ttr = "exp(mean 9 h)"
        [node.vm]
        mtbf = "100 h"
        ttr = "exp(mean 60 h)"
        capacity = "700 req/s"
        [group.db]
        node = "db"
        count = 2
        [group.web]
        node = "vm"
        count = 2
        [balancer.front]
        to = ["web"]
        check = "instant"
        [service.shop]
        entry = "front"
        needs = ["orders"]
        load = { peak = "1000 req/s", shape = "diurnal", trough = "40%", peak_at = "14:00" }
        up_when = "served >= 99% of offered"
        [store.orders]
        on = "db"
        failover = { detect = "30 min", promote = "20 min", redirect = "1 h" }
    )toml";
    const Study study = run_text(text, {.trials = 20});
    double stages = 0.0;
    for (const Metric& of : study.results.metrics) {
        if (of.metric != "recovery_stage_mean") continue;
        CHECK(of.estimate >= 0.0);
        stages += of.estimate;
    }
    const double mean = study.estimate("service:shop", "recovery_time_mean");
    CHECK(stages == Approx(mean).epsilon(1e-9));
    // Waiting for the evening is no stage of the database's recovery.
    CHECK(row(study, "service:shop", "recovery_stage_mean", "detect").estimate < 1800.0);
    CHECK(row(study, "service:shop", "recovery_stage_mean", "repair").estimate > 0.1 * mean);
}

TEST_CASE("what a balancer has to notice is detection, and what its clients have to hear of redirection",
          "[engine][recovery]") {
    const std::string text = R"toml(
        format = 1
        scenario = { horizon = "100 h" }
        [node.vm]
        capacity = "100 req/s"
        [group.here]
        node = "vm"
        [group.there]
        node = "vm"
        [balancer.name]
        to = ["here", "there"]
        mode = "priority"
        check = "10 s"
        retry = { tries = 0 }
        ttl = "80 s"
        [service.shop]
        entry = "name"
        load = "50 req/s"
        up_when = "served >= 99% of offered"
        objective = { rto = "1 min" }
        [event.strike]
        at = "10 h"
        do = "fail here for 1 h"
    )toml";
    const Study study = run_text(text);
    // The last quarter of the clients follows 7/8 of the TTL after the change, on average.
    CHECK(study.estimate("service:shop", "recovery_time_mean") == Approx(10.0 + 70.0));
    CHECK(row(study, "service:shop", "recovery_stage_mean", "detect").estimate == Approx(10.0));
    CHECK(row(study, "service:shop", "recovery_stage_mean", "redirect").estimate == Approx(70.0));
    CHECK_FALSE(has_row(study, "service:shop", "recovery_stage_mean", "repair"));
}

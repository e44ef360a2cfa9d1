// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "models/results/metric_catalogue.hpp"
#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using namespace nines::oracle;
using nines::results::find_metric;

// What each failover preset comes to when it is simulated, against what its product documents or its defaults give.

namespace {

constexpr std::uint64_t trials = 2000;

/// Three members; in each trial the first, which is primary, is lost once at a random time and is back after `back`.
std::string scenario_of(const std::string& store, const std::string& effect, const std::string& back = "20 h") {
    return fmt::format(R"toml(
        format = 1
        scenario = {{ horizon = "48 h" }}
        [node.machine]
        ttf = "never"
        [group.db]
        node = "machine"
        count = 3
        [cause.loss]
        hits = "db/1"
        ttf = "uniform(25 h, 26 h)"
        ttr = "{}"
        effect = "{}"
        [service.shop]
        needs = ["orders"]
        [store.orders]
        on = "db"
        writes = "1 MB/s"
        {}
    )toml",
                       back, effect, store);
}

std::string store_of(const std::string& preset, const std::string& replication) {
    return fmt::format("failover = \"{}\"\n{}\n", preset, replication);
}

const std::string asynchronous = "replication = { mode = \"async\", lag = \"exp(mean 200 ms)\" }";
const std::string semi_sync = "replication = { mode = \"semi-sync\", lag = \"exp(mean 200 ms)\" }";
const std::string synchronous = "replication = { mode = \"sync\", lag = \"exp(mean 200 ms)\" }";
const std::string quorum = "replication = \"quorum\"";
const std::string shared = "replication = \"shared\"";

/// Least, mean and most of the recovery time in seconds.
struct Bounds {
    double least, mean, most;
};

/// Every trial has one recovery, none shorter or longer than the bounds, and their mean is as it should be.
void check_recovery(const Study& study, const Bounds& bounds) {
    CHECK(study.row("service:shop", "recovery_time_mean").n == trials);
    CHECK(std::abs(study.z("service:shop", "recovery_time_mean", bounds.mean)) < bound);
    CHECK(study.estimate("service:shop", "recovery_time_max") <= bounds.most + 1e-6);
    CHECK(study.estimate("service:shop", "p_rto_met") == 0.0);  // The objective is the least.
    CHECK(study.estimate("service:shop", "recovery_time_p50") > bounds.least);
}

Study run_bounded(const std::string& text, const Bounds& bounds) {
    return run_text(text, {.trials = trials,
                           .seed = 11,
                           .overrides = {fmt::format("service.shop.objective.rto={} ms", bounds.least * 1e3)}});
}

}  // namespace

TEST_CASE("a host that is lost silently costs what each product needs for its failover", "[oracle][failover]") {
    struct Product {
        const char* preset;
        std::string replication;
        Bounds bounds;
    };
    const auto product = GENERATE(values<Product>({
        // Patroni: lease U(20, 30) s, race U(1, 5) s, HAProxy's check U(3, 6) s.
        {"patroni", asynchronous, {24, 32.5, 41}},
        {"patroni-watchdog", asynchronous, {24, 32.5, 41}},
        {"patroni-sync", synchronous, {24, 32.5, 41}},
        {"patroni-sync-strict", synchronous, {24, 32.5, 41}},
        // repmgr.conf.sample: 6 attempts 10 s apart, U(50, 60) s; promotion U(3, 20) s, hook U(2, 10) s.
        {"repmgr", asynchronous, {55, 72.5, 90}},
        // orchestrator: 4 s of replica_net_timeout and U(0, 6) s of polls; two stages of U(5, 10) s.
        {"mysql-orchestrator", asynchronous, {14, 22, 30}},
        {"mysql-orchestrator", semi_sync, {14, 22, 30}},
        // MySQL 8.4 manual: expelled after 5 + 5 s; backlog U(1, 5) s, Router U(0, 5) s.
        {"mysql-group-replication", quorum, {11, 15.5, 20}},
        // Sentinel: lease U(29, 30) s, agreement and election U(1, 2) s, promotion U(1, 3) s.
        {"redis-sentinel", asynchronous, {31, 33, 35}},
        // Raft: the first of two timeouts U(1, 2) s, 1 + 1/3 s on average; then a round trip U(10, 500) ms.
        {"etcd", quorum, {1.01, 4.0 / 3.0 + 0.255, 2.5}},
        // ZooKeeper: 5 ticks of 2 s, election U(0.2, 1) s, synchronisation U(0.3, 1) s.
        {"zookeeper", quorum, {10.5, 11.25, 12}},
        // Kafka: session U(7, 9) s, controller U(0.1, 1) s, metadata U(0, 2) s.
        {"kafka", synchronous, {7.1, 9.55, 12}},
        // MongoDB: U(8, 10) s without a heartbeat, election U(1, 4) s.
        {"mongodb", quorum, {9, 11.5, 14}},
        // Amazon RDS user guide: 60 to 120 s; of a cluster below 35 s.
        {"rds-multi-az", synchronous, {60, 90, 120}},
        {"rds-multi-az-cluster", semi_sync, {11, 23, 35}},
        // corosync: token 3 s + consensus 3.6 s + 50 ms; reset U(5, 30) s, start U(3, 20) s, address U(0, 3) s.
        {"pacemaker", shared, {14.65, 37.15, 59.65}},
        // keepalived: master down after U(2.61, 3.61) s at priority 100; ARP within a second.
        {"vrrp", shared, {2.609375, 3.609375, 4.609375}},
    }));
    CAPTURE(product.preset, product.replication);
    const auto study = run_bounded(scenario_of(store_of(product.preset, product.replication), "hang"), product.bounds);
    check_recovery(study, product.bounds);

    // Asynchronous replication loses the lag of the fresher of two replicas, 100 ms on average; the others lose
    // nothing.
    if (product.replication == asynchronous) {
        CHECK_EXACT(study, "store:orders", "data_loss_mean", 0.1, 0.2);
    } else {
        CHECK(study.estimate("store:orders", "data_loss_max") == 0.0);
    }
}

TEST_CASE("the documented figures of MongoDB and Aurora hold", "[oracle][failover]") {
    const auto run_of = [](const char* preset, const std::string& replication) {
        return run_text(scenario_of(store_of(preset, replication), "hang"), {.trials = trials, .seed = 12});
    };
    // MongoDB manual, replica set elections: the median should not exceed 12 s.
    CHECK(run_of("mongodb", quorum).estimate("service:shop", "recovery_time_p50") < 12.0);
    // Amazon Aurora user guide, high availability: within 120 s, often within 60 s.
    const auto aurora = run_of("aurora", shared);
    CHECK(aurora.estimate("service:shop", "recovery_time_max") < 120.0);
    CHECK(aurora.estimate("service:shop", "recovery_time_p50") < 60.0);
    CHECK(aurora.estimate("store:orders", "data_loss_max") == 0.0);
}

TEST_CASE("with ideal failover the loss of the primary is no outage", "[oracle][failover]") {
    const auto study = run_text(scenario_of(store_of("instant", asynchronous), "hang"), {.trials = trials, .seed = 13});
    CHECK(study.estimate("service:shop", "unavailability") == 0.0);
    CHECK_EXACT(study, "store:orders", "data_loss_mean", 0.1, 0.2);
}

TEST_CASE("people need half an hour to promote a replica of PostgreSQL", "[oracle][failover]") {
    const auto study =
        run_text(scenario_of(store_of("postgres-manual", asynchronous), "hang"), {.trials = trials, .seed = 14});
    // Alarm U(1, 2) min; by hand lognormal, median 25 min, p95 90 min: sigma = ln(90/25)/1.6449, mean 25 e^(sigma^2/2).
    const double sigma = std::log(90.0 / 25.0) / 1.6448536269514722;
    const double mean = 60.0 * (1.5 + 25.0 * std::exp(0.5 * sigma * sigma));
    CHECK_EXACT(study, "service:shop", "recovery_time_mean", mean, 60.0 * 25.0);
}

TEST_CASE("a crash is seen sooner than silence where connections break", "[oracle][failover]") {
    struct Product {
        const char* preset;
        std::string replication;
        Bounds bounds;
    };
    const auto product = GENERATE(values<Product>({
        // orchestrator: U(0, 6) s of polls instead of 4 s more.
        {"mysql-orchestrator", asynchronous, {10, 18, 26}},
        // ZooKeeper: the connection to the leader closes at once.
        {"zookeeper", quorum, {0.5, 1.25, 2}},
        // Raft waits for its timeout all the same.
        {"etcd", quorum, {1.01, 4.0 / 3.0 + 0.255, 2.5}},
    }));
    CAPTURE(product.preset);
    check_recovery(run_bounded(scenario_of(store_of(product.preset, product.replication), "stop"), product.bounds),
                   product.bounds);
}

TEST_CASE("Patroni restarts a PostgreSQL that has stopped before it looks for another", "[oracle][failover]") {
    const auto preset = GENERATE(values<std::string>({"patroni", "patroni-sync", "patroni-sync-strict"}));
    const std::string store = store_of(preset, preset == "patroni" ? asynchronous : synchronous);
    SECTION("it is back within 5 min (primary_start_timeout)") {
        const auto study = run_text(scenario_of(store, "stop", "200 s"), {.trials = trials, .seed = 15});
        CHECK(study.estimate("service:shop", "recovery_time_mean") == Approx(200));
        CHECK(study.estimate("store:orders", "failovers_per_year") == 0.0);
        CHECK(find_metric(study.results, "store:orders", "data_loss_mean") == nullptr);
    }
    SECTION("it is not: 300 s, race U(1, 5) s, HAProxy U(3, 6) s") {
        const Bounds bounds{304, 307.5, 311};
        check_recovery(run_bounded(scenario_of(store, "stop"), bounds), bounds);
    }
}

TEST_CASE("orchestrator recovers a cluster only once an hour", "[oracle][failover]") {
    // RecoveryPeriodBlockSeconds 3600. The new primary fails 10 min after the first: its successor is chosen when the
    // hour is over, 3000 s later, to which the first recovery of 10 to 26 s and two stages of 5 to 10 s are added.
    const auto study = run_text(scenario_of(store_of("mysql-orchestrator", "replication = \"async\""), "stop") +
                                    "[event.first]\nat = \"2 h\"\ndo = \"fail db/1 for 12 h\"\n"
                                    "[event.second]\nat = \"130 min\"\ndo = \"fail db/2 for 12 h\"\n",
                                {.trials = trials, .seed = 16, .overrides = {"cause.loss.ttf=100 h"}});
    CHECK(study.row("service:shop", "recovery_time_mean").n == 2 * trials);
    CHECK(study.estimate("service:shop", "recovery_time_max") > 3020.0);
    CHECK(study.estimate("service:shop", "recovery_time_max") <= 3046.0);
    // First 3 + 15 s on average, second 3000 + 18 + 15 s.
    CHECK(std::abs(study.z("service:shop", "recovery_time_mean", 0.5 * (18.0 + 3033.0))) < bound);
}

TEST_CASE("a synchronous primary that was alone has no successor, a strict one is never alone", "[oracle][failover]") {
    // Of two members the replica is away from 1 h to 3 h, the primary from 1.5 h to 2.5 h.
    const auto run_of = [](const char* preset, const std::string& replication) {
        return run_text(scenario_of(store_of(preset, replication), "stop") +
                            "[event.replica]\nat = \"1 h\"\ndo = \"fail db/2 for 2 h\"\n"
                            "[event.primary]\nat = \"90 min\"\ndo = \"fail db/1 for 1 h\"\n",
                        {.trials = 10, .overrides = {"cause.loss.ttf=100 h", "group.db.count=2"}});
    };
    // Alone it takes writes that nobody else has: it is waited for, for an hour.
    const auto alone = run_of("patroni-sync", "replication = \"sync\"");
    CHECK(alone.estimate("service:shop", "recovery_time_max") == Approx(3600));
    CHECK(alone.estimate("store:orders", "failovers_per_year") == 0.0);
    // Without a replica nobody writes, from 1 h until both are back.
    const auto strict = run_of("patroni-sync-strict", "replication = { mode = \"sync\", without_replica = \"block\" }");
    CHECK(strict.estimate("service:shop", "recovery_time_max") == Approx(7200));
    CHECK(strict.estimate("store:orders", "failovers_per_year") == 0.0);
}

TEST_CASE("each file of the tutorial of failover gives the figures of its comment", "[oracle][tutorial]") {
    const auto one = run_file("tutorial/14_one_database.toml", {.trials = 5000, .threads = 2});
    CHECK(one.estimate("service:shop", "p_rto_met") == Approx(0.40).margin(0.005));
    // One volume in 500 a year, in ten years.
    CHECK_EXACT(one, "store:orders", "p_total_loss", 1.0 - std::exp(-0.02), 0.002);

    const auto by_hand = run_file("tutorial/15_replica_promoted_by_hand.toml", {.trials = 1000});
    CHECK(by_hand.estimate("service:shop", "p_rto_met") == Approx(0.40).margin(0.01));
    CHECK(by_hand.estimate("store:orders", "failovers_per_year") == Approx(0.16).margin(0.01));

    const auto patroni = run_file("tutorial/16_patroni.toml", {.trials = 1000});
    CHECK(patroni.estimate("service:shop", "p_rto_met") == Approx(0.93).margin(0.005));
    CHECK(patroni.estimate("store:orders", "data_loss_mean") == Approx(0.108).margin(0.005));
    CHECK(patroni.estimate("store:orders", "failovers_per_year") == Approx(2.6).margin(0.05));

    const auto zones = run_file("tutorial/17_patroni_in_three_zones.toml", {.trials = 1000});
    CHECK(zones.estimate("service:shop", "recovery_time_mean") == Approx(32.7).margin(0.5));
    CHECK(zones.estimate("store:orders", "data_loss_max") == 0.0);
}

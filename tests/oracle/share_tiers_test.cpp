// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>

#include "models/results/metric_catalogue.hpp"
#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

/// The seven tiers of recoverability (SHARE user group, 1992) as a test of plausibility: a site and all its data are
/// lost, and what was prepared elsewhere decides what comes back, and when. Bands of tiers 1 to 3 as published; those
/// of 4 to 7 are told in words only ("minutes to hours"), and what each step takes here is an assumption of ours,
/// unverified.
namespace {

using namespace nines::oracle;

/// Hours.
struct Band {
    double least, most;
};

struct Tier {
    const char* name;
    std::string keys;
    Band lost, down;
};

constexpr double minutes = 1.0 / 60.0;
constexpr double seconds = 1.0 / 3600.0;

const std::string site = R"toml(
    format = 1
    scenario = { horizon = "5 y" }
    [domain.site]
    [[domain.site.failure]]
    name = "disaster"
    afr = "20%"
    mttr = "90 d"
    effect = "lose-data"
    [domain.other]
    [domain.vault]
    [crew.staff]
    ack = "lognormal(median 5 min, p95 20 min)"
    decide = "lognormal(median 20 min, p95 40 min)"
    [node.db]
    ttf = "never"
    ttr = "1 h"
    [group.db]
    node = "db"
    in = "site"
    [group.spare]
    node = "db"
    in = "other"
    [service.shop]
    needs = ["orders"]
    [store.orders]
    on = "db"
    size = "500 GB"
    writes = "2 MB/s"
)toml";

/// Staff restore it elsewhere.
std::string restored(const std::string& backup) {
    return R"toml(
        failover = { detect = "10 min" }
        [[store.orders.follower]]
        on = "spare"
        mode = "none"
        [plan.move]
        when = "domain site down for 10 min"
        by = "staff"
        steps = ["restore orders on spare"]
        works = "100%"
        [backup.orders]
        of = "orders"
        to = "vault"
    )toml" +
           backup;
}

/// A second site has the data but for seconds.
std::string mirrored(const std::string& failover) {
    return failover + R"toml(
        [[store.orders.follower]]
        on = "spare"
        mode = "async"
        lag = "lognormal(median 500 ms, p99 5 s)"
        promote = "failover"
    )toml";
}

const Tier tiers[] = {
    {"1, tapes are taken away by truck, and there is no other site",
     restored("full = \"every 1 d\"\njob = { takes = \"6 h\", lag = \"18 h\" }\n"
              "restore = { provision = \"uniform(3 d, 7 d)\", rate = \"50 MB/s\" }\n"),
     {24.0, 48.0},
     {48.0, 240.0}},
    {"2, tapes are taken to a hot site",
     restored("full = \"every 1 d\"\njob = { takes = \"6 h\", lag = \"18 h\" }\n"
              "restore = { fetch = \"uniform(22 h, 38 h)\", rate = \"50 MB/s\", check = \"1 h\" }\n"),
     {24.0, 48.0},
     {24.0, 48.0}},
    {"3, electronic vaulting",
     restored("full = \"every 12 h\"\njob = { rate = \"50 MB/s\" }\n"
              "restore = { provision = \"uniform(4 h, 12 h)\", rate = \"50 MB/s\", check = \"1 h\" }\n"),
     {0.0, 24.0},
     {0.0, 24.0}},
    {"4, copies of a point in time",
     restored("snapshot = \"every 1 h\"\njob = { rate = \"50 MB/s\" }\n"
              "restore = { rate = \"250 MB/s\", provision = \"30 min\", check = \"30 min\" }\n"),
     {1 * minutes, 4.0},
     {0.0, 8.0}},
    {"5, the log of transactions is shipped as it is written",
     restored("full = \"every 1 d\"\nlog = { when = \"streamed\", ship = \"exp(mean 2 s)\" }\n"
              "job = { rate = \"250 MB/s\" }\n"
              "restore = { rate = \"250 MB/s\", replay = \"80 MB/s\", provision = \"30 min\", check = \"30 min\" }\n"),
     {0.0, 60 * seconds},
     {0.0, 8.0}},
    {"6, a mirror that people switch to",
     mirrored("failover = { by = \"staff\", detect = \"10 min\", promote = \"10 min\" }\n"),
     {0.0, 60 * seconds},
     {0.0, 2.0}},
    {"7, a mirror that takes over by itself",
     mirrored("failover = { detect = \"1 min\", promote = \"1 min\" }\n"),
     {0.0, 60 * seconds},
     {0.0, 10 * minutes}},
};

double hours(const Study& study, const char* subject, const char* metric) {
    return study.estimate(subject, metric) / 3600.0;
}

}  // namespace

TEST_CASE("each of the seven tiers of recovery loses and takes what is said of it", "[oracle][restore]") {
    for (const Tier& tier : tiers) {
        CAPTURE(tier.name);
        const Study study = run_text(site + tier.keys, {.trials = 2000, .seed = 3});
        CHECK(hours(study, "store:orders", "data_loss_p50") >= tier.lost.least);
        CHECK(hours(study, "store:orders", "data_loss_p95") <= tier.lost.most);
        CHECK(hours(study, "service:shop", "recovery_time_p50") >= tier.down.least);
        CHECK(hours(study, "service:shop", "recovery_time_p95") <= tier.down.most);
        CHECK(study.estimate("store:orders", "p_total_loss") == 0.0);
    }
}

TEST_CASE("tier 0: without anything elsewhere all data are lost, and the service waits for the site",
          "[oracle][restore]") {
    const Study study = run_text(site + "failover = { detect = \"10 min\" }\n", {.trials = 2000, .seed = 3});
    // A disaster within 5 years at 0.2 per year: 1 - exp(-1), with the error of 2000 trials.
    const double lost = 1.0 - std::exp(-1.0);
    const double error = std::sqrt(lost * (1.0 - lost) / 2000.0);
    CHECK(std::abs(study.estimate("store:orders", "p_total_loss") - lost) < 4.5 * error);
    // It is down until the site is back.
    CHECK(hours(study, "service:shop", "recovery_time_mean") > 60.0 * 24.0);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include <fmt/format.h>

#include "models/exact/solution.hpp"
#include "models/results/metric_catalogue.hpp"
#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using namespace nines::oracle;

// Replicas that apply 16 MB/s of 20 MB/s at the peak of the day: what a failure at a uniform time of day costs.

namespace {

constexpr double day = 86400.0;
constexpr double peak_writes = 20e6;
constexpr double replay = 16e6;
constexpr double trough = 0.3;

double writes_at(double time) {
    const double wave = (1.0 + std::cos(2.0 * std::numbers::pi * (time - 14.0 * 3600.0) / day)) / 2.0;
    return peak_writes * (trough + (1.0 - trough) * wave);
}

/// Means over a day.
struct Means {
    double bytes = 0.0;    ///< Not applied yet.
    double seconds = 0.0;  ///< Age of the oldest write among them.
};

/// From a queue that is fed second by second.
Means means_by_queue() {
    Means means;
    double backlog = 0.0;
    double oldest = 0.0;
    // Measured on the second day.
    for (double t = 0.0; t < 2.0 * day; t += 1.0) {
        backlog = std::max(0.0, backlog + writes_at(t + 0.5) - replay);
        // The oldest write moves on as `replay` bytes of those times are applied.
        if (backlog == 0.0) {
            oldest = t + 1.0;
        } else {
            oldest = std::min(t + 1.0, oldest + replay / writes_at(oldest));
        }
        if (t < day) continue;
        means.bytes += backlog / day;
        means.seconds += (t + 1.0 - oldest) / day;
    }
    return means;
}

/// Two machines that fail every 20 d and are back in a minute, at a service whose load peaks at 14:00.
std::string scenario_of(const std::string& replication, const std::string& failover) {
    return fmt::format(R"toml(
        format = 1
        scenario = {{ horizon = "1 y", start = "Mon 00:00" }}
        [node.machine]
        mtbf = "20 d"
        ttr = "1 min"
        [group.db]
        node = "machine"
        count = 2
        [service.shop]
        entry = "edge"
        needs = ["orders"]
        load = {{ peak = "100 req/s", shape = "diurnal", trough = "30%", peak_at = "14:00" }}
        [balancer.edge]
        to = ["web"]
        [group.web]
        node = "server"
        count = 1
        [node.server]
        ttf = "never"
        [store.orders]
        on = "db"
        writes = "20 MB/s"
        writes_follow = "shop"
        replication = {}
        failover = {}
    )toml",
                       replication, failover);
}

}  // namespace

TEST_CASE("what a failure at any time of day loses is the backlog of that time", "[oracle][backlog]") {
    const Means expected = means_by_queue();
    REQUIRE(expected.bytes > 5e9);
    const auto study = run_text(
        scenario_of("{ mode = \"async\", replay = \"16 MB/s\" }", "{ detect = \"instant\", self_demotes = true }"),
        {.trials = 400, .seed = 3});
    // Not the peak's rate for every second lost.
    CHECK_EXACT(study, "store:orders", "data_loss_mean", expected.seconds, expected.bytes / peak_writes);
    CHECK_EXACT(study, "store:orders", "data_loss_bytes_mean", expected.bytes, expected.seconds * peak_writes);
}

TEST_CASE("a copy in sync loses nothing, but applies the backlog before it is promoted", "[oracle][backlog]") {
    const Means expected = means_by_queue();
    const auto study = run_text(scenario_of("{ mode = \"sync\", replay = \"16 MB/s\" }",
                                            "{ detect = \"instant\", self_demotes = true, promote = \"10 s\" }"),
                                {.trials = 400, .seed = 4});
    CHECK(study.estimate("store:orders", "data_loss_max") == 0.0);
    const auto* promote = nines::results::find_metric(study.results, "service:shop", "recovery_stage_mean", "promote");
    REQUIRE(promote != nullptr);
    const double standard_error = (promote->high - promote->low) / 2.0 / 1.96;
    CHECK(std::abs(promote->estimate - (10.0 + expected.bytes / replay)) < bound * standard_error);
    CHECK(promote->estimate - 10.0 > bound * standard_error);
}

TEST_CASE("what falls behind by the time of day is not solved", "[oracle][backlog]") {
    const auto study =
        run_text(scenario_of("{ mode = \"async\", replay = \"16 MB/s\" }", "\"instant\""), {.trials = 1});
    nines::exact::SolveQuestion question;
    const auto solution = nines::exact::solve(study.program, question);
    REQUIRE_FALSE(solution.missing.empty());
    CHECK(solution.missing.front().reason.find("fall behind what is written") != std::string::npos);
}

TEST_CASE("an event that scales the load scales what is written with it", "[oracle][backlog]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "1 d", trials = 2 }
        [node.machine]
        [group.db]
        node = "machine"
        count = 2
        [service.shop]
        needs = ["orders"]
        load = "50 req/s"
        [store.orders]
        on = "db"
        writes = "1 MB/s"
        writes_follow = "shop"
        replication = { mode = "async", lag = "2 s", replay = "2 MB/s" }
        failover = { detect = "10 s" }
        [event.spike]
        at = "1 h"
        do = "scale load of shop by 4 for 100 s"
        [event.failure]
        at = "3690 s"
        do = "fail db/1 for 10 min"
    )toml");
    // After 90 s of 4 MB/s, 2 MB/s of which are applied, 180 MB are missing: those of the last 45 s, and the lag.
    CHECK(study.estimate("store:orders", "data_loss_mean") == Approx(2.0 + 45.0));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "models/compile/balancing.hpp"
#include "models/scenario/detection_laws.hpp"
#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using nines::Duration;
using nines::oracle::bound;
using nines::oracle::run_text;
using nines::oracle::Study;

namespace {

constexpr double year = 365.0 * 86400.0;
constexpr double at_rest = 0.001;
constexpr double at_full = 0.02;
constexpr double interval = 20.0;
constexpr double back = 1000.0;  // phi x 2000 s
constexpr int servers = 4;
constexpr double load = 200.0;

/// Four servers of 100 req/s each; one check in `interval` decides.
Study pool_of_four(const std::string& overload) {
    return run_text(fmt::format(R"(format = 1
scenario = {{ horizon = "500 h" }}
[node.vm]
mttf = "1000000 y"
capacity = "100 req/s"
[group.web]
node = "vm"
count = {}
[balancer.edge]
to = ["web"]
check = {{ inter = "20 s", downinter = "2000 s", fall = 1, rise = 1, false_positive = "0.1%", false_positive_full = "2%" }}
retry = 0
overload = {{ {} }}
[service.site]
entry = "edge"
load = "{} req/s"
up_when = "served >= 100% of offered"
)",
                                servers, overload, load),
                    {.trials = 200, .warm_up = Duration::hours(10)});
}

/// Long-run probability that so many are out of rotation, of `most` that may be. A birth-death chain, whatever the law
/// of the time until they are back: that is a station with a server for everybody (product form of BCMP).
double probability_out(int out, int most, bool by_load) {
    double total = 0.0;
    double wanted = 0.0;
    double weight = 1.0;
    for (int j = 0; j <= most; ++j) {
        total += weight;
        if (j == out) wanted = weight;
        const int in = servers - j;
        const double utilisation = std::min(1.0, load / (100.0 * (by_load ? in : servers)));
        const double rate = (at_rest + (at_full - at_rest) * utilisation) / interval;
        weight *= in * rate * back / (j + 1);
    }
    return wanted / total;
}

}  // namespace

TEST_CASE("the load of those that are left takes more of them out", "[oracle][load_alarms]") {
    const Study study = pool_of_four("fail_open = false");
    const auto too_few = [&](bool by_load) { return probability_out(3, 4, by_load) + probability_out(4, 4, by_load); };
    CHECK_EXACT(study, "service:site", "unavailability", too_few(true), too_few(false));
    const auto lost = [&](bool by_load) {
        return probability_out(3, 4, by_load) / 2.0 + probability_out(4, 4, by_load);
    };
    CHECK_EXACT(study, "service:site", "request_availability", 1.0 - lost(true), 1.0 - lost(false));
}

TEST_CASE("a limit of what may be out stops the cascade, and so does panic", "[oracle][load_alarms]") {
    CHECK(pool_of_four("max_ejected = \"50%\"").estimate("service:site", "unavailability") == 0.0);
    CHECK(pool_of_four("panic = \"60%\"").estimate("service:site", "unavailability") == 0.0);
    const Study one_left = pool_of_four("max_ejected = \"75%\"");
    CHECK_EXACT(one_left, "service:site", "unavailability", probability_out(3, 3, true), probability_out(3, 4, true));
}

TEST_CASE("alarms follow a load that follows the clock", "[oracle][load_alarms]") {
    const Study study = run_text(R"(format = 1
scenario = { horizon = "1000 d" }
[node.vm]
mttf = "1000000 y"
capacity = "200 req/s"
[group.web]
node = "vm"
count = 1
[balancer.edge]
to = ["web"]
check = { inter = "20 s", downinter = "1 s", fall = 2, rise = 1, false_positive = "0.1%", false_positive_full = "2%" }
[service.site]
entry = "edge"
load = { peak = "200 req/s", shape = "diurnal", trough = "20%" }
)",
                                 {.trials = 20});
    // Integral of e^2 (1 - e) / (I (1 - e^2)) = e^2 / (I (1 + e)) over the day; wrong: that of the mean load.
    const auto rate = [&](double utilisation) {
        const double failing = at_rest + (at_full - at_rest) * utilisation;
        return failing * failing / (interval * (1.0 + failing));
    };
    constexpr int steps = 10000;
    double mean = 0.0;
    for (int i = 0; i < steps; ++i) {
        const double wave = (1.0 + std::cos(2.0 * 3.14159265358979323846 * (i + 0.5) / steps)) / 2.0;
        mean += rate(0.2 + 0.8 * wave) / steps;
    }
    CHECK_EXACT(study, "service:site", "outages_per_year", year * mean, year * rate(0.6));
}

TEST_CASE("checks of a loaded target fail as those of one at rest with that probability", "[load_alarms]") {
    nines::scenario::Detection check;
    check.inter.value = Duration::seconds(2.0);
    check.fall.value = 3;
    const nines::compile::AlarmsByLoad alarms{0.01, 0.21, 2.0, 3.0};
    for (const double utilisation : {0.0, 0.25, 1.0, 1.7}) {
        check.false_positive.value = 0.01 + 0.2 * std::min(utilisation, 1.0);
        const double between = mean_time_between_false_positives(check)->in_seconds();
        CHECK(alarms.per_second(utilisation) == Approx(1.0 / between));
    }
    CHECK(nines::compile::AlarmsByLoad{0.0, 0.1, 2.0, 3.0}.per_second(0.0) == 0.0);
}

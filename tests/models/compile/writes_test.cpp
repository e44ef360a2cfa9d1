// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compile/writes.hpp"

#include <algorithm>
#include <cmath>

#include "tests/catch.hpp"

using nines::compile::Demand;
using nines::compile::Writes;

namespace {

constexpr double day = 86400.0;

Demand diurnal() {
    Demand demand;
    demand.peak = 100.0;
    demand.trough = 0.2;
    demand.peak_at = 14.0 * 3600.0;
    return demand;
}

}  // namespace

TEST_CASE("a constant excess of writes grows without end", "[compile][writes]") {
    const Writes writes(20e6, {}, 15e6, 10 * day);
    CHECK_FALSE(writes.varies());
    CHECK(writes.fall_behind());
    CHECK(writes.backlog(1000.0) == Approx(5e6 * 1000.0));
    // What was written at s is applied at s 20 / 15: at t the newest that is applied dates from t 15 / 20.
    CHECK(writes.backlog_seconds(1000.0) == Approx(250.0));
    CHECK(writes.bytes(10.0, 30.0) == Approx(400e6));
}

TEST_CASE("replicas that keep up are never behind", "[compile][writes]") {
    CHECK_FALSE(Writes(20e6, {}, 20e6, day).fall_behind());
    CHECK_FALSE(Writes(20e6, {}, 0.0, day).fall_behind());
    CHECK_FALSE(Writes(20e6, diurnal(), 20e6, 10 * day).fall_behind());
    CHECK(Writes(20e6, diurnal(), 19e6, 10 * day).fall_behind());
}

TEST_CASE("the backlog of a day is what a queue fed second by second holds", "[compile][writes]") {
    const double replay = GENERATE(18e6, 13e6);  // Above and just above the mean of 12 MB/s: empty by night, or nearly.
    const Demand demand = diurnal();
    const Writes writes(20e6, demand, replay, 4 * day);
    double queue = 0.0;
    double most = 0.0;
    const double step = 10.0;
    for (double t = 0.0; t < 3 * day; t += step) {
        if (std::fmod(t, 3600.0) == 0.0) {
            CAPTURE(t / 3600.0);
            CHECK(writes.backlog(t) == Approx(queue).epsilon(1e-4).margin(20e6));
            const double age = writes.backlog_seconds(t);
            CHECK(writes.bytes(t - age, t) == Approx(writes.backlog(t)).margin(1.0));
        }
        const double rate = 20e6 * demand.rate(t + step / 2.0) / demand.peak;
        queue = std::max(0.0, queue + step * (rate - replay));
        most = std::max(most, queue);
    }
    CHECK(most > 1e9);
}

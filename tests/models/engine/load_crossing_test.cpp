// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/load_crossing.hpp"

#include <cmath>
#include <limits>

#include "tests/catch.hpp"

using nines::compile::Demand;
using nines::engine::ArrivingLoad;
using nines::engine::lowest_rate;

namespace {

constexpr double hour = 3600.0;
constexpr double day = 24.0 * hour;
constexpr double end = 30.0 * day;
constexpr double never = std::numeric_limits<double>::infinity();
constexpr double pi = 3.14159265358979323846;

/// 300 req/s at noon, 100 at midnight.
Demand wave() {
    Demand demand;
    demand.peak = 300.0;
    demand.trough = 1.0 / 3.0;
    demand.peak_at = 12.0 * hour;
    return demand;
}

Demand constant(double rate) {
    Demand demand;
    demand.peak = rate;
    return demand;
}

ArrivingLoad::Part part(const Demand& demand, double share) {
    return {&demand, share, lowest_rate(demand, end), demand.highest(end)};
}

/// How long before and after noon 200 + 100 cos(angle) is above the level.
double half_width(double level) {
    return std::acos((level - 200.0) / 100.0) / (2.0 * pi) * day;
}

}  // namespace

TEST_CASE("a load crosses a level when its formula does", "[load_crossing]") {
    const Demand demand = wave();
    ArrivingLoad half;
    half.add(part(demand, 0.5));
    const double half_day = 12.0 * hour;
    for (const double level : {110.0, 200.0, 250.0, 299.0}) {
        CAPTURE(level);
        const double width = half_width(level);
        CHECK(half.first_above(level / 2.0, 0.0, end) == Approx(half_day - width));
        CHECK(half.first_not_above(level / 2.0, half_day, end) == Approx(half_day + width));
        CHECK(half.first_above(level / 2.0, half_day, end) == half_day);
        // The next day, and not beyond the end.
        CHECK(half.first_above(level / 2.0, half_day + width, end) == Approx(day + half_day - width));
        CHECK(half.first_above(level / 2.0, half_day + width + 1.0, day) == never);
    }
    CHECK(half.first_above(150.1, 0.0, end) == never);
    CHECK(half.first_not_above(49.9, 0.0, end) == never);
    CHECK(half.first_not_above(160.0, 5.0, end) == 5.0);
}

TEST_CASE("the sum of two loads crosses a level when the sum does", "[load_crossing]") {
    const Demand first = wave();
    Demand second = wave();
    second.peak_at = 18.0 * hour;
    ArrivingLoad both;
    both.add(part(first, 1.0));
    both.add(part(second, 1.0));
    // Two waves a quarter of a day apart: 400 + 100 sqrt(2) cos, highest at 15:00.
    const double width = std::acos(50.0 / (100.0 * std::sqrt(2.0))) / (2.0 * pi) * day;
    CHECK(both.first_above(450.0, 0.0, end) == Approx(15.0 * hour - width));
    CHECK(both.first_not_above(450.0, 15.0 * hour, end) == Approx(15.0 * hour + width));
    CHECK(both.rate(15.0 * hour) == Approx(400.0 + 100.0 * std::sqrt(2.0)));
    // One that never moves shifts the level only.
    const Demand fixed = constant(50.0);
    ArrivingLoad shifted;
    shifted.add(part(first, 1.0));
    shifted.add(part(fixed, 1.0));
    CHECK(shifted.first_above(300.0, 0.0, end) == Approx(12.0 * hour - half_width(250.0)));
}

TEST_CASE("the lowest rate is that of the deepest trough", "[load_crossing]") {
    CHECK(lowest_rate(wave(), end) == Approx(100.0));
    CHECK(lowest_rate(constant(70.0), end) == Approx(70.0));
    Demand quiet_weekends = wave();
    quiet_weekends.weekend = 0.5;
    CHECK(lowest_rate(quiet_weekends, end) == Approx(50.0));
    CHECK(lowest_rate(Demand{}, end) == 0.0);
}

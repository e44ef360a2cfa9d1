// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/kernel/tick.hpp"

#include <cmath>

#include "sim/kernel/event_set.hpp"
#include "tests/catch.hpp"

using nines::Duration;
using nines::sim::EventSet;
using nines::sim::Tick;
using nines::sim::TickScale;

TEST_CASE("ordinary spans share the finest tick of 2^-20 s", "[tick]") {
    const auto leaf_count = GENERATE(1u, 100u, 1000u);
    const auto years = GENERATE(0.001, 1.0, 10.0, 100.0);
    const auto scale = TickScale::for_span(Duration::years(years), EventSet::tick_bits(leaf_count));
    CHECK(scale.seconds_per_tick() == 0x1p-20);
    CHECK(scale.ticks_per_second() == 0x1p20);
}

TEST_CASE("every span fits in its bits with its tick", "[tick]") {
    const auto tick_bits = GENERATE(40, 46, 50, 56, 63);
    const auto seconds = GENERATE(1e-6, 0.5, 1.0, 3600.0, 31536000.0, 3.1536e9, 1e11);
    const auto scale = TickScale::for_span(Duration::seconds(seconds), tick_bits);
    CHECK(scale.ticks(seconds) < Tick{1} << tick_bits);
    CHECK(scale.ticks_per_second() * scale.seconds_per_tick() == 1.0);
}

TEST_CASE("a longer span or fewer bits never make the tick finer", "[tick]") {
    double before = 0.0;
    for (double years = 1.0; years < 1e5; years *= 1.7) {
        const auto scale = TickScale::for_span(Duration::years(years), 46);
        CHECK(scale.seconds_per_tick() >= before);
        before = scale.seconds_per_tick();
    }
    before = 0.0;
    for (int bits = 60; bits > 32; --bits) {
        const auto scale = TickScale::for_span(Duration::years(10.0), bits);
        CHECK(scale.seconds_per_tick() >= before);
        before = scale.seconds_per_tick();
    }
}

TEST_CASE("a tick is never longer than a second and whole seconds are whole ticks", "[tick]") {
    const auto bits = GENERATE(30, 46, 63);
    const auto scale = TickScale::for_span(Duration::years(30.0), bits);
    CHECK(scale.seconds_per_tick() <= 1.0);
    for (const double seconds : {0.0, 1.0, 3600.0, 86400.0, 604800.0}) {
        CHECK(scale.seconds(scale.ticks(seconds)) == seconds);
    }
}

TEST_CASE("a time and its tick differ by half a tick at most", "[tick]") {
    const auto scale = TickScale::for_span(Duration::years(10.0), 46);
    for (double seconds = 0.0; seconds < 3e8; seconds = 1.37 * seconds + 0.123456789) {
        CHECK(std::abs(scale.seconds(scale.ticks(seconds)) - seconds) <= 0.5 * scale.seconds_per_tick());
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/rolling_windows.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include "tests/catch.hpp"

using namespace nines::observe;

namespace {

double down_within(const std::vector<OutageSpan>& outages, double from, double to) {
    double down = 0.0;
    for (const OutageSpan& outage : outages) {
        down += std::max(0.0, std::min(to, outage.to) - std::max(from, outage.from));
    }
    return down;
}

/// Outages in order and apart within [0, end]; some touch, some are longer than a window of 10.
std::vector<OutageSpan> random_outages(std::mt19937& random, double end) {
    std::exponential_distribution<double> up(0.2);
    std::exponential_distribution<double> down(0.4);
    std::vector<OutageSpan> outages;
    for (double time = random() % 5 == 0 ? 0.0 : up(random); time < end;) {
        const double length = down(random) * (random() % 7 == 0 ? 8.0 : 1.0);
        outages.push_back({time, std::min(end, time + length)});
        time += length + (random() % 9 == 0 ? 0.0 : up(random));
    }
    return outages;
}

}  // namespace

TEST_CASE("the worst rolling window is that of brute force", "[observe][windows]") {
    std::mt19937 random(7);
    constexpr double length = 10.0;
    constexpr double end = 100.0;
    for (int round = 0; round < 300; ++round) {
        const auto outages = random_outages(random, end);
        const double allowed = static_cast<double>(random() % 8);
        std::vector<double> sampled(10);
        const RollingFigures figures = roll(outages, length, end, allowed, sampled, 9.5);

        // A window is worst where it ends with an outage's end or begins with an outage's begin, or at the edges.
        double worst = std::max(down_within(outages, 0.0, length), down_within(outages, end - length, end));
        for (const OutageSpan& outage : outages) {
            for (const double at : {outage.to, outage.from + length}) {
                if (at >= length && at <= end) worst = std::max(worst, down_within(outages, at - length, at));
            }
        }
        CHECK(figures.worst == Approx(worst).margin(1e-9));

        double met = 0.0;
        constexpr int steps = 20000;
        for (int i = 0; i < steps; ++i) {
            const double at = length + (end - length) * (i + 0.5) / steps;
            met += down_within(outages, at - length, at) <= allowed + 1e-6 ? 1.0 / steps : 0.0;
        }
        // Each change between met and missed is seen to within one step.
        CHECK(figures.share_met == Approx(met).margin(40.0 / steps));
        for (std::size_t i = 0; i < sampled.size(); ++i) {
            const double at = length + 9.5 * static_cast<double>(i);
            CHECK(sampled[i] == Approx(down_within(outages, at - length, at)).margin(1e-9));
        }
    }
}

TEST_CASE("rounding leaves no downtime in a window without outages", "[observe][windows]") {
    std::vector<double> none;
    const std::vector<OutageSpan> outages = {{0.1, 0.3}, {0.7, 1.1}};
    // Clear from 1.1 + 2 on: 4.9 of the 6 that are looked at from t = 2.
    const RollingFigures figures = roll(outages, 2.0, 8.0, 0.0, none, 1.0);
    CHECK(figures.share_met == Approx(4.9 / 6.0).epsilon(1e-5));
    CHECK(figures.worst == Approx(0.6));
}

TEST_CASE("a window as long as the time itself has one place", "[observe][windows]") {
    std::vector<double> none;
    const std::vector<OutageSpan> outages = {{1.0, 3.0}};
    CHECK(roll(outages, 8.0, 8.0, 2.0, none, 1.0).share_met == 1.0);
    CHECK(roll(outages, 8.0, 8.0, 1.9, none, 1.0).share_met == 0.0);
    CHECK(roll(outages, 8.0, 8.0, 1.9, none, 1.0).worst == Approx(2.0));
    CHECK(roll({}, 2.0, 8.0, 0.0, none, 1.0).share_met == 1.0);
}

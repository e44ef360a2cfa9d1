// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/recovery_rows.hpp"

#include <cmath>
#include <string>
#include <vector>

#include "models/results/number_text.hpp"
#include "models/results/store_assumptions.hpp"
#include "sim/random/stream.hpp"
#include "tests/catch.hpp"

using namespace nines;
using results::share_of_events;

namespace {

/// `trials` trials of `events` events each, of which all or none are met in a trial: `good` trials meet all.
sim::PairMoments clusters(int trials, int events, int good) {
    sim::PairMoments pairs;
    for (int t = 0; t < trials; ++t) pairs.add(events, t < good ? events : 0);
    return pairs;
}

scenario::Store store_named(const std::string& id) {
    scenario::Store store;
    store.id = id;
    return store;
}

bool says(const std::vector<std::string>& said, const std::string& part) {
    for (const std::string& sentence : said) {
        if (sentence.find(part) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("a share of single events has Wilson's interval", "[results][recovery]") {
    const auto expected = sim::wilson(90, 100, 0.95);
    const auto interval = share_of_events(clusters(100, 1, 90), 0.95);
    CHECK(interval.estimate == Approx(0.9));
    CHECK(interval.low == Approx(expected.low));
    CHECK(interval.high == Approx(expected.high));
}

TEST_CASE("events that go together in a trial count as one", "[results][recovery]") {
    const auto interval = share_of_events(clusters(1000, 20, 900), 0.95);
    const auto one_each = sim::wilson(900, 1000, 0.95);
    CHECK(interval.estimate == Approx(0.9));
    CHECK(interval.low == Approx(one_each.low).epsilon(1e-3));
    CHECK(interval.high == Approx(one_each.high).epsilon(1e-3));
    // With all of them met, or none, a trial counts once too.
    CHECK(share_of_events(clusters(1000, 20, 1000), 0.95).low == Approx(sim::wilson(1000, 1000, 0.95).low));
    CHECK(share_of_events(clusters(1000, 20, 0), 0.95).high == Approx(sim::wilson(0, 1000, 0.95).high));
    CHECK(share_of_events(sim::PairMoments{}, 0.95).high == 1.0);
}

TEST_CASE("the interval of a share of dependent events covers it as often as it says", "[results][recovery]") {
    // Each of 40 trials has 5 events with one common chance of being met, uniform in [0.6, 1]: 0.8 on average.
    constexpr int repeats = 4000;
    int covered = 0;
    for (int r = 0; r < repeats; ++r) {
        sim::PairMoments pairs;
        for (int t = 0; t < 40; ++t) {
            sim::Draw bits(sim::Stream(7, sim::stream_name("share"), static_cast<std::uint64_t>(r * 40 + t)), 0);
            const auto uniform = [&] { return static_cast<double>(bits() >> 11) * 0x1p-53; };
            const double chance = 0.6 + 0.4 * uniform();
            int met = 0;
            for (int e = 0; e < 5; ++e) met += uniform() < chance ? 1 : 0;
            pairs.add(5.0, met);
        }
        const auto interval = share_of_events(pairs, 0.95);
        covered += interval.low <= 0.8 && 0.8 <= interval.high ? 1 : 0;
    }
    const double coverage = static_cast<double>(covered) / repeats;
    CHECK(coverage > 0.94);
    CHECK(coverage < 0.97);
}

TEST_CASE("counts per trial have the moments of the same numbers one by one", "[results][recovery]") {
    observe::CountTally tally, other;
    sim::Moments direct;
    for (const std::uint32_t count : {0u, 3u, 0u, 1u, 7u, 0u, 2u}) {
        (count > 2 ? tally : other).add(count);
        direct.add(count);
    }
    tally.merge(other);
    const auto moments = tally.moments(7);
    CHECK(moments.mean == Approx(direct.mean));
    CHECK(moments.m2 == Approx(direct.m2));
    CHECK(moments.m3 == Approx(direct.m3));
    CHECK(moments.nonzero == direct.nonzero);
    CHECK(moments.max == direct.max);
}

TEST_CASE("sizes are read in the unit that suits them", "[results][text]") {
    CHECK(results::size_text(0.0) == "0 B");
    CHECK(results::size_text(12.0) == "12 B");
    CHECK(results::size_text(4.0e6) == "4 MB");
    CHECK(results::size_text(1.234e9) == "1.23 GB");
}

TEST_CASE("what a store leaves unsaid is said among the assumptions, once for all stores", "[results][assumptions]") {
    scenario::Scenario plain;
    std::vector<std::string> said;
    results::add_store_assumptions(said, plain);
    CHECK(said.empty());

    plain.stores = {store_named("orders"), store_named("cache")};
    results::add_store_assumptions(said, plain);
    CHECK(says(said, "the primary's return is waited for: orders, cache."));
    CHECK(says(said, "whole again at once, for no size is given: orders, cache."));
    CHECK_FALSE(says(said, "HAProxy"));

    said.clear();
    plain.stores.pop_back();
    plain.stores[0].failover.value = scenario::Failover{};
    plain.stores[0].size.value = scenario::Size{5e11};
    results::add_store_assumptions(said, plain);
    CHECK(says(said, "HAProxy's default check"));
    CHECK(says(said, "Nothing keeps a former primary that is cut off from taking writes: orders."));
    CHECK(says(said, "Nobody steps in by hand"));
    CHECK(says(said, "a failover to them loses nothing: orders."));
    CHECK(says(said, "refilled at 300 MB/s: orders."));
    CHECK_FALSE(says(said, "waited for"));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compile/clients.hpp"

#include <cmath>

#include "tests/catch.hpp"

using namespace nines;
using compile::Caching;
using compile::Cohort;
using compile::cohorts_of;

namespace {

double share_behind(const std::vector<Cohort>& cohorts, double seconds) {
    double share = 0.0;
    for (const Cohort& cohort : cohorts) share += cohort.delay_seconds > seconds ? cohort.share : 0.0;
    return share;
}

}  // namespace

TEST_CASE("cohorts of clients have the mean delay of all clients", "[clients]") {
    for (const double stale : {0.0, 0.05, 0.5, 1.0}) {
        double share = 0.0;
        double delay = 0.0;
        for (const Cohort& cohort : cohorts_of({Duration::seconds(60.0), stale, Duration::minutes(15.0)})) {
            share += cohort.share;
            delay += cohort.share * cohort.delay_seconds;
        }
        CAPTURE(stale);
        CHECK(share == Approx(1.0));
        // (1 - s) TTL / 2 + s tau.
        CHECK(delay == Approx((1.0 - stale) * 30.0 + stale * 900.0));
    }
}

TEST_CASE("cohorts follow the share of clients that still have the old answer", "[clients]") {
    constexpr double stale = 0.2;
    const auto cohorts = cohorts_of({Duration::seconds(60.0), stale, Duration::minutes(15.0)});
    for (double t = 0.0; t < 6000.0; t += 1.0) {
        const double exact = (1.0 - stale) * std::max(0.0, 1.0 - t / 60.0) + stale * std::exp(-t / 900.0);
        // Half a step of each law, 1/8 of the ordinary clients; of the stale ones the strata are not in the middle.
        CHECK(std::abs(share_behind(cohorts, t) - exact) <= (1.0 - stale) / 8.0 + stale * 0.2 + 1e-9);
    }
}

TEST_CASE("clients who keep nothing are no cohort", "[clients]") {
    CHECK(cohorts_of({}).empty());
    CHECK(cohorts_of({Duration::seconds(60.0), 0.0, Duration::minutes(15.0)}).size() == 4);
    CHECK(cohorts_of({Duration(), 0.05, Duration::minutes(15.0)}).size() == 3);
    CHECK(cohorts_of({Duration::seconds(60.0), 1.0, Duration::minutes(15.0)}).size() == 3);
}

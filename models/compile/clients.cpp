// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compile/clients.hpp"

#include <cmath>

namespace nines::compile {

namespace {

constexpr int uniform_strata = 4;
constexpr int exponential_strata = 3;

/// Mean of the i-th of n equally probable strata of the exponential law with mean 1, i = 0 .. n - 1. With S = 1 - i / n
/// the integral of t exp(-t) from -ln S to infinity is S (1 - ln S).
double exponential_stratum(int i, int n) {
    const auto beyond = [n](int k) {
        const double survival = 1.0 - static_cast<double>(k) / n;
        return k == n ? 0.0 : survival * (1.0 - std::log(survival));
    };
    return n * (beyond(i) - beyond(i + 1));
}

void add(std::vector<Cohort>& cohorts, double share, double delay_seconds) {
    Cohort cohort;
    cohort.share = share;
    cohort.delay_seconds = delay_seconds;
    cohorts.push_back(cohort);
}

}  // namespace

std::vector<Cohort> cohorts_of(const Caching& caching) {
    std::vector<Cohort> cohorts;
    const double ordinary_share = 1.0 - caching.stale_share;
    const double ttl = caching.ttl.in_seconds();
    if (ttl > 0.0 && ordinary_share > 0.0) {
        for (int i = 0; i < uniform_strata; ++i) {
            add(cohorts, ordinary_share / uniform_strata, ttl * (i + 0.5) / uniform_strata);
        }
    }
    if (caching.stale_share > 0.0) {
        const double mean = caching.stale_time.in_seconds();
        for (int i = 0; i < exponential_strata; ++i) {
            add(cohorts, caching.stale_share / exponential_strata, mean * exponential_stratum(i, exponential_strata));
        }
    }
    return cohorts;
}

}  // namespace nines::compile

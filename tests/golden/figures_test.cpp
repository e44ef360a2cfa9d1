// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <map>
#include <string>

#include "tests/catch.hpp"
#include "tests/golden/shipped.hpp"
#include "tests/oracle/run.hpp"

using namespace nines;

namespace {

/// Outages are counted in whole ticks.
constexpr double ticks = 1e-7;

/// A share or a probability. More than a whole budget may be spent.
bool is_share(const results::Metric& row) {
    return row.unit == "1" && row.metric != "mean_members_up" && !row.metric.starts_with("error_budget_spent");
}

void check_row(const results::Metric& row) {
    CAPTURE(row.subject, row.metric, row.failure_class, row.estimate, row.low, row.high);
    const double rounding = 1e-9 * std::abs(row.estimate);
    CHECK(row.estimate >= 0.0);
    CHECK(row.low <= row.estimate + rounding);
    CHECK(row.high >= row.estimate - rounding);
    if (is_share(row)) CHECK(row.high <= 1.0);
}

/// What each service is made of adds up to it.
struct Sums {
    double stages = 0.0;
    double chains = 0.0;
    double shares = 0.0;
};

}  // namespace

TEST_CASE("the figures of every shipped scenario hang together", "[golden]") {
    for (const std::string& path : golden::shipped_scenarios()) {
        INFO(path);
        const oracle::Study study = oracle::run_file(path, {.trials = 60});
        std::map<std::string, Sums> services;
        for (const results::Metric& row : study.results.metrics) {
            check_row(row);
            if (row.metric == "recovery_stage_mean") services[row.subject].stages += row.estimate;
        }
        for (const results::Chain& chain : study.results.chains) {
            services[chain.subject].chains += chain.downtime_per_year;
            services[chain.subject].shares += chain.share;
        }
        for (const auto& [service, sums] : services) {
            INFO(service);
            CHECK(sums.shares == Approx(1.0).epsilon(ticks));
            CHECK(sums.chains == Approx(study.estimate(service, "downtime_per_year")).epsilon(ticks));
            if (sums.stages > 0.0) {
                CHECK(sums.stages == Approx(study.estimate(service, "recovery_time_mean")).epsilon(ticks));
            }
        }
    }
}

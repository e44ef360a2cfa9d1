// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/report/sample.hpp"

#include <string>

namespace nines::report_test {

results::Metric row(const char* subject, const char* metric, const char* unit, double estimate, double low, double high,
                    std::uint64_t n, const char* failure_class) {
    return {.subject = subject,
            .metric = metric,
            .failure_class = failure_class,
            .unit = unit,
            .estimate = estimate,
            .low = low,
            .high = high,
            .n = n,
            .method = "simulated"};
}

namespace {

void add_service(results::Results& results) {
    const char* shop = "service:shop";
    const std::uint64_t trials = 10000;
    const std::uint64_t outages = 43100;
    auto& rows = results.metrics;
    rows.push_back(row(shop, "availability", "1", 0.999912, 0.99989, 0.999931, trials));
    rows.push_back(row(shop, "unavailability", "1", 8.8e-5, 6.9e-5, 1.1e-4, trials));
    rows.push_back(row(shop, "downtime_per_year", "s_per_year", 2775.2, 2176.0, 3469.0, trials));
    rows.push_back(row(shop, "outages_per_year", "per_year", 4.31, 4.27, 4.35, trials));
    rows.push_back(row(shop, "mean_down_time", "s", 643.9, 620.0, 668.0, outages));
    rows.push_back(row(shop, "mean_time_to_first_outage", "s", 7.3e6, 7.2e6, 7.4e6, trials));
    rows.push_back(row(shop, "p_slo_met", "1", 0.973, 0.969, 0.976, 120000));
    rows.push_back(row(shop, "outage_duration_p50", "s", 182.0, 178.0, 186.0, outages));
    rows.push_back(row(shop, "outage_duration_p95", "s", 2700.0, 2610.0, 2790.0, outages));
    rows.push_back(row(shop, "outage_duration_max", "s", 86000.0, 86000.0, 86000.0, outages));
    rows.push_back(row(shop, "downtime_per_year_p50", "s_per_year", 1900.0, 1850.0, 1960.0, trials));
    rows.push_back(row(shop, "downtime_per_year_p95", "s_per_year", 9600.0, 9300.0, 9900.0, trials));
    rows.push_back(row(shop, "worst_month_downtime_mean", "s", 1500.0, 1400.0, 1600.0, trials));
    results::Metric instant = row(shop, "point_availability", "1", 0.99995, 0.9999, 0.99997, trials);
    instant.at = 86400.0;
    rows.push_back(instant);
}

void add_parts(results::Results& results) {
    auto& rows = results.metrics;
    for (int i = 1; i <= 12; ++i) {
        const std::string name = "group:part-" + std::to_string(i);
        rows.push_back(row(name.c_str(), "downtime_per_year", "s_per_year", 60.0 * i, 50.0 * i, 70.0 * i, 10000));
        rows.push_back(row(name.c_str(), "outages_per_year", "per_year", 0.25 * i, 0.2 * i, 0.3 * i, 10000));
    }
    results::Metric rare = row("domain:eu/az1", "downtime_per_year", "s_per_year", 400.0, 90.0, 1400.0, 10000);
    rare.unreliable = true;
    rows.push_back(rare);
    rows.push_back(row("crew:oncall", "utilisation", "1", 0.012, 0.011, 0.013, 10000));
}

void add_chains(results::Results& results) {
    const std::string shop = "service:shop";
    results.chains = {
        {shop, {"domain:eu/az1:power", "node:db/2:hang"}, 1060.0, 0.382, 0.4, 400},
        {shop, {"node:web/1:failure", "node:web/2:failure"}, 500.0, 0.18, 0.2, 200},
        {shop, {"node:web/3:failure", "node:web/1:failure"}, 450.0, 0.162, 0.18, 180},
        {shop, {"cause:bad-config"}, 700.0, 0.252, 0.3, 300},
        {"service:other", {"cause:bad-config"}, 9.0, 1.0, 0.1, 100},
    };
}

}  // namespace

results::Results shop() {
    results::Results results;
    results.scenario = {"Web shop", "shop.toml", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"};
    results.run.version = "0.1.0";
    results.run.seed = 7;
    results.run.trials = 10000;
    results.run.horizon = 31536000.0;
    results.run.stopped = "trials";
    results.run.events = 250000;
    results.run.wall_seconds = 4.2;
    results.run.threads = 8;
    results.objectives = {{"service:shop", 0.9995, 30.0 * 86400.0}};
    add_service(results);
    add_parts(results);
    add_chains(results);
    results.notable = {{"service:shop", 4711, 32400.0, 3}};
    results.assumptions = {"No crew is named for group \"web\": repairs begin at once."};
    results.files = {"shop.toml"};
    results.diagnostics = {
        {scenario::Severity::warning, "W003", {0, 14, 10}, "both members share one rack", "spread them"}};
    return results;
}

results::Results tiny() {
    results::Results results;
    results.scenario = {"A \"tiny\" one", "tiny.toml", "ab"};
    results.run.version = "0.1.0";
    results.run.trials = 3;
    results.run.horizon = 31536000.0;
    results.run.stopped = "trials";
    results.metrics.push_back(row("service:site", "unavailability", "1", 1.5e-05, 0.0, 0.1, 3));
    results.metrics.back().unreliable = true;
    results.metrics.push_back({.subject = "service:site",
                               .metric = "availability",
                               .unit = "1",
                               .estimate = 0.999985,
                               .low = 0.999985,
                               .high = 0.999985,
                               .method = "exact",
                               .states = 9,
                               .residual = 1e-17});
    return results;
}

}  // namespace nines::report_test

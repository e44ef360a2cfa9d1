// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/metric_catalogue.hpp"

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "tests/catch.hpp"

using namespace nines::results;

TEST_CASE("the catalogue names every metric once and explains it", "[results][catalogue]") {
    std::set<std::string> names;
    for (const MetricInfo& row : metric_catalogue()) {
        CAPTURE(row.name);
        CHECK(names.insert(row.name).second);
        CHECK_FALSE(row.title.empty());
        CHECK_FALSE(row.unit.empty());
        CHECK(row.meaning.back() == '.');
    }
}

TEST_CASE("every metric stands in the reference of the results as the catalogue has it", "[results][catalogue]") {
    std::ifstream file(NINES_SOURCE_DIR "/docs/reference/results.md", std::ios::binary);
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    for (const MetricInfo& row : metric_catalogue()) {
        const std::string counts = row.counts.empty() ? "-" : row.counts;
        const std::string line = "| `" + row.name + "` | " + row.unit + " | " + counts + " | " + row.meaning + " |\n";
        CAPTURE(line);
        CHECK(page.find(line) != std::string::npos);
    }
}

TEST_CASE("the names that readers of the results rely on are all there", "[results][catalogue]") {
    for (const char* name : {"availability",
                             "unavailability",
                             "request_availability",
                             "downtime_per_year",
                             "outages_per_year",
                             "mean_up_time",
                             "mean_down_time",
                             "mean_time_to_first_outage",
                             "point_availability",
                             "p_slo_met",
                             "p_slo_met_window",
                             "p_slo_always_met",
                             "worst_window_downtime_p95",
                             "error_budget_spent_mean",
                             "time_to_exhaust_budget_p50",
                             "p_budget_exhausted",
                             "sla_credit_share_mean",
                             "outage_duration_mean",
                             "outage_duration_p50",
                             "outage_duration_p90",
                             "outage_duration_p95",
                             "outage_duration_p99",
                             "outage_duration_max",
                             "recovery_time_p95",
                             "data_loss_p99",
                             "recovery_stage_mean",
                             "p_rto_met",
                             "p_rpo_met",
                             "p_total_loss",
                             "failovers_per_year",
                             "failed_failovers_per_year",
                             "false_failovers_per_year",
                             "switchovers_per_year",
                             "split_brains_per_year",
                             "cost_per_year",
                             "downtime_per_year_p95",
                             "worst_month_downtime_mean",
                             "planned_downtime_per_year",
                             "degraded_per_year",
                             "failures_per_year",
                             "utilisation",
                             "mean_wait",
                             "mean_members_up"}) {
        CAPTURE(name);
        CHECK(metric_info(name) != nullptr);
    }
    CHECK(metric_info("no_such_metric") == nullptr);
    CHECK(title_of("no_such_metric") == "no_such_metric");
    CHECK(observations_of("outage_duration_p95") == "outages");
    CHECK(metric_info("availability")->better == Direction::higher_is_better);
    CHECK(metric_info("outage_duration_p95")->better == Direction::lower_is_better);
}

TEST_CASE("a figure is found by subject, metric and class", "[results][catalogue]") {
    Results results;
    results.metrics = {
        {.subject = "service:site", .metric = "availability", .estimate = 0.9},
        {.subject = "group:web", .metric = "availability", .estimate = 0.8},
        {.subject = "store:db", .metric = "recovery_time_p95", .failure_class = "zone", .estimate = 60.0},
        {.subject = "group:db", .metric = "availability", .estimate = 0.7},
        {.subject = "group:web", .metric = "failures_per_year", .estimate = 4.0},
    };
    REQUIRE(find_metric(results, "group:web", "availability") != nullptr);
    CHECK(find_metric(results, "group:web", "availability")->estimate == 0.8);
    CHECK(find_metric(results, "store:db", "recovery_time_p95") == nullptr);
    CHECK(find_metric(results, "store:db", "recovery_time_p95", "zone")->estimate == 60.0);
    CHECK(subjects_of(results, "group") == std::vector<std::string>{"group:web", "group:db"});
    CHECK(kind_of("node:web/1") == "node");
    CHECK(name_of("domain:eu/az1") == "eu/az1");
}

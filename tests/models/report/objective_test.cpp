// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/objective.hpp"

#include <string>

#include "models/report/markdown.hpp"
#include "models/report/text.hpp"
#include "tests/catch.hpp"
#include "tests/models/report/sample.hpp"
#include "tests/models/report/search.hpp"

using namespace nines;
using report_test::contains;
using report_test::line_with;
using report_test::row;

namespace {

results::Results shop_with_windows() {
    results::Results run = report_test::shop();
    const char* shop = "service:shop";
    run.objectives = {{shop, 0.9995, 30.0 * 86400.0}};
    run.metrics.push_back(row(shop, "p_slo_met_window", "1", 0.951, 0.949, 0.953, 40000, "quarter"));
    run.metrics.push_back(row(shop, "p_slo_always_met", "1", 0.71, 0.7, 0.72, 10000));
    run.metrics.push_back(row(shop, "error_budget_spent_p95", "1", 1.2, 1.1, 1.3, 120000));
    run.metrics.push_back(row(shop, "time_to_exhaust_budget_p50", "s", 864000.0, 860000.0, 870000.0, 3240));
    run.metrics.push_back(row(shop, "p_budget_exhausted", "1", 0.027, 0.024, 0.031, 120000));
    return run;
}

}  // namespace

TEST_CASE("how an objective was met stands in a table of its own", "[report][windows]") {
    const std::string text = report::to_text(shop_with_windows());
    CHECK(contains(text, "  Objective  (99.95 % per 30 d, windows one after the other)\n"));
    CHECK(line_with(text, "    met per 30 d") == " met per 30 d 97.3 % 96.9 % to 97.6 % 120,000 windows");
    CHECK(line_with(text, "    met per quarter") == " met per quarter 95.1 % 94.9 % to 95.3 % 40,000 windows");
    CHECK(line_with(text, "    error budget spent, 95 %") ==
          " error budget spent, 95 % 120 % 110 % to 130 % 120,000 windows");
    CHECK(contains(text, "gone after, median"));
    // What the table has is not said again.
    CHECK_FALSE(contains(text, "Error budget spent, 95 %"));
    CHECK_FALSE(contains(text, "Chance of exhausting"));
    CHECK(contains(report::to_markdown(shop_with_windows()), "#### Objective\n"));
}

TEST_CASE("the table says how windows are counted", "[report][windows]") {
    results::Results run = shop_with_windows();
    run.objectives.front().rolling = true;
    CHECK(contains(report::to_text(run), "rolling windows)"));
    run.objectives.front() = {"service:shop", 0.9995, 30.0 * 86400.0, false, true};
    CHECK(contains(report::to_text(run), "by requests)"));
    run.objectives.clear();
    CHECK(report::objective_tables(run, "service:shop").empty());
}

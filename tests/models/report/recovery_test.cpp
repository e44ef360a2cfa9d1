// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/recovery.hpp"

#include <limits>
#include <string>

#include "models/report/layout.hpp"
#include "models/report/markdown.hpp"
#include "models/report/text.hpp"
#include "models/report/trace_text.hpp"
#include "tests/catch.hpp"
#include "tests/models/report/sample.hpp"
#include "tests/models/report/search.hpp"

using namespace nines;
using report_test::contains;
using report_test::line_with;
using report_test::row;

namespace {

/// The shop with a store behind it that was lost to a node and to a zone.
results::Results shop_with_store() {
    results::Results run = report_test::shop();
    const char* shop = "service:shop";
    const char* store = "store:orders";
    for (const auto& [failure_class, mean] : {std::pair{"", 100.0}, {"node", 80.0}, {"zone", 600.0}}) {
        run.metrics.push_back(row(shop, "recovery_time_mean", "s", mean, mean - 5, mean + 5, 40, failure_class));
        run.metrics.push_back(row(shop, "recovery_time_p95", "s", 2 * mean, mean, 3 * mean, 40, failure_class));
        run.metrics.push_back(row(store, "failovers_per_year", "per_year", mean / 100, 0.1, 7.0, 99, failure_class));
        run.metrics.push_back(row(store, "data_loss_mean", "s", mean / 50, 1.0, 20.0, 99, failure_class));
    }
    run.metrics.push_back(row(shop, "recovery_stage_mean", "s", 75.0, 74.0, 76.0, 40, "detect"));
    run.metrics.push_back(row(shop, "recovery_stage_mean", "s", 25.0, 24.0, 26.0, 40, "repair"));
    run.metrics.push_back(row(shop, "rto_target", "s", 120.0, 120.0, 120.0, 0, "node"));
    run.metrics.push_back(row(shop, "p_rto_met", "1", 1.0, 0.912, 1.0, 40, "node"));
    run.metrics.push_back(row(store, "p_total_loss", "1", 0.0, 0.0, 3e-4, 10000));
    run.metrics.push_back(row(store, "data_loss_bytes_mean", "B", 4e6, 3.9e6, 4.1e6, 99));
    return run;
}

observe::TraceEvent event(observe::TraceEvent::Kind kind, const char* stage, const char* copy, double lost = 0.0) {
    observe::TraceEvent event;
    event.kind = kind;
    event.subject = "store:orders";
    event.stage = stage;
    event.copy = copy;
    event.lost_seconds = lost;
    return event;
}

}  // namespace

TEST_CASE("a service's recoveries stand in a table by class, with what was demanded", "[report][recovery]") {
    const std::string text = report::to_text(shop_with_store());
    CHECK(contains(text, "  Recovery time by class of failure  (from the loss of the service to its return)\n"));
    CHECK(line_with(text, "    all ") == " all 1 min 40 s 3 min 20 s - -");
    CHECK(line_with(text, "    node ") == " node 1 min 20 s 2 min 40 s 2 min >= 91.2 %");
    CHECK(line_with(text, "    zone ") == " zone 10 min 20 min - -");
    CHECK(line_with(text, "    detect ") == " detect 1 min 15 s (1 min 14 s to 1 min 16 s) 75 %");
    CHECK(line_with(text, "    repair ") == " repair 25 s (24 s to 26 s) 25 %");
    // Once is enough: what the tables have is not listed above them.
    CHECK_FALSE(contains(text, "Recovery time, mean"));
    CHECK_FALSE(contains(text, "(node)"));
}

TEST_CASE("one class says the same as all of them", "[report][recovery]") {
    results::Results run = shop_with_store();
    std::erase_if(run.metrics, [](const auto& metric) { return metric.failure_class == "zone"; });
    const auto tables = report::recovery_tables(run, "service:shop");
    REQUIRE_FALSE(tables.empty());
    CHECK(tables.front().rows.size() == 1);
    CHECK(plain_rows(tables.front()).front().front() == "node");
    CHECK(plain_rows(tables.front()).front().back() == ">= 91.2 %");
    CHECK(report::loss_tables(run, "store:orders").empty());
}

TEST_CASE("each store has a section, with its failovers and losses by class", "[report][recovery]") {
    const std::string text = report::to_text(shop_with_store());
    CHECK(contains(text, "\nStore orders\n"));
    CHECK(line_with(text, "Failovers per year  ") == " Failovers per year 1.0 0.1 to 7.0 99 trials");
    CHECK(line_with(text, "in bytes") == " Data loss in bytes, mean 4 MB 3.90 MB to 4.10 MB 99 losses");
    CHECK(line_with(text, "total loss") == " Chance of total loss 0 % at most 0.0300 % 10,000 trials");
    CHECK(contains(text, "  By class of failure  (failovers per year and data lost in each)\n"));
    CHECK(line_with(text, "    zone   ").substr(0, 6) == " zone ");
    CHECK_FALSE(contains(text, "\nStores"));  // A list of one has nothing to compare.

    const std::string page = report::to_markdown(shop_with_store());
    CHECK(contains(page, "## Store orders\n"));
    CHECK(contains(page, "| node | 1 min 20 s | 2 min 40 s | 2 min | \\>= 91.2 % |\n"));
}

TEST_CASE("a narrow page leaves out what can be missed, never an objective", "[report][recovery]") {
    results::Results run = shop_with_store();
    for (const char* failure_class : {"node", "zone"}) {
        for (const char* metric : {"recovery_time_p50", "recovery_time_max"}) {
            run.metrics.push_back(row("service:shop", metric, "s", 86000.0, 86000.0, 86000.0, 40, failure_class));
        }
        run.metrics.push_back(row("service:shop", "rpo_target", "s", 90.0, 90.0, 90.0, 0, failure_class));
        run.metrics.push_back(row("service:shop", "p_rpo_met", "1", 1.0, 0.912, 1.0, 40, failure_class));
    }
    CHECK(contains(report::to_text(run, {.width = 100}), "Longest"));
    const std::string narrow = report::to_text(run, {.width = 80});
    CHECK_FALSE(contains(narrow, "Median "));
    CHECK(line_with(narrow, "    node ") == " node 1 min 20 s 2 min 40 s 2 min >= 91.2 % 1 min 30 s >= 91.2 %");
}

TEST_CASE("a report without stores has nothing of this", "[report][recovery]") {
    CHECK(report::recovery_tables(report_test::shop(), "service:shop").empty());
    CHECK_FALSE(contains(report::to_text(report_test::shop()), "Recovery"));
    CHECK_FALSE(contains(report::to_text(report_test::shop()), "Store"));
}

TEST_CASE("a trace tells a failover in words", "[report][trace]") {
    using Kind = observe::TraceEvent::Kind;
    observe::Trace trace;
    trace.horizon = 3600.0;
    trace.events = {
        event(Kind::failover_stage, "detecting", ""),
        event(Kind::failover_stage, "promoting", "node:db/2"),
        event(Kind::stage_failed, "promoting", ""),
        event(Kind::promoted, "", "node:db/2", 3.2),
        event(Kind::split_brain, "", ""),
        event(Kind::split_brain_over, "", "", 1770.0),
        event(Kind::failover_stage, "stranded", ""),
        event(Kind::resynced, "", "node:db/1"),
        event(Kind::promoted, "", "node:db/1", std::numeric_limits<double>::infinity()),
    };
    const std::string text = report::trace_to_text(trace);
    CHECK(contains(text, "store:orders  primary lost, nobody knows yet\n"));
    CHECK(contains(text, "store:orders  promoting node:db/2\n"));
    CHECK(contains(text, "store:orders  failed: promoting\n"));
    CHECK(contains(text, "store:orders  node:db/2 is primary now, writes of 3.20 s lost\n"));
    CHECK(contains(text, "store:orders  SPLIT BRAIN: the old primary takes writes too\n"));
    CHECK(contains(text, "store:orders  split brain over, writes of 29 min 30 s lost\n"));
    CHECK(contains(text, "store:orders  stranded: no copy can take over\n"));
    CHECK(contains(text, "store:orders  node:db/1 follows again\n"));
    CHECK(contains(text, "store:orders  node:db/1 is primary now, ALL DATA LOST\n"));

    const std::string json = report::traces_to_json({trace});
    CHECK(
        contains(json, R"("event":"failover_stage","subject":"store:orders","stage":"promoting","copy":"node:db/2")"));
    CHECK(contains(json, R"("event":"promoted","subject":"store:orders","copy":"node:db/2","lost":3.2)"));
    CHECK(contains(json, R"("lost_all":true)"));
}

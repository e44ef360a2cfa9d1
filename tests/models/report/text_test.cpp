// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/text.hpp"

#include <algorithm>
#include <sstream>
#include <string>

#include "models/report/layout.hpp"
#include "models/results/metric_catalogue.hpp"
#include "tests/catch.hpp"
#include "tests/models/report/sample.hpp"
#include "tests/models/report/search.hpp"

using namespace nines;
using report_test::contains;
using report_test::line_with;
using report_test::shop;
using report_test::tiny;

namespace {

results::Results quiet() {
    results::Results run = tiny();
    run.run.trials = 10000;
    run.metrics.resize(1);
    run.metrics[0].estimate = 0.0;
    run.metrics[0].high = 2.99e-4;  // about 3 / n
    run.metrics[0].n = 10000;
    return run;
}

}  // namespace

TEST_CASE("the report says what was simulated and why it stopped", "[report][text]") {
    const std::string text = report::to_text(shop());
    CHECK(text.substr(0, 9) == "Web shop\n");
    CHECK(contains(text, "10,000 trials of 1 y each (10,000 simulated years), seed 7, 95 % confidence intervals\n"));
    CHECK(contains(text, "took 4.20 s on 8 threads (2,381 trials/s), stopped because all trials were done\n"));
    CHECK(contains(text, "shop.toml  sha256 0123456789ab  nines 0.1.0\n"));
}

TEST_CASE("each figure of a service stands with its interval and its count", "[report][text]") {
    const std::string text = report::to_text(shop());
    CHECK(line_with(text, "  Availability ") == " Availability 99.9912 % 99.9890 % to 99.9931 % 10,000 trials");
    CHECK(line_with(text, "in nines") == " in nines 4.06 nines 3.96 to 4.16");
    CHECK(line_with(text, "Downtime per year ") ==
          " Downtime per year 46 min 15 s 36 min 16 s to 57 min 49 s 10,000 trials");
    CHECK(line_with(text, "Outages per year") == " Outages per year 4.310 4.270 to 4.350 10,000 trials");
    CHECK(line_with(text, "Mean outage") == " Mean outage 10 min 44 s 10 min 20 s to 11 min 8 s 43,100 outages");
    CHECK(line_with(text, "first outage") ==
          " Mean time to first outage 84 d 12 h 83 d 8 h to 85 d 16 h 10,000 trials");
    CHECK(line_with(text, "meeting the SLO") == " Chance of meeting the SLO 97.3 % 96.9 % to 97.6 % 120,000 windows");
    CHECK(line_with(text, "Outage duration, median") ==
          " Outage duration, median 3 min 2 s 2 min 58 s to 3 min 6 s 43,100 outages");
    CHECK(line_with(text, "longest") == " Outage duration, longest 23 h 53 min largest seen 43,100 outages");
    CHECK(contains(text, "Yearly downtime, 95 %"));
    CHECK(contains(text, "Worst month, mean"));
    CHECK(line_with(text, "after 1 d") ==
          " Point availability after 1 d 99.9950 % 99.9900 % to 99.9970 % 10,000 trials");
}

TEST_CASE("request availability is shown only where a load makes it another figure", "[report][text]") {
    results::Results run = shop();
    results::Metric requests = *results::find_metric(run, "service:shop", "availability");
    requests.metric = "request_availability";
    run.metrics.push_back(requests);
    CHECK_FALSE(contains(report::to_text(run), "Request availability"));
    run.metrics.back().estimate -= 1e-6;
    CHECK(contains(report::to_text(run), "Request availability"));
}

TEST_CASE("a table says when a group is down, and that the interval of members up is wide", "[report][text]") {
    results::Results run = shop();
    CHECK(contains(report::to_text(run), "Groups  (down: no member is up; 10,000 trials)\n"));
    CHECK_FALSE(contains(report::to_text(run), "often too wide"));
    results::Metric members = run.metrics.front();
    members.subject = "group:part-1";
    members.metric = "mean_members_up";
    run.metrics.push_back(members);
    CHECK(contains(report::to_text(run, {.width = 200}), "The interval of members up adds up those of the members"));
    CHECK_FALSE(contains(report::to_text(run, {.width = 70}), "often too wide"));  // The column is dropped.
}

TEST_CASE("the verdict on the objective is said in words, with or without Unicode", "[report][text]") {
    results::Results run = shop();
    CHECK(contains(report::to_text(run), "✔ MET  expected availability reaches the objective of 99.95 % per 30 d"));
    CHECK(contains(report::to_text(run, {.unicode = false}), "[ok] MET"));
    run.objectives[0].target = 0.99999;
    CHECK(contains(report::to_text(run), "✘ MISSED  expected availability is below the objective of 99.999 %"));
    run.objectives[0].target = 0.99991;
    const std::string undecided = report::to_text(run);
    CHECK(contains(undecided, "? UNDECIDED  the objective of 99.991 % per 30 d lies within the interval"));
    CHECK(contains(undecided, "nines run shop.toml --trials 100000"));
}

TEST_CASE("the report shows why the service was down, largest share first", "[report][text]") {
    const std::string text = report::to_text(shop());
    CHECK(line_with(text, "power") == " ██████▏ 38.2 % 17 min 40 s/y 400 domain:eu/az1:power → node:db/2:hang");
    CHECK(line_with(text, "2 members") == " █████▌ 34.2 % 15 min 50 s/y 380 node:web/* (2 members)");
    CHECK(text.find("power") < text.find("2 members"));
    CHECK(text.find("2 members") < text.find("bad-config"));
    CHECK(contains(report::to_text(shop(), {.chains = 1}), "  and 2 more, 59.4 % of the downtime\n"));
}

TEST_CASE("parts are listed by downtime, ten of them, and the rest counted", "[report][text]") {
    const std::string text = report::to_text(shop());
    CHECK(line_with(text, "part-12 ") == " part-12 12 min (10 min to 14 min) 3.00 (2.40 to 3.60)");
    CHECK(text.find("part-12 ") < text.find("part-11 "));
    CHECK_FALSE(contains(text, "part-2 "));
    CHECK(contains(text, "\n  and 2 more\n"));
    CHECK(contains(text, "oncall  1.20 % (1.10 % to 1.30 %)"));
}

TEST_CASE("without an outage the report gives an upper bound, never 100 %", "[report][text]") {
    const std::string text = report::to_text(quiet());
    CHECK(contains(text, "  no outage in 10,000 trials: unavailability at most 0.0299 % (at least 3.52 nines), "));
    CHECK(line_with(text, "  Availability") == " Availability no outage seen at least 99.97010 % ~ 10,000 trials");
    CHECK_FALSE(contains(text, "100 %"));
}

TEST_CASE("unreliable intervals are marked and the mark explained", "[report][text]") {
    const std::string text = report::to_text(shop());
    CHECK(line_with(text, "eu/az1  ") == " eu/az1 6 min 40 s (1 min 30 s to 23 min 20 s) ~");
    CHECK(contains(text, "\n~ Few outages stand behind this interval"));
    results::Results sure = shop();
    for (auto& metric : sure.metrics) { metric.unreliable = false; }
    CHECK_FALSE(contains(report::to_text(sure), "~"));
}

TEST_CASE("exact figures carry their method instead of an interval", "[report][text]") {
    results::Results run = tiny();
    run.metrics.erase(run.metrics.begin());
    run.run.trials = 0;
    const std::string text = report::to_text(run);
    CHECK(contains(text, "solved without sampling"));
    CHECK(line_with(text, "  Availability") == " Availability 99.998500 % exact: unavailability 1.5e-05");
}

TEST_CASE("assumptions, remarks and next commands are at the end", "[report][text]") {
    const std::string text = report::to_text(shop());
    CHECK(contains(text, "  - No crew is named for group \"web\": repairs begin at once.\n"));
    CHECK(contains(text, "  shop.toml:14:10: warning W003: both members share one rack\n"));
    CHECK(contains(text, "hint: spread them\n"));
    CHECK(contains(text, "  nines trace shop.toml --trial 4711 "));
    CHECK(contains(text, "replay the trial with 9 h of downtime of service:shop\n"));
}

TEST_CASE("the largest value seen is no reason for a warning", "[report][text]") {
    results::Results run = shop();
    for (auto& metric : run.metrics) { metric.unreliable = metric.metric == "outage_duration_max"; }
    CHECK_FALSE(contains(report::to_text(run), "~"));
}

TEST_CASE("a narrow page keeps every figure", "[report][text]") {
    const std::string text = report::to_text(shop(), {.width = 80});
    CHECK(line_with(text, "Yearly downtime, median") ==
          " Yearly downtime, median 31 min 40 s 30 min 50 s to 32 min 40 s 10,000");
}

TEST_CASE("an interrupted run says so", "[report][text]") {
    results::Results run = shop();
    run.run.stopped = "interrupted";
    CHECK(contains(report::to_text(run), "INTERRUPTED: the figures are those of the trials that were done"));
}

TEST_CASE("no line is wider than asked, and ASCII means ASCII", "[report][text]") {
    const std::size_t width = GENERATE(std::size_t{80}, std::size_t{100});
    results::Results run = shop();
    run.assumptions.push_back(std::string(300, 'x') + " is a long word, then " + std::string(60, 'y'));
    run.assumptions.front() += " And so on, for quite a while, until the line has to be broken into two or even three.";
    std::istringstream lines(report::to_text(run, {.unicode = false, .width = width}));
    for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        CHECK((report::columns_of(line) <= width || contains(line, "xxx")));
        CHECK(std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '~'; }));
    }
}

TEST_CASE("colour only adds escapes around the same text", "[report][text]") {
    const std::string coloured = report::to_text(shop(), {.colour = true});
    std::string plain;
    for (std::size_t i = 0; i < coloured.size(); ++i) {
        if (coloured[i] == '\x1b') {
            i = coloured.find('m', i);
            continue;
        }
        plain += coloured[i];
    }
    CHECK(plain == report::to_text(shop()));
    CHECK(coloured.size() > plain.size());
}

TEST_CASE("a name with escapes in it cannot drive the terminal", "[report][text]") {
    results::Results run = shop();
    run.scenario.name = "evil \x1b]0;title\x07";
    for (auto& metric : run.metrics) {
        if (metric.subject == "group:part-12") { metric.subject = "group:\x1b[2Jpart"; }
    }
    CHECK_FALSE(contains(report::to_text(run), "\x1b"));
}

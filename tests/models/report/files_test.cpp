// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>
#include <string>

#include <nlohmann/json.hpp>

#include "models/report/csv.hpp"
#include "models/report/formats.hpp"
#include "models/report/json.hpp"
#include "models/report/markdown.hpp"
#include "tests/catch.hpp"
#include "tests/models/report/sample.hpp"
#include "tests/models/report/search.hpp"

using namespace nines;
using report_test::contains;
using report_test::shop;
using report_test::tiny;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("JSON has exactly the shape of the results contract", "[report][json]") {
    CHECK(report::to_json(tiny()) ==
          "{\n"
          "  \"format\": 1,\n"
          "  \"scenario\": {\"name\":\"A \\\"tiny\\\" one\",\"file\":\"tiny.toml\",\"sha256\":\"ab\"},\n"
          "  \"run\": {\"version\":\"0.1.0\",\"seed\":1,\"trials\":3,\"horizon\":31536000.0,\"confidence\":0.95,"
          "\"stopped\":\"trials\",\"events\":0},\n"
          "  \"metrics\": [\n"
          "    {\"subject\":\"service:site\",\"metric\":\"unavailability\",\"class\":\"\",\"unit\":\"1\","
          "\"estimate\":1.5e-05,\"low\":0.0,\"high\":0.1,\"n\":3,\"method\":\"simulated\",\"unreliable\":true},\n"
          "    {\"subject\":\"service:site\",\"metric\":\"availability\",\"class\":\"\",\"unit\":\"1\","
          "\"estimate\":0.999985,\"low\":0.999985,\"high\":0.999985,\"n\":0,\"method\":\"exact\",\"states\":9,"
          "\"residual\":1e-17}\n"
          "  ],\n"
          "  \"chains\": [],\n"
          "  \"assumptions\": [],\n"
          "  \"diagnostics\": []\n"
          "}\n");
}

TEST_CASE("JSON of a full run can be read back and holds every row", "[report][json]") {
    const results::Results run = shop();
    const auto json = nlohmann::json::parse(report::to_json(run));
    CHECK(json["format"] == 1);
    CHECK(json["metrics"].size() == run.metrics.size());
    CHECK(json["chains"].size() == run.chains.size());
    CHECK(json["chains"][1]["cause"] == nlohmann::json({"node:web/1:failure", "node:web/2:failure"}));
    CHECK(json["chains"][0]["downtime_per_year"] == 1060.0);
    CHECK(json["notable"][0]["trial"] == 4711);
    CHECK(json["assumptions"].size() == 1);
    CHECK(json["diagnostics"][0]["line"] == 14);
    CHECK(json["diagnostics"][0]["severity"] == "warning");
    for (std::size_t i = 0; i < run.metrics.size(); ++i) {
        CHECK(json["metrics"][i]["estimate"].get<double>() == run.metrics[i].estimate);
        CHECK(json["metrics"][i]["high"].get<double>() == run.metrics[i].high);
        CHECK(json["metrics"][i].contains("at") == run.metrics[i].at.has_value());
    }
}

TEST_CASE("two runs of the same seed write the same files whatever the clock says", "[report][json]") {
    results::Results slow = shop();
    slow.run.wall_seconds = 99.0;
    slow.run.threads = 1;
    for (const char* name : {"json", "csv", "markdown"}) {
        CHECK(report::find_format(name)->write(slow) == report::find_format(name)->write(shop()));
    }
}

TEST_CASE("a figure that is not finite is left out and named, never null", "[report][json]") {
    results::Results run = tiny();
    run.metrics[0].high = infinity;
    run.metrics[1].estimate = std::numeric_limits<double>::quiet_NaN();
    run.series = {{"service:site", "outage_duration", "s", {1.0, infinity}, {2.0, 3.0}}};
    const std::string text = report::to_json(run);
    const auto json = nlohmann::json::parse(text);
    CHECK_FALSE(contains(text, "null"));
    CHECK(json["metrics"].empty());
    REQUIRE(json["diagnostics"].size() == 2);
    CHECK(json["diagnostics"][0]["code"] == "R001");
    CHECK(contains(json["diagnostics"][0]["message"], "unavailability of service:site"));
    CHECK(json["series"][0]["x"] == nlohmann::json({1.0}));
    CHECK(report::to_csv(run).find("inf") == std::string::npos);
}

TEST_CASE("a name that is not UTF-8 does not stop the report", "[report][json]") {
    results::Results run = tiny();
    run.scenario.name = "bad \xff name";
    CHECK(nlohmann::json::parse(report::to_json(run))["format"] == 1);
}

TEST_CASE("CSV is RFC 4180 with round-trip numbers", "[report][csv]") {
    CHECK(report::to_csv(tiny()) ==
          "subject,metric,class,unit,estimate,low,high,n,method,at,states,residual,unreliable\r\n"
          "service:site,unavailability,,1,1.5e-05,0,0.1,3,simulated,,,,1\r\n"
          "service:site,availability,,1,0.999985,0.999985,0.999985,0,exact,,9,1e-17,0\r\n");
}

TEST_CASE("CSV numbers read back to the same bits, negative ones untouched", "[report][csv]") {
    results::Results run;
    run.metrics.push_back({.subject = "s", .metric = "m", .estimate = -0.1 - 0.2, .low = -1e300, .high = 1.0 / 3.0});
    const std::string text = report::to_csv(run);
    CHECK(contains(text, ",-0.30000000000000004,-1e+300,0.3333333333333333,"));
}

TEST_CASE("a CSV cell cannot become a formula or break its row", "[report][csv]") {
    CHECK(report::csv_cell("plain") == "plain");
    CHECK(report::csv_cell("=1+1") == "'=1+1");
    CHECK(report::csv_cell("+x") == "'+x");
    CHECK(report::csv_cell("-x") == "'-x");
    CHECK(report::csv_cell("@cmd") == "'@cmd");
    CHECK(report::csv_cell("\tx") == "'\tx");
    CHECK(report::csv_cell("a,b") == "\"a,b\"");
    CHECK(report::csv_cell("a\"b") == "\"a\"\"b\"");
    CHECK(report::csv_cell("two\r\nlines") == "\"two\r\nlines\"");
    CHECK(report::csv_cell("=a,b") == "\"'=a,b\"");
    CHECK(report::csv_cell(std::string_view("\0=1", 3)) == "'=1");
}

TEST_CASE("Markdown has the figures in tables and the chains with their share", "[report][markdown]") {
    const std::string text = report::to_markdown(shop());
    CHECK(contains(text, "# Web shop\n"));
    CHECK(contains(text, "## Service shop\n"));
    CHECK(contains(text, "**Availability objective 99.95 % per 30 d: met**"));
    CHECK(contains(text, "| Availability | 99.9912 % | 99.9890 % to 99.9931 % | 10,000 trials |\n"));
    CHECK(contains(text, "| 34.2 % | 15 min 50 s | 380 | node:web/\\* \\(2 members\\) |\n"));
    CHECK(contains(text, "\nand 2 more\n"));
    CHECK(contains(text, "- No crew is named for group"));
    CHECK(contains(text, "warning W003: both members share one rack"));
}

TEST_CASE("a scenario's names cannot inject Markdown or HTML", "[report][markdown]") {
    CHECK(report::markdown_escaped("<img onerror=x>") == "&lt;img onerror=x\\>");
    CHECK(report::markdown_escaped("a|b") == "a\\|b");
    CHECK(report::markdown_escaped("[x](javascript:1)") == "\\[x\\]\\(javascript:1\\)");
    CHECK(report::markdown_escaped("two\nlines") == "two?lines");
}

TEST_CASE("every format is found by its name", "[report][formats]") {
    for (const char* name : {"text", "json", "csv", "markdown"}) {
        REQUIRE(report::find_format(name) != nullptr);
        CHECK_FALSE(report::find_format(name)->write(tiny()).empty());
    }
    CHECK(report::find_format("yaml") == nullptr);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "models/report/csv.hpp"
#include "models/report/json.hpp"
#include "models/report/reasons.hpp"
#include "tests/catch.hpp"
#include "tests/models/report/sample.hpp"

using namespace nines;
using nlohmann::json;

namespace {

std::string page() {
    std::ifstream file(NINES_SOURCE_DIR "/docs/reference/results.md", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The sample with every list filled.
results::Results full(std::uint64_t trials) {
    results::Results results = report_test::shop();
    results.run.trials = trials;
    results.run.steady = true;
    results::Metric row{.subject = "service:site", .metric = "point_availability", .method = "exact"};
    row.at = 1.0;
    row.states = 3;
    row.residual = 1e-16;
    row.unreliable = true;
    results.metrics.push_back(row);
    results.series = {{"service:site", "outage_duration", "s", {1.0}, {2.0}}};
    results::SolveInfo info;
    info.approximations = {"one"};
    info.missing = {"two"};
    info.causes = {{"service:site", {"2 of node:web/*:failure", "cause:power"}, 210.0, 0.38, 0.5}};
    info.sensitivities = {{"service:site", "node:web/*:failure", "repair", 1.0}};
    info.cut_sets = {{"service:site", {"node:a"}, 0.1, 0.2}};
    info.importance = {{"service:site", "node:a"}};
    results.solved = info;
    return results;
}

void collect_keys(const json& value, std::set<std::string>& keys) {
    if (value.is_object()) {
        for (const auto& [key, inner] : value.items()) keys.insert(key);
    }
    if (value.is_structured()) {
        for (const auto& inner : value) collect_keys(inner, keys);
    }
}

}  // namespace

TEST_CASE("every key of the JSON document stands in the reference of the results", "[report][json]") {
    const std::string text = page();
    std::set<std::string> keys;
    for (const std::uint64_t trials : {0u, 10u}) collect_keys(json::parse(report::to_json(full(trials))), keys);
    CHECK(keys.size() > 55);
    for (const std::string& key : keys) {
        CAPTURE(key);
        CHECK(text.find("`" + key + "`") != std::string::npos);
    }
    const std::string csv = report::to_csv(results::Results());
    CHECK(text.find("`" + csv.substr(0, csv.find('\r')) + "`") != std::string::npos);
}

TEST_CASE("downtime by cause is written as chains without an order", "[report][json]") {
    results::Results results = full(0);
    results.chains.clear();
    const json document = json::parse(report::to_json(results));
    REQUIRE(document.at("chains").size() == 1);
    const json& row = document.at("chains").front();
    CHECK(row.at("subject") == "service:site");
    CHECK(row.at("cause") == json({"2 of node:web/*:failure", "cause:power"}));
    CHECK(row.at("downtime_per_year") == 210.0);
    CHECK(row.at("share") == 0.38);
    CHECK_FALSE(row.contains("outages"));
    CHECK(document.at("missing") == json({"two"}));
    CHECK_FALSE(json::parse(report::to_json(full(10))).contains("missing"));
}

TEST_CASE("downtime by cause is the first table of reasons", "[report][reasons]") {
    const auto tables = report::reason_tables(full(0), "service:site");
    REQUIRE(tables.size() == 4);
    CHECK(tables.front().title == "Why it is down");
    REQUIRE(tables.front().rows.size() == 1);
    CHECK(plain_rows(tables.front()).front().front() == "38 %");
    CHECK(plain_rows(tables.front()).front().back() == "2 of node:web/*:failure + cause:power");
    CHECK(report::reason_tables(full(0), "service:other").empty());
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/answer.hpp"

#include <algorithm>

#include "tests/models/compare/designs.hpp"

namespace nines::compare {

namespace {

constexpr double hour = 3600.0;
constexpr double minute = 60.0;

Difference down(std::size_t a, std::size_t b, double of_a, double of_b, double half, Verdict verdict) {
    Difference row{.subject = "service:shop", .metric = "downtime_per_year", .unit = "s_per_year", .a = a, .b = b};
    row.of_a = of_a;
    row.of_b = of_b;
    row.estimate = of_a - of_b;
    row.low = row.estimate - half;
    row.high = row.estimate + half;
    row.n = 1000;
    row.verdict = verdict;
    return row;
}

Comparison designs(std::size_t count) {
    Comparison comparison;
    const std::vector<std::string> names = {"One", "Two", "Three"};
    for (std::size_t d = 0; d < count; ++d) {
        comparison.designs.push_back({.name = names[d], .results = {}, .changes = {}});
        comparison.designs.back().results.run.horizon = 365.0 * 24.0 * hour;
        comparison.designs.back().results.run.trials = 1000;
    }
    comparison.stopped = "trials";
    return comparison;
}

bool says(const std::vector<std::string>& sentences, const std::string& part) {
    return std::any_of(sentences.begin(), sentences.end(),
                       [&](const std::string& sentence) { return sentence.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("A clear winner is said with how sure that is, and in how many years it held") {
    Comparison comparison = designs(2);
    Difference row = down(0, 1, 4 * hour, 40 * minute, 15 * minute, Verdict::b_better);
    row.shares = Shares{.a_better = 0.02, .b_better = 0.98, .a_low = 0.01, .a_high = 0.03};
    comparison.differences = {row};
    const auto sentences = answer(comparison);
    REQUIRE(sentences.size() == 1);
    CHECK(sentences.front() ==
          "\"Two\" is down 3 h 20 min a year less than \"One\" (95 % sure: between 3 h 5 min and 3 h 35 min); it did "
          "better in 98 % of the simulated years, worse in 2 %.");
}

TEST_CASE("Designs that are not separated get their interval and the trials that are lacking") {
    Comparison comparison = designs(2);
    Difference row = down(0, 1, 30 * minute, 40 * minute, 15 * minute, Verdict::open);
    row.more_trials = 1250;
    comparison.differences = {row};
    const auto sentences = answer(comparison);
    REQUIRE(sentences.size() == 2);
    CHECK(
        sentences[0] ==
        "\"One\" and \"Two\": the run does not separate them. The first is down 10 min a year less by estimate, and it "
        "may be anything from 25 min less to 5 min more (95 % sure).");
    CHECK(says(sentences, "About 1,250 more trials of each"));
}

TEST_CASE("Designs within the zone of indifference are alike") {
    Comparison comparison = designs(2);
    Difference row = down(0, 1, 30 * minute, 31 * minute, 2 * minute, Verdict::alike);
    row.zone = 10 * minute;
    comparison.differences = {row};
    CHECK(
        answer(comparison).front() ==
        "\"One\" and \"Two\" are alike: their downtime differs by at most 3 min a year (95 % sure), and differences up "
        "to 10 min do not matter to you.");
}

TEST_CASE("What the loser does better is said, and what the winner does better too") {
    Comparison comparison = designs(2);
    Difference outages{.subject = "service:shop", .metric = "outages_per_year", .unit = "per_year", .a = 0, .b = 1};
    outages.of_a = 2.0;
    outages.of_b = 26.0;
    outages.estimate = -24.0;
    outages.low = -25.0;
    outages.high = -23.0;
    outages.verdict = Verdict::a_better;
    Difference recovery = outages;
    recovery.metric = "recovery_time_mean";
    recovery.unit = "s";
    recovery.of_a = 600.0;
    recovery.of_b = 60.0;
    recovery.estimate = 540.0;
    recovery.low = 500.0;
    recovery.high = 580.0;
    recovery.verdict = Verdict::b_better;
    comparison.differences = {down(0, 1, 4 * hour, 40 * minute, 15 * minute, Verdict::b_better), outages, recovery};
    const auto sentences = answer(comparison);
    REQUIRE(sentences.size() == 3);
    CHECK(sentences[1] ==
          "But \"One\" has fewer outages: 2 a year against 26 a year, a difference of 24 a year (95 % sure: between 23 "
          "a year and 25 a year).");
    CHECK(sentences[2].starts_with("Also, \"Two\" comes back faster: after 1 min on average against 10 min"));
}

TEST_CASE("Of three designs the best is held against the next, and all are put in order") {
    Comparison comparison = designs(3);
    comparison.differences = {down(0, 1, 4 * hour, 1 * hour, minute, Verdict::b_better),
                              down(0, 2, 4 * hour, 2 * hour, minute, Verdict::b_better),
                              down(1, 2, 1 * hour, 2 * hour, minute, Verdict::a_better)};
    const auto sentences = answer(comparison);
    REQUIRE(sentences.size() == 2);
    CHECK(sentences[0].starts_with("\"Two\" is down least of the 3, 1 h a year less than the next, \"Three\""));
    CHECK(sentences[1] == "By downtime a year: \"Two\" (1 h), then \"Three\" (2 h), then \"One\" (4 h).");
}

TEST_CASE("A run that was interrupted says so last") {
    Comparison comparison = designs(2);
    comparison.stopped = "interrupted";
    comparison.differences = {down(0, 1, 4 * hour, 1 * hour, minute, Verdict::b_better)};
    CHECK(answer(comparison).back().starts_with("The run was interrupted: all this covers the 1,000 trials"));
}

TEST_CASE("Of a design alone the downtime is said, and its objective held against it") {
    const CompareOptions options = options_of(400);
    const std::string text = pool(1) + "objective = { slo = \"99.9%\" }\n";
    const auto sentences = answer(comparison_of({text}, options));
    REQUIRE(sentences.size() == 2);
    CHECK(sentences[0].find("is up 98.") != std::string::npos);
    CHECK(sentences[1] == "It misses its objective of 99.9 %.");
}

TEST_CASE("The same design twice is said to be alike in every trial") {
    CHECK(says(answer(comparison_of({pool(1), pool(1)}, options_of(100))), "both were down alike in every trial"));
}

}  // namespace nines::compare

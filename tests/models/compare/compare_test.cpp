// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "models/results/metric_catalogue.hpp"
#include "tests/models/compare/designs.hpp"

namespace nines::compare {

namespace {

const Difference& row(const Comparison& comparison, const std::string& metric, std::size_t a, std::size_t b) {
    const Difference* found = find_difference(comparison, "service:shop", metric, a, b);
    REQUIRE(found != nullptr);
    return *found;
}

}  // namespace

TEST_CASE("A design differs from itself by nothing, in every trial") {
    const Comparison comparison = comparison_of({pool(2), pool(2)}, options_of(500));
    const Difference& down = row(comparison, "downtime_per_year", 0, 1);
    CHECK(down.estimate == 0.0);
    CHECK(down.variance_removed == 1.0);
    REQUIRE(down.shares);
    CHECK(down.shares->same() == 1.0);
    CHECK(down.verdict == Verdict::open);
    CHECK(comparison.designs[1].changes.empty());
}

TEST_CASE("The estimates are those of each design's own run with the same seed") {
    const CompareOptions options = options_of(400, 7);
    const Comparison comparison = comparison_of({pool(1), pool(2)}, options);
    for (std::size_t d = 0; d < 2; ++d) {
        const auto own = results::run_study(results::prepare_study(opened(pool(d == 0 ? 1 : 2)), options.study));
        for (const char* metric : {"availability", "downtime_per_year", "outages_per_year", "mean_down_time"}) {
            const Difference& difference = row(comparison, metric, 0, 1);
            const double estimate = d == 0 ? difference.of_a : difference.of_b;
            CHECK(estimate == Approx(results::find_metric(own, "service:shop", metric)->estimate).epsilon(1e-12));
            CHECK(results::find_metric(comparison.designs[d].results, "service:shop", metric)->estimate ==
                  Approx(estimate).epsilon(1e-12));
        }
    }
}

TEST_CASE("A comparison does not depend on the number of threads") {
    CompareOptions options = options_of(300);
    const Comparison one = comparison_of({pool(1), pool(2), pool(3)}, options);
    options.study.threads = 3;
    const Comparison three = comparison_of({pool(1), pool(2), pool(3)}, options);
    REQUIRE(one.differences.size() == three.differences.size());
    for (std::size_t i = 0; i < one.differences.size(); ++i) {
        CHECK(one.differences[i].estimate == three.differences[i].estimate);
        CHECK(one.differences[i].low == three.differences[i].low);
        CHECK(one.differences[i].high == three.differences[i].high);
    }
}

TEST_CASE("More servers are better, and by how much is what the chain says") {
    const Comparison comparison = comparison_of({pool(1), pool(2)}, options_of(4000));
    // One server is down for r / (m + r) of the time in the long run, two for the square of that: 8 h and 30 d.
    const double q = 8.0 / (30.0 * 24.0 + 8.0);
    const double expected = (q - q * q) * 365.0 * 86400.0;
    const Difference& down = row(comparison, "downtime_per_year", 0, 1);
    CHECK(down.low < expected);
    CHECK(down.high > expected);
    CHECK(down.verdict == Verdict::b_better);
    CHECK(down.shares->b_better > 0.99);
    const Difference& availability = row(comparison, "availability", 0, 1);
    CHECK(availability.estimate == Approx(-down.estimate / (365.0 * 86400.0)));
    CHECK(availability.low == Approx(-down.high / (365.0 * 86400.0)));
    CHECK(availability.verdict == Verdict::b_better);
}

TEST_CASE("The same luck removes most of the variance where one component differs") {
    // The repairs of one of eleven servers take twice as long.
    const std::string rest = "[node.vm]\nmtbf = \"30 d\"\nmttr = \"4 h\"\n[group.web]\nnode = \"vm\"\ncount = 10\n";
    const auto design = [&](const char* mttr) {
        return "format = 1\n[node.db]\nmtbf = \"60 d\"\nmttr = \"" + std::string(mttr) +
               "\"\n[group.db]\nnode = \"db\"\n" + rest + "[service.shop]\nneeds = [\"db\", \"10 of web\"]\n";
    };
    const Comparison comparison = comparison_of({design("2 h"), design("4 h")}, options_of(2000));
    CHECK(row(comparison, "downtime_per_year", 0, 1).variance_removed > 0.8);  // five times fewer trials
}

TEST_CASE("What differs by less than matters is alike, and what is open says how many trials it needs") {
    CompareOptions options = options_of(2000);
    options.indifference = {{"", 0.5, true}};
    const Comparison near = comparison_of({pool(2, "8 h"), pool(2, "8.1 h")}, options);
    CHECK(row(near, "downtime_per_year", 0, 1).verdict == Verdict::alike);

    const Comparison open = comparison_of({pool(3, "8 h"), pool(3, "8.4 h")}, options_of(200));
    const Difference& down = row(open, "downtime_per_year", 0, 1);
    REQUIRE(down.verdict == Verdict::open);
    REQUIRE(down.more_trials);
    CHECK(*down.more_trials > 0);
}

TEST_CASE("The only service of each design is compared, whatever its name") {
    const Comparison comparison = comparison_of({pool(1), pool(2, "8 h", "store")}, options_of(200));
    CHECK(find_difference(comparison, "service:shop", "availability", 0, 1) != nullptr);
    REQUIRE(comparison.notes.size() == 1);
    CHECK(comparison.notes.front().find("service:store") != std::string::npos);
}

TEST_CASE("Intervals of several pairs hold together") {
    const Comparison comparison = comparison_of({pool(1), pool(2), pool(3)}, options_of(100));
    CHECK(comparison.pair_confidence == Approx(1.0 - 0.05 / 3.0));
    CHECK(find_difference(comparison, "service:shop", "availability", 1, 2) != nullptr);
}

TEST_CASE("Designs over different horizons are refused") {
    const std::string longer = "format = 1\nscenario = { horizon = \"2 y\" }\n" + pool(2).substr(11);
    const auto prepared = prepare_designs({opened(pool(1)), opened(longer)}, options_of(10));
    REQUIRE(prepared.problems.size() == 1);
    CHECK(prepared.problems.front().code == "E201");
}

TEST_CASE("A comparison that is ended early covers the same trials of every design") {
    const CompareOptions options = options_of(100000);
    const auto designs = designs_of({pool(1), pool(2)}, options);
    const Comparison comparison =
        compare_designs(designs, options, [](const observe::PairedProgress& now) { return now.trials < 50; });
    CHECK(comparison.stopped == "interrupted");
    CHECK(comparison.designs[0].results.run.trials == comparison.designs[1].results.run.trials);
    CHECK(comparison.designs[0].results.run.trials >= 50);
    CHECK(comparison.designs[0].results.run.trials < 100000);
}

}  // namespace nines::compare

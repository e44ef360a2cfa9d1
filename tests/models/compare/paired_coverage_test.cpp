// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "models/exact/solution.hpp"
#include "models/results/exact_rows.hpp"
#include "tests/models/compare/designs.hpp"

/// Do the intervals of differences enclose the exact differences as often as they say?
namespace nines::compare {

namespace {

double exact_availability(const Design& design, std::uint64_t seed) {
    results::Results results;
    results.run.seed = seed;
    results::verify(results, design.study, 30.0);
    for (const results::Metric& row : results.exact) {
        if (row.subject == "service:shop" && row.metric == "availability") return row.estimate;
    }
    FAIL("no exact availability");
    return 0.0;
}

struct Coverage {
    double availability = 0.0;
    double beyond = 0.0;   ///< The truth lay above the interval.
    double beneath = 0.0;  ///< ... and below.
};

Coverage coverage(const std::vector<std::string>& texts, std::uint64_t trials) {
    constexpr int repetitions = 400;
    std::vector<Design> designs = designs_of(texts, options_of(trials));
    const double exact = exact_availability(designs[0], 1) - exact_availability(designs[1], 1);
    int above = 0;
    int below = 0;
    for (int r = 0; r < repetitions; ++r) {
        const CompareOptions options = options_of(trials, static_cast<std::uint64_t>(1000 + r));
        for (Design& design : designs) design.study.plan.seed = *options.study.seed;
        const Comparison comparison = compare_designs(designs, options);
        const Difference* row = find_difference(comparison, "service:shop", "availability", 0, 1);
        above += exact > row->high ? 1 : 0;
        below += exact < row->low ? 1 : 0;
    }
    INFO("above " << above << ", below " << below);
    return {1.0 - static_cast<double>(above + below) / repetitions, static_cast<double>(above) / repetitions,
            static_cast<double>(below) / repetitions};
}

}  // namespace

TEST_CASE("Intervals of differences cover the exact differences at their nominal rate") {
    struct Case {
        const char* what;
        std::vector<std::string> texts;
        std::uint64_t trials;
    };
    const std::vector<Case> cases = {
        {"one server against two", {pool(1), pool(2)}, 200},
        {"two servers, slower repairs", {pool(2, "8 h"), pool(2, "10 h")}, 400},
        {"two servers against three", {pool(2), pool(3)}, 400},
        {"slower repairs of one server", {pool(1, "8 h"), pool(1, "9 h")}, 60},
    };
    for (const Case& one : cases) {
        const Coverage seen = coverage(one.texts, one.trials);
        INFO(one.what << ": " << seen.availability << ", above " << seen.beyond << ", below " << seen.beneath);
        CHECK(seen.availability >= 0.925);
        CHECK(seen.availability <= 0.975);
    }
}

}  // namespace nines::compare

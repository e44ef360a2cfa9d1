// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "models/compare/compare.hpp"
#include "models/results/cost_rows.hpp"
#include "models/results/metric_catalogue.hpp"
#include "tests/catch.hpp"
#include "tests/models/compare/designs.hpp"

namespace nines::compare {

namespace {

std::string priced(int count, const std::string& cost) {
    std::string toml = pool(count) + cost;
    return toml.replace(toml.find("mttr"), 0, "price = \"100 per mo\"\n");
}

const Difference& row(const Comparison& comparison, const std::string& metric) {
    const Difference* found = find_difference(comparison, results::whole_design, metric, 0, 1);
    REQUIRE(found != nullptr);
    return *found;
}

}  // namespace

TEST_CASE("what two designs cost beforehand differs by no chance", "[oracle][cost][compare]") {
    const Comparison comparison = comparison_of({priced(2, ""), priced(3, "")}, options_of(50));
    const Difference& cost = row(comparison, "cost_per_year");
    CHECK(cost.of_a == Approx(2400.0).epsilon(1e-12));
    CHECK(cost.estimate == Approx(-1200.0).epsilon(1e-12));
    CHECK(cost.low == cost.estimate);
    CHECK(cost.high == cost.estimate);
    CHECK_FALSE(cost.unreliable);
    CHECK(cost.verdict == Verdict::a_better);
    REQUIRE(cost.shares);
    CHECK(cost.shares->a_better == 1.0);
}

TEST_CASE("the costs of two designs differ by their prices and by what their downtime costs",
          "[oracle][cost][compare]") {
    const std::string keys = "downtime_cost = { price = \"10 per min\", per_outage = 200 }\n";
    const Comparison comparison = comparison_of({priced(1, keys), priced(2, keys)}, options_of(3000));
    const Difference* down = find_difference(comparison, "service:shop", "downtime_per_year", 0, 1);
    const Difference* outages = find_difference(comparison, "service:shop", "outages_per_year", 0, 1);
    REQUIRE(down != nullptr);
    REQUIRE(outages != nullptr);
    const double of_downtime = down->estimate / 6.0 + 200.0 * outages->estimate;
    CHECK(row(comparison, "downtime_cost_per_year").estimate == Approx(of_downtime).epsilon(1e-9));
    const Difference& all = row(comparison, "cost_per_year");
    CHECK(all.estimate == Approx(of_downtime - 1200.0).epsilon(1e-9));
    CHECK(all.low < all.estimate);
    CHECK(all.high > all.estimate);
    CHECK(all.verdict == Verdict::b_better);
    for (const std::size_t d : {0, 1}) {
        const auto* own = results::find_metric(comparison.designs[d].results, results::whole_design, "cost_per_year");
        REQUIRE(own != nullptr);
        CHECK(own->estimate == Approx(d == 0 ? all.of_a : all.of_b).epsilon(1e-9));
    }
}

}  // namespace nines::compare

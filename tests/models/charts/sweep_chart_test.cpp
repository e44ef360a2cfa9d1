// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/pareto.hpp"
#include "models/charts/sweep.hpp"
#include "tests/catch.hpp"

using namespace nines;
using namespace nines::charts;

namespace {

const compare::MetricName downtime{"service:shop", "downtime_per_year", ""};
const compare::MetricName cost{"scenario:design", "cost_per_year", ""};

results::Metric row(const compare::MetricName& figure, const char* unit, double estimate) {
    results::Metric metric;
    metric.subject = figure.subject;
    metric.metric = figure.metric;
    metric.unit = unit;
    metric.estimate = estimate;
    metric.low = estimate - 1.0;
    metric.high = estimate + 1.0;
    metric.n = 300;
    metric.method = "trials";
    return metric;
}

scenario::VaryColumn column(const std::string& path, const std::vector<std::string>& values) {
    return {path, path, values, {}};
}

/// Downtime and cost by point, whatever the grid.
compare::Sweep sweep_of(const std::vector<scenario::VaryColumn>& columns, const std::vector<double>& down,
                        const std::vector<double>& money) {
    compare::Sweep sweep;
    sweep.grid.columns = columns;
    for (std::size_t c = 0; c < columns.size(); ++c) sweep.grid.axes.push_back({c});
    REQUIRE(sweep.grid.points() == down.size());
    for (std::size_t point = 0; point < down.size(); ++point) {
        sweep.figures.rows.push_back({{row(downtime, "s_per_year", down[point]), std::nullopt},
                                      {row(cost, "currency_per_year", money[point]), std::nullopt}});
    }
    sweep.figures.scenario.currency = "EUR";
    sweep.figures.run.trials = 300;
    sweep.figures.run.horizon = 365.0 * 86400.0;
    sweep.figures.run.confidence = 0.95;
    return sweep;
}

}  // namespace

TEST_CASE("A sweep of one key is a curve to scale, with the interval at each point") {
    const auto sweep =
        sweep_of({column("node.vm.mttr", {"\"30 min\"", "\"1 h\"", "\"2 h\""})}, {10.0, 20.0, 40.0}, {1.0, 1.0, 1.0});
    const Chart chart = sweep_chart(sweep, downtime);
    REQUIRE(chart.series.size() == 1);
    const Series& curve = chart.series.front();
    CHECK(curve.marked);
    REQUIRE(curve.points.size() == 3);
    CHECK(curve.points[0].at == 1800.0);
    CHECK(curve.points[2].at == 7200.0);
    CHECK(curve.points[2].value == 40.0);
    CHECK(curve.points[2].low == 39.0);
    CHECK(curve.points[2].high == 41.0);
    CHECK(curve.points[2].n == 300);
    CHECK(chart.first.quantity == Quantity::seconds);
    CHECK(plain(chart.first.title) == "node.vm.mttr");
    CHECK(plain(chart.title) == "Downtime per year of shop");
}

TEST_CASE("Of two keys the one with more values is the axis, and each value of the other has a curve") {
    const auto sweep = sweep_of({column("count", {"2", "3"}), column("mttr", {"\"1 h\"", "\"2 h\"", "\"4 h\""})},
                                {10.0, 20.0, 30.0, 1.0, 2.0, 3.0}, {1.0, 1.0, 1.0, 2.0, 2.0, 2.0});
    const Chart chart = sweep_chart(sweep, downtime);
    REQUIRE(chart.series.size() == 2);
    CHECK(plain(chart.first.title) == "mttr");
    CHECK(plain(chart.series[0].name) == "count = 2");
    CHECK(plain(chart.series[1].name) == "count = 3");
    CHECK(chart.series[1].points[1].value == 2.0);
    CHECK(chart.series[1].points[1].at == 7200.0);
}

TEST_CASE("Steps of one and words stand beside each other; values over decades stand on a logarithmic axis") {
    const auto counts = sweep_of({column("count", {"2", "3", "4"})}, {3.0, 2.0, 1.0}, {1.0, 2.0, 3.0});
    CHECK(sweep_chart(counts, downtime).first.scale == Scale::categories);
    const auto words = sweep_of({column("node", {"\"small\"", "\"large\""})}, {3.0, 2.0}, {1.0, 2.0});
    const Chart named = sweep_chart(words, downtime);
    CHECK(named.first.scale == Scale::categories);
    CHECK(plain(named.first.categories.at(1)) == "large");
    const auto decades = sweep_of({column("mttr", {"\"1 min\"", "\"1 h\""})}, {3.0, 2.0}, {1.0, 2.0});
    CHECK(sweep_chart(decades, downtime).first.scale == Scale::logarithmic);
}

TEST_CASE("The values of a sweep are drawn in their order along the axis") {
    const auto sweep = sweep_of({column("mttr", {"\"3 h\"", "\"1 h\""})}, {30.0, 10.0}, {1.0, 1.0});
    const Chart chart = sweep_chart(sweep, downtime);
    const auto& points = chart.series.front().points;
    CHECK(points[0].value == 10.0);
    CHECK(points[1].value == 30.0);
}

TEST_CASE("More combinations than can be told apart are counted, not drawn") {
    std::vector<std::string> many;
    for (int i = 0; i < 9; ++i) many.push_back(std::to_string(10 * i));
    std::vector<std::string> more = many;
    more.emplace_back("90");
    const std::vector<double> values(90, 1.0);
    const Chart chart = sweep_chart(sweep_of({column("a", many), column("b", more)}, values, values), downtime);
    CHECK(chart.series.size() == 8);
    CHECK(plain(chart.subtitle.back()) == "Shown are the first 8 of 9 combinations of the others.");
}

TEST_CASE("Cost against downtime: the points that none beats in both are the front") {
    const auto sweep =
        sweep_of({column("count", {"1", "2", "3", "4"})}, {50.0, 20.0, 20.0, 5.0}, {1000.0, 2000.0, 3000.0, 4000.0});
    const Chart chart = sweep_trade_off_chart(sweep, cost, downtime);
    REQUIRE(chart.series.size() == 2);
    REQUIRE(chart.series[0].points.size() == 3);
    CHECK(plain(chart.series[0].name) == "Not beaten in both");
    CHECK(chart.series[0].points[1].at == 2000.0);
    REQUIRE(chart.series[1].points.size() == 1);
    CHECK(chart.series[1].points[0].at == 3000.0);
    CHECK(plain(chart.series[1].points[0].note) == "count = 3. Cost per year: 3,000/y (2,999/y to 3,001/y).");
    CHECK(plain(chart.first.title) == "Cost per year (EUR)");
    CHECK(chart.first.quantity == Quantity::money);
}

TEST_CASE("Without prices there is nothing to set against each other") {
    auto sweep = sweep_of({column("count", {"1", "2"})}, {50.0, 20.0}, {1.0, 2.0});
    for (auto& rows : sweep.figures.rows) rows.pop_back();
    CHECK(sweep_trade_off_chart(sweep, cost, downtime).is_empty());
    CHECK(sweep_chart(sweep, cost).is_empty());
}

TEST_CASE("A pair is beaten by one that is as good in both and better in one, not by its equal") {
    const std::vector<bool> expected{false, false, true, true, false, true};
    CHECK(beaten({{1.0, 5.0}, {1.0, 5.0}, {1.0, 6.0}, {2.0, 5.0}, {3.0, 1.0}, {3.0, 2.0}}) == expected);
}

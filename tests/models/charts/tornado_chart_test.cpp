// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/tornado.hpp"

#include "models/charts/csv.hpp"
#include "models/charts/table.hpp"
#include "tests/catch.hpp"

using namespace nines;
using namespace nines::charts;

namespace {

compare::Difference change(double estimate) {
    compare::Difference difference;
    difference.unit = "s_per_year";
    difference.estimate = estimate;
    difference.low = estimate - 10.0;
    difference.high = estimate + 10.0;
    difference.n = 500;
    return difference;
}

compare::Effect effect(const std::string& path, double low, double high) {
    return {{path, "\"1 h\"", "\"30 min\"", "\"90 min\"", 0.5, 1.5}, change(low), change(high), {}, 0.0, 0.0};
}

/// The strongest first, as compare::run_tornado gives them.
compare::Tornado tornado_of_three() {
    compare::Tornado tornado;
    tornado.metric = {"service:shop", "downtime_per_year", ""};
    tornado.as_is.subject = "service:shop";
    tornado.as_is.metric = "downtime_per_year";
    tornado.as_is.unit = "s_per_year";
    tornado.as_is.estimate = 7200.0;
    tornado.effects = {effect("node.vm.mttr", -3600.0, 3600.0), effect("node.vm.mtbf", 900.0, -600.0),
                       effect("group.web.count", 60.0, 120.0)};
    tornado.effects[0].elasticity = 0.98;
    tornado.effects[0].elasticity_low = 0.95;
    tornado.effects[0].elasticity_high = 1.01;
    tornado.range = 0.5;
    tornado.figures.run.trials = 500;
    tornado.figures.run.horizon = 365.0 * 86400.0;
    tornado.figures.confidence = 0.95;
    return tornado;
}

}  // namespace

TEST_CASE("A tornado has two bars for each input, from 0, in the order of what they change") {
    const Chart chart = tornado_chart(tornado_of_three());
    REQUIRE(chart.series.size() == 2);
    REQUIRE(chart.first.categories.size() == 3);
    CHECK(plain(chart.first.categories[0]) == "node.vm.mttr");
    CHECK(plain(chart.first.categories[2]) == "group.web.count");
    for (const Series& series : chart.series) {
        CHECK(series.kind == SeriesKind::bars);
        CHECK(series.shares_room);
        REQUIRE(series.points.size() == 3);
        for (std::size_t i = 0; i < 3; ++i) {
            const Point& point = series.points[i];
            CHECK(point.at == static_cast<double>(i));
            CHECK(point.base == 0.0);
            CHECK(point.low == point.value - 10.0);
            CHECK(point.high == point.value + 10.0);
            CHECK(point.n == 500);
        }
    }
    CHECK(chart.series[0].points[1].value == 900.0);
    CHECK(chart.series[1].points[1].value == -600.0);
    CHECK(chart.value.quantity == Quantity::seconds);
    CHECK(chart.value.low < -3610.0);
    CHECK(chart.value.high > 3610.0);
}

TEST_CASE("A tornado tells the values of each bar, its elasticity and how the figure is now") {
    const Chart chart = tornado_chart(tornado_of_three());
    CHECK(plain(chart.series[0].points[0].note) == "30 min instead of 1 h. Elasticity 0.98 (0.95 to 1.01).");
    CHECK(plain(chart.series[1].points[2].note) == "90 min instead of 1 h.");
    REQUIRE(chart.rules.size() == 1);
    CHECK(chart.rules[0].at == 0.0);
    CHECK(plain(chart.rules[0].label) == "as it is: 2 h/y");
    CHECK(plain(chart.title) == "Downtime per year of shop: what each input changes");
    REQUIRE_FALSE(chart.subtitle.empty());
    CHECK(plain(chart.subtitle[0]) ==
          "One input at a time, 50.0 % lower and higher: 500 trials of 1 y each, the same luck in all. All intervals "
          "hold at once with 95.0 %.");
    CHECK(to_csv(chart).find("Input lower,node.vm.mttr,,0,-3600,-3610,-3590,500") != std::string::npos);
    CHECK(table_of(chart).rows.size() == 7);
}

TEST_CASE("A tornado says how many inputs it leaves out") {
    compare::Tornado tornado = tornado_of_three();
    tornado.left_out = {"group.db.count = 0 is left out: too few"};
    const Chart chart = tornado_chart(tornado, 2);
    CHECK(chart.first.categories.size() == 2);
    REQUIRE(chart.subtitle.size() == 3);
    CHECK(plain(chart.subtitle[1]) == "Further inputs, which matter less: 1.");
    CHECK(plain(chart.subtitle[2]) == "Inputs left out, as one of their values is not valid: 1.");
}

TEST_CASE("A tornado without inputs says so") {
    compare::Tornado tornado = tornado_of_three();
    tornado.effects.clear();
    CHECK(tornado_chart(tornado).is_empty());
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>

#include "models/charts/chart.hpp"
#include "models/charts/ticks.hpp"
#include "tests/catch.hpp"

using namespace nines::charts;

namespace {

Axis axis_of(Scale scale, Quantity quantity, double low, double high) {
    return {.quantity = quantity, .scale = scale, .low = low, .high = high};
}

std::vector<std::string> labels(const Axis& axis, int most) {
    std::vector<std::string> found;
    for (const Tick& tick : ticks(axis, most)) found.push_back(tick.label);
    return found;
}

}  // namespace

TEST_CASE("a nines axis places every nine one step further, and all of them below 100 %", "[charts]") {
    CHECK(position(Scale::nines, 0.1) == Approx(1.0));
    CHECK(position(Scale::nines, 0.001) == Approx(3.0));
    CHECK(std::isinf(position(Scale::nines, 0.0)));
    const Axis axis = axis_of(Scale::nines, Quantity::availability, 0.1, 0.00001);
    CHECK(labels(axis, 8) == std::vector<std::string>{"90 %", "99 %", "99.9 %", "99.99 %", "99.999 %"});
    for (const std::string& label : labels(axis_of(Scale::nines, Quantity::availability, 0.002, 1e-9), 30)) {
        CHECK(label != "100 %");
    }
}

TEST_CASE("a short nines axis has ticks between the nines", "[charts]") {
    const Axis axis = axis_of(Scale::nines, Quantity::availability, 0.001, 0.0001);
    CHECK(labels(axis, 8) == std::vector<std::string>{"99.9 %", "99.95 %", "99.98 %", "99.99 %"});
}

TEST_CASE("times have round ticks in the units that people count in", "[charts]") {
    CHECK(labels(axis_of(Scale::linear, Quantity::seconds, 0.0, 3600.0), 4) ==
          std::vector<std::string>{"0 s", "15 min", "30 min", "45 min", "1 h"});
    CHECK(labels(axis_of(Scale::logarithmic, Quantity::seconds, 1.0, 3600.0), 5) ==
          std::vector<std::string>{"1 s", "10 s", "1 min", "10 min", "1 h"});
}

TEST_CASE("ticks lie within their axis, in order, and there are about as many as asked for", "[charts]") {
    for (const Scale scale : {Scale::linear, Scale::logarithmic, Scale::nines}) {
        for (const double low : {1e-7, 0.003, 0.02}) {
            for (const double factor : {1.3, 7.0, 400.0}) {
                const bool falls = scale == Scale::nines;
                const Axis axis =
                    axis_of(scale, Quantity::seconds, falls ? low * factor : low, falls ? low : low * factor);
                double before = -std::numeric_limits<double>::infinity();
                const auto found = ticks(axis, 6);
                CHECK(found.size() <= 12);
                for (const Tick& tick : found) {
                    const double at = position(scale, tick.value);
                    CHECK(at > before);
                    CHECK(at >= position(scale, axis.low) - 1e-6);
                    CHECK(at <= position(scale, axis.high) + 1e-6);
                    before = at;
                }
            }
        }
    }
}

TEST_CASE("axes hold everything that is drawn", "[charts]") {
    Chart chart;
    chart.first.quantity = Quantity::seconds;
    chart.value = {.scale = Scale::nines};
    chart.series = {{.kind = SeriesKind::points,
                     .points = {{.at = 1.0, .value = 0.01, .low = 0.004, .high = 0.02},
                                {.at = 5.0, .value = 0.0, .low = 0.0, .high = 0.03}}}};
    chart.rules = {{.at = 0.0001}};
    fit(chart);
    CHECK(chart.first.low == 1.0);
    CHECK(chart.first.high == 5.0);
    CHECK(chart.value.low > 0.03);  // the worst is at the left
    CHECK(chart.value.high < 0.0001);
    CHECK(chart.value.high > 0.0);
}

TEST_CASE("thinning keeps the ends and the peaks", "[charts]") {
    std::vector<Point> points;
    for (int i = 0; i < 100000; ++i) points.push_back({.at = 1.0 * i, .value = i == 54321 ? 9.0 : 0.001 * (i % 7)});
    const auto kept = thinned(points);
    CHECK(kept.size() <= most_points);
    CHECK(kept.front().at == 0.0);
    CHECK(kept.back().at == 99999.0);
    double highest = 0.0;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        highest = std::max(highest, kept[i].value);
        if (i > 0) CHECK(kept[i].at > kept[i - 1].at);
    }
    CHECK(highest == 9.0);
}

TEST_CASE("a text puts its arguments in once, also where they look like places", "[charts]") {
    const Text text = say("%2 of %1, 5 %", {literal("100 %1"), say("all of %1", {literal("x")})});
    CHECK(plain(text) == "all of x of 100 %1, 5 %");
    const auto loud = [](const std::string& pattern) { return "<" + pattern + ">"; };
    CHECK(written(text, loud) == "<<all of x> of 100 %1, 5 %>");
}

TEST_CASE("some years are counted in years, less than that in days", "[charts]") {
    CHECK(labels(axis_of(Scale::linear, Quantity::seconds, 0.0, 4.0 * 365.0 * 86400.0), 20) ==
          std::vector<std::string>{"0 s", "1 y", "2 y", "3 y", "4 y"});
    CHECK(labels(axis_of(Scale::linear, Quantity::seconds, 0.0, 2.0 * 365.0 * 86400.0), 4) ==
          std::vector<std::string>{"0 s", "200 d", "400 d", "600 d"});
}

TEST_CASE("a logarithmic axis of little more than a decade gets wider apart towards its end", "[charts]") {
    CHECK(labels(axis_of(Scale::logarithmic, Quantity::seconds, 90.0, 840.0), 12) ==
          std::vector<std::string>{"2 min", "3 min", "4 min", "5 min", "6 min", "8 min", "10 min"});
}

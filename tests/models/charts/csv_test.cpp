// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/csv.hpp"

#include <limits>

#include "tests/catch.hpp"

using namespace nines::charts;

TEST_CASE("a chart's numbers are written as CSV with names in place of categories", "[charts]") {
    Chart chart;
    chart.first = {.scale = Scale::categories, .categories = {literal("a, b"), literal("=1+1")}};
    chart.series = {{.name = literal("Bars"),
                     .kind = SeriesKind::bars,
                     .points = {{.at = 0.0, .value = 0.5, .low = 0.25, .high = 0.75, .n = 12},
                                {.at = 1.0, .value = std::numeric_limits<double>::infinity()}}},
                    {.name = literal("@cmd"), .kind = SeriesKind::points, .points = {{.at = 1.0, .value = 1e-7}}}};
    chart.rules = {{.at = 0.9, .label = literal("goal")}, {.at = 3.0, .on_first_axis = true, .label = literal("when")}};
    CHECK(to_csv(chart) ==
          "series,at,end,base,value,low,high,n\r\n"
          "Bars,\"a, b\",,0,0.5,0.25,0.75,12\r\n"
          "Bars,'=1+1,,0,,,,\r\n"
          "'@cmd,'=1+1,,,1e-07,,,\r\n"
          "goal,,,,0.9,,,\r\n"
          "when,3,,,,,,\r\n");
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/vary_text.hpp"

#include "models/scenario/vary_grid.hpp"
#include "tests/catch.hpp"

namespace nines::compare {

namespace {

using Texts = std::vector<std::string>;

Texts values_of(const std::string& text) {
    auto vary = parse_vary_values(text);
    REQUIRE(vary);
    (*vary).path.value = "a.b.c";
    scenario::Diagnostics problems;
    const auto grid = scenario::grid_of({*vary}, problems);
    REQUIRE_FALSE(scenario::has_errors(problems));
    return grid.columns.front().values;
}

}  // namespace

TEST_CASE("Values in one line are a list or a range") {
    CHECK(values_of("2, 3,4") == Texts{"2", "3", "4"});
    CHECK(values_of("30 min, 2 h") == Texts{"\"30 min\"", "\"2 h\""});
    CHECK(values_of("lognormal(median 1 h, p95 2 h), 3 h") == Texts{"\"lognormal(median 1 h, p95 2 h)\"", "\"3 h\""});
    CHECK(values_of("1 h .. 3 h / 3") == Texts{"\"1 h\"", "\"2 h\"", "\"3 h\""});
    CHECK(values_of("1 .. 100 / 3 log") == Texts{"1", "10", "100"});
    CHECK(values_of("10 .. 50").size() == 5);
    CHECK(values_of("2 MB/s .. 4 MB/s / 3").size() == 3);
}

TEST_CASE("What is wrong with values is said at its place") {
    CHECK(parse_vary_values("1,,2").error().offset == 2);
    CHECK_FALSE(parse_vary_values(""));
    CHECK_FALSE(parse_vary_values("1 .. 2 .. 3"));
    CHECK_FALSE(parse_vary_values("1 h .. "));
    CHECK_FALSE(parse_vary_values("1 h .. 2 h / 1"));
    CHECK(parse_vary("a.b.c=1,,2").error().offset == 8);
}

TEST_CASE("A range is read behind -V too") {
    const auto vary = parse_vary("node.vm.mttr = 1 h .. 8 h / 4 log");
    REQUIRE(vary);
    CHECK(*vary->path == "node.vm.mttr");
    CHECK(*vary->steps == 4);
    CHECK(*vary->scale == scenario::VaryScale::log);
}

TEST_CASE("Values are written as they are read") {
    for (const char* text : {"2, 3, 4", "30 min, 2 h", "\"1 h, 30 min\", 2 h", "1 h .. 3 h", "1 h .. 3 h / 7",
                             "0.5 .. 2 / 5 log", "\"3\", 4", "lognormal(median 1 h, p95 2 h), 3 h"}) {
        const auto vary = parse_vary_values(text);
        REQUIRE(vary);
        CHECK(vary_values_text(*vary) == text);
    }
}

}  // namespace nines::compare

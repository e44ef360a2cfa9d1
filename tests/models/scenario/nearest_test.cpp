// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/nearest.hpp"

#include <string>
#include <vector>

#include "tests/catch.hpp"

namespace nines::scenario {

TEST_CASE("the nearest word mends typing mistakes", "[nearest]") {
    const std::vector<std::string> keys{"mtbf", "mttr", "capacity", "repaired_by", "count"};
    CHECK(nearest("mtfb", keys) == "mtbf");  // Swapped neighbours count once.
    CHECK(nearest("MTBF", keys) == "mtbf");
    CHECK(nearest("capcity", keys) == "capacity");
    CHECK(nearest("repairedby", keys) == "repaired_by");
    CHECK(nearest("cuont", keys) == "count");
    CHECK(did_you_mean("mtfb", keys) == "did you mean \"mtbf\"?");
}

TEST_CASE("nothing is proposed for a word that is like none", "[nearest]") {
    const std::vector<std::string> keys{"mtbf", "mttr", "count"};
    CHECK(nearest("horizon", keys).empty());
    CHECK(nearest("", keys).empty());
    CHECK(nearest("ab", keys).empty());
    CHECK(nearest(std::string(1'000'000, 'm'), keys).empty());
    CHECK(did_you_mean("horizon", keys).empty());
    CHECK(nearest("b", std::vector<std::string>{"a"}).empty());
}

TEST_CASE("of equally near words the first is proposed", "[nearest]") {
    CHECK(nearest("wxb", std::vector<std::string>{"web", "wab"}) == "web");
}

}  // namespace nines::scenario

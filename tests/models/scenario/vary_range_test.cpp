// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <vector>

#include "models/scenario/vary_grid.hpp"
#include "tests/catch.hpp"

using namespace nines::scenario;
using Catch::Matchers::WithinRel;

namespace {

using Values = std::vector<std::string>;

Literal literal(const std::string& toml) {
    Literal end;
    end.toml = toml;
    return end;
}

Values range(const std::string& from, const std::string& to, std::size_t steps, VaryScale scale = VaryScale::linear) {
    const auto values = range_values(literal(from), literal(to), steps, scale);
    INFO(from << " to " << to << ": " << (values ? std::string() : values.error().message));
    REQUIRE(values);
    return *values;
}

std::string refusal(const std::string& from, const std::string& to, VaryScale scale = VaryScale::linear) {
    const auto values = range_values(literal(from), literal(to), 3, scale);
    REQUIRE_FALSE(values);
    return std::string(values.error().code) + ": " + values.error().message;
}

/// What a value becomes; empty: it does not change.
std::string scaled(const std::string& toml, double factor) {
    const auto value = scaled_value(toml, factor);
    return value ? value->toml : std::string();
}

}  // namespace

TEST_CASE("a range goes in even steps from end to end, in the ends' own words", "[scenario][vary]") {
    CHECK(range("1", "3", 3) == Values{"1", "2", "3"});
    CHECK(range("3", "1", 3) == Values{"3", "2", "1"});
    CHECK(range("0.1", "0.3", 3) == Values{"0.1", "0.2", "0.3"});
    CHECK(range(R"("30 s")", R"("90 s")", 3) == Values{R"("30 s")", R"("1 min")", R"("90 s")"});
    CHECK(range(R"("60 min")", R"("3 h")", 3) == Values{R"("60 min")", R"("2 h")", R"("3 h")"});
    CHECK(range(R"("10%")", R"("30%")", 3) == Values{R"("10%")", R"("20%")", R"("30%")"});
}

TEST_CASE("a logarithmic range goes in equal factors", "[scenario][vary]") {
    CHECK(range("1", "100", 3, VaryScale::log) == Values{"1", "10", "100"});
    CHECK(range(R"("1 s")", R"("100 s")", 3, VaryScale::log) == Values{R"("1 s")", R"("10 s")", R"("100 s")"});
    CHECK(refusal("0", "100", VaryScale::log) == "E181: a range with scale = \"log\" needs ends above 0");
}

TEST_CASE("whole numbers stay whole and none is tried twice in a row", "[scenario][vary]") {
    CHECK(range("1", "2", 5) == Values{"1", "2"});
    CHECK(range("1", "10", 4) == Values{"1", "4", "7", "10"});
    CHECK(range("1", "8", 3) == Values{"1", "5", "8"});
}

TEST_CASE("there is no range between different kinds", "[scenario][vary]") {
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
             {"1", R"("3 s")"}, {R"("1 s")", R"("3 GB")"}, {R"("a")", R"("b")"}, {"true", "false"}}) {
        CHECK(refusal(from, to) == "E181: there is no range from " + from + " to " + to);
    }
}

TEST_CASE("a scaled quantity keeps its unit where that is no longer to read", "[scenario][vary]") {
    CHECK(scaled(R"("30 d")", 0.5) == R"("15 d")");
    CHECK(scaled(R"("2 h")", 1.2) == R"("2.4 h")");
    CHECK(scaled(R"("0.2 per y")", 0.5) == R"("0.1 per y")");
    CHECK(scaled(R"("10 GB")", 1.5) == R"("15 GB")");
    CHECK(scaled("0.5", 1.2) == "0.6");
    CHECK(scaled(R"("1 h 30 min")", 2.0) == R"("3 h")");
    for (const char* text : {R"("30 d")", R"("0.2 per y")", R"("10 GB")", "0.5", R"("1 h 30 min")"}) {
        CHECK_THAT(scaled_value(text, 1.2)->ratio, WithinRel(1.2, 1e-12));
    }
}

TEST_CASE("a scaled count moves by one at least, says by how much, and never to none", "[scenario][vary]") {
    CHECK(scaled("10", 1.2) == "12");
    CHECK(scaled("2", 1.2) == "3");
    CHECK_THAT(scaled_value("2", 1.2)->ratio, WithinRel(1.5, 1e-12));
    CHECK(scaled("2", 0.8) == "1");
    CHECK(scaled("1", 0.8).empty());
}

TEST_CASE("a scaled share ends at one", "[scenario][vary]") {
    CHECK(scaled(R"("50%")", 1.5) == R"("75%")");
    CHECK(scaled(R"("90%")", 1.5) == R"("100%")");
    CHECK_THAT(scaled_value(R"("90%")", 1.5)->ratio, WithinRel(1.0 / 0.9, 1e-12));
    CHECK(scaled(R"("100%")", 1.5).empty());
}

TEST_CASE("a scaled distribution has all its times scaled, and its mean with them", "[scenario][vary]") {
    CHECK(scaled(R"law("exp(mean 4 mo)")law", 0.5) == R"law("exp(mean 2 mo)")law");
    CHECK(scaled(R"law("weibull(shape 2, scale 3 h)")law", 1.5) == R"law("weibull(shape 2, scale 4.5 h)")law");
    CHECK_THAT(scaled_value(R"law("weibull(shape 2, scale 3 h)")law", 1.5)->ratio, WithinRel(1.5, 1e-12));
}

TEST_CASE("what is nothing, or no amount, is not scaled", "[scenario][vary]") {
    for (const char* text : {"0", "0.0", R"("0 s")", R"("0%")", R"("never")", R"("web")", "true", "[1, 2]"}) {
        INFO(text);
        CHECK(scaled(text, 1.2).empty());
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "models/scenario/parse.hpp"
#include "models/scenario/value_text.hpp"
#include "tests/catch.hpp"

using namespace nines;
using namespace nines::scenario;

namespace {

std::string error_of(const Parsed<PlanStep>& parsed) {
    return parsed ? "none" : std::string(parsed.error().code) + " at " + std::to_string(parsed.error().offset);
}

}  // namespace

TEST_CASE("a plan's steps read back as they are written", "[scenario][plan]") {
    for (const std::string text :
         {"promote pg-us", "promote pg-us takes 2 min", "promote group:pg-us takes exp(mean 2 min) works 95%",
          "scale web-us to 9", "start web-us", "start web-us to 4 takes 30 s", "switch edge to front-us takes 1 min",
          "switch edge to balancer:front-us", "restore orders on pg-us takes 1 h",
          "do call the carrier, and wait takes 1 h works 90%"}) {
        CAPTURE(text);
        const auto step = parse_plan_step(text);
        REQUIRE(step);
        CHECK(to_text(*step) == text);
    }
}

TEST_CASE("what a plan's step lacks is said where it is missing", "[scenario][plan]") {
    CHECK(error_of(parse_plan_step("")) == "E140 at 0");
    CHECK(error_of(parse_plan_step("promot pg-us")) == "E140 at 0");
    CHECK(parse_plan_step("promot pg-us").error().hint.find("promote") != std::string::npos);
    CHECK(error_of(parse_plan_step("scale web-us 9")) == "E141 at 13");
    CHECK(error_of(parse_plan_step("scale web-us to 0")) == "E024 at 16");
    CHECK(error_of(parse_plan_step("scale web-us to 1.5")) == "E024 at 16");
    CHECK(error_of(parse_plan_step("switch edge")) == "E141 at 11");
    CHECK(error_of(parse_plan_step("do takes 1 h")) == "E141 at 3");
    CHECK(error_of(parse_plan_step("promote pg-us quickly")) == "E025 at 14");
}

TEST_CASE("conditions of plans read back as they are written", "[scenario][plan]") {
    for (const std::string text : {"domain:eu down for 10 min", "orders down", "service:shop down for 1 h"}) {
        const auto condition = parse_down_for(text);
        REQUIRE(condition);
        CHECK(to_text(*condition) == text);
    }
    for (const std::string text : {"domain:eu up for 1 d, in Sun 02:00-06:00", "domain:eu up", "never"}) {
        const auto failback = parse_failback(text);
        REQUIRE(failback);
        CHECK(to_text(*failback) == text);
    }
    CHECK_FALSE(parse_down_for("domain eu for 10 min"));
    CHECK_FALSE(parse_failback("domain eu up for 24 h, Sun 02:00-06:00"));
    CHECK_FALSE(parse_failback("domain eu up for 24 h, in Sun 02:00"));
    CHECK(to_text(*parse_drill("every 90 d")) == "every 90 d");
    CHECK(to_text(*parse_drill("never")) == "never");
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/sensitivity.hpp"

#include <cmath>
#include <string>
#include <vector>

#include "models/compile/compile.hpp"
#include "models/exact/solution.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"

using namespace nines;

namespace {

exact::Solution solved(const std::string& text, const std::vector<std::string>& overrides, bool reasons) {
    validate::OpenOptions options;
    options.overrides = overrides;
    const auto opened = validate::open_text("sensitivity.toml", text, options);
    REQUIRE(opened.scenario.services.size() == 1);
    exact::SolveQuestion question;
    question.horizon = false;
    question.lengths = false;
    question.reasons = reasons;
    return exact::solve(compile::compile(opened.scenario, compile::options_of(opened.scenario)), question);
}

double unavailability(const std::string& text, const std::string& override_text) {
    return solved(text, {override_text}, false).subjects.front().long_run->unavailability;
}

double elasticity(const exact::Solution& solution, const std::string& cause, const std::string& time) {
    double sum = 0.0;
    for (const exact::Sensitivity& of : solution.subjects.front().sensitivities) {
        if (of.cause == cause && of.time == time) sum += of.elasticity;
    }
    return sum;
}

/// One crew for two groups (a chain), a pair without a crew and a domain (lone units), all in one structure.
const std::string site = R"toml(format = 1
[crew.ops]
ack = "exp(mean 15 min)"
[node.web]
mtbf = "300 h"
mttr = "5 h"
repaired_by = "ops"
[node.db]
mtbf = "1000 h"
mttr = "8 h"
repaired_by = "ops"
[node.lb]
mtbf = "2000 h"
mttr = "1 h"
[group.web]
node = "web"
count = 4
[group.db]
node = "db"
count = 2
active = 1
standby = { mode = "warm", start = "exp(mean 2 min)", success = "95%" }
[group.lb]
node = "lb"
count = 2
[domain.z]
mtbf = "5000 h"
mttr = "2 h"
[service.site]
needs = ["3 of web", "db", "lb", "z"]
)toml";

}  // namespace

TEST_CASE("the downtime follows each time as finite differences say", "[exact][sensitivity]") {
    const exact::Solution solution = solved(site, {}, true);
    REQUIRE(solution.is_exact());
    struct Case {
        const char* cause;
        const char* time;
        const char* key;
        double value;
        const char* unit;
    };
    const std::vector<Case> cases = {
        {"node:web/*:failure", "time to failure", "node.web.mtbf", 300.0, "h"},
        {"node:web/*:failure", "repair", "node.web.mttr", 5.0, "h"},
        {"node:db/*:failure", "time to failure", "node.db.mtbf", 1000.0, "h"},
        {"node:db/*:failure", "repair", "node.db.mttr", 8.0, "h"},
        {"node:lb/*:failure", "repair", "node.lb.mttr", 1.0, "h"},
        {"domain:z:failure", "time to failure", "domain.z.mtbf", 5000.0, "h"},
    };
    for (const Case& of : cases) {
        INFO(of.cause << ", " << of.time);
        // A central difference in ln(time); its own error is about the square of the step.
        constexpr double step = 1e-3;
        const auto at = [&](double factor) {
            return std::log(
                unavailability(site, std::string(of.key) + "=" + std::to_string(of.value * factor) + of.unit));
        };
        const double expected = (at(std::exp(step)) - at(std::exp(-step))) / (2.0 * step);
        CHECK(elasticity(solution, of.cause, of.time) == Approx(expected).epsilon(1e-4).margin(1e-6));
    }
}

TEST_CASE("if every time is doubled, the unavailability stays", "[exact][sensitivity]") {
    const exact::Solution solution = solved(site, {}, true);
    double sum = 0.0;
    for (const exact::Sensitivity& of : solution.subjects.front().sensitivities) sum += of.elasticity;
    CHECK(sum == Approx(0.0).margin(1e-7));  // Euler: unavailability is homogeneous of degree 0 in the times
}

TEST_CASE("a unit that a line can do without moves nothing", "[exact][sensitivity]") {
    const std::string text = R"toml(format = 1
[node.rock]
[node.soft]
mtbf = "100 h"
mttr = "5 h"
[node.own]
mtbf = "200 h"
mttr = "1 h"
[service.s]
needs = ["any of rock, soft", "own"]
)toml";
    const exact::Solution solution = solved(text, {}, true);
    CHECK(elasticity(solution, "node:soft:failure", "repair") == Approx(0.0).margin(1e-12));
    // One unit: d ln U / d ln MTTR = availability = 200 / 201.
    CHECK(elasticity(solution, "node:own:failure", "repair") == Approx(200.0 / 201.0).epsilon(1e-9));
}

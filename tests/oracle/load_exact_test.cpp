// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "models/compile/compile.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"
#include "tests/oracle/comparison.hpp"
#include "tests/oracle/run.hpp"

using namespace nines;
using oracle::bound;

namespace {

/// Three servers of 100 req/s and a spare one, with keys of balancer and service.
std::string pool(const std::string& balancer, const std::string& load, const std::string& up_when = "") {
    return fmt::format(
        "format = 1\nscenario = {{ horizon = \"2016 h\" }}\n"
        "[node.web]\ncapacity = \"100 req/s\"\nmtbf = \"80 h\"\nttr = \"exp(mean 12 h)\"\n"
        "[[node.web.failure]]\nname = \"hang\"\nmtbf = \"150 h\"\nttr = \"exp(mean 9 h)\"\neffect = \"hang\"\n"
        "[group.web]\nnode = \"web\"\ncount = 3\n"
        "[node.far]\ncapacity = \"100 req/s\"\nmtbf = \"200 h\"\nttr = \"exp(mean 20 h)\"\n"
        "[group.far]\nnode = \"far\"\ncount = 1\n"
        "[balancer.edge]\nto = [\"web\", \"far\"]\n{}\n[service.site]\nentry = \"edge\"\nload = {}\n{}\n",
        balancer, load, up_when);
}

const std::string slow_check = "check = \"exp(mean 3 h)\"\n";

std::vector<std::string> reasons_of(const std::string& text) {
    const validate::Opened opened = validate::open_text("case.toml", text);
    REQUIRE_FALSE(scenario::has_errors(opened.diagnostics));
    const compile::Program program = compile::compile(opened.scenario, compile::options_of(opened.scenario));
    std::vector<std::string> reasons;
    for (const exact::Missing& missing : exact::solve(program, {}).missing) reasons.push_back(missing.reason);
    return reasons;
}

bool depends_on_the_past(const std::string& text) {
    for (const std::string& reason : reasons_of(text)) {
        if (reason.find("depends on the past") != std::string::npos) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("tries, budgets, spill-over and connections are simulated as their chains say", "[oracle][load]") {
    const std::vector<std::string> cases = {
        pool(slow_check + "retry = { tries = 2, redispatch = \"always\", budget = \"15%\" }",
             "{ peak = \"180 req/s\", retries = 2 }", "up_when = \"served >= 90% of offered\""),
        pool(slow_check + "retry = 0", "{ peak = \"180 req/s\", retries = 3, retry_budget = \"20%\" }"),
        pool(slow_check + "retry = 0\nmode = \"priority\"\noverload = { spill = \"70%\" }", "\"260 req/s\""),
        pool(slow_check + "retry = { tries = 1, timeouts = true, timeout = \"3 s\" }\n"
                          "overload = { connections = 150, response = \"100 ms\" }",
             "\"260 req/s\"", "up_when = \"served >= 80% of offered\""),
        pool(slow_check + "retry = 0\noverload = { shed = false }", "{ peak = \"260 req/s\" }",
             "up_when = \"served >= 80% of offered\""),
    };
    oracle::Comparison comparison({.trials = 400, .has_requests = true});
    for (std::uint32_t i = 0; i < cases.size(); ++i) {
        INFO(cases[i]);
        CHECK(comparison.compare(cases[i], i + 1));
    }
    CHECK(comparison.requests().terms == 5);
    CHECK(std::abs(comparison.requests().deviate()) < bound);
}

TEST_CASE("an overload that may outlive its cause is not solved, and says so", "[oracle][load][overload]") {
    const std::string shed_off = slow_check + "retry = 0\noverload = { shed = false }";
    CHECK(depends_on_the_past(pool(shed_off, "{ peak = \"260 req/s\", retries = 3 }")));
    // Without tries it ends with its cause; with shedding too.
    CHECK_FALSE(depends_on_the_past(pool(shed_off, "{ peak = \"260 req/s\" }")));
    CHECK_FALSE(depends_on_the_past(pool(slow_check, "{ peak = \"260 req/s\", retries = 3 }")));
    // Tries of the balancer count where timeouts are tried again.
    const std::string tries = slow_check + "overload = { shed = false }\nretry = { tries = 2";
    CHECK(depends_on_the_past(pool(tries + ", timeouts = true }", "\"260 req/s\"")));
    CHECK_FALSE(depends_on_the_past(pool(tries + " }", "\"260 req/s\"")));
    // Load that the last server bears while it recovers from anything: 100 / 1.875 = 53 req/s.
    CHECK(depends_on_the_past(pool(shed_off, "{ peak = \"60 req/s\", retries = 3 }")));
    CHECK_FALSE(depends_on_the_past(pool(shed_off, "{ peak = \"13 req/s\", retries = 3 }")));
}

TEST_CASE("a load with a spike is not solved", "[oracle][load][spike]") {
    const auto reasons = reasons_of(pool(slow_check, "\"260 req/s\"") +
                                    "[event.sale]\nat = \"9 d\"\ndo = \"scale load of site by 2 for 1 d\"\n");
    REQUIRE_FALSE(reasons.empty());
    CHECK(reasons.front() == "its load changes at a known time");
}

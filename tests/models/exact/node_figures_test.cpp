// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/node_figures.hpp"

#include <cmath>
#include <stdexcept>
#include <string_view>

#include "models/exact/solution.hpp"
#include "tests/catch.hpp"
#include "tests/models/exact/chain_case.hpp"

using namespace nines;
using namespace nines::exact;

namespace {

constexpr double hour = 3600.0;

Solution solution_of(const ChainCase& of, bool horizon = false) {
    SolveQuestion question;
    question.horizon = horizon;
    question.lengths = false;
    question.nodes = true;
    return solve(of.program, question);
}

const SubjectSolution& subject(const Solution& solution, std::string_view name) {
    for (const SubjectSolution& of : solution.subjects) {
        if (of.name == name) return of;
    }
    throw std::runtime_error("no subject " + std::string(name));
}

constexpr std::string_view trio = R"toml(
    format = 1
    [scenario]
    horizon = "100 h"
    [crew.hands]
    size = 1
    [domain.rack]
    mtbf = "500 h"
    ttr = "exp(mean 2 h)"
    [node.server]
    mtbf = "1000 h"
    ttr = "exp(mean 10 h)"
    repaired_by = "hands"
    [group.trio]
    node = "server"
    count = 3
    [service.site]
    needs = ["2 of trio"]
)toml";

/// Of one of three servers with one repairer: weights 1, 3 r, 6 r^2, 6 r^3 of 0 to 3 down, r = 0.01.
double server_down() {
    const double r = 0.01;
    return (r + 4.0 * r * r + 6.0 * r * r * r) / (1.0 + 3.0 * r + 6.0 * r * r + 6.0 * r * r * r);
}

}  // namespace

TEST_CASE("a single node is down mttr / (mtbf + mttr) of the time, over a horizon less", "[exact][nodes]") {
    const ChainCase of(R"toml(
        format = 1
        [scenario]
        horizon = "30 h"
        [node.a]
        mtbf = "99 h"
        ttr = "exp(mean 1 h)"
        [node.b]
        mtbf = "999 h"
        ttr = "lognormal(median 1 h, p95 3 h)"
        [service.site]
        needs = ["a", "b"]
    )toml");
    const Solution solution = solution_of(of, true);
    const SubjectSolution& a = subject(solution, "node:a");
    REQUIRE(a.long_run);
    CHECK(a.long_run->unavailability == Approx(0.01).epsilon(1e-12));
    CHECK(a.long_run->outages_per_second == Approx(0.01 / hour).epsilon(1e-12));
    // Mean over T of U (1 - exp(-(f + r) t)), f + r = 1 / 99 + 1 an hour.
    const double rates = 1.0 / 99.0 + 1.0;
    REQUIRE(a.over_horizon);
    CHECK(a.over_horizon->unavailability ==
          Approx(0.01 * (1.0 - -std::expm1(-rates * 30.0) / (rates * 30.0))).epsilon(1e-9));
    CHECK(a.over_horizon->outages == Approx(30.0 * (1.0 - a.over_horizon->unavailability) / 99.0).epsilon(1e-9));

    const SubjectSolution& b = subject(solution, "node:b");
    CHECK(b.long_run_method == Method::structure);  // of whatever law only the means count
    CHECK(b.other_method == Method::phase_type);
    CHECK_FALSE(solution.approximations.empty());
}

TEST_CASE("members that one crew repairs are alike: each has the mean of all, from the chain that counts them",
          "[exact][nodes]") {
    const ChainCase of(trio);
    const Solution solution = solution_of(of, true);
    for (const char* name : {"node:trio/1", "node:trio/2", "node:trio/3"}) {
        const SubjectSolution& node = subject(solution, name);
        REQUIRE(node.long_run);
        CHECK(node.long_run->unavailability == Approx(server_down()).epsilon(1e-12));
        CHECK(node.long_run->outages_per_second == Approx((1.0 - server_down()) / (1000.0 * hour)).epsilon(1e-12));
        REQUIRE(node.over_horizon);
        // All of them together are down as often as the three, told apart, one by one.
        CHECK(node.over_horizon->outages == Approx(0.1 * (1.0 - node.over_horizon->unavailability)).epsilon(1e-9));
    }
    const ChainCase apart(trio, Lumping::none);
    const auto chain = solved(apart);
    const sim::StateSet down = chain->states_with_down(apart.unit("node:trio/2:failure"));
    const auto alone = over_horizon(chain->chain(), chain->start(), rewards_of({chain->chain(), chain->start(), down}),
                                    nullptr, Duration::seconds(100.0 * hour), {}, {});
    CHECK(subject(solution, "node:trio/1").over_horizon->unavailability ==
          Approx(std::get<OverHorizon>(alone).unavailability).epsilon(1e-8));
}

TEST_CASE("a node is down while its domain is, and the domain has figures of its own", "[exact][nodes]") {
    const ChainCase of(std::string(trio) + "[group.more]\nnode = \"server\"\ncount = 2\nin = [\"rack\"]\n");
    // Five servers wait for the crew now: three of one kind, two of another, all with the same rates.
    const double r = 0.01;
    double sum = 1.0;
    double weight = 1.0;
    double down = 0.0;
    for (int k = 1; k <= 5; ++k) {
        weight *= (6.0 - k) * r;
        sum += weight;
        down += weight * k / 5.0;
    }
    const double own = down / sum;
    const double rack = 2.0 / 502.0;
    const Solution solution = solution_of(of, true);
    CHECK(subject(solution, "domain:rack").long_run->unavailability == Approx(rack).epsilon(1e-12));
    for (const char* name : {"node:more/1", "node:more/2"}) {
        const SubjectSolution& node = subject(solution, name);
        REQUIRE(node.long_run);
        CHECK(node.long_run->unavailability == Approx(1.0 - (1.0 - own) * (1.0 - rack)).epsilon(1e-10));
        // Up with both, either may fail; the server's own clock runs on while it is cut off.
        CHECK(node.long_run->outages_per_second ==
              Approx((1.0 - own) * (1.0 - rack) * (1.0 / 1000.0 + 1.0 / 500.0) / hour).epsilon(1e-10));
        REQUIRE(node.over_horizon);
        CHECK(node.over_horizon->unavailability < node.long_run->unavailability);
        CHECK(node.over_horizon->unavailability > 0.5 * node.long_run->unavailability);
    }
    CHECK(subject(solution, "node:trio/3").long_run->unavailability == Approx(own).epsilon(1e-10));
}

TEST_CASE("members that a cause strikes together have equal parts in it", "[exact][nodes]") {
    constexpr std::string_view toml = R"toml(
        format = 1
        [node.web]
        mtbf = "300 h"
        ttr = "exp(mean 6 h)"
        [group.web]
        node = "web"
        count = 3
        [cause.config]
        hits = "web/*"
        share = "60%"
        ttf = "exp(mean 400 h)"
        ttr = "exp(mean 5 h)"
        [service.site]
        needs = ["2 of web"]
    )toml";
    const ChainCase of(toml);
    const Solution solution = solution_of(of);
    const ChainCase apart(toml, Lumping::none);
    const auto chain = solved(apart);
    for (const Subject& node : apart.program.subjects) {
        if (node.kind != Subject::Kind::node) continue;
        const sim::StateSet down = chain->states_with_down(node.line);
        const LongRun alone = long_run(rewards_of({chain->chain(), chain->start(), down}), chain->steady());
        const SubjectSolution& found = subject(solution, node.name);
        CHECK(found.long_run->unavailability == Approx(alone.unavailability).epsilon(1e-10));
        CHECK(found.long_run->outages_per_second == Approx(alone.outages_per_second).epsilon(1e-10));
    }
}

TEST_CASE("nodes are left out unless they are asked for; what they lack is said once", "[exact][nodes]") {
    const ChainCase of(std::string(trio) + "[group.trio.maintenance]\nevery = \"30 d\"\ntakes = \"1 h\"\n");
    SolveQuestion question;
    question.horizon = question.lengths = false;
    for (const SubjectSolution& found : solve(of.program, question).subjects) CHECK(!found.name.starts_with("node:"));
    const Solution solution = solution_of(of);
    CHECK_FALSE(subject(solution, "node:trio/2").long_run);
    CHECK(subject(solution, "domain:rack").long_run);
    int about_nodes = 0;
    for (const Missing& missing : solution.missing)
        about_nodes += missing.figure.find("single nodes") != std::string::npos;
    CHECK(about_nodes == 1);
}

TEST_CASE("chains that are made for single nodes do not count as chains of the services", "[exact][nodes]") {
    const ChainCase of(trio);
    SolveQuestion question;
    question.horizon = question.lengths = false;
    const Solution without = solve(of.program, question);
    question.nodes = true;
    const Solution with = solve(of.program, question);
    CHECK(with.state_count == without.state_count);
    CHECK(with.part_count == without.part_count);
}

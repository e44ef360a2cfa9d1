// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/downtime_causes.hpp"

#include <stdexcept>
#include <string_view>

#include "models/exact/solution.hpp"
#include "tests/catch.hpp"
#include "tests/models/exact/chain_case.hpp"

using namespace nines;
using namespace nines::exact;

namespace {

constexpr double hour = 3600.0;
constexpr double year = 365.0 * 24.0 * hour;

using Names = std::vector<std::string>;

/// Of the first service, from the chain of the whole program.
std::vector<CauseShare> causes_of(const ChainCase& of, std::size_t how_many = 100) {
    const auto chain = solved(of);
    auto found = downtime_causes(of.program, *chain, of.service(), how_many, {});
    if (const auto* failure = std::get_if<sim::SolveFailure>(&found)) throw std::runtime_error(failure->message);
    return std::get<0>(std::move(found));
}

const CauseShare& row_of(const std::vector<CauseShare>& rows, const Names& components) {
    for (const CauseShare& row : rows) {
        if (row.components == components) return row;
    }
    throw std::runtime_error("no such cause");
}

void check_sum(const std::vector<CauseShare>& rows, const LongRun& whole, double epsilon) {
    double share = 0.0;
    double down = 0.0;
    double outages = 0.0;
    for (const CauseShare& row : rows) {
        share += row.share;
        down += row.downtime_per_year;
        outages += row.outages_per_year;
    }
    CHECK(share == Approx(1.0).epsilon(1e-12));
    CHECK(down == Approx(whole.unavailability * year).epsilon(epsilon));
    CHECK(outages == Approx(whole.outages_per_second * year).epsilon(epsilon));
}

}  // namespace

TEST_CASE("two units in series: each outage is charged to the one that began it", "[exact][causes]") {
    const ChainCase of(R"toml(
        format = 1
        [node.a]
        mtbf = "100 h"
        ttr = "exp(mean 1 h)"
        [node.b]
        mtbf = "300 h"
        ttr = "exp(mean 20 h)"
        [service.site]
        needs = ["a", "b"]
    )toml");
    // An outage that a begins lasts Ta = (1 + fb Tab) / (ra + fb), and Tab = (1 + rb Ta + ra Tb) / (ra + rb).
    const double fa = 0.01, fb = 1.0 / 300.0, ra = 1.0, rb = 0.05;
    const double both = (1.0 + rb / (ra + fb) + ra / (rb + fa)) / (ra + rb - rb * fb / (ra + fb) - ra * fa / (rb + fa));
    const double from_a = (1.0 + fb * both) / (ra + fb);
    const double from_b = (1.0 + fa * both) / (rb + fa);
    const double up = 100.0 / 101.0 * 300.0 / 320.0;

    const auto rows = causes_of(of);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].components == Names{"node:b:failure"});  // rarer, but it costs more
    CHECK(rows[0].downtime_per_year == Approx(up * fb * from_b * year).epsilon(1e-10));
    CHECK(rows[0].outages_per_year == Approx(up * fb * year / hour).epsilon(1e-10));
    CHECK(rows[0].share == Approx(fb * from_b / (fa * from_a + fb * from_b)).epsilon(1e-10));
    CHECK(rows[1].components == Names{"node:a:failure"});
    CHECK(rows[1].downtime_per_year == Approx(up * fa * from_a * year).epsilon(1e-10));
    check_sum(rows, service_in_long_run(of, *solved(of)), 1e-12);
}

TEST_CASE("two of three unlike units: a pair is one cause, whichever of it failed last", "[exact][causes]") {
    const ChainCase of(R"toml(
        format = 1
        [node.a]
        mtbf = "100 h"
        ttr = "exp(mean 1 h)"
        [node.b]
        mtbf = "50 h"
        ttr = "exp(mean 4 h)"
        [node.c]
        mtbf = "20 h"
        ttr = "exp(mean 2 h)"
        [service.site]
        needs = ["2 of a, b, c"]
    )toml");
    const double f[] = {0.01, 0.02, 0.05};
    const double r[] = {1.0, 0.25, 0.5};
    const double total = r[0] + r[1] + r[2];
    // All three down: T3 = (1 + sum of r(k) T(pair without k)) / total, T(pair without k) = (1 + f(k) T3) / d(k).
    double above = 1.0;
    double below = total;
    double d[3];
    for (int k = 0; k < 3; ++k) {
        d[k] = total - r[k] + f[k];
        above += r[k] / d[k];
        below -= r[k] * f[k] / d[k];
    }
    const double all = above / below;
    double product = 1.0;  // P(all up)
    for (int k = 0; k < 3; ++k) product *= r[k] / (r[k] + f[k]);
    const Names names[] = {{"node:b:failure", "node:c:failure"},
                           {"node:a:failure", "node:c:failure"},
                           {"node:a:failure", "node:b:failure"}};
    const auto rows = causes_of(of);
    REQUIRE(rows.size() == 3);
    for (int k = 0; k < 3; ++k) {
        const int i = (k + 1) % 3;
        const int j = (k + 2) % 3;
        const double flow = product * (f[i] / r[i] * f[j] + f[j] / r[j] * f[i]);  // i down, then j, or j and then i
        const CauseShare& row = row_of(rows, names[k]);
        CHECK(row.outages_per_year == Approx(flow * year / hour).epsilon(1e-10));
        CHECK(row.downtime_per_year == Approx(flow * (1.0 + f[k] * all) / d[k] * year).epsilon(1e-10));
    }
    check_sum(rows, service_in_long_run(of, *solved(of)), 1e-12);
}

TEST_CASE("a shared cause and failures of its own have the shares of their rates and repairs", "[exact][causes]") {
    const ChainCase of(R"toml(
        format = 1
        [node.box]
        mtbf = "200 h"
        ttr = "exp(mean 3 h)"
        [cause.power]
        hits = "box"
        ttf = "exp(mean 500 h)"
        ttr = "exp(mean 8 h)"
        [service.site]
        needs = ["box"]
    )toml");
    // What is down is not struck, and while it is struck the clock of its own failures rests: every outage is one or
    // the other, for its own mean time.
    const double struck = 8.0 / 500.0;
    const double failed = 3.0 / 200.0;
    const auto rows = causes_of(of);
    REQUIRE(rows.size() == 2);
    CHECK(row_of(rows, {"cause:power"}).share == Approx(struck / (struck + failed)).epsilon(1e-12));
    CHECK(row_of(rows, {"node:box:failure"}).share == Approx(failed / (struck + failed)).epsilon(1e-12));
    check_sum(rows, service_in_long_run(of, *solved(of)), 1e-12);
}

TEST_CASE("what is counted together has the same causes as what is told apart, and they add up to the downtime",
          "[exact][causes]") {
    constexpr std::string_view toml = R"toml(
        format = 1
        [crew.hands]
        size = 1
        [domain.rack]
        mtbf = "1 y"
        ttr = "exp(mean 4 h)"
        [node.server]
        repaired_by = "hands"
        [[node.server.failure]]
        name = "crash"
        mtbf = "100 h"
        ttr = "exp(mean 3 h)"
        [[node.server.failure]]
        name = "disk"
        mtbf = "900 h"
        ttr = "exp(mean 20 h)"
        [node.db]
        mtbf = "300 h"
        ttr = "exp(mean 10 h)"
        [group.web]
        node = "server"
        count = 3
        in = ["rack"]
        [group.db]
        node = "db"
        count = 2
        active = 1
        standby = { mode = "warm", start = "exp(mean 5 min)" }
        [service.site]
        needs = ["2 of web", "db"]
    )toml";
    const ChainCase lumped(toml);
    const ChainCase apart(toml, Lumping::none);
    const auto rows = causes_of(lumped);
    const auto same = causes_of(apart);
    check_sum(rows, service_in_long_run(lumped, *solved(lumped)), 1e-9);
    REQUIRE(rows.size() >= 8);
    REQUIRE(rows.size() == same.size());
    for (const CauseShare& row : rows) {
        const CauseShare& other = row_of(same, row.components);
        CHECK(row.share == Approx(other.share).epsilon(1e-8));
        CHECK(row.outages_per_year == Approx(other.outages_per_year).epsilon(1e-8));
    }
    CHECK_NOTHROW(row_of(rows, {"domain:rack:failure"}));
    CHECK_NOTHROW(row_of(rows, {"2 of node:web/*:crash"}));
    CHECK_NOTHROW(row_of(rows, {"node:db/*:failure", "group:db:starting"}));

    const auto few = causes_of(lumped, 2);
    REQUIRE(few.size() == 3);
    CHECK(few[0].components == rows[0].components);
    CHECK(few[1].share == Approx(rows[1].share));
    CHECK(few[2].components == Names{"other"});
    CHECK(few[0].share + few[1].share + few[2].share == Approx(1.0).epsilon(1e-12));
    CHECK(rows[0].share >= rows[1].share);
}

TEST_CASE("what is never up again has no outages in the long run, but all the downtime", "[exact][causes]") {
    const auto rows = causes_of(ChainCase(R"toml(
        format = 1
        [node.probe]
        mtbf = "1000 h"
        ttr = "never"
        [service.mission]
        needs = ["probe"]
    )toml"));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].components == Names{"never up again"});
    CHECK(rows[0].share == 1.0);
    CHECK(rows[0].outages_per_year == 0.0);
}

TEST_CASE("causes are solved with the other reasons only, and a stop is said", "[exact][causes]") {
    const ChainCase of(R"toml(
        format = 1
        [node.a]
        mtbf = "100 h"
        mttr = "1 h"
        [service.site]
        needs = ["a"]
    )toml");
    SolveQuestion question;
    CHECK(solve(of.program, question).subjects.front().causes.empty());
    question.reasons = true;
    const Solution solution = solve(of.program, question);
    REQUIRE(solution.subjects.front().causes.size() == 1);
    CHECK(solution.subjects.front().causes.front().share == 1.0);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/chains.hpp"

#include "models/report/verdict.hpp"
#include "tests/catch.hpp"
#include "tests/models/report/sample.hpp"

using namespace nines;
using Cause = std::vector<std::string>;

TEST_CASE("chains that differ only in the members of a group are added up for reading", "[report][chains]") {
    const auto chains = report::readable_chains(report_test::shop().chains, "service:shop");
    REQUIRE(chains.size() == 3);
    CHECK(chains[0].cause == Cause{"domain:eu/az1:power", "node:db/2:hang"});
    CHECK(chains[1].cause == Cause{"node:web/* (2 members)"});
    CHECK(chains[1].share == Approx(0.342));
    CHECK(chains[1].downtime_per_year == Approx(950.0));
    CHECK(chains[1].outages == 380);
    CHECK(chains[2].cause == Cause{"cause:bad-config"});
}

TEST_CASE("a total loss comes before all losses that have a size", "[report][chains]") {
    const std::vector<results::Chain> losses = {{"store:s", {"domain:eu"}, 9.0, 1.0, 1.0, 3},
                                                {"store:s", {"node:a/1", "store:s:total-loss"}, 0.0, 0.0, 0.1, 1}};
    const auto chains = report::readable_chains(losses, "store:s");
    REQUIRE(chains.size() == 2);
    CHECK(report::is_total_loss(chains[0]));
    CHECK_FALSE(report::is_total_loss(chains[1]));
}

TEST_CASE("single members of several chains lose their number, other names keep theirs", "[report][chains]") {
    results::Results run;
    run.chains = {{"s", {"node:a/1:hang", "domain:eu/az1:power"}, 1.0, 0.1, 1.0, 1},
                  {"s", {"node:a/2:hang", "domain:eu/az1:power"}, 2.0, 0.2, 1.0, 1},
                  {"s", {"node:a/2:crash"}, 3.0, 0.25, 1.0, 1},
                  {"s", {"node:b/x1:crash"}, 4.0, 0.4, 1.0, 1}};
    const auto chains = report::readable_chains(run.chains, "s");
    REQUIRE(chains.size() == 3);
    CHECK(chains[0].cause == Cause{"node:b/x1:crash"});
    CHECK(chains[1].cause == Cause{"node:a/*:hang", "domain:eu/az1:power"});
    CHECK(chains[1].share == Approx(0.3));
    CHECK(chains[2].cause == Cause{"node:a/2:crash"});
}

TEST_CASE("an objective is met only when the whole interval reaches it", "[report][verdict]") {
    using report::Verdict;
    results::Results run = report_test::shop();
    const auto judged = [&](double target) { return report::judge(run, {"service:shop", target, 0.0}); };
    // The unavailability lies between 6.9e-5 and 1.1e-4.
    CHECK(judged(0.9995) == Verdict::met);
    CHECK(judged(0.99992) == Verdict::undecided);
    CHECK(judged(0.99999) == Verdict::missed);
    CHECK(report::judge(run, {"service:none", 0.9, 0.0}) == Verdict::undecided);
    CHECK(report::objective_text({"s", 0.9995, 30.0 * 86400.0}) == "99.95 % per 30 d");
    CHECK(report::objective_text({"s", 0.99999, 0.0}) == "99.999 %");
}

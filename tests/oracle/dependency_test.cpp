// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>

#include "models/exact/solution.hpp"
#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using namespace nines;
using oracle::bound;
using oracle::run_text;

namespace {

constexpr double hour = 3600.0;
constexpr double year = 8760.0 * hour;

/// A service on one server that needs a control plane, by `key`.
std::string shop(const std::string& key) {
    return R"(format = 1
scenario = { horizon = "1 y" }
[node.server]
mttf = "100 h"
mttr = "2 h"
[node.control]
mttf = "60 h"
mttr = "20 h"
[group.server]
node = "server"
[group.control]
node = "control"
[service.shop]
needs = ["server"]
)" + key + " = [\"control\"]\n";
}

const oracle::Setup long_run{.trials = 400, .warm_up = Duration::hours(1000)};

exact::SubjectSolution solved(const compile::Program& program) {
    return exact::solve(program, {}).subjects.at(0);
}

// Shares of time, and rates per hour, of the two.
constexpr double server_down = 2.0 / 102.0;
constexpr double control_down = 20.0 / 80.0;
constexpr double fails = 1.0 / 100.0;
constexpr double is_repaired = 1.0 / 2.0;
constexpr double control_returns = 1.0 / 20.0;

/// The server is well, and the service waits for the control plane: it got there by a repair while that was down, and
/// leaves it when that returns or the server fails again. Neither component depends on the other, so that both are
/// down for a share `server_down x control_down`.
constexpr double waits = server_down * control_down * is_repaired / (control_returns + fails);

}  // namespace

TEST_CASE("what a service needs to start does not stop it, and keeps it from coming back", "[oracle][dependency]") {
    const auto study = run_text(shop("to_start"), long_run);
    const double down = server_down + waits;
    CHECK_EXACT(study, "service:shop", "unavailability", down, server_down);
    CHECK(std::abs(study.z("service:shop", "unavailability", 1.0 - (1.0 - server_down) * (1.0 - control_down))) >
          bound);
    // It is lost when the server fails while it runs.
    CHECK_EXACT(study, "service:shop", "outages_per_year", fails * (1.0 - down) * 8760.0,
                fails * (1.0 - server_down) * 8760.0);

    const exact::SubjectSolution exact = solved(study.program);
    REQUIRE(exact.long_run);
    CHECK(exact.long_run->unavailability == Approx(down).epsilon(1e-12));
    CHECK(exact.long_run->outages_per_second * hour == Approx(fails * (1.0 - down)).epsilon(1e-12));
}

TEST_CASE("an outage is charged to what its end had to wait for", "[oracle][dependency]") {
    const auto study = run_text(shop("to_start"), long_run);
    double seconds_without = 0.0;
    double outages_without = 0.0;
    double outages = 0.0;
    for (const auto& chain : study.results.chains) {
        CHECK(chain.cause.front() == "node:server/1:failure");
        outages += chain.outages_per_year;
        if (chain.cause.back() == "service:shop:cannot-start") continue;
        CHECK(chain.cause.size() == 1);
        seconds_without = chain.downtime_per_year;
        outages_without = chain.outages_per_year;
    }
    // Of the time in which it runs, the control plane is up for a share of `up`, which an average repair lets decay
    // towards 3/4; then it starts at once. Such a repair takes 2 h on average.
    const double up = (1.0 - control_down) * (1.0 - server_down) / (1.0 - server_down - waits);
    const double kept = is_repaired / (is_repaired + 1.0 / 60.0 + control_returns);
    const double starts_at_once = 1.0 - control_down + (up - (1.0 - control_down)) * kept;
    CHECK(outages_without / outages == Approx(starts_at_once).epsilon(0.01));
    CHECK(seconds_without / outages_without == Approx(2.0 * hour).epsilon(0.03));
}

TEST_CASE("a soft need degrades the service while it is up", "[oracle][dependency]") {
    const auto study = run_text(shop("soft"), long_run);
    CHECK_EXACT(study, "service:shop", "unavailability", server_down, server_down + control_down);
    // Up, and the other one down; wrong: also while the service itself is down.
    CHECK_EXACT(study, "service:shop", "degraded_per_year", (1.0 - server_down) * control_down * year,
                control_down * year);

    const auto exact = exact::solve(study.program, {});
    REQUIRE(exact.subjects.at(1).long_run);
    CHECK(exact.subjects.at(1).long_run->unavailability - exact.subjects.at(0).long_run->unavailability ==
          Approx((1.0 - server_down) * control_down).epsilon(1e-12));
}

TEST_CASE("a soft need of a service that is up by what is served counts while enough is", "[oracle][dependency]") {
    const std::string by_requests = R"(format = 1
scenario = { horizon = "10 d", trials = 2 }
[node.server]
capacity = "100 req/s"
[group.web]
node = "server"
count = 2
[node.search]
[group.search]
node = "search"
[service.shop]
needs = ["search"]
load = "150 req/s"
up_when = "served >= 90% of offered"
entry = "front"
[balancer.front]
to = ["web"]
check = "instant"
[event.one]
at = "1 d"
do = "fail web/1 for 2 d"
[event.two]
at = "2 d"
do = "fail search for 3 d"
)";
    // Down while search is: days 2 to 5; and while one server is: days 1 to 3.
    const auto hard = run_text(by_requests);
    CHECK(hard.estimate("service:shop", "unavailability") == Approx(0.4));
    std::string soft = by_requests;
    soft.replace(soft.find("needs ="), 7, "soft =");
    const auto study = run_text(soft);
    CHECK(study.estimate("service:shop", "unavailability") == Approx(0.2));
    // Search is missing from day 2 to 5, and enough is served again from day 3.
    CHECK(study.estimate("service:shop", "degraded_per_year") == Approx(0.2 * year));
}

TEST_CASE("two services that wait for one control plane come back with it", "[oracle][dependency]") {
    const auto study = run_text(R"(format = 1
scenario = { horizon = "10 d", trials = 2 }
[node.box]
[group.web]
node = "box"
[group.control]
node = "box"
[service.shop]
needs = ["web"]
to_start = ["control"]
[service.mail]
needs = ["control"]
[event.control]
at = "1 d"
do = "fail control for 4 d"
[event.web]
at = "2 d"
do = "fail web for 1 h"
)");
    CHECK(study.estimate("service:mail", "downtime_per_year") == Approx(4.0 * 36.5 * 86400.0));
    // Lost on day 2, back on day 5 with the control plane, though the server was away for one hour.
    CHECK(study.estimate("service:shop", "downtime_per_year") == Approx(3.0 * 36.5 * 86400.0));
    CHECK(study.estimate("service:shop", "outages_per_year") == Approx(36.5));
}

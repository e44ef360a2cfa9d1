// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>
#include <vector>

#include "models/compile/compile.hpp"
#include "models/exact/solution.hpp"
#include "models/observe/trace.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using namespace nines;
using oracle::bound;
using oracle::run_text;

/// People who have to be somewhere before they can do a plan's steps or restore data.
namespace {

constexpr double a_year = 36.5;  ///< Of what happens once in 10 days.
constexpr double minute = 60.0;
constexpr double hour = 3600.0;
constexpr double day = 86400.0;

/// A store in one region with a copy in another, a crew that answers, decides and travels, and a plan that calls it.
std::string two_regions(const std::string& steps, const std::string& crew, const std::string& more,
                        const std::string& when = "domain eu down for 10 min") {
    return R"toml(format = 1
scenario = { horizon = "10 d", trials = 2 }
[domain.eu]
[domain.us]
[node.box]
[group.db-eu]
node = "box"
in = "eu"
[group.db-us]
node = "box"
in = "us"
[store.orders]
on = "db-eu"
resync = { rewind = "exp(mean 6 h)" }
[[store.orders.follower]]
on = "db-us"
promote = "plan"
[service.shop]
needs = ["orders"]
[plan.move]
)toml" + ("when = \"" + when) +
           "\"\nby = \"oncall\"\nworks = \"100%\"\nsteps = [" + steps + "]\n[crew.oncall]\n" + crew + more;
}

const std::string crew = "ack = \"4 min\"\ndecide = \"6 min\"\ntravel = \"30 min\"\n";
const std::string dark = "[event.dark]\nat = \"1 d\"\ndo = \"fail domain eu for 6 h\"\n";

double stage(const oracle::Study& study, const std::string& word) {
    const auto* row = results::find_metric(study.results, "service:shop", "recovery_stage_mean", word);
    return row == nullptr ? 0.0 : row->estimate;
}

std::vector<double> times_of(const oracle::Study& study, const std::string& news) {
    std::vector<double> times;
    for (const observe::TraceEvent& event : observe::trace_trial(study.program, 1, 0).events) {
        if (event.kind == observe::TraceEvent::Kind::plan && event.stage == news) times.push_back(event.at_seconds);
    }
    return times;
}

double z(const results::Metric& row, double exact) {
    return (row.estimate - exact) / ((row.high - row.low) / 2.0 / 1.959964);
}

}  // namespace

TEST_CASE("promotions and switches are done from anywhere", "[oracle][plan][travel]") {
    const auto study = run_text(two_regions("\"promote db-us takes 2 min\"", crew, dark));
    CHECK(study.estimate("service:shop", "downtime_per_year") == Approx(22.0 * minute * a_year));
    CHECK(stage(study, "travel") == 0.0);
    CHECK(times_of(study, "arrived").empty());
}

TEST_CASE("people travel once, before the first step on site", "[oracle][plan][travel]") {
    const auto study = run_text(
        two_regions(R"("do swap cables takes 5 min", "promote db-us takes 2 min", "do look takes 1 min")", crew, dark));
    // 10 + 4 + 6 + 30 + 5 + 2 min, and 1 min more until the plan is through.
    CHECK(study.estimate("service:shop", "downtime_per_year") == Approx(57.0 * minute * a_year));
    CHECK(study.estimate("plan:move", "plan_time_mean") == Approx(58.0 * minute));
    CHECK(study.estimate("plan:move", "plan_people_share") == Approx(40.0 / 58.0));
    CHECK(stage(study, "call") == Approx(4.0 * minute));
    CHECK(stage(study, "consult") == Approx(6.0 * minute));
    CHECK(stage(study, "travel") == Approx(30.0 * minute));
    CHECK(stage(study, "plan") == Approx(7.0 * minute));
    CHECK(study.estimate("service:shop", "recovery_people_share") == Approx(40.0 / 57.0));
    const auto arrived = times_of(study, "arrived");
    REQUIRE(arrived.size() == 1);
    CHECK(arrived.front() == Approx(day + 50.0 * minute));
}

TEST_CASE("steps from anywhere do not wait for the way to those that follow", "[oracle][plan][travel]") {
    const auto study = run_text(two_regions(R"("promote db-us takes 2 min", "do tidy up takes 5 min")", crew, dark));
    CHECK(study.estimate("service:shop", "downtime_per_year") == Approx(22.0 * minute * a_year));
    CHECK(study.estimate("plan:move", "plan_time_mean") == Approx(57.0 * minute));
}

TEST_CASE("whoever is on the way to the first step turns back when it is over", "[oracle][plan][travel]") {
    const auto study = run_text(two_regions(R"("do swap cables takes 5 min", "promote db-us takes 2 min")", crew,
                                            "[event.dark]\nat = \"1 d\"\ndo = \"fail domain eu for 40 min\"\n"));
    CHECK(study.estimate("plan:move", "plans_per_year") == 0.0);
    CHECK(times_of(study, "given-up").size() == 1);
    CHECK(times_of(study, "arrived").empty());
    CHECK(study.estimate("service:shop", "downtime_per_year") == Approx(40.0 * minute * a_year));
}

TEST_CASE("a way of exponential length is solved as it is simulated", "[oracle][plan][travel][exact]") {
    std::string text = two_regions(
        R"toml(["do one takes exp(mean 3 h)", "do other takes exp(mean 5 h)"], "promote db-us takes exp(mean 2 h)")toml",
        "ack = \"exp(mean 1 h)\"\ndecide = \"exp(mean 2 h)\"\ntravel = \"exp(mean 4 h)\"\n", "", "domain eu down");
    text.replace(text.find("steps"), 0, "failback = \"domain eu up\"\n");
    text.replace(text.find("[domain.eu]\n"), 12, "[domain.eu]\nmttf = \"10 d\"\nmttr = \"1 d\"\n");
    text.replace(text.find("[domain.us]\n"), 12, "[domain.us]\nmttf = \"30 d\"\nmttr = \"8 h\"\n");
    const auto solved = [](const std::string& toml) {
        const validate::Opened opened = validate::open_text("case.toml", toml);
        const compile::Program program = compile::compile(opened.scenario, compile::options_of(opened.scenario));
        const exact::Solution solution = exact::solve(program, {});
        REQUIRE(solution.missing.empty());
        REQUIRE(solution.subjects.front().long_run);
        return solution.subjects.front().long_run->unavailability;
    };
    std::string without = text;
    without.replace(without.find("travel"), without.find("\n", without.find("travel")) - without.find("travel"), "");
    const auto study = run_text(
        text, {.trials = 400, .horizon = Duration::years(5), .warm_up = Duration::days(100), .steady_ages = true});
    CAPTURE(solved(text), solved(without), study.estimate("service:shop", "unavailability"));
    CHECK_EXACT(study, "service:shop", "unavailability", solved(text), solved(without));
}

TEST_CASE("whoever restores travels once, whatever becomes of the attempts", "[oracle][restore][travel]") {
    // The time of a recovery is the sum of the means of its stages: 10 + 20 + 60 + 30 min, and 2 attempts of 15 min on
    // average, of which each works with 50 %.
    const std::string text = R"toml(
        format = 1
        scenario = { horizon = "2 y" }
        [domain.vault]
        [node.db]
        ttf = "never"
        ttr = "1 h"
        [group.db]
        node = "db"
        count = 2
        [service.shop]
        needs = ["orders"]
        [store.orders]
        on = "db"
        replication = { mode = "sync" }
        failover = { detect = "0 s" }
        [cause.fire]
        hits = ["db"]
        effect = "lose-data"
        rate = "2 per y"
        ttr = "0 s"
        [crew.dba]
        ack = "exp(mean 10 min)"
        decide = "exp(mean 20 min)"
        travel = "exp(mean 1 h)"
        [backup.orders]
        of = "orders"
        to = "vault"
        full = "every 1 d"
        restore = { by = "dba", provision = "exp(mean 30 min)", fetch = "exp(mean 15 min)", success = "50%" }
    )toml";
    const auto study = run_text(text, {.trials = 3000, .seed = 3});
    const auto row = [&](const char* metric, const char* of_class) {
        const results::Metric* found = results::find_metric(study.results, "service:shop", metric, of_class);
        REQUIRE(found != nullptr);
        return *found;
    };
    CHECK(std::abs(z(row("recovery_time_mean", ""), 2.5 * hour)) < bound);
    CHECK(std::abs(z(row("recovery_time_mean", ""), 1.5 * hour)) > bound);  // as if nobody travelled
    CHECK(std::abs(z(row("recovery_stage_mean", "travel"), 1.0 * hour)) < bound);
    CHECK(std::abs(z(row("recovery_stage_mean", "call"), 10.0 * minute)) < bound);
    CHECK(std::abs(z(row("recovery_stage_mean", "fetch"), 30.0 * minute)) < bound);
    // A ratio of means: 90 of 150 min, within 4.5 times its error.
    const results::Metric share = row("recovery_people_share", "");
    CHECK(std::abs(z(share, 90.0 / 150.0)) < bound);
}

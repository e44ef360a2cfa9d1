// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "models/compile/compile.hpp"
#include "models/exact/solution.hpp"
#include "models/observe/trace.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using namespace nines;
using oracle::bound;
using oracle::run_text;

namespace {

constexpr double a_year = 36.5;  ///< Of what happens once in 10 days.
constexpr double minute = 60.0;
constexpr double hour = 3600.0;
constexpr double day = 86400.0;

/// A store in one region with a copy that lags 3 s in another, and a plan for the loss of the first.
std::string two_regions(const std::string& plan, const std::string& more, const std::string& store = "") {
    return R"(format = 1
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
)" + store +
           R"([[store.orders.follower]]
on = "db-us"
lag = "3 s"
promote = "plan"
[service.shop]
needs = ["orders"]
[plan.move]
)" + plan + "\n" +
           more;
}

std::string dark(const std::string& length) {
    return "[event.dark]\nat = \"1 d\"\ndo = \"fail domain eu for " + length + "\"\n";
}

const std::string people = "[crew.oncall]\nack = \"4 min\"\ndecide = \"6 min\"\n";

const std::string usual =
    "when = \"domain eu down for 10 min\"\nworks = \"100%\"\n"
    "steps = [\"promote db-us takes 2 min\"]";

double stage(const oracle::Study& study, const std::string& word) {
    for (const results::Metric& row : study.results.metrics) {
        if (row.metric == "recovery_stage_mean" && row.failure_class == word) return row.estimate;
    }
    return 0.0;
}

/// When the plan's news of this kind came, in the first trial.
std::vector<double> times_of(const oracle::Study& study, const std::string& news) {
    std::vector<double> times;
    for (const observe::TraceEvent& event : observe::trace_trial(study.program, 1, 0).events) {
        if (event.kind == observe::TraceEvent::Kind::plan && event.stage == news) times.push_back(event.at_seconds);
    }
    return times;
}

bool is_once_at(const std::vector<double>& times, double seconds) {
    return times.size() == 1 && std::abs(times.front() - seconds) < 1e-3;
}

}  // namespace

TEST_CASE("a plan promotes the copy elsewhere after its wait and the time of its step", "[oracle][plan]") {
    const auto study = run_text(two_regions(usual, dark("6 h")));
    CHECK(study.estimate("service:shop", "downtime_per_year") == Approx(12.0 * minute * a_year));
    CHECK(study.estimate("plan:move", "plans_per_year") == Approx(a_year));
    CHECK(study.estimate("plan:move", "failed_plans_per_year") == 0.0);
    CHECK(study.estimate("plan:move", "plan_time_mean") == Approx(12.0 * minute));
    CHECK(study.estimate("plan:move", "plan_people_share") == 0.0);
    CHECK(stage(study, "plan") == Approx(2.0 * minute));
    // What had not reached the copy is lost, and nothing else: the old primary is down.
    CHECK(study.estimate("store:orders", "data_loss_mean") == Approx(3.0));
    CHECK(study.estimate("store:orders", "failovers_per_year") == Approx(a_year));
}

TEST_CASE("people answer and decide before the first step", "[oracle][plan]") {
    const auto study = run_text(two_regions(usual + "\nby = \"oncall\"", people + dark("6 h")));
    // 10 + 4 + 6 + 2 min.
    CHECK(study.estimate("service:shop", "downtime_per_year") == Approx(22.0 * minute * a_year));
    CHECK(study.estimate("plan:move", "plan_people_share") == Approx(10.0 / 22.0));
    CHECK(stage(study, "call") == Approx(4.0 * minute));
    CHECK(stage(study, "consult") == Approx(6.0 * minute));
    CHECK(stage(study, "plan") == Approx(2.0 * minute));
}

TEST_CASE("people are slower outside their hours", "[oracle][plan]") {
    // The trial begins on a Monday at 00:00, the region is lost on Tuesday at 00:00.
    const std::string hours = people + "hours = \"Mon-Fri 09:00-17:00\"\n";
    const auto usually = run_text(two_regions(usual + "\nby = \"oncall\"", hours + dark("6 h")));
    CHECK(usually.estimate("service:shop", "downtime_per_year") == Approx(32.0 * minute * a_year));
    const auto thrice = run_text(two_regions(usual + "\nby = \"oncall\"", hours + "off_hours = 3\n" + dark("6 h")));
    CHECK(thrice.estimate("service:shop", "downtime_per_year") == Approx(42.0 * minute * a_year));
}

TEST_CASE("who does not answer in time is followed by the next", "[oracle][plan]") {
    // Half of them answer after 1 min, the others not within 5 min: 5 min for each miss, of which there is 1 in the
    // mean.
    const std::string crew = "[crew.oncall]\nack = \"mix(50%: 1 min, 50%: 1 h)\"\nescalate = \"5 min\"\n";
    const std::string text = two_regions(usual + "\nby = \"oncall\"", crew + dark("6 h"));
    const auto study = run_text(text, {.trials = 4000});
    CHECK_EXACT(study, "plan:move", "plan_time_mean", 18.0 * minute, 12.0 * minute + 30.5 * minute);
}

TEST_CASE("what is back before the wait is over is no case for the plan", "[oracle][plan]") {
    const auto study = run_text(two_regions(usual, dark("9 min")));
    CHECK(study.estimate("service:shop", "downtime_per_year") == Approx(9.0 * minute * a_year));
    CHECK(study.estimate("plan:move", "plans_per_year") == 0.0);
    CHECK(study.estimate("plan:move", "failed_plans_per_year") == 0.0);
}

TEST_CASE("a plan is given up while people decide, and goes on once its steps have begun", "[oracle][plan]") {
    const auto given_up = run_text(two_regions(usual + "\nby = \"oncall\"", people + dark("15 min")));
    CHECK(given_up.estimate("service:shop", "downtime_per_year") == Approx(15.0 * minute * a_year));
    CHECK(given_up.estimate("plan:move", "plans_per_year") == 0.0);
    CHECK(is_once_at(times_of(given_up, "given-up"), day + 15.0 * minute));

    const auto goes_on = run_text(two_regions(usual + "\nby = \"oncall\"", people + dark("21 min")));
    CHECK(goes_on.estimate("service:shop", "downtime_per_year") == Approx(21.0 * minute * a_year));
    CHECK(goes_on.estimate("plan:move", "plans_per_year") == Approx(a_year));
    // The primary is well again by then: it hands over, and nothing is lost.
    CHECK(goes_on.estimate("store:orders", "failovers_per_year") == 0.0);
}

TEST_CASE("a plan that does not work leaves the store to its repair", "[oracle][plan]") {
    const std::string plan = "when = \"domain eu down for 10 min\"\nworks = \"0%\"\nsteps = \"promote db-us\"";
    const auto study = run_text(two_regions(plan, dark("6 h")));
    CHECK(study.estimate("service:shop", "downtime_per_year") == Approx(6.0 * hour * a_year));
    CHECK(study.estimate("plan:move", "plans_per_year") == 0.0);
    CHECK(study.estimate("plan:move", "failed_plans_per_year") == Approx(a_year));
    REQUIRE_FALSE(study.results.chains.empty());
    CHECK(study.results.chains.front().cause.back() == "plan:move:failed");
}

TEST_CASE("so many plans fail as the scenario says, or its drills", "[oracle][plan]") {
    const std::string often = "scenario.horizon=1000 d";
    struct Case {
        std::string keys;
        double works;
    };
    const Case cases[] = {{"works = \"70%\"\n", 0.70},
                          {"drill = \"every 90 d\"\n", 0.95},
                          {"drill = \"every 1 y\"\n", 0.85},
                          {"drill = \"never\"\n", 0.60},
                          {"", 0.60}};
    for (const Case& of : cases) {
        const std::string plan =
            "when = \"domain eu down\"\n" + of.keys + "steps = \"promote db-us\"\nfailback = \"domain eu up\"";
        std::string text = two_regions(plan, "");
        text.replace(text.find("[domain.eu]\n"), 12, "[domain.eu]\nmttf = \"9 d\"\nmttr = \"1 d\"\n");
        const auto study = run_text(text, {.trials = 20, .overrides = {often}});
        const double done = study.estimate("plan:move", "plans_per_year");
        const double failed = study.estimate("plan:move", "failed_plans_per_year");
        const double count = (done + failed) * 20.0 * 1000.0 / 365.0;
        CHECK(count > 1500.0);
        const double z = (done / (done + failed) - of.works) / std::sqrt(of.works * (1.0 - of.works) / count);
        CAPTURE(of.keys, done, failed);
        CHECK(std::abs(z) < bound);
    }
}

TEST_CASE("steps of an inner list go side by side", "[oracle][plan]") {
    const std::string plan =
        "when = \"domain eu down\"\nworks = \"100%\"\n"
        "steps = [[\"do call the carrier takes exp(mean 10 min)\", "
        "\"do check the copy takes exp(mean 20 min)\"], \"promote db-us\"]";
    const auto study = run_text(two_regions(plan, dark("9 d")), {.trials = 4000});
    // E max = 10 + 20 - 1 / (1/10 + 1/20) min; wrong: one after the other.
    CHECK_EXACT(study, "plan:move", "plan_time_mean", 30.0 * minute - 60.0 / 9.0 * minute, 30.0 * minute);
}

TEST_CASE("a step that does not work ends the plan", "[oracle][plan]") {
    const std::string plan =
        "when = \"domain eu down\"\n"
        "steps = [\"do find the key takes 5 min works 0%\", \"promote db-us\"]";
    const auto study = run_text(two_regions(plan, dark("6 h")));
    CHECK(study.estimate("service:shop", "downtime_per_year") == Approx(6.0 * hour * a_year));
    CHECK(is_once_at(times_of(study, "failed"), day + 5.0 * minute));
}

TEST_CASE("a step that cannot be done waits until it can", "[oracle][plan]") {
    // The other region is away too, from before until an hour after.
    const std::string both = dark("6 h") + "[event.other]\nat = \"23 h\"\ndo = \"fail domain us for 2 h\"\n";
    const auto study = run_text(two_regions(usual, both));
    // Back at 25 h, then 2 min for the step again.
    CHECK(study.estimate("service:shop", "downtime_per_year") == Approx((hour + 2.0 * minute) * a_year));
    CHECK(is_once_at(times_of(study, "stuck"), day + 12.0 * minute));
    CHECK(is_once_at(times_of(study, "goes-on"), day + hour));
    CHECK(study.estimate("plan:move", "failed_plans_per_year") == Approx(a_year));
    // The copy lacks what was written while it was away.
    CHECK(study.estimate("store:orders", "data_loss_mean") == Approx(hour));
}

TEST_CASE("what a plan has done is undone in its window, without loss", "[oracle][plan]") {
    const std::string plan = usual + "\nfailback = \"domain eu up for 1 h, in Sun 02:00-06:00\"";
    const auto study = run_text(two_regions(plan, dark("6 h"), "failover = { switchover = \"30 s\" }\n"));
    // Monday 00:00 is 0: Sunday 02:00 is 6 d 2 h.
    CHECK(is_once_at(times_of(study, "fails-back"), 6.0 * day + 2.0 * hour));
    CHECK(is_once_at(times_of(study, "is-back"), 6.0 * day + 2.0 * hour + 30.0));
    CHECK(study.estimate("service:shop", "downtime_per_year") == Approx((12.0 * minute + 30.0) * a_year));
    CHECK(study.estimate("store:orders", "data_loss_max") == Approx(3.0));

    const auto at_once = run_text(two_regions(usual + "\nfailback = \"domain eu up for 1 h\"", dark("6 h")));
    // Without a hand-over of its own, the step's time.
    CHECK(is_once_at(times_of(at_once, "is-back"), day + 7.0 * hour + 2.0 * minute));
    const auto never = run_text(two_regions(usual, dark("6 h")));
    CHECK(times_of(never, "fails-back").empty());
}

TEST_CASE("a second loss finds the plan ready when it was undone, and nothing to do when not", "[oracle][plan]") {
    const std::string again = dark("6 h") + "[event.again]\nat = \"5 d\"\ndo = \"fail domain eu for 6 h\"\n";
    const auto undone = run_text(two_regions(usual + "\nfailback = \"domain eu up for 1 h\"", again));
    CHECK(undone.estimate("plan:move", "plans_per_year") == Approx(2.0 * a_year));
    const auto stays = run_text(two_regions(usual, again));
    CHECK(stays.estimate("plan:move", "plans_per_year") == Approx(a_year));
    CHECK(stays.estimate("service:shop", "downtime_per_year") == Approx(12.0 * minute * a_year));
}

TEST_CASE("a plan goes without the majority that the group itself asks for", "[oracle][plan]") {
    std::string text = two_regions(usual, dark("6 h"), "replication = { mode = \"quorum\" }\nfailover = {}\n");
    text.replace(text.find("in = \"eu\"\n"), 10, "in = \"eu\"\ncount = 3\n");
    const auto study = run_text(text);
    CHECK(study.estimate("service:shop", "downtime_per_year") == Approx(12.0 * minute * a_year));
}

TEST_CASE("a plan restores a store elsewhere from its backups", "[oracle][plan]") {
    std::string text = two_regions(
        "when = \"domain eu down for 10 min\"\nworks = \"100%\"\n"
        "steps = [\"restore orders on db-us takes 2 min\", \"do tell users takes 3 min\"]\n"
        "failback = \"domain eu up for 1 h\"",
        dark("6 h"), "size = \"100 GB\"\nfailover = { switchover = \"30 s\" }\n");
    text.replace(text.find("lag = \"3 s\"\npromote = \"plan\""), 28, "mode = \"none\"");
    text +=
        "[domain.vault]\n[backup.orders]\nof = \"orders\"\nto = \"vault\"\nfull = \"every 5 h\"\n"
        "job = { rate = \"1 GB/s\" }\n"
        "restore = { provision = \"5 min\", rate = \"100 MB/s\", check = \"10 min\" }\n";
    const auto study = run_text(text);
    // 10 + 2 + 5 min, 100 GB at 100 MB/s, 10 min; back by a hand-over once the members in eu have all of it again.
    CHECK(study.estimate("service:shop", "downtime_per_year") == Approx((27.0 * minute + 1000.0 + 30.0) * a_year));
    CHECK(study.estimate("plan:move", "plan_time_mean") == Approx(30.0 * minute + 1000.0));
    // The last full backup before 24 h began at 20 h.
    CHECK(study.estimate("store:orders", "data_loss_max") == Approx(4.0 * hour));
    CHECK(study.estimate("store:orders", "restores_per_year") == Approx(a_year));
    CHECK(times_of(study, "is-back").size() == 1);
}

namespace {

/// Four servers of 100 req/s in one region and two in the other, of which a plan makes four.
std::string two_pools(const std::string& far, const std::string& plan) {
    return R"(format = 1
scenario = { horizon = "10 d", trials = 2 }
[domain.eu]
[domain.us]
[node.box]
capacity = "100 req/s"
boot = "5 min"
[group.web-eu]
node = "box"
count = 4
in = "eu"
[group.web-us]
node = "box"
in = "us"
)" + far +
           R"(
[balancer.edge]
to = ["web-eu", "web-us"]
mode = "priority"
check = "instant"
retry = 0
[service.shop]
entry = "edge"
load = "400 req/s"
[plan.grow]
when = "domain eu down for 10 min"
works = "100%"
)" + plan + "\n" +
           dark("6 h");
}

constexpr double offered = 400.0 * 10.0 * day;

}  // namespace

TEST_CASE("members that a plan starts serve after their boot, and only as long as it is in effect", "[oracle][plan]") {
    const auto study = run_text(two_pools("count = 2",
                                          "steps = [\"scale web-us to 4 takes 5 min\"]\n"
                                          "failback = \"domain eu up for 1 h\""));
    // 200 of 400 req/s for 10 + 5 + 5 min.
    CHECK(1.0 - study.estimate("service:shop", "request_availability") == Approx(200.0 * 20.0 * minute / offered));
    // Two more from 20 min after the loss, until an hour after its end.
    CHECK(study.estimate("group:web-us", "mean_members_up") ==
          Approx(2.0 + 2.0 * (7.0 * hour - 20.0 * minute) / (10.0 * day)));
}

TEST_CASE("a plan starts what does not exist before", "[oracle][plan]") {
    const auto study = run_text(two_pools("count = 4\nactive = 0", "steps = [\"start web-us takes 5 min\"]"));
    CHECK(study.estimate("service:shop", "downtime_per_year") == Approx(20.0 * minute * a_year));
    CHECK(1.0 - study.estimate("service:shop", "request_availability") == Approx(400.0 * 20.0 * minute / offered));
    CHECK(study.estimate("group:web-us", "mean_members_up") ==
          Approx(4.0 * (9.0 * day - 20.0 * minute) / (10.0 * day)));
}

TEST_CASE("members that stand by are put in service by a plan", "[oracle][plan]") {
    const auto study = run_text(two_pools("count = 4\nactive = 2", "steps = [\"scale web-us to 4 takes 5 min\"]"));
    CHECK(1.0 - study.estimate("service:shop", "request_availability") == Approx(200.0 * 15.0 * minute / offered));
}

TEST_CASE("a balancer that a plan has switched does not wait for its own checks", "[oracle][plan]") {
    std::string text = two_pools("count = 4", "steps = [\"switch edge to web-us takes 5 min\"]");
    text.replace(text.find("check = \"instant\""), 17, "check = \"1 h\"");
    const auto study = run_text(text);
    CHECK(1.0 - study.estimate("service:shop", "request_availability") == Approx(400.0 * 15.0 * minute / offered));
}

TEST_CASE("users who keep an address follow a switch by its time to live", "[oracle][plan]") {
    std::string text = two_pools("count = 4", "steps = [\"switch edge to web-us takes 5 min\"]");
    text.replace(text.find("check = \"instant\""), 17, "check = \"1 h\"\nttl = \"60 s\"");
    const auto study = run_text(text);
    // On average they hear of it half the time to live later.
    CHECK(1.0 - study.estimate("service:shop", "request_availability") ==
          Approx(400.0 * (15.0 * minute + 30.0) / offered));
}

TEST_CASE("a plan with exponential times is solved as it is simulated", "[oracle][plan][exact]") {
    const std::string plan =
        "when = \"domain eu down\"\nby = \"oncall\"\nworks = \"80%\"\n"
        "steps = [[\"do one takes exp(mean 3 h)\", \"do other takes exp(mean 5 h)\"], "
        "\"promote db-us takes exp(mean 2 h)\"]\nfailback = \"domain eu up\"";
    const std::string crew = "[crew.oncall]\nack = \"exp(mean 1 h)\"\ndecide = \"exp(mean 4 h)\"\n";
    std::string text = two_regions(plan, crew, "resync = { rewind = \"exp(mean 6 h)\" }\n");
    text.replace(text.find("[domain.eu]\n"), 12, "[domain.eu]\nmttf = \"10 d\"\nmttr = \"1 d\"\n");
    text.replace(text.find("[domain.us]\n"), 12, "[domain.us]\nmttf = \"30 d\"\nmttr = \"8 h\"\n");
    const validate::Opened opened = validate::open_text("case.toml", text);
    const compile::Program program = compile::compile(opened.scenario, compile::options_of(opened.scenario));
    const exact::Solution solution = exact::solve(program, {});
    REQUIRE(solution.missing.empty());
    REQUIRE(solution.subjects.front().long_run);
    const double exact = solution.subjects.front().long_run->unavailability;
    const auto study = run_text(
        text, {.trials = 300, .horizon = Duration::years(5), .warm_up = Duration::days(100), .steady_ages = true});
    CAPTURE(exact, study.estimate("service:shop", "unavailability"));
    // Wrong: as if there were no plan, 1/11 and what the other region's plan would do.
    CHECK_EXACT(study, "service:shop", "unavailability", exact, 1.0 / 11.0);
}

TEST_CASE("what follows the calendar in a plan is not solved", "[oracle][plan][exact]") {
    const auto reasons_of = [](const std::string& text) {
        const validate::Opened opened = validate::open_text("case.toml", text);
        REQUIRE_FALSE(scenario::has_errors(opened.diagnostics));
        const compile::Program program = compile::compile(opened.scenario, compile::options_of(opened.scenario));
        std::string reasons;
        for (const exact::Missing& missing : exact::solve(program, {}).missing) reasons += missing.reason + "; ";
        return reasons;
    };
    const auto text = [](const std::string& plan, const std::string& crew) {
        std::string whole = two_regions(usual + plan, crew);
        return whole.replace(whole.find("[domain.eu]\n"), 12, "[domain.eu]\nmttf = \"10 d\"\nmttr = \"1 d\"\n");
    };
    CHECK(reasons_of(text("\nfailback = \"domain eu up, in Sun 02:00-06:00\"", ""))
              .find("plan:move is undone in windows") != std::string::npos);
    CHECK(reasons_of(text("\nby = \"oncall\"", people + "hours = \"Mon-Fri 09:00-17:00\"\n"))
              .find("people answer to plan:move by the calendar") != std::string::npos);
    CHECK(reasons_of(text("\nby = \"oncall\"", people + "escalate = \"5 min\"\n"))
              .find("calls for plan:move are escalated") != std::string::npos);
    CHECK(reasons_of(text("", "")).empty());
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Groups that scale, together with names, warm-ups, standby, tries, slow members and storms: requests lost at known
// instants, by hand.
#include <string>

#include <fmt/format.h>

#include "models/observe/trace.hpp"
#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using nines::observe::TraceEvent;
using nines::oracle::run_text;
using nines::oracle::Study;

namespace {

constexpr double hour = 3600.0;
constexpr double horizon = 100.0 * hour;

/// Members of 100 req/s, ready 30 s after they are asked for; 67.5 s is how late the load is acted upon.
struct Case {
    std::string node = "boot = \"30 s\"";
    std::string group = "scale = { max = 8, target = \"50%\" }";
    std::string balancer = "check = \"instant\"";
    std::string load = "\"200 req/s\"";
    std::string event;
    double offered = 200.0 * horizon;
    int count = 2;
};

std::string text_of(const Case& of) {
    return fmt::format(R"(format = 1
scenario = {{ horizon = "100 h" }}
[node.vm]
mttf = "1000000 y"
capacity = "100 req/s"
{}
[group.web]
node = "vm"
count = {}
{}
[balancer.edge]
to = ["web"]
retry = 0
{}
[service.site]
entry = "edge"
load = {}
{}
)",
                       of.node, of.count, of.group, of.balancer, of.load, of.event);
}

std::string event(const std::string& id, int at_hours, const std::string& action) {
    return fmt::format("[event.{}]\nat = \"{} h\"\ndo = \"{}\"\n", id, at_hours, action);
}

double lost(const Case& of) {
    const Study study = run_text(text_of(of), {.trials = 2});
    return (1.0 - study.estimate("service:site", "request_availability")) * of.offered;
}

const std::string triple = event("spike", 10, "scale load of site by 3 for 1 h");
constexpr double with_spike = 200.0 * horizon + 400.0 * hour;

}  // namespace

TEST_CASE("clients of a name go on asking a member that is lost, or is wanted no longer", "[oracle][scaling][dns]") {
    // A quarter of 200 req/s, for half of the TTL in the mean; half of 100 req/s when two of four go.
    const std::string name = "check = \"instant\"\nttl = \"60 s\"";
    CHECK(lost({.balancer = name, .event = event("crash", 10, "fail web/1 for 1 h")}) == Approx(1500.0).epsilon(1e-6));
    CHECK(lost({.balancer = name,
                .event = event("calm", 10, "scale load of site by 0.5 for 1 h"),
                .offered = 200.0 * horizon - 100.0 * hour}) == Approx(1500.0).epsilon(1e-6));
}

TEST_CASE("a spike is too much until new members have come, and longer if they are cold", "[oracle][scaling]") {
    CHECK(lost({.event = triple, .offered = with_spike}) == Approx(200.0 * 97.5).epsilon(1e-6));
    // Each of four new members gets 75 req/s and takes 12.5, 37.5, 62.5 and 87.5, for 20 s each.
    const double cold = 4.0 * 20.0 * (62.5 + 37.5 + 12.5);
    CHECK(lost({.node = "boot = \"30 s\"\nwarm_up = \"80 s\"", .event = triple, .offered = with_spike}) ==
          Approx(200.0 * 97.5 + cold).epsilon(1e-6));
}

TEST_CASE("new members end a storm of tries, and each change of it is told once", "[oracle][scaling][retries]") {
    // Half of 400 and then of 800 req/s is answered. With 12 members overload ends below 1200 / 1.875 = 640 req/s.
    const Case storm{.group = "scale = { max = 20, target = \"50%\" }",
                     .balancer = "check = \"instant\"\noverload = { shed = false }",
                     .load = "{ peak = \"200 req/s\", retries = 3 }",
                     .event = triple,
                     .offered = with_spike};
    CHECK(lost(storm) == Approx(97.5 * (400.0 + 200.0)).epsilon(1e-6));
    const Study study = run_text(text_of(storm), {.trials = 1});
    int begins = 0;
    int ends = 0;
    for (const TraceEvent& told : nines::observe::trace_trial(study.program, 1, 0).events) {
        begins += told.kind == TraceEvent::Kind::overload ? 1 : 0;
        ends += told.kind == TraceEvent::Kind::overload_over ? 1 : 0;
    }
    CHECK(begins == 1);
    CHECK(ends == 1);
}

TEST_CASE("users' tries reach the others of a group whose new member is ready before the check has noticed",
          "[oracle][scaling][retries]") {
    // One of four is silent for 30 s, one of five for 70 s more; each request is tried twice.
    CHECK(lost({.balancer = "check = { takes = \"100 s\" }",
                .load = "{ peak = \"200 req/s\", retries = 1 }",
                .event = event("cut", 10, "partition web/1 for 1 h")}) ==
          Approx(200.0 * (30.0 / 16.0 + 70.0 / 25.0)).epsilon(1e-6));
}

TEST_CASE("a slow member is loaded like the others, and the group does not grow for it", "[oracle][scaling]") {
    CHECK(lost({.event = event("disk", 10, "slow web/1 by 80% for 1 h")}) == Approx(30.0 * hour).epsilon(1e-6));
}

TEST_CASE("a standby member is cold when it starts, also one that was only cut off before", "[oracle][warm_up]") {
    // One member answers 100 of 180 req/s for 30 s; then a cold one gets 90 and takes 12.5, 37.5, 62.5 and 87.5.
    const double each = 30.0 * 80.0 + 20.0 * (77.5 + 52.5 + 27.5 + 2.5);
    for (const std::string first : {"fail", "partition"}) {
        CAPTURE(first);
        CHECK(lost({.node = "warm_up = \"80 s\"",
                    .group = "active = 2\nstandby = { mode = \"cold\", start = \"30 s\" }",
                    .load = "\"180 req/s\"",
                    .event = event("one", 10, first + " web/1 for 1 h") + event("two", 20, "fail web/2 for 1 h"),
                    .offered = 180.0 * horizon,
                    .count = 3}) == Approx(2.0 * each).epsilon(1e-6));
    }
}

TEST_CASE("a group that scales hears of each step in which a target beside it gets its share back",
          "[oracle][scaling][slow_start]") {
    // Of 70 req/s two members, the second one new and of weight v, get 70 (1 + v) / (1 + v + w). From 17 h on both v
    // and w are 7/8, which makes it 47.7: one member is enough, 5 min and 67.5 s later. A step before it is 52.5.
    std::string text =
        text_of({.load = "\"70 req/s\"", .event = event("crash", 10, "fail other/1 for 1 h"), .count = 1});
    const std::string to = "to = [\"web\"]";
    text.replace(text.find(to), to.size(), "to = [\"web\", \"other\"]\nslow_start = \"8 h\"");
    const Study study = run_text(text + "[group.other]\nnode = \"vm\"\n", {.trials = 1});
    std::string told;
    for (const TraceEvent& change : nines::observe::trace_trial(study.program, 1, 0).events) {
        if (change.kind != TraceEvent::Kind::scaled) continue;
        told += fmt::format("{:.3f} h: {}, ", change.at_seconds / hour, change.members);
    }
    CHECK(told == "10.019 h: 2, 17.102 h: 1, ");
}

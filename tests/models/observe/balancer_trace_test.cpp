// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdexcept>
#include <string>

#include <fmt/format.h>

#include "models/compile/compile.hpp"
#include "models/observe/trace.hpp"
#include "models/report/trace_text.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"

using namespace nines;

namespace {

observe::Trace trace_of(const std::string& toml) {
    const auto opened = validate::open_text("test.toml", toml);
    for (const auto& diagnostic : opened.diagnostics) {
        if (diagnostic.severity == scenario::Severity::error) throw std::runtime_error(diagnostic.message);
    }
    const auto program = compile::compile(opened.scenario, compile::options_of(opened.scenario));
    return observe::trace_trial(program, 1, 0);
}

/// "10 down service:site, ..": in whole seconds.
std::string told(const observe::Trace& trace) {
    std::string text;
    for (const observe::TraceEvent& event : trace.events) {
        text += fmt::format("{}{:.0f} {} {}", text.empty() ? "" : ", ", event.at_seconds, observe::to_word(event.kind),
                            event.subject);
        if (!event.copy.empty()) text += " " + event.copy;
        if (event.kind == observe::TraceEvent::Kind::down) text += " by " + event.causes.front();
    }
    return text;
}

constexpr const char* nodes = R"(format = 1
scenario = { horizon = "3000 s" }
[node.good]
mttf = "1000000 y"
capacity = "100 req/s"
[node.bad]
ttf = "1000 s"
ttr = "500 s"
[group.g]
node = "good"
[group.b]
node = "bad"
)";

}  // namespace

TEST_CASE("a trace tells who is out of rotation, and when too little is served", "[trace][balancer]") {
    const auto trace = trace_of(std::string(nodes) + R"(
[balancer.edge]
to = ["g", "b"]
check = { takes = "10 s" }
retry = 0
[service.site]
entry = "edge"
up_when = "served >= 99% of offered"
)");
    CHECK(told(trace) ==
          "1000 failed node:b/1:failure, 1000 down group:b by node:b/1:failure, "
          "1000 down service:site by node:b/1:failure, "
          "1010 out_of_rotation balancer:edge node:b/1, 1010 up service:site, "
          "1500 restored node:b/1:failure, 1500 up group:b, 1500 in_rotation balancer:edge node:b/1, "
          "2500 failed node:b/1:failure, 2500 down group:b by node:b/1:failure, "
          "2500 down service:site by node:b/1:failure, "
          "2510 out_of_rotation balancer:edge node:b/1, 2510 up service:site");
    CHECK_THAT(report::trace_to_text(trace, {}), contains_text("node:b/1 is out of rotation"));
    CHECK_THAT(report::trace_to_text(trace, {}), contains_text("node:b/1 is back in rotation"));
}

TEST_CASE("a trace tells what changes step by step", "[trace][balancer]") {
    const auto trace = trace_of(R"(format = 1
scenario = { horizon = "3000 s" }
[node.server]
mttf = "1000000 y"
mttr = "1 h"
capacity = "100 req/s"
warm_up = "80 s"
[group.a]
node = "server"
[group.b]
node = "server"
[balancer.edge]
to = ["b", "a"]
mode = "priority"
check = "instant"
retry = 0
ttl = "80 s"
slow_start = "40 s"
[service.site]
entry = "edge"
load = "1 req/s"
[event.crash]
at = "1000 s"
do = "fail b/1 for 500 s"
[event.grow]
at = "2000 s"
do = "resize a to 200 req/s takes 100 s"
[event.disk]
at = "2500 s"
do = "slow a by 50% for 100 s"
)");
    CHECK(told(trace) ==
          "1000 failed node:b/1:event:crash, 1000 down group:b by event:crash, "
          "1000 down service:site by event:crash, "
          "1000 out_of_rotation balancer:edge node:b/1, 1000 clients_follow balancer:edge, "
          "1010 up service:site, 1010 clients_follow balancer:edge, 1030 clients_follow balancer:edge, "
          "1050 clients_follow balancer:edge, 1070 clients_follow balancer:edge, "
          "1500 restored node:b/1:event:crash, 1500 up group:b, 1500 warming_up node:b/1, "
          "1500 in_rotation balancer:edge node:b/1, 1500 clients_follow balancer:edge, "
          "1510 clients_follow balancer:edge, 1530 clients_follow balancer:edge, "
          "1540 whole_share balancer:edge node:b/1, 1550 clients_follow balancer:edge, "
          "1570 clients_follow balancer:edge, 1580 warmed_up node:b/1, "
          "2000 maintenance_begins node:a/1:event:grow, 2000 down group:a by event:grow, "
          "2000 resized node:a/1, 2000 out_of_rotation balancer:edge node:a/1, 2000 clients_follow balancer:edge, "
          "2010 clients_follow balancer:edge, 2030 clients_follow balancer:edge, "
          "2050 clients_follow balancer:edge, 2070 clients_follow balancer:edge, "
          "2100 restored node:a/1:event:grow, 2100 up group:a, 2100 warming_up node:a/1, "
          "2100 in_rotation balancer:edge node:a/1, 2100 clients_follow balancer:edge, "
          "2110 clients_follow balancer:edge, 2130 clients_follow balancer:edge, "
          "2140 whole_share balancer:edge node:a/1, 2150 clients_follow balancer:edge, "
          "2170 clients_follow balancer:edge, 2180 warmed_up node:a/1, "
          "2500 slowed_down node:a/1:event:disk, 2600 restored node:a/1:event:disk");
    const std::string text = report::trace_to_text(trace, {});
    CHECK_THAT(text, contains_text("100 % of its users still go by the old rotation"));
    CHECK_THAT(text, contains_text("75 % of its users still go by the old rotation"));
    CHECK_THAT(text, contains_text("all users go by its present rotation"));
    CHECK_THAT(text, contains_text("node:b/1 has its whole share again"));
    CHECK_THAT(text, contains_text("begins to warm up"));
    CHECK_THAT(text, contains_text("is warm"));
    CHECK_THAT(text, contains_text("has a capacity of 200 req/s now"));
}

TEST_CASE("an outage for want of capacity is charged to what is slow", "[trace][balancer]") {
    const auto trace = trace_of(R"(format = 1
scenario = { horizon = "3000 s" }
[node.server]
mttf = "1000000 y"
capacity = "100 req/s"
[group.a]
node = "server"
[balancer.edge]
to = "a"
[service.site]
entry = "edge"
load = "60 req/s"
up_when = "served >= 90% of offered"
[event.disk]
at = "1000 s"
do = "slow a by 50% for 100 s"
)");
    CHECK(told(observe::only_outages(trace)) == "1000 down service:site by event:disk, 1100 up service:site");
}

TEST_CASE("a trace tells of outages that the demand brings at their own time", "[trace][balancer]") {
    // Above 100 / 100 % of 200 (1 + cos) / 2: within six hours of the peak at noon; a failure far from that.
    const auto trace = trace_of(R"(format = 1
scenario = { horizon = "24 h" }
[node.good]
mttf = "1000000 y"
capacity = "100 req/s"
[node.other]
ttf = "20 h"
[group.g]
node = "good"
[group.o]
node = "other"
[balancer.edge]
to = "g"
check = "instant"
[service.site]
entry = "edge"
load = { peak = "200 req/s", shape = "diurnal", trough = "0%", peak_at = "12:00" }
up_when = "served >= 100% of offered"
[service.rest]
needs = "o"
)");
    CHECK(told(observe::only_outages(trace)) ==
          "21600 down service:site by service:site:overload, 64800 up service:site, "
          "72000 down service:rest by node:o/1:failure");
}

TEST_CASE("a trace tells when an overload begins, and when it ends by itself", "[trace][balancer][overload]") {
    // 140 of 200 req/s. Alone one server is in overload, which lasts down to 200 / 1.875 = 106.7 req/s: until users go.
    const auto trace = trace_of(R"(format = 1
scenario = { horizon = "2400 s" }
[node.good]
mttf = "1000000 y"
capacity = "100 req/s"
[node.bad]
ttf = "1000 s"
ttr = "500 s"
capacity = "100 req/s"
[group.g]
node = "good"
[group.b]
node = "bad"
[balancer.edge]
to = ["g", "b"]
check = "10 s"
retry = 0
overload = { shed = false }
[service.site]
entry = "edge"
load = { peak = "140 req/s", retries = 3 }
up_when = "served >= 90% of offered"
[event.end]
at = "2000 s"
do = "scale load of site by 0.5"
)");
    // Until it is noticed, half of the tries fail: three more answer 15 of 16, and 131 req/s are too many for one.
    CHECK(told(trace) ==
          "1000 failed node:b/1:failure, 1000 down group:b by node:b/1:failure, "
          "1000 down service:site by node:b/1:failure, 1000 overload_begins balancer:edge, "
          "1010 out_of_rotation balancer:edge node:b/1, "
          "1500 restored node:b/1:failure, 1500 up group:b, 1500 in_rotation balancer:edge node:b/1, "
          "2000 up service:site, 2000 overload_ends balancer:edge");
    CHECK_THAT(report::trace_to_text(trace, {}), contains_text("its servers are in overload"));
}

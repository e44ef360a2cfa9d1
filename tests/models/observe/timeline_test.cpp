// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/timeline.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "models/compile/compile.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"

using namespace nines;
using observe::CopyLag;
using observe::Standing;
using observe::Timeline;

namespace {

Timeline timeline_of(const std::string& toml) {
    const auto opened = validate::open_text("test.toml", toml);
    for (const auto& diagnostic : opened.diagnostics) {
        if (diagnostic.severity == scenario::Severity::error) throw std::runtime_error(diagnostic.message);
    }
    auto program = std::make_shared<const compile::Program>(
        compile::compile(opened.scenario, compile::options_of(opened.scenario)));
    auto trace = observe::trace_trial(*program, 1, 0);
    return Timeline(program, std::move(trace));
}

/// "0 up works, 100 recovering repair under way, ..": in whole seconds.
std::string told(const Timeline& timeline, const std::string& subject) {
    const std::uint32_t course = timeline.course_of(subject);
    if (course == observe::no_course) return "no such course";
    std::string text;
    for (const observe::Span& span : timeline.courses()[course].spans) {
        text += fmt::format("{}{:.0f} {} {}", text.empty() ? "" : ", ", span.from, word_of(span.standing),
                            timeline.words_of(span));
    }
    return text;
}

observe::SubjectState state_of(const Timeline& timeline, const std::string& subject, double seconds) {
    return timeline.state_at(timeline.course_of(subject), seconds);
}

/// "b/1 50 % lost": what each target is sent.
std::string shares_at(const Timeline& timeline, const std::string& balancer, double seconds) {
    std::string text;
    for (const auto& share : state_of(timeline, balancer, seconds).shares) {
        text += fmt::format("{}{} {:.0f} %{}{}", text.empty() ? "" : ", ", share.target, share.sent * 100.0,
                            share.in_rotation ? "" : " out", share.sent > 0.0 && !share.works ? " lost" : "");
    }
    return text;
}

/// Two machines of which one serves; the other needs 60 s to start. Each repair takes 500 s.
constexpr const char* pair = R"(format = 1
scenario = { horizon = "3000 s" }
[node.box]
ttf = "never"
ttr = "500 s"
[group.web]
node = "box"
count = 2
active = 1
standby = { mode = "cold", start = "60 s" }
[service.site]
needs = ["web"]
[event.crash]
at = "1000 s"
do = "fail web/1"
)";

/// Three copies, 10 s to notice, 5 s to promote; the lag is always 2 s.
constexpr const char* store = R"(format = 1
scenario = { horizon = "3000 s" }
[node.box]
ttf = "never"
ttr = "500 s"
[group.db]
node = "box"
count = 3
[store.orders]
on = "db"
replication = { lag = "2 s" }
failover = { detect = "10 s", promote = "5 s", redirect = "20 s" }
resync = { rewind = "100 s" }
[service.shop]
needs = ["orders"]
[event.crash]
at = "1000 s"
do = "fail db/1"
)";

/// Two targets; checks need 10 s to notice; one that is back is believed at once.
constexpr const char* balanced = R"(format = 1
scenario = { horizon = "3000 s" }
[node.box]
ttf = "never"
ttr = "500 s"
[group.a]
node = "box"
[group.b]
node = "box"
[balancer.edge]
to = ["a", "b"]
check = { takes = "10 s" }
retry = 0
[service.site]
entry = "edge"
[event.crash]
at = "1000 s"
do = "fail b/1"
)";

}  // namespace

TEST_CASE("a timeline knows who serves and who stands by from the beginning on", "[timeline][standby]") {
    const Timeline timeline = timeline_of(pair);
    CHECK(told(timeline, "node:web/1") ==
          "0 up works, 1000 recovering repair under way: event:crash, 1500 standby stands by");
    CHECK(told(timeline, "node:web/2") == "0 standby stands by, 1000 recovering starting, 1060 up works");
    CHECK(told(timeline, "service:site") == "0 up works, 1000 down because of: event:crash, 1060 up works");
    CHECK(told(timeline, "group:web") ==
          "0 up all members work, 1000 down too many members lost: 1 of 2, 1060 degraded members lost: 1 of 2, "
          "1500 up all members work");
    CHECK(state_of(timeline, "node:web/2", 999.0).roles == std::vector<std::string>{"stands by"});
    CHECK(state_of(timeline, "node:web/2", 1000.0).roles == std::vector<std::string>{"starting"});
    CHECK(state_of(timeline, "node:web/2", 1060.0).roles == std::vector<std::string>{"in service"});
    CHECK(state_of(timeline, "service:site", 1030.0).causes == std::vector<std::string>{"event:crash"});
    CHECK(state_of(timeline, "service:site", 1060.0).causes.empty());
}

TEST_CASE("a timeline tells the stages of a failover and who is primary", "[timeline][failover]") {
    const Timeline timeline = timeline_of(store);
    CHECK(told(timeline, "store:orders") ==
          "0 up serves: db/1, 1000 down primary lost, nobody knows yet, 1010 recovering promoting: db/2, "
          "1015 recovering redirecting clients, "
          "1035 degraded serves, and not every copy follows: db/2, 2 of 3, 1600 up serves: db/2");
    const auto primary = [&](double at) { return state_of(timeline, "store:orders", at).primary; };
    CHECK(primary(0.0) == "node:db/1");
    CHECK(primary(999.0) == "node:db/1");
    CHECK(primary(1012.0).empty());
    CHECK(primary(1015.0) == "node:db/2");
    CHECK(primary(2999.0) == "node:db/2");
    CHECK(state_of(timeline, "store:orders", 1005.0).stage == "detecting");
    CHECK(state_of(timeline, "store:orders", 1036.0).stage.empty());
    CHECK(state_of(timeline, "node:db/1", 500.0).roles == std::vector<std::string>{"primary"});
    CHECK(state_of(timeline, "node:db/1", 1005.0).roles == std::vector<std::string>{"was primary"});
    CHECK(state_of(timeline, "node:db/1", 1550.0).roles == std::vector<std::string>{"catching up"});
    CHECK(state_of(timeline, "node:db/1", 1550.0).span.standing == Standing::recovering);
    CHECK(state_of(timeline, "node:db/1", 1600.0).roles == std::vector<std::string>{"replica"});
    CHECK(told(timeline, "service:shop") == "0 up works, 1000 down because of: event:crash, 1035 up works");
}

TEST_CASE("a lag is the one that was drawn while a failover asks for it, and a law otherwise", "[timeline][failover]") {
    const Timeline timeline = timeline_of(store);
    const auto lag = [&](const char* node, double at) { return state_of(timeline, node, at).lag; };
    REQUIRE(lag("node:db/2", 500.0));
    CHECK(lag("node:db/2", 500.0)->origin == CopyLag::Origin::law);
    CHECK(lag("node:db/2", 500.0)->mean_seconds == 2.0);
    REQUIRE(lag("node:db/2", 1005.0));
    CHECK(lag("node:db/2", 1005.0)->origin == CopyLag::Origin::drawn);
    CHECK(lag("node:db/2", 1005.0)->mean_seconds == 2.0);
    CHECK_FALSE(lag("node:db/1", 500.0));   // it is the primary
    CHECK_FALSE(lag("node:db/3", 1005.0));  // nobody asked for its lag
    CHECK_FALSE(lag("node:db/2", 1035.0));  // it is the primary now
}

TEST_CASE("a target that is down gets its share until that is noticed, and all goes elsewhere then",
          "[timeline][balancer]") {
    const Timeline timeline = timeline_of(balanced);
    CHECK(shares_at(timeline, "balancer:edge", 0.0) == "node:a/1 50 %, node:b/1 50 %");
    CHECK(shares_at(timeline, "balancer:edge", 1000.0) == "node:a/1 50 %, node:b/1 50 % lost");
    CHECK(shares_at(timeline, "balancer:edge", 1009.0) == "node:a/1 50 %, node:b/1 50 % lost");
    CHECK(shares_at(timeline, "balancer:edge", 1010.0) == "node:a/1 100 %, node:b/1 0 % out");
    CHECK(shares_at(timeline, "balancer:edge", 1499.0) == "node:a/1 100 %, node:b/1 0 % out");
    CHECK(shares_at(timeline, "balancer:edge", 1500.0) == "node:a/1 50 %, node:b/1 50 %");
    CHECK(state_of(timeline, "balancer:edge", 1005.0).answered == 0.5);
    CHECK(state_of(timeline, "balancer:edge", 1015.0).answered == 1.0);
    CHECK(state_of(timeline, "node:a/1", 1015.0).share == 1.0);
    CHECK(told(timeline, "balancer:edge") ==
          "0 up all targets are in rotation, 1000 degraded loses requests: 50 %, 1010 degraded out of rotation: b/1, "
          "1500 up all targets are in rotation");
    CHECK(told(timeline, "service:site") == "0 up works, 1000 degraded some requests are lost: 50 %, 1010 up works");
}

TEST_CASE("a node in a zone that is down is cut off with it", "[timeline][domain]") {
    const Timeline timeline = timeline_of(R"(format = 1
scenario = { horizon = "3000 s" }
[domain.eu]
split = "2 az"
[domain.eu.az]
ttf = "never"
ttr = "300 s"
[node.box]
ttf = "never"
[group.web]
node = "box"
count = 4
spread = "eu/*"
[service.site]
needs = ["1 of web"]
[event.dark]
at = "100 s"
do = "fail domain eu/az1"
)");
    CHECK(told(timeline, "domain:eu/az1") == "0 up works, 100 recovering repair under way: event:dark, 400 up works");
    CHECK(told(timeline, "node:web/1") == "0 up works, 100 down cut off with: eu/az1, 400 up works");
    CHECK(told(timeline, "node:web/2") == "0 up works");
    // Members that nothing happens to have no row of their own.
    const observe::Course& group = timeline.courses()[timeline.course_of("group:web")];
    CHECK(group.members == 4);
    CHECK(group.quiet_members == 2);
    std::string rows;
    for (const std::uint32_t row : timeline.rows()) rows += timeline.courses()[row].subject + " ";
    CHECK(rows == "service:site domain:eu/az1 group:web node:web/1 node:web/3 ");
}

TEST_CASE("repairs are told stage by stage, and crews by those at work", "[timeline][repair]") {
    const Timeline timeline = timeline_of(R"(format = 1
scenario = { horizon = "3000 s" }
[crew.oncall]
ack = "100 s"
[node.box]
ttf = "never"
ttr = "200 s"
repaired_by = "oncall"
[group.web]
node = "box"
count = 2
[service.site]
needs = ["1 of web"]
[event.first]
at = "1000 s"
do = "fail web/1"
[event.second]
at = "1050 s"
do = "fail web/2"
)");
    CHECK(told(timeline, "node:web/2") ==
          "0 up works, 1050 down failed, waits for a crew: event:second, "
          "1300 down failed, a crew is on its way: event:second, 1400 recovering repair under way: event:second, "
          "1600 up works");
    CHECK(told(timeline, "crew:oncall") ==
          "0 standby waits for work, 1000 up at work: 1 of 1, 1600 standby waits for work");
}

TEST_CASE("a steady trial begins as its warm-up has left it", "[timeline][steady]") {
    const auto opened = validate::open_text("test.toml", store);
    auto options = compile::options_of(opened.scenario);
    options.warm_up = Duration::seconds(1012.0);
    auto program = std::make_shared<const compile::Program>(compile::compile(opened.scenario, options));
    auto trace = observe::trace_trial(*program, 1, 0);
    const Timeline timeline(program, std::move(trace));
    CHECK(told(timeline, "store:orders") ==
          "0 recovering promoting: db/2, 3 recovering redirecting clients, "
          "23 degraded serves, and not every copy follows: db/2, 2 of 3, 588 up serves: db/2");
    REQUIRE(timeline.outages().size() == 1);
    CHECK(timeline.outages()[0].since_before);
    CHECK(std::abs(timeline.outages()[0].to - 23.0) < 1e-6);
}

TEST_CASE("from any instant the next event and the next outage are found", "[timeline]") {
    const Timeline timeline = timeline_of(balanced);
    const auto& events = timeline.trace().events;
    const auto time_of = [&](std::ptrdiff_t event) { return events[static_cast<std::size_t>(event)].at_seconds; };
    CHECK(time_of(timeline.event_after(0.0)) == 1000.0);
    CHECK(time_of(timeline.event_after(1000.0)) == 1010.0);
    CHECK(timeline.event_after(2000.0) == -1);
    CHECK(timeline.event_before(1000.0) == -1);
    CHECK(time_of(timeline.event_before(1005.0)) == 1000.0);
    const Timeline paired = timeline_of(pair);
    REQUIRE(paired.outages().size() == 1);
    CHECK(paired.outage_after(0.0) == 0);
    CHECK(paired.outage_after(1000.0) == -1);
    CHECK(paired.outage_before(1000.0) == -1);
    CHECK(paired.outage_before(1001.0) == 0);
}

TEST_CASE("in every shipped design shares sum up, and a store that serves has one primary", "[timeline][shipped]") {
    for (const auto& entry : std::filesystem::directory_iterator(NINES_SOURCE_DIR "/scenarios/designs")) {
        CAPTURE(entry.path().filename().string());
        const auto opened = validate::open_file(entry.path().string());
        auto options = compile::options_of(opened.scenario);
        options.horizon = Duration::days(200.0);
        auto program = std::make_shared<const compile::Program>(compile::compile(opened.scenario, options));
        const Timeline timeline(program, observe::trace_trial(*program, 1, 3));
        for (const observe::Course& course : timeline.courses()) {
            CAPTURE(course.subject);
            REQUIRE(course.spans.front().from == 0.0);
            REQUIRE(course.spans.back().to == timeline.horizon());
            for (std::size_t s = 1; s < course.spans.size(); ++s) {
                REQUIRE(course.spans[s].from == course.spans[s - 1].to);
            }
        }
        const std::size_t events = timeline.trace().events.size();
        for (std::size_t e = 0; e < events; e += std::max<std::size_t>(1, events / 200)) {
            const double at = timeline.trace().events[e].at_seconds;
            for (const observe::SubjectState& state : timeline.state_at(at)) {
                const observe::Course& course = timeline.courses()[state.course];
                CAPTURE(course.subject, at);
                if (course.kind == observe::Course::Kind::store && state.stage.empty()) {
                    REQUIRE_FALSE(state.primary.empty());
                    const auto roles = state_of(timeline, state.primary, at).roles;
                    REQUIRE(std::any_of(roles.begin(), roles.end(), [](const std::string& role) {
                        return role.find("primary") != std::string::npos;
                    }));
                }
                double sum = 0.0;
                double lost = 0.0;
                for (const auto& share : state.shares) {
                    sum += share.sent;
                    lost += share.works ? 0.0 : share.sent;
                }
                REQUIRE(sum < 1.0 + 1e-9);
                if (course.kind != observe::Course::Kind::balancer || state.answered <= 0.0) continue;
                // Users who heard of no target send to none.
                REQUIRE(sum > state.answered - 1e-9);
                // Tries can only make more of it.
                if (state.answered < 1.0 - lost - 1e-9) {
                    // ... but for targets that are balancers themselves and answer a part.
                    bool passes_on = false;
                    for (const auto& share : state.shares) passes_on |= !share.target.starts_with("node:");
                    REQUIRE(passes_on);
                }
            }
        }
    }
}

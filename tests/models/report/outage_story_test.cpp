// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/outage_story.hpp"

#include <memory>
#include <string>

#include "models/compile/compile.hpp"
#include "models/report/trace_csv.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"

using namespace nines;

namespace {

observe::Timeline timeline_of(const std::string& toml) {
    const auto opened = validate::open_text("test.toml", toml);
    auto program = std::make_shared<const compile::Program>(
        compile::compile(opened.scenario, compile::options_of(opened.scenario)));
    auto trace = observe::trace_trial(*program, 1, 0);
    return observe::Timeline(program, std::move(trace));
}

/// db/1 fails and is repaired, then db/2, and while that lasts db/1 again.
constexpr const char* design = R"(format = 1
scenario = { horizon = "5000 s" }
[node.box]
ttf = "never"
ttr = "500 s"
[group.db]
node = "box"
count = 2
[store.orders]
on = "db"
failover = { detect = "10 s", promote = "5 s" }
[service.shop]
needs = ["orders"]
[event.a]
at = "1000 s"
do = "fail db/1"
[event.b]
at = "3000 s"
do = "fail db/1"
[event.c]
at = "3200 s"
do = "fail db/2"
)";

}  // namespace

TEST_CASE("an outage is told from its first cause over the stages to its end", "[report][timeline]") {
    const auto timeline = timeline_of(design);
    REQUIRE(timeline.outages().size() == 2);
    std::string first;
    for (const auto& line : report::story_of(timeline, timeline.outages()[0]))
        first += wording::plain(line.words) + "\n";
    CHECK(first ==
          "at once: node:db/1:event:a failed\n"
          "at once: store:orders primary lost, nobody knows yet for 10 s\n"
          "at once: service:shop DOWN because of event:a\n"
          "+ 10 s: store:orders promoting node:db/2 for 5 s\n"
          "+ 15 s: store:orders node:db/2 is primary now, nothing lost\n"
          "+ 15 s: store:orders serving\n"
          "+ 15 s: service:shop UP after 15 s\n");
}

TEST_CASE("the events of a trial are written as CSV", "[report][timeline]") {
    const std::string csv = report::trace_to_csv(timeline_of(design).trace());
    CHECK_THAT(csv, contains_text("at_seconds,subject,event,copy,causes,words\r\n"));
    CHECK_THAT(csv, contains_text("1000,service:shop,down,,event:a,DOWN because of event:a\r\n"));
    CHECK_THAT(csv,
               contains_text("1015,store:orders,promoted,node:db/2,,\"node:db/2 is primary now, nothing lost\"\r\n"));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdexcept>
#include <string>

#include "models/compile/compile.hpp"
#include "models/observe/trace.hpp"
#include "models/report/trace_text.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"

using namespace nines;

namespace {

std::string trace_of(const std::string& toml) {
    const auto opened = validate::open_text("test.toml", toml);
    for (const auto& diagnostic : opened.diagnostics) {
        if (diagnostic.severity == scenario::Severity::error) throw std::runtime_error(diagnostic.message);
    }
    const auto program = compile::compile(opened.scenario, compile::options_of(opened.scenario));
    return report::trace_to_text(observe::trace_trial(program, 1, 0));
}

}  // namespace

TEST_CASE("an outage is told whole, also while the service waits for what it needs to start", "[trace][start]") {
    const std::string text = trace_of(R"(format = 1
scenario = { horizon = "1 d" }
[node.box]
[group.db]
node = "box"
[group.registry]
node = "box"
[service.site]
needs = ["db"]
to_start = ["registry"]
[event.first]
at = "1 h"
do = "fail registry for 1 h"
[event.second]
at = "90 min"
do = "fail db for 1 min"
)");
    CHECK_THAT(text, contains_text("CANNOT START"));
    // From 1:30, when the database fails, to 2:00, when the registry is back.
    CHECK_THAT(text, contains_text("service:site: 1 outage, down 30 min"));
}

TEST_CASE("what a split brain loses is told from when the primary was cut off", "[trace][failover]") {
    const std::string text = trace_of(R"(format = 1
scenario = { horizon = "1 d" }
[domain.land]
split = "2 place"
[node.box]
[group.db]
node = "box"
count = 2
spread = "land/*"
[store.orders]
on = "db"
failover = { detect = "10 s", promote = "5 s" }
[service.shop]
needs = ["orders"]
[event.cut]
at = "1 h"
do = "partition land/place1 for 1 h"
)");
    CHECK_THAT(text, contains_text("split brain over, writes of 1 h lost"));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/balancer_assumptions.hpp"

#include <algorithm>
#include <string>

#include "models/compile/compile.hpp"
#include "models/results/assumptions.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"

using namespace nines;

namespace {

constexpr const char* parts = R"(format = 1
[node.vm]
mtbf = "90 d"
mttr = "2 h"
[group.web]
node = "vm"
count = 4
[group.lb]
node = "vm"
count = 2
)";

std::vector<std::string> said_of(const std::string& rest) {
    const auto opened = validate::open_text("test.toml", parts + rest);
    for (const auto& diagnostic : opened.diagnostics) INFO(diagnostic.message);
    REQUIRE_FALSE(scenario::has_errors(opened.diagnostics));
    const auto program = compile::compile(opened.scenario, compile::options_of(opened.scenario));
    return results::assumptions_of(opened.scenario, program, false);
}

bool says(const std::vector<std::string>& sentences, const std::string& beginning) {
    return std::any_of(sentences.begin(), sentences.end(),
                       [&](const std::string& sentence) { return sentence.starts_with(beginning); });
}

}  // namespace

TEST_CASE("without balancers and loads requests come evenly", "[assumptions]") {
    const auto said = said_of("[service.site]\nneeds = \"web\"\n");
    CHECK(says(said, "No service has a load: requests come evenly, so request availability equals availability."));
    CHECK(says(said, "Every failure is noticed at once."));
}

TEST_CASE("what a balancer leaves unsaid is said as an assumption", "[assumptions]") {
    const auto said = said_of(
        "[balancer.edge]\nto = \"web\"\non = \"lb\"\n[balancer.free]\nto = \"web\"\ncheck = \"instant\"\nretry = 0\n"
        "[service.site]\nentry = \"edge\"\n[service.other]\nentry = \"free\"\nload = \"10 req/s\"\n"
        "[service.plain]\nneeds = \"web\"\n");
    CHECK(says(said,
               "Every failure is noticed at once, but by a failover only after its detection and by a balancer "
               "only after its checks."));
    CHECK(says(said, "No load is given, so requests come evenly and no server has too many: site."));
    CHECK(says(said,
               "Requests are answered while the service is up, so request availability equals availability: "
               "plain."));
    CHECK_FALSE(says(said, "No service has a load"));
    CHECK(said.end() !=
          std::find(said.begin(), said.end(),
                    "Without `check` a balancer checks as HAProxy does by default: a target leaves 4 to 6 s "
                    "after a crash and 10 to 12 s after silence, and is back after 2 to 4 s: edge."));
    CHECK(says(said, "Without `retry` a refused request is tried again, the last time elsewhere: edge."));
    CHECK(says(said, "Without `on` a balancer has no machines of its own that could fail: free."));
    CHECK(says(said, "Without `failover` its address moves as VRRP does by default, within 2.6 to 3.6 s: edge."));
    CHECK(says(said, "A healthy target is never taken out of rotation: edge, free."));
}

TEST_CASE("what is assumed of tries and of overload is said", "[assumptions]") {
    const auto with = [](const std::string& load, const std::string& overload) {
        return said_of("[balancer.edge]\nto = \"web\"\noverload = { " + overload +
                       " }\n[service.site]\nentry = \"edge\"\nload = { peak = \"10 req/s\"" + load + " }\n");
    };
    const auto bare = with("", "shed = false");
    CHECK(says(bare, "Users do not try again what was not answered (`load.retries`): site."));
    CHECK_FALSE(says(bare, "Without shedding overload comes and goes at once"));
    const auto storm = with(", retries = 3", "shed = false, connections = 10, response = \"1 s\"");
    CHECK_FALSE(says(storm, "Users do not try again"));
    CHECK(says(storm, "Without shedding overload comes and goes at once"));
    CHECK(says(storm, "A silent target holds a connection for the timeout of a check"));
}

TEST_CASE("what is taken in steps is said", "[assumptions]") {
    const auto said = said_of(
        "[node.big]\nmtbf = \"90 d\"\nmttr = \"1 h\"\ncapacity = \"10 req/s\"\nwarm_up = \"30 s\"\n"
        "[[node.big.failure]]\nname = \"disk\"\nrate = \"1 per y\"\nmttr = \"1 h\"\neffect = \"slow 30%\"\n"
        "[[node.big.failure]]\nname = \"net\"\nrate = \"1 per y\"\nmttr = \"1 h\"\neffect = \"slow 50%\"\n"
        "[group.vms]\nnode = \"big\"\n"
        "[balancer.edge]\nto = \"vms\"\nttl = \"60 s\"\nslow_start = \"30 s\"\n"
        "[service.site]\nentry = \"edge\"\nload = \"10 req/s\"\n");
    CHECK(says(said, "Clients keep an answer for what is left of its TTL"));
    CHECK(says(said, "No client keeps an answer longer than its TTL: edge."));
    CHECK(says(said, "A target that is back gets 1/8, 3/8, 5/8 and 7/8 of its share"));
    CHECK(says(said, "After a repair or a start a node has 1/8, 3/8, 5/8 and 7/8 of its capacity"));
    CHECK(says(said, "A node that is slow in several ways at once has the capacity of the worst: big."));
    CHECK_FALSE(says(said, "Not simulated yet"));
}

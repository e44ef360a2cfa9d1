// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "models/validate/assumptions.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"

using namespace nines;

namespace {

validate::Opened open_group(const std::string& keys_of_group, const std::string& more = "",
                            const std::string& keys_of_node = "") {
    return validate::open_text("changes.toml", "format = 1\n[node.web]\nmtbf = \"90 d\"\nmttr = \"2 h\"\n" +
                                                   keys_of_node + "[group.web]\nnode = \"web\"\ncount = 8\n" +
                                                   keys_of_group + "\n" +
                                                   (more.empty() ? "[service.site]\nneeds = [\"web\"]\n" : more));
}

std::string codes_of(const validate::Opened& opened) {
    std::string codes;
    for (const auto& diagnostic : opened.diagnostics) codes += diagnostic.code + " ";
    return codes;
}

std::string codes_of_deploy(const std::string& keys) {
    return codes_of(open_group("deploy = { every = \"1 d\", " + keys + " }"));
}

const std::string bad = R"(fails = "5%", undo = "20 min")";

}  // namespace

TEST_CASE("a deploy that is as it should be has no remark", "[changes]") {
    CHECK(codes_of_deploy(bad).empty());
    CHECK(codes_of_deploy(bad + R"(, strategy = "rolling 1", pause = "5 min", noticed_after = "3 min")").empty());
    CHECK(codes_of_deploy(R"(takes = "40 s")").empty());
    CHECK(codes_of(open_group("patch = \"30 d at 02:00\"")).empty());
    CHECK(codes_of(open_group("patch = { at_a_time = \"25%\", in = \"Sun 02:00-06:00\", when_degraded = \"skip\" }"))
              .empty());
}

TEST_CASE("keys of a deploy that change nothing are pointed out", "[changes]") {
    CHECK(codes_of_deploy(bad + R"(, strategy = "blue-green", takes = "1 min")") == "W095 W020 ");
    CHECK(codes_of_deploy(bad + R"(, strategy = "canary 10% for 5 min", pause = "1 min")") == "W020 ");
    CHECK(codes_of_deploy(R"(takes = "40 s", undo = "1 h", noticed_after = "1 min", effect = "hang")") ==
          "W020 W020 W020 ");
    CHECK(codes_of_deploy(bad + R"(, effect = "slow 30%")") == "W020 ");  // no capacity
}

TEST_CASE("a batch that is more than the highest load leaves room for is pointed out", "[changes]") {
    const std::string traffic =
        "[balancer.edge]\nto = \"web\"\n[service.site]\nentry = \"edge\"\nload = \"700 req/s\"\n";
    const std::string node = "capacity = \"100 req/s\"\n";
    // 8 members of 100 req/s: one may be missing, two may not.
    CHECK(
        codes_of(open_group("deploy = { every = \"1 d\", strategy = \"rolling 1\", takes = \"1 min\" }", traffic, node))
            .empty());
    CHECK(codes_of(open_group("deploy = { every = \"1 d\", takes = \"1 min\" }", traffic, node)) == "W096 ");
    CHECK(codes_of(open_group("patch = { at_a_time = 2 }", traffic, node)) == "W096 ");
}

TEST_CASE("the levels of DORA's survey are presets, and say how well they are known", "[changes]") {
    const auto high = open_group(R"(deploy = { preset = "dora-high", every = "1 d" })");
    REQUIRE(high.diagnostics.empty());
    const scenario::Deploy& deploy = *high.scenario.groups[0].deploy;
    CHECK(*deploy.fails == 0.2);
    CHECK(deploy.fails.origin.grade == scenario::Grade::verified);
    CHECK(deploy.undo.origin.grade == scenario::Grade::estimated);
    const auto low = open_group(R"(deploy = { preset = "dora-low", every = "1 wk" })");
    CHECK(*low.scenario.groups[0].deploy->fails == 0.4);
    CHECK(low.scenario.groups[0].deploy->fails.origin.grade == scenario::Grade::unverified);
}

TEST_CASE("what a deploy leaves unsaid is an assumption", "[changes]") {
    const auto said = [](const std::string& keys) {
        std::string all;
        for (const std::string& sentence : validate::assumptions(open_group(keys).scenario)) all += sentence;
        return all;
    };
    const std::string open = said("deploy = { every = \"1 d\", " + bad + " }");
    CHECK(open.find("noticed in its first batch") != std::string::npos);
    CHECK(open.find("a quarter of the members at a time") != std::string::npos);
    CHECK(said("patch = {}").find("Patches take 5 min for each member (estimated)") != std::string::npos);
}

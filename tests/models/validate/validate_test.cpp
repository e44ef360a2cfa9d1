// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/validate/validate.hpp"

#include "models/validate/names.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"
#include "tests/models/validate/codes.hpp"

using namespace nines;
using scenario::RefKind;
using validate::Outcome;
using validate::TargetKind;

namespace {

constexpr std::string_view names_text = R"toml(format = 1
[domain.eu]
split = "3 az"
[node.web]
mtbf = "90 d"
mttr = "2 h"
tags = "blue"
[node.db]
mtbf = "90 d"
mttr = "2 h"
[group.web]
node = "web"
count = 6
spread = "eu/*"
[group.api]
node = "web"
count = 2
[service.site]
needs = ["4 of web", "api", "node db"]
)toml";

scenario::Scenario names_scenario() {
    return validate::open_text("names.toml", names_text).scenario;
}

/// Codes of all diagnostics, in order.
std::string codes_after(std::string_view more) {
    return validate_test::codes_of(std::string(names_text) + std::string(more));
}

}  // namespace

TEST_CASE("names resolve as group, service, node, domain, in this order", "[names]") {
    const scenario::Scenario scenario = names_scenario();
    const validate::Names names(scenario);
    const auto kind = [&](RefKind ref, const std::string& name) { return names.find(ref, name).target.kind; };
    CHECK(kind(RefKind::any, "web") == TargetKind::group);
    CHECK(kind(RefKind::node, "web") == TargetKind::node);
    CHECK(kind(RefKind::any, "site") == TargetKind::service);
    CHECK(kind(RefKind::any, "db") == TargetKind::node);
    CHECK(kind(RefKind::any, "eu/az2") == TargetKind::domain);
    CHECK(kind(RefKind::any, "web/6") == TargetKind::member);
    CHECK(kind(RefKind::any, "web/*") == TargetKind::members);
    CHECK(kind(RefKind::any, "eu/*") == TargetKind::children);
    CHECK(kind(RefKind::tag, "blue") == TargetKind::tag);
}

TEST_CASE("a name stands for as many things as it has", "[names]") {
    const scenario::Scenario scenario = names_scenario();
    const validate::Names names(scenario);
    CHECK(names.find(RefKind::any, "web").target.size == 6);
    CHECK(names.find(RefKind::node, "web").target.size == 8);  // The members of both groups.
    CHECK(names.find(RefKind::any, "eu/*").target.size == 3);
    CHECK(names.find(RefKind::any, "db").target.size == 1);
    CHECK(names.find(RefKind::any, "web/7").outcome == Outcome::no_such_member);
    CHECK(names.find(RefKind::any, "web/x").outcome == Outcome::no_such_member);
    CHECK(names.find(RefKind::any, "nothing").outcome == Outcome::unknown);
    CHECK(names.find(RefKind::service, "web").outcome == Outcome::unknown);
}

TEST_CASE("a sound scenario has no warnings", "[validate]") {
    CHECK(codes_after("").empty());
}

TEST_CASE("a quorum survives a zone when no zone holds too many members", "[validate]") {
    // 6 members over 3 zones: 2 in each, so 4 survive a zone; 5 of 6 do not.
    CHECK(codes_after("[service.four]\nneeds = [\"4 of web\"]\n").empty());
    CHECK(codes_after("[service.five]\nneeds = [\"5 of web\"]\n") == "W006 ");
}

TEST_CASE("an objective is compared with what a single part can give", "[validate]") {
    // One node up 90 d, down 2 h: 2160 / 2162 = 99.9075 %.
    CHECK(codes_after("[service.a]\nneeds = [\"node db\"]\nobjective = { slo = \"99.9%\" }\n").empty());
    CHECK(codes_after("[service.a]\nneeds = [\"node db\"]\nobjective = { slo = \"99.91%\" }\n") == "W018 ");
}

TEST_CASE("what is never used is not reported while something else is wrong", "[validate]") {
    CHECK(codes_after("[node.idle]\nmtbf = \"1 y\"\nmttr = \"1 h\"\n") == "W007 ");
    CHECK(codes_after("[node.idle]\nmtbf = \"1 y\"\nmttr = \"1 h\"\n[group.typo]\nnode = \"wbe\"\n") == "E100 ");
}

TEST_CASE("each circle of services is reported once", "[validate]") {
    CHECK(codes_after("[service.a]\nneeds = [\"b\", \"site\"]\n[service.b]\nneeds = [\"a\"]\n"
                      "[service.c]\nneeds = [\"a\", \"b\"]\n") == "E102 ");
}

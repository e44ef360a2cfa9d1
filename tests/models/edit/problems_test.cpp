// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/problems.hpp"

#include <string>
#include <vector>

#include "models/edit/edit.hpp"
#include "models/edit/fragment.hpp"
#include "tests/catch.hpp"

namespace nines::edit {

TEST_CASE("a refused edit is told as a pattern with its names", "[edit]") {
    const std::string text = "format = 1\n[node.a]\ncount = 2\n[node.b]\n[service.s]\nneeds = \"a\"\n[crew.ops]\n";
    const wording::Text words = problem_words(rename_thing(text, {"node", "a"}, "b").problem);
    CHECK(words.pattern == "There is a %1 \"%2\" already.");
    // The kind has a translation, the name has none.
    CHECK(words.arguments == std::vector{wording::Text{"node"}, wording::literal("b")});
}

TEST_CASE("every refused edit is one of the sentences that are translated", "[edit]") {
    const std::string text =
        "format = 1\n[domain.r]\nsplit = \"2 az\"\n[node.a]\ncount = 2\nfailure = { mtbf = \"1 y\" }\n[node.b]\n"
        "[service.s]\nneeds = \"a\"\n[crew.ops]\n";
    const ThingName node{"node", "a"};
    const ThingName service{"service", "s"};
    Included included;
    for (const char* kind : {"group", "node"}) {
        scenario::Table things;
        scenario::set(things, "shared", {.data = scenario::Table(), .origin = {}}, {});
        scenario::set(included.tables, kind, {.data = things, .origin = {}}, {});
    }
    const std::string both = "[node.shared]\n[node.own]\n";
    const ThingName shared{"node", "shared"};
    const std::vector<std::string> problems = {
        rename_thing(both, {"node", "own"}, "shared", included).problem,
        add_thing(both, {"group", "shared"}, {}, included).problem,
        rename_thing(both, shared, "other", included).problem,
        remove_things(both, {shared}, included).problem,
        duplicate_things(both, {shared}, included).edited.problem,
        copy_things(both, {shared}, included).problem,
        paste_things(both, "hello").edited.problem,
        rename_thing("a b\n", node, "c").problem,
        rename_thing(text, node, "b").problem,
        rename_thing(text, node, "no id!").problem,
        rename_thing(text, {"node", "x"}, "c").problem,
        add_thing(text, {"nonsense", "x"}).problem,
        remove_things(text, {{"node", "x"}}).problem,
        connect(text, service, "description", node).problem,
        connect(text, service, "needs", {"crew", "ops"}).problem,
        connect(text, service, "needs", service).problem,
        connect(text, {"service", "x"}, "needs", node).problem,
        disconnect(text, service, "needs", {"node", "b"}).problem,
        place_in(text, {"crew", "ops"}, "r").problem,
        place_in(text, {"domain", "r"}, "r").problem,
    };
    for (const std::string& problem : problems) {
        INFO(problem);
        REQUIRE_FALSE(problem.empty());
        const wording::Text words = problem_words(problem);
        CHECK_FALSE(words.is_literal);
        CHECK(wording::plain(words) == problem);
    }
}

TEST_CASE("details of things are told as patterns, words of the scenario language as they are", "[edit]") {
    CHECK(detail_words("4 failure modes").pattern == "%1 failure modes");
    CHECK(detail_words("at 2 h").arguments == std::vector{wording::literal("2 h")});
    CHECK(detail_words("async").is_literal);
    CHECK(detail_words("3 x web-vm").is_literal);
}

TEST_CASE("another sentence stays as it is", "[edit]") {
    CHECK(problem_words("The disk is full: 100 %1.") == wording::literal("The disk is full: 100 %1."));
    CHECK(problem_words("") == wording::literal(""));
}

}  // namespace nines::edit

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>
#include <string>

#include "models/edit/edit.hpp"
#include "models/edit/text_names.hpp"
#include "models/scenario/codes.hpp"
#include "models/scenario/semantic_codes.hpp"
#include "tests/catch.hpp"
#include "tests/models/edit/texts.hpp"

using namespace nines;
using namespace nines::edit;

namespace {

std::vector<ThingName> all_things(const std::string& text) {
    const Schema schema;
    const TomlLayout layout = layout_of(text);
    return things_in(layout, schema).list;
}

bool includes_others(const FileText& file) {
    return file.text.find("include") != std::string::npos;
}

std::vector<std::string> errors_only(std::vector<std::string> codes) {
    std::erase_if(codes, [](const std::string& code) { return !code.starts_with('E'); });
    return codes;
}

/// A name that fitted several things fits one when another of them has a new name.
std::vector<std::string> but_ambiguous(std::vector<std::string> codes) {
    std::erase(codes, std::string(scenario::codes::name_ambiguous.id));
    return codes;
}

/// Codes of `after` that `before` has not, or not so often.
std::vector<std::string> new_codes(const std::vector<std::string>& before, const std::vector<std::string>& after) {
    std::vector<std::string> result;
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(result));
    return result;
}

std::string renamed(const std::string& text, const ThingName& name, const std::string& id) {
    const Edited edited = rename_thing(text, name, id);
    CHECK(edited.problem.empty());
    return edited.text;
}

std::string without(const std::string& text, const std::vector<ThingName>& names) {
    const Edited edited = remove_things(text, names);
    CHECK(edited.problem.empty());
    return edited.text;
}

}  // namespace

TEST_CASE("every thing can be renamed, and back again, and the scenario stays as sound as it was") {
    std::size_t things = 0;
    for (const FileText& file : some_texts()) {
        const auto codes = but_ambiguous(codes_of(file, file.text));
        for (const ThingName& name : all_things(file.text)) {
            if (name.id.find('/') != std::string::npos || name.id.find(' ') != std::string::npos) continue;
            INFO(file.path << ": " << subject_of(name));
            const Edited edited = rename_thing(file.text, name, "fresh-id");
            REQUIRE(edited.problem.empty());
            tree_of(edited.text);
            CHECK(comments_of(edited.text) == comments_of(file.text));
            CHECK(edited.text.size() > 0);
            if (!includes_others(file)) CHECK(but_ambiguous(codes_of(file, edited.text)) == codes);
            const bool was_sound =
                name.id.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") ==
                std::string::npos;
            const Edited back = rename_thing(edited.text, {name.kind, "fresh-id"}, name.id);
            if (was_sound) CHECK(back.text == file.text);
            ++things;
        }
    }
    CHECK(things > 500);
}

TEST_CASE("removing a thing leaves no name of it behind") {
    const std::vector<std::string> about_names{std::string(scenario::codes::reference_unknown.id),
                                               std::string(scenario::codes::like_unknown.id),
                                               std::string(scenario::codes::part_unknown.id)};
    for (const FileText& file : some_texts()) {
        const auto before = codes_of(file, file.text);
        for (const ThingName& name : all_things(file.text)) {
            INFO(file.path << ": " << subject_of(name));
            const Edited edited = remove_things(file.text, {name});
            REQUIRE(edited.problem.empty());
            tree_of(edited.text);
            const auto left = all_things(edited.text);
            CHECK(std::find(left.begin(), left.end(), name) == left.end());
            if (includes_others(file)) continue;
            INFO(edited.text);
            for (const std::string& code : new_codes(before, codes_of(file, edited.text))) {
                INFO(code);
                CHECK(std::find(about_names.begin(), about_names.end(), code) == about_names.end());
            }
        }
    }
}

TEST_CASE("removing everything leaves no thing") {
    for (const FileText& file : some_texts()) {
        INFO(file.path);
        const std::string text = without(file.text, all_things(file.text));
        CHECK(all_things(text).empty());
        tree_of(text);
    }
}

TEST_CASE("a copy of a thing makes no new errors") {
    for (const FileText& file : some_texts()) {
        const auto before = errors_only(codes_of(file, file.text));
        for (const ThingName& name : all_things(file.text)) {
            if (name.id.find('/') != std::string::npos) continue;
            INFO(file.path << ": " << subject_of(name));
            const Duplicated copies = duplicate_things(file.text, {name});
            REQUIRE(copies.edited.problem.empty());
            INFO(copies.edited.text);
            tree_of(copies.edited.text);
            REQUIRE(copies.names.size() == 1);
            const auto things = all_things(copies.edited.text);
            CHECK(std::find(things.begin(), things.end(), copies.names[0].second) != things.end());
            if (includes_others(file)) continue;
            for (const std::string& code : new_codes(before, errors_only(codes_of(file, copies.edited.text)))) {
                // The copy of a thing with a mistake has it too, two stores cannot share their machines, and no plan
                // starts the copy of a group that waits for one.
                const bool repeated = std::find(before.begin(), before.end(), code) != before.end();
                const bool follows =
                    code == scenario::codes::copies_twice.id || code == scenario::codes::none_serves.id;
                CHECK((repeated || follows));
            }
            const Edited back = remove_things(copies.edited.text, {copies.names[0].second});
            CHECK(back.text == file.text);
        }
    }
}

TEST_CASE("all things of a file can be copied at once") {
    for (const FileText& file : some_texts()) {
        if (includes_others(file)) continue;
        INFO(file.path);
        const auto things = all_things(file.text);
        const auto before = errors_only(codes_of(file, file.text));
        const Duplicated copies = duplicate_things(file.text, things);
        const bool splits = copies.edited.problem.find("not written") != std::string::npos;
        if (splits) continue;
        REQUIRE(copies.edited.problem.empty());
        CHECK(all_things(copies.edited.text).size() == 2 * things.size());
        for (const std::string& code : new_codes(before, errors_only(codes_of(file, copies.edited.text)))) {
            INFO(code << "\n" << copies.edited.text);
            CHECK(std::find(before.begin(), before.end(), code) != before.end());
        }
    }
}

TEST_CASE("a thing is added behind the last of its kind, or where the order of kinds puts it") {
    CHECK(add_thing("", {"node", "web"}, {{"mtbf", "\"90 d\""}}).text == "format = 1\n\n[node.web]\nmtbf = \"90 d\"\n");
    CHECK(add_thing("format = 1\n", {"domain", "eu"}, {}).text == "format = 1\n\n[domain.eu]\n");
    const std::string text = "format = 1\n\n[node.a]\nx = 1\n\n[group.g]\nnode = \"a\"\n";
    CHECK(add_thing(text, {"node", "b"}).text ==
          "format = 1\n\n[node.a]\nx = 1\n\n[node.b]\n\n[group.g]\nnode = \"a\"\n");
    CHECK(add_thing(text, {"service", "s"}, {{"objective.slo", "\"99%\""}}).text ==
          text + "\n[service.s]\nobjective.slo = \"99%\"\n");
    CHECK(add_thing("# a\n[node.x]\n[node.y]\n", {"domain", "d"}).text == "# a\n[domain.d]\n[node.x]\n[node.y]\n");
    CHECK(!add_thing(text, {"node", "a"}).ok());
    CHECK(!add_thing(text, {"node", "a b"}).ok());
    CHECK(!add_thing(text, {"nonsense", "a"}).ok());
    CHECK(!add_thing(text, {"vary", "a"}).ok());
}

TEST_CASE("what was added can be removed, and leaves no trace") {
    for (const FileText& file : some_texts()) {
        for (const char* kind : {"domain", "node", "group", "service", "event"}) {
            INFO(file.path << ": " << kind);
            const Edited edited = add_thing(file.text, {kind, "fresh-id"}, {{"description", "\"x\""}});
            REQUIRE(edited.problem.empty());
            tree_of(edited.text);
            CHECK(comments_of(edited.text) == comments_of(file.text));
            CHECK(without(edited.text, {{kind, "fresh-id"}}) == file.text);
        }
    }
}

TEST_CASE("references of every form follow a new name, members and parts too") {
    const std::string text =
        "[group.web]\nspread = [\"eu/*\", 'eu/az1']\n[domain.eu]\n[domain.\"eu/az1\"]\n[service.s]\n"
        "needs = [\"2 of web\", \"any of group:web, other\", \"web/2\", \"domain eu\"]\n"
        "[event.e]\ndo = \"partition eu/az1 from web/* for 1 h\"\n[group.x]\nlike = \"web\"\n";
    CHECK(renamed(text, {"group", "web"}, "w") ==
          "[group.w]\nspread = [\"eu/*\", 'eu/az1']\n[domain.eu]\n[domain.\"eu/az1\"]\n[service.s]\n"
          "needs = [\"2 of w\", \"any of group:w, other\", \"w/2\", \"domain eu\"]\n"
          "[event.e]\ndo = \"partition eu/az1 from w/* for 1 h\"\n[group.x]\nlike = \"w\"\n");
    CHECK(renamed(text, {"domain", "eu"}, "europe") ==
          "[group.web]\nspread = [\"europe/*\", 'europe/az1']\n[domain.europe]\n[domain.\"europe/az1\"]\n[service.s]\n"
          "needs = [\"2 of web\", \"any of group:web, other\", \"web/2\", \"domain europe\"]\n"
          "[event.e]\ndo = \"partition europe/az1 from web/* for 1 h\"\n[group.x]\nlike = \"web\"\n");
}

TEST_CASE("a name means the first kind that has it, and keeps its meaning when another thing takes it") {
    const std::string text = "[group.a]\n[service.a]\n[service.s]\nneeds = [\"a\", \"service:a\"]\n";
    CHECK(renamed(text, {"service", "a"}, "b") ==
          "[group.a]\n[service.b]\n[service.s]\nneeds = [\"a\", \"service:b\"]\n");
    CHECK(renamed(text, {"group", "a"}, "s") ==
          "[group.s]\n[service.a]\n[service.s]\nneeds = [\"s\", \"service:a\"]\n");
    CHECK(renamed("[group.a]\n[service.x]\n[service.s]\nneeds = \"x\"\n", {"group", "a"}, "x") ==
          "[group.x]\n[service.x]\n[service.s]\nneeds = \"service:x\"\n");
}

TEST_CASE("a thing cannot get an id that is taken, or wrong, or be renamed where it is not written") {
    const std::string text = "[node.a]\n[node.b]\n[domain.eu]\nsplit = \"2 az\"\n[domain.\"eu/az1\"]\nrate = 1\n";
    CHECK(rename_thing(text, {"node", "a"}, "b").problem == "There is a node \"b\" already.");
    CHECK(!rename_thing(text, {"node", "a"}, "a/b").ok());
    CHECK(!rename_thing(text, {"node", "a"}, "").ok());
    CHECK(!rename_thing(text, {"node", "c"}, "d").ok());
    CHECK(!rename_thing(text, {"domain", "eu/az1"}, "eu/az9").ok());
    CHECK(!rename_thing(text, {"domain", "eu/az2"}, "eu/az9").ok());
    CHECK(rename_thing(text, {"node", "a"}, "a").text == text);
}

TEST_CASE("what needed a removed thing needs what is left") {
    const std::string text =
        "[group.a]\n[group.b]\n[group.c]\n[service.s]\nneeds = [\"2 of a, b, c\", \"any of a, b\", \"all of a, b\", "
        "\"2 of a\", \"c\"]\nsoft = \"a\"\n";
    CHECK(without(text, {{"group", "a"}}) ==
          "[group.b]\n[group.c]\n[service.s]\nneeds = [\"2 of b, c\", \"b\", \"b\", \"c\"]\n");
    CHECK(without("[group.a]\n[group.b]\n[group.c]\n[service.s]\nneeds = \"3 of a, b, group:c\"\n", {{"group", "a"}}) ==
          "[group.b]\n[group.c]\n[service.s]\nneeds = \"all of b, group:c\"\n");
}

TEST_CASE("references in tables, and lists that go along with them, lose a removed thing too") {
    CHECK(without("[crew.ops]\n[group.e]\n[store.d]\nfailover = { by = \"ops\", needs = \"2 of e\", hold = 1 }\n",
                  {{"crew", "ops"}, {"group", "e"}}) == "[store.d]\nfailover = { hold = 1 }\n");
    CHECK(without("[crew.ops]\n[group.e]\n[store.d]\nfailover = { by = \"ops\", needs = \"2 of e\" }\n",
                  {{"crew", "ops"}, {"group", "e"}}) == "[store.d]\n");
    CHECK(without("[group.a]\n[group.b]\n[group.c]\n[balancer.l]\nto = [\"a\", \"b\", \"c\"]\nweights = [1, 2, 3]\n",
                  {{"group", "b"}}) == "[group.a]\n[group.c]\n[balancer.l]\nto = [\"a\", \"c\"]\nweights = [1, 3]\n");
    CHECK(without("[group.a]\n[balancer.l]\nto = \"a\"\nweights = [1]\nx = 1\n", {{"group", "a"}}) ==
          "[balancer.l]\nx = 1\n");
    CHECK(without("[group.a]\n[cause.c]\nhits = [\n    \"a\", # all of it\n    \"tag:b\", # and these\n]\n",
                  {{"group", "a"}}) == "[cause.c]\nhits = [\n    \"tag:b\", # and these\n]\n");
    CHECK(without("[node.a]\n[node.b]\nlike = \"a\"\n[event.e]\ndo = \"fail a for 1 h\"\n", {{"node", "a"}}) ==
          "[node.b]\n[event.e]\n");
    CHECK(!remove_things("[node.a]\n", {{"node", "b"}}).ok());
}

TEST_CASE("copies refer to copies, and to what was not copied as before") {
    const Duplicated copies = duplicate_things(
        "[node.m]\nmtbf = 1 # often\n\n[group.web]\nnode = \"m\"\n\n[service.s]\nneeds = \"2 of web\"\n",
        {{"group", "web"}, {"service", "s"}});
    CHECK(copies.edited.text ==
          "[node.m]\nmtbf = 1 # often\n\n[group.web]\nnode = \"m\"\n\n[group.web-2]\nnode = \"m\"\n\n[service.s]\n"
          "needs = \"2 of web\"\n\n[service.s-2]\nneeds = \"2 of web-2\"\n");
    REQUIRE(copies.names.size() == 2);
    CHECK(copies.names[0].second == ThingName{"group", "web-2"});
    CHECK(duplicate_things("[node]\na = { x = 1 }\nb.x = 1\nb.y = 2\n", {{"node", "a"}, {"node", "b"}}).edited.text ==
          "[node]\na = { x = 1 }\na-2 = { x = 1 }\nb.x = 1\nb.y = 2\nb-2.x = 1\nb-2.y = 2\n");
    CHECK(!duplicate_things("[node.a]\n", {{"node", "b"}}).edited.ok());
}

TEST_CASE("a free id is the wish, or the wish with a number; kinds that share names share ids") {
    const std::string text = "[node.web]\n[group.web]\n[group.web-2]\n[service.shop]\n";
    CHECK(free_id(text, "node", "web") == "web-2");
    CHECK(free_id(text, "group", "web") == "web-3");
    CHECK(free_id(text, "group", "shop") == "shop-2");
    CHECK(free_id(text, "domain", "web") == "web");
    CHECK(quoted("a \"b\"\\") == "\"a \\\"b\\\"\\\\\"");
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of a text whose things also stand in files that it includes.
#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

#include "models/edit/edit.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"

using namespace nines;
using namespace nines::edit;

namespace {

constexpr const char* base = R"(format = 1
[node.m]
mtbf = "90 d"
mttr = "2 h"
[group.web]
node = "m"
[group.db]
node = "m"
[service.site]
needs = ["web"]
[domain.eu]
[domain.eu1]
in = "eu"
[domain.eu2]
in = "eu"
[domain.us]
[defaults.group]
in = "us"
[service.model]
needs = ["db"]
)";

/// A folder with a file "base.toml", which goes when the test ends.
struct Folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("nines_included_test_" + std::to_string(::getpid()));

    Folder() {
        std::filesystem::create_directories(path);
        write("base.toml", base);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void write(const char* name, const std::string& text) const { std::ofstream(path / name) << text; }
    Included included(const std::string& text) const { return included_by(text, path.string()); }
};

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

const std::string head = "format = 1\ninclude = [\"base.toml\"]\n";

}  // namespace

TEST_CASE("what a text includes is read, and nothing is where nothing is included") {
    const Folder folder;
    const Included included = folder.included(head + "[group.app]\n");
    CHECK(included.defines({"group", "web"}));
    CHECK_FALSE(included.defines({"group", "app"}));
    CHECK(folder.included("format = 1\n[group.web]\n").empty());
    CHECK(folder.included("format = 1\ninclude = [\"no.toml\"]\n").empty());
    CHECK(included_by(head, "").empty());
}

TEST_CASE("a thing that an included file defines too is not renamed, removed or copied") {
    const Folder folder;
    const std::string text = head + "[group.web]\ncount = 3\n[group.app]\nlike = \"web\"\n";
    const Included included = folder.included(text);
    const Edited renamed = rename_thing(text, {"group", "web"}, "front", included);
    CHECK(renamed.problem ==
          "An included file defines the group \"web\" too, so that it cannot be renamed in this file alone.");
    CHECK(renamed.text == text);
    CHECK(has(remove_things(text, {{"group", "web"}}, included).problem, "cannot be removed"));
    CHECK(has(duplicate_things(text, {{"group", "web"}}, included).edited.problem, "cannot be copied"));
    CHECK(rename_thing(text, {"group", "app"}, "front", included).ok());
    CHECK(remove_things(text, {{"group", "app"}}, included).ok());
}

TEST_CASE("ids of included files are taken") {
    const Folder folder;
    const std::string text = head + "[group.app]\nlike = \"web\"\n";
    const Included included = folder.included(text);
    CHECK(free_id(text, "group", "web", included) == "web-2");
    CHECK(free_id(text, "group", "web") == "web");
    CHECK(has(add_thing(text, {"group", "web"}, {}, included).problem, "in an included file"));
    CHECK(has(rename_thing(text, {"group", "app"}, "web", included).problem, "in an included file"));
}

TEST_CASE("a list in an included file is written whole with the new name") {
    const Folder folder;
    const std::string text = head + "[service.site]\ndescription = \"x\"\n[group.app]\nnode = \"m\"\n";
    const Edited edited = connect(text, {"service", "site"}, "needs", {"group", "app"}, folder.included(text));
    CHECK(edited.text ==
          head + "[service.site]\ndescription = \"x\"\nneeds = [\"web\", \"app\"]\n[group.app]\nnode = \"m\"\n");
    CHECK(connect(text, {"service", "site"}, "needs", {"group", "web"}, folder.included(text)).text == text);

    const std::string like = head + "[service.other]\nlike = \"model\"\n[group.app]\nnode = \"m\"\n";
    const Edited grown = connect(like, {"service", "other"}, "needs", {"group", "app"}, folder.included(like));
    CHECK(grown.text ==
          head + "[service.other]\nlike = \"model\"\nneeds = [\"db\", \"app\"]\n[group.app]\nnode = \"m\"\n");
}

TEST_CASE("a thing leaves the place that an included file gives it") {
    const Folder folder;
    const std::string text = head + "[group.db]\nnode = \"m\"\n[domain.rack]\n";
    const Included included = folder.included(text);
    CHECK(has(place_in(text, {"group", "db"}, "rack", included).text, "in = [\"rack\"]\n"));
    const Edited out = place_in(text, {"group", "db"}, "", included);
    CHECK(out.ok());
    CHECK(has(out.text, "in = []"));
}

TEST_CASE("a group and its store are copied together to a sound pair") {
    const std::string text =
        "format = 1\n[node.m]\nmtbf = \"90 d\"\nmttr = \"2 h\"\n[group.pg]\nnode = \"m\"\ncount = 2\n"
        "[store.db]\non = \"pg\"\nsize = \"10 GB\"\n[service.site]\nneeds = [\"db\"]\n";
    const auto errors = [](const std::string& of) { return validate::open_text("text", of).diagnostics; };
    REQUIRE_FALSE(scenario::has_errors(errors(text)));
    const Duplicated both = duplicate_things(text, {{"store", "db"}, {"group", "pg"}});
    CHECK(has(both.edited.text, "[store.db-2]\non = \"pg-2\"\n"));
    CHECK_FALSE(scenario::has_errors(errors(both.edited.text)));
    // Alone, it keeps saying where it is: the error names the group that holds both, for the user to choose another.
    const Duplicated alone = duplicate_things(text, {{"store", "db"}});
    CHECK(has(alone.edited.text, "[store.db-2]\non = \"pg\"\n"));
    CHECK(scenario::has_errors(errors(alone.edited.text)));
}

TEST_CASE("members take turns over the parts of a domain that an included file splits") {
    const Folder folder;
    folder.write("parts.toml",
                 "format = 1\n[domain.asia]\nsplit = [\"2 az\", \"2 rack\"]\n[domain.model]\nsplit = \"3 az\"\n"
                 "[domain.flat]\n[domain.words]\nsplit = \"2 az\"\n[domain.words.az]\nsplit = \"2 rack\"\n"
                 "[domain.hall]\n[domain.\"hall/a\"]\n");
    const std::string begin = "format = 1\ninclude = [\"parts.toml\"]\n";
    const auto placed = [&](const std::string& domains, const std::string& id) {
        const std::string text = begin + domains + "[group.web]\ncount = 3\n";
        const Edited edited = place_in(text, {"group", "web"}, id, folder.included(text));
        CHECK(edited.problem.empty());
        return edited.text.substr(text.size());
    };
    CHECK(placed("", "asia") == "spread = \"asia/*\"\n");
    CHECK(placed("", "asia/az2") == "spread = \"asia/az2/*\"\n");
    CHECK(placed("", "asia/az2/rack1") == "in = [\"asia/az2/rack1\"]\n");
    CHECK(placed("", "flat") == "in = [\"flat\"]\n");
    CHECK(placed("", "words/az1") == "spread = \"words/az1/*\"\n");
    CHECK(placed("", "hall") == "spread = \"hall/*\"\n");
    // This file says more of the domain, but nothing of its parts; or splits it anew.
    CHECK(placed("[domain.asia]\nrate = \"1 per y\"\n", "asia") == "spread = \"asia/*\"\n");
    CHECK(placed("[domain.flat]\nsplit = \"2 az\"\n", "flat") == "spread = \"flat/*\"\n");
    CHECK(placed("[domain.\"asia/az1\"]\nsplit = \"3 room\"\n", "asia/az1") == "spread = \"asia/az1/*\"\n");
    // A domain of this file that is like one of there, or within one.
    CHECK(placed("[domain.own]\nlike = \"model\"\n", "own") == "spread = \"own/*\"\n");
    CHECK(placed("[domain.inner]\nin = \"flat\"\n", "flat") == "spread = \"flat/*\"\n");
    CHECK(placed("domain.late = { in = \"flat\" }\n", "flat") == "spread = \"flat/*\"\n");
}

TEST_CASE("a part that a split in an included file makes has its name and place from there") {
    const Folder folder;
    folder.write("parts.toml", "format = 1\n[domain.asia]\nsplit = \"2 az\"\n[domain.flat]\n");
    const std::string text =
        "format = 1\ninclude = [\"parts.toml\"]\n[domain.\"asia/az1\"]\nrate = \"1 per y\"\n"
        "[domain.own]\nlike = \"asia\"\n[domain.\"own/az2\"]\nrate = \"1 per y\"\n";
    const Included included = folder.included(text);
    for (const char* id : {"asia/az1", "own/az2"}) {
        INFO(id);
        const ThingName part{"domain", id};
        CHECK(place_in(text, part, "flat", included).problem ==
              "The domain \"" + std::string(id) + "\" is not written in this file.");
        CHECK(has(rename_thing(text, part, "asia/zone1", included).problem, "it has its name from there"));
        CHECK_FALSE(duplicate_things(text, {part}, included).edited.ok());
        CHECK(set_value(text, {"domain", id, "rate"}, "\"2 per y\"").ok());
    }
}

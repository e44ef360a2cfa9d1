// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of a text whose things also stand in files that it includes.
#include <filesystem>
#include <fstream>
#include <string>

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
    std::filesystem::path path = std::filesystem::temp_directory_path() / "nines_included_test";

    Folder() {
        std::filesystem::create_directories(path);
        std::ofstream(path / "base.toml") << base;
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

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

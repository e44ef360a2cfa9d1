// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/fragment.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

#include "models/edit/text_names.hpp"
#include "tests/catch.hpp"
#include "tests/models/edit/texts.hpp"

using namespace nines;
using namespace nines::edit;

namespace {

using Names = std::vector<ThingName>;

const std::string text = R"(format = 1
[node.vm]   # a machine
mtbf = "90 d"
mttr = "2 h"

# Two of them.
[group.web]
node = "vm"
description = """
[node.not-a-header]
"""
[[node.vm.failure]]
name = "hang"
[service.site]
needs = [
  "web",  # all
]
)";

std::string copied(const std::string& from, const Names& names) {
    const Copied copy = copy_things(from, names);
    CHECK(copy.problem.empty());
    return copy.text;
}

}  // namespace

TEST_CASE("all tables of a thing are copied with the comments above") {
    CHECK(copied(text, {{"node", "vm"}}) ==
          "[node.vm]   # a machine\nmtbf = \"90 d\"\nmttr = \"2 h\"\n\n[[node.vm.failure]]\nname = \"hang\"\n");
    CHECK(copied(text, {{"group", "web"}}) ==
          "# Two of them.\n[group.web]\nnode = \"vm\"\ndescription = \"\"\"\n[node.not-a-header]\n\"\"\"\n");
    CHECK(copied(text, {{"service", "site"}, {"group", "web"}}).find("# Two of them.\n[group.web]\n") == 0);
    CHECK(copied("[ \"node\" . 'a.b' ]\nmtbf = \"1 d\"", {{"node", "a.b"}}) ==
          "[ \"node\" . 'a.b' ]\nmtbf = \"1 d\"\n");
}

TEST_CASE("what stands in dotted keys and inline tables is copied under a header") {
    CHECK(copied("node.vm.mtbf = \"90 d\"  # long\nnode.vm.mttr = \"2 h\"\nnode.pc.mtbf = \"9 d\"\n",
                 {{"node", "vm"}}) == "[node.vm]\nmtbf = \"90 d\"  # long\nmttr = \"2 h\"\n");
    CHECK(copied("[node]\nvm = { mtbf = \"90 d\", failure = [{ name = \"x\" }] }\npc.mtbf = \"9 d\"\n",
                 {{"node", "pc"}, {"node", "vm"}}) ==
          "[node.vm]\nmtbf = \"90 d\"\nfailure = [{ name = \"x\" }]\n\n[node.pc]\nmtbf = \"9 d\"\n");
    CHECK(copied("node = { vm = { mtbf = \"90 d\" }, pc.mtbf = \"9 d\" }\n", {{"node", "vm"}, {"node", "pc"}}) ==
          "[node.vm]\nmtbf = \"90 d\"\n\n[node.pc]\nmtbf = \"9 d\"\n");
}

TEST_CASE("pasting renames what is taken, and its references follow") {
    const Pasted pasted = paste_things(text, copied(text, {{"node", "vm"}, {"group", "web"}}));
    CHECK(pasted.edited.problem.empty());
    CHECK(pasted.names == Names{{"node", "vm-2"}, {"group", "web-2"}});
    CHECK(pasted.edited.text.starts_with(text));
    const std::string added = pasted.edited.text.substr(text.size());
    CHECK(added.find("node = \"vm-2\"") != std::string::npos);
    CHECK(added.find("[[node.vm-2.failure]]") != std::string::npos);
    CHECK(added.find("# Two of them.\n[group.web-2]") != std::string::npos);
    // Again: what was pasted is taken too.
    CHECK(paste_things(pasted.edited.text, copied(text, {{"node", "vm"}})).names == Names{{"node", "vm-3"}});
    CHECK(paste_things("format = 1\n", copied(text, {{"group", "web"}})).edited.text ==
          "format = 1\n\n" + copied(text, {{"group", "web"}}));
}

TEST_CASE("two pasted things do not get the same id") {
    const Pasted pasted = paste_things("[node.a]\n", "[node.a]\n[node.a-2]\n");
    CHECK(pasted.edited.text == "[node.a]\n\n[node.a-3]\n\n[node.a-2]\n");
    CHECK(pasted.names == Names{{"node", "a-3"}, {"node", "a-2"}});
}

TEST_CASE("a domain is copied with the tables of its parts") {
    const std::string domains = "[domain.eu]\nsplit = \"2 az\"\n\n[domain.\"eu/az1\"]\nrate = \"1 per y\"\n";
    const std::string copy = copied(domains, {{"domain", "eu"}});
    CHECK(copy == domains);
    const Pasted pasted = paste_things(domains, copy);
    CHECK(pasted.names == Names{{"domain", "eu-2"}, {"domain", "eu-2/az1"}});
    CHECK(pasted.edited.text.find("[domain.\"eu-2/az1\"]") != std::string::npos);
}

TEST_CASE("what holds no things is not pasted, and broken text neither copied nor pasted into") {
    for (const char* fragment : {"", "hello\n", "[defaults.node]\nmtbf = \"1 d\"\n", "[scenario]\n", "[node.a\n"}) {
        INFO(fragment);
        const Pasted pasted = paste_things(text, fragment);
        CHECK(pasted.edited.problem == "The clipboard holds no things of a scenario.");
        CHECK(pasted.edited.text == text);
        CHECK(pasted.names.empty());
    }
    CHECK_FALSE(paste_things("a b\n", "[node.a]\n").edited.ok());
    CHECK(copy_things("[node.a]\na b\n", {{"node", "a"}}).text.empty());
    CHECK_FALSE(copy_things("[node.a]\na b\n", {{"node", "a"}}).problem.empty());
    CHECK_FALSE(copy_things(text, {{"node", "x"}}).problem.empty());
}

TEST_CASE("ids of an included file are taken, and what it says too is not copied") {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("nines_fragment_test_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "base.toml") << "format = 1\n[node.vm]\nmtbf = \"90 d\"\n";
    const std::string including = "format = 1\ninclude = [\"base.toml\"]\n[node.vm]\nmttr = \"2 h\"\n[node.own]\n";
    const Included included = included_by(including, folder.string());
    std::filesystem::remove_all(folder);
    CHECK(copy_things(including, {{"node", "vm"}}, included).problem ==
          "An included file defines the node \"vm\" too, so that it cannot be copied in this file alone.");
    CHECK(copy_things(including, {{"node", "own"}}, included).text == "[node.own]\n");
    const Pasted pasted =
        paste_things("format = 1\ninclude = [\"base.toml\"]\n", "[node.vm]\nmtbf = \"9 d\"\n", included);
    CHECK(pasted.names == Names{{"node", "vm-2"}});
}

TEST_CASE("every scenario's things can be copied into an empty one, and say the same there") {
    const Schema schema;
    std::size_t things = 0;
    for (const FileText& file : all_texts()) {
        const Names names = things_in(layout_of(file.text), schema).list;
        // What stands there in the place of things are no tables.
        if (names.empty() || file.path.ends_with("kind_without_id.toml")) continue;
        INFO(file.path);
        const Copied copy = copy_things(file.text, names);
        CHECK(copy.problem.empty());
        const Pasted pasted = paste_things("", copy.text);
        CHECK(pasted.edited.problem.empty());
        CHECK(pasted.names.size() == names.size());
        const auto leaves_of_things = [&](const std::string& of) {
            auto leaves = leaves_of(tree_of(of));
            std::erase_if(leaves, [&](const auto& leaf) {
                return !schema.has_things(leaf.first.substr(0, leaf.first.find('.')));
            });
            std::sort(leaves.begin(), leaves.end());
            return leaves;
        };
        CHECK(leaves_of_things(pasted.edited.text) == leaves_of_things(file.text));
        things += names.size();
    }
    CHECK(things > 300);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <string>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace nines::cli_test;

TEST_CASE("a file that cannot be read is an I/O error for every command", "[cli]") {
    const Folder folder;
    std::filesystem::create_directory(folder.path("folder.toml"));
    const std::string command = GENERATE("run", "validate", "explain", "trace", "bench");
    const std::string file = GENERATE("missing.toml", "folder.toml");
    const Ran ran = folder.nines(command + " " + file);
    CHECK(ran.code == 4);
    CHECK(contains(ran.output + ran.errors, file));
    // What validate finds is its data.
    CHECK(ran.errors.empty() == (command == "validate"));
}

TEST_CASE("text that is no scenario is an invalid scenario for every command", "[cli]") {
    const Folder folder;
    folder.file("empty.toml", "");
    folder.file("binary.toml", std::string("\x7f\x45\x4c\x46\x00\xff\xfe", 7));
    folder.file("half.toml", "format = 1\n[node.web\n");
    const std::string command = GENERATE("run", "validate", "explain", "trace", "bench");
    const std::string file = GENERATE("empty.toml", "binary.toml", "half.toml");
    const Ran ran = folder.nines(command + " " + file);
    CHECK(ran.code == 3);
    CHECK(contains(ran.output + ran.errors, "error E"));
}

TEST_CASE("a hyphen is not a file", "[cli]") {
    const Folder folder;
    CHECK(folder.nines("validate -").code == 4);
}

TEST_CASE("an output in a folder that is not there is an I/O error", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran ran = folder.nines("run site.toml --trials 20 -o missing/results.json");
    CHECK(ran.code == 4);
    CHECK(contains(ran.errors, "missing/results.json"));
}

TEST_CASE("a reader that stops reading ends the program quietly", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran head = folder.shell("nines run site.toml --trials 20 | head -1");
    CHECK(head.output == "Three web servers\n");
    CHECK(head.errors.empty());
    // Where the signal is ignored, the write fails instead.
    const Ran ignored = folder.shell("trap '' PIPE; nines trace site.toml --horizon '1000 y' | head -1");
    CHECK(ignored.errors.empty());
}

TEST_CASE("a full device is an I/O error", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    if (!std::filesystem::exists("/dev/full")) return;
    const Ran ran = folder.shell("nines run site.toml --trials 20 >/dev/full");
    CHECK(ran.code == 4);
    CHECK(contains(ran.errors, "standard output"));
}

TEST_CASE("a closed standard output does not crash the program", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    CHECK(folder.shell("nines run site.toml --trials 20 >&-").code == 4);
    CHECK(folder.shell("nines run site.toml --trials 20 -o r.json >&- 2>&-").code == 0);
}

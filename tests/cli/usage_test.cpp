// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace nines::cli_test;

TEST_CASE("every command teaches by examples", "[cli]") {
    const Folder folder;
    const std::string command = GENERATE("run", "export", "validate", "explain", "presets", "trace", "schema",
                                         "reference", "completion", "bench");
    const Ran ran = folder.nines(command + " --help");
    CHECK(ran.code == 0);
    CHECK(contains(ran.output, "nines " + command));
    CHECK(contains(ran.output, "Example"));
    CHECK(ran.errors.empty());
}

TEST_CASE("the program says its version and compiler", "[cli]") {
    const Folder folder;
    const Ran ran = folder.nines("--version");
    CHECK(ran.code == 0);
    CHECK(contains(ran.output, "nines " NINES_VERSION " ("));
}

TEST_CASE("without a command the program shows its help as a usage error", "[cli]") {
    const Folder folder;
    const Ran ran = folder.nines("");
    CHECK(ran.code == 2);
    CHECK(contains(ran.output, "Begin here"));
}

TEST_CASE("a misspelt command or option is answered with the nearest one", "[cli]") {
    const Folder folder;
    const Ran command = folder.nines("rnu site.toml");
    CHECK(command.code == 2);
    CHECK(contains(command.errors, "did you mean \"run\"?"));
    const Ran option = folder.nines("run site.toml --trails 5");
    CHECK(option.code == 2);
    CHECK(contains(option.errors, "did you mean \"--trials\"?"));
    CHECK(contains(folder.nines("site.toml").errors, "nines run site.toml"));
}

TEST_CASE("the word help is answered like the option", "[cli]") {
    const Folder folder;
    CHECK(folder.nines("help").output == folder.nines("--help").output);
    const Ran run = folder.nines("help run");
    CHECK(run.code == 0);
    CHECK(run.output == folder.nines("run --help").output);
}

TEST_CASE("what is no scenario file is refused in plain words", "[cli]") {
    const Folder folder;
    const Ran directory = folder.nines("run .");
    CHECK(directory.code == 4);
    CHECK(contains(directory.errors, "error E002: . is a folder"));
    const Ran input = folder.shell("echo | nines run -");
    CHECK(input.code == 4);
    CHECK(contains(input.errors, "standard input is not read"));
    folder.file("site.json", "{\"format\": 1}");
    CHECK(contains(folder.nines("validate site.json").output, "this is no TOML"));
}

TEST_CASE("an override that cannot be read is one mistake, not two", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran ran = folder.nines("run site.toml -D node.web.mtbf=30");
    CHECK(ran.code == 3);
    CHECK(contains(ran.errors, "error E021"));
    CHECK_FALSE(contains(ran.errors, "E071"));
}

TEST_CASE("values of options are refused with the remedy that a file's values would get", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const std::string option =
        GENERATE("--horizon 10m", "--horizon '0 s'", "--trials 0", "--trials 1.5", "--trials ten", "--precision 5",
                 "--precision 0%", "--confidence 20%", "--seed -1", "--threads 0", "--at 5", "--format xml",
                 "--color red", "--trials", "-D");
    const Ran ran = folder.nines("run site.toml " + option);
    CHECK(ran.code == 2);
    CHECK(ran.output.empty());
    CHECK(contains(ran.errors, "nines: "));
}

TEST_CASE("a missing file argument is a usage error", "[cli]") {
    const Folder folder;
    const std::string command = GENERATE("run", "validate", "explain", "trace", "bench", "completion");
    CHECK(folder.nines(command).code == 2);
}

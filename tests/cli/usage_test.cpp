// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace nines::cli_test;

TEST_CASE("every command teaches by examples", "[cli]") {
    const Folder folder;
    const std::string command =
        GENERATE("run", "validate", "explain", "presets", "trace", "schema", "reference", "completion", "bench");
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

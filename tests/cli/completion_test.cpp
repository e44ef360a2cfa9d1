// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace nines::cli_test;

namespace {

/// What bash would offer after these words; the last one is being typed.
std::string offered(const Folder& folder, const std::string& words) {
    return folder
        .shell("source <(nines completion bash)\nCOMP_WORDS=(" + words +
               ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_nines\necho \"${COMPREPLY[@]}\"")
        .output;
}

}  // namespace

TEST_CASE("bash completes commands, options, their values and files", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    CHECK(offered(folder, "nines val") == "validate\n");
    CHECK(offered(folder, "nines run --pre") == "--precision\n");
    CHECK(contains(offered(folder, "nines run --format ''"), "json"));
    CHECK(contains(offered(folder, "nines run sit"), "site.toml"));
    CHECK(offered(folder, "nines completion z") == "zsh\n");
}

TEST_CASE("every shell's script knows every command", "[cli]") {
    const Folder folder;
    const std::string shell = GENERATE("bash", "zsh", "fish");
    const Ran ran = folder.nines("completion " + shell);
    CHECK(ran.code == 0);
    for (const std::string command :
         {"run", "validate", "explain", "presets", "trace", "schema", "reference", "bench"}) {
        CHECK(contains(ran.output, command));
    }
    CHECK(contains(ran.output, "allow-large"));
    if (folder.shell("command -v " + shell).code == 0)
        CHECK(folder.shell("nines completion " + shell + " | " + shell + " -n").code == 0);
}

TEST_CASE("completion for an unknown shell is a usage error", "[cli]") {
    const Folder folder;
    CHECK(folder.nines("completion tcsh").code == 2);
}

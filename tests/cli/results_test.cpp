// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace nines::cli_test;
using nlohmann::json;

TEST_CASE("results diff ends with 0 for two seeds of one design and with 1 for a worse one", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    REQUIRE(folder.nines("run site.toml --trials 2000 --seed 1 -q -o old.json").code == 0);
    REQUIRE(folder.nines("run site.toml --trials 2000 --seed 2 -q -o again.json").code == 0);
    REQUIRE(folder.nines("run site.toml --trials 2000 --seed 2 -q -o worse.json -D node.web.mttr=\"4 h\"").code == 0);

    const Ran same = folder.nines("results diff old.json again.json");
    CHECK(same.code == 0);
    CHECK(contains(same.output, "0 changed"));
    const Ran worse = folder.nines("results diff old.json worse.json");
    CHECK(worse.code == 1);
    CHECK(contains(worse.output, "Changed"));
    CHECK(worse.errors.empty());

    CHECK(json::parse(folder.nines("results diff old.json worse.json --format json").output).at("different") == true);
    CHECK(folder.nines("results diff old.json worse.json -o diff.md").code == 1);
    CHECK(contains(read(folder.path("diff.md")), "## Changed"));
}

TEST_CASE("results diff says which file holds no results and why", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    folder.file("other.json", "{\"format\": 1}");
    folder.nines("run site.toml --trials 100 -q -o old.json");
    const Ran other = folder.nines("results diff old.json other.json");
    CHECK(other.code == 4);
    CHECK(contains(other.errors, "other.json holds no results: the document has no \"scenario\""));
    CHECK(contains(other.errors, "hint: "));
    CHECK(contains(folder.nines("results diff old.json site.toml").errors, "it is not JSON"));
    CHECK(contains(folder.nines("results diff old.json none.json").errors, "cannot read none.json"));
    CHECK(folder.nines("results diff old.json .").code == 4);
    CHECK(folder.nines("results diff old.json").code == 2);
    CHECK(folder.nines("results merge old.json old.json").code == 2);
}

TEST_CASE("run --outages writes each outage, and its results are those of a run without", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran with = folder.nines("run site.toml --trials 3000 --format json --no-exact --outages outages.csv");
    const Ran without = folder.nines("run site.toml --trials 3000 --format json --no-exact");
    CHECK(with.code == 0);
    CHECK(with.output == without.output);
    const std::string csv = read(folder.path("outages.csv"));
    CHECK(csv.starts_with("trial,subject,begin,duration,planned,class,cut,causes\r\n"));
    std::size_t rows = 0;
    for (const char letter : csv) rows += letter == '\n' ? 1 : 0;
    for (const json& row : json::parse(with.output).at("metrics")) {
        if (row.at("metric") == "outage_duration_mean") CHECK(row.at("n") == rows - 1);
    }
    CHECK(rows > 10);
}

TEST_CASE("run --outages takes one scenario", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    CHECK(folder.nines("run site.toml site.toml --outages outages.csv").code == 2);
    CHECK(folder.nines("run site.toml --trials 10 --outages none/outages.csv").code == 4);
}

TEST_CASE("completion offers the action of results, then files", "[cli]") {
    const Folder folder;
    folder.file("old.json", "{}");
    const std::string offered =
        folder
            .shell(
                "source <(nines completion bash)\nCOMP_WORDS=(nines results diff ol)\nCOMP_CWORD=3\n_nines\n"
                "echo \"${COMPREPLY[@]}\"\nCOMP_WORDS=(nines results d)\nCOMP_CWORD=2\n_nines\n"
                "echo \"${COMPREPLY[@]}\"")
            .output;
    CHECK(offered == "old.json\ndiff\n");
}

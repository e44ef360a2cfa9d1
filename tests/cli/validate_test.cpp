// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace nines::cli_test;
using nlohmann::json;

namespace {

constexpr std::string_view two_mistakes = R"(format = 1
[node.web]
mtbf = "90 m"
mttr = "2 h"
[group.web]
node = "wep"
count = 3
[service.site]
needs = ["2 of web"]
)";

}  // namespace

TEST_CASE("validate sums up a sound scenario in one line", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran ran = folder.nines("validate site.toml");
    CHECK(ran.code == 0);
    CHECK(ran.output == "site.toml: ok: 1 node, 1 group, 1 service\n");
}

TEST_CASE("validate names every mistake with its place and remedy", "[cli]") {
    const Folder folder;
    folder.file("bad.toml", two_mistakes);
    const Ran ran = folder.nines("validate bad.toml");
    CHECK(ran.code == 3);
    CHECK(contains(ran.output, "bad.toml:3:"));
    CHECK(contains(ran.output, "bad.toml:6:"));
    CHECK(contains(ran.output, "hint: did you mean"));
}

TEST_CASE("validate writes JSON that names each file", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    folder.file("bad.toml", two_mistakes);
    const Ran ran = folder.nines("validate site.toml bad.toml --format json");
    CHECK(ran.code == 3);
    const json document = json::parse(ran.output);
    REQUIRE(document.at("files").size() == 2);
    CHECK(document.at("files").at(0).at("valid") == true);
    CHECK(document.at("files").at(0).at("counts").at("group") == 1);
    CHECK(document.at("files").at(1).at("valid") == false);
    CHECK(document.at("files").at(1).at("diagnostics").at(0).at("line") == 3);
}

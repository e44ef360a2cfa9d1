// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace nines::cli_test;
using nlohmann::json;

TEST_CASE("explain shows each value with its source", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran ran = folder.nines("explain site.toml");
    CHECK(ran.code == 0);
    CHECK(contains(ran.output, "site.toml:7:8"));
    CHECK(contains(ran.output, "service site"));
}

TEST_CASE("explain --what shows one thing and knows the nearest name", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran one = folder.nines("explain site.toml --what group.web");
    CHECK(one.code == 0);
    CHECK(contains(one.output, "count = 3"));
    CHECK_FALSE(contains(one.output, "mtbf"));
    CHECK_FALSE(contains(one.output, "horizon"));
    const Ran wrong = folder.nines("explain site.toml --what group.wep");
    CHECK(wrong.code == 2);
    CHECK(contains(wrong.errors, "did you mean \"group.web\"?"));
    CHECK(contains(folder.nines("explain site.toml --what web").errors, "did you mean \"node.web\" or \"group.web\"?"));
}

TEST_CASE("presets are listed, and one is shown with its sources", "[cli]") {
    const Folder folder;
    CHECK(contains(folder.nines("presets").output, "cloud-vm"));
    const Ran one = folder.nines("presets cloud-vm");
    CHECK(one.code == 0);
    CHECK(contains(one.output, "estimated: "));
    const Ran wrong = folder.nines("presets cloud-vn");
    CHECK(wrong.code == 2);
    CHECK(contains(wrong.errors, "did you mean \"cloud-vm\"?"));
    const json document = json::parse(folder.nines("presets --format json").output);
    CHECK(document.at("presets").size() > 5);
    CHECK_FALSE(document.at("presets").at(0).at("values").at(0).at("source").get<std::string>().empty());
}

TEST_CASE("schema prints a JSON Schema and reference the manual", "[cli]") {
    const Folder folder;
    CHECK(contains(json::parse(folder.nines("schema").output).at("$schema").get<std::string>(), "json-schema.org"));
    CHECK(contains(folder.nines("reference").output, "mtbf"));
    CHECK(contains(folder.nines("reference --diagnostics").output, "E001"));
}

TEST_CASE("bench prints one line of JSON for each file", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran ran = folder.nines("bench site.toml site.toml --trials 200 --format json");
    CHECK(ran.code == 0);
    const auto end = ran.output.find('\n');
    const json first = json::parse(ran.output.substr(0, end));
    CHECK(first.at("trials") == 200);
    CHECK(first.at("events_per_second") > 0.0);
    CHECK(first.at("peak_memory_bytes") > 0.0);
    CHECK(json::parse(ran.output.substr(end + 1)).at("file") == "site.toml");
    CHECK(contains(folder.nines("bench site.toml --trials 200").output, "ns/event"));
}

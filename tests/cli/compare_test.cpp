// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdexcept>
#include <string>

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace nines::cli_test;
using nlohmann::json;

namespace {

std::string pool(int count, const std::string& title) {
    return "format = 1\nscenario = { name = '''" + title +
           "''' }\n[node.vm]\nmtbf = \"30 d\"\nmttr = \"8 h\"\n[group.web]\nnode = \"vm\"\ncount = " +
           std::to_string(count) + "\n[service.shop]\nneeds = [\"web\"]\n";
}

const json& difference(const json& document, const std::string& metric) {
    for (const json& row : document.at("differences")) {
        if (row.at("metric") == metric) return row;
    }
    throw std::runtime_error("no difference of " + metric);
}

}  // namespace

TEST_CASE("compare says which design is better, by how much and what they differ by", "[cli]") {
    const Folder folder;
    folder.file("one.toml", pool(1, "One server"));
    folder.file("two.toml", pool(2, "Two servers"));
    const Ran ran = folder.nines("compare one.toml two.toml --trials 2000");
    CHECK(ran.code == 0);
    CHECK(ran.errors.empty());
    CHECK(contains(ran.output, "2 designs, each over the same 2,000 trials"));
    CHECK(contains(ran.output, "less"));
    CHECK(contains(ran.output, "better"));
    CHECK(contains(ran.output, "group.web: count = 1 -> 2"));
}

TEST_CASE("compare as JSON has each design's metrics, as run finds them, and their differences", "[cli]") {
    const Folder folder;
    folder.file("one.toml", pool(1, "One server"));
    folder.file("two.toml", pool(2, "Two servers"));
    const json document = json::parse(folder.nines("compare one.toml two.toml --trials 500 --format json").output);
    const json own = json::parse(folder.nines("run two.toml --trials 500 --no-exact --format json").output);
    CHECK(document.at("format") == 1);
    CHECK(document.at("designs").size() == 2);
    CHECK(document.at("designs")[1].at("changes")[0].at("path") == "count");
    const json& down = difference(document, "downtime_per_year");
    CHECK(down.at("a") == "One server");
    CHECK(down.at("of_a").get<double>() - down.at("of_b").get<double>() == Approx(down.at("estimate").get<double>()));
    CHECK(down.at("verdict") == "b_better");
    for (const json& row : own.at("metrics")) {
        if (row.at("metric") != "downtime_per_year" || row.at("subject") != "service:shop") continue;
        CHECK(row.at("estimate").get<double>() == Approx(down.at("of_b").get<double>()).epsilon(1e-12));
    }
}

TEST_CASE("Names with markup, quotes and commas do no harm in any format", "[cli]") {
    const Folder folder;
    folder.file("one.toml", pool(1, R"(<b>"One", |server|\n)"));
    folder.file("two.toml", pool(2, "=cmd|' /C calc'!A0,"));
    const std::string command = "compare one.toml two.toml --trials 100 --format ";
    const std::string csv = folder.nines(command + "csv").output;
    CHECK(contains(csv, R"("<b>""One"", |server|\n")"));
    CHECK(contains(csv, R"("'=cmd|)"));
    const std::string markdown = folder.nines(command + "md").output;
    CHECK_FALSE(contains(markdown, "<b>"));
    CHECK(contains(markdown, R"(&lt;b\>"One", \|server\|)"));
    CHECK(json::parse(folder.nines(command + "json").output).at("designs")[0].at("name") == R"(<b>"One", |server|\n)");
}

TEST_CASE("What compare cannot do it says precisely", "[cli]") {
    const Folder folder;
    folder.file("one.toml", pool(1, "One server"));
    const Ran alone = folder.nines("compare one.toml");
    CHECK(alone.code == 2);
    CHECK(contains(alone.errors, "at least two"));
    const Ran zone = folder.nines("compare one.toml one.toml --indifference downtime_per_yaer=5min");
    CHECK(zone.code == 2);
    CHECK(contains(zone.errors, "did you mean \"downtime_per_year\"?"));
    const Ran missing = folder.nines("compare one.toml nowhere.toml");
    CHECK(missing.code == 4);
    CHECK(contains(missing.errors, "nowhere.toml"));
}

TEST_CASE("A comparison that would not fit into memory is refused", "[cli]") {
    const Folder folder;
    folder.file("one.toml", pool(1, "One server"));
    const Ran ran = folder.nines("compare one.toml one.toml --trials 1e9");
    CHECK(ran.code == 2);
    CHECK(contains(ran.errors, "E202"));
    CHECK(contains(ran.errors, "--allow-large"));
}

TEST_CASE("Designs over different horizons are not compared", "[cli]") {
    const Folder folder;
    folder.file("one.toml", pool(1, "One server"));
    folder.file("long.toml",
                "format = 1\n[scenario]\nhorizon = \"2 y\"\n[node.vm]\nmtbf = \"30 d\"\nmttr = \"8 "
                "h\"\n[group.web]\nnode = \"vm\"\n[service.shop]\nneeds = [\"web\"]\n");
    const Ran ran = folder.nines("compare one.toml long.toml");
    CHECK(ran.code == 2);
    CHECK(contains(ran.errors, "E201"));
    CHECK(folder.nines("compare one.toml long.toml --horizon \"1 y\" --trials 100").code == 0);
}

TEST_CASE("What is alike within the zone of indifference is said to be", "[cli]") {
    const Folder folder;
    folder.file("one.toml", pool(1, "One server"));
    const Ran ran = folder.nines("compare one.toml one.toml --trials 200 --indifference 5% --format csv");
    CHECK(ran.code == 0);
    CHECK(contains(ran.output, ",alike,"));
}

TEST_CASE("An interrupted comparison reports what all designs have done", "[cli]") {
    const Folder folder;
    folder.file("one.toml", pool(1, "One server"));
    folder.file("two.toml", pool(2, "Two servers"));
    const Ran ran = folder.shell("timeout --preserve-status -s INT 0.7 " NINES_PROGRAM
                                 " compare one.toml two.toml --trials 1e7 --format json");
    CHECK(ran.code == 5);
    const json document = json::parse(ran.output);
    CHECK(document.at("run").at("stopped") == "interrupted");
    CHECK(document.at("run").at("trials").get<double>() > 0);
    CHECK(contains(ran.errors, "interrupted"));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace nines::cli_test;
using nlohmann::json;

namespace {

const std::string varied = std::string(two_of_three) + "[[vary]]\npath = \"group.web.count\"\nvalues = [2, 3, 4]\n";

}  // namespace

TEST_CASE("sweep runs the grid of the scenario, or that of the command line", "[cli]") {
    const Folder folder;
    folder.file("site.toml", varied);
    const Ran own = folder.nines("sweep site.toml --trials 200 --format csv");
    CHECK(own.code == 0);
    CHECK(contains(own.output, "point,group.web.count,subject"));
    const Ran text = folder.nines("sweep site.toml --trials 200 -V \"node.web.mttr=1 h,2 h\" -V group.web.count=3,4");
    CHECK(text.code == 0);
    CHECK(contains(text.output, "4 points, 200 trials each"));
    CHECK(text.errors.empty());
    const json document =
        json::parse(folder.nines("sweep site.toml --trials 200 --metric availability --format json").output);
    CHECK(document.at("rows").size() == 3);
    CHECK(folder.nines("sweep site.toml --trials 200 --threads 1 --format json").output ==
          folder.nines("sweep site.toml --trials 200 --threads 2 --format json").output);
}

TEST_CASE("sweep says what is wrong with a value, a metric or a scenario without values", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran nothing = folder.nines("sweep site.toml");
    CHECK(nothing.code == 2);
    CHECK(contains(nothing.errors, "nothing varies"));
    const Ran point = folder.nines("sweep site.toml -V group.web.count=3,1");
    CHECK(point.code == 3);
    CHECK(contains(point.errors, "at group.web.count = 1:"));
    const Ran metric = folder.nines("sweep site.toml -V group.web.count=3,4 --metric availabilty");
    CHECK(metric.code == 2);
    CHECK(contains(metric.errors, "did you mean \"availability\"?"));
    CHECK(folder.nines("sweep site.toml -V group.web.count").code == 2);
    CHECK(folder.nines("sweep missing.toml -V a.b.c=1").code == 4);
}

TEST_CASE("sweep --tornado and importance sort what matters", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran tornado = folder.nines("sweep site.toml --tornado --range 20% --trials 500");
    CHECK(tornado.code == 0);
    CHECK(contains(tornado.output, "node.web.mtbf"));
    CHECK(contains(tornado.output, "Elasticity"));
    CHECK(folder.nines("sweep site.toml --tornado --range 0%").code == 2);
    const Ran importance = folder.nines("importance site.toml --trials 500 --format md");
    CHECK(importance.code == 0);
    CHECK(contains(importance.output, "group:web"));
}

TEST_CASE("gate passes, fails or cannot tell, by its exit code", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    CHECK(folder.nines("gate site.toml").code == 0);  // its slo
    const Ran pass = folder.nines("gate site.toml --require \"availability >= 99%\" --junit gate.xml");
    CHECK(pass.code == 0);
    CHECK(contains(pass.output, "pass"));
    CHECK(
        contains(read(folder.path("gate.xml")), "<testcase classname=\"site.toml\" name=\"availability &gt;= 99%\"/>"));
    CHECK(folder.nines("gate site.toml --require \"availability >= 99.99999%\"").code == 1);
    CHECK(folder.nines("gate site.toml --trials 100 --require \"P(recovery_time <= 1 h) >= 63%\"").code == 5);
    const Ran wrong = folder.nines("gate site.toml --require \"availabilty >= 99%\"");
    CHECK(wrong.code == 2);
    CHECK(contains(wrong.errors, "column 1: there is no metric \"availabilty\""));
    CHECK(folder.nines("gate site.toml --require \"availability of shap >= 99%\"").code == 2);
}

TEST_CASE("gate holds a run against an earlier one", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    REQUIRE(folder.nines("run site.toml --trials 20000 -o last.json").code == 0);
    CHECK(folder.nines("gate site.toml --baseline last.json --metric downtime_per_year --tolerance 30%").code == 0);
    const Ran worse = folder.nines("gate site.toml -D \"node.web.mttr=6 h\" --baseline last.json --format json");
    CHECK(worse.code == 1);
    CHECK(json::parse(worse.output).at("verdict") == "fail");
    CHECK(folder.nines("gate site.toml --baseline site.toml").code == 2);
    CHECK(folder.nines("gate site.toml --baseline none.json").code == 4);
}

TEST_CASE("optimise finds the cheapest that is good enough, or that none is", "[cli]") {
    const Folder folder;
    folder.file("site.toml", varied);
    const Ran found = folder.nines("optimise site.toml --price group.web.count=100 --format json");
    CHECK(found.code == 0);
    CHECK(json::parse(found.output).at("best") == 2.0);
    CHECK(folder
              .nines("optimise site.toml --price group.web.count=100 --require \"availability >= 99.99999999%\" "
                     "--trials 20000")
              .code != 0);
    CHECK(folder.nines("optimise site.toml --price group.wob.count=100").code == 2);
    CHECK(folder.nines("optimise site.toml --price web=much").code == 2);
}

TEST_CASE("a requirement on a hostile file name is only text in the JUnit file", "[cli]") {
    const Folder folder;
    folder.file("a<b>'c',&.toml", two_of_three);
    const Ran ran = folder.nines("gate \"a<b>'c',&.toml\" --junit gate.xml");
    CHECK(ran.code == 0);
    const std::string xml = read(folder.path("gate.xml"));
    CHECK(contains(xml, "a&lt;b&gt;"));
    CHECK(contains(xml, ",&amp;.toml"));
    CHECK_FALSE(contains(xml, "<b>"));
}

TEST_CASE("run says on standard error that the file varies keys, and is quiet when told to be", "[cli]") {
    const Folder folder;
    folder.file("site.toml", varied);
    const Ran ran = folder.nines("run site.toml --trials 100");
    CHECK(ran.code == 0);
    CHECK(contains(ran.errors, "site.toml: one design was run; the file varies 1 key, which `nines sweep` tries"));
    CHECK_FALSE(contains(ran.output, "varies"));
    CHECK(folder.nines("run site.toml --trials 100 -q").errors.empty());
}

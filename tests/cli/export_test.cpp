// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <string>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace nines::cli_test;

namespace {

/// A design that no chain can follow.
constexpr std::string_view by_calendar = R"(format = 1
[node.web]
mtbf = "90 d"
mttr = "2 h"
[group.web]
node = "web"
count = 2
maintenance = { every = "30 d", takes = "1 h" }
[service.site]
needs = ["1 of web"]
)";

}  // namespace

TEST_CASE("the ending of the output names the format of an export", "[cli][export]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    CHECK(folder.nines("export site.toml -o site.prism").code == 0);
    CHECK(contains(read(folder.path("site.prism")), "// Three web servers, exported by Nines " NINES_VERSION "\n"));
    CHECK(folder.nines("export site.toml -o site.dot").code == 0);
    CHECK(contains(read(folder.path("site.dot")), "digraph \"Three web servers\""));
    CHECK(folder.nines("export site.toml -o site.xml").code == 0);
    CHECK(contains(read(folder.path("site.xml")), "<atleast min=\"2\">"));
    CHECK(folder.nines("export site.toml -o site.pdf").code == 2);
    CHECK_FALSE(std::filesystem::exists(folder.path("site.pdf")));
}

TEST_CASE("a chain is exported as two files beside each other", "[cli][export]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const std::string output = GENERATE("site", "site.tra", "site.lab");
    const Ran ran = folder.nines("export site.toml --format tra -o " + output);
    CHECK(ran.code == 0);
    CHECK(ran.output.empty());
    CHECK(ran.errors.empty());
    // Three alike, two needed: four states, down in the last two.
    CHECK(read(folder.path("site.tra")).starts_with("4 6\n0 1 0.0013888"));
    CHECK(read(folder.path("site.lab")) == "0=\"init\" 1=\"down_site\"\n0: 0\n2: 1\n3: 1\n");
}

TEST_CASE("two files are written both or not at all", "[cli][export]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    std::filesystem::create_directory(folder.path("site.lab"));
    const Ran ran = folder.nines("export site.toml --format tra -o site");
    CHECK(ran.code == 4);
    CHECK(contains(ran.errors, "site.lab"));
    CHECK_FALSE(std::filesystem::exists(folder.path("site.tra")));
}

TEST_CASE("a format that is one file goes to standard output", "[cli][export]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran prism = folder.nines("export site.toml --format prism");
    CHECK(prism.code == 0);
    CHECK(contains(prism.output, "\nctmc\n"));
    const Ran tra = folder.nines("export site.toml --format tra");
    CHECK(tra.code == 2);
    CHECK(contains(tra.errors, "PATH.tra and PATH.lab"));
    CHECK(folder.nines("export site.toml").code == 2);
}

TEST_CASE("a service that is not there is answered with the nearest one", "[cli][export]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    CHECK(folder.nines("export site.toml --format dot --service site").code == 0);
    const Ran ran = folder.nines("export site.toml --format dot --service sit");
    CHECK(ran.code == 2);
    CHECK(contains(ran.errors, "no service \"sit\""));
    CHECK(contains(ran.errors, "did you mean"));
}

TEST_CASE("what cannot be exported leaves no file and says why in the words of solve", "[cli][export]") {
    const Folder folder;
    folder.file("calendar.toml", by_calendar);
    const std::string format = GENERATE("tra", "prism", "dot", "open-psa");
    const Ran ran = folder.nines("export calendar.toml -o out --format " + format);
    CHECK(ran.code == 5);
    CHECK(contains(ran.errors, "node:web/1:maintenance is planned by the calendar"));
    CHECK(contains(ran.errors, "hint: simulate: nines run"));
    CHECK_FALSE(std::filesystem::exists(folder.path("out")));
    CHECK_FALSE(std::filesystem::exists(folder.path("out.tra")));
}

TEST_CASE("an approximated law is a warning, and the export is still made", "[cli][export]") {
    const Folder folder;
    folder.file("site.toml", R"(format = 1
[node.web]
mtbf = "90 d"
ttr = "2 h"
[service.site]
needs = ["web"]
)");
    const Ran ran = folder.nines("export site.toml --format prism");
    CHECK(ran.code == 0);
    CHECK(contains(ran.errors, "warning: 2 h: 32 phases"));
    CHECK(contains(ran.output, "// 2 h is made of 32 phases\n"));
    // A fault tree only needs the mean.
    CHECK(folder.nines("export site.toml --format open-psa").errors.empty());
}

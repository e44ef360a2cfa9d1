// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <stdexcept>
#include <string>

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace nines::cli_test;
using nlohmann::json;

namespace {

const json& row(const json& document, const std::string& subject, const std::string& metric) {
    for (const json& candidate : document.at("metrics")) {
        if (candidate.at("subject") == subject && candidate.at("metric") == metric) return candidate;
    }
    throw std::runtime_error("no row " + metric);
}

}  // namespace

TEST_CASE("run prints the report on standard output and nothing on standard error", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran ran = folder.nines("run site.toml");
    CHECK(ran.code == 0);
    CHECK(contains(ran.output, "Service site"));
    CHECK(contains(ran.output, "10,000 trials"));
    CHECK(contains(ran.output, "Assumptions"));
    CHECK(ran.errors.empty());
}

TEST_CASE("run finds the availability of two of three servers", "[cli][oracle]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran ran = folder.nines("run site.toml --steady --format json --trials 20000");
    const json document = json::parse(ran.output);
    // Independent units with a = 2160 / 2162: unavailability = 3 (1 - a)^2 a + (1 - a)^3.
    const double u = 2.0 / 2162.0;
    const double expected = 3.0 * u * u * (1.0 - u) + u * u * u;
    const json& found = row(document, "service:site", "unavailability");
    const double half_width = 0.5 * (found.at("high").get<double>() - found.at("low").get<double>());
    const double z = (found.at("estimate").get<double>() - expected) / (half_width / 1.96);
    CHECK(std::abs(z) < 4.5);
    CHECK(document.at("run").at("steady") == true);
    // 20 times the longest mean repair, 2 h.
    CHECK(document.at("run").at("warm_up") == 144000.0);
}

TEST_CASE("run gives the same bytes for any number of threads", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const std::string one = folder.nines("run site.toml --format json --trials 3000 --threads 1").output;
    REQUIRE(json::parse(one).at("run").at("trials") == 3000);
    CHECK(folder.nines("run site.toml --format json --trials 3000 --threads 2").output == one);
    CHECK(folder.nines("run site.toml --format json --trials 3000 --threads 5").output == one);
    CHECK(folder.nines("run site.toml --format json --trials 3000 --seed 2").output != one);
    CHECK_FALSE(contains(one, "wall"));
}

TEST_CASE("a target precision ends a run alike on any number of threads", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran one = folder.nines("run site.toml --format json --precision 20% --threads 1");
    const Ran five = folder.nines("run site.toml --format json --precision 20% --threads 5");
    CHECK(one.code == 0);
    CHECK(json::parse(one.output).at("run").at("stopped") == "precision");
    CHECK(one.output == five.output);
}

TEST_CASE("run says with exit code 5 that the precision was not reached", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran ran = folder.nines("run site.toml --format json --precision 0.1% --trials 200");
    CHECK(ran.code == 5);
    CHECK(json::parse(ran.output).at("run").at("stopped") == "limit");
    CHECK(contains(ran.errors, "precision is not reached"));
}

TEST_CASE("options override the scenario's experiment", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran ran = folder.nines(
        "run site.toml --format json --trials 50 --seed 7 --horizon '2 y' --confidence 90% --at '1 h, 30 d'");
    const json document = json::parse(ran.output);
    CHECK(document.at("run").at("trials") == 50);
    CHECK(document.at("run").at("seed") == 7);
    CHECK(document.at("run").at("horizon") == 2 * 31536000.0);
    CHECK(document.at("run").at("confidence") == 0.9);
    CHECK(row(document, "service:site", "point_availability").at("at") == 3600.0);
}

TEST_CASE("option -D changes one value of the scenario", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran ran = folder.nines("run site.toml --format json --trials 50 -D group.web.count=4 -D node.web.mttr='1 h'");
    REQUIRE(ran.code == 0);
    CHECK(contains(ran.output, "node:web/4"));
    const Ran wrong = folder.nines("run site.toml -D node.wep.mttr='1 h'");
    CHECK(wrong.code == 3);
    CHECK(contains(wrong.errors, "node.wep"));
}

TEST_CASE("run writes text, CSV and Markdown too", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const std::string csv = folder.nines("run site.toml --trials 50 --format csv").output;
    CHECK(csv.rfind("subject,metric,class,unit,estimate,low,high,n,method", 0) == 0);
    const std::string markdown = folder.nines("run site.toml --trials 50 --format md").output;
    CHECK(contains(markdown, "| "));
    CHECK(contains(markdown, "# "));
}

TEST_CASE("option -o takes the format from the ending and writes the file whole", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran ran = folder.nines("run site.toml --trials 50 -o results.json");
    CHECK(ran.code == 0);
    CHECK(ran.output.empty());
    CHECK(json::parse(read(folder.path("results.json"))).at("format") == 1);

    folder.nines("run site.toml --trials 50 -o results.txt");
    CHECK(contains(read(folder.path("results.txt")), "Service site"));
    CHECK_FALSE(contains(read(folder.path("results.txt")), "\x1b["));
    const Ran unknown = folder.nines("run site.toml --trials 50 -o results.xyz");
    CHECK(unknown.code == 2);
    CHECK(contains(unknown.errors, "results.xyz"));
}

TEST_CASE("a failed write leaves the old file as it was", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    folder.file("results.json", "old");
    // A limit of 1 KiB a file stands for a full disk.
    const Ran ran = folder.shell("trap '' XFSZ; ulimit -f 1; nines run site.toml --trials 50 -o results.json");
    CHECK(ran.code == 4);
    CHECK(read(folder.path("results.json")) == "old");
    CHECK(contains(ran.errors, "results.json"));
    int left = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path("."))) {
        left += entry.path().filename().string().rfind("results", 0) == 0 ? 1 : 0;
    }
    CHECK(left == 1);
}

TEST_CASE("Ctrl-C ends a run early with valid results", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const std::string signal = GENERATE("INT", "TERM");
    const Ran ran = folder.shell("timeout --preserve-status -s " + signal +
                                 " 0.5 " NINES_PROGRAM " run site.toml --trials 1e9 --format json");
    CHECK(ran.code == 5);
    const json document = json::parse(ran.output);
    CHECK(document.at("run").at("stopped") == "interrupted");
    CHECK(document.at("run").at("trials") > 0);
    CHECK(document.at("run").at("trials") < 1000000000);
    CHECK(contains(ran.errors, "interrupted"));
}

TEST_CASE("a run that nobody could wait for is refused unless it is allowed", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran refused = folder.nines("run site.toml --trials 1e12");
    CHECK(refused.code == 2);
    CHECK(contains(refused.errors, "E200"));
    CHECK(contains(refused.errors, "--allow-large"));
    const Ran allowed = folder.shell("timeout --preserve-status -s INT 0.3 " NINES_PROGRAM
                                     " run site.toml --trials 1e12 --allow-large -q");
    CHECK(allowed.code == 5);
    CHECK(allowed.errors.empty());
}

TEST_CASE("an instant after the horizon is refused", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const Ran ran = folder.nines("run site.toml --horizon '1 d' --at '2 d'");
    CHECK(ran.code == 2);
    CHECK(contains(ran.errors, "horizon"));
}

TEST_CASE("several files are run in turn and the first mishap decides the exit code", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    folder.file("bad.toml", "format = 1\nthis is not TOML\n");
    const Ran ran = folder.nines("run bad.toml site.toml --trials 20");
    CHECK(ran.code == 3);
    CHECK(contains(ran.errors, "bad.toml:2"));
    CHECK(contains(ran.output, "Service site"));
    CHECK(folder.nines("run site.toml site.toml -o one.json").code == 2);
}

TEST_CASE("colour is asked for by option or environment", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const auto coloured = [&](const std::string& line) { return contains(folder.shell(line).output, "\x1b["); };
    CHECK_FALSE(coloured("nines run site.toml --trials 20"));
    CHECK(coloured("nines run site.toml --trials 20 --color always"));
    CHECK(coloured("FORCE_COLOR=1 nines run site.toml --trials 20"));
    CHECK_FALSE(coloured("NO_COLOR=1 FORCE_COLOR=1 nines run site.toml --trials 20"));
    CHECK(coloured("NO_COLOR=1 nines run site.toml --trials 20 --color always"));
    CHECK_FALSE(coloured("FORCE_COLOR=1 nines run site.toml --trials 20 --color never"));
}

TEST_CASE("option --ascii and a locale without UTF-8 give plain ASCII", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    const auto is_ascii = [](const std::string& text) {
        return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
    };
    CHECK_FALSE(is_ascii(folder.nines("run site.toml --trials 2000").output));
    CHECK(is_ascii(folder.nines("run site.toml --trials 2000 --ascii").output));
    CHECK(is_ascii(folder.shell("LC_ALL=C nines run site.toml --trials 2000").output));
}

TEST_CASE("a terminal shows the progress and is left clean", "[cli]") {
    const Folder folder;
    folder.file("site.toml", two_of_three);
    if (folder.shell("command -v script").code != 0) return;
    const Ran ran =
        folder.shell("script -qec \"" NINES_PROGRAM " run site.toml --trials 1e5 --format csv -o r.csv\" /dev/null");
    CHECK(contains(ran.output, "of 100,000 trials"));
    CHECK(contains(ran.output, "\r\x1b[K"));
    const Ran quiet =
        folder.shell("script -qec \"" NINES_PROGRAM " run site.toml --trials 1e4 -q --format csv -o r.csv\" /dev/null");
    CHECK_FALSE(contains(quiet.output, "trials"));
}

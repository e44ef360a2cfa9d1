// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "models/selfcheck/cells.hpp"
#include "models/selfcheck/page.hpp"
#include "tests/catch.hpp"

/// The catalogue of published figures, without simulation: `nines selfcheck --quick` is a test of its own.
namespace {

using namespace nines;
using namespace nines::selfcheck;

selfcheck::Case case_named(const std::string& name) {
    std::vector<std::string> unknown;
    const auto found = chosen_cases(catalogue(), {name}, unknown);
    REQUIRE(found.size() == 1);
    return found.front();
}

Count counted(const selfcheck::Case& one, const CheckOptions& options) {
    Count count;
    count.add(check(one, options));
    return count;
}

/// The lines of a page without what only a long run knows: of a table's rows the figure, the published number and the
/// exact one.
std::vector<std::string> lasting_lines(const std::string& page) {
    std::vector<std::string> lines;
    std::istringstream stream(page);
    for (std::string line; std::getline(stream, line);) {
        if (line.starts_with("All ") || line.find(" differ or were not had: ") != std::string::npos) continue;
        if (!line.starts_with("| ")) {
            lines.push_back(line);
            continue;
        }
        std::size_t end = 0;
        for (int cell = 0; cell < 3; ++cell) end = line.find(" | ", end + 1);
        lines.push_back(line.substr(0, end));
    }
    return lines;
}

std::string text_of(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string problems_of(const std::string& figure, const std::string& more = {}) {
    const Catalogue read = read_catalogue("t.toml", "[case.a]\ntitle = \"A\"\nscenario = \"a.toml\"\nsource = \"b\"\n" +
                                                        more + "[[case.a.run]]\nfigures = [{ " + figure + " }]\n");
    std::string text;
    for (const std::string& problem : read.problems) text += problem + "\n";
    return text;
}

}  // namespace

TEST_CASE("the catalogue of published figures is without fault and leaves out no reference scenario", "[published]") {
    const Catalogue all = catalogue();
    for (const std::string& problem : all.problems) FAIL_CHECK(problem);
    REQUIRE(all.cases.size() > 30);
    std::set<std::string> names;
    for (const selfcheck::Case& one : all.cases) CHECK(names.insert(one.name).second);
    for (const auto& entry : std::filesystem::directory_iterator(NINES_SOURCE_DIR "/scenarios/reference")) {
        const std::string file = entry.path().filename().string();
        INFO(file);
        CHECK(std::ranges::any_of(all.cases, [&](const selfcheck::Case& one) { return one.scenario == file; }));
    }
}

TEST_CASE("the exact engine gives what was published, in every case that it can solve", "[published]") {
    Count count;
    for (const selfcheck::Case& one : catalogue().cases) {
        const CaseOutcome outcome = check(one, {.simulate = false});
        count.add(outcome);
        for (const RunOutcome& run : outcome.runs) {
            INFO(title_of(run, one));
            CHECK(run.problem.empty());
            for (const Outcome& figure : run.outcomes) {
                INFO(cells_of(figure).figure << ": " << cells_of(figure).verdict);
                CHECK(figure.exact_agrees());
            }
        }
    }
    CHECK(count.solved > 200);
}

TEST_CASE("docs/validation.md shows the figures of this program", "[published]") {
    std::vector<CaseOutcome> outcomes;
    for (const selfcheck::Case& one : catalogue().cases) outcomes.push_back(check(one, {.simulate = false}));
    const auto today = lasting_lines(markdown_page(outcomes));
    const auto written = lasting_lines(text_of(NINES_SOURCE_DIR "/docs/validation.md"));
    INFO("mend it with: nines selfcheck --format md > docs/validation.md");
    CHECK(today.size() == written.size());
    for (std::size_t i = 0; i < std::min(today.size(), written.size()); ++i) CHECK(today[i] == written[i]);
}

TEST_CASE("a published figure that is off by little more than its tolerance is found", "[published]") {
    selfcheck::Case one = case_named("pair-hot");
    const std::size_t before = counted(one, {.simulate = false}).wrong;
    CHECK(before == 0);
    one.runs.front().figures.front().published *= 1.0 + 2e-9;
    CHECK(counted(one, {.simulate = false}).wrong == 1);
}

TEST_CASE("a simulated figure is held against the published one where there is no exact one", "[published]") {
    selfcheck::Case one = case_named("maintained-pair");
    const Count right = counted(one, {.quick = true});
    CHECK(right.solved == 0);
    CHECK(right.simulated == right.figures);
    CHECK(right.wrong == 0);
    one.runs.front().figures.front().published *= 2.0;  // as if the windows came twice as often
    CHECK(counted(one, {.quick = true}).wrong == 1);
}

TEST_CASE("a run that asks for what the scenario does not have fails with the scenario's own diagnostic",
          "[published]") {
    selfcheck::Case one = case_named("pair-hot");
    one.runs.front().overrides = {"node.nothing.mttf=1 h"};
    const CaseOutcome outcome = check(one, {.simulate = false});
    CHECK_FALSE(outcome.runs.front().problem.empty());
    Count count;
    count.add(outcome);
    CHECK(count.wrong == one.runs.front().figures.size());
}

TEST_CASE("a case whose scenario is not part of the program fails", "[published]") {
    selfcheck::Case one = case_named("pair-hot");
    one.scenario = "elsewhere.toml";
    CHECK(check(one, {.simulate = false}).runs.front().problem == "the program has no scenario elsewhere.toml");
}

TEST_CASE("a figure that nobody can give is not passed over in silence", "[published]") {
    selfcheck::Case one = case_named("pair-hot");
    one.runs.front().figures.front().subject = "service:nobody";
    const CaseOutcome outcome = check(one, {.simulate = false});
    CHECK(cells_of(outcome.runs.front().outcomes.front()).verdict == "not had");
    Count count;
    count.add(outcome);
    CHECK(count.wrong == 1);
}

TEST_CASE("cases are chosen by the beginning of their names", "[published]") {
    std::vector<std::string> unknown;
    CHECK(chosen_cases(catalogue(), {"pair"}, unknown).size() == 3);
    CHECK(unknown.empty());
    CHECK(chosen_cases(catalogue(), {"nothing"}, unknown).empty());
    CHECK(unknown == std::vector<std::string>{"nothing"});
    CHECK(chosen_cases(catalogue(), {}, unknown).size() == catalogue().cases.size());
}

TEST_CASE("mistakes in a catalogue are said with their place", "[published]") {
    const std::string good = "of = \"service:s\", metric = \"availability\", is = 0.5, tolerance = 1e-9";
    CHECK(problems_of(good).empty());
    CHECK(problems_of(good + ", unit = \"h\"") == "a, run 1, figures 1: \"h\" is not a unit of availability\n");
    CHECK(problems_of(good + ", unit = \"fortnights\"") == "a, run 1, figures 1: there is no unit \"fortnights\"\n");
    CHECK(problems_of(good + ", as = 1") == "a, run 1, figures 1: unknown key \"as\"\n");
    CHECK(problems_of(good + ", provenance = \"hearsay\"") ==
          "a, run 1, figures 1: provenance \"hearsay\" is not known\n");
    CHECK(problems_of("of = \"service:s\", metric = \"availability\", is = 0.5") ==
          "a, run 1, figures 1: no tolerance\n");
    CHECK(problems_of("of = \"service:s\", metric = \"availability\", is = 0.5", "tolerance = 1e-9\n").empty());
    CHECK(problems_of("of = \"service:s\", metric = \"uptime\", is = 0.5, tolerance = 1e-9") ==
          "a, run 1, figures 1: there is no metric \"uptime\"\n");
    CHECK_FALSE(problems_of("of = ").empty());
    CHECK(read_catalogue("t.toml", "").problems.size() == 1);
}

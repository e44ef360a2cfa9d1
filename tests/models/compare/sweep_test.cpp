// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/sweep.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "models/report/decision_sheets.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/scenario/save.hpp"
#include "tests/models/compare/designs.hpp"

namespace nines::compare {

namespace {

OpenPoint opener(const std::string& text) {
    return [text](const std::vector<std::string>& overrides) {
        return validate::open_text("design.toml", text, {.overrides = overrides, .folder = {}, .check_varied = false});
    };
}

std::vector<scenario::Vary> varied(const std::vector<std::string>& texts) {
    std::vector<scenario::Vary> all;
    for (const std::string& text : texts) {
        const auto vary = parse_vary(text);
        REQUIRE(vary);
        all.push_back(*vary);
    }
    return all;
}

Sweep sweep_of(const std::string& text, const std::vector<std::string>& vary, std::uint64_t trials) {
    const SweepPlan plan = prepare_sweep(varied(vary), opener(text), options_of(trials).study);
    REQUIRE(plan.problems.empty());
    return run_sweep(plan, {{"", "availability", ""}});
}

std::vector<std::string> range(const std::string& from, const std::string& to, std::size_t steps,
                               scenario::VaryScale scale = scenario::VaryScale::linear) {
    const auto values = scenario::range_values({from}, {to}, steps, scale);
    REQUIRE(values);
    return *values;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("A grid takes all combinations, the last key fastest, and keys with `with` go along") {
    const std::string text = pool(2) +
                             "[[vary]]\npath = \"group.web.count\"\nvalues = [2, 3]\n"
                             "[[vary]]\nname = \"repair\"\npath = \"node.vm.mttr\"\nvalues = [\"1 h\", \"2 h\"]\n"
                             "[[vary]]\npath = \"node.vm.mtbf\"\nvalues = [\"10 d\", \"20 d\"]\nwith = \"repair\"\n";
    const auto result = validate::open_text("a.toml", text);
    REQUIRE(result.diagnostics.empty());
    scenario::Diagnostics none;
    const auto grid = scenario::grid_of(result.varied, none);
    CHECK(grid.points() == 4);
    CHECK(grid.overrides_at(0) == Texts{"group.web.count=2", "node.vm.mttr=\"1 h\"", "node.vm.mtbf=\"10 d\""});
    CHECK(grid.overrides_at(1) == Texts{"group.web.count=2", "node.vm.mttr=\"2 h\"", "node.vm.mtbf=\"20 d\""});
    CHECK(grid.overrides_at(2) == Texts{"group.web.count=3", "node.vm.mttr=\"1 h\"", "node.vm.mtbf=\"10 d\""});
    // What is saved is read back as the same.
    const std::string saved = scenario::to_toml(result.scenario, result.varied);
    const auto again = validate::open_text("b.toml", saved);
    REQUIRE_FALSE(scenario::has_errors(again.diagnostics));
    CHECK(scenario::grid_of(again.varied, none).overrides_at(3) == grid.overrides_at(3));
}

TEST_CASE("A range has its ends and lies evenly between them, in numbers or quantities") {
    CHECK(range("2", "6", 3) == Texts{"2", "4", "6"});
    CHECK(range("1", "3", 5) == Texts{"1", "2", "3"});  // whole, each once
    CHECK(range("1", "100", 3, scenario::VaryScale::log) == Texts{"1", "10", "100"});
    CHECK(range("0.5", "1.5", 3) == Texts{"0.5", "1.0", "1.5"});
    CHECK(range("\"30 min\"", "\"2 h\"", 2) == Texts{"\"30 min\"", "\"2 h\""});
    CHECK(range("\"1 h\"", "\"3 h\"", 3)[1] == "\"2 h\"");
    CHECK(range("\"1%\"", "\"3%\"", 3)[1] == "\"2%\"");
    CHECK(range("\"100 GB\"", "\"300 GB\"", 3)[1] == "\"200 GB\"");
}

TEST_CASE("Values of the command line are split at commas outside of parentheses and quotes") {
    const auto laws = parse_vary("node.vm.ttr=lognormal(median 30 min, p95 2 h), \"1 h, 30 min\" ,2 h");
    REQUIRE(laws);
    REQUIRE(laws->values->size() == 3);
    CHECK((*laws->values)[0].toml == "\"lognormal(median 30 min, p95 2 h)\"");
    CHECK((*laws->values)[1].toml == "\"1 h, 30 min\"");
    CHECK((*laws->values)[2].toml == "\"2 h\"");
    CHECK((*parse_vary("group.web.count=2,3")->values)[1].toml == "3");
    CHECK_FALSE(parse_vary("group.web.count"));
    CHECK(parse_vary("a.b.c=1,,2").error().offset == 8);
}

TEST_CASE("A vary of the command line replaces that of the same key and adds others") {
    const auto merged = with_more(varied({"a.b.c=1,2", "d.e.f=1,2"}), varied({"d.e.f=3,4,5", "g.h.i=1,2"}));
    REQUIRE(merged.size() == 3);
    CHECK(merged[1].values->size() == 3);
}

TEST_CASE("A point of a sweep is the run of its own design, held against the first") {
    const Sweep sweep = sweep_of(pool(1), {"group.web.count=1,2", "node.vm.mttr=8 h,4 h"}, 400);
    REQUIRE(sweep.figures.rows.size() == 4);
    const std::vector<std::string> alone = {pool(1, "8 h"), pool(1, "4 h"), pool(2, "8 h"), pool(2, "4 h")};
    for (std::size_t point = 0; point < 4; ++point) {
        const auto own = results::run_study(results::prepare_study(opened(alone[point]), options_of(400).study));
        REQUIRE(sweep.figures.rows[point].size() == 1);
        const PointRow& row = sweep.figures.rows[point].front();
        CHECK(row.metric.estimate ==
              Approx(results::find_metric(own, "service:shop", "availability")->estimate).epsilon(1e-12));
        REQUIRE(row.to_base);
        CHECK(row.to_base->estimate ==
              Approx(row.metric.estimate - sweep.figures.rows[0].front().metric.estimate).margin(1e-15));
    }
    CHECK(sweep.figures.pair_confidence == Approx(1.0 - 0.05 / 3.0));
}

TEST_CASE("A point that is not valid says which one it is") {
    const SweepPlan plan = prepare_sweep(varied({"group.web.count=2,0"}), opener(pool(2)), options_of(10).study);
    REQUIRE_FALSE(plan.problems.empty());
    CHECK(plan.problems.front().message.find("at group.web.count = 0: ") == 0);
    const SweepPlan unknown = prepare_sweep(varied({"group.wob.count=2,3"}), opener(pool(2)), options_of(10).study);
    REQUIRE_FALSE(unknown.problems.empty());
    CHECK(unknown.problems.front().code == "E013");
}

TEST_CASE("A sweep over too many points is refused with their number") {
    scenario::Vary many = varied({"group.web.count=2"}).front();
    many.values.value->clear();
    for (int i = 1; i <= 101; ++i) many.values.value->push_back({std::to_string(i)});
    scenario::Vary others = many;
    others.path.value = "group.db.count";
    const SweepPlan plan = prepare_sweep({many, others}, opener(pool(2)), options_of(10).study);
    REQUIRE(plan.problems.size() == 1);
    CHECK(plan.problems.front().message.find("10201 points") != std::string::npos);
}

TEST_CASE("A sweep has one tidy row a point and figure, in CSV and JSON") {
    const report::Sheet sheet = report::sheet_of(sweep_of(pool(1), {"group.web.count=1,2"}, 200));
    const std::string csv = report::to_csv(sheet);
    CHECK(csv.starts_with("point,group.web.count,subject,metric,class,unit,estimate,low,high,n,unreliable,difference"));
    CHECK(std::count(csv.begin(), csv.end(), '\n') == 3);
    const auto json = nlohmann::json::parse(report::to_json(sheet));
    CHECK(json.at("kind") == "sweep");
    REQUIRE(json.at("rows").size() == 2);
    CHECK(json.at("rows")[1].at("group.web.count") == 2.0);
    CHECK(json.at("rows")[1].at("metric") == "availability");
    CHECK(json.at("rows")[1].at("difference") > 0.0);
    CHECK(report::to_text(sheet).find("Against the first") != std::string::npos);
    CHECK(report::to_markdown(sheet).find("| group.web.count |") != std::string::npos);
}

TEST_CASE("What is wrong with one varied key is said in words, with its value") {
    const OpenPoint open = opener(pool(2));
    const auto problem = [&](const char* text) { return problem_with(*parse_vary(text), open); };
    CHECK(problem("group.web.count=2,3").empty());
    CHECK(problem("node.vm.mttr=1 h .. 8 h / 3").empty());
    CHECK(problem("group.web.count=2,-1").starts_with("-1: "));
    CHECK_FALSE(problem("group.web.cuont=2,3").empty());
    CHECK_FALSE(problem("node.vm.mttr=1 h .. 8 GB").empty());
    CHECK_FALSE(problem("group.web.count=2,many").empty());
}

}  // namespace nines::compare

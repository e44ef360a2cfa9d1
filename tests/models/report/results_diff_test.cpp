// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/results_diff.hpp"

#include <cmath>
#include <string>

#include <nlohmann/json.hpp>

#include "models/report/json.hpp"
#include "models/report/results_diff_text.hpp"
#include "models/report/saved_results.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/study.hpp"
#include "models/validate/open.hpp"
#include "sim/stats/distribution_quantiles.hpp"
#include "tests/catch.hpp"
#include "tests/models/report/sample.hpp"
#include "tests/models/report/search.hpp"

using namespace nines;
using report::Change;
using report::ResultsDiff;
using report_test::contains;
using report_test::row;
using results::Results;

namespace {

Results with(const results::Metric& metric, std::uint64_t seed = 1) {
    Results results = report_test::tiny();
    results.run.seed = seed;
    results.run.trials = 1000;
    results.metrics = {metric};
    return results;
}

results::Metric downtime(double estimate, double low, double high) {
    return row("service:site", "downtime_per_year", "s_per_year", estimate, low, high, 1000);
}

results::Metric exact(double estimate) {
    results::Metric metric = row("service:site", "unavailability", "1", estimate, estimate, estimate, 0);
    metric.method = "exact";
    return metric;
}

}  // namespace

TEST_CASE("z is the difference over the root of both squared errors, on the sides that face each other", "[diff]") {
    // 100 (90 to 120) and 150 (140 to 170): halves 20 and 10, standard errors 20 / q and 10 / q.
    const ResultsDiff diff = report::diff_results(with(downtime(100, 90, 120)), with(downtime(150, 140, 170), 2));
    const double q = sim::normal_quantile(0.975);
    REQUIRE(diff.rows.size() == 1);
    CHECK(*diff.rows[0].z == Approx(50.0 / (std::sqrt(500.0) / q)));
    CHECK(*diff.rows[0].relative == Approx(0.5));
    CHECK(diff.rows[0].change == Change::changed);
    CHECK(diff.is_different());
    CHECK(diff.limit == Approx(q));

    const ResultsDiff back = report::diff_results(with(downtime(150, 140, 170), 2), with(downtime(100, 90, 120)));
    CHECK(*back.rows[0].z == Approx(-*diff.rows[0].z));
}

TEST_CASE("more figures to judge need more to be called a change", "[diff]") {
    Results before = with(downtime(100, 90, 110));
    Results after = with(downtime(130, 120, 140), 2);
    const double z = 30.0 / (std::sqrt(200.0) / sim::normal_quantile(0.975));
    CHECK(report::diff_results(before, after).rows[0].change == Change::changed);
    for (int i = 0; i < 5000; ++i) {
        auto other = downtime(100, 90, 110);
        other.subject = "node:" + std::to_string(i);
        before.metrics.push_back(other);
        other.estimate = 101;
        after.metrics.push_back(other);
    }
    const ResultsDiff diff = report::diff_results(before, after);
    // Bonferroni: 5 % shared by 5001 figures.
    CHECK(diff.limit == Approx(sim::normal_quantile(1.0 - 0.025 / 5001.0)));
    CHECK(z < diff.limit);
    CHECK(diff.rows[0].change == Change::noise);
    CHECK_FALSE(diff.is_different());
}

TEST_CASE("exact figures have changed when they are not the same but for rounding", "[diff]") {
    CHECK(report::diff_results(with(exact(1e-5)), with(exact(1e-5 * (1 + 1e-12)))).rows[0].change == Change::noise);
    CHECK(report::diff_results(with(exact(1e-5)), with(exact(1e-5 * (1 + 1e-6)))).rows[0].change == Change::changed);
    CHECK(report::diff_results(with(exact(1e-5)), with(exact(1e-5))).rows[0].change == Change::same);
}

TEST_CASE("a figure without an interval is not judged", "[diff]") {
    auto before = row("service:site", "outage_duration_max", "s", 100, 100, 100, 5);
    auto after = row("service:site", "outage_duration_max", "s", 300, 300, 300, 5);
    const ResultsDiff diff = report::diff_results(with(before), with(after, 2));
    CHECK(diff.rows[0].change == Change::unjudged);
    CHECK_FALSE(diff.rows[0].z);
    CHECK_FALSE(diff.is_different());
}

TEST_CASE("estimates are not compared with exact figures, nor one class with another", "[diff]") {
    auto zone = downtime(100, 90, 110);
    zone.failure_class = "zone";
    const ResultsDiff classes = report::diff_results(with(downtime(100, 90, 110)), with(zone));
    CHECK(classes.rows.empty());
    CHECK(classes.removed.size() == 1);
    CHECK(classes.added.size() == 1);
    CHECK_FALSE(classes.is_different());  // a class may not have occurred

    auto simulated = exact(1e-5);
    simulated.method = "simulated";
    CHECK(report::diff_results(with(exact(1e-5)), with(simulated)).rows.empty());
}

TEST_CASE("things that only one design has make them different", "[diff]") {
    auto other = downtime(100, 90, 110);
    other.subject = "service:shop";
    Results after = with(downtime(100, 90, 110));
    after.metrics.push_back(other);
    const ResultsDiff diff = report::diff_results(with(downtime(100, 90, 110)), after);
    CHECK(diff.added_subjects == std::vector<std::string>{"service:shop"});
    CHECK(diff.is_different());
}

TEST_CASE("settings and assumptions that differ are named, and the same seed is said", "[diff]") {
    Results before = with(downtime(100, 90, 110));
    Results after = with(downtime(101, 91, 111));
    after.run.trials = 2000;
    after.run.steady = true;
    after.assumptions = {"Parts fail independently."};
    const ResultsDiff diff = report::diff_results(before, after);
    REQUIRE(diff.settings.size() == 2);
    CHECK(diff.settings[0].what == "span");
    CHECK(diff.settings[1].after == "2,000");
    CHECK(diff.added_assumptions == after.assumptions);
    CHECK(diff.is_same_seed);
    CHECK(contains(report::diff_to_text(diff, {"a", "b"}), "not independent"));
}

TEST_CASE("independent runs of one design differ by noise: the sum of z squared is chi-squared", "[diff][oracle]") {
    const auto opened = validate::open_text("one.toml", R"(format = 1
[scenario]
horizon = "10 y"
[node.a]
mtbf = "20 d"
mttr = "1 d"
[service.site]
needs = ["a"]
)");
    const auto run = [&](std::uint64_t seed) {
        results::StudyOptions options;
        options.trials = 60;
        options.seed = seed;
        return results::run_study(results::prepare_study(opened.scenario, options, opened.diagnostics));
    };
    constexpr int pairs = 150;
    double squares = 0.0;
    for (std::uint64_t pair = 0; pair < pairs; ++pair) {
        const ResultsDiff diff = report::diff_results(run(2 * pair + 1), run(2 * pair + 2));
        for (const report::RowChange& change : diff.rows) {
            if (change.after.subject == "service:site" && change.after.metric == "downtime_per_year") {
                squares += *change.z * *change.z;
            }
        }
    }
    // Mean 150, variance 300 of chi-squared with 150 degrees of freedom.
    CHECK(std::abs((squares - pairs) / std::sqrt(2.0 * pairs)) < 4.5);
}

TEST_CASE("saved results are read back as they were written", "[diff]") {
    const Results shop = report_test::shop();
    const report::SavedResults saved = report::read_saved_results(report::to_json(shop));
    REQUIRE(saved.problem.empty());
    REQUIRE(saved.results.metrics.size() == shop.metrics.size());
    CHECK(saved.results.run.trials == shop.run.trials);
    const ResultsDiff diff = report::diff_results(shop, saved.results);
    CHECK(diff.count(Change::same) == shop.metrics.size());
    CHECK(diff.settings.empty());
    CHECK_FALSE(diff.is_different());
}

TEST_CASE("what is wrong with a file of results is named by its key", "[diff]") {
    const std::string whole = report::to_json(report_test::tiny());
    const auto problem_after = [&](const std::string& part, const std::string& instead) {
        std::string spoilt = whole;
        const auto at = spoilt.find(part);
        REQUIRE(at != std::string::npos);
        return report::read_saved_results(spoilt.replace(at, part.size(), instead)).problem;
    };
    CHECK(report::read_saved_results("{").problem == "it is not JSON: wrong at byte 2");
    CHECK(report::read_saved_results("[]").problem == "the document is not an object");
    CHECK(report::read_saved_results("{}").problem == "the document has no \"format\"");
    CHECK(problem_after("\"format\": 1", "\"format\": 2") == "it has format 2; this program reads format 1");
    CHECK(problem_after("\"metrics\"", "\"figures\"") == "the document has no \"metrics\"");
    CHECK(problem_after("\"low\":0.0", "\"low\":\"0\"") == "\"low\" of metrics[0] is not a number");
    CHECK(problem_after("\"n\":3", "\"n\":-3") == "\"n\" of metrics[0] is not a whole number");
    CHECK(problem_after("\"confidence\":0.95", "\"confidence\":2") == "\"confidence\" of run is not between 0 and 1");
}

TEST_CASE("a difference is written as text, Markdown and JSON", "[diff]") {
    Results before = with(downtime(100, 90, 110));
    Results after = with(downtime(150, 140, 160), 2);
    const ResultsDiff diff = report::diff_results(before, after);
    const std::string text = report::diff_to_text(diff, {"old.json", "new.json"});
    CHECK(contains(text, "old.json -> new.json"));
    CHECK(contains(text, "+50 %"));
    CHECK(contains(text, "1 changed, 0 differ by no more than chance explains"));
    CHECK(contains(report::diff_to_markdown(diff, {"old.json", "new.json"}), "| service:site | Downtime per year |"));

    const auto json = nlohmann::json::parse(report::diff_to_json(diff, {"old.json", "new.json"}));
    CHECK(json.at("different") == true);
    CHECK(json.at("same_seed") == false);
    CHECK(json.at("rows").at(0).at("change") == "changed");
    CHECK(json.at("rows").at(0).at("before").at("low") == 90.0);
    CHECK(json.at("settings").at(0).at("setting") == "seed");
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <set>

#include "models/charts/catalogue.hpp"
#include "models/charts/shares.hpp"
#include "models/exact/solution.hpp"
#include "models/results/exact_rows.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/study.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"

using namespace nines;
using namespace nines::charts;

namespace {

struct Run {
    results::Study study;
    results::Results results;
    std::vector<observe::Progress> history;
};

Run run_of(const validate::Opened& opened, std::uint64_t trials) {
    REQUIRE(!scenario::has_errors(opened.diagnostics));
    results::StudyOptions options;
    options.trials = trials;
    Run run{results::prepare_study(opened.scenario, options, opened.diagnostics), {}, {}};
    REQUIRE(run.study.problems.empty());
    run.results = results::run_study(run.study, [&](const observe::Progress& progress) {
        run.history.push_back(progress);
        return true;
    });
    return run;
}

Run run_of_file(const char* file, std::uint64_t trials) {
    return run_of(validate::open_file(std::string(NINES_SOURCE_DIR "/scenarios/") + file), trials);
}

Run never_down() {
    return run_of(validate::open_text("a.toml", R"(format = 1
[scenario]
horizon = "1 d"
[node.rock]
mtbf = "1e6 y"
[service.site]
needs = ["rock"]
)"),
                  20);
}

const Series* series_of(const Chart& chart, SeriesKind kind) {
    const auto found = std::find_if(chart.series.begin(), chart.series.end(),
                                    [&](const Series& series) { return series.kind == kind; });
    return found == chart.series.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("the availability chart has the estimate, interval and n of the results", "[charts]") {
    Run run = run_of_file("tutorial/01_one_server.toml", 200);
    results::verify(run.results, run.study, 5.0);
    const std::string site = results::subjects_of(run.results, "service").front();
    const auto* row = results::find_metric(run.results, site, "unavailability");
    const Chart chart = availability_chart({.results = run.results});
    REQUIRE(!chart.is_empty());
    const Point& point = chart.series.front().points.front();
    CHECK(point.value == row->estimate);
    CHECK(*point.low == row->low);
    CHECK(*point.high == row->high);
    CHECK(point.n == row->n);
    // The exact figure stands beside it.
    REQUIRE(chart.series.size() >= 2);
    CHECK(chart.series[1].tone == Tone::exact);
    CHECK(chart.series[1].points.front().value == results::find_exact(run.results, *row)->estimate);
}

TEST_CASE("where nothing was measured a chart says why and shows nothing", "[charts]") {
    const Run run = never_down();
    for (const ChartEntry& entry : chart_catalogue()) {
        for (const std::string& subject : subjects_for(entry, run.results)) {
            const Chart chart = entry.make({.results = run.results, .subject = subject});
            INFO(entry.id);
            const bool is_measured = entry.id == "availability" || entry.id == "point_availability";
            CHECK(chart.is_empty() == !is_measured);
            CHECK(chart.is_empty() == chart.series.empty());
            CHECK(!plain(chart.title).empty());
        }
    }
    const Chart availability = availability_chart({.results = run.results});
    const Point& point = availability.series.front().points.front();
    CHECK(point.value == 0.0);
    CHECK(*point.high > 0.0);
    CHECK(plain(point.note).find("No outage seen: at least") == 0);
    CHECK(plain(point_in_words(availability, availability.series.front(), point)).find("100 %") == std::string::npos);
}

TEST_CASE("results without anything make no chart fail", "[charts]") {
    const results::Results nothing;
    for (const ChartEntry& entry : chart_catalogue()) {
        const Chart chart = entry.make({.results = nothing, .subject = "service:none"});
        INFO(entry.id);
        CHECK(chart.is_empty());
    }
}

TEST_CASE("the share of outages of at most a length grows to all of them", "[charts]") {
    const Run run = run_of_file("tutorial/01_one_server.toml", 200);
    const std::string site = results::subjects_of(run.results, "service").front();
    for (const auto make : {outage_duration_chart, downtime_distribution_chart}) {
        const Chart chart = make({.results = run.results, .subject = site});
        const Series* shares = series_of(chart, SeriesKind::step);
        REQUIRE(shares != nullptr);
        CHECK(shares->points.size() <= most_points);
        for (std::size_t i = 1; i < shares->points.size(); ++i) {
            CHECK(shares->points[i].at > shares->points[i - 1].at);
            CHECK(shares->points[i].value >= shares->points[i - 1].value);
        }
        CHECK(shares->points.back().value == Approx(1.0));
        double bars = 0.0;
        const Series* histogram = series_of(chart, SeriesKind::bars);
        for (const Point& bar : histogram->points) {
            CHECK(*bar.end > bar.at);
            bars += bar.value;
        }
        // Trials without any downtime are said in words: a logarithmic axis has no 0.
        double none = 0.0;
        for (const auto& series : run.results.series) {
            const bool is_shown = make == downtime_distribution_chart && series.name == "downtime_per_year";
            if (is_shown && series.x.front() <= 0.0) none = series.y.front() / 200.0;
        }
        CHECK(bars == Approx(1.0 - none));
    }
}

TEST_CASE("the share at the 95 % line of the distribution is 95 %", "[charts]") {
    const Run run = run_of_file("tutorial/01_one_server.toml", 1000);
    const std::string site = results::subjects_of(run.results, "service").front();
    const double p95 = results::find_metric(run.results, site, "outage_duration_p95")->estimate;
    const Chart chart = outage_duration_chart({.results = run.results, .subject = site});
    const auto& points = series_of(chart, SeriesKind::step)->points;
    const auto beyond = std::find_if(points.begin(), points.end(), [&](const Point& p) { return p.at >= p95; });
    REQUIRE(beyond != points.end());
    CHECK(beyond->value >= 0.95);
    CHECK(std::prev(beyond)->value < 0.95);
}

TEST_CASE("stages of recovery follow one another and add up to the mean recovery", "[charts]") {
    const Run run = run_of_file("designs/database_patroni_sync.toml", 30);
    const std::string shop = results::subjects_of(run.results, "service").front();
    const Chart chart = recovery_stages_chart({.results = run.results, .subject = shop});
    const auto& bars = series_of(chart, SeriesKind::bars)->points;
    REQUIRE(bars.size() > 2);
    CHECK(bars.front().base == 0.0);
    for (std::size_t i = 1; i < bars.size(); ++i) CHECK(bars[i].base == bars[i - 1].value);
    CHECK(bars.back().value ==
          Approx(results::find_metric(run.results, shop, "recovery_time_mean")->estimate).epsilon(1e-9));
}

TEST_CASE("recovery by class has the rows of the results and the objective with its share met", "[charts]") {
    const Run run = run_of_file("designs/database_patroni_sync.toml", 30);
    const std::string shop = results::subjects_of(run.results, "service").front();
    const Chart chart = recovery_time_chart({.results = run.results, .subject = shop});
    std::set<std::string> classes;
    for (const Text& category : chart.first.categories) classes.insert(plain(category));
    for (const auto& row : run.results.metrics) {
        if (row.subject != shop || row.metric != "recovery_time_mean") continue;
        CHECK(classes.contains(row.failure_class.empty() ? "all" : row.failure_class));
    }
    const Series* marks = series_of(chart, SeriesKind::marks);
    REQUIRE(marks != nullptr);
    CHECK(marks->points.front().value == results::find_metric(run.results, shop, "rto_target")->estimate);
    CHECK(marks->points.front().n == results::find_metric(run.results, shop, "p_rto_met")->n);
    CHECK(plain(marks->points.front().note).find("met in ") == 0);
}

TEST_CASE("causes are sorted, and all together are the whole downtime", "[charts]") {
    const Run run = run_of_file("designs/database_patroni_sync.toml", 30);
    const std::string shop = results::subjects_of(run.results, "service").front();
    const Chart chart = downtime_causes_chart({.results = run.results, .subject = shop});
    const auto& bars = series_of(chart, SeriesKind::bars)->points;
    const auto& sums = series_of(chart, SeriesKind::line)->points;
    CHECK(sums.back().value == Approx(1.0));
    for (std::size_t i = 1; i < sums.size(); ++i) {
        CHECK(sums[i].value >= sums[i - 1].value);
        const bool is_rest = i + 1 == bars.size();
        if (!is_rest) CHECK(bars[i].value <= bars[i - 1].value);
    }
}

TEST_CASE("the convergence ends at the estimate of the results", "[charts]") {
    const Run run = run_of_file("tutorial/01_one_server.toml", 500);
    const std::string site = results::subjects_of(run.results, "service").front();
    const Chart chart =
        convergence_chart({.results = run.results, .subject = site, .history = &run.history, .precision = 0.05});
    const auto& points = series_of(chart, SeriesKind::line)->points;
    for (std::size_t i = 1; i < points.size(); ++i) CHECK(points[i].at > points[i - 1].at);
    const auto* row = results::find_metric(run.results, site, "downtime_per_year");
    CHECK(points.back().at == 500.0);
    CHECK(points.back().value == Approx(row->estimate));
    CHECK(*points.back().low == Approx(row->low));
    CHECK(*points.back().high == Approx(row->high));
    REQUIRE(chart.rules.size() == 2);
    CHECK(chart.rules.front().at == Approx(1.05 * row->estimate));
}

TEST_CASE("the curve of availability has the shares of the results and intervals around them", "[charts]") {
    const Run run = run_of_file("tutorial/01_one_server.toml", 300);
    const std::string site = results::subjects_of(run.results, "service").front();
    const Chart chart = point_availability_chart({.results = run.results, .subject = site});
    const auto& points = series_of(chart, SeriesKind::line)->points;
    const auto series = std::find_if(run.results.series.begin(), run.results.series.end(),
                                     [](const auto& s) { return s.name == "point_availability"; });
    REQUIRE(points.size() == series->x.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        CHECK(points[i].value == series->y[i]);
        CHECK(*points[i].low <= points[i].value);
        CHECK(*points[i].high >= points[i].value);
        CHECK(points[i].n == 300);
    }
}

TEST_CASE("importance is exact where it was solved, else estimated from causes, and says which", "[charts]") {
    const Run run = run_of_file("tutorial/02_two_of_three.toml", 300);
    const std::string site = results::subjects_of(run.results, "service").front();
    exact::SolveQuestion question;
    question.horizon = false;
    question.reasons = true;
    const auto solved = results::solve_study(run.study, question);
    const Chart exact = importance_chart({.results = run.results, .subject = site, .reasons = &*solved.solved});
    REQUIRE(!exact.is_empty());
    CHECK(plain(exact.subtitle.front()) == "Found without sampling, of the long run.");
    CHECK(exact.series.front().points.front().value ==
          Approx(std::min(1.0, solved.solved->importance.front().fussell_vesely)));
    const Chart estimated = importance_chart({.results = run.results, .subject = site});
    REQUIRE(!estimated.is_empty());
    CHECK(plain(estimated.subtitle.back()).find("Estimated from causes") == 0);
}

TEST_CASE("shares of the downtime count a thing once in each chain, and its group too", "[charts]") {
    results::Results results;
    results.chains = {{.subject = "service:s", .cause = {"node:web/1:crash", "node:web/1:hang"}, .share = 0.5},
                      {.subject = "service:s", .cause = {"node:web/2:crash", "domain:az"}, .share = 0.3},
                      {.subject = "service:s", .cause = {"other"}, .share = 0.2},
                      {.subject = "service:t", .cause = {"domain:az"}, .share = 1.0}};
    const auto shares = shares_of_downtime(results, "service:s");
    using Rows = std::vector<std::pair<std::string, double>>;
    CHECK(shares == Rows{{"group:web", 0.8}, {"node:web/1", 0.5}, {"domain:az", 0.3}, {"node:web/2", 0.3}});
}

TEST_CASE("the chart of an error budget has all windows, and a line where the budget ends", "[charts][windows]") {
    const Run run = run_of_file("tutorial/26_error_budgets.toml", 200);
    for (const std::string& service : results::subjects_of(run.results, "service")) {
        INFO(service);
        const Source source{.results = run.results, .subject = service};
        const Chart budget = error_budget_chart(source);
        REQUIRE(!budget.is_empty());
        REQUIRE(budget.rules.size() == 1);
        CHECK(budget.rules.front().at == 1.0);
        CHECK(budget.rules.front().on_first_axis);
        CHECK(series_of(budget, SeriesKind::step)->points.back().value == Approx(1.0));

        const Chart windows = slo_by_window_chart(source);
        REQUIRE(!windows.is_empty());
        // 28 d, 30 d, a month, a quarter, a year: the shortest first.
        const auto& points = windows.series.front().points;
        REQUIRE(points.size() == 5);
        CHECK(windows.first.categories.size() == 5);
        CHECK(plain(windows.first.categories[1]) == "30 d");
        // Points with intervals: the shares are all near 1, and bars from 0 would look alike.
        CHECK(windows.series.front().kind == SeriesKind::points);
        for (const auto& point : points) CHECK((point.low < point.value && point.high >= point.value));
        CHECK(points[1].value == results::find_metric(run.results, service, "p_slo_met")->estimate);
        CHECK(points[4].value == results::find_metric(run.results, service, "p_slo_met_window", "year")->estimate);
    }
}

TEST_CASE("charts have names of their own", "[charts]") {
    std::set<std::string_view> ids;
    for (const ChartEntry& entry : chart_catalogue()) {
        CHECK(ids.insert(entry.id).second);
        CHECK(find_chart(entry.id) == &entry);
    }
    CHECK(find_chart("nothing") == nullptr);
}

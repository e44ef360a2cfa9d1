// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/requirement.hpp"

#include "models/compare/baseline.hpp"
#include "models/compare/rounds.hpp"
#include "models/compare/standing.hpp"
#include "models/compare/thresholds.hpp"
#include "models/report/json.hpp"
#include "models/results/metric_catalogue.hpp"
#include "tests/models/compare/designs.hpp"

namespace nines::compare {

namespace {

Requirement read(const std::string& text) {
    const auto requirement = parse_requirement(text);
    REQUIRE(requirement);
    return *requirement;
}

/// Figures of one row.
results::Results figures(double estimate, double low, double high, bool unreliable = false) {
    results::Metric row;
    row.subject = "service:shop";
    row.metric = "downtime_per_year";
    row.estimate = estimate;
    row.low = low;
    row.high = high;
    row.unreliable = unreliable;
    results::Results results;
    results.metrics.push_back(row);
    return results;
}

Requirement at_most(double limit) {
    Requirement requirement;
    requirement.of = {"service:shop", "downtime_per_year", {}};
    requirement.limit = limit;
    return requirement;
}

}  // namespace

TEST_CASE("Requirements name a figure, perhaps a class and a subject, and a limit in its unit") {
    const Requirement downtime = read("downtime_per_year of service:shop < 52 min");
    CHECK(downtime.of == MetricName{"service:shop", "downtime_per_year", {}});
    CHECK(downtime.at_most);
    CHECK(downtime.limit == 52.0 * 60.0);
    CHECK(read("downtime_per_year <= 52 min/y").limit == 52.0 * 60.0);
    CHECK(read("availability >= 99.95%").limit == Approx(0.9995));
    CHECK(read("availability >= 3 nines").limit == Approx(0.999));
    CHECK_FALSE(read("availability > 99.95%").at_most);
    CHECK(read("outages_per_year <= 2").limit == 2.0);
    CHECK(read("outages_per_year <= 1 per 6 mo").limit == Approx(2.0));
    CHECK(read("recovery_time_mean[zone] <= 2 min").of.failure_class == "zone");
    CHECK(read("p_total_loss <= 0.1%").limit == Approx(0.001));
}

TEST_CASE("A chance is held against the objective of the same time, and its complement is the same requirement") {
    const Requirement met = read("P(recovery_time[zone] of shop <= 2 min) >= 0.95");
    CHECK(met.of == MetricName{"shop", "p_rto_met", "zone"});
    CHECK(met.within->in_seconds() == 120.0);
    CHECK_FALSE(met.at_most);
    const Requirement missed = read("P(recovery_time > 2 min) <= 5%");
    CHECK_FALSE(missed.at_most);
    CHECK(missed.limit == Approx(0.95));
    CHECK(read("P(data_loss <= 5 s) >= 99%").of.metric == "p_rpo_met");
}

TEST_CASE("A chance of availability names its window, or none") {
    const Requirement windowed = read("P(availability of shop >= 99.9% per 30 d) >= 95%");
    CHECK(windowed.of == MetricName{"shop", "p_slo_met", {}});
    CHECK(windowed.slo->target == Approx(0.999));
    CHECK(windowed.slo->window->in_seconds() == 30.0 * 86400.0);
    CHECK_FALSE(windowed.at_most);
    CHECK(windowed.limit == Approx(0.95));
    CHECK_FALSE(read("P(availability >= 3 nines) >= 95%").slo->window);
    const Requirement missed = read("P(availability < 99.9% per 28 d) <= 5%");
    CHECK_FALSE(missed.at_most);
    CHECK(missed.limit == Approx(0.95));
    CHECK(read("p_slo_met_window[28 d] >= 90%").of == MetricName{{}, "p_slo_met_window", "28 d"});
    const auto divided = parse_requirement("P(availability[zone] >= 99.9% per 30 d) >= 95%");
    REQUIRE_FALSE(divided);
    CHECK(divided.error().message == "availability is not divided by classes of failures");
    const auto unreadable = parse_requirement("P(availability >= 99.9% per month of Sundays) >= 95%");
    REQUIRE_FALSE(unreadable);
    CHECK(unreadable.error().offset >= 18);
}

TEST_CASE("An objective with a window is required of that window, one without of the horizon") {
    const auto of = [](const std::string& slo) {
        return objectives_of(opened(pool(2) + "objective = { slo = \"" + slo + "\" }\n"), 0.9);
    };
    const auto windowed = of("99.9% per 30 d");
    REQUIRE(windowed.size() == 1);
    CHECK(windowed[0].of == MetricName{"service:shop", "p_slo_met", {}});
    CHECK(windowed[0].limit == 0.9);
    CHECK(windowed[0].text == "P(availability of service:shop >= 99.9% per 30 d) >= 90%");
    CHECK_FALSE(windowed[0].slo);  // its own
    const auto whole = of("99.9%");
    REQUIRE(whole.size() == 1);
    CHECK(whole[0].of == MetricName{"service:shop", "availability", {}});
    CHECK(whole[0].limit == Approx(0.999));
}

TEST_CASE("A requirement that cannot be read says where and what was meant") {
    struct Case {
        const char* text;
        std::size_t offset;
        const char* message;
        const char* hint;
    };
    const Case cases[] = {
        {"availabilty >= 99%", 0, "no metric \"availabilty\"", "availability"},
        {"availability", 0, "compares", "availability >="},
        {"recovery_time_mean[zoen] <= 1 min", 19, "no class of failures \"zoen\"", "zone"},
        {"downtime_per_year <= 5", 22, "", ""},
        {"P(recovry_time <= 5 min) >= 99%", 2, "recovry_time", "recovery_time"},
        {"P(recovery_time <= 5 m) >= 99%", 21, "", ""},
        {"P(recovery_time <= 5 min) >= 1.5", 29, "", ""},
        {"P(recovery_time[zoen] <= 5 min) >= 99%", 16, "zoen", "zone"},
    };
    for (const Case& one : cases) {
        const auto requirement = parse_requirement(one.text);
        INFO(one.text);
        REQUIRE_FALSE(requirement);
        CHECK(requirement.error().offset == one.offset);
        CHECK(requirement.error().message.find(one.message) != std::string::npos);
        CHECK(requirement.error().hint.find(one.hint) != std::string::npos);
    }
}

TEST_CASE("Without a subject a requirement is about every service, and an unknown one is refused") {
    const std::string two = pool(2) + "[service.admin]\nneeds = [\"web\"]\n";
    const auto study = results::prepare_study(opened(two), {});
    const auto both = with_subjects(read("availability >= 99%"), study.program);
    REQUIRE(both);
    CHECK(both->size() == 2);
    const auto one = with_subjects(read("availability of admin >= 99%"), study.program);
    REQUIRE(one);
    CHECK(one->front().of.subject == "service:admin");
    const auto none = with_subjects(read("availability of shap >= 99%"), study.program);
    REQUIRE_FALSE(none);
    CHECK(none.error().hint == "did you mean \"shop\"?");
    CHECK_FALSE(with_subjects(read("data_loss_mean <= 5 s"), study.program));
}

TEST_CASE("A requirement is decided by the whole interval, never by one that rests on too few events") {
    CHECK(standing_of(at_most(10.0), figures(5.0, 4.0, 6.0)).decision == Decision::met);
    CHECK(standing_of(at_most(5.5), figures(5.0, 4.0, 6.0)).decision == Decision::open);
    CHECK(standing_of(at_most(3.0), figures(5.0, 4.0, 6.0)).decision == Decision::missed);
    CHECK(standing_of(at_most(10.0), figures(5.0, 4.0, 6.0, true)).decision == Decision::open);
    CHECK(standing_of(at_most(3.0), figures(5.0, 4.0, 6.0, true)).decision == Decision::open);
    // Nothing seen: the interval is a bound.
    CHECK(standing_of(at_most(10.0), figures(0.0, 0.0, 6.0, true)).decision == Decision::met);
    CHECK(standing_of(at_most(5.0), figures(0.0, 0.0, 6.0, true)).decision == Decision::open);
    CHECK_FALSE(standing_of(at_most(5.0), results::Results{}).is_known);
    // All the same: (1 - 0.01)^n <= 0.05 from n = 299 on.
    results::Results same = figures(5.0, 5.0, 5.0);
    same.metrics[0].n = 298;
    CHECK(standing_of(at_most(10.0), same).decision == Decision::open);
    same.metrics[0].n = 299;
    CHECK(standing_of(at_most(10.0), same).decision == Decision::met);
}

TEST_CASE("A baseline brings its own interval") {
    Requirement requirement = at_most(5.0);
    requirement.baseline = Baseline{5.0, 4.0, 6.0, 0.95, 0.0};
    // hypot(1, 1): the difference is open though 6.2 lies above 6.
    CHECK(standing_of(requirement, figures(6.2, 5.2, 7.2)).decision == Decision::open);
    CHECK(standing_of(requirement, figures(6.5, 5.5, 7.5)).decision == Decision::missed);
    CHECK(standing_of(requirement, figures(3.5, 2.5, 4.5)).decision == Decision::met);
    requirement.baseline->tolerance = 0.5;  // limit 7.5, its half width 1.5
    CHECK(standing_of(requirement, figures(5.0, 4.0, 6.0)).decision == Decision::met);
}

TEST_CASE("The results of an earlier run become requirements") {
    const auto results = results::run_study(results::prepare_study(opened(pool(2)), options_of(2000).study));
    const auto requirements = no_worse_than(report::to_json(results), 0.1);
    REQUIRE(requirements);
    REQUIRE_FALSE(requirements->empty());
    CHECK(requirements->front().of == MetricName{"service:shop", "downtime_per_year", {}});
    CHECK(requirements->front().baseline->estimate ==
          Approx(results::find_metric(results, "service:shop", "downtime_per_year")->estimate));
    CHECK_FALSE(no_worse_than("{}", 0.1));
    CHECK_FALSE(no_worse_than("not JSON", 0.1));
    CHECK_FALSE(no_worse_than(R"({"metrics": [1, "x", {}], "run": {"confidence": 0.95}})", 0.1));
}

TEST_CASE("Times that exclude each other take variants of the design, others share one") {
    const auto scenario = opened(pool(2));
    const auto with = [](const std::string& text) {
        Requirement requirement = read(text);
        requirement.of.subject = "service:shop";
        return requirement;
    };
    const Variants variants =
        variants_of(scenario, {with("P(recovery_time <= 1 h) >= 50%"), with("availability >= 9%"),
                               with("P(recovery_time <= 2 h) >= 50%"), with("P(recovery_time <= 1 h) >= 40%")});
    CHECK(variants.of == std::vector<std::size_t>{0, 0, 1, 0});
    REQUIRE(variants.scenarios.size() == 2);
    CHECK(variants.scenarios[1].services[0].objective.rto->all->in_seconds() == 7200.0);
}

TEST_CASE("Rounds double until the limit, and the error is spent evenly") {
    CHECK(rounds_until(100, 1000) == std::vector<std::uint64_t>{100, 200, 400, 800, 1000});
    CHECK(rounds_until(100, 100) == std::vector<std::uint64_t>{100});
    CHECK(round_confidence(0.95, 5, 2) == Approx(0.995));
}

}  // namespace nines::compare

// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using nines::Duration;
using nines::oracle::bound;
using nines::oracle::run_file;
using nines::oracle::run_text;

namespace {

constexpr double hour = 3600.0;
constexpr double year_hours = 8760.0;
constexpr double scale = 1000.0;
constexpr double shape = 2.5;

double survival(double age) {
    return std::exp(-std::pow(age / scale, shape));
}

/// Simpson's rule; the integrand is smooth and 4000 steps leave less than 1e-12 of it.
double mean_time_to_renewal(double age) {
    constexpr int steps = 4000;
    const double step = age / steps;
    double sum = survival(0.0) + survival(age);
    for (int i = 1; i < steps; ++i) sum += (i % 2 == 1 ? 4.0 : 2.0) * survival(i * step);
    return sum * step / 3.0;
}

/// Long run of age replacement: 2 h for a replacement, 10 h for a repair, good as new after both.
struct AgeReplacement {
    explicit AgeReplacement(double age)
        : up(mean_time_to_renewal(age)), planned(2.0 * survival(age)), unplanned(10.0 * (1.0 - survival(age))) {}
    double cycle() const { return up + planned + unplanned; }
    double availability() const { return up / cycle(); }
    /// Barlow and Hunter, per hour of work: 1 for a replacement, 5 for a failure.
    double cost_rate() const { return (planned / 2.0 + 5.0 * unplanned / 10.0) / up; }
    double per_year(double hours) const { return hours / cycle() * year_hours * hour; }

    double up, planned, unplanned;
};

}  // namespace

TEST_CASE("closed forms of age replacement have their published values", "[oracle][maintenance]") {
    CHECK(AgeReplacement(300.0).availability() == Approx(0.9920032140266946).epsilon(1e-11));
    CHECK(AgeReplacement(500.0).availability() == Approx(0.9931226397940327).epsilon(1e-11));
    CHECK(AgeReplacement(300.0).cost_rate() == Approx(0.004030625032375259).epsilon(1e-10));
    const AgeReplacement best(493.0469575966341);
    CHECK(best.availability() == Approx(0.9931235278036928).epsilon(1e-11));
    CHECK(best.cost_rate() == Approx(0.0034620427387892687).epsilon(1e-10));
    for (const double age : {300.0, 450.0, 490.0, 496.0, 550.0, 1000.0, 5000.0}) {
        CHECK(AgeReplacement(age).availability() < best.availability());
        CHECK(AgeReplacement(age).cost_rate() > best.cost_rate());
    }
}

TEST_CASE("at each age of replacement planned and unplanned downtime follow renewal theory", "[oracle][maintenance]") {
    const double age = GENERATE(200.0, 300.0, 493.0469575966341, 700.0, 1200.0);
    CAPTURE(age);
    const AgeReplacement exact(age);
    const auto study = run_file("reference/preventive_replacement.toml",
                                {.trials = 400,
                                 .warm_up = Duration::hours(20000),
                                 .overrides = {fmt::format("node.part.replace_at_age={} h", age)}});
    // wrong: no replacement.
    CHECK_EXACT(study, "service:function", "availability", exact.availability(), 0.9888550058467439);
    // wrong: each renewal takes as long as the other kind.
    CHECK_EXACT(study, "service:function", "planned_downtime_per_year", exact.per_year(exact.planned),
                exact.per_year(5.0 * exact.planned));
    CHECK_EXACT(study, "service:function", "unplanned_downtime_per_year", exact.per_year(exact.unplanned),
                exact.per_year(exact.unplanned / 5.0));
    CHECK(study.estimate("service:function", "planned_downtime_per_year") +
              study.estimate("service:function", "unplanned_downtime_per_year") ==
          Approx(study.estimate("service:function", "downtime_per_year")));
}

TEST_CASE("run to failure has unplanned downtime alone", "[oracle][maintenance]") {
    const auto study =
        run_file("reference/preventive_replacement.toml",
                 {.trials = 400, .warm_up = Duration::hours(20000), .overrides = {"node.part.replace_at_age=1000 y"}});
    // MTTF / (MTTF + 10 h); wrong: replaced at 300 h.
    CHECK_EXACT(study, "service:function", "availability", 0.9888550058467439, 0.9920032140266946);
    CHECK(study.estimate("service:function", "planned_downtime_per_year") == 0.0);
    // 5 for each failure, per hour of work: what the cost tends to as the age grows.
    CHECK(AgeReplacement(6000.0).cost_rate() == Approx(0.005635302489930138).epsilon(1e-9));
}

TEST_CASE("minimal repair with replacement fails as often as its cumulative hazard says", "[oracle][maintenance]") {
    // Between replacements failures are a Poisson process in operating age: (T / scale)^shape of them. The best age
    // for costs 1 and 5 is where 5 (shape - 1) (T / scale)^shape = 1.
    constexpr double best_age = 446.6583884415239;
    const double age = GENERATE_COPY(300.0, best_age, 900.0);
    CAPTURE(age);
    const double failures = std::pow(age / scale, shape);
    const auto study =
        run_file("reference/preventive_replacement.toml",
                 {.trials = 400,
                  .warm_up = Duration::hours(20000),
                  .overrides = {fmt::format("node.part.replace_at_age={} h", age), "node.part.repair=minimal",
                                "node.part.ttr=1 h", "node.part.replacement=1 h"}});
    const double cycle = age + failures + 1.0;
    const double seconds = year_hours * hour / cycle;
    // wrong: good as new after each failure.
    const double renewed = AgeReplacement(age).up / survival(age);
    const double failures_renewed = 1.0 / survival(age) - 1.0;
    // Repairs of an hour hardly disturb the rhythm of replacements, so that nearly all trials have the same number of
    // them: it is that of the long run but for one in the 20 years.
    const double one = hour / 20.0;
    CHECK(std::abs(study.estimate("service:function", "planned_downtime_per_year") - seconds) <= one);
    CHECK(std::abs(year_hours * hour / (renewed + failures_renewed + 1.0) - seconds) > 2.0 * one);
    CHECK_EXACT(study, "service:function", "unplanned_downtime_per_year", failures * seconds, 1.2 * failures * seconds);
    CHECK(std::abs(study.z("service:function", "availability", age / cycle)) < bound);
    if (age == best_age) CHECK((1.0 + 5.0 * failures) / age == Approx(0.0037314124391170252).epsilon(1e-12));
    CHECK((1.0 + 5.0 * failures) / age >= 0.0037314124391170252 - 1e-15);
}

TEST_CASE("what strikes a part before its replacement is a failure and is repaired", "[oracle][maintenance]") {
    // Struck at 10 h: repaired for 5 h. Good as new at 15 h, replaced at age 20 h: from 35 h to 36 h.
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "40 h" }
        [node.part]
        ttf = "weibull(shape 50, scale 1000 h)"
        ttr = "5 h"
        replace_at_age = "20 h"
        replacement = "1 h"
        [group.parts]
        node = "part"
        [event.accident]
        at = "10 h"
        do = "fail parts"
        [service.function]
        needs = ["parts"]
    )toml",
                                {.trials = 10});
    const double of_year = year_hours / 40.0 * hour;
    CHECK(study.estimate("service:function", "planned_downtime_per_year") == Approx(1.0 * of_year));
    CHECK(study.estimate("service:function", "unplanned_downtime_per_year") == Approx(5.0 * of_year));
}

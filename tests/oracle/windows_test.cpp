// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "models/results/exact_rows.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/study.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using namespace nines;
using nines::oracle::bound;
using nines::oracle::run_text;
using nines::oracle::Study;

namespace {

constexpr double hour = 3600.0;
constexpr double pi = 3.14159265358979323846;

// One unit that fails once in `mean_up` on average and is repaired in a constant time.
constexpr double mean_up = 300.0;  // hours
constexpr double repair = 2.0;     // hours

Study one_unit(const std::string& objective, double horizon_hours, std::uint64_t trials) {
    return run_text(fmt::format(R"(format = 1
scenario = {{ horizon = "{} h" }}
[node.unit]
mtbf = "{} h"
ttr = "{} h"
[group.unit]
node = "unit"
[service.site]
needs = ["unit"]
objective = {{ {} }}
)",
                                horizon_hours, mean_up, repair, objective),
                    {.trials = trials});
}

double poisson_at_most(double count, double mean) {
    double term = std::exp(-mean);
    double sum = 0.0;
    for (double n = 0.0; n <= count + 1e-9; n += 1.0) {
        sum += term;
        term *= mean / (n + 1.0);
    }
    return sum;
}

/// P(at most `x` hours down within the first `t` hours): the unit has worked t - x hours by then if the repairs of the
/// failures within them take no longer than x. Source: Takacs, "On certain sojourn time problems" (1957).
double down_at_most(double x, double t) {
    return t <= x ? 1.0 : poisson_at_most(std::floor(x / repair + 1e-9), (t - x) / mean_up);
}

/// P(up at t): n failures and their repairs are over, and none is under way.
double up_at(double t) {
    double sum = 0.0;
    for (double n = 0.0; n * repair <= t; n += 1.0) {
        const double worked = (t - n * repair) / mean_up;
        sum += std::exp(-worked + n * std::log(worked > 0.0 ? worked : 1e-300) - std::lgamma(n + 1.0));
    }
    return sum;
}

const results::Metric& of_window(const Study& study, const char* window) {
    const auto* row = results::find_metric(study.results, "service:site", "p_slo_met_window", window);
    REQUIRE(row != nullptr);
    return *row;
}

double z_of(const results::Metric& row, double exact) {
    return (row.estimate - exact) / ((row.high - row.low) / 2.0 / 1.959964);
}

results::Results solved(const std::string& toml, bool steady) {
    const auto opened = validate::open_text("a.toml", toml);
    REQUIRE(!scenario::has_errors(opened.diagnostics));
    results::StudyOptions options;
    options.steady = steady;
    const auto study = results::prepare_study(opened.scenario, options, opened.diagnostics);
    REQUIRE(study.problems.empty());
    return results::solve_study(study, {});
}

}  // namespace

TEST_CASE("a window's downtime has the distribution of an alternating renewal process", "[oracle][windows]") {
    // 98.9 % of 1000 h leaves 11 h: five repairs; wrong: four, or six.
    const Study study = one_unit("slo = \"98.9%\"", 1000.0, 20000);
    CHECK_EXACT(study, "service:site", "p_slo_met", down_at_most(11.0, 1000.0), down_at_most(9.0, 1000.0));
    CHECK_EXACT(study, "service:site", "p_budget_exhausted", 1.0 - down_at_most(11.0, 1000.0),
                1.0 - down_at_most(13.0, 1000.0));
    CHECK(study.estimate("service:site", "p_slo_always_met") == study.estimate("service:site", "p_slo_met"));
}

TEST_CASE("a month of 100 % is one that begins up and sees no failure", "[oracle][windows]") {
    const Study study = one_unit("slo = \"100% per 100 h\"", 1000.0, 60000);
    double met = 0.0;
    for (int k = 0; k < 10; ++k) met += up_at(100.0 * k) * std::exp(-100.0 / mean_up) / 10.0;
    CHECK_EXACT(study, "service:site", "p_slo_met", met, std::exp(-100.0 / mean_up));
    // No failure within the horizon; wrong: the first window is not looked at.
    CHECK_EXACT(study, "service:site", "p_slo_always_met", std::exp(-1000.0 / mean_up), std::exp(-900.0 / mean_up));
    // Nothing can be spent of no budget.
    CHECK(results::find_metric(study.results, "service:site", "error_budget_spent_mean") == nullptr);
}

TEST_CASE("the usual windows are judged by the same target", "[oracle][windows]") {
    const Study study = one_unit("slo = \"100%\"", 8760.0 / 4.0, 20000);
    const auto met = [](int windows, double length) {
        double sum = 0.0;
        for (int k = 0; k < windows; ++k) sum += up_at(length * k) * std::exp(-length / mean_up);
        return sum / windows;
    };
    CHECK(std::abs(z_of(of_window(study, "28 d"), met(3, 672.0))) < bound);
    CHECK(std::abs(z_of(of_window(study, "month"), met(3, 730.0))) < bound);
    CHECK(std::abs(z_of(of_window(study, "quarter"), met(1, 2190.0))) < bound);
    CHECK(results::find_metric(study.results, "service:site", "p_slo_met_window", "year") == nullptr);
}

TEST_CASE("a budget is gone as soon as its repairs are", "[oracle][windows]") {
    const double horizon = 1000.0;
    const Study study = one_unit("slo = \"99.5%\"", horizon, 20000);  // 5 h: gone within the third repair
    // E[T | T <= H] of P(T > t) = P(at most 5 h down within t), by the trapezoidal rule.
    const double left = down_at_most(5.0, horizon);
    double integral = 0.0;
    constexpr double step = 0.01;
    for (double t = 0.0; t < horizon - step / 2.0; t += step) {
        integral += 0.5 * step * (down_at_most(5.0, t) + down_at_most(5.0, t + step));
    }
    const double after = (integral - horizon * left) / (1.0 - left);
    CHECK_EXACT(study, "service:site", "time_to_exhaust_budget_mean", after * hour, (after - 20.0) * hour);
    // The least time is that of three failures at once: 4 h of repairs and 1 h of the third.
    CHECK(study.estimate("service:site", "time_to_exhaust_budget_p50") > 5.0 * hour);
}

TEST_CASE("the mean of the budget that is spent is the unavailability over it", "[oracle][windows]") {
    const std::string toml = R"(format = 1
scenario = { horizon = "1200 h" }
[node.unit]
mtbf = "300 h"
mttr = "2 h"
[group.unit]
node = "unit"
[service.site]
needs = ["unit"]
objective = { slo = "99.5% per 300 h" }
)";
    const Study study = run_text(toml, {.trials = 20000});
    const results::Results exact = solved(toml, false);
    const auto* row = results::find_metric(exact, "service:site", "error_budget_spent_mean");
    REQUIRE(row != nullptr);
    // m/(l+m) and its transient from up: U = l/(l+m) (1 - (1 - exp(-(l+m) t)) / ((l+m) t)), over 0.5 %.
    const double l = 1.0 / 300.0;
    const double m = 0.5;
    const double t = 1200.0;
    const double unavailability = l / (l + m) * (1.0 - (1.0 - std::exp(-(l + m) * t)) / ((l + m) * t));
    CHECK(row->estimate == Approx(unavailability / 0.005).epsilon(1e-9));
    CHECK_EXACT(study, "service:site", "error_budget_spent_mean", row->estimate, 1.1 * row->estimate);

    // In the long run m/(l+m) itself, whatever the windows.
    const auto long_run = solved(toml, true);
    CHECK(results::find_metric(long_run, "service:site", "error_budget_spent_mean")->estimate ==
          Approx(l / (l + m) / 0.005).epsilon(1e-9));
    // Windows that do not fill the horizon judge another time than it: no exact figure.
    const std::string part = std::string(toml).replace(toml.find("per 300 h"), 9, "per 500 h");
    CHECK(results::find_metric(solved(part, false), "service:site", "error_budget_spent_mean") == nullptr);
}

TEST_CASE("without any budget the windows are met if nothing fails", "[oracle][windows]") {
    const auto exact = solved(R"(format = 1
scenario = { horizon = "1000 h" }
[node.unit]
mtbf = "300 h"
mttr = "2 h"
[group.unit]
node = "unit"
[service.site]
needs = ["unit"]
objective = { slo = "100% per 250 h" }
)",
                              false);
    const auto* row = results::find_metric(exact, "service:site", "p_slo_always_met");
    REQUIRE(row != nullptr);
    CHECK(row->estimate == Approx(std::exp(-1000.0 / 300.0)).epsilon(1e-9));
    REQUIRE(exact.solved);
    CHECK(exact.solved->missing.back().find("windows of objectives") == 0);
}

TEST_CASE("a rolling window of 100 % is met while the last failure is a window ago", "[oracle][windows]") {
    const Study study = one_unit("slo = \"100% per 100 h\", window = \"rolling\"", 1000.0, 20000);
    // Up at t - W and no failure since, at every t from W to H.
    double met = 0.0;
    constexpr double step = 0.5;
    for (double t = 0.0; t < 900.0 - step / 2.0; t += step) met += 0.5 * step * (up_at(t) + up_at(t + step)) / 900.0;
    met *= std::exp(-100.0 / mean_up);
    // wrong: nothing has failed for two windows.
    CHECK_EXACT(study, "service:site", "p_slo_met", met, std::exp(-200.0 / mean_up));
    CHECK_EXACT(study, "service:site", "p_slo_always_met", std::exp(-1000.0 / mean_up), std::exp(-900.0 / mean_up));
}

TEST_CASE("the worst rolling window is no better than the worst of those one after the other", "[oracle][windows]") {
    const auto worst = [](const char* window) {
        const Study study = one_unit(fmt::format("slo = \"99% per 100 h\", window = \"{}\"", window), 1000.0, 2000);
        return study.estimate("service:site", "worst_window_downtime_mean");
    };
    CHECK(worst("rolling") > 1.02 * worst("calendar"));
}

TEST_CASE("credits are paid by the lowest threshold that was undershot", "[oracle][windows]") {
    // Of 1000 h: 5 h are 99.5 %, 9 h are 99.1 %.
    const Study study =
        one_unit("slo = \"99.5%\", credits = [\"10% below 99.5%\", \"30% below 99.1%\"]", 1000.0, 20000);
    const double any = 1.0 - down_at_most(5.0, 1000.0);
    const double more = 1.0 - down_at_most(9.0, 1000.0);
    CHECK_EXACT(study, "service:site", "p_sla_credit", any, 0.9 * any);
    // wrong: the credits add up.
    CHECK_EXACT(study, "service:site", "sla_credit_share_mean", 0.1 * (any - more) + 0.3 * more,
                0.1 * any + 0.3 * more);
}

TEST_CASE("credits cost their share of the fee", "[oracle][windows][cost]") {
    // The horizon is one window: 9 h of 1000 h are 99.1 %, 15 h are 98.5 %.
    const Study study = one_unit(
        "slo = \"99.1%\", credits = [\"10% below 99.1%\", \"30% below 98.5%\"], fee = \"8000 per y\"", 1000.0, 20000);
    const double any = 1.0 - down_at_most(9.0, 1000.0);
    const double more = 1.0 - down_at_most(15.0, 1000.0);
    const double share = 0.1 * (any - more) + 0.3 * more;
    // wrong: the fee of a year for a window of 1000 h.
    CHECK_EXACT(study, "service:site", "credit_cost_per_year", 8000.0 * share, 8000.0 * share * 8.76);
    CHECK(study.estimate("scenario:design", "cost_per_year") ==
          Approx(study.estimate("service:site", "credit_cost_per_year")));
    CHECK(study.estimate("service:site", "credit_cost_per_year") ==
          Approx(8000.0 * study.estimate("service:site", "sla_credit_share_mean")));
}

TEST_CASE("windows of one fee are paid back one by one", "[oracle][windows][cost]") {
    // Down once, for two hours from hour 150 on: the second of four windows of 100 h is at 98 %.
    const Study study = run_text(R"(format = 1
scenario = { horizon = "400 h" }
[node.unit]
mttf = "1000000 y"
price = "0.5 per h"
[group.unit]
node = "unit"
[service.site]
needs = ["unit"]
objective = { slo = "99% per 100 h", credits = ["10% below 99%", "25% below 98.5%"], fee = "20 per h" }
[event.outage]
at = "150 h"
do = "fail unit for 2 h"
)",
                                 {.trials = 2});
    // 25 % of the 2000 of that window in 400 h.
    CHECK(study.estimate("service:site", "credit_cost_per_year") == Approx(500.0 * 8760.0 / 400.0));
    CHECK(study.estimate("scenario:design", "cost_per_year") == Approx(500.0 * 8760.0 / 400.0 + 0.5 * 8760.0));
}

TEST_CASE("by requests an outage at noon costs more than one at night", "[oracle][windows][load]") {
    // Down for two hours from noon on day 30: within the second window of 28 d. Nothing else happens.
    const auto at = [](const char* measure) {
        return run_text(fmt::format(R"(format = 1
scenario = {{ horizon = "56 d" }}
[node.unit]
mttf = "1000000 y"
[group.unit]
node = "unit"
[service.site]
entry = "unit"
load = {{ peak = "100 req/s", shape = "diurnal", trough = "20%", peak_at = "13:00" }}
objective = {{ slo = "99.6% per 28 d", measure = "{}" }}
[event.outage]
at = "732 h"
do = "fail unit for 2 h"
)",
                                    measure),
                        {.trials = 1});
    };
    const Study by_requests = at("requests");
    // Integral of 0.2 + 0.8 (1 + cos(2 pi (h - 13) / 24)) / 2 from 12 to 14, over 28 days of 24 h x 0.6.
    const double lost = 0.6 * 2.0 + 0.4 * 24.0 / (2.0 * pi) * 2.0 * std::sin(2.0 * pi / 24.0);
    const double share = lost / (28.0 * 24.0 * 0.6);
    CHECK(by_requests.estimate("service:site", "worst_window_unanswered_mean") == Approx(share).epsilon(1e-6));
    CHECK(by_requests.estimate("service:site", "error_budget_spent_mean") == Approx(0.5 * share / 0.004).epsilon(1e-6));
    CHECK(share > 0.004);
    CHECK(by_requests.estimate("service:site", "p_slo_met") == 0.5);
    // By time it is met: 2 h of 0.4 % x 672 h.
    const Study by_time = at("time");
    CHECK(by_time.estimate("service:site", "p_slo_met") == 1.0);
    CHECK(by_time.estimate("service:site", "worst_window_downtime_mean") == Approx(2.0 * hour).epsilon(1e-9));
    CHECK(by_time.estimate("service:site", "error_budget_spent_max") == Approx(2.0 / 2.688).epsilon(1e-9));
}

TEST_CASE("with a constant load requests are lost as time is", "[oracle][windows][load]") {
    const auto run = [](const char* measure) {
        return run_text(fmt::format(R"(format = 1
scenario = {{ horizon = "1000 h" }}
[node.unit]
mtbf = "300 h"
ttr = "2 h"
[group.unit]
node = "unit"
[service.site]
entry = "unit"
load = "100 req/s"
objective = {{ slo = "99.1% per 125 h", measure = "{}" }}
)",
                                    measure),
                        {.trials = 500});
    };
    const Study time = run("time");
    const Study requests = run("requests");
    for (const char* metric : {"p_slo_met", "p_slo_always_met", "error_budget_spent_mean", "error_budget_spent_p95"}) {
        CAPTURE(metric);
        CHECK(requests.estimate("service:site", metric) == Approx(time.estimate("service:site", metric)).epsilon(1e-6));
    }
    CHECK(results::find_metric(requests.results, "service:site", "time_to_exhaust_budget_mean") == nullptr);
}

TEST_CASE("the tutorial of error budgets comes to the figures in its head", "[oracle][windows][tutorial]") {
    const Study study = oracle::run_file("tutorial/26_error_budgets.toml", {.trials = 10000});
    const char* calendar = "service:calendar";
    // 8.76 h of a year hold 17 repairs of 30 min: P(at most 17 failures within the other 8751.24 h).
    const auto* year = results::find_metric(study.results, calendar, "p_slo_met_window", "year");
    REQUIRE(year != nullptr);
    CHECK(std::abs(z_of(*year, poisson_at_most(17.0, 8751.24 / 720.0))) < bound);
    CHECK(study.estimate(calendar, "p_slo_met") == Approx(0.738).margin(0.005));
    CHECK(study.estimate(calendar, "error_budget_spent_mean") == Approx(0.69).margin(0.01));
    CHECK(study.estimate(calendar, "sla_credit_share_mean") == Approx(0.038).margin(0.001));
    CHECK(study.estimate("service:rolling", "p_slo_met") == Approx(0.738).margin(0.005));
    CHECK(study.estimate("service:rolling", "worst_window_downtime_mean") >
          1.1 * study.estimate(calendar, "worst_window_downtime_mean"));
    CHECK(study.estimate("service:requests", "p_slo_met") == Approx(0.67).margin(0.01));
}

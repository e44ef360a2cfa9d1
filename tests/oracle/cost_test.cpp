// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "models/compile/compile.hpp"
#include "models/exact/solution.hpp"
#include "models/report/text.hpp"
#include "models/results/cost_rows.hpp"
#include "models/results/exact_rows.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/study.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using namespace nines;
using Catch::Matchers::WithinRel;
using oracle::run_text;

namespace {

constexpr double hour = 3600.0;
constexpr double day = 86400.0;
constexpr double year = 365.0 * day;
constexpr double rounding = 1e-9;

const std::string whole = results::whole_design;

/// A machine that fails every 10 d for an hour on average.
std::string one_machine(const std::string& experiment, const std::string& service, const std::string& more = "") {
    return fmt::format(
        "format = 1\nscenario = {{ {} }}\n[node.box]\nmtbf = \"10 d\"\nmttr = \"1 h\"\n{}"
        "[group.web]\nnode = \"box\"\n[service.site]\nneeds = [\"web\"]\n{}\n",
        experiment, more, service);
}

constexpr double failing = 1.0 / (10.0 * day);
constexpr double mending = 1.0 / hour;
constexpr double unavailability = failing / (failing + mending);

/// Mean time down within [0, span] of a machine that works at 0: U (t - (1 - exp(-(l + m) t)) / (l + m)).
double down_from_new(double span) {
    const double both = failing + mending;
    return unavailability * (span + std::expm1(-both * span) / both);
}

results::Metric solved(const std::string& toml, const std::string& subject, const std::string& metric, bool steady) {
    const auto opened = validate::open_text("test.toml", toml);
    results::StudyOptions options;
    options.steady = steady;
    exact::SolveQuestion question;
    question.horizon = !steady;
    const results::Results results = results::solve_study(results::prepare_study(opened.scenario, options), question);
    const results::Metric* row = results::find_metric(results, subject, metric);
    return row == nullptr ? results::Metric{} : *row;
}

/// What `nines solve` says that it cannot give.
std::string missing(const std::string& toml) {
    const auto opened = validate::open_text("test.toml", toml);
    const auto study = results::prepare_study(opened.scenario, {});
    const results::Results results = results::solve_study(study, {});
    std::string all;
    for (const std::string& reason : results.solved->missing) all += reason + "\n";
    return all;
}

}  // namespace

TEST_CASE("what is paid by time, data and requests is known exactly beforehand", "[oracle][cost]") {
    const auto study = run_text(R"(format = 1
scenario = { currency = "EUR", horizon = "1 y" }
[domain.room]
price = "900 EUR/mo"
[node.box]
mtbf = "10 d"
mttr = "1 h"
price = "70 per mo"
[node.alone]
mtbf = "1 y"
mttr = "1 h"
price = "1 per h"
[group.web]
node = "box"
count = 3
in = "room"
[group.db]
node = "box"
count = 2
[store.orders]
on = "db"
size = "100 GB"
growth = "50% per y"
price = "0.12 per GB mo"
[balancer.edge]
to = ["web"]
price = "20 per mo"
[crew.hands]
size = 2
price = "2500 per mo"
[service.site]
entry = "edge"
needs = ["orders", "alone"]
load = { peak = "100 req/s", price = "0.40 per million requests" }
)",
                                {.trials = 20});
    const auto cost = [&](const std::string& subject, const std::string& metric) {
        const results::Metric& row = study.row(subject, metric);
        CHECK(row.low == row.estimate);
        CHECK(row.high == row.estimate);
        CHECK(row.n == 0);
        CHECK(row.method == "exact");
        return row.estimate;
    };
    const std::string infrastructure = "infrastructure_cost_per_year";
    const double data = 0.12 * 100.0 * 12.0 * 2.0 * 0.5 / std::log(1.5);  // integral of 1.5^t over a year
    const double requests = 0.40 * 100.0 * year / 1e6;
    CHECK_THAT(cost("domain:room", infrastructure), WithinRel(900.0 * 12.0, rounding));
    CHECK_THAT(cost("group:web", infrastructure), WithinRel(70.0 * 12.0 * 3.0, rounding));
    CHECK_THAT(cost("node:alone", infrastructure), WithinRel(8760.0, rounding));
    CHECK_THAT(cost("store:orders", infrastructure), WithinRel(data, rounding));
    CHECK_THAT(cost("balancer:edge", infrastructure), WithinRel(240.0, rounding));
    CHECK_THAT(cost("service:site", infrastructure), WithinRel(requests, rounding));
    CHECK_THAT(cost("crew:hands", "people_cost_per_year"), WithinRel(60000.0, rounding));
    const double all = 10800.0 + 2520.0 + 1680.0 + 8760.0 + 240.0 + data + requests;
    CHECK_THAT(cost(whole, infrastructure), WithinRel(all, rounding));
    CHECK_THAT(cost(whole, "people_cost_per_year"), WithinRel(60000.0, rounding));
    CHECK_THAT(cost(whole, "cost_per_year"), WithinRel(all + 60000.0, rounding));
}

TEST_CASE("the cost of downtime is its price times the run's own downtime, and a sum for each outage",
          "[oracle][cost]") {
    const auto study =
        run_text(one_machine("horizon = \"100 d\"", "downtime_cost = { price = \"500 per min\", per_outage = 2000 }"),
                 {.trials = 4000});
    const double own = study.estimate("service:site", "downtime_per_year") / 60.0 * 500.0 +
                       study.estimate("service:site", "outages_per_year") * 2000.0;
    CHECK_THAT(study.estimate("service:site", "downtime_cost_per_year"), WithinRel(own, rounding));
    const double span = 100.0 * day;
    const double outages = failing * (span - down_from_new(span));
    const double expected = (down_from_new(span) / 60.0 * 500.0 + outages * 2000.0) * year / span;
    const double without_sum = down_from_new(span) / 60.0 * 500.0 * year / span;
    CHECK_EXACT(study, "service:site", "downtime_cost_per_year", expected, without_sum);
    CHECK_EXACT(study, whole, "cost_per_year", expected, without_sum);
}

TEST_CASE("an outage costs by the times of the week that it covers", "[oracle][cost]") {
    const std::string hours =
        R"(downtime_cost = { price = "500 per min", hours = "Mon-Fri 09:00-17:00", off_hours = "50 per min" })";
    SECTION("one from 08:00 to 10:00 of a Thursday is half within the hours") {
        const auto study = run_text(one_machine("horizon = \"1 wk\", start = \"Tue 00:00\"", hours,
                                                "[event.dark]\nat = \"56 h\"\ndo = \"fail web for 2 h\"\n"),
                                    {.trials = 1, .overrides = {"node.box.mtbf=1000000 y"}});
        const double expected = (60.0 * 500.0 + 60.0 * 50.0) * year / (7.0 * day);
        CHECK_THAT(study.estimate("service:site", "downtime_cost_per_year"), WithinRel(expected, 1e-6));
    }
    SECTION("those at any time are as often within them as the hours' share of the week") {
        const auto study = run_text(one_machine("horizon = \"364 d\"", hours),
                                    {.trials = 2000, .warm_up = Duration::days(2.0), .steady_ages = true});
        const double share = 40.0 / 168.0;
        const double a_year_down = unavailability * year / 60.0;
        CHECK_EXACT(study, "service:site", "downtime_cost_per_year",
                    a_year_down * (500.0 * share + 50.0 * (1.0 - share)), a_year_down * 500.0);
    }
}

TEST_CASE("lost writes cost by their time, and all data a sum", "[oracle][cost]") {
    SECTION("a copy that lags 5 s is promoted once") {
        const auto study = run_text(R"(format = 1
scenario = { horizon = "10 d" }
[domain.eu]
[domain.us]
[node.box]
[group.a]
node = "box"
in = "eu"
[group.b]
node = "box"
in = "us"
[store.orders]
on = "a"
failover = { detect = "10 s" }
[[store.orders.follower]]
on = "b"
lag = "5 s"
promote = "failover"
[event.dark]
at = "1 d"
do = "fail domain eu for 1 h"
[service.site]
needs = ["orders"]
data_loss_cost = { price = "60 per min", total = 1000000 }
)",
                                    {.trials = 1});
        CHECK_THAT(study.estimate("service:site", "data_loss_cost_per_year"), WithinRel(5.0 * 36.5, 1e-6));
        CHECK_THAT(study.estimate(whole, "data_loss_cost_per_year"), WithinRel(5.0 * 36.5, 1e-6));
    }
    SECTION("the only copy is lost on the tenth day") {
        const auto study = run_text(R"(format = 1
scenario = { horizon = "15 d" }
[node.box]
ttf = "10 d"
ttr = "1 h"
effect = "lose-data"
[group.a]
node = "box"
[store.orders]
on = "a"
[service.site]
needs = ["orders"]
data_loss_cost = { price = "60 per min", total = 1000000 }
)",
                                    {.trials = 1});
        CHECK_THAT(study.estimate("service:site", "data_loss_cost_per_year"), WithinRel(1e6 * 365.0 / 15.0, rounding));
    }
}

TEST_CASE("a crew costs by its time, its work and its calls", "[oracle][cost]") {
    const std::string crew =
        "repaired_by = \"hands\"\n[crew.hands]\nsize = 2\nprice = \"10 per h\"\nwork_price = \"90 per h\"\n"
        "call_price = 250\n";
    const auto study = run_text(one_machine("horizon = \"100 d\"", "", crew), {.trials = 2000});
    const double busy_hours = study.estimate("crew:hands", "utilisation") * 8760.0 * 2.0;
    const double calls = study.estimate("service:site", "outages_per_year");
    const double own = 20.0 * 8760.0 + 90.0 * busy_hours + 250.0 * calls;
    CHECK_THAT(study.estimate("crew:hands", "people_cost_per_year"), WithinRel(own, rounding));
    const double span = 100.0 * day;
    const double variable = 90.0 * down_from_new(span) / hour + 250.0 * failing * (span - down_from_new(span));
    const double expected = 20.0 * 8760.0 + variable * year / span;
    CHECK_EXACT(study, "crew:hands", "people_cost_per_year", expected, 20.0 * 8760.0);
}

TEST_CASE("members of a group that scales cost for the time that they are in service", "[oracle][cost]") {
    const auto study = run_text(R"(format = 1
scenario = { horizon = "10 d" }
[node.vm]
mttf = "1000000 y"
capacity = "100 req/s"
price = "1 per h"
[group.web]
node = "vm"
count = 2
scale = { max = 40, target = "50%" }
[balancer.edge]
to = ["web"]
check = "instant"
[service.site]
entry = "edge"
load = { peak = "1000 req/s", shape = "diurnal", trough = "10%" }
)",
                                {.trials = 2});
    const double members = study.estimate("group:web", "mean_members_up");
    REQUIRE(members > 5.0);
    CHECK_THAT(study.estimate("group:web", "infrastructure_cost_per_year"), WithinRel(8760.0 * members, 1e-6));
}

TEST_CASE("members that a plan starts cost from then on, and idle ones their share", "[oracle][cost]") {
    const std::string scenario = R"(format = 1
scenario = {{ horizon = "10 d" }}
[domain.eu]
[node.box]
price = "1 per h"
[group.a]
node = "box"
in = "eu"
[group.b]
node = "box"
count = {}
[service.site]
needs = ["any of a, b"]
[plan.more]
when = "domain eu down for 10 min"
works = "100%"
steps = ["scale b to 9 takes 2 min"]
[event.dark]
at = "1 d"
do = "fail domain eu for 5 d"
)";
    const double later = 9.0 * 24.0 - 12.0 / 60.0;  // hours from then to the end
    const double a_year = 36.5;
    SECTION("those that do not stand by are not there before") {
        const auto study = run_text(fmt::format(fmt::runtime(scenario), 2), {.trials = 1});
        CHECK_THAT(study.estimate("group:b", "infrastructure_cost_per_year"),
                   WithinRel((2.0 * 240.0 + 7.0 * later) * a_year, 1e-6));
    }
    SECTION("those that stand by cost their share") {
        const std::string standby = "9\nactive = 2\nstandby = { mode = \"cold\", price = \"25%\" }";
        const auto study = run_text(fmt::format(fmt::runtime(scenario), standby), {.trials = 1});
        CHECK_THAT(study.estimate("group:b", "infrastructure_cost_per_year"),
                   WithinRel((2.0 * 240.0 + 7.0 * 0.25 * 240.0 + 7.0 * 0.75 * later) * a_year, 1e-6));
    }
}

TEST_CASE("a standby member costs as much as one that serves unless its group says otherwise", "[oracle][cost]") {
    const std::string pair = one_machine("horizon = \"1 y\"", "");
    const auto cost = [&](const std::string& standby) {
        std::string toml = pair;
        toml.replace(toml.find("node = \"box\""), 12, "node = \"box\"\ncount = 2\nactive = 1\n" + standby);
        return run_text(toml, {.trials = 2, .overrides = {"node.box.price=100 per y"}})
            .estimate("group:web", "infrastructure_cost_per_year");
    };
    CHECK_THAT(cost(""), WithinRel(200.0, rounding));
    CHECK_THAT(cost("standby = { mode = \"warm\", price = \"30%\" }"), WithinRel(130.0, rounding));
}

TEST_CASE("what a backup keeps costs at each of its places", "[oracle][cost]") {
    const auto study = run_text(R"(format = 1
scenario = { horizon = "1 y" }
[domain.near]
[domain.far]
[node.box]
mtbf = "1 y"
mttr = "1 h"
[group.a]
node = "box"
[store.orders]
on = "a"
size = "100 GB"
[backup.nightly]
of = "orders"
to = ["near", "far"]
full = "every 1 d at 02:00"
keep = { full = 7 }
price = "0.02 per GB mo"
[service.site]
needs = ["orders"]
)",
                                {.trials = 50});
    const double kept = study.estimate("backup:nightly", "backup_bytes_mean");
    REQUIRE(kept > 600e9);
    CHECK_THAT(study.estimate("backup:nightly", "infrastructure_cost_per_year"),
               WithinRel(2.0 * kept / 1e9 * 0.02 * 12.0, rounding));
}

TEST_CASE("the exact engine gives the cost of downtime where its price does not depend on the time",
          "[oracle][cost][exact]") {
    const std::string prices = "price = \"70 per mo\"\n";
    const std::string flat =
        one_machine("horizon = \"100 d\"", "downtime_cost = { price = \"500 per min\", per_outage = 2000 }", prices);
    const double span = 100.0 * day;
    const double expected =
        (down_from_new(span) / 60.0 * 500.0 + failing * (span - down_from_new(span)) * 2000.0) * year / span;
    CHECK_THAT(solved(flat, whole, "downtime_cost_per_year", false).estimate, WithinRel(expected, 1e-9));
    CHECK_THAT(solved(flat, whole, "cost_per_year", false).estimate, WithinRel(expected + 840.0, 1e-9));
    const double long_run = unavailability * year / 60.0 * 500.0 + failing * (1.0 - unavailability) * year * 2000.0;
    CHECK_THAT(solved(flat, "service:site", "downtime_cost_per_year", true).estimate, WithinRel(long_run, 1e-9));

    const std::string by_time = one_machine(
        "horizon = \"364 d\"", "downtime_cost = { price = \"500 per min\", hours = \"Mon-Fri 09:00-17:00\" }", prices);
    CHECK_THAT(solved(by_time, whole, "downtime_cost_per_year", true).estimate,
               WithinRel(unavailability * year / 60.0 * 500.0 * 40.0 / 168.0, 1e-9));
    CHECK(solved(by_time, whole, "downtime_cost_per_year", false).metric.empty());
    CHECK(solved(by_time, whole, "cost_per_year", false).metric.empty());
    CHECK_THAT(solved(by_time, whole, "infrastructure_cost_per_year", false).estimate, WithinRel(840.0, 1e-9));
    CHECK_THAT(missing(by_time), contains_text("downtime_cost_per_year of service:site: the price depends on"));
}

TEST_CASE("without a price there are no rows of cost, and the report has a section only with one",
          "[oracle][cost][report]") {
    const auto report = [](const std::string& service, const std::string& currency) {
        const auto opened =
            validate::open_text("test.toml", one_machine("horizon = \"100 d\", trials = 200" + currency, service));
        const results::Results results = results::run_study(results::prepare_study(opened.scenario, {}));
        return report::to_text(results, {});
    };
    CHECK_THAT(report("", ""), !contains_text("ost per year"));
    const std::string text = report("downtime_cost = \"500 EUR/min\"", ", currency = \"EUR\"");
    CHECK_THAT(text, contains_text("Cost per year, in EUR"));
    CHECK_THAT(text, contains_text("service:site"));
    CHECK_THAT(text, contains_text("Without a price, and therefore counted as 0: node box."));
}

TEST_CASE("costs are the same on any number of threads", "[oracle][cost]") {
    const std::string toml = one_machine("horizon = \"30 d\"", "downtime_cost = \"500 per min\"");
    const auto one = run_text(toml, {.trials = 500, .threads = 1});
    const auto three = run_text(toml, {.trials = 500, .threads = 3});
    CHECK(one.row(whole, "cost_per_year").estimate == three.row(whole, "cost_per_year").estimate);
    CHECK(one.row(whole, "cost_per_year").high == three.row(whole, "cost_per_year").high);
}

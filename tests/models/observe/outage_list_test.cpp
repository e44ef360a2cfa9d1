// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/outage_list.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include "models/report/outages_csv.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/study.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"

using namespace nines;

namespace {

constexpr double year = 365.0 * 86400.0;

constexpr const char* two_of_three = R"(format = 1
[node.a]
mtbf = "10 d"
mttr = "1 d"
[group.web]
node = "a"
count = 3
maintenance = { every = "30 d", takes = "6 h" }
[service.site]
needs = ["2 of web"]
[service.any]
needs = ["web"]
)";

results::Study study_of(const char* text, std::uint64_t trials, bool steady = false, unsigned threads = 1) {
    const auto opened = validate::open_text("list.toml", text);
    results::StudyOptions options;
    options.trials = trials;
    options.steady = steady;
    options.threads = threads;
    options.list_outages = true;
    return results::prepare_study(opened.scenario, options, opened.diagnostics);
}

}  // namespace

TEST_CASE("outages one by one add up to the downtime, the planned downtime and the number of outages", "[outages]") {
    const bool steady = GENERATE(false, true);
    const auto results = results::run_study(study_of(two_of_three, 300, steady));
    REQUIRE(results.outages);
    const observe::OutageList& list = results.outages->outages;
    CHECK_FALSE(list.is_truncated());
    for (std::uint32_t s = 0; s < 2; ++s) {
        double down = 0.0;
        double planned = 0.0;
        std::uint64_t begun = 0;
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (list.outage(i).service != s) continue;
            down += list.outage(i).length;
            planned += list.outage(i).is_planned ? list.outage(i).length : 0.0;
            begun += list.outage(i).began_before ? 0 : 1;
        }
        const std::string& name = results.outages->services[s];
        const double years = 300.0 * results.run.horizon / year;
        CHECK(down / years == Approx(results::find_metric(results, name, "downtime_per_year")->estimate));
        CHECK(planned / years == Approx(results::find_metric(results, name, "planned_downtime_per_year")->estimate));
        CHECK(begun == results::find_metric(results, name, "outage_duration_mean")->n);
    }
}

TEST_CASE("the list of outages does not depend on the threads", "[outages]") {
    const auto one = results::run_study(study_of(two_of_three, 200));
    const auto two = results::run_study(study_of(two_of_three, 200, false, 2));
    CHECK(report::outages_to_csv(*one.outages) == report::outages_to_csv(*two.outages));
}

TEST_CASE("nobody's outages are listed unless that is asked for", "[outages]") {
    auto study = study_of(two_of_three, 10);
    study.plan.most_outages = 0;
    CHECK_FALSE(results::run_study(study).outages);
}

TEST_CASE("beyond the limit the first outages stay, and it is said that there were more", "[outages]") {
    const auto all = results::run_study(study_of(two_of_three, 200));
    REQUIRE(all.outages->outages.size() > 20);
    auto study = study_of(two_of_three, 200);
    study.plan.most_outages = 20;
    const auto some = results::run_study(study);
    REQUIRE(some.outages->outages.size() == 20);
    CHECK(some.outages->outages.is_truncated());
    const std::string whole = report::outages_to_csv(*all.outages);
    CHECK(whole.starts_with(report::outages_to_csv(*some.outages)));
}

TEST_CASE("an outage at a known time is listed with its cause, its class and what is cut off", "[outages]") {
    // From day 10 on for 2 days, and again from day 364 until after the end of the year.
    const auto results = results::run_study(study_of(R"(format = 1
[domain.zone]
level = "zone"
[node.a]
[group.web]
node = "a"
in = "zone"
[service.site]
needs = ["web"]
[event.first]
at = "10 d"
do = "fail domain zone for 2 d"
[event.last]
at = "364 d"
do = "fail domain zone for 9 d"
)",
                                                     1));
    REQUIRE(results.outages);
    CHECK(report::outages_to_csv(*results.outages) ==
          "trial,subject,begin,duration,planned,class,cut,causes\r\n"
          "0,service:site,864000,172800,0,zone,,event:first\r\n"
          "0,service:site,31449600,86400,0,zone,end,event:last\r\n");
}

TEST_CASE("names with commas, quotes and line breaks are quoted as RFC 4180 says", "[outages]") {
    results::OutageTable table{observe::OutageList(10), {"service:a,b"}, {"node:say \"hi\"", "two\nlines", "plain"}};
    table.outages.add({.trial = 3, .begin = 1.5, .length = 2.0}, std::vector<std::uint32_t>{0, 2});
    table.outages.add({.trial = 4, .is_planned = true, .began_before = true, .goes_on = true},
                      std::vector<std::uint32_t>{1});
    CHECK(report::outages_to_csv(table) ==
          "trial,subject,begin,duration,planned,class,cut,causes\r\n"
          "3,\"service:a,b\",1.5,2,0,node,,\"node:say \"\"hi\"\" + plain\"\r\n"
          "4,\"service:a,b\",0,0,1,node,both,\"two\nlines\"\r\n");
}

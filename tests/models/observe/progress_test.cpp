// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include "models/observe/simulate.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/results/study.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"

using namespace nines;

namespace {

results::Study two_services(std::uint64_t trials) {
    const auto opened = validate::open_text("two.toml", R"(format = 1
[node.a]
mtbf = "10 d"
mttr = "1 h"
[node.b]
mtbf = "20 d"
mttr = "3 h"
[service.first]
needs = ["a"]
[service.second]
needs = ["b"]
)");
    results::StudyOptions options;
    options.trials = trials;
    return results::prepare_study(opened.scenario, options, opened.diagnostics);
}

}  // namespace

TEST_CASE("progress knows each service's unavailability with the interval of the results", "[progress]") {
    const auto study = two_services(200);
    observe::Progress last;
    const auto results = results::run_study(study, [&](const observe::Progress& progress) {
        last = progress;
        return true;
    });
    REQUIRE(last.services.size() == 2);
    CHECK(last.trials == 200);
    double widest = 0.0;
    for (const observe::ServiceProgress& service : last.services) {
        const auto* row = results::find_metric(results, service.name, "unavailability");
        REQUIRE(row != nullptr);
        CHECK(service.unavailability.estimate == Approx(row->estimate));
        CHECK(service.unavailability.low == Approx(row->low));
        CHECK(service.unavailability.high == Approx(row->high));
        CHECK(service.relative_half_width == Approx((row->high - row->low) / 2.0 / row->estimate));
        widest = std::max(widest, service.relative_half_width);
    }
    CHECK(last.relative_half_width == widest);
    CHECK(last.unavailability == last.services.front().unavailability.estimate);
}

TEST_CASE("a run that may not go on keeps the blocks that were done", "[progress]") {
    const auto study = two_services(100000);
    bool go_on = true;
    std::uint64_t told = 0;
    const auto results = results::run_study(
        study,
        [&](const observe::Progress& progress) {
            told = progress.trials;
            go_on = progress.trials < 1000;
            return true;
        },
        [&] { return go_on; });
    CHECK(results.run.stopped == "interrupted");
    CHECK(results.run.trials == told);
    CHECK(results.run.trials >= 1000);
    CHECK(results.run.trials < 100000);
    // The same trials give the same bits, whether they were the whole run or not: 1023 = 1 + 2 + .. + 512.
    CHECK(results.run.trials == 1023);
}

TEST_CASE("a run that may not even begin has no trials", "[progress]") {
    const auto results = results::run_study(two_services(100), {}, [] { return false; });
    CHECK(results.run.trials == 0);
    CHECK(results.run.stopped == "interrupted");
    CHECK(results.metrics.empty());
}

TEST_CASE("being asked whether to go on changes no result", "[progress]") {
    const auto study = two_services(300);
    const auto plain = results::run_study(study);
    const auto asked = results::run_study(study, {}, [] { return true; });
    REQUIRE(plain.metrics.size() == asked.metrics.size());
    CHECK(asked.run.stopped == "trials");
    for (std::size_t i = 0; i < plain.metrics.size(); ++i) {
        CHECK(plain.metrics[i].estimate == asked.metrics[i].estimate);
        CHECK(plain.metrics[i].high == asked.metrics[i].high);
    }
}

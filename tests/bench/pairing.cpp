// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/pairing.hpp"

#include <string>

#include <fmt/format.h>

#include "models/compare/compare.hpp"
#include "models/validate/open.hpp"
#include "sim/stats/moments.hpp"
#include "tests/bench/measure.hpp"

namespace nines::bench {

namespace {

constexpr std::uint64_t trials = 200;

/// A shop whose database is restored within this time; the rest is the same.
scenario::Scenario shop(const char* mttr) {
    return validate::open_text("shop.toml", fmt::format(R"(format = 1
[node.web]
mtbf = "30 d"
mttr = "4 h"
[node.db]
mtbf = "60 d"
mttr = "{}"
[group.web]
node = "web"
count = 10
[group.db]
node = "db"
[service.shop]
needs = ["9 of web", "db"]
)",
                                                        mttr))
        .scenario;
}

results::StudyOptions options_of(std::uint64_t seed) {
    results::StudyOptions options;
    options.trials = trials;
    options.seed = seed;
    return options;
}

double downtime(const scenario::Scenario& scenario, std::uint64_t seed) {
    const auto study = results::prepare_study(scenario, options_of(seed));
    return observe::simulate(study.program, study.plan).tally.services.front().down.mean;
}

}  // namespace

std::vector<Row> pairing_rows(bool quick) {
    const scenario::Scenario slow = shop("4 h");
    const scenario::Scenario fast = shop("2 h");
    sim::Moments paired;
    sim::Moments apart;
    double compare_seconds = 0.0;
    double run_seconds = 0.0;
    const std::uint64_t repetitions = quick ? 40 : 200;
    for (std::uint64_t r = 0; r < repetitions; ++r) {
        compare::CompareOptions options;
        options.study = options_of(1000 + r);
        const Stopwatch comparing;
        const auto prepared = compare::prepare_designs({slow, fast}, options);
        const auto comparison = compare::compare_designs(prepared.designs, options);
        compare_seconds += comparing.cpu_seconds();
        paired.add(compare::find_difference(comparison, "service:shop", "downtime_per_year", 0, 1)->estimate);
        const Stopwatch running;
        apart.add(downtime(slow, 1000 + r) - downtime(fast, 100'000 + r));
        run_seconds += running.cpu_seconds();
    }
    const double n = static_cast<double>(repetitions);
    return {{"variance of a difference, seeds of their own / the same luck",
             fmt::format("{:.0f} s", apart.standard_deviation()), fmt::format("{:.0f} s", paired.standard_deviation()),
             apart.variance() / paired.variance(), 5.0, true},
            {"a comparison of two designs / two runs", fmt::format("{:.1f} ms", compare_seconds / n * 1e3),
             fmt::format("{:.1f} ms", run_seconds / n * 1e3), compare_seconds / run_seconds, 1.3}};
}

}  // namespace nines::bench

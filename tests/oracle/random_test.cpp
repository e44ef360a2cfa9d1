// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "models/compile/compile.hpp"
#include "models/exact/solution.hpp"
#include "models/observe/simulate.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"
#include "tests/oracle/random_scenario.hpp"
#include "tests/oracle/run.hpp"

using namespace nines;
using oracle::bound;
using oracle::RandomSetting;

namespace {

constexpr std::uint32_t most_states = 5'000;
constexpr double horizon_seconds = 2000.0 * 3600.0;

struct Run {
    std::uint32_t first_seed = 1;
    std::uint32_t scenarios = 0;  ///< To compare.
    std::uint64_t trials = 0;
    Duration warm_up = {};  ///< Above 0: the long run.
};

/// Sum of z^2 over figures of different scenarios, which are independent of each other.
struct ChiSquare {
    double sum = 0.0;
    int terms = 0;

    void add(double z) {
        sum += z * z;
        ++terms;
    }
    /// As a standard normal deviate. Source: Wilson and Hilferty, The distribution of chi-square (1931).
    double deviate() const {
        const double spread = 2.0 / (9.0 * terms);
        return (std::cbrt(sum / terms) - (1.0 - spread)) / std::sqrt(spread);
    }
};

/// How far simulation lies from the exact figures in many random scenarios.
class Comparison {
public:
    explicit Comparison(const Run& run) : run_(run) {}

    /// False: the chain is larger than the test has time for.
    bool compare(const std::string& text) {
        const validate::Opened opened = validate::open_text("random.toml", text);
        std::string errors;
        for (const auto& diagnostic : opened.diagnostics) {
            if (diagnostic.severity == scenario::Severity::error) errors += diagnostic.message + "\n";
        }
        REQUIRE(errors.empty());
        compile::Options options = compile::options_of(opened.scenario);
        options.warm_up = run_.warm_up;
        const compile::Program program = compile::compile(opened.scenario, options);

        exact::SolveQuestion question;
        question.lengths = false;
        question.horizon = !is_long_run();
        question.most_states = most_states;
        const exact::Solution solution = exact::solve(program, question);
        if (!solution.missing.empty()) {
            INFO(solution.missing.front().figure << ": " << solution.missing.front().reason);
            REQUIRE(solution.missing.front().reason == fmt::format("more than {} states", most_states));
            return false;
        }
        CHECK(solution.is_exact());

        observe::Plan plan;
        plan.trials = run_.trials;
        const observe::Outcome outcome = observe::simulate(program, plan);
        for (std::uint32_t s = 0; s < program.service_count; ++s) {
            compare_service(solution.subjects[s], outcome.tally.services[s], s == 0);
        }
        return true;
    }

    const ChiSquare& unavailability() const { return unavailability_; }
    const ChiSquare& outages() const { return outages_; }
    int too_few() const { return too_few_; }

private:
    bool is_long_run() const { return run_.warm_up > Duration(); }

    void compare_service(const exact::SubjectSolution& exact, const observe::ServiceTally& tally, bool is_first) {
        CAPTURE(exact.name);
        double down_seconds = 0.0;
        double outages = 0.0;
        if (is_long_run()) {
            REQUIRE(exact.long_run);
            down_seconds = exact.long_run->unavailability * horizon_seconds;
            outages = exact.long_run->outages_per_second * horizon_seconds;
        } else {
            REQUIRE(exact.over_horizon);
            down_seconds = exact.over_horizon->unavailability * horizon_seconds;
            outages = exact.over_horizon->outages;
        }
        // Of fewer outages the mean is not normal yet.
        if (outages * static_cast<double>(run_.trials) < 200.0 && outages > 0.0) {
            ++too_few_;
            return;
        }
        check("seconds down", tally.down, down_seconds, is_first ? &unavailability_ : nullptr);
        check("outages", tally.outages, outages, is_first ? &outages_ : nullptr);
    }

    static void check(const char* figure, const sim::Moments& simulated, double exact, ChiSquare* chi_square) {
        CAPTURE(figure, simulated.mean, exact);
        if (simulated.standard_error() == 0.0) {
            // All trials gave the same: where 15 others are expected, that happens with probability e^-15.
            const double most_off = 15.0 / static_cast<double>(simulated.count);
            CHECK(std::abs(simulated.mean - exact) <= (simulated.mean == 0.0 ? 1e-9 : most_off));
            return;
        }
        const double z = (simulated.mean - exact) / simulated.standard_error();
        CAPTURE(z);
        CHECK(std::abs(z) < bound);
        if (chi_square != nullptr) chi_square->add(z);
    }

    Run run_;
    ChiSquare unavailability_, outages_;
    int too_few_ = 0;
};

/// Compares as many scenarios as asked; of those met on the way at most this share may be too large.
void compare_many(const Run& run, const RandomSetting& setting, double most_refused = 0.25) {
    Comparison comparison(run);
    std::uint32_t compared = 0;
    std::uint32_t seed = run.first_seed;
    for (; compared < run.scenarios; ++seed) {
        const std::string text = oracle::random_scenario(seed, setting);
        INFO("seed " << seed << "\n" << text);
        compared += comparison.compare(text) ? 1 : 0;
    }
    CHECK(compared >= (seed - run.first_seed) * (1.0 - most_refused));
    CHECK(comparison.too_few() * 10 < static_cast<int>(run.scenarios));
    CHECK(comparison.unavailability().terms * 10 > static_cast<int>(run.scenarios) * 8);
    CAPTURE(comparison.unavailability().sum, comparison.unavailability().terms);
    CAPTURE(comparison.outages().sum, comparison.outages().terms);
    // Both sides: errors that are too small on the whole are as wrong as errors that are too large.
    CHECK(std::abs(comparison.unavailability().deviate()) < bound);
    CHECK(std::abs(comparison.outages().deviate()) < bound);
}

}  // namespace

TEST_CASE("random scenarios with exponential times are simulated as their chains say", "[oracle][random]") {
    compare_many({.first_seed = 1, .scenarios = 60, .trials = 500}, {});
}

TEST_CASE("random scenarios with times made of phases are simulated as their chains say", "[oracle][random]") {
    compare_many({.first_seed = 1000, .scenarios = 40, .trials = 500}, {.laws = RandomSetting::Laws::phases});
}

TEST_CASE("random scenarios settle into the long run of their chains", "[oracle][random]") {
    compare_many({.first_seed = 2000, .scenarios = 20, .trials = 500, .warm_up = Duration::hours(3000)},
                 {.is_repairable = true});
    compare_many({.first_seed = 3000, .scenarios = 10, .trials = 500, .warm_up = Duration::hours(3000)},
                 {.laws = RandomSetting::Laws::phases, .is_repairable = true});
}

TEST_CASE("random scenarios with stores that fail over are simulated as their chains say", "[oracle][random]") {
    compare_many({.first_seed = 40'000, .scenarios = 40, .trials = 500}, {.has_stores = true}, 0.7);
}

TEST_CASE("random stores settle into the long run of their chains", "[oracle][random]") {
    compare_many({.first_seed = 41'000, .scenarios = 10, .trials = 500, .warm_up = Duration::hours(3000)},
                 {.is_repairable = true, .has_stores = true}, 0.7);
}

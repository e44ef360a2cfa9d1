// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "models/compile/compile.hpp"
#include "models/exact/solution.hpp"
#include "models/observe/simulate.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"
#include "tests/oracle/balancer_scenario.hpp"
#include "tests/oracle/run.hpp"

using namespace nines;
using oracle::BalancerSetting;
using oracle::bound;

namespace {

constexpr std::uint32_t most_states = 5'000;
constexpr double horizon_seconds = 2016.0 * 3600.0;

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
    Comparison(Duration warm_up, std::uint64_t trials) : warm_up_(warm_up), trials_(trials) {}

    /// False: the chain is larger than the test has time for.
    bool compare(const std::string& text, std::uint32_t seed) {
        const validate::Opened opened = validate::open_text("random.toml", text);
        std::string errors;
        for (const auto& diagnostic : opened.diagnostics) {
            if (diagnostic.severity == scenario::Severity::error) errors += diagnostic.message + "\n";
        }
        INFO(errors);
        REQUIRE(errors.empty());
        compile::Options options = compile::options_of(opened.scenario);
        options.warm_up = warm_up_;
        const compile::Program program = compile::compile(opened.scenario, options);

        exact::SolveQuestion question;
        question.lengths = false;
        question.horizon = !is_long_run();
        question.most_states = most_states;
        const exact::Solution solution = exact::solve(program, question);
        for (const exact::Missing& missing : solution.missing) {
            INFO(missing.figure << ": " << missing.reason);
            REQUIRE(missing.reason == fmt::format("more than {} states", most_states));
            return false;
        }
        CHECK(solution.is_exact());

        observe::Plan plan;
        plan.trials = trials_;
        plan.seed = seed;  // things of one name would fail alike in every scenario
        const observe::Outcome outcome = observe::simulate(program, plan);
        for (std::uint32_t s = 0; s < program.service_count; ++s) {
            compare_service(solution.subjects[s], outcome.tally.services[s], s == 0);
        }
        return true;
    }

    const ChiSquare& unavailability() const { return unavailability_; }
    const ChiSquare& outages() const { return outages_; }
    const ChiSquare& requests() const { return requests_; }

private:
    bool is_long_run() const { return warm_up_ > Duration(); }

    void compare_service(const exact::SubjectSolution& exact, const observe::ServiceTally& tally, bool is_first) {
        CAPTURE(exact.name);
        const std::optional<double>& unanswered = is_long_run() ? exact.unanswered_long_run : exact.unanswered;
        REQUIRE(unanswered);
        // Of rarer losses the mean is not normal yet.
        if (*unanswered < 1e-4) {
            CHECK(std::abs(tally.unanswered.mean - *unanswered) < 1e-3);
        } else {
            check("requests", tally.unanswered, *unanswered, is_first ? &requests_ : nullptr);
        }
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
        // Of fewer outages the mean is not normal yet; a load that is always too much is down from the start.
        if (outages * static_cast<double>(trials_) < 200.0) return;
        check("seconds down", tally.down, down_seconds, is_first ? &unavailability_ : nullptr);
        check("outages", tally.outages, outages, is_first ? &outages_ : nullptr);
    }

    static void check(const char* figure, const sim::Moments& simulated, double exact, ChiSquare* chi_square) {
        CAPTURE(figure, simulated.mean, exact);
        if (simulated.standard_error() <= 1e-12 * simulated.mean) {
            CHECK(simulated.mean == Approx(exact).epsilon(1e-9).margin(1e-9));
            return;
        }
        const double z = (simulated.mean - exact) / simulated.standard_error();
        CAPTURE(z);
        CHECK(std::abs(z) < bound);
        if (chi_square != nullptr) chi_square->add(z);
    }

    Duration warm_up_;
    std::uint64_t trials_;
    ChiSquare unavailability_, outages_, requests_;
};

void compare_many(std::uint32_t first_seed, int scenarios, const BalancerSetting& setting, Duration warm_up) {
    Comparison comparison(warm_up, 400);
    int compared = 0;
    std::uint32_t seed = first_seed;
    for (; compared < scenarios; ++seed) {
        const std::string text = oracle::balancer_scenario(seed, setting);
        INFO("seed " << seed << "\n" << text);
        compared += comparison.compare(text, seed) ? 1 : 0;
    }
    // At most a third was too large.
    CHECK(compared * 3 >= static_cast<int>(seed - first_seed) * 2);
    for (const ChiSquare* figures : {&comparison.requests(), &comparison.unavailability(), &comparison.outages()}) {
        CAPTURE(figures->sum, figures->terms);
        CHECK(figures->terms * 2 > scenarios);
        // Both sides: errors that are too small on the whole are as wrong as errors that are too large.
        CHECK(std::abs(figures->deviate()) < bound);
    }
}

}  // namespace

TEST_CASE("random scenarios with balancers are simulated as their chains say", "[oracle][random][balancer]") {
    compare_many(1, 40, {}, {});
}

TEST_CASE("random scenarios with balancers settle into the long run of their chains", "[oracle][random][balancer]") {
    compare_many(500, 15, {}, Duration::hours(3000));
}

TEST_CASE("requests of a load that follows the clock are lost as the chain and the clock say",
          "[oracle][random][balancer]") {
    // The states forget the clock, so that over whole weeks only the means count.
    compare_many(1000, 25, {.is_diurnal = true}, Duration::hours(3024));
}

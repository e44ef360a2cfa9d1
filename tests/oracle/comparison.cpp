// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/oracle/comparison.hpp"

#include <cmath>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "models/compile/compile.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

namespace nines::oracle {

namespace {

constexpr std::uint32_t most_states = 5'000;

compile::Program program_of(const std::string& text, Duration warm_up) {
    const validate::Opened opened = validate::open_text("random.toml", text);
    std::string errors;
    for (const auto& diagnostic : opened.diagnostics) {
        if (diagnostic.severity == scenario::Severity::error) errors += diagnostic.message + "\n";
    }
    INFO(errors);
    REQUIRE(errors.empty());
    compile::Options options = compile::options_of(opened.scenario);
    options.warm_up = warm_up;
    return compile::compile(opened.scenario, options);
}

void check(const char* figure, const sim::Moments& simulated, double exact, ChiSquare* chi_square) {
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

}  // namespace

void ChiSquare::add(double z) {
    sum += z * z;
    ++terms;
}

double ChiSquare::deviate() const {
    const double spread = 2.0 / (9.0 * terms);
    return (std::cbrt(sum / terms) - (1.0 - spread)) / std::sqrt(spread);
}

bool Comparison::compare(const std::string& text, std::uint64_t seed) {
    const compile::Program program = program_of(text, plan_.warm_up);
    exact::SolveQuestion question;
    question.lengths = false;
    question.horizon = !is_long_run();
    question.most_states = most_states;
    const exact::Solution solution = exact::solve(program, question);
    if (!solution.missing.empty()) {
        INFO(solution.missing.front().figure << ": " << solution.missing.front().reason);
        const std::string& reason = solution.missing.front().reason;
        const bool is_too_large = reason == fmt::format("more than {} states", most_states);
        const bool remembers = reason.find("stay in overload after what brought it about") != std::string::npos;
        REQUIRE((is_too_large || remembers));
        return false;
    }
    std::string approximated;
    for (const exact::Approximation& approximation : solution.approximations) approximated += approximation.law + "\n";
    INFO(approximated);
    CHECK(solution.is_exact());

    observe::Plan plan;
    plan.trials = plan_.trials;
    plan.seed = seed;  // With one for all, things of one name would fail alike in every scenario.
    const observe::Outcome outcome = observe::simulate(program, plan);
    for (std::uint32_t s = 0; s < program.service_count; ++s) {
        CAPTURE(solution.subjects[s].name);
        if (plan_.has_requests) compare_requests(solution.subjects[s], outcome.tally.services[s], s == 0);
        compare_downtime(solution.subjects[s], outcome.tally.services[s], program.horizon, s == 0);
    }
    return true;
}

void Comparison::compare_requests(const exact::SubjectSolution& exact, const observe::ServiceTally& tally,
                                  bool is_first) {
    const std::optional<double>& unanswered = is_long_run() ? exact.unanswered_long_run : exact.unanswered;
    REQUIRE(unanswered);
    // Of rarer losses the mean is not normal yet.
    if (*unanswered < 1e-4) {
        CHECK(std::abs(tally.unanswered.mean - *unanswered) < 1e-3);
        return;
    }
    check("requests", tally.unanswered, *unanswered, is_first ? &requests_ : nullptr);
}

void Comparison::compare_downtime(const exact::SubjectSolution& exact, const observe::ServiceTally& tally,
                                  double horizon, bool is_first) {
    double down_seconds = 0.0;
    double outages = 0.0;
    if (is_long_run()) {
        REQUIRE(exact.long_run);
        down_seconds = exact.long_run->unavailability * horizon;
        outages = exact.long_run->outages_per_second * horizon;
    } else {
        REQUIRE(exact.over_horizon);
        down_seconds = exact.over_horizon->unavailability * horizon;
        outages = exact.over_horizon->outages;
    }
    // Of fewer outages the mean is not normal yet.
    if (outages > 0.0 && outages * static_cast<double>(plan_.trials) < 200.0) {
        ++too_few_;
        return;
    }
    check("seconds down", tally.down, down_seconds, is_first ? &unavailability_ : nullptr);
    check("outages", tally.outages, outages, is_first ? &outages_ : nullptr);
}

}  // namespace nines::oracle

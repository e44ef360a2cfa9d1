// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/steady_state.hpp"

#include <cmath>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include <Eigen/LU>

#include "tests/catch.hpp"
#include "tests/sim/markov/chains.hpp"

using namespace nines::sim;
using namespace nines::sim::test;

namespace {

const std::vector<StartState> from_zero{{0, 1.0}};

SolveOptions with(SolveMethod method) {
    SolveOptions options;
    options.method = method;
    return options;
}

SolveMethod any_method() {
    return GENERATE(SolveMethod::automatic, SolveMethod::gth, SolveMethod::gauss_seidel, SolveMethod::multilevel,
                    SolveMethod::bicgstab);
}

std::vector<double> steady(const Chain& chain, SolveMethod method = SolveMethod::automatic) {
    return solved(steady_state(chain, from_zero, with(method))).probability;
}

/// n independent components; state bits say which are down.
Chain components(const std::vector<std::pair<double, double>>& failure_and_repair) {
    Chain chain;
    const auto count = static_cast<StateIndex>(1U << failure_and_repair.size());
    for (StateIndex state = 0; state < count; ++state) {
        std::vector<Transition> row;
        for (std::size_t i = 0; i < failure_and_repair.size(); ++i) {
            const StateIndex bit = 1U << i;
            const auto [failure, repair] = failure_and_repair[i];
            row.push_back({state ^ bit, (state & bit) != 0 ? repair : failure});
        }
        chain.append_row(row);
    }
    return chain;
}

/// Product form: failure / (failure + repair) for each that is down, the rest for each that is up.
std::vector<double> components_steady(const std::vector<std::pair<double, double>>& failure_and_repair) {
    std::vector<double> probability(std::size_t{1} << failure_and_repair.size(), 1.0);
    for (std::size_t state = 0; state < probability.size(); ++state) {
        for (std::size_t i = 0; i < failure_and_repair.size(); ++i) {
            const auto [failure, repair] = failure_and_repair[i];
            probability[state] *= ((state >> i & 1U) != 0 ? failure : repair) / (failure + repair);
        }
    }
    return probability;
}

/// Blocks of states that are left rarely: within a block random rates about 1, between neighbours `rare`.
Chain loose_blocks(int blocks, int size, double rare, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> rate(0.5, 2.0);
    Chain chain;
    for (int block = 0; block < blocks; ++block) {
        for (int i = 0; i < size; ++i) {
            const auto state = static_cast<StateIndex>(block * size + i);
            std::vector<Transition> row;
            for (const int step : {1, 7, 20}) {
                row.push_back({static_cast<StateIndex>(block * size + (i + step) % size), rate(random)});
            }
            if (i == 0)
                row.push_back({static_cast<StateIndex>(((block + 1) % blocks) * size + 3), rare * rate(random)});
            if (i == 5) row.push_back({static_cast<StateIndex>(((block + blocks - 1) % blocks) * size), rare});
            chain.append_row(row);
            CHECK(state + 1 == chain.state_count());
        }
    }
    return chain;
}

std::vector<double> by_lu(const Chain& chain) {
    using Matrix = Eigen::Matrix<long double, Eigen::Dynamic, Eigen::Dynamic>;
    using Vector = Eigen::Matrix<long double, Eigen::Dynamic, 1>;
    const auto count = static_cast<Eigen::Index>(chain.state_count());
    Matrix balance = Matrix::Zero(count, count);
    for (StateIndex from = 0; from < chain.state_count(); ++from) {
        for (std::size_t i = 0; i < chain.targets(from).size(); ++i) {
            balance(chain.targets(from)[i], from) += chain.rates(from)[i];
            balance(from, from) -= chain.rates(from)[i];
        }
    }
    balance.row(0).setOnes();
    Vector right = Vector::Zero(count);
    right[0] = 1.0L;
    const Vector solution = balance.fullPivLu().solve(right);
    std::vector<double> probability;
    for (const long double value : solution) probability.push_back(static_cast<double>(value));
    return probability;
}

}  // namespace

TEST_CASE("a queue with K places has the geometric distribution, by each method", "[markov][steady]") {
    // M/M/1/K: p(k) proportional to (arrival / service)^k.
    const std::vector<double> arrival(30, 0.3);
    const std::vector<double> service(30, 1.0);
    const auto probability = steady(birth_death(arrival, service), any_method());
    CHECK(worst_relative_error(probability, birth_death_steady(arrival, service)) < 1e-9);
}

TEST_CASE("machines waiting for few crews follow Palm's formula, by each method", "[markov][steady]") {
    // p(k) = p(0) C(4, k) (failure / repair)^k k! / crews terms; with 1 crew: 4! / (4-k)! r^k.
    const double r = 1e-3 / 0.5;
    const double sum = 1 + 4 * r + 12 * r * r + 24 * r * r * r + 24 * r * r * r * r;
    const auto probability = steady(machine_repair(4, 1, 1e-3, 0.5), any_method());
    CHECK(probability[4] == Approx(24 * r * r * r * r / sum).epsilon(1e-10));
    CHECK(probability[0] == Approx(1 / sum).epsilon(1e-10));
}

TEST_CASE("unavailabilities of 1e-15, 1e-25 and 1e-60 have all their digits, by each method", "[markov][steady]") {
    // n independent units down at once: (failure / (failure + repair))^n.
    const auto [units, expected] = GENERATE(std::pair{3, 1e-15}, std::pair{5, 1e-25}, std::pair{12, 1e-60});
    const double failure = 1e-5;
    const double repair = 1.0 - 1e-5;
    const auto probability = steady(machine_repair(units, units, failure, repair), any_method());
    CHECK(probability.back() == Approx(expected).epsilon(1e-9));
}

TEST_CASE("rates that are 1e12 apart lose nothing; plain sweeps admit that they cannot tell", "[markov][steady]") {
    const std::vector<std::pair<double, double>> rates{{1e-9, 1e3}, {2e-6, 1e-2}, {1e-9, 5e-4}, {3e2, 1e3}};
    const auto method =
        GENERATE(SolveMethod::automatic, SolveMethod::gth, SolveMethod::multilevel, SolveMethod::bicgstab);
    const auto probability = steady(components(rates), method);
    CHECK(worst_relative_error(probability, components_steady(rates)) < 1e-9);

    SolveOptions sweeps = with(SolveMethod::gauss_seidel);
    sweeps.most_iterations = 2000;
    CHECK(failure_of(steady_state(components(rates), from_zero, sweeps)).cause == SolveFailure::Cause::not_converged);
}

TEST_CASE("4096 states of twelve components have their product form, the rarest too", "[markov][steady]") {
    std::vector<std::pair<double, double>> rates;
    for (int i = 0; i < 12; ++i) rates.emplace_back(std::pow(10.0, -2.0 - i / 3.0), 1.0 + 0.1 * i);
    const auto expected = components_steady(rates);
    REQUIRE(expected.back() < 1e-40);
    const auto method =
        GENERATE(SolveMethod::automatic, SolveMethod::gauss_seidel, SolveMethod::multilevel, SolveMethod::bicgstab);
    CHECK(worst_relative_error(steady(components(rates), method), expected) < 1e-8);
}

TEST_CASE("random chains agree with elimination in extended precision, by each method", "[markov][steady]") {
    const unsigned seed = GENERATE(1U, 2U, 3U, 4U, 5U);
    const SolveMethod method = any_method();
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> exponent(-2.0, 2.0);
    std::uniform_int_distribution<StateIndex> any_state(0, 79);
    Chain chain;
    for (StateIndex state = 0; state < 80; ++state) {
        std::vector<Transition> row{{(state + 1) % 80, std::pow(10.0, exponent(random))}};
        for (int i = 0; i < 3; ++i) {
            const Transition transition{any_state(random), std::pow(10.0, exponent(random))};
            if (transition.to != state) row.push_back(transition);
        }
        chain.append_row(row);
    }
    CHECK(worst_relative_error(steady(chain, method), by_lu(chain)) < 1e-8);
}

TEST_CASE("parts joined by very rare transitions get their right shares", "[markov][steady]") {
    // Elimination is exact whatever the rates; sweeps alone would take some 1e10.
    const Chain chain = loose_blocks(6, 60, GENERATE(1e-3, 1e-6, 1e-10), 7);
    const auto expected = steady(chain, SolveMethod::gth);
    const auto result = solved(steady_state(chain, from_zero, with(SolveMethod::multilevel)));
    CHECK(worst_relative_error(result.probability, expected) < 1e-8);
    CHECK(result.iterations < 1000);
}

TEST_CASE("a cycle against the order of its states is solved, by each method", "[markov][steady]") {
    // 0 -> n-1 -> n-2 .. -> 0 at equal rates: all alike. Plain sweeps would pass the values round for ever.
    Chain chain;
    for (StateIndex state = 0; state < 50; ++state) {
        chain.append_row(std::vector<Transition>{{(state + 49) % 50, 2.0}});
    }
    const std::vector<StartState> start{{3, 1.0}};
    const auto probability = solved(steady_state(chain, start, with(any_method()))).probability;
    CHECK(worst_relative_error(probability, std::vector<double>(50, 0.02)) < 1e-9);
}

TEST_CASE("several recurrent classes share the probability by where the start leads", "[markov][steady]") {
    // 0 -> 1 (rate 3) and 0 -> {2, 3} (rate 1); 2 <-> 3 at rates 1 and 4; 4 is not reached.
    const Chain chain = chain_of({{{1, 3.0}, {2, 1.0}}, {}, {{3, 1.0}}, {{2, 4.0}}, {{0, 1.0}}});
    const auto result = solved(steady_state(chain, from_zero, with(any_method())));
    CHECK(result.recurrent_class_count == 2);
    CHECK(result.transient_state_count == 1);
    CHECK(result.probability[0] == 0.0);
    CHECK(result.probability[1] == Approx(0.75).epsilon(1e-10));
    CHECK(result.probability[2] == Approx(0.25 * 0.8).epsilon(1e-10));
    CHECK(result.probability[3] == Approx(0.25 * 0.2).epsilon(1e-10));
    CHECK(result.probability[4] == 0.0);
}

TEST_CASE("a start within two classes keeps its shares", "[markov][steady]") {
    const Chain chain = chain_of({{{1, 1.0}}, {{0, 1.0}}, {}});
    const std::vector<StartState> start{{0, 0.3}, {2, 0.7}};
    const auto result = solved(steady_state(chain, start));
    CHECK(result.probability[0] == Approx(0.15));
    CHECK(result.probability[2] == Approx(0.7));
}

TEST_CASE("a loss that cannot be repaired takes everything in the end", "[markov][steady]") {
    const Chain chain = chain_of({{{1, 2e-6}}, {{0, 0.1}, {2, 1e-6}}, {}});
    const auto result = solved(steady_state(chain, from_zero));
    CHECK(result.probability == std::vector<double>{0.0, 0.0, 1.0});
}

TEST_CASE("one state, and states without transitions, stay where they start", "[markov][steady]") {
    CHECK(solved(steady_state(chain_of({{}}), from_zero)).probability == std::vector<double>{1.0});
    const std::vector<StartState> start{{0, 0.25}, {2, 0.75}};
    CHECK(solved(steady_state(chain_of({{}, {}, {}}), start)).probability == std::vector<double>{0.25, 0.0, 0.75});
}

TEST_CASE("bad input is named", "[markov][steady]") {
    const Chain pair = chain_of({{{1, 1.0}}, {{0, 1.0}}});
    const auto message = [](const Chain& chain, const std::vector<StartState>& start, SolveOptions options = {}) {
        const auto failure = failure_of(steady_state(chain, start, options));
        CHECK(failure.cause == SolveFailure::Cause::bad_input);
        return failure.message;
    };
    const auto has = [](const std::string& text) { return contains_text(text); };
    CHECK_THAT(message(Chain{}, from_zero), has("no states"));
    CHECK_THAT(message(chain_of({{{1, 0.0}}, {}}), from_zero), has("rate from state 0 to state 1 is 0"));
    CHECK_THAT(message(chain_of({{{1, -2.0}}, {}}), from_zero), has("is -2"));
    CHECK_THAT(message(chain_of({{{1, NAN}}, {}}), from_zero), has("nan"));
    CHECK_THAT(message(chain_of({{{0, 1.0}}}), from_zero), has("to itself"));
    CHECK_THAT(message(chain_of({{{7, 1.0}}}), from_zero), has("state 7"));
    CHECK_THAT(message(pair, {}), has("sum to 0"));
    CHECK_THAT(message(pair, {{5, 1.0}}), has("names state 5"));
    CHECK_THAT(message(pair, {{0, 0.5}}), has("sum to 0.5"));
    CHECK_THAT(message(pair, {{0, 1.5}, {1, -0.5}}), has("-0.5"));
    SolveOptions options;
    options.tolerance = 0.0;
    CHECK_THAT(message(pair, from_zero, options), has("tolerance"));
}

TEST_CASE("a solver that runs out of sweeps or time says how far it came", "[markov][steady]") {
    const Chain chain = loose_blocks(6, 60, 1e-4, 7);
    SolveOptions options = with(SolveMethod::gauss_seidel);
    options.most_iterations = 50;
    const auto out = failure_of(steady_state(chain, from_zero, options));
    CHECK(out.cause == SolveFailure::Cause::not_converged);
    CHECK(out.iterations == 50);
    CHECK(out.residual > 0.0);
    CHECK_THAT(out.message, contains_text("more iterations"));

    options.method = GENERATE(SolveMethod::gauss_seidel, SolveMethod::multilevel, SolveMethod::bicgstab);
    int asked = 0;
    options.go_on = [&] { return ++asked < 3; };
    CHECK(failure_of(steady_state(chain, from_zero, options)).cause == SolveFailure::Cause::stopped);
}

TEST_CASE("a long line of 30 000 states with rates far apart is solved", "[markov][steady]") {
    // Birth and death at random rates over six decades: sweeps crawl, elimination does not.
    std::mt19937 random(11);
    std::uniform_real_distribution<double> exponent(-3.0, 3.0);
    std::vector<double> up;
    std::vector<double> down;
    for (int k = 0; k < 30'000; ++k) {
        up.push_back(std::pow(10.0, exponent(random)));
        down.push_back(up.back() * (k % 2 == 0 ? 2.0 : 0.5) * (k % 3 == 0 ? 1.01 : 1.0));
    }
    const auto expected = birth_death_steady(up, down);
    REQUIRE(expected.back() > 1e-280);
    CHECK(worst_relative_error(steady(birth_death(up, down)), expected) < 1e-8);
}

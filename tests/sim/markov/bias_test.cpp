// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/bias.hpp"

#include <cmath>
#include <vector>

#include "tests/catch.hpp"
#include "tests/sim/markov/chains.hpp"
#include "tests/sim/markov/cluster.hpp"

using namespace nines::sim;
using namespace nines::sim::test;

namespace {

const std::vector<StartState> from_zero{{0, 1.0}};

SolveOptions with(SolveMethod method) {
    SolveOptions options;
    options.method = method;
    return options;
}

Bias bias_of(const Chain& chain, const std::vector<double>& reward, SolveMethod method = SolveMethod::automatic) {
    const auto options = with(method);
    return solved(bias(chain, from_zero, solved(steady_state(chain, from_zero, options)), reward, options));
}

/// da/dtheta for a parameter to which the rates of some transitions are proportional, times theta.
template <class Scales>
double log_derivative(const Chain& chain, const std::vector<double>& reward, const Scales& scales, SolveMethod method) {
    const auto probability = solved(steady_state(chain, from_zero, with(method))).probability;
    const auto g = bias_of(chain, reward, method).relative_value;
    double sum = 0.0;
    for (StateIndex from = 0; from < chain.state_count(); ++from) {
        for (std::size_t i = 0; i < chain.targets(from).size(); ++i) {
            const StateIndex to = chain.targets(from)[i];
            if (scales(from, to)) sum += probability[from] * chain.rates(from)[i] * (g[to] - g[from]);
        }
    }
    return sum;
}

}  // namespace

TEST_CASE("relative values of one repairable unit", "[markov][bias]") {
    // Reward 1 while down: a = f / (f + r), and g(down) - g(up) = 1 / (f + r).
    const Chain chain = chain_of({{{1, 1e-4}}, {{0, 0.5}}});
    const auto result = bias_of(chain, {0.0, 1.0}, GENERATE(SolveMethod::automatic, SolveMethod::gauss_seidel));
    CHECK(result.average == Approx(1e-4 / 0.5001).epsilon(1e-12));
    CHECK(result.reference == 0);
    CHECK(result.relative_value[0] == 0.0);
    CHECK(result.relative_value[1] == Approx(1 / 0.5001).epsilon(1e-10));
}

TEST_CASE("derivatives of an unavailability of 1e-25 have their digits", "[markov][bias]") {
    // u = (f / (f + r))^n: du/d(ln f) = n u r / (f + r), du/d(ln r) = -n u r / (f + r).
    const int n = 5;
    const double f = 1e-5;
    const double r = 1.0 - 1e-5;
    const Chain chain = machine_repair(n, n, f, r);
    std::vector<double> reward(n + 1, 0.0);
    reward.back() = 1.0;
    const auto method = GENERATE(SolveMethod::automatic, SolveMethod::gauss_seidel);
    const auto fails = [](StateIndex from, StateIndex to) { return to > from; };
    const auto repairs = [](StateIndex from, StateIndex to) { return to < from; };
    CHECK(log_derivative(chain, reward, fails, method) == Approx(n * 1e-25 * r).epsilon(1e-8));
    CHECK(log_derivative(chain, reward, repairs, method) == Approx(-n * 1e-25 * r).epsilon(1e-8));
}

TEST_CASE("relative values solve their equation, with rewards of both signs", "[markov][bias]") {
    const Chain chain =
        chain_of({{{1, 2.0}, {2, 1.0}}, {{0, 1.0}, {2, 4.0}}, {{3, 0.5}}, {{0, 1.5}, {1, 1.0}}, {{0, 1.0}}});
    const std::vector<double> reward{3.0, -1.0, 0.5, 2.0, 100.0};
    const auto method = GENERATE(SolveMethod::automatic, SolveMethod::gth, SolveMethod::gauss_seidel);
    const std::vector<StartState> start{{4, 1.0}};  // transient
    const auto steady = solved(steady_state(chain, start, with(method)));
    const auto result = solved(bias(chain, start, steady, reward, with(method)));
    for (StateIndex from = 0; from < chain.state_count(); ++from) {
        double drift = 0.0;
        for (std::size_t i = 0; i < chain.targets(from).size(); ++i) {
            drift +=
                chain.rates(from)[i] * (result.relative_value[chain.targets(from)[i]] - result.relative_value[from]);
        }
        CHECK(drift == Approx(result.average - reward[from]).margin(1e-8));
    }
}

TEST_CASE("sweeps and elimination agree on the relative values of 820 states", "[markov][bias]") {
    const Cluster cluster = make_cluster(4);
    std::vector<double> reward(cluster.minimum.size());
    for (std::size_t state = 0; state < reward.size(); ++state) reward[state] = cluster.minimum[state] ? 0.0 : 1.0;
    const auto exact = bias_of(cluster.chain, reward, SolveMethod::gth);
    const auto swept = bias_of(cluster.chain, reward, SolveMethod::gauss_seidel);
    CHECK(exact.effort.method == SolveMethod::gth);
    CHECK(swept.effort.method == SolveMethod::gauss_seidel);
    double worst = 0.0;
    for (std::size_t state = 0; state < reward.size(); ++state) {
        worst = std::max(worst, std::abs(swept.relative_value[state] - exact.relative_value[state]));
    }
    CHECK(worst < 1e-8);  // hours; the values go up to some hours
}

TEST_CASE("chains that settle in different classes have no single average", "[markov][bias]") {
    const Chain chain = chain_of({{{1, 1.0}, {2, 1.0}}, {}, {}});
    const auto steady = solved(steady_state(chain, from_zero));
    const auto failure = failure_of(bias(chain, from_zero, steady, std::vector<double>{0.0, 1.0, 0.0}));
    CHECK(failure.cause == SolveFailure::Cause::unsuitable);
    CHECK_THAT(failure.message, contains_text("2 different classes"));
}

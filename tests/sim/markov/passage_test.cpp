// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/passage.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include "tests/catch.hpp"
#include "tests/sim/markov/chains.hpp"
#include "tests/sim/markov/cluster.hpp"

using namespace nines::sim;
using namespace nines::sim::test;

namespace {

const std::vector<StartState> from_zero{{0, 1.0}};

SolveOptions any_method() {
    SolveOptions options;
    options.method = GENERATE(SolveMethod::automatic, SolveMethod::gth, SolveMethod::gauss_seidel,
                              SolveMethod::multilevel, SolveMethod::bicgstab);
    return options;
}

/// A stripe of `chunks` copies, lost when fewer than `needed` are there; repaired one at a time. State: missing chunks.
Chain stripe(int chunks, int needed) {
    constexpr double failure = 0.0081345;  // per day, as is the repair
    constexpr double repair = 66.013;
    std::vector<double> up;
    for (int missing = 0; missing <= chunks - needed; ++missing) up.push_back((chunks - missing) * failure);
    return birth_death(up, std::vector<double>(up.size(), repair));
}

struct Stripe {
    int chunks;
    int needed;
    double days;
};

}  // namespace

TEST_CASE("stiff stripes keep every digit of their mean time to loss", "[markov][passage][oracle]") {
    // Ford et al., OSDI 2010, closed form of section 7 in 40 digits; rates fitted to their table 3.
    const auto [chunks, needed, days] =
        GENERATE(Stripe{2, 1, 498997.38122240207}, Stripe{3, 1, 1349985748.7996386}, Stripe{4, 1, 2739184791894.9644},
                 Stripe{5, 1, 4446348234103537.4}, Stripe{6, 4, 67549233.278048852}, Stripe{9, 6, 21766383621.836471},
                 Stripe{13, 9, 3461640200088.8923}, Stripe{12, 8, 5623777370202.6982});
    const Chain chain = stripe(chunks, needed);
    const StateSet lost = only(chain.state_count(), {chain.state_count() - 1});
    const auto passage = solved(first_passage(chain, from_zero, lost, any_method()));
    CHECK(passage.mean_seconds == Approx(days).epsilon(1e-10));
    CHECK(passage.probability == 1.0);
}

TEST_CASE("a target that may be missed has its probability and no mean time", "[markov][passage]") {
    // From 0: to 1 at rate 1, to 2 at rate 3, both for good.
    const Chain chain = chain_of({{{1, 1.0}, {2, 3.0}}, {}, {}});
    const auto passage = solved(first_passage(chain, from_zero, only(3, {1}), any_method()));
    CHECK(passage.probability == Approx(0.25).epsilon(1e-10));
    CHECK(passage.mean_seconds == std::numeric_limits<double>::infinity());
}

TEST_CASE("a target out of reach, and one at the start", "[markov][passage]") {
    const Chain chain = chain_of({{{1, 1.0}}, {{0, 1.0}}, {{0, 1.0}}});
    const auto never = solved(first_passage(chain, from_zero, only(3, {2})));
    CHECK(never.probability == 0.0);
    CHECK(std::isinf(never.mean_seconds));
    const auto at_once = solved(first_passage(chain, from_zero, only(3, {0})));
    CHECK(at_once.probability == 1.0);
    CHECK(at_once.mean_seconds == 0.0);
}

TEST_CASE("a gambler's ruin has its closed form, the rare end too", "[markov][passage]") {
    // From 1 of n with p / q = 1e-3: P(n before 0) = (1 - q/p) / (1 - (q/p)^n).
    const double ratio = 1e3;
    const int n = 9;
    Chain chain;
    for (int k = 0; k <= n; ++k) {
        std::vector<Transition> row;
        const auto state = static_cast<StateIndex>(k);
        if (k > 0 && k < n) row = {{state + 1, 1e-4}, {state - 1, 0.1}};
        chain.append_row(row);
    }
    const std::vector<StartState> from_one{{1, 1.0}};
    const auto count = static_cast<StateIndex>(n + 1);
    const auto race = solved(reached_first(chain, from_one, only(count, {count - 1}), only(count, {0}), any_method()));
    CHECK(race.first == Approx((1 - ratio) / (1 - std::pow(ratio, n))).epsilon(1e-9));
    CHECK(race.second == Approx(1.0));
    CHECK(race.neither == 0.0);
}

TEST_CASE("absorption says in which state the chain was stopped", "[markov][passage]") {
    const Chain chain = chain_of({{{1, 1.0}, {2, 1.0}, {3, 2.0}}, {{0, 5.0}}, {{0, 5.0}}, {}});
    const std::vector<StartState> start{{0, 0.5}, {2, 0.5}};
    const auto result = solved(absorption(chain, start, only(4, {1, 2}), any_method()));
    CHECK(result.probability[1] == Approx(0.5 * 0.25));
    CHECK(result.probability[2] == Approx(0.5 + 0.5 * 0.25));
    CHECK(result.probability[0] + result.probability[3] == 0.0);
}

TEST_CASE("rewards and sojourns until the stop are sums over visits", "[markov][passage]") {
    // 0 -> 1 (1); 1 -> 0 (3), 1 -> 2 (1): four visits to 0 of 1 s each, four to 1 of 1/4 s each.
    const Chain chain = chain_of({{{1, 1.0}}, {{0, 3.0}, {2, 1.0}}, {}});
    const auto options = any_method();
    const auto stay = solved(sojourn(chain, from_zero, only(3, {2}), options));
    CHECK(stay.seconds[0] == Approx(4.0));
    CHECK(stay.seconds[1] == Approx(1.0));
    CHECK(stay.seconds[2] == 0.0);
    const std::vector<double> reward{10.0, -2.0, 99.0};
    CHECK(solved(reward_until(chain, from_zero, only(3, {2}), reward, options)).reward == Approx(38.0));
}

TEST_CASE("rewards in a class without end are infinite or have no total", "[markov][passage]") {
    const Chain chain = chain_of({{{1, 1.0}}, {{2, 1.0}}, {{1, 1.0}}});
    const StateSet none(3, false);
    CHECK(solved(reward_until(chain, from_zero, none, std::vector<double>{1.0, 0.0, 0.0})).reward == Approx(1.0));
    CHECK(solved(reward_until(chain, from_zero, none, std::vector<double>{1.0, -1.0, 0.0})).reward ==
          -std::numeric_limits<double>::infinity());
    const auto both = failure_of(reward_until(chain, from_zero, none, std::vector<double>{0.0, -1.0, 1.0}));
    CHECK(both.cause == SolveFailure::Cause::unsuitable);
}

TEST_CASE("sets and rewards of the wrong size are refused", "[markov][passage]") {
    const Chain chain = chain_of({{{1, 1.0}}, {{0, 1.0}}});
    CHECK_THAT(failure_of(first_passage(chain, from_zero, StateSet(3, true))).message,
               contains_text("3 entries, but the chain has 2 states"));
    CHECK_THAT(failure_of(reward_until(chain, from_zero, StateSet(2, false), std::vector<double>{1.0})).message,
               contains_text("1 rewards for 2 states"));
}

TEST_CASE("the mean time from each state down a ladder has its recursion", "[markov][passage]") {
    // From k to k - 1: h(k) = (1 + up(k) h(k + 1)) / down(k - 1); from k to 0 the sum of h(1) .. h(k).
    const std::vector<double> up{1e-6, 2e-6, 3e-3, 4.0};
    const std::vector<double> down{0.5, 1e-4, 7.0, 0.2};
    std::vector<double> step(6, 0.0);
    for (std::size_t k = 4; k > 0; --k) step[k] = (1.0 + (k < 4 ? up[k] * step[k + 1] : 0.0)) / down[k - 1];
    SolveOptions options;
    options.method = GENERATE(SolveMethod::automatic, SolveMethod::gth, SolveMethod::gauss_seidel);
    const auto times = solved(mean_times_until(birth_death(up, down), only(5, {0}), options));
    double expected = 0.0;
    CHECK(times.seconds[0] == 0.0);
    for (std::size_t k = 1; k <= 4; ++k) {
        expected += step[k];
        CHECK(times.seconds[k] == Approx(expected).epsilon(1e-8));
    }
    CHECK((times.effort.method == SolveMethod::gauss_seidel) == (options.method == SolveMethod::gauss_seidel));
}

TEST_CASE("states that may miss the target have no mean time, the others keep theirs", "[markov][passage]") {
    // 0 is the target. 1 goes there; 2 may go to 4, which is kept for ever; 3 goes to 1; 5 and 6 lead round to 2.
    const Chain chain =
        chain_of({{{2, 1.0}}, {{0, 2.0}}, {{0, 1.0}, {4, 1.0}}, {{1, 4.0}}, {}, {{6, 1.0}}, {{5, 1.0}, {2, 1.0}}});
    SolveOptions options;
    options.method = GENERATE(SolveMethod::automatic, SolveMethod::gth, SolveMethod::gauss_seidel);
    const auto seconds = solved(mean_times_until(chain, only(7, {0}), options)).seconds;
    CHECK(seconds[0] == 0.0);
    CHECK(seconds[1] == Approx(0.5).epsilon(1e-12));
    CHECK(seconds[3] == Approx(0.75).epsilon(1e-12));
    for (const int endless : {2, 4, 5, 6}) CHECK(std::isinf(seconds[static_cast<std::size_t>(endless)]));
}

TEST_CASE("mean times from all states are those from each state by itself", "[markov][passage]") {
    const Cluster cluster = make_cluster(4);
    const auto by_elimination = solved(mean_times_until(cluster.chain, cluster.minimum));
    SolveOptions sweeping;
    sweeping.method = SolveMethod::gauss_seidel;
    const auto by_sweeps = solved(mean_times_until(cluster.chain, cluster.minimum, sweeping));
    for (const StateIndex from : {StateIndex{0}, StateIndex{17}, StateIndex{400}, StateIndex{819}}) {
        const std::vector<StartState> start{{from, 1.0}};
        const double alone = solved(first_passage(cluster.chain, start, cluster.minimum)).mean_seconds;
        CHECK(by_elimination.seconds[from] == Approx(alone).epsilon(1e-10));
        CHECK(by_sweeps.seconds[from] == Approx(alone).epsilon(1e-8));
    }
}

TEST_CASE("mean times with nowhere to go from, or nowhere to stop", "[markov][passage]") {
    const Chain chain = chain_of({{{1, 1.0}}, {{0, 1.0}}});
    CHECK(solved(mean_times_until(chain, StateSet(2, true))).seconds == std::vector<double>{0.0, 0.0});
    const auto never = solved(mean_times_until(chain, StateSet(2, false))).seconds;
    CHECK(std::isinf(never[0]));
    CHECK(std::isinf(never[1]));
    CHECK(failure_of(mean_times_until(chain, StateSet(3, true))).cause == SolveFailure::Cause::bad_input);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/distribution.hpp"

#include <cmath>
#include <string>
#include <variant>
#include <vector>

#include <boost/math/special_functions/gamma.hpp>

#include "tests/catch.hpp"

using namespace nines;
using namespace nines::sim;

namespace {

using Row = std::vector<Transition>;

Chain chain_of(const std::vector<Row>& rows) {
    Chain chain;
    for (const Row& row : rows) chain.append_row(row);
    return chain;
}

const std::vector<StartState> from_first{{0, 1.0}};

TimeDistribution found(const Solved<TimeDistribution>& solved) {
    if (const auto* failure = std::get_if<SolveFailure>(&solved)) FAIL(failure->message);
    return std::get<TimeDistribution>(solved);
}

std::string failure_of(const Solved<TimeDistribution>& solved) {
    const auto* failure = std::get_if<SolveFailure>(&solved);
    return failure == nullptr ? "" : failure->message;
}

/// One of two units: state = number of units down. The time to both down does not depend on the crews.
Chain pair(double failure, double standby_failure, double repair) {
    return chain_of({{{1, failure + standby_failure}}, {{0, repair}, {2, failure}}, {{1, repair}}});
}

/// Reliability of the pair: (a e^(-b t) - b e^(-a t)) / (a - b), a > b roots of s^2 - (l + f + m) s + l f, where l is
/// the rate of the first failure, f of the second and m of the repair.
double pair_reliability(double first, double second, double repair, double t) {
    const double sum = first + second + repair;
    const double larger = 0.5 * (sum + std::sqrt(sum * sum - 4.0 * first * second));
    const double smaller = first * second / larger;
    return (larger * std::exp(-smaller * t) - smaller * std::exp(-larger * t)) / (larger - smaller);
}

/// States 0 to stages - 1 one after the other at rate 1, then the end.
Chain stages_in_a_row(StateIndex stages) {
    std::vector<Row> rows;
    for (StateIndex stage = 0; stage < stages; ++stage) rows.push_back({{stage + 1, 1.0}});
    rows.push_back({});
    return chain_of(rows);
}

StateSet only(StateIndex state, StateIndex count) {
    StateSet set(count, false);
    set[state] = true;
    return set;
}

}  // namespace

TEST_CASE("the reliability of a pair of units is the published one, however the second stands by", "[markov][oracle]") {
    // MTTF 1000 h, MTTR 10 h; R(8760 h) for hot, warm (0.3) and cold standby, computed independently.
    struct Case {
        double standby;
        double reliability;
    };
    const Case c = GENERATE(Case{1.0, 0.843714967245756}, Case{0.3, 0.8947515286029066}, Case{0.0, 0.9177828443950503});
    const double failure = 1e-3;
    const Chain chain = pair(failure, c.standby * failure, 0.1);
    const std::vector<Duration> times{Duration(), Duration::seconds(8760)};
    const std::vector<double> probabilities{0.5, 1e-9, 1.0 - 1e-9};
    const TimeDistribution time =
        found(first_passage_distribution(chain, from_first, only(2, 3), {times, probabilities}));
    CHECK(time.at[0].by == 0.0);
    CHECK(time.at[0].beyond == 1.0);
    CHECK(time.at[1].beyond == Approx(c.reliability).epsilon(1e-12));
    CHECK(time.at[1].by == Approx(1.0 - c.reliability).epsilon(1e-12));
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        const double beyond =
            pair_reliability(failure * (1.0 + c.standby), failure, 0.1, time.quantiles[i].in_seconds());
        CAPTURE(probabilities[i]);
        // 1 - beyond loses digits at 1e-9; the tail at 1 - 1e-9 does not.
        if (probabilities[i] < 0.4) CHECK(1.0 - beyond == Approx(probabilities[i]).epsilon(1e-6));
        if (probabilities[i] > 0.4) CHECK(beyond == Approx(1.0 - probabilities[i]).epsilon(1e-9));
    }
}

TEST_CASE("the time to the first outage of a pair keeps its digits with repair in seconds", "[markov]") {
    const double failure = 1.0 / Duration::years(10).in_seconds();
    const std::vector<Duration> times{Duration::years(1), Duration::years(10)};
    const std::vector<double> half{0.5};
    const TimeDistribution time =
        found(first_passage_distribution(pair(failure, failure, 1.0), from_first, only(2, 3), {times, half}));
    CHECK(time.method == TransientMethod::doubling);
    // P(T <= t) = 1 - R(t) by its series for small a t b: with a = sum of the rates, b = 2 f^2 / a,
    // R = e^(-b t) + b / (a - b) (e^(-b t) - e^(-a t)).
    const double larger =
        0.5 * (3.0 * failure + 1.0 + std::sqrt(std::pow(3.0 * failure + 1.0, 2) - 8.0 * failure * failure));
    const double smaller = 2.0 * failure * failure / larger;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const double t = times[i].in_seconds();
        const double by = -std::expm1(-smaller * t) - smaller / (larger - smaller) * std::exp(-smaller * t);
        CHECK(time.at[i].by == Approx(by).epsilon(1e-11));
        CHECK(time.at[i].error < 1e-10);
    }
    CHECK(time.quantiles[0].in_seconds() == Approx(std::log(2.0) / smaller).epsilon(1e-9));
}

TEST_CASE("quantiles of many stages in a row are those of the Erlang distribution", "[markov]") {
    // 50 stages are doubled, 300 and 1200 followed jump by jump.
    const StateIndex stages = GENERATE(50U, 300U, 1200U);
    const std::vector<double> probabilities{0.95, 1e-6, 0.5, 0.999999};
    const std::vector<Duration> times{Duration::seconds(stages * 0.9), Duration::seconds(stages * 1.2)};
    const Chain chain = stages_in_a_row(stages);
    const TimeDistribution time =
        found(first_passage_distribution(chain, from_first, only(stages, stages + 1), {times, probabilities}));
    CAPTURE(stages);
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        const double expected = boost::math::gamma_p_inv(static_cast<double>(stages), probabilities[i]);
        CHECK(time.quantiles[i].in_seconds() == Approx(expected).epsilon(1e-10));
    }
    for (std::size_t i = 0; i < times.size(); ++i) {
        const double t = times[i].in_seconds();
        CHECK(time.at[i].by == Approx(boost::math::gamma_p(static_cast<double>(stages), t)).epsilon(1e-10));
        CHECK(time.at[i].beyond == Approx(boost::math::gamma_q(static_cast<double>(stages), t)).epsilon(1e-10));
    }
}

TEST_CASE("a quantile that is never reached is for ever", "[markov]") {
    // From 0: to the target 1 with 0.3, to the dead end 2 with 0.7; P(T <= t) = 0.3 (1 - e^-t).
    const Chain chain = chain_of({{{1, 0.3}, {2, 0.7}}, {{0, 1.0}}, {}});
    const std::vector<double> probabilities{0.1, 0.29999, 0.3001, 0.9};
    const TimeDistribution time = found(first_passage_distribution(chain, from_first, only(1, 3), {{}, probabilities}));
    CHECK(time.quantiles[0].in_seconds() == Approx(-std::log1p(-1.0 / 3.0)).epsilon(1e-12));
    CHECK(time.quantiles[1].in_seconds() == Approx(-std::log(1e-5 / 0.3)).epsilon(1e-8));
    CHECK(time.quantiles[2].is_forever());
    CHECK(time.quantiles[3].is_forever());
}

TEST_CASE("the part of the start that is there already counts as time 0", "[markov]") {
    const Chain chain = chain_of({{{1, 2.0}}, {}});
    const std::vector<StartState> start{{0, 0.75}, {1, 0.25}};
    const std::vector<double> probabilities{0.2, 0.25, 0.5};
    const std::vector<Duration> times{Duration()};
    const TimeDistribution time = found(first_passage_distribution(chain, start, only(1, 2), {times, probabilities}));
    CHECK(time.at[0].by == 0.25);
    CHECK(time.quantiles[0] == Duration());
    CHECK(time.quantiles[1] == Duration());
    // 0.75 e^(-2 t) = 0.5
    CHECK(time.quantiles[2].in_seconds() == Approx(0.5 * std::log(1.5)).epsilon(1e-12));
}

TEST_CASE("outages last as the way out of the down states says", "[markov]") {
    // Down by a restart of 30 s (state 1) or, for one in ten, by a repair of 4 h (state 2).
    const Chain chain = chain_of({{{1, 0.9e-6}, {2, 0.1e-6}}, {{0, 1.0 / 30.0}}, {{0, 1.0 / 14400.0}}});
    const StateSet down{false, true, true};
    const std::vector<Duration> times{Duration::minutes(5)};
    const std::vector<double> probabilities{0.95};
    const TimeDistribution time =
        found(sojourn_distribution(chain, std::vector<StartState>{{1, 0.9}, {2, 0.1}}, down, {times, probabilities}));
    CHECK(time.at[0].beyond == Approx(0.9 * std::exp(-10.0) + 0.1 * std::exp(-300.0 / 14400.0)).epsilon(1e-13));
    const double t = time.quantiles[0].in_seconds();
    CHECK(0.9 * std::exp(-t / 30.0) + 0.1 * std::exp(-t / 14400.0) == Approx(0.05).epsilon(1e-12));

    CHECK(failure_of(sojourn_distribution(chain, from_first, down, {times, probabilities})).find("outside") !=
          std::string::npos);
}

TEST_CASE("a quantile too far away is refused, naming how far the calculation came", "[markov]") {
    // 800 states on the way to a rare end: too many to be doubled.
    std::vector<Row> rows;
    for (StateIndex state = 0; state < 800; ++state) rows.push_back({{(state + 1) % 800, 1.0}, {800, 1e-12}});
    rows.push_back({});
    const std::vector<double> half{0.5};
    DistributionOptions options;
    options.most_work = 1e7;
    const auto solved = first_passage_distribution(chain_of(rows), from_first, only(800, 801), {{}, half}, options);
    CHECK(failure_of(solved).find("quantile of 0.5 is farther away") != std::string::npos);
    CHECK(failure_of(first_passage_distribution(stages_in_a_row(2), from_first, only(2, 3),
                                                {{}, std::vector<double>{1.0}})) != "");
}

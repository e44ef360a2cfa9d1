// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/transient.hpp"

#include <cmath>
#include <string>
#include <variant>
#include <vector>

#include "sim/markov/steady_state.hpp"
#include "tests/catch.hpp"

using namespace nines;
using namespace nines::sim;

namespace {

using Row = std::vector<Transition>;
using Rewards = std::vector<std::span<const double>>;

Chain chain_of(const std::vector<Row>& rows) {
    Chain chain;
    for (const Row& row : rows) chain.append_row(row);
    return chain;
}

/// State 0 up, 1 down.
Chain repairable(Duration time_to_failure, Duration time_to_repair) {
    return chain_of({{{1, 1.0 / time_to_failure.in_seconds()}}, {{0, 1.0 / time_to_repair.in_seconds()}}});
}

const std::vector<StartState> from_first{{0, 1.0}};
const std::vector<double> second_state{0.0, 1.0};

Transient solve(const Chain& chain, const std::vector<StartState>& start, const std::vector<Duration>& times,
                const Rewards& rewards, const TransientOptions& options = {}) {
    auto solved = expected_rewards(chain, start, times, rewards, options);
    if (const auto* failure = std::get_if<SolveFailure>(&solved)) FAIL(failure->message);
    return std::get<Transient>(std::move(solved));
}

std::string failure_of(const Chain& chain, const std::vector<Duration>& times, const Rewards& rewards,
                       const TransientOptions& options = {}) {
    const auto solved = expected_rewards(chain, from_first, times, rewards, options);
    const auto* failure = std::get_if<SolveFailure>(&solved);
    return failure == nullptr ? "" : failure->message;
}

TransientOptions by(TransientMethod method) {
    TransientOptions options;
    options.method = method;
    return options;
}

TransientMethod either_method() {
    return GENERATE(TransientMethod::uniformization, TransientMethod::doubling);
}

/// u(t) = f (1 - e^(-s t)) with s = failure rate + repair rate, f = failure rate / s.
double unavailability(double failure_rate, double repair_rate, double t) {
    const double sum = failure_rate + repair_rate;
    return -failure_rate / sum * std::expm1(-sum * t);
}

double integrated_unavailability(double failure_rate, double repair_rate, double t) {
    const double sum = failure_rate + repair_rate;
    return failure_rate / sum * (t + std::expm1(-sum * t) / sum);
}

bool says(const std::string& message, const std::string& words) {
    INFO(message);
    return message.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a repairable component has the textbook point and interval unavailability", "[markov][oracle]") {
    const TransientMethod method = either_method();
    const Chain chain = repairable(Duration::hours(500), Duration::hours(4));
    const std::vector<double> up{1.0 / Duration::hours(500).in_seconds(), 0.0};  // failures per second
    const std::vector<Duration> times{Duration(), Duration::hours(1), Duration::hours(4), Duration::hours(24),
                                      Duration::hours(720)};
    const Transient found = solve(chain, from_first, times, {second_state, up}, by(method));
    CHECK(found.method == method);
    // Interval availability and failures by t: 1 - f + f (1 - e^(-s t)) / (s t), and its product with t / MTTF.
    const std::vector<double> interval{1.0, 0.99907896390561394, 0.99706358539261705, 0.99337264505326518,
                                       0.99210723384003807};
    const std::vector<double> failures{0.0, 0.0019981579278112279, 0.0079765086831409364, 0.047681886962556729,
                                       1.4286344167296548};
    for (std::size_t i = 0; i < times.size(); ++i) {
        const double t = times[i].in_seconds();
        const ExpectedReward& down = found.figures[0][i];
        CAPTURE(t);
        CHECK(down.rate == Approx(unavailability(1.0 / 1.8e6, 1.0 / 14400.0, t)).epsilon(1e-12));
        CHECK(down.accumulated == Approx(integrated_unavailability(1.0 / 1.8e6, 1.0 / 14400.0, t)).epsilon(1e-9));
        if (t > 0.0) CHECK(1.0 - down.accumulated / t == Approx(interval[i]).epsilon(1e-13));
        CHECK(found.figures[1][i].accumulated == Approx(failures[i]).epsilon(1e-12));
    }
}

TEST_CASE("the more regular the repair, the deeper the dip before the steady state", "[markov][oracle]") {
    // Up exp(100), repair Erlang-k with mean 10. Availability at 5, 10, 20, 50 and over [0, 50], from an independent
    // phase-type solution; the steady state is 10/11 for all.
    struct Case {
        StateIndex stages;
        std::vector<double> at;
        double over_50;
    };
    const Case c = GENERATE(
        Case{1, {0.9615408918527715, 0.9393519166998254, 0.919163923487485, 0.9094624337671331}, 0.9255522847696134},
        Case{2, {0.9562731236511103, 0.9304129331431753, 0.9125408279232283, 0.9090944254195585}, 0.9214874114271221},
        Case{4, {0.9530707440348885, 0.9234823133778177, 0.9095348682298924, 0.9090909316388114}, 0.9194214835012642},
        Case{16, {0.9512688384816418, 0.9144923545706942, 0.9089505526393347, 0.9090909112472895}, 0.9178719007686188});
    std::vector<Row> rows{{{1, 0.01}}};
    for (StateIndex stage = 1; stage <= c.stages; ++stage)
        rows.push_back({{stage % c.stages == 0 ? 0 : stage + 1, 0.1 * c.stages}});
    std::vector<double> down(c.stages + 1, 1.0);
    down[0] = 0.0;
    const TransientMethod method = either_method();
    const Transient found =
        solve(chain_of(rows), from_first,
              {Duration::seconds(5), Duration::seconds(10), Duration::seconds(20), Duration::seconds(50)}, {down},
              by(method));
    CAPTURE(c.stages);
    for (std::size_t i = 0; i < 4; ++i) CHECK(1.0 - found.figures[0][i].rate == Approx(c.at[i]).epsilon(1e-13));
    CHECK(1.0 - found.figures[0][3].accumulated / 50.0 == Approx(c.over_50).epsilon(1e-13));
}

TEST_CASE("two processors with imperfect coverage reach the published figures", "[markov][oracle]") {
    // Heimann, Mittal and Trivedi 1990. States: both up, reconfiguring, rebooting, one up, none. Per hour.
    const double fail = 1.0 / 5000.0;
    const Chain chain = chain_of(
        {{{1, 2 * fail * 0.9}, {2, 2 * fail * 0.1}}, {{3, 120.0}}, {{3, 6.0}}, {{0, 0.25}, {4, fail}}, {{3, 0.25}}});
    const std::vector<double> down{0, 1, 1, 0, 1};
    const Transient found =
        solve(chain, from_first, {Duration::seconds(1), Duration::seconds(24)}, {down}, by(either_method()));
    const double after_1h = found.figures[0][0].rate;
    const double over_24h = found.figures[0][1].accumulated / 24.0;
    CHECK(1.0 - after_1h == Approx(0.9999903203748545).epsilon(1e-13));  // GNU Octave's package "queueing"
    CHECK(1.0 - over_24h == Approx(0.9999895384598205).epsilon(1e-13));
    CHECK(after_1h == Approx(9.6796251431116398653e-6).epsilon(1e-12));  // exp(Q t) in 30-digit arithmetic
    CHECK(over_24h == Approx(1.0461540128749633902e-5).epsilon(1e-12));
}

TEST_CASE("a start spread over states gives the figures of the fiabilipy tutorial", "[markov][oracle]") {
    // Power supplies (1e-4, 1.1e-3 per hour) and motors (1e-3, 1.2e-3), each pair parallel, the pairs in series, bits
    // of the state number: down units. All up with 0.9, motor 1 down with 0.1.
    std::vector<Row> rows(16);
    for (StateIndex state = 0; state < 16; ++state) {
        for (StateIndex unit = 0; unit < 4; ++unit) {
            const bool is_down = (state >> unit & 1U) != 0;
            const double rate = unit < 2 ? (is_down ? 1.1e-3 : 1e-4) : (is_down ? 1.2e-3 : 1e-3);
            rows[state].push_back({state ^ (1U << unit), rate});
        }
    }
    std::vector<double> up(16, 0.0);
    std::vector<double> all_up(16, 0.0);
    all_up[0] = 1.0;
    for (StateIndex state = 0; state < 16; ++state) up[state] = (state & 3U) != 3U && (state & 12U) != 12U ? 1.0 : 0.0;
    const Transient found = solve(chain_of(rows), {{0, 0.9}, {8, 0.1}},
                                  {Duration::seconds(150), Duration::seconds(1000)}, {up, all_up}, by(either_method()));
    CHECK(found.figures[0][0].rate == Approx(0.97430814090407468).epsilon(1e-13));
    CHECK(found.figures[1][1].rate == Approx(0.3090034068425428).epsilon(1e-13));
}

TEST_CASE("a pair with failures in years and repair in seconds keeps ten digits over ten years", "[markov]") {
    // 2 independent units, MTBF 10 years, repair 1 s; rate x time = 3e8 to 3e17. Both down: u(t)^2, about 1e-17.
    const double years = GENERATE(10.0, 31.7, 1e10);
    const double failure = 1.0 / Duration::years(10).in_seconds();
    const Chain chain = chain_of({{{1, 2 * failure}}, {{0, 1.0}, {2, failure}}, {{1, 2.0}}});
    const std::vector<double> both_down{0, 0, 1};
    const std::vector<double> one_down{0, 1, 0};
    const Transient found =
        solve(chain, from_first, {Duration::seconds(0.7), Duration::years(years)}, {both_down, one_down});
    CHECK(found.method == TransientMethod::doubling);
    const double sum = 1.0 + failure;
    const double steady = failure / sum;
    for (std::size_t i = 0; i < 2; ++i) {
        const double t = i == 0 ? 0.7 : Duration::years(years).in_seconds();
        const double u = unavailability(failure, 1.0, t);
        const double integral =
            steady * steady * (t + 2.0 * std::expm1(-sum * t) / sum - std::expm1(-2.0 * sum * t) / (2.0 * sum));
        CAPTURE(t);
        CHECK(found.figures[0][i].rate == Approx(u * u).epsilon(1e-11));
        CHECK(found.figures[0][i].accumulated == Approx(integral).epsilon(1e-11));
        CHECK(found.figures[1][i].rate == Approx(2.0 * u * (1.0 - u)).epsilon(1e-11));
        CHECK(found.figures[0][i].rate_error < 1e-10 * u * u);
    }
}

TEST_CASE("given the steady state, uniformization ends early and stays right", "[markov]") {
    const Chain chain = repairable(Duration::days(100), Duration::minutes(10));
    const auto steady = std::get<SteadyState>(steady_state(chain, from_first));
    TransientOptions options = by(TransientMethod::uniformization);
    options.steady = steady.probability;
    options.steady_error = 1e-13;
    options.steady_tolerance = 1e-12;
    const std::vector<Duration> times{Duration::minutes(1), Duration::hours(3), Duration::hours(5), Duration::years(1),
                                      Duration::years(1e6)};
    const Transient found = solve(chain, from_first, times, {second_state}, options);
    CHECK(found.steps < 1000);  // where 1e6 years have 5e10
    REQUIRE(found.steady_at);
    for (std::size_t i = 0; i < times.size(); ++i) {
        const double t = times[i].in_seconds();
        const ExpectedReward& down = found.figures[0][i];
        const double rate = unavailability(1.0 / 8.64e6, 1.0 / 600.0, t);
        const double integral = integrated_unavailability(1.0 / 8.64e6, 1.0 / 600.0, t);
        CAPTURE(t, down.rate_error, down.accumulated_error);
        CHECK(std::abs(down.rate - rate) <= down.rate_error + 1e-14 * rate);
        // The closed form of the integral itself loses digits: it is a difference.
        CHECK(std::abs(down.accumulated - integral) <= down.accumulated_error + 1e-13 * t * rate);
        CHECK(down.rate_error < 1e-11 * rate);
        CHECK(down.accumulated_error < 1e-11 * integral);
    }
}

TEST_CASE("a chain that hardly changes for years is not taken for steady", "[markov]") {
    // 0 and 1 alternate every second; 2 and 3 are reached once in 1e7 s, and hold half of the steady state. From one
    // step to the next nothing moves by more than 1e-7, long before half of the probability has.
    const double slow = 1e-4;
    const Chain chain = chain_of({{{1, 1.0}}, {{0, 1.0}, {2, slow}}, {{3, 1.0}, {1, slow}}, {{2, 1.0}}});
    const auto steady = std::get<SteadyState>(steady_state(chain, from_first));
    TransientOptions with = by(TransientMethod::uniformization);
    with.steady = steady.probability;
    const std::vector<double> far{0, 0, 1, 1};
    const std::vector<Duration> times{Duration::seconds(100), Duration::seconds(2e4), Duration::seconds(1e6)};
    const Transient found = solve(chain, from_first, times, {far}, with);
    const Transient doubled = solve(chain, from_first, times, {far}, by(TransientMethod::doubling));
    REQUIRE(found.steady_at);
    CHECK(found.steady_at->in_seconds() > 1e5);
    for (std::size_t i = 0; i < times.size(); ++i) {
        CHECK(found.figures[0][i].rate == Approx(doubled.figures[0][i].rate).epsilon(1e-9));
        CHECK(found.figures[0][i].accumulated == Approx(doubled.figures[0][i].accumulated).epsilon(1e-9));
    }
}

TEST_CASE("both methods agree within their stated errors on an irregular chain", "[markov]") {
    // 40 states in a ring with short cuts and rates from 1e-6 to 1.
    std::vector<Row> rows;
    for (StateIndex state = 0; state < 40; ++state) {
        rows.push_back(
            {{(state + 1) % 40, std::pow(10.0, -static_cast<double>(state % 7))},
             {(state * 7 + 3) % 40 == state ? (state + 2) % 40 : (state * 7 + 3) % 40, 0.01 * (1.0 + state)}});
        if (rows.back()[0].to == rows.back()[1].to) rows.back().pop_back();
    }
    std::vector<double> reward(40, 0.0);
    reward[29] = 1.0;
    reward[38] = 2.5;
    const std::vector<Duration> times{Duration::seconds(0.01), Duration::seconds(3), Duration::seconds(777.7),
                                      Duration::seconds(12345)};
    const Transient one = solve(chain_of(rows), from_first, times, {reward}, by(TransientMethod::uniformization));
    const Transient other = solve(chain_of(rows), from_first, times, {reward}, by(TransientMethod::doubling));
    for (std::size_t i = 0; i < times.size(); ++i) {
        const ExpectedReward& a = one.figures[0][i];
        const ExpectedReward& b = other.figures[0][i];
        CAPTURE(i);
        CHECK(a.rate > 0.0);
        CHECK(std::abs(a.rate - b.rate) <= a.rate_error + b.rate_error);
        CHECK(std::abs(a.accumulated - b.accumulated) <= a.accumulated_error + b.accumulated_error);
        CHECK(a.rate_error < 1e-9 * a.rate);
    }
}

TEST_CASE("a chain that is never left earns the same for ever", "[markov]") {
    const Transient found =
        solve(chain_of({{}, {}}), {{0, 0.25}, {1, 0.75}}, {Duration(), Duration::seconds(8)}, {second_state});
    CHECK(found.figures[0][0].accumulated == 0.0);
    CHECK(found.figures[0][1].rate == 0.75);
    CHECK(found.figures[0][1].accumulated == 6.0);
}

TEST_CASE("transient questions that make no sense are refused with the reason", "[markov]") {
    const Chain chain = repairable(Duration::hours(1), Duration::hours(1));
    const std::vector<Duration> hour{Duration::hours(1)};
    const std::vector<double> negative{0.0, -1.0};
    const std::vector<double> too_short{1.0};
    CHECK(says(failure_of(chain, {Duration::hours(2), Duration::hours(1)}, {second_state}), "ascend"));
    CHECK(says(failure_of(chain, {Duration::forever()}, {second_state}), "finite"));
    CHECK(says(failure_of(chain, hour, {negative}), "state 1"));
    CHECK(failure_of(chain, hour, {too_short}) != "");
    TransientOptions options;
    options.steady = too_short;
    CHECK(says(failure_of(chain, hour, {second_state}, options), "1 entries for 2 states"));
}

TEST_CASE("too long a calculation is refused before it begins, naming the steps", "[markov]") {
    const Chain chain = repairable(Duration::years(10), Duration::seconds(1));
    TransientOptions options = by(TransientMethod::uniformization);
    options.most_work = 1e6;
    const std::string message = failure_of(chain, {Duration::years(10)}, {second_state}, options);
    CHECK(says(message, "needs up to 31561"));
    CHECK(says(message, "shorten the horizon"));  // 3.1536e8 s + 14.4 sigma
}

TEST_CASE("a calculation stops when asked to", "[markov]") {
    const Chain chain = repairable(Duration::years(10), Duration::seconds(1));
    TransientOptions options = by(TransientMethod::uniformization);
    int asked = 0;
    options.go_on = [&] { return ++asked < 2; };
    CHECK(says(failure_of(chain, {Duration::years(10)}, {second_state}, options), "stopped after"));
    CHECK(asked == 2);
}

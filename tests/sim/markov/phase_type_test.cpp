// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/phase_type.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <variant>
#include <vector>

#include <boost/math/quadrature/gauss_kronrod.hpp>

#include "tests/catch.hpp"

using namespace nines;
using namespace nines::sim;

namespace {

PhaseFit fit(const Law& law, const FitOptions& options = {}) {
    auto result = fit_phase_type(law, options);
    if (const auto* failure = std::get_if<FitFailure>(&result)) FAIL(failure->message);
    return std::get<PhaseFit>(std::move(result));
}

Duration s(double seconds) {
    return Duration::seconds(seconds);
}

Law empirical(std::vector<double> seconds) {
    return Law{Empirical{std::make_shared<const std::vector<double>>(std::move(seconds)), "times.csv"}};
}

Law capped(Law base, Duration cap) {
    return Law{Capped{std::make_shared<const Law>(std::move(base)), cap}};
}

double cv_of(const Law& law) {
    return standard_deviation(law) / mean(law);
}

/// Density of a Coxian at t, by integrating its phases with a fourth-order Runge-Kutta method: nothing in common with
/// the solver. The probabilities of the phases come back in `phases`.
double survival_by_steps(const PhaseType& time, double t, int steps) {
    const std::size_t n = time.phase_count();
    std::vector<double> p(n, 0.0);
    p[0] = 1.0 - time.zero_probability;
    const auto slope = [&](const std::vector<double>& at) {
        std::vector<double> d(n);
        for (std::size_t i = 0; i < n; ++i) {
            d[i] = -time.per_second[i] * at[i];
            if (i > 0) d[i] += time.per_second[i - 1] * time.go_on[i - 1] * at[i - 1];
        }
        return d;
    };
    const auto moved = [&](const std::vector<double>& from, const std::vector<double>& along, double by) {
        std::vector<double> to(n);
        for (std::size_t i = 0; i < n; ++i) to[i] = from[i] + by * along[i];
        return to;
    };
    const double h = t / steps;
    for (int step = 0; step < steps; ++step) {
        const auto k1 = slope(p);
        const auto k2 = slope(moved(p, k1, h / 2));
        const auto k3 = slope(moved(p, k2, h / 2));
        const auto k4 = slope(moved(p, k3, h));
        for (std::size_t i = 0; i < n; ++i) p[i] += h / 6.0 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
    double sum = 0.0;
    for (const double probability : p) sum += probability;
    return sum;
}

/// E[T^3] by integrating 3 t^2 P(T > t) over even pieces up to a far quantile.
double third_moment_by_pieces(const Law& law) {
    const double end = quantile_of_survival(law, 1e-25).in_seconds();
    double sum = 0.0;
    constexpr int pieces = 2000;
    for (int i = 0; i < pieces; ++i) {
        // Squared steps: finer near 0, where laws may be steep.
        const double low = end * std::pow(static_cast<double>(i) / pieces, 2);
        const double high = end * std::pow((i + 1.0) / pieces, 2);
        sum += boost::math::quadrature::gauss_kronrod<double, 15>::integrate(
            [&](double t) { return 3.0 * t * t * survival(law, Duration::seconds(t)); }, low, high, 0);
    }
    return sum;
}

struct Named {
    const char* name;
    Law law;
};

const std::vector<Named>& approximated() {
    static const std::vector<Named> laws{
        {"wear-out", Law{Weibull{2.0, s(1e4)}}},
        {"infant mortality", Law{Weibull{0.6, s(1e4)}}},
        {"nearly exponential", Law{Weibull{1.02, s(3.0)}}},
        {"strong wear-out", Law{Weibull{4.0, s(7.0)}}},
        {"lognormal repair", Law{Lognormal{8.0, 0.6}}},
        {"wide lognormal", Law{Lognormal{8.0, 1.5}}},
        {"very wide lognormal", Law{Lognormal{2.0, 3.0}}},
        {"gamma with few stages", Law{Gamma{0.3, s(50)}}},
        {"gamma with many stages", Law{Gamma{7.5, s(50)}}},
        {"normal", Law{Normal{s(100), s(30)}}},
        {"normal cut at 0", Law{Normal{s(1), s(5)}}},
        {"uniform", Law{Uniform{s(0), s(60)}}},
        {"uniform with an offset", Law{Uniform{s(20), s(60)}}},
        {"triangular", Law{Triangular{s(10), s(15), s(60)}}},
        {"bathtub", Law{Bathtub{{0.5, s(1e6)}, {s(2e5)}, {4.0, s(1e5)}}}},
        {"capped exponential", capped(Law{Exponential{s(10)}}, s(25))},
        {"measured", empirical({1, 2, 2, 3, 5, 8, 13, 40})},
        {"measured with zeros", empirical({0, 0, 1, 2, 2, 3})},
        {"mixture", Law{Mixture{{{0.7, Law{Uniform{s(5), s(15)}}}, {0.3, Law{Lognormal{5.0, 0.5}}}}}}},
    };
    return laws;
}

}  // namespace

TEST_CASE("exponential, Erlang and whole gamma laws are phases exactly", "[markov]") {
    const PhaseFit one = fit(Law{Exponential{s(5)}});
    CHECK(one.exact);
    CHECK(one.time.per_second == std::vector<double>{0.2});
    CHECK(one.time.go_on == std::vector<double>{0.0});
    CHECK(fit(Law{Weibull{1.0, s(5)}}).time.per_second == std::vector<double>{0.2});

    const PhaseFit erlang = fit(Law{Erlang{4, s(8)}});
    CHECK(erlang.exact);
    CHECK(erlang.time.per_second == std::vector<double>(4, 0.5));
    CHECK(erlang.time.go_on == std::vector<double>{1, 1, 1, 0});
    CHECK(fit(Law{Gamma{4.0, s(2)}}).time.per_second == std::vector<double>(4, 0.5));

    const PhaseFit too_many = fit(Law{Erlang{50, s(8)}});
    CHECK_FALSE(too_many.exact);
    CHECK(too_many.time.phase_count() == 32);
    CHECK(too_many.moments_kept == 1);
    CHECK(too_many.cv_error == Approx(std::sqrt(50.0 / 32.0) - 1.0).epsilon(1e-9));
}

TEST_CASE("hyperexponentials of any number of branches are Coxians exactly", "[markov]") {
    const Law law{Hyperexponential{{{0.5, s(1)}, {0.3, s(20)}, {0.15, s(300)}, {0.05, s(1e6)}}}};
    const PhaseFit found = fit(law);
    CHECK(found.exact);
    CHECK(found.time.phase_count() == 4);
    for (const double t : {0.01, 1.0, 17.0, 300.0, 1e5, 1e7}) {
        CAPTURE(t);
        CHECK(survival(found.time, s(t)) == Approx(survival(law, s(t))).epsilon(1e-12));
    }
    CHECK(quantile(found.time, 0.95).in_seconds() == Approx(quantile(law, 0.95).in_seconds()).epsilon(1e-10));
}

TEST_CASE("mass at 0 and mixtures of exponentials are kept exactly", "[markov]") {
    const Law law{Mixture{{{0.25, Law{Constant{s(0)}}},
                           {0.5, Law{Exponential{s(10)}}},
                           {0.25, Law{Hyperexponential{{{0.5, s(10)}, {0.5, s(70)}}}}}}}};
    const PhaseFit found = fit(law);
    CHECK(found.exact);
    CHECK(found.time.zero_probability == 0.25);
    CHECK(found.time.phase_count() == 2);  // two distinct means
    for (const double t : {0.0, 5.0, 100.0}) {
        CHECK(survival(found.time, s(t)) == Approx(survival(law, s(t))).epsilon(1e-13));
    }
    const PhaseFit at_once = fit(Law{Constant{s(0)}});
    CHECK(at_once.exact);
    CHECK(at_once.time.zero_probability == 1.0);
    CHECK(at_once.time.phase_count() == 0);
    CHECK(quantile(at_once.time, 0.99) == Duration());
}

TEST_CASE("a constant becomes an Erlang of the most phases allowed, and says what that costs", "[markov]") {
    const PhaseFit found = fit(Law{Constant{s(600)}}, {.most_phases = 16});
    CHECK_FALSE(found.exact);
    CHECK(found.moments_kept == 1);
    CHECK(found.time.per_second == std::vector<double>(16, 16.0 / 600.0));
    CHECK(found.mean_error == Approx(0.0).margin(1e-14));
    CHECK(found.cv_error == Approx(0.25));
    CHECK(found.p95_error == Approx(46.19425952 / 32.0 - 1.0));  // chi-squared quantile, 32 degrees of freedom
}

TEST_CASE("fits keep mean and cv, and three moments where they say so", "[markov]") {
    for (const Named& named : approximated()) {
        const PhaseFit found = fit(named.law);
        CAPTURE(named.name, found.method, found.time.phase_count());
        CHECK_FALSE(found.exact);
        CHECK(found.moments_kept >= 2);
        const Moments3 moments = moments_of(found.time);
        CHECK(moments.first == Approx(mean(named.law).in_seconds()).epsilon(1e-9));
        CHECK(moments.cv() == Approx(cv_of(named.law)).epsilon(1e-9));
        CHECK(found.mean_error == Approx(0.0).margin(1e-9));
        CHECK(found.cv_error == Approx(0.0).margin(1e-9));
        if (found.moments_kept == 3) CHECK(moments.third == Approx(moments_of(named.law).third).epsilon(1e-8));
        CHECK(found.time.zero_probability == cdf(named.law, Duration()));
        CHECK(
            std::all_of(found.time.per_second.begin(), found.time.per_second.end(), [](double r) { return r > 0.0; }));
        CHECK(std::all_of(found.time.go_on.begin(), found.time.go_on.end(),
                          [](double p) { return p >= 0.0 && p <= 1.0; }));
    }
}

TEST_CASE("a long tail does not spoil the 95th percentile", "[markov]") {
    const Law repair{Lognormal{8.0, 1.5}};
    const PhaseFit three = fit(repair, {.p95_tolerance = 1.0});
    CHECK(three.moments_kept == 3);
    CHECK(std::abs(three.p95_error) > 0.2);
    const PhaseFit near = fit(repair);
    CHECK(near.moments_kept == 2);
    CHECK(std::abs(near.p95_error) < 1e-4);
    CHECK(near.time.phase_count() == 2);
}

TEST_CASE("the stated error of the 95th percentile is the true one", "[markov]") {
    for (const Named& named : approximated()) {
        const PhaseFit found = fit(named.law);
        const double p95 = quantile(named.law, 0.95).in_seconds() * (1.0 + found.p95_error);
        CAPTURE(named.name, p95);
        const double fastest = *std::max_element(found.time.per_second.begin(), found.time.per_second.end());
        const int steps = static_cast<int>(std::min(2e6, 200.0 + 30.0 * fastest * p95));
        CHECK(survival_by_steps(found.time, p95, steps) == Approx(0.05).epsilon(1e-6));
    }
}

TEST_CASE("third moments of laws are right", "[markov]") {
    for (const Named& named : approximated()) {
        // Even pieces are too coarse for jumps, and for tails far beyond everything else.
        if (std::holds_alternative<Empirical>(named.law.form) || cv_of(named.law) > 10.0) continue;
        CAPTURE(named.name);
        CHECK(moments_of(named.law).third == Approx(third_moment_by_pieces(named.law)).epsilon(1e-6));
    }
    CHECK(moments_of(empirical({1, 2, 3})).third == Approx(12.0));
    CHECK(moments_of(capped(empirical({1, 2, 30}), s(3))).third == Approx(12.0));
    // Exponential capped at c: the integral of 3 t^2 e^-t up to c is 6 - e^-c (3 c^2 + 6 c + 6).
    CHECK(moments_of(capped(Law{Exponential{s(1)}}, s(2))).third == Approx(6.0 - std::exp(-2.0) * 30.0).epsilon(1e-12));
    CHECK(moments_of(Law{Erlang{3, s(3)}}).third == Approx(60.0));              // 3 x 4 x 5
    CHECK(moments_of(Law{Triangular{s(0), s(0), s(1)}}).third == Approx(0.1));  // integral of 2 (1 - t) t^3
}

TEST_CASE("the moments of phases are those of the sums they stand for", "[markov]") {
    // Hypoexponential of rates 1 and 3: mean 4/3, variance 1 + 1/9, third cumulant 2 (1 + 1/27).
    const PhaseType time{.zero_probability = 0.0, .per_second = {1.0, 3.0}, .go_on = {1.0, 0.0}};
    const Moments3 moments = moments_of(time);
    const double mean = 4.0 / 3.0;
    const double variance = 10.0 / 9.0;
    CHECK(moments.first == Approx(mean));
    CHECK(moments.second == Approx(variance + mean * mean));
    CHECK(moments.third == Approx(2.0 * 28.0 / 27.0 + 3.0 * variance * mean + mean * mean * mean));
    CHECK(moments.cv() == Approx(std::sqrt(variance) / mean));
    CHECK(survival(time, s(0.7)) == Approx((3.0 * std::exp(-0.7) - std::exp(-2.1)) / 2.0).epsilon(1e-13));
}

TEST_CASE("with two moments asked, the fewest phases are used", "[markov]") {
    const FitOptions two{.most_phases = 32, .third_moment = false};
    CHECK(fit(Law{Weibull{0.6, s(1)}}, two).time.phase_count() == 2);
    const PhaseFit uniform = fit(Law{Uniform{s(0), s(1)}}, two);  // squared cv 1/3
    CHECK(uniform.time.phase_count() == 3);
    CHECK(uniform.moments_kept == 2);
}

TEST_CASE("a law without a finite mean is refused", "[markov]") {
    CHECK(std::holds_alternative<FitFailure>(fit_phase_type(Law{Never{}})));
    CHECK(std::holds_alternative<FitFailure>(
        fit_phase_type(Law{Mixture{{{0.5, Law{Never{}}}, {0.5, Law{Exponential{s(1)}}}}}})));
    CHECK(std::holds_alternative<FitFailure>(fit_phase_type(Law{Exponential{s(1)}}, {.most_phases = 1})));
}

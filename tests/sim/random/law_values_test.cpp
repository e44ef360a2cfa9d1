// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "sim/random/law.hpp"
#include "tests/catch.hpp"
#include "tests/sim/random/laws.hpp"

/// Numbers of scipy 1.10 or, with more than 17 digits rounded, of mpmath 1.3 at 30 digits. Times in hours.
namespace nines::sim {

namespace {

Duration h(double hours) {
    return Duration::hours(hours);
}

Approx near(double value) {
    return Approx(value).epsilon(1e-12);
}

double mean_up_to_hours(const Law& law, double limit) {
    return mean_up_to(law, h(limit)).in_hours();
}

}  // namespace

TEST_CASE("The exponential law has its closed forms", "[random][law]") {
    const Law law{Exponential{h(4)}};
    CHECK(mean(law) == h(4));
    CHECK(standard_deviation(law) == h(4));
    CHECK(cdf(law, h(4e-10)) == near(-std::expm1(-1e-10)));  // 1 - exp(-t / mean)
    CHECK(survival(law, h(2000)) == near(std::exp(-500.0)));
    CHECK(quantile(law, 0.5).in_hours() == near(4.0 * std::log(2.0)));
    CHECK(quantile_of_survival(law, 1e-200).in_hours() == near(800.0 * std::log(10.0)));
    CHECK(hazard(law, h(5000)) == near(1.0 / 14400.0));
    CHECK(mean_up_to_hours(law, 3) == near(2.11053378903594117));  // 4 (1 - exp(-3/4))
}

TEST_CASE("The Weibull law agrees with scipy", "[random][law]") {
    const Law law{Weibull{1.5, h(1000)}};
    CHECK(mean(law).in_hours() == near(902.7452929509336));  // 1000 Gamma(5/3)
    CHECK(standard_deviation(law).in_hours() == near(612.9357917546763));
    CHECK(cdf(law, h(500)) == near(0.29781149867344037));
    CHECK(survival(law, h(20000)) == near(1.4306079971966049e-39));
    CHECK(quantile(law, 0.1).in_hours() == near(223.0755256369171));
    CHECK(hazard(law, h(4000)) * 3600.0 == near(0.003));  // 1.5 / 1000 * sqrt(4)
    CHECK(mean_up_to_hours(law, 700) == near(562.212573331694152));
}

TEST_CASE("The lognormal law agrees with scipy", "[random][law]") {
    const Law law{Lognormal{1.0 + std::log(3600.0), 0.8}};    // log median 1 in hours
    CHECK(mean(law).in_hours() == near(3.7434213772608627));  // exp(1 + 0.8^2 / 2)
    CHECK(standard_deviation(law).in_hours() == near(3.5443714664437116));
    CHECK(cdf(law, h(1)) == near(0.1056497736668553));
    CHECK(survival(law, h(1000)) == near(7.64021457213304333e-14));
    CHECK(quantile(law, 0.95).in_hours() == near(10.133866176422204));
    CHECK(density(law, h(2)) * 3600.0 == near(0.23165557291055508));
    CHECK(density(law, Duration()) == 0.0);
    CHECK(mean_up_to_hours(law, 2) == near(1.74151835327813395));
}

TEST_CASE("The gamma and Erlang laws agree with scipy", "[random][law]") {
    const Law gamma{Gamma{2.5, h(3)}};
    CHECK(mean(gamma).in_hours() == near(7.5));
    CHECK(standard_deviation(gamma).in_hours() == near(4.743416490252569));
    CHECK(cdf(gamma, h(4)) == near(0.2487882896338786));
    CHECK(survival(gamma, h(200)) == near(4.66654986540955598e-27));
    CHECK(quantile(gamma, 0.95).in_hours() == near(16.605746540274527));
    CHECK(density(gamma, h(4)) * 3600.0 == near(0.10176333733433286));
    CHECK(mean_up_to_hours(gamma, 4) == near(3.64959896570658103));
    const Law erlang{Erlang{3, h(4)}};
    CHECK(mean(erlang) == h(4));
    CHECK(standard_deviation(erlang).in_hours() == near(2.309401076758503));  // 4 / sqrt(3)
    CHECK(cdf(erlang, h(4)) == near(0.5768099188731566));
    CHECK(survival(erlang, h(80)) == near(1.629586652937817e-23));
    CHECK(quantile(erlang, 0.5).in_hours() == near(3.5654137516314117));
}

TEST_CASE("The normal law truncated at 0 agrees with scipy", "[random][law]") {
    const Law law{Normal{h(10), h(8)}};
    CHECK(mean(law).in_hours() == near(11.633803671189414));
    CHECK(standard_deviation(law).in_hours() == near(6.707655987907687));
    CHECK(cdf(law, h(5)) == near(0.1792762506912145));
    CHECK(survival(law, h(70)) == near(3.56783235354411554e-14));
    CHECK(quantile(law, 0.9).in_hours() == near(20.753938448023398));
    CHECK(density(law, h(5)) * 3600.0 == near(0.04586583629209809));
    CHECK(mean_up_to_hours(law, 5) == near(4.59477140195120957));
    CHECK(hazard(law, h(330)) * 3600.0 * 8.0 == near(40.0249688472072637));  // phi(40) / Q(40), both underflow
}

TEST_CASE("The triangular law agrees with scipy", "[random][law]") {
    const Law law{Triangular{h(1), h(3), h(9)}};
    CHECK(mean(law).in_hours() == near(13.0 / 3.0));
    CHECK(standard_deviation(law).in_hours() == near(1.699673171197595));
    CHECK(cdf(law, h(2)) == near(0.0625));
    CHECK(cdf(law, h(4)) == near(0.4791666666666667));
    CHECK(survival(law, h(8.9)) == Approx(0.01 / 48.0).epsilon(1e-10));  // (9 - t)^2 / (8 * 6)
    CHECK(quantile(law, 0.9).in_hours() == near(6.809109769979336));
    CHECK(mean_up_to_hours(law, 4) == near(3.46527777777777778));
}

TEST_CASE("The uniform, constant and empirical laws have their closed forms", "[random][law]") {
    const Law uniform{Uniform{h(2), h(6)}};
    CHECK(mean(uniform) == h(4));
    CHECK(standard_deviation(uniform).in_hours() == near(4.0 / std::sqrt(12.0)));
    CHECK(quantile(uniform, 0.25) == h(3));
    CHECK(hazard(uniform, h(5)) * 3600.0 == near(1.0));  // 1 / (high - t)
    const Law constant{Constant{h(2)}};
    CHECK(mean(constant) == h(2));
    CHECK(standard_deviation(constant) == Duration());
    CHECK(cdf(constant, h(1.999)) == 0.0);
    CHECK(cdf(constant, h(2)) == 1.0);
    const Law times = measured({1.0, 2.0, 2.0, 7.0});
    CHECK(mean(times) == Duration::seconds(3));
    CHECK(standard_deviation(times).in_seconds() == near(std::sqrt(5.5)));  // (4 + 1 + 1 + 16) / 4
    CHECK(cdf(times, Duration::seconds(2)) == 0.75);
    CHECK(survival(times, Duration::seconds(6.9)) == 0.25);
    CHECK(quantile(times, 0.75) == Duration::seconds(2));
    CHECK(quantile(times, 0.76) == Duration::seconds(7));
    CHECK(quantile(times, 0.0) == Duration::seconds(1));
}

TEST_CASE("A hyperexponential is the weighted sum of its exponentials", "[random][law]") {
    const Law law{Hyperexponential{{{0.3, h(1)}, {0.7, h(5)}}}};
    CHECK(mean(law).in_hours() == near(3.8));                                        // 0.3 * 1 + 0.7 * 5
    CHECK(standard_deviation(law).in_hours() == near(std::sqrt(35.6 - 3.8 * 3.8)));  // E[T^2] = 2 (0.3 + 0.7 * 25)
    CHECK(survival(law, h(100)) == near(0.3 * std::exp(-100.0) + 0.7 * std::exp(-20.0)));
    CHECK(hazard(law, h(1e6)) * 3600.0 == near(0.2));  // The slow branch is left.
}

TEST_CASE("A bathtub's mean and spread agree with numerical integration at 30 digits", "[random][law]") {
    const Law law{bathtub()};
    CHECK(mean(law).in_hours() == Approx(157.768314225569414).epsilon(1e-9));
    CHECK(standard_deviation(law).in_hours() == Approx(151.562663367598342).epsilon(1e-9));
    CHECK(survival(law, h(100)) == near(0.521439981511153311));
    CHECK(mean_up_to_hours(law, 50) == Approx(39.8321344678630968).epsilon(1e-9));
    // The hazards add: 0.5 / 1000 (0.1)^-0.5 + 1 / 300 + 4 / 500 (0.2)^3.
    CHECK(hazard(law, h(100)) * 3600.0 == near(0.0005 / std::sqrt(0.1) + 1.0 / 300.0 + 0.008 * 0.008));
}

TEST_CASE("A mixture adds the spread within its parts and between them", "[random][law]") {
    const Law law{Mixture{{{0.9, Law{Constant{h(1)}}}, {0.1, Law{Exponential{h(11)}}}}}};
    CHECK(mean(law).in_hours() == near(2.0));  // 0.9 + 1.1
    CHECK(standard_deviation(law).in_hours() == near(std::sqrt(0.9 + 0.1 * (121 + 81))));
    CHECK(cdf(law, h(1)) == near(0.9 - 0.1 * std::expm1(-1.0 / 11.0)));
    CHECK(quantile(law, 0.5) == h(1));
    const Law often{Mixture{{{0.75, Law{Constant{h(1)}}}, {0.25, Law{Never{}}}}}};
    CHECK(quantile(often, 0.75) == h(1));
    CHECK(quantile(often, 0.76).is_forever());
    CHECK(mean(often).is_forever());
    CHECK(survival(often, Duration::forever()) == 0.25);
}

TEST_CASE("A capped law keeps the base's mean up to the cap", "[random][law]") {
    struct Case {
        Law base;
        double cap, mean, sd;
    };
    const Case c =
        GENERATE(Case{Law{Exponential{h(4)}}, 3, 2.11053378903594117, 1.04552387435236015},
                 Case{Law{Weibull{1.5, h(1000)}}, 700, 562.212573331694152, 197.594958585054113},
                 Case{Law{Lognormal{1.0 + std::log(3600.0), 0.8}}, 2, 1.74151835327813395, 0.439416587394463189},
                 Case{Law{Gamma{2.5, h(3)}}, 4, 3.64959896570658103, 0.764899907089432551},
                 Case{Law{Normal{h(10), h(8)}}, 5, 4.59477140195120957, 1.05560810975007044},
                 Case{Law{Triangular{h(1), h(3), h(9)}}, 4, 3.46527777777777778, 0.737518309042453200},
                 Case{Law{Uniform{h(2), h(6)}}, 3, 2.875, 0.260208249933266592},
                 Case{Law{bathtub()}, 50, 39.8321344678630968, 17.0137354864815663});
    const Law law = capped(c.base, h(c.cap));
    CAPTURE(to_text(law));
    CHECK(mean(law).in_hours() == Approx(c.mean).epsilon(1e-9));
    CHECK(standard_deviation(law).in_hours() == Approx(c.sd).epsilon(1e-9));
    CHECK(cdf(law, h(c.cap)) == 1.0);
    CHECK(survival(law, h(c.cap) - Duration::seconds(1)) == survival(c.base, h(c.cap) - Duration::seconds(1)));
    CHECK(quantile(law, 0.999999) == h(c.cap));
}

TEST_CASE("Never has no probability at any time", "[random][law]") {
    const Law never{Never{}};
    CHECK(mean(never).is_forever());
    CHECK(cdf(never, Duration::forever()) == 0.0);
    CHECK(survival(never, Duration::years(1e9)) == 1.0);
    CHECK(quantile(never, 0.0).is_forever());
    CHECK(hazard(never, h(1)) == 0.0);
}

}  // namespace nines::sim

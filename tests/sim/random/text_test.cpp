// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/random/text.hpp"

#include <cmath>
#include <cstdint>
#include <map>
#include <string>

#include "sim/random/law.hpp"
#include "sim/random/parametrise.hpp"
#include "sim/random/stream.hpp"
#include "tests/catch.hpp"
#include "tests/sim/random/laws.hpp"

namespace nines::sim {

namespace {

/// A duration of the scenario language: number, space, unit.
double read_seconds(const std::string& text) {
    const std::map<std::string, double> seconds = {{"ms", 0.001}, {"s", 1.0},     {"min", 60.0},
                                                   {"h", 3600.0}, {"d", 86400.0}, {"y", 31536000.0}};
    const auto space = text.find(' ');
    return std::stod(text.substr(0, space)) * seconds.at(text.substr(space + 1));
}

double read_share(const std::string& text) {
    return text.back() == '%' ? std::stod(text) / 100.0 : std::stod(text);
}

/// Uniform in [0, 1) with all the digits of a double.
double any_fraction(std::uint64_t n) {
    Draw draw(Stream(3, stream_name("text"), 0), n);
    return static_cast<double>(draw() >> 11) * 0x1p-53;
}

}  // namespace

TEST_CASE("Every law is written as the scenario language reads it", "[random][text]") {
    const Law slow{Exponential{Duration::hours(1)}};
    CHECK(to_text(Law{Exponential{Duration::hours(4)}}) == "exp(mean 4 h)");
    CHECK(to_text(Law{Weibull{0.7, Duration::hours(2480)}}) == "weibull(shape 0.7, scale 2480 h)");
    CHECK(to_text(Law{*lognormal_from_median_and_sigma(Duration::minutes(30), 0.9)}) ==
          "lognormal(median 30 min, sigma 0.9)");
    CHECK(to_text(Law{Gamma{2.0, Duration::hours(1)}}) == "gamma(shape 2, scale 1 h)");
    CHECK(to_text(Law{Erlang{3, Duration::hours(4)}}) == "erlang(stages 3, mean 4 h)");
    CHECK(to_text(Law{Normal{Duration::hours(10), Duration::minutes(90)}}) == "normal(mean 10 h, sd 90 min)");
    CHECK(to_text(Law{Uniform{Duration::seconds(20), Duration::seconds(30)}}) == "uniform(20 s, 30 s)");
    CHECK(to_text(Law{Triangular{Duration::seconds(0.2), Duration::seconds(1), Duration::days(90)}}) ==
          "triangular(min 200 ms, mode 1 s, max 90 d)");
    CHECK(to_text(Law{Hyperexponential{{{0.3, Duration::minutes(1)}, {0.7, Duration::hours(2)}}}}) ==
          "hyperexp(30%: 1 min, 70%: 2 h)");
    CHECK(to_text(Law{bathtub()}) ==
          "bathtub(infant shape 0.5, infant scale 1000 h, chance mean 300 h, wear shape 4, wear scale 500 h)");
    CHECK(to_text(measured({1.0, 2.0})) == "empirical(\"times.csv\")");
    CHECK(to_text(Law{Mixture{{{0.9, Law{Constant{Duration::minutes(1)}}}, {0.1, slow}}}}) ==
          "mix(90%: 1 min, 10%: exp(mean 1 h))");
    CHECK(to_text(capped(slow, Duration::days(1))) == "exp(mean 1 h) capped 1 d");
    CHECK(to_text(Law{Constant{Duration::years(2)}}) == "2 y");
    CHECK(to_text(Law{Constant{Duration()}}) == "0 s");
    CHECK(to_text(Law{Never{}}) == "never");
}

TEST_CASE("A written share reads back to the last bit", "[random][text]") {
    CHECK(share_text(0.9995) == "99.95%");
    CHECK(share_text(0.07) == "7%");
    CHECK(share_text(1.0) == "100%");
    CHECK(share_text(1.0 / 3.0) == "0.3333333333333333");  // No double is a hundred times as much.
    for (std::uint64_t n = 0; n < 10000; ++n) {
        const double share = any_fraction(n);
        CHECK(read_share(share_text(share)) == share);
    }
}

TEST_CASE("A written duration reads back to the last bit", "[random][text]") {
    for (std::uint64_t n = 0; n < 10000; ++n) {
        const double seconds = std::exp(40.0 * any_fraction(n) - 10.0);
        CHECK(read_seconds(duration_text(Duration::seconds(seconds))) == seconds);
    }
}

TEST_CASE("A written median reads back to the same logarithm", "[random][text]") {
    for (std::uint64_t n = 0; n < 10000; ++n) {
        const double median = std::exp(20.0 * any_fraction(n) + 1.0);
        const double log_median = std::log(median);
        CHECK(std::log(read_seconds(log_duration_text(log_median))) == log_median);
    }
}

TEST_CASE("A duration is written in the unit that needs the fewest digits", "[random][text]") {
    CHECK(duration_text(Duration::seconds(0.2)) == "200 ms");
    CHECK(duration_text(Duration::seconds(90)) == "90 s");
    CHECK(duration_text(Duration::hours(24)) == "1 d");
    CHECK(duration_text(Duration::days(365)) == "1 y");
    CHECK(duration_text(Duration::hours(1e6)) == "1000000 h");
    CHECK(duration_text(Duration::minutes(4.5)) == "4.5 min");
    CHECK(duration_text(Duration::hours(4380)) == "4380 h");  // Not 0.5 y.
    CHECK(duration_text(Duration::forever()) == "never");
}

}  // namespace nines::sim

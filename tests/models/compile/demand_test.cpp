// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compile/demand.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>
#include <vector>

#include "tests/catch.hpp"

using nines::compile::Demand;

namespace {

constexpr double hour = 3600.0;
constexpr double day = 24.0 * hour;
constexpr double week = 7.0 * day;
constexpr double year = 365.0 * day;

/// The formula of the header, word by word.
double rate_by_formula(const Demand& demand, double seconds) {
    const double clock = demand.start + seconds;
    const double number = std::floor(clock / day);
    const double weekday = std::fmod(number, 7.0);
    const double time = clock - number * day;
    const double shape = demand.trough + (1.0 - demand.trough) *
                                             (1.0 + std::cos(2.0 * std::numbers::pi * (time - demand.peak_at) / day)) /
                                             2.0;
    const double days_passed = number - std::floor(demand.start / day);
    return demand.peak * std::pow(1.0 + demand.growth, days_passed / 365.0) * (weekday >= 5.0 ? demand.weekend : 1.0) *
           shape;
}

/// Midpoint rule with steps of 10 s: exact to 1e-7 of a smooth day, to 1e-4 beside a bend, and at a jump at midnight,
/// which falls onto a boundary of steps if `from` is a multiple of them.
template <class Function>
double integral(double from, double to, Function function) {
    const auto steps = static_cast<long>(std::round((to - from) / 10.0));
    const double step = (to - from) / static_cast<double>(steps);
    double sum = 0.0;
    for (long i = 0; i < steps; ++i) sum += function(from + (static_cast<double>(i) + 0.5) * step);
    return sum * step;
}

std::vector<std::pair<double, double>> spans(const Demand& demand, double limit, double from, double to) {
    std::vector<std::pair<double, double>> result;
    demand.spans_above(limit, from, to, [&](double begin, double end) { result.emplace_back(begin, end); });
    return result;
}

Demand demand_of(double trough, double peak_at, double weekend, double growth, double start) {
    Demand demand;
    demand.peak = 1000.0;
    demand.trough = trough;
    demand.peak_at = peak_at;
    demand.weekend = weekend;
    demand.growth = growth;
    demand.start = start;
    return demand;
}

/// Constant; diurnal with the peak by day, at night and at midnight; weekends; growth and decline; any start.
std::vector<Demand> many_demands() {
    return {
        demand_of(1.0, 14.0 * hour, 1.0, 0.0, 0.0),
        demand_of(0.4, 14.0 * hour, 1.0, 0.0, 0.0),
        demand_of(0.35, 14.0 * hour, 0.8, 0.0, 9.0 * hour),
        demand_of(0.0, 1.5 * hour, 0.5, 0.0, 3.0 * day + 5.0 * hour),
        demand_of(0.2, 23.0 * hour, 1.3, 0.0, 6.0 * day + 20.0 * hour),
        demand_of(0.5, 0.0, 0.7, 0.3, 4.0 * day + 1.0 * hour),
        demand_of(0.4, 14.0 * hour, 1.0, -0.2, 2.0 * day),
        demand_of(1.0, 14.0 * hour, 0.6, 0.5, 5.0 * day),
    };
}

}  // namespace

TEST_CASE("the rate of a demand is the product of peak, growth, weekend and time of day", "[demand]") {
    for (const Demand& demand : many_demands()) {
        for (double seconds = 0.0; seconds < 3.0 * week; seconds += 1777.0) {
            CAPTURE(demand.trough, demand.peak_at, demand.weekend, demand.growth, demand.start, seconds);
            CHECK(demand.rate(seconds) == Approx(rate_by_formula(demand, seconds)).epsilon(1e-12));
        }
    }
}

TEST_CASE("a demand is highest at its peak and lowest half a day later", "[demand]") {
    const Demand demand = demand_of(0.35, 14.0 * hour, 0.8, 0.0, 0.0);
    CHECK(demand.rate(14.0 * hour) == Approx(1000.0));
    CHECK(demand.rate(2.0 * hour) == Approx(350.0));
    CHECK(demand.rate(5.0 * day + 14.0 * hour) == Approx(800.0));
    CHECK(demand.rate(7.0 * day + 14.0 * hour) == Approx(1000.0));
}

TEST_CASE("requests offered are the integral of the rate", "[demand]") {
    for (const Demand& demand : many_demands()) {
        for (const auto& [from, to] : std::vector<std::pair<double, double>>{{0.0, day},
                                                                             {0.0, 2.0 * week},
                                                                             {5.0 * hour, 9.0 * hour},
                                                                             {22.0 * hour, 27.0 * hour},
                                                                             {3.0 * day, 3.0 * day + 10.0}}) {
            CAPTURE(demand.trough, demand.peak_at, demand.weekend, demand.growth, demand.start, from, to);
            const double expected = integral(from, to, [&](double t) { return rate_by_formula(demand, t); });
            CHECK(demand.offered(from, to) == Approx(expected).epsilon(1e-6));
        }
    }
}

TEST_CASE("requests offered in two spans are those of the whole", "[demand]") {
    for (const Demand& demand : many_demands()) {
        const double whole = demand.offered(1000.0, 40.0 * day);
        const double parts = demand.offered(1000.0, 123'456.0) + demand.offered(123'456.0, 40.0 * day);
        CHECK(parts == Approx(whole).epsilon(1e-12));
    }
}

TEST_CASE("requests beyond a limit are the integral of what exceeds it", "[demand]") {
    for (const Demand& demand : many_demands()) {
        for (const double limit : {0.0, 100.0, 399.0, 500.0, 750.0, 999.0, 1000.0, 1300.0, 5000.0}) {
            for (const auto& [from, to] : std::vector<std::pair<double, double>>{
                     {0.0, 2.0 * week}, {12.0 * hour, 13.0 * hour}, {20.0 * hour, 30.0 * hour}}) {
                CAPTURE(demand.trough, demand.peak_at, demand.weekend, demand.growth, demand.start, limit, from, to);
                const double expected =
                    integral(from, to, [&](double t) { return std::max(0.0, rate_by_formula(demand, t) - limit); });
                CHECK(demand.above(limit, from, to) == Approx(expected).epsilon(1e-4));
            }
        }
    }
}

TEST_CASE("spans above a limit are where the rate exceeds it, in order and apart", "[demand]") {
    for (const Demand& demand : many_demands()) {
        for (const double limit : {10.0, 399.0, 500.0, 750.0, 990.0}) {
            const double from = 5.0 * hour;
            const double to = from + 2.0 * week;
            CAPTURE(demand.trough, demand.peak_at, demand.weekend, demand.growth, demand.start, limit);
            const auto found = spans(demand, limit, from, to);
            double before = from - 1.0;
            double sum = 0.0;
            for (const auto& [begin, end] : found) {
                CHECK(begin < end);
                CHECK(begin > before);
                CHECK(begin >= from);
                CHECK(end <= to);
                CHECK(rate_by_formula(demand, (begin + end) / 2.0) > limit);
                before = end;
                sum += end - begin;
            }
            // Each edge within the span is met by the midpoint rule within half a step of 10 s.
            const double expected =
                integral(from, to, [&](double t) { return rate_by_formula(demand, t) > limit ? 1.0 : 0.0; });
            CHECK(std::abs(sum - expected) <= 10.0 * static_cast<double>(found.size() + 1));
            for (std::size_t i = 0; i + 1 < found.size(); ++i) {
                const double between = (found[i].second + found[i + 1].first) / 2.0;
                CHECK(rate_by_formula(demand, between) <= limit * (1.0 + 1e-9));
            }
        }
    }
}

TEST_CASE("a span above a limit that goes over midnight is one", "[demand]") {
    const Demand demand = demand_of(0.0, 0.0, 1.0, 0.0, 0.0);
    // cos > 0: six hours before and after each midnight.
    const auto found = spans(demand, 500.0, 12.0 * hour, 2.5 * day);
    REQUIRE(found.size() == 2);
    CHECK(found[0].first == Approx(18.0 * hour));
    CHECK(found[0].second == Approx(30.0 * hour));
    CHECK(found[1].first == Approx(42.0 * hour));
    CHECK(found[1].second == Approx(54.0 * hour));
}

TEST_CASE("a demand that is always above a limit is above it in one span", "[demand]") {
    const Demand constant = demand_of(1.0, 14.0 * hour, 1.0, 0.0, 2.0 * day + hour);
    const auto found = spans(constant, 999.0, 1000.0, 30.0 * day);
    REQUIRE(found.size() == 1);
    CHECK(found[0].first == 1000.0);
    CHECK(found[0].second == Approx(30.0 * day));
    CHECK(spans(constant, 1000.0, 0.0, 30.0 * day).empty());
}

TEST_CASE("weekends are days 6 and 7 of the week in which a scenario starts", "[demand]") {
    // From Friday 12:00: above 900 until midnight and again from Monday.
    const Demand demand = demand_of(1.0, 0.0, 0.5, 0.0, 4.0 * day + 12.0 * hour);
    const auto found = spans(demand, 900.0, 0.0, week);
    REQUIRE(found.size() == 2);
    CHECK(found[0].first == 0.0);
    CHECK(found[0].second == Approx(12.0 * hour));
    CHECK(found[1].first == Approx(2.5 * day));
    CHECK(found[1].second == Approx(week));
    CHECK(demand.offered(0.0, week) == Approx(1000.0 * (5.0 + 0.5 * 2.0) * day));
}

TEST_CASE("growth is compound and takes effect at midnight", "[demand]") {
    const Demand demand = demand_of(1.0, 0.0, 1.0, 0.3, 5.0 * hour);
    CHECK(demand.rate(0.0) == Approx(1000.0));
    CHECK(demand.rate(19.0 * hour - 1.0) == Approx(1000.0));
    CHECK(demand.rate(19.0 * hour + 1.0) == Approx(1000.0 * std::pow(1.3, 1.0 / 365.0)));
    CHECK(demand.rate(year) == Approx(1300.0));
    // Sum of a geometric series, counted from midnight.
    const Demand from_midnight = demand_of(1.0, 0.0, 1.0, 0.3, 0.0);
    const double ratio = std::pow(1.3, 1.0 / 365.0);
    CHECK(from_midnight.offered(0.0, year) == Approx(1000.0 * day * 0.3 / (ratio - 1.0)));
}

TEST_CASE("no rate of a demand exceeds its highest", "[demand]") {
    for (const Demand& demand : many_demands()) {
        const double until = 300.0 * day;
        const double highest = demand.highest(until);
        double found = 0.0;
        for (double seconds = 0.0; seconds <= until; seconds += 600.0) found = std::max(found, demand.rate(seconds));
        CAPTURE(demand.trough, demand.peak_at, demand.weekend, demand.growth, demand.start);
        CHECK(found <= highest * (1.0 + 1e-12));
        // Growth and the weekend's factor are taken at their largest, whether or not they meet.
        CHECK(highest <= found * 1.01);
    }
}

namespace {

/// With spikes at a time of day, over midnight, one within another, and one without an end.
Demand with_spikes(Demand demand) {
    demand.add_spike({10.0 * hour, 12.0 * hour, 3.0});
    demand.add_spike({11.0 * hour, 30.0 * hour, 0.5});
    demand.add_spike({20.0 * hour, 21.0 * hour, 2.0});
    demand.add_spike({9.0 * day, std::numeric_limits<double>::infinity(), 1.5});
    return demand;
}

double spiked_by_formula(const Demand& demand, double seconds) {
    const auto within = [&](double from, double to, double factor) {
        return from <= seconds && seconds < to ? factor : 1.0;
    };
    return rate_by_formula(demand, seconds) * within(10.0 * hour, 12.0 * hour, 3.0) *
           within(11.0 * hour, 30.0 * hour, 0.5) * within(20.0 * hour, 21.0 * hour, 2.0) *
           within(9.0 * day, std::numeric_limits<double>::infinity(), 1.5);
}

}  // namespace

TEST_CASE("within a spike the rate is so many times what it was, and what overlaps multiplies", "[demand][spike]") {
    for (const Demand& usual : many_demands()) {
        const Demand demand = with_spikes(usual);
        for (double seconds = 0.0; seconds < 2.0 * week; seconds += 600.0) {
            CHECK(demand.rate(seconds) == Approx(spiked_by_formula(usual, seconds)).epsilon(1e-12));
            CHECK(demand.rate(seconds) <= demand.highest(2.0 * week));
        }
    }
}

TEST_CASE("with spikes too, integrals and spans are those of the rate", "[demand][spike]") {
    for (const Demand& usual : many_demands()) {
        const Demand demand = with_spikes(usual);
        for (const double limit : {150.0, 600.0, 1100.0}) {
            CAPTURE(usual.trough, usual.peak_at, usual.weekend, usual.growth, usual.start, limit);
            const double to = 2.0 * week;
            const auto rate = [&](double t) { return spiked_by_formula(usual, t); };
            CHECK(demand.offered(0.0, to) == Approx(integral(0.0, to, rate)).epsilon(1e-6));
            CHECK(demand.above(limit, 0.0, to) ==
                  Approx(integral(0.0, to, [&](double t) { return std::max(0.0, rate(t) - limit); })).epsilon(1e-4));
            double sum = 0.0;
            double before = -1.0;
            const auto found = spans(demand, limit, 0.0, to);
            for (const auto& [begin, end] : found) {
                CHECK(begin > before);
                CHECK(rate((begin + end) / 2.0) > limit);
                before = end;
                sum += end - begin;
            }
            const double expected = integral(0.0, to, [&](double t) { return rate(t) > limit ? 1.0 : 0.0; });
            CHECK(std::abs(sum - expected) <= 10.0 * static_cast<double>(found.size() + 1));
        }
    }
}

TEST_CASE("the next crossing of a limit is where the next span begins or ends", "[demand][spike]") {
    for (const Demand& usual : many_demands()) {
        for (const Demand& demand : {usual, with_spikes(usual)}) {
            for (const double limit : {300.0, 600.0, 950.0}) {
                const double to = 30.0 * day;
                const auto all = spans(demand, limit, 0.0, to);
                for (double from = 0.0; from < to; from += 3.7 * hour) {
                    CAPTURE(usual.trough, usual.peak_at, usual.weekend, usual.growth, usual.start, limit, from);
                    double above = to;
                    double below = from;
                    for (const auto& [begin, end] : all) {
                        if (end > from) above = std::min(above, std::max(begin, from));
                        if (begin <= from && from < end) below = end;
                    }
                    CHECK(demand.first_above(limit, from, to) == Approx(above));
                    CHECK(demand.first_below(limit, from, to) == Approx(below));
                }
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using nines::oracle::run_text;

namespace {

constexpr double hour = 3600.0;
constexpr double day = 24.0 * hour;
constexpr double horizon = 14.0 * day;
constexpr double pi = 3.14159265358979323846;

/// Within [from, to) one of four servers is out, or the load is so many times what it was.
struct Span {
    double from, to;
    int server = 0;
    double factor = 1.0;

    bool has(double seconds) const { return from <= seconds && seconds < to; }
};

/// Four servers of 100 req/s, a diurnal load with weekends, users that try again, and things that happen at known
/// times.
struct Case {
    double peak, trough, weekend, kept;
    int retries;
    std::vector<Span> outages, spikes;

    double rate(double seconds) const {
        double result =
            peak * (trough + (1.0 - trough) * (1.0 + std::cos(2.0 * pi * (seconds / hour - 14.0) / 24.0)) / 2.0);
        if (std::fmod(seconds / day, 7.0) >= 5.0) result *= weekend;
        for (const Span& spike : spikes) result *= spike.has(seconds) ? spike.factor : 1.0;
        return result;
    }
    double capacity(double seconds) const {
        double result = 400.0;
        for (int server = 1; server <= 4; ++server) {
            const bool is_out = std::any_of(outages.begin(), outages.end(), [&](const Span& outage) {
                return outage.server == server && outage.has(seconds);
            });
            result -= is_out ? 100.0 : 0.0;
        }
        return result;
    }
    std::string text() const {
        std::string result = fmt::format(
            "format = 1\nscenario = {{ horizon = \"14 d\" }}\n[node.web]\nmttf = \"1000000 y\"\n"
            "capacity = \"100 req/s\"\n[group.web]\nnode = \"web\"\ncount = 4\n[balancer.edge]\nto = \"web\"\n"
            "check = \"instant\"\nretry = 0\noverload = {{ shed = false, goodput = {} }}\n"
            "[service.site]\nentry = \"edge\"\nup_when = \"served >= 90% of offered\"\n"
            "load = {{ peak = \"{} req/s\", shape = \"diurnal\", trough = {}, weekend = {}, retries = {} }}\n",
            kept, peak, trough, weekend, retries);
        int number = 0;
        for (const Span& outage : outages) {
            result += fmt::format("[event.e{}]\nat = \"{} s\"\ndo = \"fail web/{} for {} s\"\n", ++number, outage.from,
                                  outage.server, outage.to - outage.from);
        }
        for (const Span& spike : spikes) {
            result += fmt::format("[event.e{}]\nat = \"{} s\"\ndo = \"scale load of site by {} for {} s\"\n", ++number,
                                  spike.from, spike.factor, spike.to - spike.from);
        }
        return result;
    }
};

Case random_case(std::mt19937& dice) {
    const auto between = [&](double low, double high) {
        return std::round(100.0 * (low + (high - low) * static_cast<double>(dice() % 1000) / 1000.0)) / 100.0;
    };
    Case result{between(150, 450),
                between(0.1, 1),
                between(0.3, 1),
                between(0.1, 0.9),
                1 + static_cast<int>(dice() % 4),
                {},
                {}};
    for (int i = 0; i < 8; ++i) {
        const double from = std::round(between(0.0, 13.0) * 8640.0) * 10.0;
        const Span outage{from, from + 60.0 * std::round(between(1.0, 900.0)), 1 + static_cast<int>(dice() % 4)};
        // What is down already is not struck again.
        const bool is_free = std::none_of(result.outages.begin(), result.outages.end(), [&](const Span& other) {
            return other.server == outage.server && other.from <= outage.to && outage.from <= other.to;
        });
        if (is_free) result.outages.push_back(outage);
    }
    for (int i = 0; i < 3; ++i) {
        const double from = std::round(between(0.0, 13.0) * 8640.0) * 10.0;
        result.spikes.push_back({from, from + 60.0 * std::round(between(1.0, 600.0)), 0, between(0.5, 2.0)});
    }
    return result;
}

/// Shares of the time and of the requests, by small steps of time.
struct Walked {
    double down = 0.0;
    double answered = 0.0;
};

Walked walk(const Case& of) {
    constexpr double step = 5.0;
    const double tries = (1.0 - std::pow(1.0 - of.kept, of.retries + 1)) / of.kept;
    Walked result;
    double offered = 0.0;
    bool is_in = false;
    for (double t = step / 2.0; t < horizon; t += step) {
        const double rate = of.rate(t);
        const double capacity = of.capacity(t);
        is_in = rate > capacity || (is_in && rate > capacity / tries);
        const double served = is_in ? of.kept * capacity : rate;
        offered += rate;
        result.answered += served;
        result.down += served < 0.9 * rate ? step / horizon : 0.0;
    }
    result.answered /= offered;
    return result;
}

}  // namespace

TEST_CASE("overload comes, lasts and goes as a walk in small steps says", "[oracle][load][overload]") {
    std::mt19937 dice(1);
    int differs = 0;
    for (int i = 0; i < 60; ++i) {
        const Case of = random_case(dice);
        INFO(of.text());
        const auto study = run_text(of.text(), {.trials = 1});
        const Walked walked = walk(of);
        // Up to 60 changes, each met within a step of 5 s of 14 d.
        CHECK(study.estimate("service:site", "unavailability") == Approx(walked.down).margin(60.0 * 5.0 / horizon));
        CHECK(study.estimate("service:site", "request_availability") == Approx(walked.answered).margin(1e-3));
        Case without = of;
        without.retries = 0;
        differs += std::abs(walk(without).down - walked.down) > 0.01 ? 1 : 0;
    }
    CHECK(differs > 20);
}

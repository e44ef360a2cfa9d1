// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "models/scenario/parse.hpp"
#include "models/scenario/value_text.hpp"
#include "tests/catch.hpp"

namespace nines::scenario {
namespace {

constexpr int cases = 2000;

/// Values as people and programs make them, from a fixed seed.
class Generator {
public:
    double uniform() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }
    int below(int limit) { return static_cast<int>(engine_() % static_cast<unsigned>(limit)); }

    /// Over many orders of magnitude; half of them with few digits.
    double number(double low, double high) {
        const double value = low * std::pow(high / low, uniform());
        return below(2) == 0 ? value : std::stod(fmt::format("{:.2g}", value));
    }
    Duration duration() { return Duration::seconds(number(1e-3, 1e12)); }

private:
    std::mt19937_64 engine_{20240229};
};

template <class T>
T read_back(const Parsed<T>& parsed, const std::string& text) {
    INFO(text << ": " << (parsed ? std::string() : parsed.error().message));
    REQUIRE(parsed);
    return *parsed;
}

sim::Law random_law(Generator& generator, int depth) {
    switch (generator.below(depth > 3 ? 10 : 13)) {
        case 0: return {sim::Constant{generator.duration()}};
        case 1: return {sim::Exponential{generator.duration()}};
        case 2: return {sim::Weibull{generator.number(0.02, 900), generator.duration()}};
        case 3: return {sim::Lognormal{std::log(generator.duration().in_seconds()), generator.number(0.01, 19)}};
        case 4: return {sim::Gamma{generator.number(0.001, 1000), generator.duration()}};
        case 5: return {sim::Erlang{1 + generator.below(999), generator.duration()}};
        case 6: return {sim::Normal{generator.duration(), generator.duration()}};
        case 7: {
            const Duration low = generator.duration();
            return {sim::Uniform{low, low + generator.duration()}};
        }
        case 8: {
            const Duration low = generator.duration();
            const Duration mode = low + generator.duration();
            return {sim::Triangular{low, mode, mode + generator.duration()}};
        }
        case 9:
            return {sim::Bathtub{{generator.number(0.02, 0.9), generator.duration()},
                                 {generator.duration()},
                                 {generator.number(1.1, 90), generator.duration()}}};
        case 10: {
            const double weight = generator.uniform();
            return {sim::Hyperexponential{{{weight, generator.duration()}, {1.0 - weight, generator.duration()}}}};
        }
        case 11: {
            const double weight = generator.uniform();
            sim::Mixture mixture;
            mixture.parts.push_back({weight, random_law(generator, depth + 1)});
            mixture.parts.push_back({1.0 - weight, random_law(generator, depth + 1)});
            return {mixture};
        }
        default: break;
    }
    sim::Law base{sim::Exponential{generator.duration()}};
    return {sim::Capped{std::make_shared<const sim::Law>(base), generator.duration()}};
}

}  // namespace

TEST_CASE("quantities written and read again are the same, bit for bit", "[round_trip]") {
    Generator generator;
    for (int i = 0; i < cases; ++i) {
        const Duration duration = generator.duration();
        CHECK(read_back(parse_duration(to_text(duration)), to_text(duration)) == duration);

        const Size size{generator.number(1, 1e18)};
        CHECK(read_back(parse_size(to_text(size)), to_text(size)).bytes == size.bytes);

        const Rate rate{generator.number(1e-12, 1e3)};
        CHECK(read_back(parse_rate(to_text(rate)), to_text(rate)).per_second == rate.per_second);

        const ByteRate bytes{generator.number(1, 1e12)};
        CHECK(read_back(parse_byte_rate(to_text(bytes)), to_text(bytes)).bytes_per_second == bytes.bytes_per_second);

        const LagLimit limit = i % 2 == 0 ? LagLimit{duration, std::nullopt} : LagLimit{std::nullopt, size};
        const LagLimit limit_again = read_back(parse_lag_limit(to_text(limit)), to_text(limit));
        CHECK(limit_again.time == limit.time);
        CHECK(limit_again.bytes.has_value() == limit.bytes.has_value());
        if (limit_again.bytes && limit.bytes) CHECK(limit_again.bytes->bytes == limit.bytes->bytes);

        const RequestRate requests{generator.number(1e-6, 1e6)};
        CHECK(read_back(parse_request_rate(to_text(requests)), to_text(requests)).requests_per_second ==
              requests.requests_per_second);

        const double percent = generator.number(1e-3, 1e4) * (i % 2 == 0 || i % 3 == 0 ? 1.0 : -1e-2);
        const double growth = percent / 100.0;
        CHECK(read_back(parse_growth(growth_to_text(growth)), growth_to_text(growth)) == growth);

        const double share = generator.uniform();
        const UpWhen condition{share, i % 2 == 0};
        const UpWhen condition_again = read_back(parse_up_when(to_text(condition)), to_text(condition));
        CHECK(condition_again.served_share == share);
        CHECK(condition_again.above == condition.above);
        CHECK(read_back(parse_share(share_to_text(share)), share_to_text(share)) == share);

        const MemberShare members = i % 3 == 0 ? MemberShare{i + 1, 0.0} : MemberShare{0, share + 1e-9};
        const MemberShare members_again = read_back(parse_member_share(to_text(members)), to_text(members));
        CHECK(members_again.count == members.count);
        CHECK(members_again.share == members.share);
        Rollout rollout{Rollout::Kind::canary, members, duration, {}};
        if (i % 2 == 0) rollout.then = members;
        const Rollout again = read_back(parse_rollout(to_text(rollout)), to_text(rollout));
        CHECK(again.kind == rollout.kind);
        CHECK(again.first.share == members.share);
        CHECK(again.watch == rollout.watch);
        CHECK(again.then.has_value() == rollout.then.has_value());
        CHECK(again.then.value_or(members).count == members.count);
    }
}

TEST_CASE("quantities are written in the unit that is easiest to read", "[round_trip]") {
    CHECK(to_text(Duration::hours(720)) == "30 d");
    CHECK(to_text(Duration::years(1)) == "1 y");
    CHECK(to_text(Duration::minutes(90)) == "90 min");
    CHECK(to_text(Rate{0.5 / Duration::years(1).in_seconds()}) == "0.5 per y");
    CHECK(to_text(Size{500e9}) == "500 GB");
    CHECK(to_text(Size{16.0 * 1024 * 1024}) == "16 MiB");
    CHECK(to_text(ByteRate{2e6}) == "2 MB/s");
    CHECK(to_text(RequestRate{400}) == "400 req/s");
    CHECK(to_text(RequestRate{2000}) == "2000 req/s");
    CHECK(to_text(*parse_request_rate("1e6 req/d")) == "1000000 req/d");
    CHECK(share_to_text(0.9995) == "99.95%");
    CHECK(growth_to_text(0.3) == "30% per y");
    CHECK(growth_to_text(-0.05) == "-5% per y");
    CHECK(to_text(MemberShare{2, 0.0}) == "2");
    CHECK(to_text(MemberShare{0, 0.25}) == "25%");
    for (const char* strategy : {"rolling 25%", "rolling 1", "canary 5% for 10 min", "blue-green", "all",
                                 "canary 1 for 2 h, then rolling 50%"}) {
        CHECK(to_text(*parse_rollout(strategy)) == strategy);
    }
    CHECK(to_text(UpWhen{0.99}) == "served >= 99% of offered");
    CHECK(to_text(UpWhen{0.5, true}) == "served > 50% of offered");
    CHECK(to_text(*parse_slo("99.95% per 30 d")) == "99.95% per 30 d");
    CHECK(to_text(*parse_credit("10 %  below 99.9 %")) == "10% below 99.9%");
}

TEST_CASE("distributions written and read again are the same", "[round_trip]") {
    Generator generator;
    for (int i = 0; i < cases; ++i) {
        const std::string text = sim::to_text(random_law(generator, 0));
        const sim::Law again = read_back(parse_law(text), text);
        // The second text shows every number of the form with all its digits.
        CHECK(sim::to_text(again) == text);
    }
}

TEST_CASE("week windows written and read again are the same", "[round_trip]") {
    Generator generator;
    for (int i = 0; i < cases; ++i) {
        std::vector<WeekWindow> windows;
        int minute = generator.below(3000);
        while (minute < 7 * 24 * 60) {
            const int end = std::min(minute + 1 + generator.below(4000), 7 * 24 * 60);
            windows.push_back({Duration::minutes(minute), Duration::minutes(end)});
            minute = end + 1 + generator.below(3000);
        }
        if (windows.empty()) continue;
        const std::string text = to_text(windows);
        const auto again = read_back(parse_week_windows(text), text);
        REQUIRE(again.size() == windows.size());
        for (std::size_t w = 0; w < windows.size(); ++w) {
            CHECK(again[w].begin == windows[w].begin);
            CHECK(again[w].end == windows[w].end);
        }
    }
}

TEST_CASE("words of the calendar and of references are written as they are read", "[round_trip]") {
    const auto window_text = GENERATE(values<std::string>(
        {"Mon-Fri 09:00-17:00", "24x7", "Sun 02:00-06:00", "Fri 22:00-06:00", "Mon 00:00-06:00, Sun 22:00-24:00"}));
    CHECK(to_text(*parse_week_windows(window_text)) == window_text);

    for (const std::string text : {"Mon 09:00", "Sun 23:59:30"}) CHECK(to_text(*parse_clock_time(text)) == text);
    for (const std::string text : {"every 1 d at 02:00", "every 7 d on Sun at 01:00", "every 30 d"}) {
        CHECK(to_text(*parse_schedule(text)) == text);
    }
    for (const std::string text : {"14:00", "23:59:30"}) CHECK(time_of_day_to_text(*parse_time_of_day(text)) == text);
    for (const std::string text :
         {"orders", "balancer:edge", "2 of web", "1 of cdn-a, cdn-b", "all of a, b", "2 of group:web"}) {
        CHECK(to_text(*parse_need(text)) == text);
    }
    for (const std::string text : {"fail domain:eu for 6 h", "restore web/1", "fail eu/*", "slow web/1 by 60% for 2 h",
                                   "resize web to 800 req/s takes 5 min"}) {
        CHECK(to_text(*parse_event_action(text)) == text);
    }
}

}  // namespace nines::scenario

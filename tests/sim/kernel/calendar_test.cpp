// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/kernel/calendar.hpp"

#include <cmath>
#include <random>
#include <vector>

#include "tests/catch.hpp"

using nines::sim::Recurrence;
using nines::sim::WeekHours;

namespace {

constexpr int minutes_per_week = 7 * 24 * 60;
constexpr double minute = 60.0;
constexpr double hour = 3600.0;
constexpr double day = 86400.0;
constexpr double week = 7.0 * day;

/// Working hours said plainly: is each minute of the week open?
class Minutes {
public:
    Minutes(const std::vector<WeekHours::Interval>& intervals, int start) : open_(minutes_per_week), start_(start) {
        for (const auto& interval : intervals) {
            for (int m = 0; m < minutes_per_week; ++m) {
                if (m * minute >= interval.begin && m * minute < interval.end)
                    open_[static_cast<std::size_t>(m)] = true;
            }
        }
    }

    bool is_open(int at) const { return open_[static_cast<std::size_t>((start_ + at) % minutes_per_week)]; }
    int next_opening(int at) const {
        while (!is_open(at)) ++at;
        return at;
    }
    int finish(int at, int work) const {
        for (; work > 0; ++at) work -= is_open(at) ? 1 : 0;
        return at;
    }
    int open_between(int from, int to) const {
        int open = 0;
        for (; from < to; ++from) open += is_open(from) ? 1 : 0;
        return open;
    }

private:
    std::vector<bool> open_;
    int start_;
};

std::vector<WeekHours::Interval> office_hours() {
    std::vector<WeekHours::Interval> intervals;
    for (int weekday = 0; weekday < 5; ++weekday) {
        intervals.push_back({weekday * day + 9 * hour, weekday * day + 17 * hour});
    }
    return intervals;
}

std::vector<WeekHours::Interval> random_hours(std::mt19937& random) {
    std::vector<WeekHours::Interval> intervals(1 + random() % 6);
    for (auto& interval : intervals) {
        const int begin = static_cast<int>(random() % (minutes_per_week - 1));
        const int length = 1 + static_cast<int>(random() % 900);
        interval = {begin * minute, std::min(begin + length, minutes_per_week) * minute};
    }
    return intervals;
}

}  // namespace

TEST_CASE("a recurrence falls on its phase and every period after it", "[recurrence]") {
    const Recurrence nightly{day, 2 * hour};
    CHECK(nightly.next(0.0) == 2 * hour);
    CHECK(nightly.next(2 * hour) == 2 * hour);
    CHECK(nightly.next(2 * hour, true) == day + 2 * hour);
    CHECK(nightly.next(2 * hour + 1.0) == day + 2 * hour);
    CHECK(nightly.next(10 * day) == 10 * day + 2 * hour);
}

TEST_CASE("a recurrence with phase 0 may be due at once, but not strictly later", "[recurrence]") {
    const Recurrence monthly{30 * day, 0.0};
    CHECK(monthly.next(0.0) == 0.0);
    CHECK(monthly.next(0.0, true) == 30 * day);
}

TEST_CASE("the next instant is the first that qualifies, whatever the division rounds to", "[recurrence]") {
    std::mt19937_64 random(11);
    std::uniform_real_distribution<double> uniform(0.0, 1.0);
    for (int i = 0; i < 20000; ++i) {
        const double period = std::exp(20.0 * uniform(random) - 2.0);
        const Recurrence recurrence{period, uniform(random) * period};
        const double n = std::floor(uniform(random) * 1000.0);
        // Half of the instants asked about are instants of the recurrence itself, the others lie between.
        const double seconds = recurrence.phase_seconds + (i % 2 == 0 ? n : n + uniform(random)) * period;
        const double next = recurrence.next(seconds);
        const double later = recurrence.next(seconds, true);
        REQUIRE(next >= seconds);
        REQUIRE(later > seconds);
        REQUIRE(next <= later);
        const double rounding = 1e-9 * (seconds + period);
        REQUIRE(next - seconds <= period + rounding);
        REQUIRE(later - seconds <= period + rounding);
        const double whole = (next - recurrence.phase_seconds) / period;
        REQUIRE(std::abs(whole - std::round(whole)) < 1e-9 * (1.0 + whole));
    }
}

TEST_CASE("asked again and again strictly later, a recurrence gives every instant once", "[recurrence]") {
    const Recurrence recurrence{0.1, 0.03};  // neither is exact in binary
    double at = recurrence.next(0.0);
    for (int n = 1; n <= 10000; ++n) {
        at = recurrence.next(at, true);
        REQUIRE(at == Approx(0.03 + n * 0.1).epsilon(1e-12));
    }
}

TEST_CASE("without intervals, or with the whole week, it is always open", "[week_hours]") {
    const WeekHours none;
    const WeekHours all({{0.0, 3 * day}, {3 * day, week}}, 5 * day);
    for (const WeekHours* hours : {&none, &all}) {
        CHECK(hours->always_open());
        CHECK(hours->is_open(1e9));
        CHECK(hours->next_opening(123.0) == 123.0);
        CHECK(hours->finish(100.0, 1e7) == 100.0 + 1e7);
        CHECK(hours->open_between(50.0, 80.0) == 30.0);
    }
}

TEST_CASE("office hours open at nine and are closed at five", "[week_hours]") {
    const WeekHours office(office_hours(), 0.0);
    CHECK_FALSE(office.is_open(9 * hour - 1.0));
    CHECK(office.is_open(9 * hour));
    CHECK(office.is_open(17 * hour - 1.0));
    CHECK_FALSE(office.is_open(17 * hour));
    CHECK_FALSE(office.is_open(5 * day + 12 * hour));
    CHECK(office.is_open(week + 9 * hour));
    CHECK(office.next_opening(17 * hour) == day + 9 * hour);
    CHECK(office.next_opening(4 * day + 17 * hour) == week + 9 * hour);
}

TEST_CASE("work left over on Friday goes on on Monday", "[week_hours]") {
    const WeekHours office(office_hours(), 0.0);
    CHECK(office.finish(4 * day + 16 * hour, 2 * hour) == week + 10 * hour);
    CHECK(office.open_between(4 * day + 16 * hour, week + 10 * hour) == 2 * hour);
}

TEST_CASE("work that ends with the last working hour is done on Friday, not on Monday", "[week_hours]") {
    const WeekHours office(office_hours(), 0.0);
    CHECK(office.finish(0.0, 40 * hour) == 4 * day + 17 * hour);
    CHECK(office.finish(4 * day + 16 * hour, hour) == 4 * day + 17 * hour);
    CHECK(office.finish(4 * day + 16 * hour, 41 * hour) == week + 4 * day + 17 * hour);
}

TEST_CASE("no work is done at once, also when closed", "[week_hours]") {
    const WeekHours office(office_hours(), 0.0);
    CHECK(office.finish(5 * day, 0.0) == 5 * day);
}

TEST_CASE("touching and overlapping hours are one interval", "[week_hours]") {
    const WeekHours hours({{12 * hour, 15 * hour}, {9 * hour, 12 * hour}, {10 * hour, 11 * hour}}, 0.0);
    CHECK(hours.open_between(0.0, week) == 6 * hour);
    CHECK(hours.finish(9 * hour, 6 * hour) == 15 * hour);
}

TEST_CASE("a trial that starts on Wednesday noon counts from there", "[week_hours]") {
    const WeekHours office(office_hours(), 2 * day + 12 * hour);
    CHECK(office.is_open(0.0));
    CHECK_FALSE(office.is_open(5 * hour));
    CHECK(office.next_opening(5 * hour) == 21 * hour);
    CHECK(office.finish(0.0, 6 * hour) == 22 * hour);
}

TEST_CASE("a window across the week's end is open on both sides of it", "[week_hours]") {
    const WeekHours nights({{6 * day + 22 * hour, week}, {0.0, 2 * hour}}, 6 * day);
    CHECK(nights.is_open(23 * hour));
    CHECK(nights.is_open(25 * hour));
    CHECK_FALSE(nights.is_open(26 * hour));
    CHECK(nights.finish(22 * hour, 3 * hour) == 25 * hour);
    CHECK(nights.open_between(22 * hour, 26 * hour) == 4 * hour);
}

TEST_CASE("working hours agree with a count minute by minute", "[week_hours]") {
    std::mt19937 random(5);
    for (int i = 0; i < 60; ++i) {
        const auto intervals = random_hours(random);
        const int start = static_cast<int>(random() % minutes_per_week);
        const WeekHours hours(intervals, start * minute);
        const Minutes minutes(intervals, start);
        for (int j = 0; j < 40; ++j) {
            const int at = static_cast<int>(random() % (3 * minutes_per_week));
            const int work = static_cast<int>(random() % 4000);
            const int to = at + static_cast<int>(random() % (2 * minutes_per_week));
            INFO("start " << start << " at " << at << " work " << work << " to " << to);
            REQUIRE(hours.is_open(at * minute) == minutes.is_open(at));
            REQUIRE(hours.next_opening(at * minute) == minutes.next_opening(at) * minute);
            REQUIRE(hours.open_between(at * minute, to * minute) == minutes.open_between(at, to) * minute);
            REQUIRE(hours.finish(at * minute, work * minute) == minutes.finish(at, work) * minute);
        }
    }
}

TEST_CASE("finishing and counting open time are inverse, also between whole seconds", "[week_hours]") {
    std::mt19937 random(6);
    std::uniform_real_distribution<double> uniform(0.0, 1.0);
    for (int i = 0; i < 2000; ++i) {
        const WeekHours hours(random_hours(random), uniform(random) * week);
        const double from = uniform(random) * 10.0 * week;
        const double work = uniform(random) * 5.0 * day;
        const double done = hours.finish(from, work);
        REQUIRE(done >= from);
        REQUIRE(hours.open_between(from, done) == Approx(work).epsilon(1e-9).margin(1e-6));
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compile/planned_window.hpp"

#include <string>
#include <vector>

#include "models/observe/trace.hpp"
#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using nines::oracle::run_text;

namespace {

constexpr double hour = 3600.0;
constexpr double day = 86400.0;

/// When maintenance begins in one trial, in hours, in the order of time.
std::vector<double> begins(const std::string& maintenance, int count) {
    const auto study = run_text(
        "format = 1\nscenario = { horizon = \"60 d\", start = \"Mon 00:00\" }\n[node.web]\nttf = \"never\"\nttr = \"1 "
        "h\"\n"
        "[group.web]\nnode = \"web\"\ncount = " +
            std::to_string(count) + "\n" + maintenance + "\n[service.site]\nneeds = [\"web\"]\n",
        {.trials = 1});
    std::vector<double> hours;
    for (const auto& event : nines::observe::trace_trial(study.program, 1, 0).events) {
        if (event.kind == nines::observe::TraceEvent::Kind::planned) hours.push_back(event.at_seconds / hour);
    }
    return hours;
}

}  // namespace

TEST_CASE("maintenance within windows begins in them and goes on in the next", "[oracle][maintenance]") {
    // Day 30 is a Wednesday, the Sunday after it is day 34: two members in its two hours, two on day 41, one on day 48.
    const auto hours = begins(R"(maintenance = { every = "30 d", takes = "1 h", in = "Sun 02:00-04:00" })", 5);
    const std::vector<double> expected = {34 * 24.0 + 2, 34 * 24.0 + 3, 41 * 24.0 + 2, 41 * 24.0 + 3, 48 * 24.0 + 2};
    REQUIRE(hours.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) CHECK(hours[i] == Approx(expected[i]));
}

TEST_CASE("members that go together begin together", "[oracle][maintenance]") {
    const auto hours = begins(R"(maintenance = { every = "30 d", takes = "1 h", at_a_time = "40%" })", 5);
    // Two, two and one of five, an hour apart, at 30 d; the round of 60 d lies at the end of the trial.
    const std::vector<double> expected = {720, 720, 721, 721, 722};
    REQUIRE(hours.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) CHECK(hours[i] == Approx(expected[i]));
}

TEST_CASE("rounds that come while the window is closed are one", "[oracle][maintenance]") {
    // Every day, but on Sundays only: 8 Sundays in 60 days.
    const auto hours = begins(R"(maintenance = { every = "1 d", takes = "1 h", in = "Sun 02:00-04:00" })", 1);
    CHECK(hours.size() == 8);
}

TEST_CASE("the next work within a window is found from any instant", "[oracle][maintenance]") {
    const nines::sim::WeekHours sundays({{6 * day + 2 * hour, 6 * day + 4 * hour}}, 0.0);
    const nines::compile::PlannedWindow window{sundays, 3 * hour};
    const nines::sim::Recurrence rounds{14 * day, 0.0};
    // Three hours of work before it: it begins in the second hour of the second Sunday after the round.
    const double first = 13 * day + 3 * hour;
    CHECK(window.next(rounds, 0.0, false) == first);
    CHECK(window.next(rounds, first, false) == first);
    CHECK(window.next(rounds, first, true) == first + 14 * day);
    CHECK(window.next(rounds, first + 1.0, false) == first + 14 * day);
    CHECK(window.next(rounds, 1000 * day, false) == first + 71 * 14 * day);
}

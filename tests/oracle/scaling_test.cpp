// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <deque>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "models/observe/trace.hpp"
#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using nines::Duration;
using nines::observe::Trace;
using nines::observe::TraceEvent;
using nines::oracle::bound;
using nines::oracle::run_text;
using nines::oracle::Study;

namespace {

constexpr double day = 86400.0;
constexpr double pi = 3.14159265358979323846;

/// A member serves 100 req/s and is to be used to half of that.
constexpr double each = 50.0;
constexpr double delay = 7.5 + 60.0;
constexpr double stabilisation = 300.0;
constexpr double tolerance = 0.1;

struct Pool {
    int least = 2;
    int most = 40;
    double boot = 120.0;
};

std::string pool(const Pool& of, const std::string& node, const std::string& load, const std::string& keys = "") {
    return fmt::format(R"(format = 1
[node.vm]
{}
capacity = "100 req/s"
boot = "{} s"
[group.web]
node = "vm"
count = {}
scale = {{ max = {}, target = "50%" }}
{}
[balancer.edge]
to = ["web"]
check = "instant"
[service.site]
entry = "edge"
load = {}
)",
                       node, of.boot, of.least, of.most, keys, load);
}

constexpr const char* never_fails = "mttf = \"1000000 y\"";

/// The load of `{ peak = "1000 req/s", shape = "diurnal", trough = "40%" }`, whose peak is at 14:00.
double wave(double seconds) {
    return 1000.0 * (0.4 + 0.6 * (1.0 + std::cos(2.0 * pi * (seconds - 14.0 * 3600.0) / day)) / 2.0);
}

/// Members that serve in the mean over these days, second by second as a controller that looks every second sees it:
/// desired = ceil(members x utilisation / target), unless that is within the tolerance; the highest number that was
/// desired within the stabilisation goes.
double mean_members_second_by_second(const Pool& of, int days) {
    const auto desired = [&](double load, int members) {
        if (std::abs(load / (members * each) - 1.0) <= tolerance) return members;
        return std::clamp(static_cast<int>(std::ceil(load / each)), of.least, of.most);
    };
    int members = std::clamp(static_cast<int>(std::ceil(wave(0.0) / each)), of.least, of.most);
    std::deque<int> wanted;     // of the last seconds
    std::vector<double> ready;  // when those that start are ready
    double sum = 0.0;
    for (double now = 0.0; now < days * day; now += 1.0) {
        wanted.push_back(desired(wave(std::max(0.0, now - delay)), members));
        if (static_cast<double>(wanted.size()) > stabilisation + 1.0) wanted.pop_front();
        const int most_wanted = *std::max_element(wanted.begin(), wanted.end());
        for (; members < wanted.back(); ++members) ready.push_back(now + of.boot);
        members = std::max(wanted.back(), std::min(members, most_wanted));
        const auto starting = std::count_if(ready.begin(), ready.end(), [&](double at) { return at > now; });
        sum += static_cast<double>(members - starting);
    }
    return sum / (days * day);
}

std::vector<TraceEvent> scalings_of(const Study& study) {
    Trace trace = nines::observe::trace_trial(study.program, 1, 0);
    std::erase_if(trace.events, [](const TraceEvent& event) { return event.kind != TraceEvent::Kind::scaled; });
    return trace.events;
}

}  // namespace

TEST_CASE("the number of members follows the day as a controller that looks every second would have it",
          "[oracle][scaling]") {
    const std::string load = R"({ peak = "1000 req/s", shape = "diurnal", trough = "40%" })";
    for (const Pool of : {Pool{2, 40, 120.0}, Pool{2, 40, 0.0}, Pool{10, 40, 60.0}, Pool{2, 15, 60.0}}) {
        CAPTURE(of.least, of.most, of.boot);
        const Study study = run_text("scenario = { horizon = \"3 d\" }\n" + pool(of, never_fails, load), {.trials = 1});
        const double members = study.estimate("group:web", "mean_members_up");
        CHECK(members == Approx(mean_members_second_by_second(of, 3)).epsilon(3e-4));
        // Nobody who goes takes a request along, and half of the capacity is room enough to grow in.
        CHECK(study.estimate("service:site", "request_availability") == 1.0);
    }
}

TEST_CASE("a constant load costs no event, and a daily wave one or two for each step", "[oracle][scaling]") {
    const auto events = [&](const std::string& load) {
        const Study study = run_text(pool({2, 40, 120.0}, never_fails, load), {.trials = 1});
        return study.outcome.tally.events;
    };
    CHECK(events("\"730 req/s\"") == 0);
    // From 8 to 22 members and back, each step one event, and one for each member that starts.
    const auto of_wave = events(R"({ peak = "1000 req/s", shape = "diurnal", trough = "40%" })");
    CHECK(of_wave > 365 * 20);
    CHECK(of_wave < 365 * 40);
}

TEST_CASE("under a constant load it is a cold standby", "[oracle][scaling]") {
    // 150 req/s ask for three members; there are two at least, or three, and five places.
    const std::string node = "mttf = \"30 h\"\nmttr = \"10 h\"";
    const auto study = [&](const std::string& toml) {
        return run_text("scenario = { horizon = \"1000 h\" }\n" + toml, {.trials = 200});
    };
    const Study scaled = study(pool({2, 5, 3600.0}, node, "\"150 req/s\""));
    const Study at_least = study(pool({3, 5, 3600.0}, node, "\"150 req/s\""));
    std::string fixed = pool({5, 0, 3600.0}, node, "\"150 req/s\"");
    const std::string scale = "scale = { max = 0, target = \"50%\" }";
    fixed.replace(fixed.find(scale), scale.size(), "active = 3\nstandby = \"cold\"");
    const Study standby = study(fixed);
    for (const Study* other : {&scaled, &at_least}) {
        CHECK(other->outcome.tally.events == standby.outcome.tally.events);
        CHECK(other->estimate("service:site", "unavailability") == standby.estimate("service:site", "unavailability"));
        CHECK(other->estimate("service:site", "request_availability") ==
              standby.estimate("service:site", "request_availability"));
    }
}

TEST_CASE("members in service are those of a queue whose machines come from a store", "[oracle][scaling]") {
    // Without a start the lost member's place is taken at once: of N places R are in repair, min(3, N - R) serve.
    const Study study = run_text("scenario = { horizon = \"2000 h\" }\n" +
                                     pool({2, 5, 0.0}, "mttf = \"30 h\"\nmttr = \"20 h\"", "\"150 req/s\"", ""),
                                 {.trials = 400, .warm_up = Duration::hours(300)});
    // Birth and death of R: min(3, 5 - R) / 30 h up, R / 20 h down.
    double weight = 1.0;
    double total = 0.0;
    double serving = 0.0;
    for (int lost = 0; lost <= 5; ++lost) {
        total += weight;
        serving += weight * std::min(3, 5 - lost);
        weight *= std::min(3, 5 - lost) * 20.0 / 30.0 / (lost + 1);
    }
    // Wrong: all five would serve and be repaired by themselves.
    CHECK_EXACT(study, "group:web", "mean_members_up", serving / total, 3.0);
}

TEST_CASE("a pool that takes everything over doubles, step by step, until it can", "[oracle][scaling]") {
    const Pool of{1, 40, 100.0};
    const Study study =
        run_text("scenario = { horizon = \"20 h\" }\n" + pool(of, never_fails, "\"1600 req/s\"") + R"(
[domain.here]
rate = "0.000001 per y"
mttr = "1 h"
[group.front]
node = "vm"
count = 32
in = ["here"]
[event.loss]
at = "10 h"
do = "fail domain here for 100 h"
)",
                 {.trials = 1, .overrides = {"balancer.edge.to=[\"front\", \"web\"]", "balancer.edge.mode=priority"}});
    // One member is used to the full: two are wanted, then four, .. up to 1600 / 50. Each step is seen after the delay
    // and serves after the boot; meanwhile 100 req/s for each that is there are served, of 1600.
    const std::vector<TraceEvent> steps = scalings_of(study);
    REQUIRE(steps.size() == 5);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        CHECK(steps[i].wanted_before == 1u << i);
        CHECK(steps[i].members == 2u << i);
        const auto done = static_cast<double>(i);
        CHECK(steps[i].at_seconds == Approx(36000.0 + (done + 1.0) * delay + done * of.boot).margin(1e-3));
    }
    const double lost = (1500.0 + 1400.0 + 1200.0 + 800.0) * (delay + of.boot);
    CHECK(study.estimate("service:site", "request_availability") == Approx(1.0 - lost / (1600.0 * 72000.0)));
}

TEST_CASE("a lost zone is made up for in the others, as soon as new members have started", "[oracle][scaling]") {
    const auto lost_seconds = [&](const std::string& replaces) {
        std::string toml = pool({2, 24, 100.0}, never_fails, "\"600 req/s\"", R"(spread = "dc/*"
[domain.dc]
split = "2 az"
[domain.dc.az]
rate = "0.000001 per y"
mttr = "1 h"
[event.loss]
at = "10 h"
do = "fail domain dc/az1 for 2 h")");
        const std::string target = "target = \"50%\"";
        toml.replace(toml.find(target), target.size(), "target = \"80%\", replaces = " + replaces);
        const Study study = run_text("scenario = { horizon = \"20 h\" }\n" + toml, {.trials = 1});
        CHECK(scalings_of(study).empty());
        return (1.0 - study.estimate("service:site", "request_availability")) * 72000.0;
    };
    // Four of eight are left and serve 400 of 600 req/s until four more have started, or until the zone is back:
    // members that are used to the full ask for 400 / 80 = 5, and 8 are wanted already.
    CHECK(lost_seconds("true") == Approx(100.0 / 3.0));
    CHECK(lost_seconds("false") == Approx(7200.0 / 3.0));
}

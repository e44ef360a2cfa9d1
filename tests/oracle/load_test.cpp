// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using nines::oracle::run_file;
using nines::oracle::run_text;
using nines::oracle::Study;

namespace {

constexpr double pi = 3.14159265358979323846;

/// Nodes that fail at 10 h, are back at 20 h and then stay so: horizon 25 h. Others never fail. No chance is involved.
constexpr const char* once = R"(format = 1
scenario = { horizon = "25 h" }
[node.good]
mttf = "1000000 y"
capacity = "100 req/s"
[node.bad]
ttf = "10 h"
ttr = "10 h"
capacity = "100 req/s"
[node.silent]
ttf = "10 h"
ttr = "10 h"
effect = "hang"
capacity = "100 req/s"
)";

std::string group(const std::string& id, const std::string& node, int count) {
    return fmt::format("[group.{}]\nnode = \"{}\"\ncount = {}\n", id, node, count);
}

std::string site(const std::string& load, const std::string& keys = "") {
    return fmt::format("[service.site]\nentry = \"edge\"\nload = {}\n{}\n", load, keys);
}

double answered(const std::string& toml) {
    return run_text(toml, {.trials = 1}).estimate("service:site", "request_availability");
}

/// Share of the requests lost while the bad nodes are down, if it is the same all that time and nothing is lost else.
double lost_while_down(const std::string& toml) {
    return (1.0 - answered(toml)) / (10.0 / 25.0);
}

/// Good and bad nodes behind one balancer whose checks notice nothing in time, with a load that all can bear.
double lost_unnoticed(const std::string& node, const std::string& retry, const std::string& tries_of_users) {
    return lost_while_down(once + group("g", "good", 3) + group("b", node, 2) +
                           "[balancer.edge]\nto = [\"g\", \"b\"]\ncheck = \"1000 h\"\nretry = " + retry + "\n" +
                           site("{ peak = \"10 req/s\"" + tries_of_users + " }"));
}

/// Two times two servers of 100 req/s for 30 d; two of them are out for an hour on day 10, at noon. Down while less
/// than 99 % is served.
struct Storm {
    std::string load = "{ peak = \"280 req/s\", retries = 3 }";
    std::string overload = "{ shed = false, goodput = \"50%\" }";
    std::string retry = "0";
    std::string drill = "fail b for 1 h";

    Study run() const {
        return run_text(
            fmt::format("format = 1\nscenario = {{ horizon = \"30 d\" }}\n[node.web]\nmttf = \"1000000 y\"\n"
                        "capacity = \"100 req/s\"\n[group.a]\nnode = \"web\"\ncount = 2\n[group.b]\nnode = \"web\"\n"
                        "count = 2\n[balancer.edge]\nto = [\"a\", \"b\"]\ncheck = \"instant\"\nretry = {}\n"
                        "overload = {}\n[event.drill]\nat = \"252 h\"\ndo = \"{}\"\n{}",
                        retry, overload, drill, site(load, "up_when = \"served >= 99% of offered\"")),
            {.trials = 1});
    }
    double down_hours() const { return run().estimate("service:site", "unavailability") * 720.0; }
};

}  // namespace

TEST_CASE("users who try again get an answer as often as independent tries do", "[oracle][load]") {
    // 2 of 5 are dead: a try fails with 0.4.
    CHECK(lost_unnoticed("bad", "0", "") == Approx(0.4));
    CHECK(lost_unnoticed("bad", "0", ", retries = 1") == Approx(std::pow(0.4, 2)));
    CHECK(lost_unnoticed("bad", "0", ", retries = 3") == Approx(std::pow(0.4, 4)));
    // Each try of theirs is tried twice by the balancer, elsewhere.
    CHECK(lost_unnoticed("bad", "{ tries = 1, redispatch = \"always\" }", ", retries = 1") ==
          Approx(std::pow(0.4 * 0.25, 2)));
}

TEST_CASE("a budget lets so many be tried again as it lasts for", "[oracle][load]") {
    // Wanted are 0.4 + 0.16 + 0.064 further tries per request; each allowed one is answered with 0.6.
    CHECK(lost_unnoticed("bad", "0", ", retries = 3, retry_budget = \"30%\"") == Approx(1.0 - 0.6 * 1.3));
    CHECK(lost_unnoticed("bad", "0", ", retries = 3, retry_budget = \"70%\"") == Approx(std::pow(0.4, 4)));
    // Of a balancer: 0.4 are wanted, 3 of 4 others answer.
    CHECK(lost_unnoticed("bad", "{ tries = 1, redispatch = \"always\", budget = \"20%\" }", "") ==
          Approx(0.4 - 0.2 * 0.75));
    CHECK(lost_unnoticed("bad", "{ tries = 1, redispatch = \"always\", budget = \"40%\" }", "") == Approx(0.4 * 0.25));
    // Two tries at the same server before the one elsewhere use it up: 1.2 are wanted.
    CHECK(lost_unnoticed("bad", "{ tries = 3, redispatch = \"last\", budget = \"30%\" }", "") ==
          Approx(0.4 - 0.4 * 0.75 * 0.3 / 1.2));
}

TEST_CASE("an overload that is tried again outlives its cause", "[oracle][load][overload]") {
    const Study study = Storm{}.run();
    // 280 of 400 req/s; half of them answers 100. Down from the drill to the horizon, which is 10.5 d to 30 d.
    CHECK(study.estimate("service:site", "unavailability") == Approx(19.5 / 30.0));
    CHECK(study.estimate("service:site", "outages_per_year") == Approx(365.0 / 30.0));
    const double hours = 10.5 * 24.0 * 280.0 + 1.0 * 100.0 + (19.5 * 24.0 - 1.0) * 200.0;
    CHECK(study.estimate("service:site", "request_availability") == Approx(hours / (720.0 * 280.0)));
    // The drill, and what it has left behind when all servers are back.
    const nines::observe::ChainTable& chains = study.outcome.tally.services[0].chains;
    REQUIRE(chains.size() == 1);
    REQUIRE(chains.labels(0).size() == 2);
    CHECK(study.program.labels[chains.labels(0)[0]] == "event:drill");
    CHECK(study.program.labels[chains.labels(0)[1]] == "service:site:overload");
}

TEST_CASE("with shedding an overload ends with its cause", "[oracle][load][overload]") {
    Storm storm;
    storm.overload = "{ shed = true }";
    CHECK(storm.down_hours() == Approx(1.0));
    storm.overload = "{ queue = 100, patience = \"2 s\" }";  // worked off within 1 s
    CHECK(storm.down_hours() == Approx(1.0));
    storm.overload = "{ queue = 300, patience = \"2 s\" }";  // within 3 s
    CHECK(storm.down_hours() == Approx(19.5 * 24.0));
}

TEST_CASE("overload lasts down to the capacity over the tries that it makes", "[oracle][load][overload]") {
    Storm storm;
    const auto with = [&](double peak, const std::string& keys) {
        storm.load = fmt::format("{{ peak = \"{} req/s\"{} }}", peak, keys);
        return storm.down_hours();
    };
    constexpr double for_ever = 19.5 * 24.0;
    // (1 - 0.5^4) / 0.5 = 1.875 tries: 400 / 1.875 = 213.33.
    CHECK(with(213.0, ", retries = 3") == Approx(1.0));
    CHECK(with(214.0, ", retries = 3") == Approx(for_ever));
    CHECK(with(280.0, "") == Approx(1.0));
    // A budget of 10 %: 400 / 1.1 = 363.6.
    CHECK(with(280.0, ", retries = 3, retry_budget = \"10%\"") == Approx(1.0));
    CHECK(with(363.0, ", retries = 3, retry_budget = \"10%\"") == Approx(1.0));
    CHECK(with(364.0, ", retries = 3, retry_budget = \"10%\"") == Approx(for_ever));
    // Users' and balancer's tries multiply: (1 + 1) (1 + 1) - 1 = 3.
    storm.retry = "{ tries = 1, timeouts = true }";
    CHECK(with(213.0, ", retries = 1") == Approx(1.0));
    CHECK(with(214.0, ", retries = 1") == Approx(for_ever));
    // The balancer's budget of 20 %: it answers 0.5 1.2 = 0.6, so that users try 1.4 times; 400 / 1.2 / 1.4 = 238.1.
    storm.retry = "{ tries = 1, timeouts = true, budget = \"20%\" }";
    CHECK(with(238.0, ", retries = 1") == Approx(1.0));
    CHECK(with(239.0, ", retries = 1") == Approx(for_ever));
    // What is only refused is no overload's doing: the balancer's tries count with `timeouts` alone.
    storm.retry = "{ tries = 3 }";
    CHECK(with(280.0, "") == Approx(1.0));
    // Nothing useful is done any more: 1 + retries.
    storm.retry = "0";
    storm.overload = "{ shed = false, goodput = \"0%\" }";
    storm.drill = "fail a for 1 h";
    CHECK(with(200.0, ", retries = 1") == Approx(0.0).margin(1e-9));
    CHECK(with(201.0, ", retries = 1") == Approx(for_ever));
}

TEST_CASE("an outage of everything brings the storm too, and one of no length does not", "[oracle][load][overload]") {
    Storm storm;
    storm.drill = "fail web for 1 min";
    CHECK(storm.down_hours() == Approx(19.5 * 24.0));
    storm.drill = "fail web for 0 s";
    CHECK(storm.down_hours() == Approx(0.0).margin(1e-9));
    storm.drill = "fail service:site for 1 min";
    CHECK(storm.down_hours() == Approx(19.5 * 24.0));
    storm.load = "{ peak = \"280 req/s\" }";
    CHECK(storm.down_hours() == Approx(1.0 / 60.0));
}

TEST_CASE("an overload by day ends at night, at the instant at which the load is low enough",
          "[oracle][load][overload]") {
    Storm storm;
    storm.load = "{ peak = \"300 req/s\", shape = \"diurnal\", trough = \"40%\", peak_at = \"14:00\", retries = 3 }";
    // 300 (0.7 + 0.3 cos(angle)) falls to 400 / 1.875 so long after 14:00; the drill was at noon.
    const double falls = std::acos((400.0 / 1.875 / 300.0 - 0.7) / 0.3) * 12.0 / pi;
    const Study study = storm.run();
    CHECK(study.estimate("service:site", "unavailability") * 720.0 == Approx(2.0 + falls));
    CHECK(study.estimate("service:site", "outages_per_year") == Approx(365.0 / 30.0));
    storm.overload = "{ shed = true }";
    CHECK(storm.down_hours() == Approx(1.0));
    // Of a day's requests, 200 req/s are answered from 13:00 on, and 100 in the hour before; 24 h x 210 come.
    const double offered = 210.0 * 720.0;
    const auto come = [](double from, double to) {
        return 210.0 * (to - from) + 90.0 * 12.0 / pi * (std::sin(to * pi / 12.0) - std::sin(from * pi / 12.0));
    };
    const double lost = come(-2.0, falls) - 100.0 - 200.0 * (1.0 + falls);
    CHECK(study.estimate("service:site", "request_availability") == Approx(1.0 - lost / offered));
}

TEST_CASE("a day whose peak is too much begins an overload each day anew", "[oracle][load][overload]") {
    Storm storm;
    storm.drill = "fail a for 0 s";
    storm.load = "{ peak = \"450 req/s\", shape = \"diurnal\", trough = \"20%\", peak_at = \"14:00\", retries = 3 }";
    // 450 (0.6 + 0.4 cos(angle)) rises to 400 before the peak, and falls to 400 / 1.875 after it.
    const double rises = std::acos((400.0 / 450.0 - 0.6) / 0.4) * 12.0 / pi;
    const double falls = std::acos((400.0 / 1.875 / 450.0 - 0.6) / 0.4) * 12.0 / pi;
    const Study study = storm.run();
    CHECK(study.estimate("service:site", "unavailability") * 24.0 == Approx(rises + falls));
    CHECK(study.estimate("service:site", "outages_per_year") == Approx(365.0));
}

TEST_CASE("a spike multiplies the load while it lasts", "[oracle][load][spike]") {
    const std::string parts = once + group("g", "good", 2) + "[balancer.edge]\nto = \"g\"\n" + site("\"100 req/s\"") +
                              "[event.sale]\nat = \"10 h\"\ndo = \"scale load of site by 3 for 2 h\"\n";
    CHECK(answered(parts) == Approx(1.0 - 2.0 * 100.0 / (23.0 * 100.0 + 2.0 * 300.0)));
    // Two that overlap for an hour multiply: 3, 6, 2 times the load. 200 are served.
    CHECK(answered(parts + "[event.press]\nat = \"11 h\"\ndo = \"scale load of site by 2 for 2 h\"\n") ==
          Approx(1.0 - (100.0 + 400.0) / (22.0 * 100.0 + 300.0 + 600.0 + 200.0)));
    // Without an end it lasts to the horizon.
    CHECK(answered(parts + "[event.growth]\nat = \"20 h\"\ndo = \"scale load of site by 2.5\"\n") ==
          Approx(1.0 - (200.0 + 5.0 * 50.0) / (18.0 * 100.0 + 2.0 * 300.0 + 5.0 * 250.0)));
    CHECK(answered(parts + "enabled = false\n") == 1.0);
}

TEST_CASE("a spike brings a storm that outlives it, and is told in outages", "[oracle][load][spike]") {
    Storm storm;
    storm.drill = "scale load of site by 2 for 1 h";
    CHECK(storm.down_hours() == Approx(19.5 * 24.0));
    storm.overload = "{ shed = true }";
    CHECK(storm.down_hours() == Approx(1.0));
}

TEST_CASE("what a tier has no room for spills over to the next", "[oracle][load][spill]") {
    const auto with = [&](double peak, const std::string& overload, const char* node) {
        return once + group("near", node, 1) + group("near2", "good", 1) + group("far", "good", 2) +
               "[balancer.near]\nto = [\"near\", \"near2\"]\ncheck = \"instant\"\nretry = 0\n"
               "[balancer.edge]\nto = [\"balancer:near\", \"far\"]\nmode = \"priority\"\ncheck = \"instant\"\nretry = "
               "0\n"
               "overload = { " +
               overload + " }\n" + site(fmt::format("\"{} req/s\"", peak));
    };
    CHECK(answered(with(250.0, "", "good")) == Approx(200.0 / 250.0));
    CHECK(answered(with(250.0, "spill = \"80%\"", "good")) == Approx(1.0));
    // 160 near, and 200 of the 240 that are sent on.
    CHECK(answered(with(400.0, "spill = \"80%\"", "good")) == Approx(360.0 / 400.0));
    // One of two near is out: 100 without, 80 and 170 with it.
    CHECK(lost_while_down(with(190.0, "", "bad")) == Approx(90.0 / 190.0));
    CHECK(lost_while_down(with(250.0, "spill = \"80%\"", "bad")) == Approx(0.0).margin(1e-9));
    CHECK(lost_while_down(with(300.0, "spill = \"80%\"", "bad")) == Approx(20.0 / 300.0));
}

TEST_CASE("a service whose near servers answer a part is up where those far away make up for it",
          "[oracle][load][spill]") {
    // Of two near servers one is dead and still in rotation: half of the first 160 req/s is answered, and all of the
    // rest, up to 200. At least 75 % is (80 + rate - 160) >= 0.75 rate, from 320 on; 280 / 0.75 = 373 is the end.
    const auto down = [&](double peak) {
        const std::string text =
            once + group("near", "bad", 1) + group("near2", "good", 1) + group("far", "good", 2) +
            "[balancer.inner]\nto = [\"near\", \"near2\"]\ncheck = \"1000 h\"\nretry = 0\n"
            "[balancer.edge]\nto = [\"inner\", \"far\"]\nmode = \"priority\"\ncheck = \"instant\"\nretry = 0\n"
            "overload = { spill = \"80%\" }\n" +
            site(fmt::format("\"{} req/s\"", peak), "up_when = \"served >= 75% of offered\"");
        return run_text(text, {.trials = 1}).estimate("service:site", "unavailability");
    };
    CHECK(down(100.0) == Approx(10.0 / 25.0));
    CHECK(down(319.0) == Approx(10.0 / 25.0));
    CHECK(down(321.0) == Approx(0.0).margin(1e-9));
    CHECK(down(373.0) == Approx(0.0).margin(1e-9));
    CHECK(down(374.0) == Approx(10.0 / 25.0));
}

TEST_CASE("the tutorials of the storm give the hours of their comments", "[oracle][load][tutorial]") {
    // From 13:00 until 560 (0.7 + 0.3 cos(angle)) falls to 800 / 1.875; and for as long as the zone is out.
    const double falls = std::acos((800.0 / 1.875 / 560.0 - 0.7) / 0.3) * 12.0 / pi;
    const Study storm = run_file("tutorial/18_retry_storm.toml", {.trials = 100});
    CHECK(storm.estimate("service:shop", "outage_duration_p50") / 3600.0 == Approx(1.0 + falls).epsilon(0.01));
    const Study shed = run_file("tutorial/18_retry_storm_shed.toml", {.trials = 100});
    CHECK(shed.estimate("service:shop", "outage_duration_p50") / 60.0 == Approx(10.0).epsilon(0.02));
}

TEST_CASE("silent servers hold a balancer's connections until it gives up", "[oracle][load][connections]") {
    const auto with = [&](const std::string& overload, const char* node, const std::string& check) {
        return once + group("g", "good", 3) + group("b", node, 1) +
               "[balancer.edge]\nto = [\"g\", \"b\"]\ncheck = " + check +
               "\nretry = { tries = 0, timeout = \"5 s\" }\n" + "overload = { " + overload + " }\n" +
               site("\"240 req/s\"");
    };
    const std::string late = "{ takes = \"1000 h\" }";
    const std::string limit = "connections = 100, response = \"100 ms\"";
    CHECK(lost_while_down(with("", "silent", late)) == Approx(0.25));
    // 3/4 100 ms + 1/4 5 s = 1.325 s each: 100 / 1.325 = 75.5 req/s are taken, and 3/4 of them answered.
    CHECK(lost_while_down(with(limit, "silent", late)) == Approx(1.0 - 100.0 / 1.325 * 0.75 / 240.0));
    // A refusal takes no time; out of rotation nothing is held: 1000 req/s.
    CHECK(lost_while_down(with(limit, "bad", late)) == Approx(0.25));
    CHECK(lost_while_down(with(limit, "silent", "\"instant\"")) == Approx(0.0).margin(1e-9));
    // 20 / 100 ms = 200 req/s, at all times.
    CHECK(answered(with("connections = 20, response = \"100 ms\"", "good", late)) == Approx(200.0 / 240.0));
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What changes gradually at balancers and servers: clients that follow a name, slow starts, warm-ups, slow nodes.
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "tests/catch.hpp"
#include "tests/oracle/balancer_scenario.hpp"
#include "tests/oracle/comparison.hpp"
#include "tests/oracle/run.hpp"

using nines::Duration;
using nines::oracle::bound;
using nines::oracle::run_file;
using nines::oracle::run_text;
using nines::oracle::Study;

namespace {

constexpr double hour = 3600.0;
constexpr double horizon = 25.0 * hour;

/// Two single servers that take 100 req/s each and never fail by themselves.
constexpr const char* servers = R"(format = 1
scenario = { horizon = "25 h" }
[node.server]
mttf = "1000000 y"
mttr = "1 h"
capacity = "100 req/s"
[group.a]
node = "server"
[group.b]
node = "server"
)";

std::string balancer(const std::string& keys) {
    return fmt::format("[balancer.edge]\nto = [\"b\", \"a\"]\nretry = 0\n{}\n", keys);
}

std::string site(const std::string& keys = "") {
    return fmt::format("[service.site]\nentry = \"edge\"\n{}\n", keys);
}

std::string event(const std::string& id, const std::string& at, const std::string& action) {
    return fmt::format("[event.{}]\nat = \"{}\"\ndo = \"{}\"\n", id, at, action);
}

const std::string crash = event("crash", "10 h", "fail b/1 for 10 h");

/// Requests lost in the horizon, in seconds of the load (of all requests, where there is no load).
double lost_seconds(const std::string& toml) {
    const Study study = run_text(toml, {.trials = 2});
    return (1.0 - study.estimate("service:site", "request_availability")) * horizon;
}

/// The same in requests, of a constant load.
double lost_requests(const std::string& toml, double load) {
    return lost_seconds(toml + balancer("check = \"instant\"") + site(fmt::format("load = \"{} req/s\"", load))) * load;
}

}  // namespace

TEST_CASE("after a failover of a name its clients lose what TTL and staleness cost", "[oracle][gradual][dns]") {
    const auto lost = [](const std::string& keys) {
        return lost_seconds(servers + crash + balancer("mode = \"priority\"\n" + keys) + site());
    };
    // (1 - s) TTL / 2 + s tau, and all of it until the failure is noticed. Nothing when the first site is back.
    CHECK(lost("check = \"instant\"") == Approx(0.0).margin(1e-6));
    CHECK(lost("check = \"instant\"\nttl = \"60 s\"") == Approx(30.0));
    CHECK(lost("check = \"instant\"\nstale = \"5%\"") == Approx(0.05 * 900.0));
    CHECK(lost("check = \"instant\"\nttl = \"60 s\"\nstale = \"5%\"\nstale_time = \"15 min\"") ==
          Approx(0.95 * 30.0 + 0.05 * 900.0));
    CHECK(lost("check = \"40 s\"\nttl = \"5 min\"\nstale = \"20%\"\nstale_time = \"10 min\"") ==
          Approx(40.0 + 0.8 * 150.0 + 0.2 * 600.0));
}

TEST_CASE("a service behind a name is up again when the last clients that it needs have moved",
          "[oracle][gradual][dns]") {
    const auto down = [](const std::string& share) {
        const Study study = run_text(servers + crash +
                                         balancer("mode = \"priority\"\ncheck = \"40 s\"\nttl = \"60 s\"\n"
                                                  "stale = \"6%\"\nstale_time = \"15 min\"") +
                                         site("up_when = \"served >= " + share + "% of offered\""),
                                     {.trials = 2});
        CHECK(study.estimate("service:site", "outages_per_year") == Approx(365.0 * 24.0 / 25.0));
        return study.estimate("service:site", "mean_down_time");
    };
    // Quarters of 94 % after 7.5, 22.5, 37.5, 52.5 s; thirds of 6 % after the means of the thirds of exp(15 min).
    const double last_third = 900.0 * (1.0 + std::log(3.0));
    const double second_third = 900.0 * (2.0 * (1.0 - std::log(2.0 / 3.0)) - (1.0 + std::log(3.0)));
    CHECK(down("40") == Approx(40.0 + 22.5).epsilon(1e-6));
    CHECK(down("94") == Approx(40.0 + 52.5).epsilon(1e-6));
    CHECK(down("97") == Approx(40.0 + second_third).epsilon(1e-6));
    CHECK(down("99") == Approx(40.0 + last_third).epsilon(1e-6));
}

TEST_CASE("failovers of a name far apart lose the same each time", "[oracle][gradual][dns]") {
    const Study study = run_text(
        "format = 1\nscenario = { horizon = \"10000 h\" }\n[node.good]\nmttf = \"1000000 y\"\n"
        "[node.bad]\nmttf = \"500 h\"\nttr = \"10 h\"\n[group.a]\nnode = \"good\"\n[group.b]\nnode = \"bad\"\n" +
            balancer("mode = \"priority\"\ncheck = \"instant\"\nttl = \"60 s\"\nstale = \"5%\"") + site(),
        {.trials = 500, .warm_up = Duration::hours(1000)});
    // Wrong: no stale clients. A failure within half an hour of the last return loses a little less: one in 1000.
    CHECK_EXACT(study, "service:site", "request_availability", 1.0 - (0.95 * 30.0 + 45.0) / (510.0 * hour),
                1.0 - 30.0 / (510.0 * hour));
}

TEST_CASE("clients of a name hear of several changes at once", "[oracle][gradual][dns]") {
    // The quarters of a TTL of 80 s hear of the first failure after 10, 30, 50 and 70 s. The first quarter has turned
    // to the second target when that fails too, and hears of it 10 s later; the others hear of both at once.
    const std::string three = std::string(servers) + "[group.c]\nnode = \"server\"\n";
    const double lost = lost_seconds(
        three + event("one", "10 h", "fail b/1 for 10 h") + event("two", "36012 s", "fail a/1 for 10 h") +
        "[balancer.edge]\nto = [\"b\", \"a\", \"c\"]\nmode = \"priority\"\nretry = 0\ncheck = \"instant\"\n"
        "ttl = \"80 s\"\n" +
        site());
    CHECK(lost == Approx((10.0 + 10.0 + 30.0 + 50.0 + 70.0) / 4.0));
}

TEST_CASE("a name without a target left is answered as its balancer does", "[oracle][gradual][dns]") {
    const std::string both = event("one", "10 h", "fail b/1 for 2 h") + event("two", "11 h", "fail a/1 for 2 h");
    const auto lost = [&](const std::string& keys) {
        return lost_seconds(servers + both +
                            balancer("mode = \"priority\"\ncheck = \"instant\"\nttl = \"60 s\"\n" + keys) + site());
    };
    // b fails at 10 h and costs 30 s; a at 11 h; b is back at 12 h. Whether nothing or everything is answered in
    // between, clients find b again only as their TTL ends: at once if they were told of all targets meanwhile.
    CHECK(lost("") == Approx(30.0 + hour + 30.0));
    CHECK(lost("overload = { fail_open = true }") == Approx(30.0 + hour));
}

TEST_CASE("presets of names fail over within their documented times", "[oracle][gradual][dns]") {
    const auto study = [](const std::string& preset) {
        return run_text(
            servers + crash + balancer("preset = \"" + preset + "\"") + site("up_when = \"served >= 94% of offered\""),
            {.trials = 4000});
    };
    // 60 to 90 s until it is noticed; then 7/8 of the TTL of 60 s until the last quarter of the ordinary clients.
    const Study dns = study("dns-failover");
    CHECK_EXACT(dns, "service:site", "mean_down_time", 75.0 + 52.5, 75.0 + 60.0);
    CHECK(dns.estimate("service:site", "outage_duration_max") <= 90.0 + 52.5 + 1e-3);
    // Name servers know up to 60 s later, Route 53.
    const Study route53 = study("route53");
    CHECK_EXACT(route53, "service:site", "mean_down_time", 105.0 + 52.5, 75.0 + 52.5);
    CHECK(route53.estimate("service:site", "outage_duration_max") <= 150.0 + 52.5 + 1e-3);
    // What is lost on average is that of the formula, whatever the strata.
    CHECK_EXACT(dns, "service:site", "request_availability", 1.0 - (75.0 + 0.95 * 30.0 + 45.0) / horizon,
                1.0 - (75.0 + 0.95 * 30.0) / horizon);
}

TEST_CASE("a target that is back gets its share in four steps", "[oracle][gradual][slow_start]") {
    const auto lost = [](const std::string& keys) {
        return lost_seconds(servers + crash + balancer("check = \"instant\"\n" + keys) + site("load = \"150 req/s\"")) *
               150.0;
    };
    // While b is down 50 of 150 are too much for a. Then b has 1/8, 3/8, .. of its weight for 15 min each, and a gets
    // 150 / (1 + weight) while it takes 100.
    double too_much = 0.0;
    for (const double weight : {0.125, 0.375, 0.625, 0.875}) {
        too_much += 900.0 * std::max(0.0, 150.0 / (1.0 + weight) - 100.0);
    }
    CHECK(lost("") == Approx(50.0 * 10.0 * hour));
    CHECK(lost("slow_start = \"1 h\"") == Approx(50.0 * 10.0 * hour + too_much));
}

TEST_CASE("a slow start is broken off by the next failure", "[oracle][gradual][slow_start]") {
    // Back at 11 h for 30 min, the first two steps; then down until 12 h; then all four steps.
    const std::string twice = event("one", "10 h", "fail b/1 for 1 h") + event("two", "690 min", "fail b/1 for 30 min");
    const double lost = lost_seconds(servers + twice + balancer("check = \"instant\"\nslow_start = \"1 h\"") +
                                     site("load = \"150 req/s\"")) *
                        150.0;
    const double two_steps = 900.0 * (150.0 / 1.125 - 100.0 + 150.0 / 1.375 - 100.0);
    CHECK(lost == Approx(50.0 * 1.5 * hour + 2.0 * two_steps));
}

TEST_CASE("a server that warms up lacks half of its capacity on average", "[oracle][gradual][warm_up]") {
    const std::string warm = std::string(servers) + "[node.slow]\nlike = \"server\"\nwarm_up = \"1 h\"\n";
    const std::string b_warms = "[group.b]\nnode = \"slow\"\n";
    std::string toml = warm;
    toml.replace(toml.find("[group.b]\nnode = \"server\"\n"), std::string("[group.b]\nnode = \"server\"\n").size(),
                 b_warms);
    // Each gets 100: a takes no more, so that 100 are lost while b is down; then the integral of what b lacks: a
    // straight line from 100 to 0 over an hour, and the steps have the same.
    CHECK(lost_requests(toml + crash, 200.0) == Approx(100.0 * 10.0 * hour + 50.0 * hour));
    // With half the load it has enough from the third step on: 50 - 12.5 and 50 - 37.5 are too much before.
    CHECK(lost_requests(toml + crash, 100.0) == Approx(900.0 * (50.0 - 12.5 + 50.0 - 37.5)));
    // A law of its own for each return.
    toml.replace(toml.find("warm_up = \"1 h\""), std::string("warm_up = \"1 h\"").size(),
                 "warm_up = \"exp(mean 20 min)\"");
    const Study drawn =
        run_text(toml + crash + balancer("check = \"instant\"") + site("load = \"200 req/s\""), {.trials = 4000});
    const double lost = (100.0 * 10.0 * hour + 50.0 * hour / 3.0) / 200.0;
    CHECK_EXACT(drawn, "service:site", "request_availability", 1.0 - lost / horizon,
                1.0 - 100.0 * 10.0 * hour / 200.0 / horizon);
}

TEST_CASE("a server that was only cut off is as warm as before, one that was maintained is not",
          "[oracle][gradual][warm_up]") {
    const auto lost = [](const std::string& effect, const std::string& keys) {
        return lost_requests(
            "format = 1\nscenario = { horizon = \"25 h\" }\n[node.server]\nmttf = \"1000000 y\"\nmttr = \"1 h\"\n"
            "capacity = \"100 req/s\"\n[node.once]\nttf = \"10 h\"\nttr = \"10 h\"\neffect = \"" +
                effect +
                "\"\ncapacity = \"100 req/s\"\nwarm_up = \"1 h\"\n[group.a]\nnode = \"server\"\n[group.b]\nnode = "
                "\"once\"\n" +
                keys,
            200.0);
    };
    const double down = 100.0 * 10.0 * hour;
    CHECK(lost("stop", "") == Approx(down + 50.0 * hour));
    CHECK(lost("hang", "") == Approx(down + 50.0 * hour));
    CHECK(lost("partition", "") == Approx(down));
    // Out from 2 h to 3 h as well.
    CHECK(lost("partition", "maintenance = { every = \"1000 h at 02:00\", takes = \"1 h\" }\n") ==
          Approx(down + 100.0 * hour + 50.0 * hour));
}

TEST_CASE("servers warm up when the domain around them is back", "[oracle][gradual][warm_up]") {
    const auto lost = [](const std::string& effect) {
        return lost_requests(
            "format = 1\nscenario = { horizon = \"25 h\" }\n[domain.zone]\nttf = \"10 h\"\nttr = \"10 h\"\neffect = "
            "\"" +
                effect +
                "\"\n[node.server]\nmttf = \"1000000 y\"\nmttr = \"1 h\"\ncapacity = \"100 req/s\"\n[node.inside]\n"
                "like = \"server\"\nwarm_up = \"1 h\"\n[group.a]\nnode = \"server\"\n[group.b]\nnode = \"inside\"\n"
                "in = \"zone\"\n",
            200.0);
    };
    CHECK(lost("stop") == Approx(100.0 * 10.0 * hour + 50.0 * hour));
    CHECK(lost("partition") == Approx(100.0 * 10.0 * hour));
}

TEST_CASE("a cold standby warms up when it is started, a hot one is warm", "[oracle][gradual][warm_up]") {
    const auto lost = [](const std::string& standby) {
        return lost_seconds(
                   "format = 1\nscenario = { horizon = \"25 h\" }\n[node.server]\nmttf = \"1000000 y\"\nmttr = \"1 "
                   "h\"\n"
                   "capacity = \"100 req/s\"\nwarm_up = \"1 h\"\n[group.b]\nnode = \"server\"\ncount = 2\nactive = 1\n"
                   "standby = " +
                   standby + "\n" + event("crash", "10 h", "fail b/1 for 5 h") +
                   "[balancer.edge]\nto = \"b\"\nretry = 0\ncheck = \"instant\"\n" + site("load = \"100 req/s\"")) *
               100.0;
    };
    CHECK(lost("{ mode = \"hot\", start = \"2 min\" }") == Approx(100.0 * 120.0));
    CHECK(lost("{ mode = \"cold\", start = \"2 min\" }") == Approx(100.0 * 120.0 + 50.0 * hour));
}

TEST_CASE("a slow server answers with what is left of its capacity", "[oracle][gradual][slow]") {
    const std::string by_event = event("disk", "10 h", "slow b/1 by 60% for 10 h");
    // 75 each: b takes 40.
    CHECK(lost_requests(servers + by_event, 150.0) == Approx(35.0 * 10.0 * hour));
    // It is neither down nor out of rotation.
    const Study study = run_text(servers + by_event + balancer("") + site("load = \"150 req/s\""), {.trials = 2});
    CHECK(study.estimate("group:b", "unavailability") == 0.0);
    CHECK(study.estimate("balancer:edge", "unavailability") == 0.0);
    // The worst of two counts: from 15 h to 25 h it takes 20.
    const std::string worse = event("net", "15 h", "slow b/1 by 80%  for 10 h");
    CHECK(lost_requests(servers + by_event + worse, 150.0) == Approx(35.0 * 5.0 * hour + 55.0 * 10.0 * hour));
}

TEST_CASE("causes and failure modes slow nodes down", "[oracle][gradual][slow]") {
    const auto study = [](const std::string& mode, const std::string& cause) {
        return run_text(
            "format = 1\nscenario = { horizon = \"20000 h\" }\n[domain.z]\n[node.server]\ncapacity = \"100 req/s\"\n" +
                mode + "[group.b]\nnode = \"server\"\nin = \"z\"\n" + cause +
                "[balancer.edge]\nto = \"b\"\ncheck = \"instant\"\n" + site("load = \"80 req/s\""),
            {.trials = 200, .warm_up = Duration::hours(2000)});
    };
    // Slow for 10 of 110 h, in which 30 of 80 are answered.
    const double answered = 1.0 - 10.0 / 110.0 * 50.0 / 80.0;
    CHECK_EXACT(study("mtbf = \"100 h\"\nmttr = \"10 h\"\neffect = \"slow 70%\"\n", ""), "service:site",
                "request_availability", answered, 1.0 - 10.0 / 110.0);
    // Shocks while it is slow find nothing to slow.
    CHECK_EXACT(
        study("mttf = \"1000000 y\"\nmttr = \"1 h\"\n",
              "[cause.noisy]\nhits = \"domain z\"\nrate = \"1 per 100 h\"\neffect = \"slow 70%\"\nttr = \"exp(mean "
              "10 h)\"\n"),
        "service:site", "request_availability", answered, 1.0);
}

TEST_CASE("random scenarios with slow servers are simulated as their chains say", "[oracle][gradual][slow][random]") {
    nines::oracle::Comparison comparison({.trials = 400, .warm_up = {}, .has_requests = true});
    int compared = 0;
    int slow = 0;
    for (std::uint32_t seed = 2000; compared < 25; ++seed) {
        std::string text = nines::oracle::balancer_scenario(seed, {});
        for (const std::string old : {"effect = \"hang\"", "effect = \"partition\""}) {
            const auto at = text.find(old);
            if (at != std::string::npos) text.replace(at, old.size(), "effect = \"slow 70%\"");
        }
        if (text.find("slow 70%") == std::string::npos || text.find("capacity") == std::string::npos) continue;
        INFO("seed " << seed << "\n" << text);
        compared += comparison.compare(text, seed) ? 1 : 0;
        ++slow;
    }
    CHECK(compared * 3 >= slow * 2);
    for (const auto* figures : {&comparison.requests(), &comparison.unavailability(), &comparison.outages()}) {
        CAPTURE(figures->sum, figures->terms);
        CHECK(std::abs(figures->deviate()) < bound);
    }
}

TEST_CASE("members are resized one after the other", "[oracle][gradual][resize]") {
    const auto lost = [](const std::string& action) {
        return lost_seconds(
                   "format = 1\nscenario = { horizon = \"25 h\" }\n[node.server]\nmttf = \"1000000 y\"\nmttr = \"1 "
                   "h\"\n"
                   "capacity = \"100 req/s\"\n[group.web]\nnode = \"server\"\ncount = 2\n" +
                   event("grow", "10 h", action) + "[balancer.edge]\nto = \"web\"\nretry = 0\ncheck = \"instant\"\n" +
                   site("load = \"250 req/s\"")) *
               250.0;
    };
    // 200 of 250; then the second serves 100 alone for an hour; then the first 200 alone; then all are answered.
    CHECK(lost("resize web to 200 req/s takes 1 h") == Approx(hour * (10.0 * 50.0 + 150.0 + 50.0)));
    CHECK(lost("resize web to 200 req/s") == Approx(hour * 10.0 * 50.0));
    CHECK(lost("resize web/1 to 200 req/s takes 1 h") == Approx(hour * (10.0 * 50.0 + 150.0 + 14.0 * 25.0)));
}

TEST_CASE("what a resize takes is planned downtime", "[oracle][gradual][resize]") {
    const Study study = run_text(std::string(servers) + event("grow", "10 h", "resize b to 200 req/s takes 1 h") +
                                     balancer("") + site("needs = [\"b\"]\nload = \"50 req/s\""),
                                 {.trials = 2});
    CHECK(study.estimate("service:site", "unavailability") == Approx(1.0 / 25.0));
    CHECK(study.estimate("service:site", "planned_downtime_per_year") ==
          Approx(study.estimate("service:site", "downtime_per_year")));
}

TEST_CASE("the primary of a store moves away before its machine is resized", "[oracle][gradual][resize]") {
    // Planned: nobody has to notice it. Each of the two members is primary when its turn comes.
    const Study study = run_text(
        "format = 1\nscenario = { horizon = \"25 h\" }\n[node.db]\nmttf = \"1000000 y\"\nmttr = \"1 h\"\n"
        "capacity = \"100 req/s\"\n[group.db]\nnode = \"db\"\ncount = 2\n[store.orders]\non = \"db\"\n"
        "replication = \"sync\"\nfailover = { detect = \"5 min\", promote = \"20 s\" }\n"
        "[service.shop]\nneeds = [\"orders\"]\n" +
            event("grow", "10 h", "resize db to 200 req/s takes 30 min"),
        {.trials = 2});
    CHECK(study.estimate("service:shop", "downtime_per_year") == Approx(2.0 * 20.0 * 365.0 * 24.0 / 25.0));
}

TEST_CASE("the tutorial of a name loses what its head says in each failover", "[oracle][gradual][dns][tutorial]") {
    // Only the first site is ever lost, and long enough for all clients to follow.
    const Study study =
        run_file("tutorial/19_dns_failover.toml",
                 {.trials = 1000,
                  .overrides = {"domain.east.ttr=6 h", "domain.west.rate=1 per 1000000 y", "node.web.mtbf=1000000 y"}});
    const double outages = study.estimate("service:shop", "outages_per_year");
    const double lost = 1.0 - study.estimate("service:shop", "request_availability");
    // Checks, what is left of the TTL, and the stale clients; 4000 detections of U(60 s, 90 s).
    CHECK(lost * 365.0 * 24.0 * hour / outages == Approx(75.0 + 0.95 * 30.0 + 45.0).epsilon(0.005));
}

TEST_CASE("behind a name with two answers half of the clients lose what TTL and staleness cost",
          "[oracle][gradual][dns]") {
    const std::string keys = "ttl = \"60 s\"\nstale = \"5%\"\nstale_time = \"15 min\"\ncheck = \"instant\"";
    CHECK(lost_seconds(servers + crash + balancer(keys) + site()) == Approx(0.5 * (0.95 * 30.0 + 45.0)));
    // A name before proxies: what an inner balancer does not answer is lost in the same proportion.
    const std::string nested =
        servers + crash +
        "[balancer.one]\nto = \"b\"\ncheck = \"instant\"\nretry = 0\n[balancer.two]\nto = \"a\"\n"
        "check = \"instant\"\nretry = 0\n[balancer.edge]\nto = [\"one\", \"two\"]\nretry = 0\n" +
        keys + "\n";
    CHECK(lost_seconds(nested + site()) == Approx(0.5 * (0.95 * 30.0 + 45.0)));
}

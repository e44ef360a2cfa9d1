// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using nines::Duration;
using nines::oracle::bound;
using nines::oracle::run_text;
using nines::oracle::Setup;
using nines::oracle::Study;

namespace {

constexpr double year = 365.0 * 86400.0;

/// Nodes that fail at 10 h, are back at 20 h and then stay so: horizon 25 h. Others never fail.
constexpr const char* once = R"(format = 1
scenario = { horizon = "25 h" }
[node.good]
mttf = "1000000 y"
[node.bad]
ttf = "10 h"
ttr = "10 h"
[node.silent]
ttf = "10 h"
ttr = "10 h"
effect = "hang"
)";
constexpr double share_of_time_failed = 10.0 / 25.0;

std::string group(const std::string& id, const std::string& node, int count, const std::string& keys = "") {
    return fmt::format("[group.{}]\nnode = \"{}\"\ncount = {}\n{}\n", id, node, count, keys);
}

std::string balancer(const std::string& id, const std::string& to, const std::string& keys) {
    return fmt::format("[balancer.{}]\nto = [{}]\n{}\n", id, to, keys);
}

std::string site(const std::string& entry, const std::string& keys = "") {
    return fmt::format("[service.site]\nentry = \"{}\"\n{}\n", entry, keys);
}

/// Share of the requests lost while the bad nodes are down, if it is the same all that time. No chance is involved.
double lost_while_down(const std::string& toml) {
    const Study study = run_text(toml, {.trials = 2});
    return (1.0 - study.estimate("service:site", "request_availability")) / share_of_time_failed;
}

/// Good and bad nodes behind one balancer whose checks notice nothing in time.
double lost_unnoticed(int good, int bad, const std::string& node, const std::string& retry) {
    return lost_while_down(once + group("g", "good", good) + group("b", node, bad) +
                           balancer("edge", "\"g\", \"b\"", "check = \"1000 h\"\nretry = " + retry) + site("edge"));
}

/// The same, noticed at once.
double lost_noticed(int good, int bad, const std::string& overload) {
    return lost_while_down(once + group("g", "good", good) + group("b", "bad", bad) +
                           balancer("edge", "\"g\", \"b\"", "check = \"instant\"\nretry = 0\n" + overload) +
                           site("edge"));
}

/// One server of two fails every 10 h for 1 h; the service is down while it still gets requests.
Study outages_until_noticed(const std::string& check, const std::string& effect) {
    return run_text(fmt::format(R"(format = 1
scenario = {{ horizon = "1000 h" }}
[node.good]
mttf = "1000000 y"
[node.bad]
mttf = "10 h"
ttr = "1 h"
effect = "{}"
{}{}{}{})",
                                effect, group("g", "good", 1), group("b", "bad", 1),
                                balancer("edge", "\"g\", \"b\"", "retry = 0\ncheck = " + check),
                                site("edge", "up_when = \"served >= 100% of offered\"")),
                    {.trials = 100});
}

void check_length(const std::string& check, const std::string& effect, double mean, double wrong, double longest) {
    CAPTURE(check, effect);
    const Study study = outages_until_noticed(check, effect);
    CHECK_EXACT(study, "service:site", "mean_down_time", mean, wrong);
    CHECK(study.estimate("service:site", "outage_duration_max") <= longest * (1.0 + 1e-6));
}

}  // namespace

TEST_CASE("a probe notices a crash and a silence after the checks that it takes", "[oracle][balancer]") {
    // phi I + (f-1) If, and f T more for a silence; wrong: the other one.
    const char* probe = "{ kind = \"probe\", inter = \"2 s\", fall = 3 }";
    check_length(probe, "stop", 5.0, 11.0, 6.0);
    check_length(probe, "hang", 11.0, 5.0, 12.0);
    const char* fast = "{ kind = \"probe\", inter = \"20 s\", fastinter = \"1 s\", timeout = \"3 s\", fall = 4 }";
    check_length(fast, "stop", 13.0, 70.0, 23.0);
    check_length(fast, "hang", 25.0, 16.0, 35.0);
}

TEST_CASE("checks at a fixed rate wait for one timeout only", "[oracle][balancer]") {
    // phi I + (f-1) I, and T more for a silence; wrong: f T more.
    const char* check = "{ kind = \"fixed-rate\", inter = \"30 s\", timeout = \"5 s\", fall = 2 }";
    check_length(check, "stop", 45.0, 50.0, 60.0);
    check_length(check, "hang", 50.0, 55.0, 65.0);
}

TEST_CASE("a lease runs out within its length, however its holder failed", "[oracle][balancer]") {
    // U(L - H, L); wrong: L.
    const char* check = "{ kind = \"lease\", inter = \"10 s\", timeout = \"30 s\" }";
    check_length(check, "stop", 25.0, 30.0, 30.0);
    check_length(check, "hang", 25.0, 30.0, 30.0);
}

TEST_CASE("requests themselves notice after so many of them", "[oracle][balancer]") {
    // Erlang(f, f / traffic), and f T more; wrong: one request.
    const char* check = "{ kind = \"passive\", traffic = \"0.1 per s\", fall = 5, timeout = \"4 s\" }";
    check_length(check, "stop", 50.0, 10.0, 3600.0);
    check_length(check, "hang", 70.0, 50.0, 3600.0);
}

TEST_CASE("requests to a dead server are lost until it is noticed or back", "[oracle][balancer]") {
    constexpr const char* nodes = R"(format = 1
scenario = { horizon = "2000 h" }
[node.good]
mttf = "1000000 y"
[node.bad]
mttf = "50 h"
)";
    const auto study = [&](const std::string& repair, const std::string& check) {
        return run_text(nodes + ("ttr = \"" + repair + "\"\n") + group("g", "good", 3) + group("b", "bad", 1) +
                            balancer("edge", "\"g\", \"b\"", "retry = 0\ncheck = " + check) + site("edge"),
                        {.trials = 300, .warm_up = Duration::hours(1000)});
    };
    // 1/4 E[min(detection, repair)] / (up + repair). Both exponential: 1 / (1/20 + 1/60) = 15 min.
    const double both = 0.25 * 0.25 / 51.0;
    CHECK_EXACT(study("exp(mean 1 h)", "\"exp(mean 20 min)\""), "service:site", "request_availability", 1.0 - both,
                1.0 - 0.25 / 3.0 / 51.0);
    // Detection always within the repair: its mean, 10 min.
    CHECK_EXACT(study("1 h", "\"uniform(5 min, 15 min)\""), "service:site", "request_availability",
                1.0 - 0.25 / 6.0 / 51.0, 1.0 - 1.0 / 6.0 / 51.0);
}

TEST_CASE("a refused request is tried elsewhere as redispatch says", "[oracle][balancer]") {
    // 2 of 5 are dead; elsewhere 1 of 4.
    CHECK(lost_unnoticed(3, 2, "bad", "{ tries = 3, redispatch = \"never\" }") == Approx(0.4));
    CHECK(lost_unnoticed(3, 2, "bad", "{ tries = 3, redispatch = \"last\" }") == Approx(0.4 / 4.0));
    CHECK(lost_unnoticed(3, 2, "bad", "{ tries = 3, redispatch = \"always\" }") == Approx(0.4 / 64.0));
    CHECK(lost_unnoticed(3, 2, "bad", "{ tries = 1, redispatch = \"always\" }") == Approx(0.4 / 4.0));
    CHECK(lost_unnoticed(3, 2, "bad", "0") == Approx(0.4));
}

TEST_CASE("a request that only times out is tried again only if timeouts are", "[oracle][balancer]") {
    CHECK(lost_unnoticed(3, 2, "silent", "{ tries = 3, redispatch = \"always\" }") == Approx(0.4));
    CHECK(lost_unnoticed(3, 2, "silent", "{ tries = 3, redispatch = \"always\", timeouts = true }") ==
          Approx(0.4 / 64.0));
}

TEST_CASE("a retry that meets a silent server is not tried again", "[oracle][balancer]") {
    // Of 4, one refuses and one is silent. First on the silent one: lost, 1/4. First on the one that refuses: elsewhere
    // silent, 1/3: lost as well, however many tries are left.
    const double lost = lost_while_down(
        once + group("g", "good", 2) + group("b", "bad", 1) + group("s", "silent", 1) +
        balancer("edge", "\"g\", \"b\", \"s\"", "check = \"1000 h\"\nretry = { tries = 5, redispatch = \"always\" }") +
        site("edge"));
    CHECK(lost == Approx(0.25 + 0.25 / 3.0));
}

TEST_CASE("below the panic threshold health is ignored", "[oracle][balancer]") {
    CHECK(lost_noticed(1, 3, "") == Approx(0.0).margin(1e-9));
    CHECK(lost_noticed(1, 3, "overload = { panic = \"50%\" }") == Approx(0.75));
    CHECK(lost_noticed(2, 2, "overload = { panic = \"50%\" }") == Approx(0.0).margin(1e-9));
}

TEST_CASE("no more targets than allowed are taken out of rotation", "[oracle][balancer]") {
    // 2 of 4 may be out: one good and one bad are left.
    CHECK(lost_noticed(1, 3, "overload = { max_ejected = \"50%\" }") == Approx(0.5));
    // At least one always may.
    CHECK(lost_noticed(3, 1, "overload = { max_ejected = \"1%\" }") == Approx(0.0).margin(1e-9));
    CHECK(lost_noticed(2, 2, "overload = { max_ejected = \"1%\" }") == Approx(1.0 / 3.0));
}

TEST_CASE("a balancer that fails open serves before its targets are back in rotation", "[oracle][balancer]") {
    const auto study = [&](const std::string& overload) {
        return run_text(once + group("b", "bad", 2) +
                            balancer("edge", "\"b\"",
                                     "check = { takes = \"0 s\", kind = \"probe\", inter = \"1 h\", rise = 1 }\n"
                                     "retry = 0\n" +
                                         overload) +
                            site("edge"),
                        {.trials = 4000});
    };
    // Both are back at 20 h and in rotation within U(0, 1 h), the first of them after 1/3 h on average.
    const Study closed = study("");
    CHECK_EXACT(closed, "service:site", "request_availability", 1.0 - (10.0 + 1.0 / 3.0) / 25.0, 1.0 - 10.5 / 25.0);
    CHECK(study("overload = { fail_open = true }").estimate("service:site", "request_availability") ==
          Approx(1.0 - 10.0 / 25.0));
    CHECK(study("overload = { panic = \"50%\" }").estimate("service:site", "request_availability") ==
          Approx(1.0 - 10.0 / 25.0));
}

TEST_CASE("a backup gets requests only when nobody before it is left", "[oracle][balancer]") {
    const auto lost = [&](int good, int bad, const std::string& keys) {
        std::string text = once + std::string("[node.spare]\nmttf = \"1000000 y\"\ncapacity = \"100 req/s\"\n");
        text += "[node.main]\nmttf = \"1000000 y\"\ncapacity = \"100 req/s\"\n";
        text += "[node.main-bad]\nttf = \"10 h\"\nttr = \"10 h\"\ncapacity = \"100 req/s\"\n";
        std::string to = "\"b\", \"s\"";
        if (good > 0) {
            text += group("b", "main", good) + group("b2", "main-bad", bad);
            text += balancer("inner", "\"b\", \"b2\"", "check = \"instant\"\nretry = 0\n");
            to = "\"inner\", \"s\"";
        } else {
            text += group("b", "main-bad", bad);
        }
        text += group("s", "spare", 1);
        text += balancer("edge", to, "mode = \"priority\"\ncheck = \"instant\"\nretry = 0\n" + keys);
        return lost_while_down(text + site("edge", "load = \"100 req/s\""));
    };
    CHECK(lost(0, 2, "") == Approx(0.0).margin(1e-9));
    // Of three mains one is left: it is not helped.
    CHECK(lost(1, 2, "") == Approx(0.0).margin(1e-9));
    // Panic is for a tier in which somebody is left, not a reason to keep to a dead one.
    CHECK(lost(0, 2, "overload = { panic = \"50%\" }") == Approx(0.0).margin(1e-9));

    const auto spill = [&](int bad) {
        const std::string nodes =
            "[node.main]\nmttf = \"1000000 y\"\ncapacity = \"100 req/s\"\n"
            "[node.main-bad]\nttf = \"10 h\"\nttr = \"10 h\"\ncapacity = \"100 req/s\"\n";
        return lost_while_down(
            once + nodes + group("a", "main", 2 - bad) + group("b", "main-bad", bad) + group("s", "main", 1) +
            balancer("inner", "\"a\", \"b\"", "check = \"instant\"\nretry = 0\n") +
            balancer("edge", "\"inner\", \"s\"", "mode = \"priority\"\ncheck = \"instant\"\nretry = 0\n") +
            site("edge", "load = \"150 req/s\""));
    };
    // One main of 100 is left for 150: the backup does not take what is too much.
    CHECK(spill(1) == Approx(50.0 / 150.0));
}

TEST_CASE("weights share out requests, and only with their mode", "[oracle][balancer]") {
    const auto lost = [&](const std::string& mode) {
        return lost_while_down(once + group("g", "good", 2) + group("b", "bad", 2) +
                               balancer("edge", "\"g\", \"b\"",
                                        "check = \"1000 h\"\nretry = 0\nweights = [3, 1]\nmode = \"" + mode + "\"") +
                               site("edge"));
    };
    CHECK(lost("weighted") == Approx(0.25));
    CHECK(lost("spread") == Approx(0.5));
}

TEST_CASE("what one of two proxies does not answer is lost until the balancer before them notices",
          "[oracle][balancer]") {
    const auto study = run_text(
        once + group("lb1", "bad", 1) + group("lb2", "good", 1) + group("web", "good", 2) +
            balancer("front1", "\"web\"", "on = \"lb1\"\ncheck = \"instant\"\nretry = 0\n") +
            balancer("front2", "\"web\"", "on = \"lb2\"\ncheck = \"instant\"\nretry = 0\n") +
            balancer("dns", "\"front1\", \"front2\"", "mode = \"spread\"\ncheck = \"2 h\"\nretry = 0\n") + site("dns"),
        {.trials = 2});
    CHECK(study.estimate("service:site", "request_availability") == Approx(1.0 - 0.5 * 2.0 / 25.0));
    CHECK(study.estimate("balancer:front1", "unavailability") == Approx(10.0 / 25.0));
    CHECK(study.estimate("balancer:dns", "unavailability") == 0.0);
}

TEST_CASE("a nested balancer that answers a part makes the outer one answer that part", "[oracle][balancer]") {
    // Half of what inner gets is lost, which is half of all.
    const double lost =
        lost_while_down(once + group("g", "good", 1) + group("b", "bad", 1) + group("h", "good", 1) +
                        balancer("inner", "\"g\", \"b\"", "check = \"1000 h\"\nretry = 0\n") +
                        balancer("edge", "\"inner\", \"h\"", "check = \"instant\"\nretry = 0\n") + site("edge"));
    CHECK(lost == Approx(0.25));
}

TEST_CASE("a service behind a balancer answers what its own entry answers", "[oracle][balancer]") {
    const std::string parts = once + group("g", "good", 1) + group("b", "bad", 1) +
                              balancer("inner", "\"g\", \"b\"", "check = \"1000 h\"\nretry = 0\n") +
                              "[service.api]\nentry = \"inner\"\n";
    CHECK(lost_while_down(parts + balancer("edge", "\"api\"", "check = \"instant\"\nretry = 0\n") + site("edge")) ==
          Approx(0.5));
    CHECK(lost_while_down(parts + site("service:api")) == Approx(0.5));
}

TEST_CASE("an entry is found by its kind where a group has the same name", "[oracle][balancer]") {
    const std::string parts = once + group("shop", "good", 1) + group("b", "bad", 1) +
                              balancer("shop", "\"group:shop\", \"b\"", "check = \"1000 h\"\nretry = 0\n");
    CHECK(lost_while_down(parts + site("balancer:shop")) == Approx(0.5));
    CHECK(lost_while_down(parts + site("shop")) == Approx(0.0).margin(1e-9));
}

TEST_CASE("the address of a balancer moves to its other machine as VRRP does", "[oracle][balancer]") {
    const std::string parts = "format = 1\nscenario = { horizon = \"25 h\" }\n[node.good]\nmttf = \"1000000 y\"\n" +
                              group("lb", "good", 2) + group("web", "good", 2) +
                              "[event.crash]\nat = \"10 h\"\ndo = \"fail lb/1 for 1 h\"\n";
    const auto study = [&](const std::string& failover) {
        return run_text(parts + balancer("edge", "\"web\"", "on = \"lb\"\n" + failover) + site("edge"),
                        {.trials = 4000});
    };
    // Three advertisements and a skew of 156/256 s, less the age of the last advertisement: U(2.61, 3.61) s.
    const Study usual = study("");
    CHECK_EXACT(usual, "service:site", "mean_down_time", 2.5 + 156.0 / 256.0, 3.0 + 156.0 / 256.0);
    CHECK(usual.estimate("service:site", "outage_duration_max") <= 3.0 + 156.0 / 256.0 + 1e-3);
    CHECK(usual.estimate("balancer:edge", "failovers_per_year") == Approx(365.0 * 24.0 / 25.0));
    const Study slow = study("failover = { detect = \"uniform(10 s, 20 s)\", promote = \"5 s\" }\n");
    CHECK_EXACT(slow, "service:site", "mean_down_time", 20.0, 15.0);
}

TEST_CASE("a healthy target is taken out as often as its checks fail in a row", "[oracle][balancer]") {
    const std::string check = "check = { inter = \"2 s\", fall = 3, rise = 2, false_positive = \"5%\" }\nretry = 0\n";
    const Study study =
        run_text("format = 1\nscenario = { horizon = \"1000 h\" }\n[node.good]\nmttf = \"1000000 y\"\n" +
                     group("web", "good", 1) + balancer("edge", "\"web\"", check) + site("edge"),
                 {.trials = 100});
    // I (1 - e^f) / ((1 - e) e^f) = 4.7 h; wrong: I / e^f. Back after phi I + I.
    const double between = 2.0 * (1.0 - std::pow(0.05, 3)) / (0.95 * std::pow(0.05, 3));
    CHECK_EXACT(study, "service:site", "outages_per_year", year / (between + 3.0), year / (2.0 / std::pow(0.05, 3)));
    CHECK_EXACT(study, "service:site", "mean_down_time", 3.0, 2.0);
}

TEST_CASE("false alarms go on after one that was not allowed", "[oracle][balancer]") {
    // Of two targets one may be out. While it is, the other's alarms come to nothing, and later ones must not.
    const std::string check =
        "check = { inter = \"200 s\", fall = 1, rise = 40, false_positive = \"5%\" }\nretry = 0\n"
        "overload = { max_ejected = \"50%\" }\n";
    const Study study = run_text(
        "format = 1\nscenario = { horizon = \"2000 h\" }\n[node.good]\nmttf = \"1000000 y\"\n"
        "capacity = \"100 req/s\"\n" +
            group("web", "good", 2) + balancer("edge", "\"web\"", check) + site("edge", "load = \"200 req/s\""),
        {.trials = 200, .warm_up = Duration::hours(200)});
    // Two alarms at 1 / 4000 s each while both are in rotation; then out for 100 + 39 x 200 s, in which half is lost.
    const double out = 100.0 + 39.0 * 200.0;
    const double share_out = out / (out + 4000.0 / 2.0);
    CHECK_EXACT(study, "service:site", "request_availability", 1.0 - share_out / 2.0, 1.0);
}

TEST_CASE("a load above the capacity loses what exceeds it", "[oracle][balancer]") {
    const auto answered = [&](const std::string& overload) {
        const Study study = run_text(
            "format = 1\nscenario = { horizon = \"25 h\" }\n[node.good]\nmttf = \"1000000 y\"\n"
            "capacity = \"100 req/s\"\n" +
                group("web", "good", 3) + balancer("edge", "\"web\"", overload) + site("edge", "load = \"350 req/s\""),
            {.trials = 2});
        return study.estimate("service:site", "request_availability");
    };
    CHECK(answered("") == Approx(300.0 / 350.0));
    CHECK(answered("overload = { shed = false }") == Approx(150.0 / 350.0));
    CHECK(answered("overload = { shed = false, goodput = \"20%\" }") == Approx(60.0 / 350.0));
}

TEST_CASE("what exceeds the capacity of those left is lost", "[oracle][balancer]") {
    const std::string nodes =
        "[node.web]\nttf = \"10 h\"\nttr = \"10 h\"\ncapacity = \"100 req/s\"\n"
        "[node.other]\nmttf = \"1000000 y\"\ncapacity = \"100 req/s\"\n";
    CHECK(lost_while_down(once + nodes + group("a", "web", 1) + group("b", "other", 2) +
                          balancer("edge", "\"a\", \"b\"", "check = \"instant\"\n") +
                          site("edge", "load = \"250 req/s\"")) == Approx(50.0 / 250.0));
}

TEST_CASE("a load that follows the clock loses the integral of what exceeds the capacity", "[oracle][balancer]") {
    constexpr double peak = 1000.0;
    constexpr double trough = 0.4;
    constexpr double capacity = 800.0;
    constexpr double mean = peak * (1.0 + trough) / 2.0;
    constexpr double swing = peak * (1.0 - trough) / 2.0;
    constexpr double pi = 3.14159265358979323846;
    const auto study = [&](const std::string& overload, const std::string& up_when) {
        return run_text(
            "format = 1\nscenario = { horizon = \"14 d\" }\n[node.good]\nmttf = \"1000000 y\"\n"
            "capacity = \"400 req/s\"\n" +
                group("web", "good", 2) + balancer("edge", "\"web\"", overload) +
                site("edge", "load = { peak = \"1000 req/s\", shape = \"diurnal\" }\n" + up_when),
            {.trials = 2});
    };
    // mean + swing cos(angle) > capacity within `half` of the peak, as an angle.
    const double half = std::acos((capacity - mean) / swing);
    const double excess = (swing * std::sin(half) - (capacity - mean) * half) / pi;
    CHECK(study("", "").estimate("service:site", "request_availability") == Approx(1.0 - excess / mean));
    const double below = mean * (1.0 - half / pi) - swing * std::sin(half) / pi;
    CHECK(study("overload = { shed = false }", "").estimate("service:site", "request_availability") ==
          Approx((below + 0.5 * capacity * half / pi) / mean));
    // At least 90 % is served up to a rate of capacity / 0.9: too little once a day.
    const Study judged = study("", "up_when = \"served >= 90% of offered\"");
    const double down = std::acos((capacity / 0.9 - mean) / swing) / pi;
    CHECK(judged.estimate("service:site", "unavailability") == Approx(down));
    CHECK(judged.estimate("service:site", "outages_per_year") == Approx(365.0));
    CHECK(judged.estimate("service:site", "mean_down_time") == Approx(down * 86400.0));
    CHECK(judged.estimate("service:site", "request_availability") == Approx(1.0 - excess / mean));
}

TEST_CASE("\">\" asks for more than \">=\"", "[oracle][balancer]") {
    const auto down = [&](const std::string& up_when) {
        const Study study = run_text(once + group("g", "good", 5) + group("b", "bad", 5) +
                                         balancer("edge", "\"g\", \"b\"", "check = \"1000 h\"\nretry = 0\n") +
                                         site("edge", "up_when = \"served " + up_when + "% of offered\""),
                                     {.trials = 2});
        return study.estimate("service:site", "unavailability");
    };
    CHECK(down(">= 50") == 0.0);
    CHECK(down("> 50") == Approx(share_of_time_failed));
    CHECK(down("> 49.9") == 0.0);
    CHECK(down(">= 100") == Approx(share_of_time_failed));
}

TEST_CASE("checks every second cost no more events than checks every minute", "[oracle][balancer]") {
    const auto events = [&](const std::string& interval) {
        const Study study = run_text(
            "format = 1\nscenario = { horizon = \"1 y\" }\n[node.vm]\nmttf = \"30 d\"\nttr = \"2 h\"\n" +
                group("web", "vm", 10) + balancer("edge", "\"web\"", "check = { inter = \"" + interval + "\" }") +
                site("edge", "load = \"100 req/s\""),
            {.trials = 200});
        return static_cast<double>(study.outcome.tally.events);
    };
    // Failure, repair, and the moments at which each is noticed: four events a failure, whatever the interval.
    const double per_year = 10.0 * 365.0 / (30.0 + 2.0 / 24.0);
    CHECK(events("1 s") == Approx(events("60 s")).epsilon(0.01));
    CHECK(events("1 s") == Approx(200.0 * 4.0 * per_year).epsilon(0.02));
}

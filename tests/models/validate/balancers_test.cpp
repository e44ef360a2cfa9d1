// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "models/validate/assumptions.hpp"
#include "models/validate/names.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"
#include "tests/models/validate/codes.hpp"

using namespace nines;
using scenario::RefKind;
using validate::TargetKind;
using validate_test::codes_of;

namespace {

constexpr std::string_view machines = R"toml(format = 1
[domain.eu]
split = "3 az"
[domain.eu.az]
rate = "1 per y"
mttr = "1 h"
[node.vm]
mtbf = "90 d"
mttr = "2 h"
capacity = "100 req/s"
[node.proxy]
mtbf = "90 d"
mttr = "2 h"
[group.web]
node = "vm"
count = 6
spread = "eu/*"
[group.spare]
node = "vm"
count = 2
[group.lb]
node = "proxy"
count = 2
)toml";

scenario::Diagnostics diagnostics_after(std::string_view more) {
    return validate::open_text("balancers.toml", fmt::format("{}{}", machines, more)).diagnostics;
}

std::string codes_after(std::string_view more) {
    return codes_of(diagnostics_after(more));
}

/// One balancer in front of both groups, with further keys of its own.
std::string codes_of_balancer(std::string_view keys) {
    return codes_after(
        fmt::format("[service.shop]\nentry = \"edge\"\nload = \"100 req/s\"\n"
                    "[balancer.edge]\non = \"lb\"\nto = [\"web\", \"spare\"]\n{}\n",
                    keys));
}

/// One load on a balancer with these keys.
scenario::Diagnostics diagnostics_of_load(std::string_view load, std::string_view balancer) {
    return diagnostics_after(
        fmt::format("[service.shop]\nentry = \"edge\"\nneeds = [\"lb\"]\nload = {}\n[balancer.edge]\n{}\n"
                    "[service.else]\nneeds = [\"web\", \"spare\"]\n",
                    load, balancer));
}

std::string codes_of_load(std::string_view load, std::string_view balancer) {
    return codes_of(diagnostics_of_load(load, balancer));
}

}  // namespace

TEST_CASE("a balancer stands between stores and nodes when a bare name is looked up", "[names]") {
    const auto opened = validate::open_text(
        "names.toml", fmt::format("{}[balancer.proxy]\nto = \"web\"\n[balancer.web]\nto = \"group:web\"\n", machines));
    const validate::Names names(opened.scenario);
    CHECK(names.find(RefKind::any, "proxy").target.kind == TargetKind::balancer);
    CHECK(names.find(RefKind::node, "proxy").target.kind == TargetKind::node);
    CHECK(names.find(RefKind::any, "web").target.kind == TargetKind::group);
    CHECK(names.find(RefKind::balancer, "web").target.kind == TargetKind::balancer);
    CHECK(names.find(RefKind::balancer, "lb").outcome == validate::Outcome::unknown);
    CHECK(names.candidates(RefKind::balancer) == std::vector<std::string_view>{"proxy", "web"});
}

TEST_CASE("a sound balancer has no warnings", "[balancers]") {
    for (const char* keys :
         {"", "preset = \"haproxy\"", "preset = \"nginx\"", "preset = \"nginx-plus\"", "preset = \"envoy\"",
          "preset = \"aws-alb\"", "preset = \"aws-nlb\"", "preset = \"k8s-service\"", "preset = \"keepalived\"",
          "preset = \"dns-failover\"", "preset = \"route53\"", "failover = \"vrrp\"", "check = \"instant\"",
          "mode = \"weighted\"\nweights = [3, 0]", "overload = { shed = false, goodput = \"30%\" }",
          "overload = { panic = \"60%\", max_ejected = \"60%\" }",
          "check = { kind = \"passive\", traffic = \"5 per s\" }"}) {
        CAPTURE(keys);
        CHECK(codes_of_balancer(keys).empty());
    }
}

TEST_CASE("keys of clients and of slow starts have an effect", "[balancers]") {
    for (const char* keys : {"slow_start = \"30 s\"", "ttl = \"5 s\"", "stale = \"5%\"",
                             "slow_start = \"0 s\"\nttl = \"0 s\"\nstale = \"0%\""}) {
        CAPTURE(keys);
        CHECK(codes_of_balancer(keys).empty());
    }
}

TEST_CASE("all that is wrong with a balancer is said at once, in the order of its keys", "[balancers]") {
    CHECK(codes_after("[service.shop]\nentry = \"edge\"\nneeds = [\"web\", \"spare\", \"lb\"]\n"
                      "load = \"1 req/s\"\n[balancer.edge]\n"
                      "to = [\"wbe\", \"node:vm\", \"lb\", \"lb\"]\non = \"vm\"\nmode = \"weighted\"\nweights = [1]\n"
                      "check = { kind = \"fixed-rate\", timeout = \"3 s\", fastinter = \"1 s\" }\n"
                      "retry = { tries = 0, budget = \"20%\", timeouts = true }\n"
                      "failover = { by = \"nobody\" }\n") == "E100 E101 E087 E101 E088 W031 W020 W020 W020 E100 ");
}

TEST_CASE("with at most one of two targets ejected, half of them stay and panic below that never comes",
          "[balancers]") {
    const auto two = [](std::string_view overload) {
        return codes_after(
            fmt::format("[service.shop]\nentry = \"edge\"\nneeds = [\"web\", \"lb\"]\n"
                        "load = \"1 req/s\"\n[balancer.edge]\nto = \"spare\"\noverload = {{ {} }}\n",
                        overload));
    };
    CHECK(two("max_ejected = \"10%\", panic = \"50%\"") == "W020 ");
    CHECK(two("max_ejected = \"10%\", panic = \"51%\"").empty());
    CHECK(two("max_ejected = \"50%\", fail_open = true") == "W020 ");
    CHECK(two("max_ejected = \"100%\", fail_open = true").empty());
}

TEST_CASE("keys of a preset that have no effect are not its user's mistake", "[balancers]") {
    CHECK(codes_of_balancer("preset = \"aws-alb\"\noverload = { panic = \"50%\" }").empty());
    CHECK(codes_of_balancer("preset = \"dns-failover\"\nstale = \"0%\"").empty());
    CHECK(codes_of_balancer("preset = \"dns-failover\"\nweights = [1, 2]") == "W020 ");
}

TEST_CASE("balancers, services and failovers that come back to themselves are found at any length", "[balancers]") {
    const auto diagnostics = diagnostics_after(
        "[service.shop]\nentry = \"edge\"\nload = \"1 req/s\"\n[service.search]\nentry = \"inner\"\nneeds = [\"lb\", "
        "\"spare\"]\n"
        "[balancer.edge]\nto = [\"web\", \"search\"]\n[balancer.inner]\nto = [\"spare\", \"edge\"]\n");
    REQUIRE(codes_of(diagnostics).find("E109 ") != std::string::npos);
    CHECK(diagnostics.front().message == "\"edge\" sends to \"search\" enters at \"inner\" sends to \"edge\"");
    CHECK(codes_after("[service.shop]\nentry = \"edge\"\nload = \"1 req/s\"\nneeds = [\"spare\"]\n[balancer.edge]\nto "
                      "= [\"web\"]\n"
                      "on = \"lb\"\nfailover = { needs = [\"shop\"] }\n") == "E109 ");
    CHECK(codes_after("[service.shop]\nentry = \"edge\"\nload = \"1 req/s\"\nneeds = [\"spare\"]\n[balancer.edge]\nto "
                      "= [\"web\"]\n"
                      "on = \"lb\"\nfailover = { needs = [\"orders\"] }\n[group.db]\nnode = \"proxy\"\ncount = 2\n"
                      "[store.orders]\non = \"db\"\nfailover = { needs = [\"edge\"] }\n") == "E108 ");
}

TEST_CASE("to lose k of n units the peak may use (n - k) / n of the capacity", "[load]") {
    // Six of 100 req/s in three zones: 600 in all, 500 without a node, 400 without a zone of two.
    constexpr std::string_view to_web = "to = \"web\"";
    CHECK(codes_of_load("\"400 req/s\"", to_web).empty());
    CHECK(codes_of_load("\"401 req/s\"", to_web) == "W034 ");
    CHECK(codes_of_load("\"600 req/s\"", to_web) == "W034 ");
    CHECK(codes_of_load("\"601 req/s\"", to_web) == "W033 ");
    const auto zone = diagnostics_of_load("\"450 req/s\"", to_web).front();
    CHECK(zone.message ==
          "service \"shop\": at its highest the load is 450 req/s, and 400 of 600 req/s are left when domain "
          "\"eu/az1\" fails");
    CHECK(zone.hint == "to bear that, use at most 66.7% of the capacity; it is 75% now");
    const auto node = diagnostics_of_load("\"501 req/s\"", to_web).front();
    CHECK(node.message.find("when one node of \"web\" fails") != std::string::npos);
}

TEST_CASE("the load of a service is met by all that its balancers send to", "[load]") {
    // Spread over 600 and 200 req/s: 800 in all, 600 without a zone.
    CHECK(codes_of_load("\"600 req/s\"", "to = [\"web\", \"spare\"]").empty());
    CHECK(codes_of_load("\"601 req/s\"", "to = [\"web\", \"spare\"]") == "W034 ");
    // By priority the first group takes it all.
    CHECK(codes_of_load("\"401 req/s\"", "to = [\"web\", \"spare\"]\nmode = \"priority\"") == "W034 ");
    // Through another balancer, and through a service.
    CHECK(codes_of_load("\"401 req/s\"", "to = \"inner\"\n[balancer.inner]\nto = \"web\"") == "W034 ");
    CHECK(codes_of_load("\"401 req/s\"", "to = \"inner\"\n[service.inner]\nentry = \"web\"") == "W034 ");
    // One target without a limit takes any load.
    CHECK(codes_of_load("\"9000 req/s\"", "to = [\"web\", \"lb\"]").empty());
    CHECK(codes_of_load("\"9000 req/s\"", "to = \"lb\"") == "W032 ");
}

TEST_CASE("the highest demand is that at the end of the horizon", "[load]") {
    // 360 req/s and 12 % more after a year: 403.2.
    CHECK(codes_of_load("{ peak = \"360 req/s\", growth = \"12% per y\" }", "to = \"web\"") == "W034 ");
    CHECK(codes_of_load("{ peak = \"360 req/s\", growth = \"11% per y\" }", "to = \"web\"").empty());
    CHECK(codes_of_load("{ peak = \"400 req/s\", growth = \"-5% per y\" }", "to = \"web\"").empty());
}

TEST_CASE("members that stand by replace those that are lost before capacity is", "[load]") {
    const auto standing_by = [](int peak) {
        return codes_after(
            fmt::format("[group.pair]\nnode = \"vm\"\ncount = 3\nactive = 2\n[service.shop]\n"
                        "entry = \"pair\"\nneeds = [\"web\", \"lb\", \"spare\"]\nload = \"{} req/s\"\n",
                        peak));
    };
    CHECK(standing_by(200).empty());
    CHECK(standing_by(201) == "W033 ");
}

TEST_CASE("what is served can be asked for where something is offered", "[load]") {
    constexpr std::string_view up_when = "up_when = \"served >= 99% of offered\"\n";
    CHECK(codes_after(fmt::format("[service.a]\nneeds = [\"web\", \"spare\", \"lb\"]\n{}", up_when)) == "W020 E110 ");
    CHECK(codes_after(fmt::format("[service.a]\nneeds = [\"web\", \"spare\"]\nentry = \"lb\"\n{}", up_when)) ==
          "W020 ");  // Capacity without a load.
    CHECK(codes_after(
              fmt::format("[service.a]\nneeds = [\"spare\", \"lb\"]\nentry = \"web\"\nload = \"1 req/s\"\n{}", up_when))
              .empty());
}

TEST_CASE("a store behind a balancer counts for what a service may lose", "[objectives]") {
    constexpr std::string_view services =
        "[service.shop]\nentry = \"edge\"\nload = \"1 req/s\"\nobjective = {{ rpo = \"1 min\" }}\n"
        "[balancer.edge]\nto = [\"api\"]\n[service.api]\nentry = \"web\"\nneeds = [\"spare\", \"lb\"{}]\n"
        "[group.db]\nnode = \"proxy\"\ncount = 2\n[store.orders]\non = \"db\"\n";
    CHECK(codes_after(fmt::format(services, ", \"orders\"")).empty());
    CHECK(codes_after(fmt::format(services, "")) == "W026 W029 ");
}

TEST_CASE("a chain of services with loads as long as a file is checked in good time", "[balancers][speed]") {
    std::string text = "[service.s0]\nentry = \"web\"\nneeds = [\"spare\", \"lb\"]\nload = \"1 req/s\"\n";
    for (int i = 1; i < 20'000; ++i)
        text += fmt::format("[service.s{}]\nentry = \"s{}\"\nload = \"1 req/s\"\n", i, i - 1);
    CHECK(codes_after(text) == "W045 ");  // They share their servers.
}

TEST_CASE("what is assumed about balancers is said", "[assumptions]") {
    const auto said = [](std::string_view keys) {
        const auto opened = validate::open_text(
            "said.toml",
            fmt::format("{}[service.shop]\nentry = \"edge\"\n[balancer.edge]\nto = \"web\"\n{}\n", machines, keys));
        std::string text;
        for (const std::string& sentence : validate::assumptions(opened.scenario)) text += sentence + "\n";
        return text;
    };
    const std::string bare = said("");
    CHECK(bare.find("HAProxy's default check, 4 to 6 s after a crash and 10 to 12 s after silence: edge.") !=
          std::string::npos);
    CHECK(bare.find("Without `on` a balancer has no machines that can fail: edge.") != std::string::npos);
    CHECK(bare.find("never taken out of rotation: edge.") != std::string::npos);
    const std::string full = said("on = \"lb\"\npreset = \"nginx\"\ncheck = { false_positive = \"1%\" }");
    CHECK(full.find("moves by VRRP at its defaults: edge.") != std::string::npos);
    CHECK(full.find("Preset nginx has values that are estimated: check.traffic.") != std::string::npos);
    CHECK(full.find("taken out of rotation") == std::string::npos);
}

TEST_CASE("limits of a balancer that have no effect are warned about", "[validate][balancer]") {
    CHECK(codes_of_balancer("overload = { queue = 200, patience = \"5 s\" }").empty());
    CHECK(codes_of_balancer("overload = { patience = \"5 s\" }") == "W020 ");
    CHECK(codes_of_balancer("overload = { connections = 100, response = \"1 s\" }\nretry = { timeout = \"5 s\" }")
              .empty());
    CHECK(codes_of_balancer("overload = { response = \"1 s\" }") == "W020 ");
    CHECK(codes_of_balancer("mode = \"priority\"\noverload = { spill = \"80%\" }").empty());
    CHECK(codes_of_balancer("overload = { spill = \"80%\" }") == "W020 ");
    CHECK(codes_of_balancer("retry = { tries = 2, redispatch = \"never\", budget = \"20%\" }") == "W020 ");
    CHECK(
        codes_of_balancer("retry = { tries = 2, redispatch = \"never\", budget = \"20%\", timeouts = true }").empty());
    // What a preset limits is not its user's mistake.
    CHECK(codes_of_balancer("preset = \"envoy\"").empty());
}

TEST_CASE("with spill-over the peak may be more than the first tier serves", "[validate][balancer]") {
    const auto codes = [](std::string_view overload) {
        return codes_after(
            fmt::format("[service.shop]\nentry = \"edge\"\nload = \"250 req/s\"\n[balancer.edge]\non = \"lb\"\n"
                        "mode = \"priority\"\nto = [\"spare\", \"web\"]\n{}\n",
                        overload));
    };
    CHECK(codes("") == "W033 ");
    CHECK(codes("overload = { spill = \"80%\" }").empty());
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/representable.hpp"

#include <string>
#include <vector>

#include "models/exact/islands.hpp"
#include "models/exact/solution.hpp"
#include "tests/catch.hpp"
#include "tests/models/exact/chain_case.hpp"

using namespace nines::exact;

namespace {

std::string server_with(const std::string& keys_of_node, const std::string& keys_of_group = "") {
    return "format = 1\n[node.server]\nmttr = \"1 h\"\n" + keys_of_node +
           "\n[group.web]\nnode = \"server\"\ncount = 2\n" + keys_of_group +
           "\n[service.site]\nneeds = [\"1 of web\"]\n";
}

std::vector<std::string> reasons(const std::string& text) {
    const ChainCase of(text);
    return not_representable(of.program, whole(of.program));
}

bool says(const std::string& text, const std::string& words) {
    for (const std::string& reason : reasons(text)) {
        if (reason.find(words) != std::string::npos) return true;
    }
    return false;
}

const std::string usual = "mtbf = \"100 h\"\n";

}  // namespace

TEST_CASE("calendars, fixed instants and ages are left to simulation, each with its reason", "[exact][representable]") {
    CHECK(reasons(server_with(usual)).empty());
    CHECK(says(server_with(usual + "inspection = \"every 30 d\""), "is found by inspections at fixed instants"));
    CHECK(says(server_with(usual + "replace_at_age = \"50 h\""), "node:web/1:failure is replaced at a fixed age"));
    CHECK(says(server_with("ttf = \"weibull(shape 2, mean 100 h)\"\nrepair = \"minimal\""), "keeps its age"));
    CHECK(says(server_with(usual + "repaired_by = \"day\"", "[crew.day]\nhours = \"Mon-Fri 09:00-17:00\""),
               "crew crew:day works by the calendar"));
    CHECK(says(server_with(usual, "[[group.web.maintenance]]\nevery = \"30 d at 02:00\"\ntakes = \"1 h\""),
               "is planned by the calendar"));
    CHECK(says(server_with(usual, "deploy = { every = \"1 d\", fails = \"5%\", undo = \"20 min\" }"),
               "group:web gets new versions by the calendar"));
    CHECK(says(server_with(usual, "patch = { when_degraded = \"skip\" }"), "is planned by the calendar"));
    CHECK(says(server_with(usual, "[event.drill]\nat = \"9 d\"\ndo = \"fail web/1 for 1 h\""), "at a known time"));
}

TEST_CASE("what goes by the clock behind a balancer is left to simulation, only where it matters",
          "[exact][representable]") {
    const auto text = [](const std::string& node, const std::string& balancer, const std::string& service) {
        return "format = 1\n[node.server]\nmtbf = \"100 h\"\nmttr = \"1 h\"\ncapacity = \"10 req/s\"\n" + node +
               "[group.web]\nnode = \"server\"\ncount = 2\n[balancer.edge]\nto = \"web\"\ncheck = \"exp(mean 9 s)\"\n" +
               balancer + "[service.site]\nentry = \"edge\"\n" + service;
    };
    const auto refused = [&](const std::string& toml, const std::string& words) {
        const ChainCase of(toml);
        for (const Missing& missing : solve(of.program, SolveQuestion{}).missing) {
            if (missing.reason.find(words) != std::string::npos) return true;
        }
        return false;
    };
    const std::string load = "load = \"15 req/s\"\n";
    CHECK_FALSE(refused(text("", "", load), ""));
    CHECK(says(text("", "ttl = \"60 s\"\n", ""), "clients of balancer:edge keep its answers for fixed times"));
    CHECK(refused(text("", "slow_start = \"60 s\"\n", load), "balancer:edge gives a target that is back its share"));
    CHECK(refused(text("warm_up = \"60 s\"\n", "", load), "node:web/1 warms up by the clock"));
    // A warm-up takes nobody out of rotation, and without a load no capacity matters.
    CHECK(reasons(text("warm_up = \"60 s\"\n", "slow_start = \"60 s\"\n", load)).empty());
    CHECK_FALSE(refused(text("warm_up = \"60 s\"\n", "", ""), ""));
    CHECK(says(text("", "", load) + "[event.grow]\nat = \"9 d\"\ndo = \"resize web/1 to 20 req/s\"\n", "known time"));
}

TEST_CASE("a minimal repair of what does not age is followed", "[exact][representable]") {
    CHECK(reasons(server_with(usual + "repair = \"minimal\"")).empty());
}

TEST_CASE("each reason is given once", "[exact][representable]") {
    // Two members are served by the same crew.
    const auto found = reasons(server_with(usual + "repaired_by = \"day\"", "[crew.day]\nhours = \"Mon 09:00-17:00\""));
    CHECK(found.size() == 1);
}

TEST_CASE("only what is in the part counts against it", "[exact][representable]") {
    const ChainCase of(server_with(usual, "[event.drill]\nat = \"9 d\"\ndo = \"fail web/1 for 1 h\""));
    const Islands islands = islands_of(of.program);
    CHECK_FALSE(not_representable(of.program, islands.scopes[islands.of_host[+of.host("node:web/1")]]).empty());
    CHECK(not_representable(of.program, islands.scopes[islands.of_host[+of.host("node:web/2")]]).empty());
}

TEST_CASE("a solution names what it leaves out and why", "[exact][representable]") {
    const ChainCase of(server_with(usual, "[event.drill]\nat = \"9 d\"\ndo = \"fail web/1 for 1 h\""));
    const Solution solution = solve(of.program, {});
    REQUIRE(!solution.subjects.empty());
    CHECK_FALSE(solution.subjects.front().long_run);
    REQUIRE(!solution.missing.empty());
    CHECK(solution.missing.front().figure.find("service:site") != std::string::npos);
    CHECK(solution.missing.front().reason.find("at a known time") != std::string::npos);
    CHECK_FALSE(solution.missing.front().hint.empty());
}

TEST_CASE("what follows the load is left to simulation, unless the load can never move it", "[exact][representable]") {
    const auto pool = [](const std::string& load, const std::string& group, const std::string& check = "") {
        return "format = 1\n[node.vm]\nmttf = \"100 h\"\nmttr = \"20 h\"\ncapacity = \"100 req/s\"\nboot = "
               "\"exp(mean 1 h)\"\n[group.web]\nnode = \"vm\"\n" +
               group + "\n[balancer.edge]\nto = [\"web\"]\ncheck = {" + check +
               "}\n[service.site]\nentry = \"edge\"\nload = \"" + load +
               " req/s\"\nup_when = \"served >= 99% of offered\"\n";
    };
    const std::string scales = "count = 2\nscale = { max = 4, target = \"50%\" }";
    CHECK(says(pool("250", scales), "group web scales with the load"));
    CHECK(says(pool("250", scales, "false_positive_full = \"1%\""),
               "balancer:edge takes out healthy targets by their load"));
    // Two are wanted, whatever happens: a cold standby, to the last digit.
    const std::string instant = "takes = \"instant\"";
    REQUIRE(reasons(pool("110", scales, instant)).empty());
    const ChainCase scaled(pool("110", scales, instant));
    const ChainCase standby(pool("110", "count = 4\nactive = 2\nstandby = \"cold\"", instant));
    const auto down = [](const ChainCase& of) { return service_in_long_run(of, *solved(of)).unavailability; };
    CHECK(down(scaled) > 0.0);
    CHECK(down(scaled) == down(standby));
}

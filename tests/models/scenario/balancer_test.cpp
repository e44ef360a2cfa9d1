// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/explain.hpp"
#include "models/scenario/save.hpp"
#include "tests/catch.hpp"
#include "tests/models/scenario/full_scenario.hpp"
#include "tests/models/scenario/table_helper.hpp"

using namespace nines;
using namespace nines::scenario;

namespace {

Balancer balancer_of(std::string_view keys, std::vector<std::string> overrides = {}) {
    return sound_table("balancer.a", keys, std::move(overrides)).balancers.at(0);
}

}  // namespace

TEST_CASE("every key of a balancer binds", "[balancer]") {
    const Loaded loaded = load_text(full_scenario);
    REQUIRE(codes_of(loaded.diagnostics).empty());
    const Balancer& balancer = loaded.scenario.balancers.at(0);
    CHECK(balancer.id == "edge");
    CHECK(*balancer.description == "entrance");
    REQUIRE(balancer.to->size() == 3);
    CHECK(balancer.to->at(0).pattern == "web");
    CHECK(balancer.to->at(1).kind == RefKind::balancer);
    CHECK(balancer.to->at(2).kind == RefKind::service);
    CHECK(*balancer.on == "web");
    CHECK(*balancer.mode == BalancerMode::weighted);
    CHECK(*balancer.weights == std::vector<double>{3, 1, 0.5});
    CHECK(balancer.slow_start->in_seconds() == 30);
    CHECK(balancer.ttl->in_seconds() == 60);
    CHECK(*balancer.stale == 0.05);
    CHECK(balancer.stale_time->in_seconds() == 900);
    CHECK(*balancer.failover->detect->kind == CheckKind::lease);
    CHECK(seconds(balancer.failover->redirect->takes) == 0.5);
    CHECK(*balancer.retry->tries == 2);
    CHECK(*balancer.retry->redispatch == Redispatch::always);
    CHECK(*balancer.retry->timeouts);
    CHECK(*balancer.retry->budget == 0.2);
    CHECK(*balancer.overload->panic == 0.5);
    CHECK(*balancer.overload->fail_open);
    CHECK(*balancer.overload->max_ejected == 0.1);
    CHECK_FALSE(*balancer.overload->shed);
    CHECK(*balancer.overload->goodput == 0.6);
}

TEST_CASE("the check of a balancer has the keys of any check", "[balancer]") {
    const Detection check = *load_text(full_scenario).scenario.balancers.at(0).check;
    CHECK(seconds(check.takes) == 5);
    CHECK(*check.kind == CheckKind::fixed_rate);
    CHECK(check.inter->in_seconds() == 1);
    CHECK(check.timeout->in_seconds() == 0.5);
    CHECK(*check.rise == 3);
    CHECK_FALSE(check.fall);
}

TEST_CASE("tables of a balancer may be written as one bare value", "[balancer]") {
    const Balancer balancer =
        balancer_of("to = \"web\"\nweights = 2\nretry = 1\ncheck = \"uniform(4 s, 6 s)\"\nfailover = \"vrrp\"");
    CHECK(balancer.to->size() == 1);
    CHECK(*balancer.weights == std::vector<double>{2});
    CHECK(*balancer.retry->tries == 1);
    CHECK(seconds(balancer.check->takes) == 5);
    CHECK(*balancer.failover->preset == "vrrp");
    CHECK(balancer.failover->detect->kind.origin.source == Source::preset);
    CHECK(seconds(balancer_of("check = \"instant\"").check->takes) == 0);
}

TEST_CASE("every word of a balancer's closed sets is known", "[balancer]") {
    const std::vector<std::pair<std::string, BalancerMode>> modes{
        {"spread", BalancerMode::spread}, {"weighted", BalancerMode::weighted}, {"priority", BalancerMode::priority}};
    for (const auto& [word, mode] : modes) CHECK(*balancer_of(fmt::format("mode = \"{}\"", word)).mode == mode);
    const std::vector<std::pair<std::string, Redispatch>> ways{
        {"never", Redispatch::never}, {"last", Redispatch::last}, {"always", Redispatch::always}};
    for (const auto& [word, way] : ways) {
        CHECK(*balancer_of(fmt::format("retry = {{ redispatch = \"{}\" }}", word)).retry->redispatch == way);
    }
}

TEST_CASE("nothing is filled into a balancer of which nobody said anything", "[balancer]") {
    const Balancer balancer = balancer_of("to = \"web\"\nretry = {}\noverload = {}");
    CHECK_FALSE(balancer.on);
    CHECK_FALSE(balancer.mode);
    CHECK_FALSE(balancer.check);
    CHECK_FALSE(balancer.failover);
    CHECK_FALSE(balancer.retry->tries);
    CHECK_FALSE(balancer.overload->shed);
}

TEST_CASE("wrong values of a balancer are told with their code, place and remedy", "[balancer]") {
    struct Case {
        std::string_view keys, code;
        unsigned column;
        std::string_view hint;
    };
    const auto wrong = GENERATE(values<Case>({
        {"too = \"web\"", "E051", 1, "did you mean \"to\"?"},
        {"to = 7", "E021", 6, ""},
        {"to = [\"web\", \"e*u\"]", "E033", 16, ""},
        {"to = \"backup:x\"", "E090", 7, ""},
        {"on = [\"a\"]", "E052", 6, "for example on = \"lb\""},
        {"mode = \"round-robin\"", "E053", 8, "one of spread, weighted, priority"},
        {"weights = \"3:1\"", "E052", 11, "for example weights = [3, 1]"},
        {"weights = [3, -1]", "E024", 11, "for example weights = [3, 1]"},
        {"weights = [3, \"1\"]", "E052", 15, "for example weights = [3, 1]"},
        {"check = \"haproxy\"", "E026", 10, "a preset is written as check = { preset = \"haproxy\" }"},
        {"check = \"hapr oxy\"", "E026", 10, ""},
        {"check = 3", "E021", 9, ""},
        {"check = [\"2 s\"]", "E052", 9, ""},
        {"check = { fal = 2 }", "E051", 11, "did you mean \"fall\"?"},
        {"check = { fall = 0 }", "E024", 18, "for example fall = 3"},
        {"failover = \"vrpp\"", "E054", 13, "did you mean \"vrrp\"?"},
        {"retry = -1", "E024", 9, "for example tries = 3"},
        {"retry = \"3\"", "E052", 9, "for example tries = 3"},
        {"retry = { redispatch = \"first\" }", "E053", 24, "one of never, last, always"},
        {"retry = { budget = \"120%\" }", "E024", 21, ""},
        {"retry = { timeouts = 1 }", "E052", 22, "for example timeouts = true"},
        {"overload = \"50%\"", "E052", 12, "for example overload = { panic = \"50%\", max_ejected = \"10%\" }"},
        {"overload = { panic = 50 }", "E024", 22, "did you mean \"50%\"?"},
        {"overload = { max_ejection = \"10%\" }", "E051", 14, "did you mean \"max_ejected\"?"},
        {"overload = { goodput = \"110%\" }", "E024", 25, ""},
        {"slow_start = 30", "E021", 14, "for example slow_start = \"30 s\""},
        {"ttl = \"60\"", "E021", 10, ""},
        {"stale = \"5\"", "E024", 10, "did you mean \"5%\"?"},
        {"stale_time = \"0 s\"", "E024", 14, "for example stale_time = \"15 min\""},
    }));
    const Diagnostic found = mistake_in("balancer.a", wrong.keys);
    CAPTURE(wrong.keys, found.message, found.hint);
    CHECK(found.code == wrong.code);
    CHECK(found.place.line == 3);
    CHECK(found.place.column == wrong.column);
    if (!wrong.hint.empty()) CHECK(found.hint == wrong.hint);
}

TEST_CASE("needs, causes and events name balancers", "[balancer]") {
    const Loaded loaded = load_text(
        "[service.s]\nneeds = [\"edge\", \"balancer:edge\", \"any of balancer edge, other\"]\n"
        "[cause.c]\nhits = [\"balancer:edge\", \"edge\"]\nrate = \"1 per y\"\n"
        "[event.e]\nat = \"1 d\"\ndo = \"fail balancer edge for 1 h\"\n");
    REQUIRE(codes_of(loaded.diagnostics).empty());
    const auto& needs = *loaded.scenario.services.at(0).needs;
    CHECK(needs.at(0).operands.at(0).kind == RefKind::any);
    CHECK(needs.at(1).operands.at(0).kind == RefKind::balancer);
    CHECK(needs.at(2).operands.at(0).kind == RefKind::balancer);
    CHECK(loaded.scenario.causes.at(0).hits->at(0).kind == RefKind::balancer);
    CHECK(loaded.scenario.events.at(0).action->target.pattern == "edge");
    const std::string saved = to_toml(loaded.scenario);
    CHECK(saved.find("do = \"fail balancer:edge for 1 h\"") != std::string::npos);
}

TEST_CASE("a balancer may be like another one and have defaults", "[balancer]") {
    const Loaded loaded = load_text(
        "[defaults.balancer]\nretry = 1\nttl = \"30 s\"\n"
        "[balancer.a]\nto = \"web\"\ncheck = { inter = \"1 s\", fall = 2 }\n"
        "[balancer.b]\nlike = \"a\"\nto = \"app\"\ncheck = { fall = 5 }\nretry = { redispatch = \"never\" }\n");
    REQUIRE(codes_of(loaded.diagnostics).empty());
    const Balancer& b = named(loaded.scenario.balancers, "b");
    CHECK(b.to->at(0).pattern == "app");
    CHECK(b.check->inter->in_seconds() == 1);
    CHECK(b.check->inter.origin.source == Source::like);
    CHECK(*b.check->fall == 5);
    CHECK(*b.retry->tries == 1);  // "1" of the defaults is short for a table.
    CHECK(*b.retry->redispatch == Redispatch::never);
    CHECK(b.ttl->in_seconds() == 30);
}

TEST_CASE("the command line changes one key of a balancer", "[balancer]") {
    const Balancer balancer =
        balancer_of("check = \"2 s\"\nretry = 1\nweights = [1, 2]",
                    {"balancer.a.check.fall=7", "balancer.a.retry.budget=10%", "balancer.a.weights=[5, 1]",
                     "balancer.a.overload.panic=30%", "balancer.a.failover=vrrp"});
    CHECK_FALSE(balancer.check->takes);  // How it checks silences a time that was given directly.
    CHECK(*balancer.check->fall == 7);
    CHECK(*balancer.retry->tries == 1);
    CHECK(*balancer.retry->budget == 0.1);
    CHECK(*balancer.weights == std::vector<double>{5, 1});
    CHECK(*balancer.overload->panic == 0.3);
    CHECK(*balancer.failover->preset == "vrrp");
}

TEST_CASE("explain shows what a balancer's check comes to", "[balancer][explain]") {
    const std::string text = explain(
        load_text("[balancer.a]\nto = \"web\"\ncheck = { inter = \"1 s\", timeout = \"500 ms\", fall = 2, rise = 2 }\n"
                  "retry = 1\n[balancer.b]\n")
            .scenario);
    const auto has = [&](std::string_view part) { return text.find(part) != std::string::npos; };
    CHECK(has("balancer a"));
    CHECK(has("check.timeout = \"500 ms\""));
    // A probe with interval I = 1 s and f = 2: crash phi I + I, silent phi I + f T + I; back after phi I + I.
    CHECK(has("a crash is noticed after uniform(1 s, 2 s): mean 1.5 s"));
    CHECK(has("a silent failure is noticed after uniform(2 s, 3 s): mean 2.5 s"));
    CHECK(has("back in service after uniform(1 s, 2 s): mean 1.5 s"));
    CHECK(has("retry.tries = 1"));
    CHECK(has("retry.redispatch: last"));
    CHECK(has("failover: preset vrrp"));
    CHECK(has("check: preset haproxy"));
}

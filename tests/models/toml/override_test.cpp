// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "models/scenario/codes.hpp"
#include "models/toml/read.hpp"
#include "tests/catch.hpp"

namespace nines::scenario {
namespace {

constexpr std::string_view base =
    "format = 1\n"
    "[node.web]\n"
    "mtbf = \"90 d\"\n"
    "[[node.web.failure]]\n"
    "name = \"hang\"\n"
    "mtbf = \"1 y\"\n"
    "[node.vm]\n"
    "preset = \"cloud-vm\"\n"
    "[group.web]\n"
    "node = \"web\"\n"
    "count = 3\n"
    "standby = { mode = \"warm\" }\n"
    "[domain.eu]\n"
    "split = \"2 az\"\n";

ReadResult overridden(const std::string& text) {
    ReadOptions options;
    options.overrides = {text};
    options.rules.alternatives = {{"mtbf", "ttf"}};
    return read_text("test.toml", base, options);
}

Table good(const std::string& text) {
    const ReadResult result = overridden(text);
    for (const Diagnostic& diagnostic : result.diagnostics) UNSCOPED_INFO(diagnostic.message);
    REQUIRE(result.diagnostics.empty());
    return result.document.root;
}

Diagnostic only_error(const std::string& text) {
    const ReadResult result = overridden(text);
    INFO(text);
    REQUIRE(result.diagnostics.size() == 1);
    return result.diagnostics[0];
}

const Table& thing(const Table& root, std::string_view kind, std::string_view id) {
    return *find(*find(root, kind)->table(), id)->table();
}

}  // namespace

TEST_CASE("an override changes a key and says that it comes from the command line", "[override]") {
    const Table root = good("node.web.mtbf=30 d");
    const Value& mtbf = *find(thing(root, "node", "web"), "mtbf");
    CHECK(*mtbf.string() == "30 d");
    CHECK(mtbf.origin.source == Source::command_line);
    CHECK(mtbf.origin.place.file == 1);
    CHECK(mtbf.origin.place.line == 0);
}

TEST_CASE("an override's value is a literal if it looks like one, else text", "[override]") {
    CHECK(*find(thing(good("group.web.count=5"), "group", "web"), "count")->get_if<std::int64_t>() == 5);
    CHECK(*find(thing(good("group.web.x = 0.5"), "group", "web"), "x")->get_if<double>() == 0.5);
    CHECK(*find(thing(good("group.web.x=true"), "group", "web"), "x")->get_if<bool>());
    CHECK(*find(thing(good("group.web.x=\"5\""), "group", "web"), "x")->string() == "5");
    CHECK(find(thing(good("group.web.x=[\"a\", \"b\"]"), "group", "web"), "x")->array()->items.size() == 2);
    CHECK(find(thing(good("group.web.x={ a = 1 }"), "group", "web"), "x")->table() != nullptr);
    CHECK(*find(thing(good("group.web.x=2026-01-05"), "group", "web"), "x")->string() == "2026-01-05");
    CHECK(*find(thing(good("group.web.x="), "group", "web"), "x")->string() == "");
    CHECK(*find(thing(good("group.web.x=a=b"), "group", "web"), "x")->string() == "a=b");
    CHECK(*find(thing(good("group.web.x=1\ny = 2"), "group", "web"), "x")->string() == "1\ny = 2");
}

TEST_CASE("an override reaches into tables and makes those that are missing", "[override]") {
    const Table standby = good("group.web.standby.factor=0.5");
    CHECK(*find(*find(thing(standby, "group", "web"), "standby")->table(), "mode")->string() == "warm");
    CHECK(*find(*find(thing(standby, "group", "web"), "standby")->table(), "factor")->get_if<double>() == 0.5);
    CHECK(find(*find(thing(good("group.web.spares.stock=2"), "group", "web"), "spares")->table(), "stock") != nullptr);
    CHECK(*find(*find(good("scenario.trials=100"), "scenario")->table(), "trials")->get_if<std::int64_t>() == 100);
    CHECK(find(thing(good("defaults.node.mttr=1 h"), "defaults", "node"), "mttr") != nullptr);
}

TEST_CASE("a failure mode is reached by its name", "[override]") {
    const Table web = good("node.web.failure.hang.mtbf=5 d");
    const auto& modes = find(thing(web, "node", "web"), "failure")->array()->items;
    REQUIRE(modes.size() == 1);
    CHECK(*find(*modes[0].table(), "mtbf")->string() == "5 d");
    CHECK(only_error("node.web.failure.hnag.mtbf=5 d").code == codes::override_unknown.id);

    // A mode that the preset brings is not in the document yet.
    const Table vm = good("node.vm.failure.crash.mtbf=5 d");
    const auto& own = find(thing(vm, "node", "vm"), "failure")->array()->items;
    REQUIRE(own.size() == 1);
    CHECK(*find(*own[0].table(), "name")->string() == "crash");
}

TEST_CASE("an override that says a thing in another way silences the file's way", "[override]") {
    const Table root = good("node.web.ttf=weibull(shape 2, mean 30 d)");
    CHECK(find(thing(root, "node", "web"), "mtbf") == nullptr);
}

TEST_CASE("an override of an unknown thing brings the nearest name", "[override]") {
    const Diagnostic error = only_error("node.wbe.mtbf=30 d");
    CHECK(error.code == codes::override_unknown.id);
    CHECK(error.hint == "did you mean \"web\"?");
    CHECK(format_diagnostic(error, overridden("node.wbe.mtbf=30 d").document.files)
              .find("-D node.wbe.mtbf=30 d: error E013") == 0);
    CHECK(only_error("noed.web.mtbf=30 d").hint == "did you mean \"node\"?");
    CHECK(only_error("node.web.mtbf.x=1").code == codes::override_unknown.id);
}

TEST_CASE("an override of one member, of many parts or of parts of nothing says what can be done instead",
          "[override]") {
    CHECK(only_error("node.web/1.mtbf=1 d").message ==
          "the members of group \"web\" are alike, so one alone has no keys");
    CHECK(only_error("group.web/1.count=1").hint ==
          "override the node that they are made of, or give this member a group of its own");
    CHECK(only_error("domain.eu/*.rate=1 per y").hint ==
          "all parts that a split \"3 az\" makes: -D \"domain.eu.az.rate=..\"");
    CHECK(only_error("domain.ue/az1.rate=1 per y").hint == "did you mean \"eu\"?");
}

TEST_CASE("an override may write an id in quotes, as a file has to", "[override]") {
    const Table root = good("domain.\"eu/az1\".rate=1 per y");
    CHECK(*find(thing(root, "domain", "eu/az1"), "rate")->string() == "1 per y");
}

TEST_CASE("an override without path or value is refused", "[override]") {
    for (const std::string text :
         {"", "node.web.mtbf", "=5", "count=5", "node.web=5", "node..mtbf=5", "scenario=1", ".=."}) {
        CHECK(only_error(text).code == codes::override_invalid.id);
    }
    CHECK(only_error("node.web." + std::string(100'000, 'x') + "=1").code == codes::override_invalid.id);
    CHECK(only_error("node.web" + std::string(5000, '.') + "=1").code == codes::override_invalid.id);
}

TEST_CASE("overrides change the fingerprint", "[override]") {
    CHECK(sha256_of_set(overridden("group.web.count=5").document.files) !=
          sha256_of_set(overridden("group.web.count=6").document.files));
}

TEST_CASE("a bare value that is short for a table becomes one when a key within is overridden", "[override]") {
    ReadOptions options;
    options.overrides = {"store.a.failover.detect.timeout=15 s"};
    MergeRules detect{.shorthand = "takes", .key = "detect"};
    MergeRules failover{.shorthand = "preset", .has_preset = true, .key = "failover", .inner = {detect}};
    options.rules.inner = {failover};
    const ReadResult result = read_text("t.toml", "format = 1\n[store.a]\nfailover = \"x\"\n", options);
    REQUIRE(result.diagnostics.empty());
    const Table& table = *find(thing(result.document.root, "store", "a"), "failover")->table();
    CHECK(*find(table, "preset")->string() == "x");
    CHECK(find(table, "preset")->origin.source == Source::file);
    CHECK(*find(*find(table, "detect")->table(), "timeout")->string() == "15 s");
}

TEST_CASE("a bare value that is short for nothing has no keys", "[override]") {
    ReadOptions options;
    options.overrides = {"store.a.on.x=1"};
    options.rules.inner = {MergeRules{.shorthand = "preset", .key = "failover"}};
    const ReadResult result = read_text("t.toml", "format = 1\n[store.a]\non = \"x\"\n", options);
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics[0].code == codes::override_unknown.id);
}

}  // namespace nines::scenario

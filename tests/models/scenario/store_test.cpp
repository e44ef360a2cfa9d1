// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/save.hpp"
#include "tests/catch.hpp"
#include "tests/models/scenario/full_scenario.hpp"
#include "tests/models/scenario/table_helper.hpp"

using namespace nines;
using namespace nines::scenario;

namespace {

Store store_of(std::string_view keys) {
    return sound_table("store.a", keys).stores.at(0);
}

}  // namespace

TEST_CASE("every key of a store binds", "[store]") {
    const Loaded loaded = load_text(full_scenario);
    REQUIRE(codes_of(loaded.diagnostics).empty());
    const Store& store = loaded.scenario.stores.at(0);
    CHECK(store.id == "orders");
    CHECK(*store.on == "web");
    CHECK(store.size->bytes == 500e9);
    CHECK(store.writes->bytes_per_second == 2e6);
    CHECK(*store.replication->mode == ReplicationMode::sync);
    CHECK(*store.replication->acks == 1);
    CHECK(*store.replication->without_replica == WithoutReplica::block);
    CHECK(seconds(store.replication->stall) == 10);
    CHECK(sim::quantile(*store.replication->lag, 0.99).in_seconds() == Approx(10));
    CHECK(seconds(store.resync->rewind) == 60);
    CHECK(seconds(store.resync->refill) == 1800);
    CHECK(store.resync->rate->bytes_per_second == 200e6);
    REQUIRE(store.followers.size() == 1);
    CHECK(*store.followers[0].mode == ReplicationMode::semi_sync);
    CHECK(seconds(store.followers[0].lag) == 1);
    CHECK(*store.followers[0].promote == PromoteBy::never);
}

TEST_CASE("every key of a failover binds", "[store]") {
    const Failover failover = *load_text(full_scenario).scenario.stores.at(0).failover;
    CHECK(*failover.mode == FailoverMode::manual);
    CHECK(*failover.by == "ops");
    CHECK(seconds(failover.restart_first) == 300);
    CHECK(seconds(failover.decide->takes) == 3);
    CHECK(*failover.fence->works == Approx(0.99));
    CHECK(seconds(failover.promote->takes) == 2);
    CHECK(seconds(failover.redirect->takes) == 4.5);
    CHECK(seconds(failover.warm->takes) == 30);
    CHECK(*failover.by_hand->works == Approx(0.95));
    CHECK(*failover.self_demotes);
    CHECK(failover.lag_limit->bytes->bytes == 16777216);
    CHECK_FALSE(failover.lag_limit->time);
    CHECK(failover.needs->size() == 2);
    CHECK(failover.witness->at(0).pattern == "world");
    CHECK(seconds(failover.cold_start) == 120);
    CHECK(failover.hold->in_hours() == 1);
    CHECK(failover.false_alarms->per_second == Approx(0.5 / 31536000));
    CHECK(*failover.repair == RepairTime::after_failover);
    CHECK(*failover.split_share == 0.5);
}

TEST_CASE("every key of a check binds", "[store]") {
    const Detection detect = *load_text(full_scenario).scenario.stores.at(0).failover->detect;
    CHECK(seconds(detect.takes) == 25);
    CHECK(seconds(detect.takes_silent) == 60);
    CHECK(*detect.kind == CheckKind::lease);
    CHECK(detect.inter->in_seconds() == 10);
    CHECK(detect.fastinter->in_seconds() == 1);
    CHECK(detect.downinter->in_seconds() == 20);
    CHECK(detect.timeout->in_seconds() == 30);
    CHECK(*detect.fall == 2);
    CHECK(*detect.rise == 1);
    CHECK(*detect.jitter == Approx(0.1));
    CHECK(detect.traffic->per_second == 20);
    CHECK(*detect.false_positive == Approx(0.001));
}

TEST_CASE("objectives of recovery are one time or one per class", "[store]") {
    const Objective objective = load_text(full_scenario).scenario.services.at(0).objective;
    CHECK(objective.rto->all->in_seconds() == 300);
    CHECK_FALSE(objective.rto->zone);
    const ClassTimes& rpo = *objective.rpo;
    CHECK(rpo.all->in_seconds() == 60);
    CHECK(rpo.node->in_seconds() == 0);
    CHECK(rpo.rack->in_seconds() == 1);
    CHECK(rpo.zone->in_seconds() == 2);
    CHECK(rpo.region->in_seconds() == 300);
    CHECK(rpo.partition->in_seconds() == 3);
    CHECK(rpo.false_alarm->in_seconds() == 4);
    CHECK(rpo.corruption->in_hours() == 1);
    CHECK(rpo.ransomware->in_hours() == 24);
}

TEST_CASE("tables of a store may be written as one bare value", "[store]") {
    const Store store = store_of(
        "on = \"pg\"\nreplication = \"quorum\"\nresync = \"100 MB/s\"\n"
        "failover = { detect = \"uniform(20 s, 30 s)\", promote = \"10 s\" }\n"
        "follower = { on = \"pg-us\", promote = \"failover\" }");
    CHECK(*store.replication->mode == ReplicationMode::quorum);
    CHECK(store.resync->rate->bytes_per_second == 100e6);
    CHECK(seconds(store.failover->detect->takes) == 25);
    CHECK(seconds(store.failover->promote->takes) == 10);
    CHECK(*store.followers.at(0).promote == PromoteBy::failover);
}

TEST_CASE("every word of a store's closed sets is known", "[store]") {
    const std::vector<std::pair<std::string, ReplicationMode>> modes{{"async", ReplicationMode::async},
                                                                     {"semi-sync", ReplicationMode::semi_sync},
                                                                     {"sync", ReplicationMode::sync},
                                                                     {"quorum", ReplicationMode::quorum},
                                                                     {"shared", ReplicationMode::shared}};
    for (const auto& [word, mode] : modes) {
        CHECK(*store_of(fmt::format("replication = \"{}\"", word)).replication->mode == mode);
    }
    const std::vector<std::pair<std::string, CheckKind>> kinds{{"probe", CheckKind::probe},
                                                               {"fixed-rate", CheckKind::fixed_rate},
                                                               {"lease", CheckKind::lease},
                                                               {"passive", CheckKind::passive}};
    for (const auto& [word, kind] : kinds) {
        const Store store = store_of(fmt::format("failover = {{ detect = {{ kind = \"{}\" }} }}", word));
        CHECK(*store.failover->detect->kind == kind);
    }
    CHECK(*store_of("replication = { without_replica = \"continue\" }").replication->without_replica ==
          WithoutReplica::continue_);
    CHECK(*store_of("failover = { mode = \"automatic\" }").failover->mode == FailoverMode::automatic);
    CHECK(*store_of("failover = { repair = \"at-once\" }").failover->repair == RepairTime::at_once);
    CHECK(*store_of("follower = { promote = \"plan\" }").followers.at(0).promote == PromoteBy::plan);
}

TEST_CASE("nothing is filled in where nobody said anything", "[store]") {
    const Store store = store_of("on = \"pg\"\nfailover = {}\nreplication = {}");
    CHECK_FALSE(store.size);
    CHECK_FALSE(store.resync);
    CHECK_FALSE(store.replication->mode);
    CHECK_FALSE(store.failover->detect);
    CHECK_FALSE(store.failover->mode);
    CHECK(store.followers.empty());
}

TEST_CASE("instant stands wherever a distribution may, and is written back as 0 s", "[store]") {
    const Loaded loaded = load_text(
        "[store.a]\nreplication = { lag = \"instant\" }\n"
        "failover = { detect = \"instant\", warm = \"mix(90%: instant, 10%: 1 min)\" }\n"
        "[node.b]\nmtbf = \"1 d\"\nttr = \"instant\"\n");
    REQUIRE(codes_of(loaded.diagnostics).empty());
    CHECK(seconds(loaded.scenario.stores[0].failover->detect->takes) == 0);
    CHECK(seconds(loaded.scenario.stores[0].failover->warm->takes) == Approx(6));
    const std::string saved = to_toml(loaded.scenario);
    CHECK(saved.find("detect = { takes = \"0 s\" }") != std::string::npos);
    CHECK(to_toml(load_text(saved.substr(std::string("format = 1\n").size())).scenario) == saved);
}

TEST_CASE("a limit of lag is a time or an amount", "[store]") {
    CHECK(store_of("failover = { lag_limit = \"10 s\" }").failover->lag_limit->time->in_seconds() == 10);
    CHECK(store_of("failover = { lag_limit = \"1 MiB\" }").failover->lag_limit->bytes->bytes == 1048576);
    CHECK(mistake_in("store.a", "failover = { lag_limit = \"10\" }").code == "E021");
    CHECK(mistake_in("store.a", "failover = { lag_limit = 10 }").code == "E021");
    CHECK(mistake_in("store.a", "failover = { lag_limit = \"10 mb\" }").hint == "did you mean \"MB\"?");
    CHECK(mistake_in("store.a", "failover = { lag_limit = \"10 m\" }").hint == "did you mean \"min\" or \"mo\"?");
}

TEST_CASE("wrong values of a store are told with their code, place and remedy", "[store]") {
    struct Case {
        std::string_view keys, code;
        unsigned column;
        std::string_view hint;
    };
    const auto wrong = GENERATE(values<Case>({
        {"size = \"500 Gb\"", "E022", 13, "did you mean \"GB\"?"},
        {"size = 500", "E021", 8, "for example size = \"500 GB\""},
        {"writes = \"2 MB\"", "E021", 15, "for example \"2 MB/s\""},
        {"writes = \"16 Mbit/s\"", "E022", 14, "sizes are in bytes: 100 Mbit is 12.5 MB"},
        {"replication = \"syn\"", "E053", 15, "one of async, semi-sync, sync, quorum, shared, none"},
        {"replication = { acks = 0 }", "E024", 24, "for example acks = 1"},
        {"replication = { ack = 1 }", "E051", 17, "did you mean \"acks\"?"},
        {"replication = { without_replica = \"stop\" }", "E053", 35, "one of continue, block"},
        {"failover = { mode = \"auto\" }", "E053", 21, "one of automatic, manual"},
        {"failover = { promote = { works = \"110%\" } }", "E024", 35, ""},
        {"failover = { promote = { work = \"90%\" } }", "E051", 26, "did you mean \"works\"?"},
        {"failover = { promote = 10 }", "E021", 24, "for example takes = \"lognormal(median 5 s, p95 20 s)\""},
        {"failover = { detect = \"immediate\" }", "E026", 24, ""},
        {"failover = { detect = { kind = \"ping\" } }", "E053", 32, "one of probe, fixed-rate, lease, passive"},
        {"failover = { detect = { fall = 0 } }", "E024", 32, "for example fall = 3"},
        {"failover = { detect = { inter = \"0 s\" } }", "E024", 33, "for example inter = \"2 s\""},
        {"failover = { repair = \"later\" }", "E053", 23, "one of at-once, after-failover"},
        {"failover = { self_demotes = \"yes\" }", "E052", 29, "for example self_demotes = true"},
        {"resync = { rate = \"0 MB/s\" }", "E024", 19, "for example rate = \"300 MB/s\""},
        {"follower = { promote = \"always\" }", "E053", 24, "one of failover, plan, never"},
        {"follower = \"pg\"", "E052", 12, ""},
    }));
    const Diagnostic found = mistake_in("store.a", wrong.keys);
    CAPTURE(wrong.keys, found.message, found.hint);
    CHECK(found.code == wrong.code);
    CHECK(found.place.line == 3);
    CHECK(found.place.column == wrong.column);
    if (!wrong.hint.empty()) CHECK(found.hint == wrong.hint);
}

TEST_CASE("the level of a domain is that of a place", "[store]") {
    CHECK(*load_text("[domain.eu]\nlevel = \"region\"\n").scenario.domains.at(0).level == FailureClass::region);
    const Loaded wrong = load_text("[domain.eu]\nlevel = \"node\"\n");
    CHECK(codes_of(wrong.diagnostics) == "E053 3:9\n");
    CHECK(wrong.diagnostics[0].hint == "one of rack, zone, region");
}

TEST_CASE("an unknown class in an objective is an error with the nearest one", "[store]") {
    const Loaded loaded = load_text("[service.s]\nobjective = { rto = { zones = \"2 min\" }, rpo = \"1 x\" }\n");
    CHECK(codes_of(loaded.diagnostics) == "E051 3:23\nE022 3:51\n");
    CHECK(loaded.diagnostics[0].hint == "did you mean \"zone\"?");
}

TEST_CASE("needs and references name stores", "[store]") {
    const Loaded loaded = load_text(
        "[service.s]\nneeds = [\"orders\", \"store:orders\", \"any of store orders, cache\", \"2 of a, b, c\"]\n");
    REQUIRE(codes_of(loaded.diagnostics).empty());
    const auto& needs = *loaded.scenario.services.at(0).needs;
    CHECK(needs.at(1).operands.at(0).kind == RefKind::store);
    CHECK(needs.at(2).operands.at(0).kind == RefKind::store);
    CHECK(needs.at(2).operands.at(0).name == "orders");
    const std::string saved = to_toml(loaded.scenario);
    CHECK(saved.find("\"store:orders\", \"1 of store:orders, cache\"") != std::string::npos);
}

TEST_CASE("a number addresses one of several followers on the command line", "[store]") {
    constexpr std::string_view body = "[[store.a.follower]]\non = \"x\"\n[[store.a.follower]]\non = \"y\"\n";
    const Loaded loaded = load_text(body, {"store.a.follower.2.lag=5 s"});
    REQUIRE(codes_of(loaded.diagnostics).empty());
    const Store& store = loaded.scenario.stores.at(0);
    CHECK_FALSE(store.followers.at(0).lag);
    CHECK(seconds(store.followers.at(1).lag) == 5);
    CHECK(codes_of(load_text(body, {"store.a.follower.3.lag=5 s"}).diagnostics) == "E013 0:0\n");
    CHECK(codes_of(load_text(body, {"store.a.follower.x.lag=5 s"}).diagnostics) == "E013 0:0\n");
}

TEST_CASE("an including file lays its tables over the included ones key by key", "[store]") {
    const MergeRules rules = document_rules();
    const auto table = [](std::string_view body) {
        return read_text("x.toml", fmt::format("format = 1\n{}", body), {}).document.root;
    };
    const Table merged = merge(table("[store.a]\nfailover = \"p\"\n[node.n]\nmtbf = \"1 d\"\n"),
                               table("[store.a]\nfailover = { hold = \"1 h\" }\n[node.n]\nttf = \"1 d\"\n"), rules);
    const Table& failover = *find(*find(*find(merged, "store")->table(), "a")->table(), "failover")->table();
    CHECK(*find(failover, "preset")->string() == "p");
    CHECK(find(failover, "hold") != nullptr);
    CHECK(find(*find(*find(merged, "node")->table(), "n")->table(), "mtbf") == nullptr);
}

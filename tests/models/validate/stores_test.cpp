// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "models/validate/names.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"
#include "tests/models/validate/codes.hpp"

using namespace nines;
using scenario::RefKind;
using validate::TargetKind;

namespace {

constexpr std::string_view machines = R"toml(format = 1
[domain.eu]
split = "3 az"
[node.db]
mtbf = "90 d"
mttr = "2 h"
[group.db]
node = "db"
count = 3
spread = "eu/*"
[group.far]
node = "db"
count = 2
[group.etcd]
node = "db"
count = 3
[service.shop]
needs = ["2 of etcd", "far", "orders"]
[store.orders]
on = "db"
)toml";

/// Codes of all diagnostics after the keys of the store and whatever follows them, in order.
std::string codes_after(std::string_view more) {
    return validate_test::codes_of(fmt::format("{}{}", machines, more));
}

constexpr std::string_view cut_off = "[domain.eu.az]\nrate = \"1 per y\"\nmttr = \"1 h\"\neffect = \"partition\"\n";

std::string with_partitions(std::string_view store) {
    return codes_after(fmt::format("{}\n{}", store, cut_off));
}

}  // namespace

TEST_CASE("a store stands between services and nodes when a bare name is looked up", "[names]") {
    const auto opened = validate::open_text("names.toml", fmt::format("{}[node.orders]\nmtbf = \"1 y\"\n", machines));
    const validate::Names names(opened.scenario);
    CHECK(names.find(RefKind::any, "orders").target.kind == TargetKind::store);
    CHECK(names.find(RefKind::store, "orders").target.kind == TargetKind::store);
    CHECK(names.find(RefKind::node, "orders").target.kind == TargetKind::node);
    CHECK(names.find(RefKind::store, "db").outcome == validate::Outcome::unknown);
    CHECK(names.candidates(RefKind::store) == std::vector<std::string_view>{"orders"});
}

TEST_CASE("a sound store has no warnings", "[stores]") {
    CHECK(codes_after("").empty());
    CHECK(codes_after("failover = \"patroni\"\n").empty());  // Its limit in bytes needs no `writes` of its own.
    CHECK(codes_after("writes = \"1 MB/s\"\nreplication = { lag = \"1 s\" }\nfailover = { lag_limit = \"1 MiB\" }\n")
              .empty());
    CHECK(codes_after("replication = { mode = \"sync\", acks = 2 }\n").empty());
    CHECK(codes_after("replication = { mode = \"quorum\", acks = 2 }\n").empty());
    CHECK(codes_after("failover = { needs = [\"2 of etcd\"], by_hand = \"1 h\" }\n").empty());
}

TEST_CASE("all that is wrong with a store is said at once", "[stores]") {
    CHECK(codes_after("replication = { mode = \"sync\", acks = 3 }\n"
                      "failover = { mode = \"manual\", detect = { kind = \"lease\", timeout = \"1 s\" } }\n"
                      "[[store.orders.follower]]\non = \"nowhere\"\n") == "E086 E085 E100 ");
    CHECK(codes_after("replication = { mode = \"sync\", acks = 3 }\nfailover = { mode = \"manual\" }\n") ==
          "E084 E086 ");
}

TEST_CASE("followers in sync acknowledge like members", "[stores]") {
    constexpr std::string_view follower = "[[store.orders.follower]]\non = \"far\"\nmode = \"{}\"\n";
    constexpr std::string_view keys = "replication = { mode = \"sync\", acks = 4 }\n";
    CHECK(codes_after(std::string(keys) + fmt::format(fmt::runtime(follower), "sync")).empty());
    CHECK(codes_after(std::string(keys) + fmt::format(fmt::runtime(follower), "async")) == "E084 ");
}

TEST_CASE("witnesses and voting followers count in a quorum", "[stores]") {
    // 3 members and 3 witnesses: 4 of 6 are a majority, 3 are not.
    CHECK(codes_after("replication = { mode = \"quorum\", acks = 4 }\nfailover = { witness = \"etcd\" }\n").empty());
    CHECK(codes_after("replication = { mode = \"quorum\", acks = 3 }\nfailover = { witness = \"etcd\" }\n") == "W022 ");
    // 3 members and 2 followers: 5 can be asked for, 6 cannot.
    constexpr std::string_view follower = "[[store.orders.follower]]\non = \"far\"\nmode = \"quorum\"\n";
    CHECK(codes_after(fmt::format("replication = {{ mode = \"quorum\", acks = 5 }}\n{}", follower)).empty());
    CHECK(codes_after(fmt::format("replication = {{ mode = \"quorum\", acks = 6 }}\n{}", follower)) == "E084 ");
}

TEST_CASE("a lease must outlast its heartbeat, whose default is 2 s", "[stores]") {
    const auto lease = [](std::string_view timeout) {
        return codes_after(
            fmt::format("failover = {{ detect = {{ kind = \"lease\", timeout = \"{}\" }} }}\n", timeout));
    };
    CHECK(lease("2 s") == "E085 ");
    CHECK(lease("2.1 s").empty());
}

TEST_CASE("a split brain is possible only where an old primary lives on and nothing stops it", "[stores]") {
    CHECK(with_partitions("failover = { promote = \"2 s\" }") == "W028 ");
    CHECK(with_partitions("failover = { fence = \"5 s\" }").empty());
    CHECK(with_partitions("failover = { self_demotes = true }").empty());
    CHECK(with_partitions("failover = { mode = \"manual\", by_hand = \"1 h\" }").empty());
    CHECK(with_partitions("failover = { witness = \"etcd\" }").empty());  // A primary without a majority stops.
    CHECK(with_partitions("replication = \"quorum\"\nfailover = { promote = \"2 s\" }").empty());
    CHECK(with_partitions("failover = \"patroni\"").empty());
    CHECK(with_partitions("failover = \"redis-sentinel\"") == "W028 ");
    CHECK(with_partitions("").empty());  // Without a failover nobody else is promoted.
    CHECK(codes_after("failover = { promote = \"2 s\" }\n").empty());
    CHECK(codes_after("failover = { promote = \"2 s\" }\n[cause.cut]\nhits = \"db/*\"\nrate = \"1 per y\"\n"
                      "mttr = \"1 h\"\neffect = \"partition\"\n") == "W028 ");
    CHECK(codes_after("failover = { promote = \"2 s\" }\n[cause.cut]\nhits = \"etcd/*\"\nrate = \"1 per y\"\n"
                      "mttr = \"1 h\"\neffect = \"partition\"\n")
              .empty());
}

TEST_CASE("people may promote a copy that the automation may not", "[stores]") {
    const auto lone = [](std::string_view failover, std::string_view promote) {
        return codes_after(
            fmt::format("[group.one]\nnode = \"db\"\n[store.carts]\non = \"one\"\nfailover = {{ {} }}\n"
                        "[[store.carts.follower]]\non = \"far\"\npromote = \"{}\"\n"
                        "[service.cart]\nneeds = [\"carts\"]\n",
                        failover, promote));
    };
    CHECK(lone("promote = \"2 s\"", "failover").empty());
    CHECK(lone("promote = \"2 s\"", "plan") == "W023 ");
    CHECK(lone("promote = \"2 s\", by_hand = \"1 h\"", "plan").empty());
    CHECK(lone("mode = \"manual\", by_hand = \"1 h\"", "plan").empty());
    CHECK(lone("mode = \"manual\", by_hand = \"1 h\"", "never") == "W023 ");
}

TEST_CASE("objectives per class are compared with what can happen", "[stores]") {
    const auto promised = [](std::string_view objective) {
        return codes_after(
            fmt::format("{}[service.web]\nneeds = [\"shop\"]\nobjective = {{ {} }}\n", cut_off, objective));
    };
    CHECK(promised("rto = { node = \"1 min\", zone = \"5 min\", partition = \"5 min\" }").empty());
    CHECK(promised("rto = { region = \"1 h\" }") == "W025 ");
    CHECK(promised("rto = { false-alarm = \"1 min\", ransomware = \"1 d\" }") == "W025 W025 ");
    CHECK(promised("rpo = \"0 s\"").empty());  // The store is needed through the other service.
    CHECK(codes_after("failover = { self_demotes = true, false_alarms = \"1 per y\" }\n[service.web]\n"
                      "needs = [\"shop\"]\nobjective = { rto = { false-alarm = \"1 min\" } }\n")
              .empty());
    CHECK(codes_after("[cause.flood]\nhits = \"eu\"\nrate = \"1 per y\"\nmttr = \"1 d\"\n[service.web]\n"
                      "needs = [\"shop\"]\nobjective = { rto = { region = \"1 d\" } }\n")
              .empty());
}

TEST_CASE("what a store needs for its failover is of use", "[stores]") {
    CHECK(codes_after("failover = { needs = [\"any of lock\"] }\n[group.lock]\nnode = \"db\"\ncount = 2\n").empty());
    CHECK(codes_after("failover = { witness = \"lock\" }\n[group.lock]\nnode = \"db\"\n").empty());
    CHECK(codes_after("failover = { mode = \"manual\", by = \"oncall\" }\n[crew.oncall]\n").empty());
    CHECK(codes_after("[crew.oncall]\n") == "W008 ");
}

TEST_CASE("a lost copy needs a size only if it can be lost", "[stores]") {
    constexpr std::string_view disk =
        "[cause.disk]\nhits = \"db/1\"\nrate = \"1 per y\"\nmttr = \"1 h\"\neffect = \"lose-data\"\n";
    const auto losing = [&](std::string_view keys) { return codes_after(fmt::format("{}{}", keys, disk)); };
    CHECK(losing("") == "W024 ");
    CHECK(losing("size = \"500 GB\"\n").empty());
    CHECK(losing("resync = { refill = \"1 h\" }\n").empty());
    CHECK(losing("replication = \"shared\"\n").empty());
}

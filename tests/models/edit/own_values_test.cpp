// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/own_values.hpp"

#include <algorithm>

#include "models/edit/value_toml.hpp"
#include "tests/catch.hpp"

using namespace nines::edit;
using nines::scenario::Table;

namespace {

std::vector<FieldInfo> fields_of(const std::string& kind) {
    return find_kind(describe_kinds(), kind)->fields;
}

OwnValues read(const std::string& text, const ThingName& name) {
    return own_values(text, own_tables(text), name, fields_of(name.kind));
}

std::vector<std::string> items_at(const OwnValues& own, const Path& path) {
    for (const OwnValue& value : own.values) {
        if (value.path == path) return value.items;
    }
    return {"nothing"};
}

FieldInfo field(const std::string& kind, const std::vector<std::string>& path) {
    return *find_field(fields_of(kind), path);
}

}  // namespace

TEST_CASE("own values are shown as typed, right or wrong", "[edit][own_values]") {
    const auto own =
        read("format = 1\n[node.web]\nmtbf = \"90  d\"\nmttr = \"2 parsecs\"\npriority = 0x10\n", {"node", "web"});
    CHECK(own.exists);
    CHECK(own.header.line == 2);
    CHECK(items_at(own, {"mtbf"}) == std::vector<std::string>{"90  d"});
    CHECK(items_at(own, {"mttr"}) == std::vector<std::string>{"2 parsecs"});
    CHECK(items_at(own, {"priority"}) == std::vector<std::string>{"0x10"});
}

TEST_CASE("tables, dotted keys and inline tables lead to the same paths", "[edit][own_values]") {
    const std::vector<std::string> ways = {"[store.db]\nreplication = { mode = \"sync\", acks = 2 } # safe\n",
                                           "[store.db]\nreplication.mode = \"sync\"\nreplication.acks = 2\n",
                                           "[store.db.replication]\nmode = \"sync\"\nacks = 2\n"};
    for (const std::string& way : ways) {
        CAPTURE(way);
        const auto own = read("format = 1\n" + way, {"store", "db"});
        CHECK(items_at(own, {"replication", "mode"}) == std::vector<std::string>{"sync"});
        CHECK(items_at(own, {"replication", "acks"}) == std::vector<std::string>{"2"});
    }
}

TEST_CASE("a bare value that stands for a table has the path of its short hand", "[edit][own_values]") {
    const auto own = read("format = 1\n[store.db]\nreplication = \"sync\"\n", {"store", "db"});
    CHECK(items_at(own, {"replication", "mode"}) == std::vector<std::string>{"sync"});
}

TEST_CASE("elements of lists go by name, or by number where they have none", "[edit][own_values]") {
    const auto node = read("format = 1\n[[node.a.failure]]\nname = \"crash\"\nmttr = \"1 h\"\n", {"node", "a"});
    CHECK(items_at(node, {"failure", "crash", "mttr"}) == std::vector<std::string>{"1 h"});
    const auto store =
        read("format = 1\n[[store.db.follower]]\non = \"a\"\n[[store.db.follower]]\non = \"b\"\n", {"store", "db"});
    CHECK(items_at(store, {"follower", "#1", "on"}) == std::vector<std::string>{"b"});
}

TEST_CASE("columns after characters of several bytes are found", "[edit][own_values]") {
    const auto own =
        read("format = 1\n[group.a]\nmaintenance = { name = \"\xC3\xBC\xE7\xBB\xB4\", takes = 12 }\n", {"group", "a"});
    CHECK(own.values.back().items == std::vector<std::string>{"12"});
}

TEST_CASE("the experiment has no id, and what is not there does not exist", "[edit][own_values]") {
    const auto own = read("format = 1\n[scenario]\ntrials = 500\nat = [\"1 h\", \"1 d\"]\n", {"scenario", ""});
    CHECK(items_at(own, {"trials"}) == std::vector<std::string>{"500"});
    CHECK(items_at(own, {"at"}) == std::vector<std::string>{"1 h", "1 d"});
    CHECK_FALSE(read("format = 1\n", {"node", "web"}).exists);
    CHECK_FALSE(read("format = [", {"node", "web"}).exists);
}

TEST_CASE("typed text becomes a number only where the key takes one", "[edit][value_toml]") {
    CHECK(toml_of_text(field("group", {"count"}), "3") == "3");
    CHECK(toml_of_text(field("group", {"count"}), "three") == "\"three\"");
    CHECK(toml_of_text(field("group", {"count"}), "007") == "\"007\"");
    CHECK(toml_of_text(field("group", {"load_sharing"}), "1.5e0") == "1.5e0");
    CHECK(toml_of_text(field("node", {"mtbf"}), "30 d") == "\"30 d\"");
    CHECK(toml_of_text(field("node", {"mtbf"}), "30") == "\"30\"");
    CHECK(toml_of_text(field("event", {"enabled"}), "false") == "false");
}

TEST_CASE("one item of a list stands alone where that is usual", "[edit][value_toml]") {
    CHECK(toml_of_items(field("service", {"needs"}), {"2 of web", "db"}, false) == "[\"2 of web\", \"db\"]");
    CHECK(toml_of_items(field("service", {"needs"}), {"db"}, true) == "[\"db\"]");
    CHECK(toml_of_items(field("group", {"spread"}), {"eu/*"}, false) == "\"eu/*\"");
    CHECK(is_written_as_list(field("service", {"needs"})));
    CHECK_FALSE(is_written_as_list(field("group", {"spread"})));
}

TEST_CASE("an example says which keys are usual", "[edit][value_toml]") {
    const std::string example = "[group.web]\nnode = \"web\"\ncount = 3\nspread = \"eu/*\"";
    CHECK(mentions_key(example, "node"));
    CHECK(mentions_key(example, "count"));
    CHECK_FALSE(mentions_key(example, "web"));
    CHECK_FALSE(mentions_key(example, "active"));
    CHECK(mentions_key("{ mode = \"sync\", acks = 1 }", "acks"));
}

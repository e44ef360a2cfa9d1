// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/topology.hpp"

#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include <fmt/format.h>

#include "models/compile/draft.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"

using namespace nines;
using namespace nines::edit;

namespace {

scenario::Scenario read(const std::string& text) {
    return validate::open_text("test.toml", "format = 1\n" + text).scenario;
}

const Item& item_in(const Topology& topology, const ThingName& name) {
    const std::size_t index = find_item(topology, name);
    INFO(subject_of(name));
    REQUIRE(index < topology.items.size());
    return topology.items[index];
}

/// Links as "service:site needs group:web (2 of)".
std::set<std::string> texts_of(const Topology& topology) {
    std::set<std::string> texts;
    for (const Link& link : topology.links) {
        std::string text = fmt::format("{} {} {}", subject_of(topology.items[link.from].name), link.key,
                                       subject_of(topology.items[link.to].name));
        if (!link.label.empty()) text += fmt::format(" ({})", link.label);
        if (link.places) text += " places";
        texts.insert(text);
    }
    return texts;
}

using Texts = std::set<std::string>;

}  // namespace

TEST_CASE("links follow every key that names something, inside tables too") {
    const Topology topology = topology_of(read(R"(
[domain.eu]
[domain.eu-1]
in = "eu"
[node.m]
repaired_by = "ops"
tags = ["blue"]
[group.web]
node = "m"
in = ["eu-1"]
[group.etcd]
node = "m"
count = 3
tags = ["blue"]
[crew.ops]
[store.db]
on = "etcd"
writes_follow = "site"
failover = { by = "ops", needs = "2 of etcd", witness = ["web"] }
follower = [{ on = "web" }]
[balancer.lb]
to = ["web", "etcd"]
mode = "weighted"
weights = [3, 1]
[service.site]
entry = "lb"
needs = ["any of web, etcd", "web/1"]
soft = ["db"]
[cause.bug]
hits = ["tag:blue"]
[event.drill]
do = "partition domain eu from eu-1 for 1 h"
)"));
    CHECK(texts_of(topology) == Texts{
                                    "domain:eu-1 in domain:eu places",
                                    "node:m repaired_by crew:ops",
                                    "group:web node node:m",
                                    "group:web in domain:eu-1 places",
                                    "group:etcd node node:m",
                                    "store:db on group:etcd",
                                    "store:db writes_follow service:site",
                                    "store:db failover.by crew:ops",
                                    "store:db failover.needs group:etcd (2 of)",
                                    "store:db failover.witness group:web",
                                    "store:db follower.on group:web (promote plan)",
                                    "balancer:lb to group:web (75%)",
                                    "balancer:lb to group:etcd (25%)",
                                    "service:site entry balancer:lb",
                                    "service:site needs group:web (1 of)",
                                    "service:site needs group:etcd (1 of)",
                                    "service:site soft store:db",
                                    "cause:bug hits node:m",
                                    "cause:bug hits group:etcd",
                                    "event:drill do domain:eu (partition)",
                                    "event:drill do domain:eu-1 (from)",
                                });
}

TEST_CASE("a link knows where its name stands") {
    const Topology topology =
        topology_of(read("[node.m]\n[group.web]\nnode = \"m\"\n[service.s]\nneeds = \"2 of web\"\n"));
    for (const Link& link : topology.links) {
        if (link.key != "needs") continue;
        CHECK(link.place.line == 6);
        CHECK(link.place.column == 15);
    }
    CHECK(topology.links.size() == 2);
}

TEST_CASE("members take turns over the parts of a domain, and the innermost common one contains the group") {
    const Topology topology = topology_of(read(R"(
[domain.eu]
split = ["2 az", "2 rack"]
[domain.feed]
[node.m]
[group.web]
node = "m"
count = 3
spread = "eu/*"
in = ["feed"]
[group.one]
node = "m"
spread = "eu/*"
[group.racked]
node = "m"
count = 2
spread = "eu/az1/*"
)"));
    const Item& web = item_in(topology, {"group", "web"});
    CHECK(web.parent == "eu");
    CHECK(web.member_count == 3);
    REQUIRE(web.members.size() == 3);
    CHECK(web.members[2].subject == "node:web/3");
    CHECK(web.members[0].domains == std::vector<std::string>{"eu/az1", "feed"});
    CHECK(web.members[1].domains == std::vector<std::string>{"eu/az2", "feed"});
    CHECK(web.members[2].domains == std::vector<std::string>{"eu/az1", "feed"});
    CHECK(web.domains == std::vector<std::string>{"eu/az1", "feed", "eu/az2"});
    CHECK(item_in(topology, {"group", "one"}).parent == "eu/az1");
    CHECK(item_in(topology, {"group", "racked"}).parent == "eu/az1");
    CHECK(item_in(topology, {"domain", "eu/az2"}).parent == "eu");
    CHECK(!item_in(topology, {"domain", "eu/az2"}).editable);
    CHECK(item_in(topology, {"domain", "eu"}).editable);
}

TEST_CASE("members stand in the same domains as in the compiled program") {
    namespace fs = std::filesystem;
    std::size_t members = 0;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(NINES_SOURCE_DIR) / "scenarios")) {
        if (entry.path().extension() != ".toml") continue;
        INFO(entry.path().string());
        const validate::Opened opened = validate::open_file(entry.path().string());
        if (scenario::has_errors(opened.diagnostics)) continue;
        const compile::Draft draft = compile::draft_hosts(opened.scenario);
        for (const Item& item : topology_of(opened.scenario).items) {
            for (const Member& member : item.members) {
                const compile::HostDraft& host = draft.hosts.at(draft.by_name.at(member.subject));
                std::vector<std::string> domains;
                for (const std::uint32_t domain : host.domains) domains.push_back(draft.hosts[domain].name);
                std::vector<std::string> shown;
                for (const std::string& domain : member.domains) shown.push_back("domain:" + domain);
                CHECK(domains == shown);
                ++members;
            }
        }
    }
    CHECK(members > 200);
}

TEST_CASE("details are a few short facts") {
    const Topology topology = topology_of(read(R"(
[node.m]
mtbf = "90 d"
mttr = "2 h"
[group.web]
node = "m"
count = 6
active = 2
[service.site]
needs = "web"
objective = { slo = "99.95%" }
)"));
    CHECK(item_in(topology, {"node", "m"}).details == std::vector<std::string>{"mtbf 90 d", "mttr 2 h"});
    CHECK(item_in(topology, {"group", "web"}).details == std::vector<std::string>{"6 x m", "2 active"});
    CHECK(item_in(topology, {"service", "site"}).details == std::vector<std::string>{"99.95%"});
}

TEST_CASE("copies of data, backups, plans and deploys say what sets them apart") {
    const Topology topology = topology_of(read(R"(
[node.m]
mtbf = "90 d"
mttr = "2 h"
[group.a]
node = "m"
deploy = { every = "1 d", fails = "5%" }
[group.b]
like = "a"
[store.alone]
on = "a"
replication = { mode = "none" }
[store.late]
on = "a"
replication = { mode = "sync" }
[[store.late.follower]]
on = "b"
delay = "6 h"
promote = "never"
[store.planned]
on = "a"
[[store.planned.follower]]
on = "b"
mode = "async"
[backup.late]
of = "late"
full = "every 1 d at 01:00"
log = "every 60 s"
[plan.away]
when = "group a down for 10 min"
steps = ["promote b takes 2 min", "scale b to 3"]
)"));
    using Facts = std::vector<std::string>;
    CHECK(item_in(topology, {"group", "a"}).details == Facts{"1 x m", "deploy every 1 d"});
    CHECK(item_in(topology, {"store", "alone"}).details == Facts{"not replicated"});
    CHECK(item_in(topology, {"store", "late"}).details == Facts{"sync", "follower 6 h later"});
    CHECK(item_in(topology, {"store", "planned"}).details == Facts{"follower for a plan"});
    CHECK(item_in(topology, {"backup", "late"}).details == Facts{"full every 1 d", "log every 1 min"});
    CHECK(item_in(topology, {"plan", "away"}).details == Facts{"group:a down for 10 min", "2 steps"});
    std::vector<std::string> labels;
    for (const Link& link : topology.links) {
        if (link.key == "follower.on") labels.push_back(link.label);
    }
    CHECK(labels == Facts{"delay 6 h, promote never", "async, promote plan"});
}

TEST_CASE("an unsound scenario is drawn as far as it was understood") {
    const Topology topology = topology_of(read(R"(
[domain.a]
in = "b"
[domain.b]
in = "a"
[domain.c]
in = "c"
[node.m]
preset = "no-such-preset"
[group.web]
count = 900000000000
spread = ["a", "nowhere/*"]
node = "m"
[group.bad]
count = -3
node = 5
in = "b"
[service.s]
needs = ["web", "nothing", "2 of"]
[plan.tape]
)"));
    CHECK(!item_in(topology, {"node", "m"}).complete);
    const Item& web = item_in(topology, {"group", "web"});
    CHECK(web.members.size() == static_cast<std::size_t>(most_members_shown));
    CHECK(web.parent == "a");
    CHECK(texts_of(topology).contains("group:web node node:m"));
}

TEST_CASE("drawing a scenario of very many things takes little time") {
    std::string text =
        "[domain.eu]\nsplit = \"9000 rack\"\n[node.m]\nmtbf = \"1 y\"\nmttr = \"1 h\"\ntags = [\"all\"]\n";
    for (int i = 0; i < 5000; ++i) {
        text += fmt::format("[group.g{0}]\nnode = \"m\"\ncount = 20\nspread = \"eu/*\"\ntags = [\"all\"]\n", i);
    }
    for (int i = 0; i < 200; ++i) text += fmt::format("[cause.c{}]\nhits = \"tag:all\"\nrate = \"1 per y\"\n", i);
    const scenario::Scenario scenario = read(text);
    const auto begin = std::chrono::steady_clock::now();
    const Topology topology = topology_of(scenario);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    CHECK(topology.items.size() == 1 + 9000 + 1 + 5000 + 200);
    CHECK(topology.links.size() == most_links);
    CHECK(took.count() < 2.0);
}

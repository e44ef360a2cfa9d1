// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "models/edit/edit.hpp"
#include "models/edit/topology.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"
#include "tests/models/edit/texts.hpp"

using namespace nines;
using namespace nines::edit;

namespace {

std::string connected(const std::string& text, const ThingName& from, const std::string& key, const ThingName& to) {
    const Edited edited = connect(text, from, key, to);
    CHECK(edited.problem.empty());
    return edited.text;
}

std::string cut(const std::string& text, const ThingName& from, const std::string& key, const ThingName& to) {
    const Edited edited = disconnect(text, from, key, to);
    CHECK(edited.problem.empty());
    return edited.text;
}

std::string placed(const std::string& text, const ThingName& thing, const std::string& domain) {
    const Edited edited = place_in(text, thing, domain);
    CHECK(edited.problem.empty());
    return edited.text;
}

const ThingName service{"service", "s"};
const ThingName web{"group", "web"};

}  // namespace

TEST_CASE("a link makes the key, or its list longer, or replaces the one name that it holds") {
    const std::string ids = "[group.web]\n[group.b]\n[node.m]\n[crew.ops]\n";
    CHECK(connected(ids + "[service.s]\n", service, "needs", web) == ids + "[service.s]\nneeds = [\"web\"]\n");
    CHECK(connected(ids + "[service.s]\nneeds = \"2 of b\"\n", service, "needs", web) ==
          ids + "[service.s]\nneeds = [\"2 of b\", \"web\"]\n");
    CHECK(connected(ids + "[service.s]\nneeds = [\n  \"b\", # one\n]\n", service, "needs", web) ==
          ids + "[service.s]\nneeds = [\n  \"b\", # one\n  \"web\",\n]\n");
    CHECK(connected(ids + "[service.s]\nneeds = [\"2 of web\"]\n", service, "needs", web) ==
          ids + "[service.s]\nneeds = [\"2 of web\"]\n");
    CHECK(connected(ids, web, "node", {"node", "m"}) == "[group.web]\nnode = \"m\"\n[group.b]\n[node.m]\n[crew.ops]\n");
    CHECK(connected("[group.web]\nnode = \"x\"\n[node.m]\n", web, "node", {"node", "m"}) ==
          "[group.web]\nnode = \"m\"\n[node.m]\n");
    CHECK(connected("[store.d]\nfailover = \"patroni\"\n[crew.ops]\n", {"store", "d"}, "failover.by",
                    {"crew", "ops"}) == "[store.d]\nfailover = { preset = \"patroni\", by = \"ops\" }\n[crew.ops]\n");
    CHECK(connected("[store.d]\nfollower = [{ on = \"a\" }]\n[group.web]\n", {"store", "d"}, "follower.on", web) ==
          "[store.d]\nfollower = [{ on = \"a\" }, { on = \"web\" }]\n[group.web]\n");
    CHECK(connected("[event.e]\ndo = \"fail domain eu for 6 h\"\n[group.web]\n", {"event", "e"}, "do", web) ==
          "[event.e]\ndo = \"fail web for 6 h\"\n[group.web]\n");
    CHECK(connected("[balancer.l]\nto = [\"b\"]\nweights = [3]\n[group.web]\n", {"balancer", "l"}, "to", web) ==
          "[balancer.l]\nto = [\"b\", \"web\"]\nweights = [3, 1]\n[group.web]\n");
}

TEST_CASE("a new link of a thing that is like another keeps what it has from there") {
    CHECK(connected("[group.web]\n[service.a]\nneeds = [\"b\"]\n[service.s]\nlike = \"a\"\n", service, "needs", web) ==
          "[group.web]\n[service.a]\nneeds = [\"b\"]\n[service.s]\nlike = \"a\"\nneeds = [\"b\", \"web\"]\n");
}

TEST_CASE("a name that another thing would get is written with its kind") {
    CHECK(connected("[group.a]\n[service.a]\n[service.s]\n", service, "needs", {"service", "a"}) ==
          "[group.a]\n[service.a]\n[service.s]\nneeds = [\"service:a\"]\n");
    CHECK(connected("[domain.eu]\nsplit = \"2 az\"\n[service.s]\n", service, "needs", {"domain", "eu/az1"}) ==
          "[domain.eu]\nsplit = \"2 az\"\n[service.s]\nneeds = [\"eu/az1\"]\n");
}

TEST_CASE("links that cannot be are refused") {
    const std::string text = "[group.web]\n[service.s]\nneeds = [\"tag:all\"]\n[crew.ops]\n";
    CHECK(connect(text, service, "needs", {"crew", "ops"}).problem == "`needs` of a service cannot name a crew.");
    CHECK(connect(text, service, "description", web).problem == "`description` of a service names nothing.");
    CHECK(connect(text, service, "needs", service).problem == "The service \"s\" cannot name itself.");
    CHECK(connect(text, {"service", "elsewhere"}, "needs", web).problem ==
          "The service \"elsewhere\" is not written in this file.");
    CHECK(disconnect(text, service, "needs", web).problem ==
          "`needs` of the service \"s\" does not name the group \"web\" itself in this file.");
}

TEST_CASE("a link is taken out of its key alone") {
    const std::string ids = "[group.web]\n[group.b]\n";
    CHECK(cut(ids + "[service.s]\nneeds = [\"2 of web\", \"b\"]\nsoft = \"web\"\n", service, "needs", web) ==
          ids + "[service.s]\nneeds = [\"b\"]\nsoft = \"web\"\n");
    CHECK(cut(ids + "[service.s]\nneeds = [\"web\"]\n", service, "needs", web) == ids + "[service.s]\n");
    CHECK(cut("[crew.o]\n[store.d]\nfailover = { preset = \"p\", by = \"o\" }\n", {"store", "d"}, "failover.by",
              {"crew", "o"}) == "[crew.o]\n[store.d]\nfailover = { preset = \"p\" }\n");
    CHECK(cut("[domain.eu]\n[group.web]\nin = [\"eu\", \"eu/az1\"]\n", web, "in", {"domain", "eu/az1"}) ==
          "[domain.eu]\n[group.web]\nin = [\"eu\"]\n");
    CHECK(!disconnect("[domain.eu]\nsplit = \"2 az\"\n[group.web]\nspread = \"eu/*\"\n", web, "spread",
                      {"domain", "eu/az1"})
               .ok());
}

TEST_CASE("every link of every scenario can be cut and made again") {
    std::size_t links = 0;
    for (const FileText& file : some_texts()) {
        const auto opened = validate::open_text("test.toml", file.text, {.overrides = {}, .folder = file.folder});
        const Topology topology = topology_of(opened.scenario);
        for (const Link& link : topology.links) {
            const ThingName& from = topology.items[link.from].name;
            const ThingName& to = topology.items[link.to].name;
            INFO(file.path << ": " << subject_of(from) << " " << link.key << " " << subject_of(to));
            const Edited without = disconnect(file.text, from, link.key, to);
            tree_of(without.text);
            if (!without.ok()) continue;  // By a tag or pattern, or in another file.
            CHECK(without.text != file.text);
            CHECK(comments_of(without.text).size() <= comments_of(file.text).size());
            const Edited again = connect(without.text, from, link.key, to);
            const bool wrong_kind = again.problem.find("cannot name") != std::string::npos;
            if (link.key.starts_with("follower") || wrong_kind) continue;
            CHECK(again.problem.empty());
            const Topology made = topology_of(
                validate::open_text("test.toml", again.text, {.overrides = {}, .folder = file.folder}).scenario);
            bool found = false;
            for (const Link& other : made.links) {
                found = found || (made.items[other.from].name == from && made.items[other.to].name == to &&
                                  other.key == link.key);
            }
            CHECK(found);
            ++links;
        }
    }
    CHECK(links > 300);
}

TEST_CASE("a domain is put into another one, out of the one before, and into none") {
    const std::string text = "[domain.a]\n[domain.b]\nin = \"a\"\n[domain.c]\n";
    CHECK(placed(text, {"domain", "b"}, "c") == "[domain.a]\n[domain.b]\nin = \"c\"\n[domain.c]\n");
    CHECK(placed(text, {"domain", "b"}, "") == "[domain.a]\n[domain.b]\n[domain.c]\n");
    CHECK(placed(text, {"domain", "c"}, "b") == text + "in = \"b\"\n");
    CHECK(place_in(text, {"domain", "a"}, "b").problem == "\"a\" cannot be in itself.");
    CHECK(place_in(text, {"domain", "a"}, "a").problem == "\"a\" cannot be in itself.");
    CHECK(!place_in("[crew.c]\n[domain.a]\n", {"crew", "c"}, "a").ok());
    CHECK(!place_in("[domain.a]\nsplit = \"2 az\"\n[domain.b]\n", {"domain", "a/az1"}, "b").ok());
}

TEST_CASE("a group is put into a domain, its members by turns into the parts, and keeps places of another sort") {
    const std::string domains =
        "[domain.eu]\nsplit = \"3 az\"\n[domain.us]\nsplit = [\"2 az\", \"2 rack\"]\n[domain.feed]\n";
    CHECK(placed(domains + "[group.web]\ncount = 3\n", web, "eu") ==
          domains + "[group.web]\ncount = 3\nspread = \"eu/*\"\n");
    CHECK(placed(domains + "[group.web]\n", web, "eu") == domains + "[group.web]\nin = [\"eu\"]\n");
    CHECK(placed(domains + "[group.web]\ncount = 3\n", web, "eu/az1") ==
          domains + "[group.web]\ncount = 3\nin = [\"eu/az1\"]\n");
    CHECK(placed(domains + "[group.web]\ncount = 3\nspread = \"eu/*\"\nin = [\"feed\"]\n", web, "us/az1") ==
          domains + "[group.web]\ncount = 3\nspread = \"us/az1/*\"\nin = [\"feed\"]\n");
    CHECK(placed(domains + "[group.web]\ncount = 3\nspread = \"eu/*\"\n", web, "feed") ==
          domains + "[group.web]\ncount = 3\nin = [\"feed\"]\n");
    CHECK(placed(domains + "[group.web]\nspread = \"eu/*\"\nin = [\"feed\"]\n", web, "") ==
          domains + "[group.web]\nin = [\"feed\"]\n");
    CHECK(placed("[domain.a]\n[domain.b]\n[group.web]\nin = [\"a\"]\n", web, "b") ==
          "[domain.a]\n[domain.b]\n[group.web]\nin = [\"b\"]\n");
    CHECK(placed("[domain.a]\nsplit = \"2 az\"\n[domain.b]\n[group.x]\nspread = \"a/*\"\n[group.web]\nlike = \"x\"\n",
                 web, "b") ==
          "[domain.a]\nsplit = \"2 az\"\n[domain.b]\n[group.x]\nspread = \"a/*\"\n[group.web]\nlike = \"x\"\nspread = "
          "[]\n"
          "in = [\"b\"]\n");
}

TEST_CASE("a thing that was put into a domain is drawn there") {
    for (const FileText& file : some_texts()) {
        if (file.text.find("include") != std::string::npos) continue;  // What it has from there is not seen.
        const auto topology =
            topology_of(validate::open_text("t", file.text, {.overrides = {}, .folder = file.folder}).scenario);
        for (const Item& item : topology.items) {
            if (item.name.kind != "group" || !item.complete) continue;
            for (const Item& domain : topology.items) {
                if (domain.name.kind != "domain") continue;
                const Edited edited = place_in(file.text, item.name, domain.name.id);
                if (!edited.ok()) continue;
                INFO(file.path << ": " << item.name.id << " in " << domain.name.id << "\n" << edited.text);
                const auto after = topology_of(
                    validate::open_text("t", edited.text, {.overrides = {}, .folder = file.folder}).scenario);
                const std::size_t index = find_item(after, item.name);
                REQUIRE(index < after.items.size());
                CHECK(after.items[index].parent == domain.name.id);
            }
        }
    }
}

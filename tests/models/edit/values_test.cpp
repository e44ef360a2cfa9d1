// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>
#include <string>

#include <fmt/format.h>

#include "models/edit/edit.hpp"
#include "models/edit/locate.hpp"
#include "tests/catch.hpp"
#include "tests/models/edit/texts.hpp"

using namespace nines;
using namespace nines::edit;

namespace {

/// A value somewhere in a text, and the path that an edit would name.
struct Written {
    Path path;
    std::string toml;
};

void gather(const TomlLayout& layout, const Schema& schema, const Spot& spot, const Path& path, const Span& value,
            std::vector<Written>& all, bool in_list = false) {
    if (path.size() > depth_of_thing({{path[0], Step::no_element}}))
        all.push_back({path, std::string(value.of(layout.text))});
    const bool list = is_array(layout.text, value);
    if (list && (spot.field == nullptr || spot.field->shape != Shape::tables)) return;
    if (!list && !is_inline_table(layout.text, value)) return;
    int number = 0;
    for (const InlineItem& item : items_in(layout.text, value)) {
        Path inner = path;
        Spot at = spot;
        const bool lone_table = !list && spot.field != nullptr && spot.field->shape == Shape::tables && !in_list;
        if (list) inner.push_back(fmt::format("#{}", number++));
        if (lone_table) inner.push_back("#0");
        for (const KeyPart& part : item.key) {
            inner.push_back(part.name);
            at = schema.step(at, part.name);
        }
        gather(layout, schema, at, inner, item.value, all, list);
    }
}

/// Every value that stands behind an equals sign and belongs to a thing.
std::vector<Written> all_values(const std::string& text) {
    const TomlLayout layout = layout_of(text);
    const Schema schema;
    std::vector<Written> all;
    for (const Assignment& assignment : layout.assignments) {
        Path path;
        Spot spot;
        for (const Step& step : layout.path_of(assignment)) {
            path.push_back(step.key);
            spot = schema.step(spot, step.key);
            if (step.element != Step::no_element) path.push_back(fmt::format("#{}", step.element));
        }
        const bool known = spot.kind != nullptr && spot.kind->later.empty();
        if (known && path.size() > 1) gather(layout, schema, spot, path, assignment.value, all);
    }
    return all;
}

/// Things of a file and the tables within them, as paths.
std::vector<Path> all_tables(const std::string& text) {
    const TomlLayout layout = layout_of(text);
    const Schema schema;
    std::vector<Path> tables;
    for (const Section& section : layout.sections) {
        const bool known = schema.spot(section.path).level == Spot::Level::table;
        if (!known || section.path.size() < depth_of_thing(section.path)) continue;
        Path path;
        for (const Step& step : section.path) {
            path.push_back(step.key);
            if (step.element != Step::no_element) path.push_back(fmt::format("#{}", step.element));
        }
        tables.push_back(std::move(path));
    }
    return tables;
}

std::string text_of(const Path& path) {
    return fmt::format("{}", fmt::join(path, " / "));
}

using Leaves = std::vector<std::pair<std::string, std::string>>;

/// What `a` has and `b` has not.
Leaves without(const Leaves& a, const Leaves& b) {
    Leaves result;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
    return result;
}

std::string set(const std::string& text, const Path& path, const std::string& value) {
    const Edited edited = set_value(text, path, value);
    CHECK(edited.problem.empty());
    return edited.text;
}

std::string removed(const std::string& text, const Path& path) {
    const Edited edited = remove_value(text, path);
    CHECK(edited.problem.empty());
    return edited.text;
}

}  // namespace

TEST_CASE("setting a value to its own text changes nothing") {
    std::size_t values = 0;
    for (const FileText& file : all_texts()) {
        for (const Written& value : all_values(file.text)) {
            INFO(file.path << ": " << text_of(value.path));
            const Edited edited = set_value(file.text, value.path, value.toml);
            CHECK(edited.problem.empty());
            CHECK(edited.text == file.text);
            ++values;
        }
    }
    CHECK(values > 3000);
}

TEST_CASE("setting a value changes that value and nothing else") {
    for (const FileText& file : all_texts()) {
        const Leaves before = leaves_of(tree_of(file.text));
        const auto comments = comments_of(file.text);
        int number = 0;
        for (const Written& value : all_values(file.text)) {
            if (++number % 7 != 0 || value.toml.starts_with('{') || value.toml.starts_with('[')) continue;
            INFO(file.path << ": " << text_of(value.path));
            const Edited edited = set_value(file.text, value.path, "\"something else\"");
            const Leaves after = leaves_of(tree_of(edited.text));
            CHECK(without(before, after).size() == 1);
            REQUIRE(without(after, before).size() == 1);
            CHECK(without(after, before)[0].second == "\"something else\"");
            CHECK(without(after, before)[0].first == without(before, after)[0].first);
            CHECK(comments_of(edited.text) == comments);
        }
    }
}

TEST_CASE("a new key can be set and removed, and leaves no trace") {
    std::size_t keys = 0;
    for (const FileText& file : all_texts()) {
        const Leaves before = leaves_of(tree_of(file.text));
        const auto comments = comments_of(file.text);
        for (Path path : all_tables(file.text)) {
            path.push_back("fresh-key");
            INFO(file.path << ": " << text_of(path));
            const Edited edited = set_value(file.text, path, "\"new\"");
            REQUIRE(edited.problem.empty());
            INFO(edited.text);
            const Leaves added = without(leaves_of(tree_of(edited.text)), before);
            REQUIRE(added.size() == 1);
            CHECK(added[0].first.ends_with(".fresh-key"));
            CHECK(comments_of(edited.text) == comments);
            const Edited back = remove_value(edited.text, path);
            CHECK(back.problem.empty());
            CHECK(back.text == file.text);
            ++keys;
        }
    }
    CHECK(keys > 1000);
}

TEST_CASE("removing a value removes it from the tree and nothing else") {
    for (const FileText& file : all_texts()) {
        const Leaves before = leaves_of(tree_of(file.text));
        int number = 0;
        for (const Written& value : all_values(file.text)) {
            if (++number % 5 != 0) continue;
            INFO(file.path << ": " << text_of(value.path));
            const Edited edited = remove_value(file.text, value.path);
            CHECK(edited.problem.empty());
            INFO(edited.text);
            const Leaves after = leaves_of(tree_of(edited.text));
            CHECK(after.size() < before.size() + 1);  // An emptied thing is a leaf.
            Leaves added = without(after, before);
            std::erase_if(added, [](const auto& leaf) {
                return leaf.second == "{}" || leaf.first.find('[') != std::string::npos;
            });
            CHECK(added.empty());
            CHECK(!without(before, after).empty());
        }
    }
}

TEST_CASE("a key is added in the layout of its neighbours") {
    CHECK(set("[node.web]\n  mtbf = \"1 d\"  # one\n\n[node.b]\n", {"node", "web", "mttr"}, "\"1 h\"") ==
          "[node.web]\n  mtbf = \"1 d\"  # one\n  mttr = \"1 h\"\n\n[node.b]\n");
    CHECK(set("[node.web]\nmtbf     = 1\ncapacity = 2\n", {"node", "web", "mttr"}, "3") ==
          "[node.web]\nmtbf     = 1\ncapacity = 2\nmttr     = 3\n");
    CHECK(set("[node.web]\r\na = 1", {"node", "web", "b"}, "2") == "[node.web]\r\na = 1\r\nb = 2");
    CHECK(set("[node]\nweb.mtbf = 1\nx.mtbf = 2\n", {"node", "web", "mttr"}, "3") ==
          "[node]\nweb.mtbf = 1\nweb.mttr = 3\nx.mtbf = 2\n");
    CHECK(set("[node]\nweb = { mtbf = 1 }\n", {"node", "web", "mttr"}, "3") ==
          "[node]\nweb = { mtbf = 1, mttr = 3 }\n");
    CHECK(set("[node.web]\n", {"node", "web", "mtbf"}, "3") == "[node.web]\nmtbf = 3\n");
}

TEST_CASE("a key of a table within a thing makes the table if it must") {
    CHECK(set("[balancer.lb]\nto = \"web\"\n", {"balancer", "lb", "check", "inter"}, "\"1 s\"") ==
          "[balancer.lb]\nto = \"web\"\ncheck = { inter = \"1 s\" }\n");
    CHECK(set("[balancer.lb]\ncheck = { inter = \"1 s\" }\n", {"balancer", "lb", "check", "fall"}, "2") ==
          "[balancer.lb]\ncheck = { inter = \"1 s\", fall = 2 }\n");
    CHECK(set("[balancer.lb]\ncheck.inter = \"1 s\"\n", {"balancer", "lb", "check", "fall"}, "2") ==
          "[balancer.lb]\ncheck.inter = \"1 s\"\ncheck.fall = 2\n");
    CHECK(set("[store.db.failover.detect]\ninter = 1\n", {"store", "db", "failover", "hold"}, "2") ==
          "[store.db.failover]\nhold = 2\n[store.db.failover.detect]\ninter = 1\n");
    CHECK(set("[store.db]\nfailover = \"patroni\"\n", {"store", "db", "failover", "detect", "inter"}, "2") ==
          "[store.db]\nfailover = { preset = \"patroni\", detect = { inter = 2 } }\n");
    CHECK(set("[store.db]\nfailover = { detect.inter = 1 }\n", {"store", "db", "failover", "detect", "fall"}, "2") ==
          "[store.db]\nfailover = { detect.inter = 1, detect.fall = 2 }\n");
}

TEST_CASE("a bare value that stands for a table becomes one when another of its keys is set") {
    const std::string text = "[service.s]\nobjective = { rto = \"5 min\" }\n";
    CHECK(set(text, {"service", "s", "objective", "rto", "zone"}, "\"2 min\"") ==
          "[service.s]\nobjective = { rto = { all = \"5 min\", zone = \"2 min\" } }\n");
    CHECK(set(text, {"service", "s", "objective", "rto", "all"}, "\"2 min\"") ==
          "[service.s]\nobjective = { rto = \"2 min\" }\n");
    CHECK(!set_value("[node.n]\nmtbf = \"1 d\"\n", {"node", "n", "mtbf", "x"}, "1").ok());
    CHECK(!set_value("[node.n]\ntags = [\"a\"]\n", {"node", "n", "tags", "x"}, "1").ok());
}

TEST_CASE("tables of lists are found by name or number, and made behind the others") {
    const std::string text =
        "[node.web]\nmtbf = 1\n[[node.web.failure]]\nname = \"crash\"\nttr = 2\n\n[group.web]\nnode = \"web\"\n";
    CHECK(set(text, {"node", "web", "failure", "crash", "ttr"}, "3") ==
          "[node.web]\nmtbf = 1\n[[node.web.failure]]\nname = \"crash\"\nttr = 3\n\n[group.web]\nnode = \"web\"\n");
    const std::string more = set(text, {"node", "web", "failure", "hang", "ttr"}, "4");
    CHECK(more ==
          "[node.web]\nmtbf = 1\n[[node.web.failure]]\nname = \"crash\"\nttr = 2\n\n[[node.web.failure]]\nname = "
          "\"hang\"\nttr = 4\n\n[group.web]\nnode = \"web\"\n");
    CHECK(removed(more, {"node", "web", "failure", "hang"}) == text);
    CHECK(set("[store.db]\nfollower = [{ on = \"a\" }]\n", {"store", "db", "follower", "#1", "on"}, "\"b\"") ==
          "[store.db]\nfollower = [{ on = \"a\" }, { on = \"b\" }]\n");
    CHECK(removed("[store.db]\nfollower = [{ on = \"a\" }, { on = \"b\" }]\n", {"store", "db", "follower", "#0"}) ==
          "[store.db]\nfollower = [{ on = \"b\" }]\n");
    CHECK(!set_value("[store.db]\n", {"store", "db", "follower", "#1", "on"}, "1").ok());
    CHECK(set("[node.web]\nfailure = [{ name = \"a\", ttr = 1 }]\n", {"node", "web", "failure", "b", "ttr"}, "2") ==
          "[node.web]\nfailure = [{ name = \"a\", ttr = 1 }, { name = \"b\", ttr = 2 }]\n");
    CHECK(set("[node.web]\nfailure = [{ name = \"a\", ttr = 1 }]\n", {"node", "web", "failure", "a", "name"},
              "\"c\"") == "[node.web]\nfailure = [{ name = \"c\", ttr = 1 }]\n");
}

TEST_CASE("a list may be written as its only table, and a table without a name has the usual one") {
    const std::string text = "[group.g]\nmaintenance = { every = \"30 d\", takes = \"1 h\" }\n";
    CHECK(set(text, {"group", "g", "maintenance", "#0", "takes"}, "\"2 h\"") ==
          "[group.g]\nmaintenance = { every = \"30 d\", takes = \"2 h\" }\n");
    CHECK(set(text, {"group", "g", "maintenance", "maintenance", "takes"}, "\"2 h\"") ==
          "[group.g]\nmaintenance = { every = \"30 d\", takes = \"2 h\" }\n");
}

TEST_CASE("the only table of a list becomes the first of several when another is set") {
    const Path other = {"group", "g", "maintenance", "patching", "takes"};
    CHECK(set("[group.g]\nmaintenance = { every = \"30 d\", takes = \"1 h\" }  # monthly\n", other, "\"2 h\"") ==
          "[group.g]\nmaintenance = [{ every = \"30 d\", takes = \"1 h\" }, { name = \"patching\", takes = \"2 h\" }]"
          "  # monthly\n");
    CHECK(set("[group.g]\n[group.g.maintenance]  # monthly\nevery = \"30 d\"\n", other, "\"2 h\"") ==
          "[group.g]\n[[group.g.maintenance]]  # monthly\nevery = \"30 d\"\n[[group.g.maintenance]]\n"
          "name = \"patching\"\ntakes = \"2 h\"\n");
    CHECK(set("[group.g]\nmaintenance = { every = \"30 d\" }\n", {"group", "g", "maintenance", "#1", "every"}, "3") ==
          "[group.g]\nmaintenance = [{ every = \"30 d\" }, { every = 3 }]\n");
    const std::string text = "[group.g]\nmaintenance = { every = \"30 d\" }\n";
    CHECK(set_value(text, {"group", "g", "maintenance", "#7", "every"}, "3").text == text);
}

TEST_CASE("a thing that the file does not have yet is made where the order of kinds puts it") {
    CHECK(set("format = 1\n\n[node.a]\nx = 1\n\n[service.s]\n", {"group", "g", "node"}, "\"a\"") ==
          "format = 1\n\n[node.a]\nx = 1\n\n[group.g]\nnode = \"a\"\n\n[service.s]\n");
    CHECK(set("format = 1\n\n[node.a]\n", {"scenario", "seed"}, "2") ==
          "format = 1\n\n[scenario]\nseed = 2\n\n[node.a]\n");
    CHECK(set("format = 1\n", {"domain", "eu/az1", "rate"}, "2") == "format = 1\n\n[domain.\"eu/az1\"]\nrate = 2\n");
    CHECK(set("format = 1\n", {"defaults", "node", "mttr"}, "2") == "format = 1\n\n[defaults.node]\nmttr = 2\n");
    CHECK(!set_value("format = 1\n", {"nonsense", "x", "y"}, "2").ok());
    CHECK(!set_value("format = 1\n", {"node", "x"}, "2").ok());
}

TEST_CASE("a value takes the place of a table and the other way round") {
    CHECK(set("[store.db]\non = 1\n[store.db.failover]\nhold = 1\n", {"store", "db", "failover"}, "\"patroni\"") ==
          "[store.db]\non = 1\nfailover = \"patroni\"\n");
    CHECK(set("[store.db]\nfailover = { detect.inter = 1, hold = 2 }\n", {"store", "db", "failover", "detect"}, "3") ==
          "[store.db]\nfailover = { hold = 2, detect = 3 }\n");
}

TEST_CASE("removing takes the comment on the line along, and of a table the one above") {
    CHECK(removed("[node.a]\n# above\nx = 1  # behind\ny = 2\n", {"node", "a", "x"}) == "[node.a]\n# above\ny = 2\n");
    CHECK(removed("# title\n\n# of a\n[node.a]\nx = 1\n\n# of b\n[node.b]\n", {"node", "a"}) ==
          "# title\n\n# of b\n[node.b]\n");
    CHECK(removed("[node.a]\nx = 1\n", {"node", "b", "x"}) == "[node.a]\nx = 1\n");
    CHECK(removed("[node.a]\nx = 1\n", {"node", "a", "y"}) == "[node.a]\nx = 1\n");
    CHECK(removed("[group.a]\nin = [\n  \"x\", # one\n  \"y\",\n]\n", {"group", "a", "in"}) == "[group.a]\n");
    CHECK(removed("[scenario]\nseed = 1\n", {"scenario", "seed"}).empty());
}

TEST_CASE("a text that is not well-formed is left alone") {
    const Edited edited = set_value("[node.a\nx = 1\n", {"node", "a", "x"}, "2");
    CHECK(edited.text == "[node.a\nx = 1\n");
    CHECK(edited.problem == "Line 1 is not well-formed, so the text cannot be edited by itself.");
}

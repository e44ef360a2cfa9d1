// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/thing_values.hpp"

#include <string>

#include <fmt/format.h>

#include "models/edit/edit.hpp"
#include "models/edit/topology.hpp"
#include "models/scenario/explain.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"
#include "tests/models/edit/texts.hpp"

using namespace nines;
using namespace nines::edit;

namespace {

constexpr const char* text = R"toml(format = 1
[scenario]
seed = 3
[defaults.node]
priority = 4
[domain.eu]
split = "2 az"
[domain.eu.az]
mttr = "1 h"
[domain."eu/az1"]
rate = "1 per y"
[node.base]
mtbf = "10 d"
mttr = "1 h"
[[node.base.failure]]
name = "hang"
rate = "2 per y"
ttr = "uniform(1 min, 3 min)"
[node.web]
like = "base"
mtbf = "20 d"
[group.g]
node = "web"
maintenance = { every = "30 d", takes = "1 h" }
[store.d]
on = "g"
failover = "patroni"
follower = [{ on = "x", lag = "2 s" }]
[cause.c]
hits = "g"
rate = "2 per y"
)toml";

ThingValue value_at(const ThingName& name, const Path& path) {
    const auto scenario = validate::open_text("t.toml", text).scenario;
    for (ThingValue& value : values_of_thing(scenario, name)) {
        if (value.path == path) return value;
    }
    FAIL("no value at " << fmt::format("{}", fmt::join(path, ".")));
    return {};
}

}  // namespace

TEST_CASE("a value knows its path, its text, who said it, and whether the thing itself did") {
    const ThingValue mtbf = value_at({"node", "web"}, {"mtbf"});
    CHECK(mtbf.toml == "\"20 d\"");
    CHECK(mtbf.origin_text == "t.toml:21:8");
    CHECK(mtbf.own);
    const ThingValue mttr = value_at({"node", "web"}, {"mttr"});
    CHECK(mttr.origin_text == "like base (t.toml:14:8)");
    CHECK(!mttr.own);
    CHECK(!value_at({"node", "web"}, {"priority"}).own);
    CHECK(value_at({"group", "g"}, {"maintenance", "maintenance", "takes"}).toml == "\"1 h\"");
    CHECK(value_at({"store", "d"}, {"follower", "#0", "lag"}).toml == "\"2 s\"");
    CHECK(value_at({"store", "d"}, {"failover", "preset"}).own);
    CHECK(value_at({"store", "d"}, {"failover", "detect", "kind"}).origin.grade != scenario::Grade::none);
    CHECK(value_at({"scenario", ""}, {"seed"}).toml == "3");
}

TEST_CASE("of a part that a split makes only the values in its own table are its own") {
    CHECK(value_at({"domain", "eu/az1"}, {"rate"}).own);
    CHECK(!value_at({"domain", "eu/az1"}, {"mttr"}).own);
    CHECK(!value_at({"domain", "eu/az2"}, {"mttr"}).own);
}

TEST_CASE("means and rates come with the distribution that they stand for") {
    CHECK(sim::mean(*value_at({"node", "web"}, {"mtbf"}).law).in_seconds() == Approx(20 * 86400.0));
    CHECK(sim::mean(*value_at({"node", "web"}, {"failure", "hang", "rate"}).law).in_seconds() ==
          Approx(31536000.0 / 2));
    CHECK(sim::mean(*value_at({"node", "web"}, {"failure", "hang", "ttr"}).law).in_seconds() == Approx(120.0));
    CHECK(sim::mean(*value_at({"cause", "c"}, {"rate"}).law).in_seconds() == Approx(31536000.0 / 2));
    CHECK(!value_at({"node", "web"}, {"priority"}).law);
}

TEST_CASE("things that are not there have no values") {
    const auto scenario = validate::open_text("t.toml", text).scenario;
    CHECK(values_of_thing(scenario, {"node", "nobody"}).empty());
    CHECK(values_of_thing(scenario, {"nonsense", "x"}).empty());
}

TEST_CASE("what explain prints is what the values say") {
    const auto scenario = validate::open_text("t.toml", text).scenario;
    const std::string page = scenario::explain(scenario);
    for (const Item& item : topology_of(scenario).items) {
        for (const ThingValue& value : values_of_thing(scenario, item.name)) {
            INFO(subject_of(item.name) << " " << fmt::format("{}", fmt::join(value.path, ".")));
            CHECK(page.find(fmt::format("{} = {}", value.path.back(), value.toml)) != std::string::npos);
            CHECK(page.find("# " + value.origin_text) != std::string::npos);
        }
    }
}

TEST_CASE("every value of its own can be set again where it stands, and means the same") {
    std::size_t values = 0;
    for (const FileText& file : some_texts()) {
        if (file.text.find("include") != std::string::npos) continue;
        const auto scenario =
            validate::open_text("t.toml", file.text, {.overrides = {}, .folder = file.folder}).scenario;
        for (const Item& item : topology_of(scenario).items) {
            if (!item.editable) continue;
            for (const ThingValue& value : values_of_thing(scenario, item.name)) {
                if (!value.own) continue;
                Path path{item.name.kind, item.name.id};
                path.insert(path.end(), value.path.begin(), value.path.end());
                INFO(file.path << ": " << fmt::format("{}", fmt::join(path, " / ")));
                const Edited edited = set_value(file.text, path, value.toml);
                CHECK(edited.problem.empty());
                CHECK(leaves_of(tree_of(edited.text)).size() == leaves_of(tree_of(file.text)).size());
                ++values;
            }
        }
    }
    CHECK(values > 1000);
}

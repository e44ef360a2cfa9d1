// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/validate/open.hpp"

#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "tests/catch.hpp"

using namespace nines;
using validate::open_text;

namespace {

constexpr std::string_view small = R"toml(format = 1
[node.web]
mtbf = "90 d"
mttr = "2 h"
[group.web]
node = "web"
count = 3
[service.site]
needs = ["2 of web"]
)toml";

/// A shop over two regions with every kind of the language, also those that this version does not know yet.
constexpr std::string_view whole_language = R"toml(format = 1
[scenario]
name = "Shop in two regions"
horizon = "1 y"
trials = 2000
[domain.north]
preset = "cloud-region"
split = "3 az"
[domain.south]
like = "north"
[domain.vault]
preset = "object-store"
[node.app]
preset = "cloud-vm"
boot = "lognormal(median 60 s, p95 3 min)"
warm_up = "30 s"
capacity = "400 req/s"
[node.db]
like = "app"
capacity = "6000 req/s"
[[node.db.failure]]
name = "volume-loss"
afr = "0.2%"
effect = "lose-data"
[group.lb-north]
node = "app"
count = 2
spread = "north/*"
[group.web-north]
node = "app"
count = 9
spread = "north/*"
scale = { preset = "k8s-hpa", max = 24, target = "60%" }
deploy = { every = "1 d", strategy = "rolling 25%", fails = "5%", undo = "lognormal(median 20 min, p95 1 h)" }
[group.pg-north]
node = "db"
count = 3
spread = "north/*"
[group.web-south]
like = "web-north"
spread = "south/*"
count = 2
[group.pg-south]
node = "db"
spread = "south/*"
[store.orders]
on = "pg-north"
size = "500 GB"
replication = { mode = "sync", acks = 1 }
[[store.orders.follower]]
on = "pg-south"
mode = "async"
[backup.orders]
of = "orders"
to = "vault"
full = "every 1 wk on Sun at 01:00"
[balancer.edge]
preset = "dns-failover"
to = ["front-north", "front-south"]
[balancer.front-north]
preset = "haproxy"
on = "lb-north"
to = ["web-north"]
[balancer.front-south]
like = "front-north"
to = ["web-south"]
[service.shop]
entry = "edge"
needs = ["orders"]
load = { peak = "2000 req/s", shape = "diurnal" }
up_when = "served >= 99% of offered"
[service.shop.objective]
slo = "99.95% per 30 d"
rto = { zone = "2 min", region = "30 min" }
rpo = { zone = "0 s", region = "1 min" }
[crew.oncall]
ack = "lognormal(median 3 min, p95 15 min)"
decide = "lognormal(median 15 min, p95 1 h)"
[plan.move]
when = "domain north down for 10 min"
by = "oncall"
steps = ["promote pg-south takes 2 min"]
[cause.bad-config]
hits = ["front-north", "front-south"]
rate = "0.5 per y"
ttr = "lognormal(median 32 min, p90 100 min)"
[cause.operator-error]
hits = ["orders"]
effect = "corrupt"
rate = "0.2 per y"
noticed_after = "lognormal(median 20 min, p95 1 d)"
[event.drill]
at = "90 d"
do = "fail domain north for 6 h"
enabled = false
)toml";

}  // namespace

TEST_CASE("the smallest scenario opens without a diagnostic", "[open]") {
    const auto opened = open_text("small.toml", small);
    CHECK(opened.diagnostics.empty());
    CHECK(opened.scenario.files.at(0).path == "small.toml");
}

TEST_CASE("a scenario in the whole language has no mistakes but what is not yet supported", "[open]") {
    const auto opened = open_text("shop.toml", whole_language);
    int not_supported = 0;
    for (const auto& diagnostic : opened.diagnostics) {
        if (diagnostic.severity == scenario::Severity::warning) continue;
        CAPTURE(scenario::format_diagnostic(diagnostic, opened.scenario.files));
        CHECK(diagnostic.code == "E090");
        ++not_supported;
    }
    CHECK(not_supported == 0);
    CHECK(opened.scenario.backups.size() == 1);
    CHECK(opened.scenario.balancers.size() == 3);
    CHECK(opened.scenario.stores.size() == 1);
    CHECK(opened.scenario.plans.size() == 1);
    CHECK(opened.scenario.domains.size() == 9);
}

TEST_CASE("nothing is bound from a file that is not TOML", "[open]") {
    const auto opened = open_text("broken.toml", "format = 1\n[node.web\nmtbf = \"1 d\"\n");
    REQUIRE(opened.diagnostics.size() == 1);
    CHECK(opened.diagnostics[0].code == "E004");
    CHECK(opened.scenario.nodes.empty());
}

TEST_CASE("what a file has itself is there though what it includes is missing", "[open]") {
    const auto opened =
        open_text("a.toml", "include = [\"gone.toml\"]\n" + std::string(small), {.overrides = {}, .folder = "/"});
    REQUIRE(opened.diagnostics.size() == 1);
    CHECK(opened.diagnostics.front().severity == scenario::Severity::error);
    REQUIRE(opened.scenario.groups.size() == 1);
    CHECK(opened.scenario.groups.front().id == "web");
    CHECK(opened.scenario.files.size() == 1);
}

TEST_CASE("overrides change what the file says", "[open]") {
    const auto opened = open_text("small.toml", small, {.overrides = {"group.web.count=5"}, .folder = {}});
    CHECK(opened.diagnostics.empty());
    CHECK(*opened.scenario.groups.at(0).count == 5);
}

TEST_CASE("measured times are read beside the scenario and count among its files", "[open]") {
    const auto folder = std::filesystem::temp_directory_path() / ("nines_open_test_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "times.csv") << "10 min\n20 min\n30 min\n";
    std::string text(small);
    text.replace(text.find("mttr = \"2 h\""), 12, "ttr = 'empirical(\"times.csv\")'");
    std::ofstream(folder / "web.toml") << text;

    const auto opened = validate::open_file((folder / "web.toml").string());
    CHECK(opened.diagnostics.empty());
    // (10 + 20 + 30) / 3 min.
    CHECK(sim::mean(*opened.scenario.nodes.at(0).failures.at(0).ttr).in_seconds() == Approx(1200));
    CHECK(opened.scenario.files.size() == 2);
    std::filesystem::remove_all(folder);
}

TEST_CASE("a file that is not there is a diagnostic", "[open]") {
    const auto opened = validate::open_file("/nonexistent/web.toml");
    REQUIRE(opened.diagnostics.size() == 1);
    CHECK(opened.diagnostics[0].code == "E001");
}

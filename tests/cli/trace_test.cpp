// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace nines::cli_test;
using nlohmann::json;

namespace {

/// Noticed after 1 h, the crew answers in 10 min and travels 20 min, the repair takes 2 h. One pair of hands for two.
constexpr std::string_view with_crew = R"(format = 1
[crew.ops]
size = 1
ack = "10 min"
travel = "20 min"
[node.web]
mtbf = "20 h"
ttr = "2 h"
noticed_after = "1 h"
repaired_by = "ops"
[group.web]
node = "web"
count = 2
[service.site]
needs = ["web"]
)";

json traced(const Folder& folder, const std::string& arguments) {
    const Ran ran = folder.nines("trace " + arguments + " --format json");
    REQUIRE(ran.code == 0);
    return json::parse(ran.output).at("traces");
}

double downtime(const json& trace, const std::string& service) {
    double down_since = -1.0;
    double sum = 0.0;
    for (const json& event : trace.at("events")) {
        if (event.at("subject") != service) continue;
        if (event.at("event") == "down") {
            down_since = event.at("at").get<double>();
        } else {
            sum += event.at("at").get<double>() - down_since;
            down_since = -1.0;
        }
    }
    return down_since < 0.0 ? sum : sum + trace.at("horizon").get<double>() - down_since;
}

}  // namespace

TEST_CASE("a trace tells the very trial that a run counted", "[cli]") {
    const Folder folder;
    folder.file("site.toml", with_crew);
    const std::string options = GENERATE("", " --steady", " --seed 3 --horizon '3 mo'");
    const json results = json::parse(folder.nines("run site.toml --format json --trials 300" + options).output);
    const json& worst = results.at("notable").at(0);
    const json traces = traced(folder, "site.toml --trials 300 --worst 2 --only-outages" + options);
    REQUIRE(traces.size() == 2);
    CHECK(traces.at(0).at("trial") == worst.at("trial"));
    CHECK(downtime(traces.at(0), "service:site") == Approx(worst.at("downtime").get<double>()).epsilon(1e-9));
    std::size_t outages = 0;
    for (const json& event : traces.at(0).at("events")) outages += event.at("event") == "down" ? 1 : 0;
    CHECK(outages == worst.at("outages"));
}

TEST_CASE("a trace tells each stage of a repair at its time", "[cli]") {
    const Folder folder;
    folder.file("site.toml", with_crew);
    const json trace = traced(folder, "site.toml --horizon '30 d'").at(0);
    std::map<std::string, double> at;
    int whole = 0;
    for (const json& event : trace.at("events")) {
        if (event.at("subject") != "node:web/1:failure") continue;
        const std::string word = event.at("event");
        if (word == "failed") at.clear();
        at[word] = event.at("at").get<double>();
        if (word != "restored") continue;
        ++whole;
        CHECK(at.at("noticed") - at.at("failed") == Approx(3600.0));
        CHECK(at.at("repair_begins") - at.at("crew_on_its_way") == Approx(1800.0));
        CHECK(at.at("restored") - at.at("repair_begins") == Approx(7200.0));
        if (at.count("waits_for_crew") == 0) {
            CHECK(event.at("lasted").get<double>() == Approx(3600.0 + 1800.0 + 7200.0));
        } else {
            CHECK(at.at("waits_for_crew") == at.at("noticed"));
            CHECK(at.at("crew_on_its_way") > at.at("waits_for_crew"));
        }
    }
    CHECK(whole > 5);
}

TEST_CASE("a trace's outages say why in words", "[cli]") {
    const Folder folder;
    folder.file("site.toml", with_crew);
    const Ran ran = folder.nines("trace site.toml --only-outages --horizon '60 d'");
    CHECK(ran.code == 0);
    CHECK(contains(ran.output, "DOWN because of node:web/"));
    CHECK(contains(ran.output, "UP after"));
    CHECK(contains(ran.output, "service:site:"));
    CHECK_FALSE(contains(ran.output, "restored"));
}

TEST_CASE("events of a trace come in the order of time", "[cli]") {
    const Folder folder;
    folder.file("site.toml", with_crew);
    const json trace = traced(folder, "site.toml --trial 5").at(0);
    CHECK(trace.at("trial") == 5);
    double before = 0.0;
    for (const json& event : trace.at("events")) {
        CHECK(event.at("at").get<double>() >= before);
        before = event.at("at").get<double>();
    }
}

TEST_CASE("a trial and the worst trials exclude each other", "[cli]") {
    const Folder folder;
    folder.file("site.toml", with_crew);
    CHECK(folder.nines("trace site.toml --trial 1 --worst 2").code == 2);
}

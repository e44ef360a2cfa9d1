// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"

using namespace nines::cli_test;
using nlohmann::json;

namespace {

/// The row of this service's metric by this method; null if there is none.
json row(const json& document, const std::string& metric, const std::string& method) {
    for (const json& candidate : document.at("metrics")) {
        if (candidate.at("subject") == "service:site" && candidate.at("metric") == metric &&
            candidate.at("method") == method) {
            return candidate;
        }
    }
    return nullptr;
}

const char* const pair = R"(format = 1
[scenario]
horizon = "10 y"
trials = 2000
[node.web]
mtbf = "1000 h"
mttr = "10 h"
repaired_by = "hands"
[crew.hands]
[group.web]
node = "web"
count = 2
[service.site]
needs = ["web"]
)";

/// One repairer: states 0, 1, 2 down with r = 10 / 1000: P(2) = 2 r^2 / (1 + 2 r + 2 r^2).
constexpr double pair_down = 2e-4 / (1.0 + 0.02 + 2e-4);

}  // namespace

TEST_CASE("solve gives the long run of a pair with one repairer to all digits", "[cli][exact]") {
    const Folder folder;
    folder.file("pair.toml", pair);
    const Ran ran = folder.nines("solve pair.toml --steady --format json");
    REQUIRE(ran.code == 0);
    const json document = json::parse(ran.output);
    const json unavailability = row(document, "unavailability", "exact");
    CHECK(unavailability.at("estimate").get<double>() == Approx(pair_down).epsilon(1e-12));
    CHECK(unavailability.at("low") == unavailability.at("high"));
    CHECK(unavailability.at("n") == 0);
    CHECK(unavailability.at("states") == 3);
    CHECK(unavailability.at("residual").get<double>() < 1e-12);
    // An outage ends when one of the two is repaired: 10 h.
    CHECK(row(document, "mean_down_time", "exact").at("estimate").get<double>() == Approx(36000.0).epsilon(1e-9));
    CHECK(!document.at("cut_sets").empty());
    CHECK(!document.at("sensitivities").empty());
    REQUIRE(document.at("chains").size() == 1);
    CHECK(document.at("chains").front().at("cause") == json({"2 of node:web/*:failure"}));
    CHECK(document.at("chains").front().at("downtime_per_year").get<double>() ==
          Approx(pair_down * 365.0 * 86400.0).epsilon(1e-9));
    // One of two is down (2 r + 2 * 2 r^2) / 2 of the time, over the same sum.
    for (const json& candidate : document.at("metrics")) {
        if (candidate.at("subject") != "node:web/2" || candidate.at("metric") != "unavailability") continue;
        CHECK(candidate.at("estimate").get<double>() == Approx((0.01 + 2e-4) / (1.0 + 0.02 + 2e-4)).epsilon(1e-9));
    }
    CHECK(document.at("solved").at("exact") == true);
}

TEST_CASE("solve says why a service is down, and names its parts, in text and Markdown", "[cli][exact]") {
    const Folder folder;
    folder.file("pair.toml", pair);
    const std::string text = folder.nines("solve pair.toml").output;
    CHECK(contains(text, "Why it is down"));
    CHECK(contains(text, "2 of node:web/*:failure"));
    CHECK(contains(text, "Components"));
    CHECK(contains(text, "web/2"));
    CHECK(contains(folder.nines("solve pair.toml --format md").output, "#### Why it is down"));
}

TEST_CASE("solve stops after the time that it was given and says what it has not solved", "[cli][exact]") {
    const Folder folder;
    // Sixteen unlike parts with one repairer: far more states than a tenth of a second is enough for.
    std::string text = "format = 1\n[crew.hands]\n[service.site]\nneeds = [\"all of tag:part\"]\n";
    for (int i = 0; i < 16; ++i) {
        text += "[node.n" + std::to_string(i) + "]\nmtbf = \"" + std::to_string(100 + i) +
                " h\"\nmttr = \"1 h\"\nrepaired_by = \"hands\"\ntags = [\"part\"]\n";
        text += "[group.g" + std::to_string(i) + "]\nnode = \"n" + std::to_string(i) + "\"\n";
    }
    folder.file("many.toml", text);
    const Ran ran = folder.nines("solve many.toml --seconds 0.1");
    CHECK(ran.code == 5);
    CHECK(ran.output.find("no time") != std::string::npos);
}

TEST_CASE("run puts the exact figure beside its estimate, unless told not to", "[cli][exact]") {
    const Folder folder;
    folder.file("pair.toml", pair);
    const json document = json::parse(folder.nines("run pair.toml --format json").output);
    const json estimate = row(document, "unavailability", "simulated");
    const json exact = row(document, "unavailability", "exact");
    REQUIRE(!exact.is_null());
    const double value = exact.at("estimate").get<double>();
    CHECK(value == Approx(pair_down).epsilon(1e-3));  // ten years from new are all but the long run
    const double half = 0.5 * (estimate.at("high").get<double>() - estimate.at("low").get<double>());
    CHECK(std::abs(estimate.at("estimate").get<double>() - value) < 4.5 / 1.96 * half);

    const std::string text = folder.nines("run pair.toml").output;
    CHECK(contains(text, "Verified"));
    const std::string plain = folder.nines("run pair.toml --no-exact").output;
    CHECK(!contains(plain, "Verified"));
}

TEST_CASE("what follows the calendar is not solved, and solve says what it was", "[cli][exact]") {
    const Folder folder;
    folder.file("pair.toml", std::string(pair) + "[group.web.maintenance]\nevery = \"30 d\"\ntakes = \"1 h\"\n");
    const Ran ran = folder.nines("solve pair.toml");
    CHECK(ran.code == 5);
    CHECK(contains(ran.output, "is planned by the calendar"));
    CHECK(!contains(ran.output, "Availability  "));
}

TEST_CASE("solve says which times are made of phases and how well", "[cli][exact]") {
    const Folder folder;
    folder.file("pair.toml", pair);
    const Ran ran = folder.nines("solve pair.toml --steady -D \"node.web.ttr=lognormal(median 5 h, p95 20 h)\"");
    CHECK(ran.code == 0);
    CHECK(contains(ran.output, "Phase-type approximation"));
    CHECK(contains(ran.output, "Times made of phases"));
    CHECK(contains(ran.output, "95th percentile"));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/prism.hpp"

#include <cstdlib>
#include <map>
#include <sstream>
#include <string>
#include <utility>

#include "tests/catch.hpp"
#include "tests/models/export/export_cases.hpp"

using namespace nines;
using namespace nines::exporting_test;

namespace {

const exporting::Heading heading{"A test\nof two lines", "9.9"};

/// The lines of the text that begin with this.
std::vector<std::string> lines_with(const std::string& text, const std::string& beginning) {
    std::vector<std::string> result;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(beginning)) result.push_back(line.substr(beginning.size()));
    }
    return result;
}

using Rates = std::map<std::pair<unsigned long, unsigned long>, double>;

/// Reads "  [] s=0 -> 0.1 : (s'=1) + 0.2 : (s'=2);", leaving out loops.
Rates rates_of(const std::string& model) {
    Rates rates;
    for (const std::string& command : lines_with(model, "  [] s=")) {
        char* at = nullptr;
        const unsigned long from = std::strtoul(command.c_str(), &at, 10);
        REQUIRE(std::string(at, 4) == " -> ");
        at += 3;
        while (true) {
            const double rate = std::strtod(at, &at);
            REQUIRE(std::string(at, 7) == " : (s'=");
            const unsigned long to = std::strtoul(at + 7, &at, 10);
            if (from != to) rates[{from, to}] += rate;
            if (std::string(at) == ");") break;
            REQUIRE(std::string(at, 4) == ") + ");
            at += 3;
        }
    }
    return rates;
}

std::string model_of(const exporting::ServiceChain& chain) {
    return std::get<std::string>(exporting::prism_model(chain, heading));
}

}  // namespace

TEST_CASE("a PRISM model read back is the chain, with rates per hour", "[export]") {
    const auto program = program_of(GENERATE(one_repairer, shop));
    const auto chain = chain_of(program);
    const Rates rates = rates_of(model_of(chain));
    CHECK(rates.size() == chain.chain().transition_count());
    for (sim::StateIndex from = 0; from < chain.chain().state_count(); ++from) {
        for (std::size_t t = 0; t < chain.chain().targets(from).size(); ++t) {
            const auto found = rates.find({from, chain.chain().targets(from)[t]});
            REQUIRE(found != rates.end());
            CHECK(found->second == Approx(chain.chain().rates(from)[t] * 3600.0).epsilon(1e-14));
        }
    }
}

TEST_CASE("a PRISM model says where it comes from, where it starts and when a service is down", "[export]") {
    const auto program = program_of(one_repairer);
    const std::string model = model_of(chain_of(program));
    CHECK(model.starts_with("// A test?of two lines, exported by Nines 9.9\n// Rates are per hour"));
    CHECK(lines_with(model, "ctmc").size() == 1);
    CHECK(lines_with(model, "  s : ") == std::vector<std::string>{"[0..2] init 0;"});
    CHECK(lines_with(model, "label \"down_site\" = ") == std::vector<std::string>{"s=2;"});
    CHECK(lines_with(model, "label \"down_both\" = ") == std::vector<std::string>{"(s>=1 & s<=2);"});
    CHECK(model.find("rewards \"downtime_both\"\n  (s>=1 & s<=2) : 1;\nendrewards\n") != std::string::npos);
}

TEST_CASE("a state that is never left leads to itself in a PRISM model", "[export]") {
    const auto program = program_of(R"toml(
        format = 1
        [node.web]
        mtbf = "100 h"
        [service.site]
        needs = ["web"]
    )toml");
    const std::string model = model_of(chain_of(program));
    CHECK(model.find("  [] s=1 -> 1 : (s'=1);\n") != std::string::npos);
    CHECK(rates_of(model).at({0, 1}) == Approx(0.01).epsilon(1e-14));
}

TEST_CASE("a chain that is too large for a PRISM model is sent to the explicit format", "[export]") {
    const auto program = program_of(R"toml(
        format = 1
        [node.a]
        ttf = "erlang(stages 9, mean 100 h)"
        mttr = "1 h"
        [group.a]
        node = "a"
        count = 9
        [service.site]
        needs = ["1 of a"]
    )toml");
    const auto made = exporting::prism_model(chain_of(program), heading);
    REQUIRE(std::holds_alternative<exact::Refusal>(made));
    CHECK(std::get<exact::Refusal>(made).reason.find("more than the 5000") != std::string::npos);
    CHECK(std::get<exact::Refusal>(made).hint.find("--format tra") != std::string::npos);
}

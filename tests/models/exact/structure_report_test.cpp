// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/structure_report.hpp"

#include <cmath>
#include <map>
#include <memory>
#include <stdexcept>
#include <string_view>

#include "models/compile/compile.hpp"
#include "models/exact/representable.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"

using namespace nines;
using namespace nines::exact;

namespace {

/// Whether hosts that are alike are counted together in the chains.
enum class Chains { lumped, told_apart };

std::vector<HostId> all_hosts(const Program& program) {
    std::vector<HostId> hosts;
    for (std::uint32_t h = 0; h < program.hosts.size(); ++h) hosts.push_back(static_cast<HostId>(h));
    return hosts;
}

/// The report of the program's first service.
StructureReport report_of(std::string_view toml, std::size_t how_many = 100, Chains chains_are = Chains::lumped) {
    const auto opened = validate::open_text("case.toml", toml);
    if (scenario::has_errors(opened.diagnostics)) throw std::runtime_error(opened.diagnostics.front().message);
    const Program program = compile::compile(opened.scenario, compile::options_of(opened.scenario));
    const Islands islands = islands_of(program);
    const Activities activities(program, 32);
    const Symmetry symmetry(program, chains_are == Chains::lumped ? kept_apart(program) : all_hosts(program));
    std::map<std::uint32_t, std::unique_ptr<PartChain>> chains;
    const PartProvider part = [&](std::uint32_t island) -> PartOrRefusal {
        auto& chain = chains[island];
        chain = std::make_unique<PartChain>(program, activities, symmetry, islands.scopes[island]);
        if (const auto refusal = chain->solve({})) return *refusal;
        return chain.get();
    };
    const LineOrigins origins = line_origins(program, islands);
    auto made = structure_report(program, islands, origins, program.subjects.front().line, part, how_many);
    if (const auto* refusal = std::get_if<Refusal>(&made)) throw std::runtime_error(refusal->reason);
    return std::get<StructureReport>(std::move(made));
}

const ImportanceRow& row_of(const StructureReport& report, std::string_view component) {
    for (const ImportanceRow& row : report.components) {
        if (row.component == component) return row;
    }
    FAIL("no component " << component);
    return report.components.front();
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a load balancer before two servers is the single point of failure", "[exact][structure_report]") {
    const auto report = report_of(R"toml(
        format = 1
        [node.balancer]
        mtbf = "999 h"
        mttr = "1 h"
        [node.server]
        mtbf = "99 h"
        mttr = "1 h"
        [group.web]
        node = "server"
        count = 2
        [service.site]
        needs = ["balancer", "1 of web"]
    )toml");
    // U = a + (1 - a) b^2 with a = 0.001, b = 0.01.
    const double down = 0.001 + 0.999 * 1e-4;
    CHECK(report.unavailability == Approx(down).epsilon(1e-12));
    CHECK(report.cut_set_count == 2.0);
    REQUIRE(report.cut_sets.size() == 2);
    CHECK(report.cut_sets[0].components == Names{"node:balancer"});
    CHECK(report.cut_sets[0].probability == Approx(0.001).epsilon(1e-12));
    CHECK(report.cut_sets[0].contribution == Approx(0.001 / down).epsilon(1e-12));
    CHECK(report.cut_sets[1].components.size() == 2);
    CHECK(report.cut_sets[1].probability == Approx(1e-4).epsilon(1e-12));

    CHECK(report.component_count == 3);
    const ImportanceRow& balancer = report.components.front();
    CHECK(balancer.component == "node:balancer");
    CHECK(balancer.unavailability == Approx(0.001).epsilon(1e-12));
    CHECK(balancer.importance.birnbaum == Approx(1.0 - 1e-4).epsilon(1e-12));  // the servers are not both down
    CHECK(balancer.importance.risk_achievement_worth == Approx(1.0 / down).epsilon(1e-12));
    CHECK(balancer.importance.risk_reduction_worth == Approx(down / 1e-4).epsilon(1e-12));
    CHECK(balancer.fussell_vesely == Approx(0.001 / 0.0011).epsilon(1e-12));  // P(C) over the sum of P(C)
    const ImportanceRow& server = row_of(report, "node:web/2");
    CHECK(server.importance.birnbaum == Approx(0.01 * 0.999).epsilon(1e-12));
    CHECK(server.importance.criticality == Approx(1e-4 * 0.999 / down).epsilon(1e-12));
}

TEST_CASE("members that wait for one repairer are looked at one by one, together as likely down as their chain says",
          "[exact][structure_report]") {
    const auto report = report_of(R"toml(
        format = 1
        [crew.hands]
        size = 1
        [node.server]
        mtbf = "1000 h"
        mttr = "10 h"
        repaired_by = "hands"
        [group.trio]
        node = "server"
        count = 3
        [service.site]
        needs = ["2 of trio"]
    )toml");
    // Birth-death chain with r = 0.01: weights 1, 3r, 6r^2, 6r^3 of 0 to 3 down.
    const double r = 0.01;
    const double sum = 1.0 + 3.0 * r + 6.0 * r * r + 6.0 * r * r * r;
    const double two = 6.0 * r * r / sum;
    const double three = 6.0 * r * r * r / sum;
    CHECK(report.unavailability == Approx(two + three).epsilon(1e-12));
    REQUIRE(report.cut_sets.size() == 3);
    for (const CutSetRow& set : report.cut_sets) {
        CHECK(set.components.size() == 2);
        CHECK(set.probability == Approx(two / 3.0 + three).epsilon(1e-12));  // one of three pairs, or all
    }
    REQUIRE(report.components.size() == 3);
    for (const ImportanceRow& row : report.components) {
        CHECK(row.unavailability == Approx((r + 4.0 * r * r + 6.0 * r * r * r) / sum).epsilon(1e-12));
        // Down and pivotal: just one other is down.
        CHECK(row.importance.criticality == Approx(two * 2.0 / 3.0 / (two + three)).epsilon(1e-12));
        CHECK(row.fussell_vesely == Approx(2.0 / 3.0).epsilon(1e-12));
    }
}

TEST_CASE("a chain of counted members gives the same report as one that tells them apart",
          "[exact][structure_report]") {
    constexpr std::string_view toml = R"toml(
        format = 1
        [crew.hands]
        size = 1
        [domain.rack]
        mtbf = "1 y"
        mttr = "4 h"
        [node.server]
        repaired_by = "hands"
        [[node.server.failure]]
        name = "crash"
        mtbf = "100 h"
        mttr = "3 h"
        [[node.server.failure]]
        name = "disk"
        mtbf = "900 h"
        mttr = "20 h"
        [node.store]
        mtbf = "300 h"
        mttr = "10 h"
        repaired_by = "hands"
        [group.web]
        node = "server"
        count = 3
        in = ["rack"]
        [group.store]
        node = "store"
        count = 2
        [service.site]
        needs = ["2 of web", "1 of store"]
    )toml";
    const StructureReport lumped = report_of(toml, 100, Chains::lumped);
    const StructureReport apart = report_of(toml, 100, Chains::told_apart);
    CHECK(lumped.unavailability == Approx(apart.unavailability).epsilon(1e-10));
    REQUIRE(lumped.component_count == 6);
    REQUIRE(lumped.cut_sets.size() == apart.cut_sets.size());
    for (std::size_t i = 0; i < lumped.cut_sets.size(); ++i) {
        CHECK(lumped.cut_sets[i].probability == Approx(apart.cut_sets[i].probability).epsilon(1e-10));
    }
    for (const ImportanceRow& row : lumped.components) {
        const ImportanceRow& same = row_of(apart, row.component);
        CHECK(row.unavailability == Approx(same.unavailability).epsilon(1e-10));
        CHECK(row.importance.birnbaum == Approx(same.importance.birnbaum).epsilon(1e-10));
        CHECK(row.importance.criticality == Approx(same.importance.criticality).epsilon(1e-10));
        CHECK(row.fussell_vesely == Approx(same.fussell_vesely).epsilon(1e-10));
    }
    // The servers bear equal parts in either.
    CHECK(row_of(lumped, "node:web/1").unavailability == Approx(row_of(lumped, "node:web/3").unavailability));
}

TEST_CASE("a standby group is one component, and so is a node with several failure modes",
          "[exact][structure_report]") {
    const auto report = report_of(R"toml(
        format = 1
        [node.box]
        [[node.box.failure]]
        name = "crash"
        mtbf = "30 d"
        mttr = "5 min"
        [[node.box.failure]]
        name = "disk"
        mtbf = "3 y"
        mttr = "8 h"
        [node.db]
        mtbf = "1000 h"
        mttr = "10 h"
        [group.db]
        node = "db"
        count = 2
        active = 1
        standby = { mode = "hot" }
        [service.site]
        needs = ["box", "db"]
    )toml");
    REQUIRE(report.component_count == 2);
    CHECK(row_of(report, "node:box").importance.birnbaum == Approx(1.0).epsilon(1e-3));
    // Hot standby of two without a switch that fails: (10/1010)^2.
    const auto other = report.components[report.components[0].component == "node:box" ? 1 : 0];
    CHECK(other.component.find("group:db") != std::string::npos);
    CHECK(other.unavailability == Approx(std::pow(10.0 / 1010.0, 2)).epsilon(1e-12));
}

TEST_CASE("a part with too many combinations is one component", "[exact][structure_report]") {
    const auto report = report_of(R"toml(
        format = 1
        [crew.hands]
        size = 1
        [node.server]
        mtbf = "1000 h"
        mttr = "10 h"
        repaired_by = "hands"
        [node.net]
        mtbf = "1 y"
        mttr = "1 h"
        [group.many]
        node = "server"
        count = 40
        [service.site]
        needs = ["30 of many", "net"]
    )toml");
    REQUIRE(report.component_count == 2);
    CHECK_NOTHROW(row_of(report, "30 of group:many"));
    CHECK(report.cut_set_count == 2.0);
}

TEST_CASE("a report has as many rows as were asked for and says how many there are", "[exact][structure_report]") {
    const auto report = report_of(R"toml(
        format = 1
        [node.server]
        mtbf = "1000 h"
        mttr = "10 h"
        [group.web]
        node = "server"
        count = 6
        [service.site]
        needs = ["5 of web"]
    )toml",
                                  4);
    CHECK(report.cut_sets.size() == 4);
    CHECK(report.cut_set_count == 15.0);  // pairs of six
    CHECK(report.components.size() == 4);
    CHECK(report.component_count == 6);
}

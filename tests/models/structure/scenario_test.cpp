// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string_view>
#include <vector>

#include "models/structure/importance.hpp"
#include "models/structure/structure_function.hpp"
#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using namespace nines::structure;
using nines::compile::LineId;
using nines::compile::Program;
using nines::compile::UnitId;
using nines::oracle::run_file;
using nines::oracle::run_text;

namespace {

LineId line_of(const Program& program, std::string_view subject) {
    for (const auto& candidate : program.subjects) {
        if (candidate.name == subject) return candidate.line;
    }
    FAIL("no subject " << subject);
    return LineId{0};
}

/// Alternating renewal: each unit is up for its mean time to failure, then down for its mean time to repair.
Distribution long_run(const Program& program, const StructureFunction& function) {
    Distribution distribution;
    for (const Leaf& leaf : function.leaves) {
        const auto& unit = program.units[static_cast<std::size_t>(std::get<UnitId>(leaf))];
        const double up = program.mean_seconds[static_cast<std::size_t>(unit.time_to_failure)];
        const double down = program.mean_seconds[static_cast<std::size_t>(unit.time_to_repair)];
        distribution.add({down / (up + down), up / (up + down)}, 1.0 / (up + down));
    }
    return distribution;
}

StructureFunction function_of(const Program& program, std::string_view subject) {
    const std::vector lines{line_of(program, subject)};
    return std::get<StructureFunction>(structure_function(program, lines));
}

}  // namespace

TEST_CASE("a scenario file's service has its published unavailability without a trial", "[oracle][structure]") {
    const auto study = run_file("reference/water_quality.toml", {.trials = 1});
    const auto function = function_of(study.program, "service:system");
    const auto distribution = long_run(study.program, function);

    const Chance chance = Evaluation(function.diagram, distribution).of(function.down.front());

    CHECK(function.leaves.size() == 27);
    CHECK(chance.down == Approx(0.16254539595015735).epsilon(1e-12));  // DFTCalc, test/WQDN.dft
}

TEST_CASE("zones of a scenario are shared by its groups", "[structure]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "1 y" }
        [domain.eu]
        split = "2 az"
        [domain.eu.az]
        mttf = "9999 h"
        mttr = "1 h"
        [node.web]
        mttf = "999 h"
        mttr = "1 h"
        [node.db]
        mttf = "1998 h"
        mttr = "2 h"
        [group.webs]
        node = "web"
        count = 2
        spread = "eu/*"
        [group.dbs]
        node = "db"
        count = 2
        spread = "eu/*"
        [service.site]
        needs = ["any of webs", "any of dbs"]
    )toml",
                                {.trials = 1});
    const auto function = function_of(study.program, "service:site");
    const auto distribution = long_run(study.program, function);
    Evaluation evaluation(function.diagram, distribution);

    // Given the zones: both up 2 q^2 - q^4, one up 2 q - q^2, none 1; q = 1/1000, zone 1/10000.
    const double q = 1e-3;
    const double z = 1e-4;
    const double down = (1 - z) * (1 - z) * (2 * q * q - q * q * q * q) + 2 * z * (1 - z) * (2 * q - q * q) + z * z;
    CHECK(evaluation.of(function.down.front()).down == Approx(down).epsilon(1e-12));

    // A zone is pivotal while the other is down, or while a server in the other is.
    const auto all = importances(evaluation, function.down.front());
    const double both_up = 2 * q * q - q * q * q * q;
    const double one_up = 2 * q - q * q;
    const double zone = z * (1 - one_up) + (1 - z) * (one_up - both_up);
    CHECK(all[0].birnbaum == Approx(zone).epsilon(1e-11));  // zones are asked for first
    CHECK(all[1].birnbaum == Approx(zone).epsilon(1e-11));
}

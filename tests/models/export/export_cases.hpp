// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>

#include "models/compile/program.hpp"
#include "models/export/parts.hpp"
#include "models/export/service_chain.hpp"

/// Small scenarios, compiled, for the tests of exports.
namespace nines::exporting_test {

/// Throws std::runtime_error if the scenario has errors.
compile::Program program_of(std::string_view toml);

/// All services.
exporting::ExportQuestion question_of(const compile::Program& program);

/// Throws std::runtime_error if it is refused. `program` outlives the result.
exporting::ServiceChain chain_of(const compile::Program& program);

/// Long-run unavailability of "service:NAME" as `nines solve` has it. Throws if it has none.
double solved_unavailability(const compile::Program& program, std::string_view service);

/// Two alike servers of which one is needed, and one repairer for both.
inline constexpr std::string_view one_repairer = R"toml(
format = 1
[scenario]
name = "Pair with one repairer"
[crew.hands]
size = 1
[node.server]
mtbf = "1000 h"
mttr = "10 h"
repaired_by = "hands"
[group.pair]
node = "server"
count = 2
[service.site]
needs = ["1 of pair"]
[service.both]
needs = ["2 of pair"]
)toml";

/// Birth-death chain with r = repair / up = 0.01: P(both down) = 2 r^2 / (1 + 2 r + 2 r^2).
inline constexpr double one_repairer_both_down = 2e-4 / 1.0202;
/// P(at least one down) = (2 r + 2 r^2) / (1 + 2 r + 2 r^2).
inline constexpr double one_repairer_some_down = 0.0202 / 1.0202;

/// Independent nodes of any law, a cold pair, a service that needs another.
inline constexpr std::string_view shop = R"toml(
format = 1
[scenario]
name = "A <shop> & -- \"more\""
[node.web]
mtbf = "90 d"
mttr = "2 h"
[group.web]
node = "web"
count = 4
[node.net]
ttf = "weibull(shape 2, scale 5 y)"
mttr = "4 h"
[node.store]
mtbf = "60 d"
mttr = "12 h"
[group.store]
node = "store"
count = 2
active = 1
standby = { mode = "cold", start = "5 min" }
[service.shop]
needs = ["2 of web", "net", "store", "login"]
[service.login]
needs = ["1 of web", "net"]
)toml";

}  // namespace nines::exporting_test

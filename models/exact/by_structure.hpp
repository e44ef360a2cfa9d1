// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>

#include "models/exact/chain_figures.hpp"
#include "models/exact/islands.hpp"
#include "models/exact/line_structure.hpp"

namespace nines::exact {

/// The long run of a line that hears of several islands: each island's joint distribution of what the line needs of
/// it, put together by the line's structure function. Exact, since islands are independent of each other; lone units
/// need no chain and may have any laws.
std::variant<LongRun, Refusal> long_run_by_structure(const Program& program, const Islands& islands,
                                                     const LineOrigins& origins, LineId line, const PartProvider& part,
                                                     std::size_t most_nodes);

}  // namespace nines::exact

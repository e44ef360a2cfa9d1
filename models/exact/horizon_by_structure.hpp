// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>
#include <variant>

#include "models/exact/chain_figures.hpp"
#include "models/exact/line_structure.hpp"
#include "sim/units/duration.hpp"

namespace nines::exact {

/// Figures over a horizon, from the start, of a line that hears of several islands.
///
/// At each of many instants the islands' own distributions are put together by the line's structure function. The
/// mean over the horizon is a Gauss-Kronrod quadrature on panels whose lengths double from the fastest time of any
/// island to the horizon, since what a Markov chain does slows down geometrically; `error` is the difference between
/// its two rules, plus what the transient solutions leave out.
/// Source: Kronrod 1965; Laurie, Math. Comp. 66 (1997).
std::variant<OverHorizon, Refusal> over_horizon_by_structure(
    const Program& program, const Islands& islands, const LineOrigins& origins, LineId line, const PartProvider& part,
    Duration horizon, std::span<const Duration> instants, const std::function<bool()>& go_on, std::size_t most_nodes);

}  // namespace nines::exact

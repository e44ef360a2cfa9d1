// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/exact/scope.hpp"

namespace nines::exact {

/// A program cut into parts that do not act upon each other: no crew, spare, cause, role, load or clock of one depends
/// on what happens in another. Each is a Markov chain of its own, and their states are independent at any time; what
/// joins them is only which of them a service needs.
///
/// Hosts belong together when they
///   - wait for the same crew (unless it has hands for all) or the same spares,
///   - are struck by the same cause, stand by for one another, or share a load,
///   - or one reacts (its role, its clocks, its pace) to the loss of a line, or to a count, that the other feeds.
struct Islands {
    std::vector<Scope> scopes;
    std::vector<std::uint32_t> of_host;  ///< By host: index into scopes.
};

Islands islands_of(const Program& program);

/// By line: which island it hears of, if it hears of one only.
struct LineOrigins {
    static constexpr std::uint32_t nobody = ~std::uint32_t{0};
    static constexpr std::uint32_t several = nobody - 1;
    std::vector<std::uint32_t> of_line;
};

LineOrigins line_origins(const Program& program, const Islands& islands);

/// The islands that a line hears of, ascending.
std::vector<std::uint32_t> islands_behind(const Program& program, const Islands& islands, LineId line);

}  // namespace nines::exact

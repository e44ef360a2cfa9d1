// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "models/exact/line_structure.hpp"

namespace nines::exact {

/// How much the long-run unavailability of a line follows one kind of time.
struct Sensitivity {
    std::string cause;  ///< As in downtime chains, members of a group together: "node:web/*:crash".
    std::string time;   ///< "time to failure", "repair", "notice", "response", "start", "lead time", "time between".

    /// d ln U / d ln time: by how many percent the unavailability U rises when this time grows by one percent.
    double elasticity = 0.0;
};

/// All of them, the strongest first.
///
/// A line is U = sum over the outcomes a of an island of P(a) P(down | a), so each island's rates act through its own
/// chain with the reward P(down | a); with the relative values g of that chain (see sim::bias)
///
///     dU / d ln rate = sum over transitions i -> j with that rate of pi(i) q(i,j) (g(j) - g(i)).
///
/// Lone units have the closed form dU / d ln(mean down time) = -dU / d ln(mean up time) = Birnbaum * p (1 - p).
/// Refused: what the structure or the chains refuse; no downtime at all.
std::variant<std::vector<Sensitivity>, Refusal> sensitivities(const Program& program, const Islands& islands,
                                                              const LineOrigins& origins, LineId line,
                                                              const PartProvider& part,
                                                              const std::function<bool()>& go_on);

}  // namespace nines::exact

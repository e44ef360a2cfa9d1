// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/compile/program.hpp"
#include "models/exact/solution.hpp"
#include "models/observe/tally.hpp"
#include "models/results/results.hpp"

namespace nines::results {

/// Whose rows tell what the design as a whole costs. The same in every scenario, so that designs can be compared.
inline constexpr const char* whole_design = "scenario:design";

/// "infrastructure_cost_per_year", ..
std::string metric_of(compile::CostPart part);

/// Appends what the design costs per year, in all, by part and by thing; nothing if nothing has a price. What is known
/// beforehand is no estimate: such rows are exact. What backups keep is known from `rows` (see backup_rows.hpp), and is
/// taken to be independent of the rest.
void add_cost_rows(std::vector<Metric>& rows, const compile::Program& program, const observe::Tally& tally,
                   double confidence);

/// Of what a design costs within the measured span.
struct KnownCost {
    double fixed = 0.0;         ///< Known beforehand, what backups keep on average among it.
    double most_varying = 0.0;  ///< The most that one trial may add, as far as that is known.
};

/// Of one part, or of all.
KnownCost known_cost(const compile::Program& program, std::optional<compile::CostPart> part);

/// Costs without sampling error, and why some cannot be had.
struct ExactCosts {
    std::vector<Metric> rows;
    std::vector<std::string> missing;
};

/// What is fixed, and downtime: the price is linear in unavailability and in the number of outages. With a price that
/// depends on the time of the week, unavailability must not: in the long run it does not.
ExactCosts exact_costs(const exact::Solution& solution, const compile::Program& program, bool steady);

}  // namespace nines::results

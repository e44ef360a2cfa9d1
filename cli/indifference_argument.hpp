// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <CLI/CLI.hpp>

#include "models/compare/compare.hpp"

namespace nines::cli {

/// --indifference SIZE: "2%" of the first design's figure for every metric, or "METRIC=SIZE" in the metric's own unit
/// ("downtime_per_year=5 min", "p_rto_met=0.1%", "outages_per_year=2%"). May be repeated; the last that fits counts.
void add_indifference_option(CLI::App& app, std::vector<compare::Indifference>& indifference);

}  // namespace nines::cli

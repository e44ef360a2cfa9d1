// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "models/report/reasons.hpp"
#include "models/results/results.hpp"

/// How a service's availability objective was met, window by window: a table that the text and the Markdown report
/// share.
namespace nines::report {

/// The table, if the subject has an objective and figures of its windows.
std::vector<ReasonTable> objective_tables(const results::Results& results, std::string_view subject);

/// Whether the row stands in this table or says the same again, so that it need not be listed among the figures.
bool is_in_objective_table(const results::Metric& metric);

}  // namespace nines::report

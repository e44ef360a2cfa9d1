// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/charts/chart.hpp"

namespace nines::charts {

/// The numbers of a chart as CSV (RFC 4180, lines end in CR LF; text that a spreadsheet would take for a formula is
/// guarded as in reports), with the columns
///
///     series,at,end,base,value,low,high,n
///
/// Times are in seconds, shares fractions of 1, values of a nines axis unavailabilities. `at` is the name of a category
/// where there are such. Rules follow as rows of their own. What a point does not have is empty.
std::string to_csv(const Chart& chart);

}  // namespace nines::charts

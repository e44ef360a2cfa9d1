// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "models/results/results.hpp"

namespace nines::report {

/// The rows of the results contract as CSV (RFC 4180, lines end in CR LF), with the columns
///
///     subject,metric,class,unit,estimate,low,high,n,method,at,states,residual,unreliable
///
/// Numbers are the shortest text that reads back to the same bits; optional columns are empty where a row has none;
/// `unreliable` is 0 or 1. Rows that are not finite are left out, as in JSON.
std::string to_csv(const results::Results& results);

/// A text cell as it stands in the file: quoted where RFC 4180 wants it. Cells that a spreadsheet would take for a
/// formula (first character = + - @ tab or CR) get an apostrophe in front, which readers of the file strip.
std::string csv_cell(std::string_view text);

}  // namespace nines::report

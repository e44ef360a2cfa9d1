// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/results/results.hpp"

namespace nines::report {

/// The results contract as one JSON document, format 1; one row a line, so that two runs can be compared with diff.
///
/// Numbers are written so that reading them back gives the same bits. JSON has no infinity: a row whose figures are
/// not finite is left out and named in `diagnostics` (code R001), never written as null. The same results give the
/// same text on every machine: wall time and thread count are not part of it.
std::string to_json(const results::Results& results);

}  // namespace nines::report

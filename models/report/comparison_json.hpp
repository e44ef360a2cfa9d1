// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/compare/comparison.hpp"

namespace nines::report {

/// One JSON document, format 1: the designs with what they differ by, every metric of each (`design` says whose), and
/// the paired differences, one a line. As `to_json` of results, it holds no wall time, and rows that are not finite are
/// left out and named in `diagnostics`.
std::string to_json(const compare::Comparison& comparison);

}  // namespace nines::report

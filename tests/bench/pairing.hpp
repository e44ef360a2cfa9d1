// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "tests/bench/report.hpp"

namespace nines::bench {

/// Two designs that differ in one component: how much larger the variance of their difference is with seeds of their
/// own than with the same luck, over repeated comparisons; and what a comparison costs beside the two runs.
std::vector<Row> pairing_rows(bool quick);

}  // namespace nines::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "tests/bench/report.hpp"

/// A web tier and a database that is copied every hour for ten years.
namespace nines::bench {

/// With that schedule against the same without it: a job is no event, so that it costs what its restores cost.
std::vector<Row> backup_rows(bool quick);

}  // namespace nines::bench

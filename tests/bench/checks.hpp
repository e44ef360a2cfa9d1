// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "tests/bench/report.hpp"

/// A web tier and its database, watched by health checks, leases and heartbeats.
namespace nines::bench {

/// With a check a second against the same with a check a minute: a check is no event, so that it costs nothing.
std::vector<Row> check_rows(bool quick);

}  // namespace nines::bench

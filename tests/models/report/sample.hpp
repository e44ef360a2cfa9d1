// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "models/results/results.hpp"

namespace nines::report_test {

/// A run of a web shop as it might have come out: one service with an objective, groups, domains, a crew, chains.
results::Results shop();

/// The smallest results: one service, two rows.
results::Results tiny();

/// A simulated figure with its interval, seen `n` times.
results::Metric row(const char* subject, const char* metric, const char* unit, double estimate, double low, double high,
                    std::uint64_t n, const char* failure_class = "");

}  // namespace nines::report_test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/results/results.hpp"

namespace nines::report_test {

/// A run of a web shop as it might have come out: one service with an objective, groups, domains, a crew, chains.
results::Results shop();

/// The smallest results: one service, two rows.
results::Results tiny();

}  // namespace nines::report_test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"

namespace nines::results {

/// Appends what a run takes for granted of the backups, one sentence for all to which it applies.
void add_backup_assumptions(std::vector<std::string>& said, const scenario::Scenario& scenario);

}  // namespace nines::results

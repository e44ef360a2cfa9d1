// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "models/validate/open.hpp"

namespace nines::validate {

/// Opens a scenario again with these options.
using OpenAgain = std::function<Opened(const OpenOptions& options)>;

/// Checks the `[[vary]]` of a scenario that has no other mistake: their form, and that the scenario is valid at the
/// first and at the last point of their grid. What is wrong at a point is reported where its `[[vary]]` stands.
void check_varied(Opened& opened, const OpenOptions& options, const OpenAgain& open_again);

}  // namespace nines::validate

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/compare/requirement.hpp"

namespace nines::compare {

/// The same design with other objectives to count recoveries against. What happens in a trial does not depend on them,
/// so variants of one design have the same luck in every event.
struct Variants {
    std::vector<scenario::Scenario> scenarios;  ///< At least one.
    std::vector<std::size_t> of;                ///< The variant that shows each requirement.
};

/// As few variants as the times and windows in P(..) need: a service can be held against one of them at once. The first
/// keeps the scenario's own windows.
Variants variants_of(const scenario::Scenario& scenario, const std::vector<Requirement>& requirements);

}  // namespace nines::compare

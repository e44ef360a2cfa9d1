// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/scenario/scenario.hpp"

namespace nines::scenario {

/// The class of each domain's failures, by the domain's index: rack, zone or region. In this order:
///
/// 1. its key `level`;
/// 2. the last word of its preset's name, else of its id, digits at the end ignored: `rack`; `az`, `zone`; `region`
///    ("cloud-region", "eu/az2", "dc-zone1");
/// 3. what it contains, near or far: region if it contains a zone (or a region), zone if it contains a rack;
/// 4. zone.
///
/// What only rule 4 gave says nothing about what contains it.
std::vector<FailureClass> domain_levels(const Scenario& scenario);

}  // namespace nines::scenario

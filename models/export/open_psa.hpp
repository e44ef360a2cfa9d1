// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/export/fault_tree.hpp"
#include "models/export/text.hpp"

namespace nines::exporting {

/// Fault trees in the Open-PSA Model Exchange Format, read by SCRAM, XFTA and others: a fault tree for each service
/// with its top gate first, and the basic events with their long-run unavailabilities as model data.
/// Source: Open-PSA Model Exchange Format 2.0d, chapters on fault trees and stochastic layer.
std::string open_psa(const FaultTrees& trees, const Heading& heading);

}  // namespace nines::exporting

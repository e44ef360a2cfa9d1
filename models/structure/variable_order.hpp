// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/structure/gate_graph.hpp"

namespace nines::structure {

/// The nodes with leaves, in the order in which a decision diagram should ask for them. The size of a diagram is
/// decided here: it must remember what it asked for until the last part that needs it.
///
/// From the root downwards, input after input, so that what belongs together stays together. What several inputs of a
/// gate share, and nothing outside that gate, comes just before the first of them; inputs that share the same things
/// follow one another. So a zone with units of every group is asked for first, a rack just before its servers.
///
/// `children_first` is inputs_first(graph).
std::vector<std::uint32_t> order_of_leaves(const GateGraph& graph, const std::vector<std::uint32_t>& children_first);

}  // namespace nines::structure

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <variant>
#include <vector>

#include "models/compile/program.hpp"
#include "models/structure/decision_diagram.hpp"
#include "models/structure/leaf.hpp"
#include "models/structure/refusal.hpp"

namespace nines::structure {

/// Which variables decide whether lines are down, and how.
struct StructureFunction {
    DecisionDiagram diagram;
    std::vector<Leaf> leaves;             ///< By variable. A block is whole, even if only a part of it matters.
    std::vector<std::uint32_t> block_of;  ///< By variable: index into Boundary::blocks, or no_block.
    std::vector<NodeId> down;             ///< By line asked for: true while it is down.
};

/// The function "line is down" of each of `lines`, over one common order of the variables.
///
/// Variables that many parts share (racks, zones, a shared network) come just before the first part that needs
/// them, parts that share the same ones stand together, and the inputs of one gate are neighbours.
///
/// Refused, with a sentence for the user: more nodes than `node_limit`; a standby member's role that is reached and
/// stands in no block. Precondition: the lines exist.
std::variant<StructureFunction, Refusal> structure_function(const compile::Program& program,
                                                            std::span<const compile::LineId> lines,
                                                            const Boundary& boundary = {},
                                                            std::size_t node_limit = default_node_limit);

}  // namespace nines::structure

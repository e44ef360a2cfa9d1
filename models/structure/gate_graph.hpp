// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

#include "models/structure/leaf.hpp"
#include "models/structure/refusal.hpp"

namespace nines::structure {

/// What some lines depend on, without thresholds: gates above, leaves below. Leaves of one block are one node.
struct GateGraph {
    struct Node {
        compile::GateId gate = compile::none<compile::GateId>;  ///< None: leaves (or the root).
        std::vector<Leaf> leaves;
        std::uint32_t block = no_block;
        std::vector<std::uint32_t> inputs;  ///< Nodes, each once.
    };

    std::vector<Node> nodes;  ///< The first is the root; its inputs are what the lines asked for stand for.
};

/// Refused: a standby member's role that stands in no block.
std::variant<GateGraph, Refusal> reach(const compile::Program& program, std::span<const compile::LineId> lines,
                                       const Boundary& boundary);

/// The nodes in an order in which inputs come before what they feed; the root comes last.
std::vector<std::uint32_t> inputs_first(const GateGraph& graph);

}  // namespace nines::structure

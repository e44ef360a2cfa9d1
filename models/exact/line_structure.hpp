// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <variant>
#include <vector>

#include "models/engine/discrete_state.hpp"
#include "models/exact/islands.hpp"
#include "models/exact/part_chain.hpp"
#include "models/structure/distribution.hpp"
#include "models/structure/structure_function.hpp"

/// How a line that hears of several islands hangs together: which variables decide it, and how likely they are.
namespace nines::exact {

using PartOrRefusal = std::variant<PartChain*, Refusal>;
/// The solved chain of an island, by its number.
using PartProvider = std::function<PartOrRefusal(std::uint32_t island)>;

/// A line's leaves, those of one island in one block.
struct LineBoundary {
    structure::Boundary boundary;
    std::vector<std::uint32_t> island_of_block;
};

/// Goes down from `line` through the gates and stops at lines for which `is_leaf` holds, at units and at roles. Lines
/// that hear of nobody never change and are left out. Refused: a block longer than an outcome's word.
/// Precondition: `is_leaf` holds only for lines that hear of one island.
std::variant<LineBoundary, Refusal> line_boundary(const Program& program, const Islands& islands,
                                                  const LineOrigins& origins, LineId line,
                                                  const std::function<bool(LineId)>& is_leaf);

/// The same with the fewest leaves: every line that hears of one island only is one.
std::variant<LineBoundary, Refusal> line_boundary(const Program& program, const Islands& islands,
                                                  const LineOrigins& origins, LineId line);

/// Is the leaf down when this unit alone is? A line of it and of things that never fail may stay up without it.
/// `all_well` is engine::initial_state, and is given back as it was.
bool depends_on(const Program& program, engine::DiscreteState& all_well, const structure::Leaf& leaf, UnitId unit);

/// An island's joint distribution of some of its lines, units and roles, and how often it goes from one to another.
struct Joint {
    std::vector<structure::Outcome> outcomes;
    std::vector<structure::Flow> flows;
};

/// Hosts that are alike are not told apart in a chain's states: what is asked of the outcomes must not tell them apart
/// either. Precondition: at most structure::longest_block leaves.
Joint joint_of(PartChain& part, const std::vector<structure::Leaf>& leaves);

/// A line's structure function over a boundary, and the variables' long run.
struct LineStructure {
    structure::StructureFunction function;  ///< Of one line: down.front().
    structure::Distribution distribution;
};

/// `joint` gives a block's joint distribution; it is not asked for blocks of a lone unit.
std::variant<LineStructure, Refusal> line_structure(
    const Program& program, const Islands& islands, const LineBoundary& boundary, LineId line,
    const std::function<std::variant<Joint, Refusal>(std::uint32_t block)>& joint,
    std::size_t most_nodes = structure::default_node_limit);

/// A line with its boundary of fewest leaves.
struct BoundedLine {
    LineBoundary boundary;
    LineStructure structure;
};

/// The same with the joint distributions of the solved chains.
std::variant<BoundedLine, Refusal> bounded_line(const Program& program, const Islands& islands,
                                                const LineOrigins& origins, LineId line, const PartProvider& part,
                                                std::size_t most_nodes = structure::default_node_limit);

}  // namespace nines::exact

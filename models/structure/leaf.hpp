// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "models/compile/program.hpp"

namespace nines::structure {

/// The input of a standby member's serving gate that says whether the member is in service; "down" while it is not.
struct Role {
    compile::GateId gate;
    bool operator==(const Role&) const = default;
};

/// What a variable stands for. A line taken as a variable hides everything below it.
using Leaf = std::variant<compile::UnitId, compile::LineId, Role>;

/// Where to stop looking deeper. Each block becomes consecutive variables, in its own order: a single line is a block
/// of one; lines, units and roles that depend on each other are one block. A leaf stands in at most one block.
/// Every unit that is reached and stands in no block is a variable by itself.
struct Boundary {
    std::vector<std::vector<Leaf>> blocks;
};

/// "Not in any block of the boundary."
inline constexpr std::uint32_t no_block = ~std::uint32_t{0};

/// A number for each leaf of a program.
class LeafTable {
public:
    LeafTable(const compile::Program& program, std::uint32_t value)
        : units_(program.units.size(), value),
          lines_(program.lines.size(), value),
          roles_(program.gates.size(), value) {}

    std::uint32_t& operator[](compile::UnitId unit) { return units_[+unit]; }
    std::uint32_t& operator[](compile::LineId line) { return lines_[+line]; }
    std::uint32_t& operator[](Role role) { return roles_[+role.gate]; }
    std::uint32_t& operator[](const Leaf& leaf) {
        return std::visit([this](auto kind) -> std::uint32_t& { return (*this)[kind]; }, leaf);
    }

private:
    std::vector<std::uint32_t> units_, lines_, roles_;
};

}  // namespace nines::structure

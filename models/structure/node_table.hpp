// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "models/compile/ids.hpp"

namespace nines::structure {

using compile::operator+;

/// A yes/no question about the system, usually "is this unit down?". The numbers are the order in which diagrams ask.
using Variable = std::uint32_t;

enum class NodeId : std::uint32_t {};

/// The two ends of every diagram.
inline constexpr NodeId no{0};
inline constexpr NodeId yes{1};

/// Variable of the two ends: after every other.
inline constexpr Variable past_last_variable = ~Variable{0};

/// Four million nodes: about 100 MB, seconds of work.
inline constexpr std::size_t default_node_limit = std::size_t{1} << 22;

/// Asks `variable`: up leads to `low`, down leads to `high`.
struct DiagramNode {
    Variable variable = past_last_variable;
    NodeId low = no;
    NodeId high = no;
};

/// Nodes of decision diagrams, each kept once: equal nodes have equal ids. Children are added before their parents,
/// so that ascending ids go from the ends upwards.
class NodeTable {
public:
    /// Precondition: 2 <= limit < 2^31. The two ends count.
    explicit NodeTable(std::size_t limit);

    const DiagramNode& operator[](NodeId id) const { return nodes_[+id]; }
    std::size_t size() const { return nodes_.size(); }

    /// None: the table holds as many nodes as it may.
    std::optional<NodeId> find_or_add(const DiagramNode& node);

private:
    std::size_t slot_of(const DiagramNode& node) const;
    void grow();

    std::size_t limit_;
    std::vector<DiagramNode> nodes_;
    std::vector<std::uint32_t> slots_;  ///< Open addressing; 0: free, since no end is ever looked up.
};

}  // namespace nines::structure

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "models/structure/node_table.hpp"

namespace nines::structure {

/// Boolean functions as reduced ordered decision diagrams: equal functions are the same node, so that a function of
/// thousands of variables whose parts have little to do with each other takes thousands of nodes, not 2^n rows.
///
/// Every operation returns none once the nodes are used up, and leaves what was built before as it was. Nothing
/// recurses: the depth of a diagram costs no stack.
/// Source: Bryant, IEEE Trans. Computers C-35 (1986); Brace, Rudell and Bryant, DAC (1990).
class DecisionDiagram {
public:
    /// Precondition: 2 <= node_limit < 2^31.
    explicit DecisionDiagram(std::size_t node_limit = default_node_limit);

    const DiagramNode& operator[](NodeId id) const { return nodes_[id]; }
    const NodeTable& nodes() const { return nodes_; }

    /// The function that is true while `variable` is down.
    std::optional<NodeId> variable(Variable variable);

    std::optional<NodeId> if_then_else(NodeId condition, NodeId then, NodeId otherwise);

    /// True while at least `count` of the inputs are: always for count <= 0, never for more than there are.
    ///
    /// Built from the last input to the first, so inputs should come in the order of their variables. For inputs
    /// without common variables that takes count * (n - count + 1) times the nodes of one input.
    std::optional<NodeId> at_least(std::span<const NodeId> inputs, std::int64_t count);

private:
    struct Triple {
        NodeId condition, then, otherwise;
        bool operator==(const Triple&) const = default;
    };
    struct Frame {
        Triple of;
        Variable top;
        std::optional<NodeId> low;
    };
    struct Computed {
        Triple of{yes, yes, yes};  ///< Settled without looking: never asked for.
        NodeId result = no;
    };

    std::optional<NodeId> known(Triple& of) const;
    Variable top_variable(const Triple& of) const;
    Triple branch(const Triple& of, Variable top, bool high) const;
    std::optional<NodeId> make(Variable variable, NodeId low, NodeId high);
    std::size_t slot_of(const Triple& of) const;
    void remember(const Triple& of, NodeId result);

    NodeTable nodes_;
    std::vector<Computed> computed_;  ///< Forgets: one place for all triples with the same hash.
    std::vector<Frame> stack_;
};

}  // namespace nines::structure

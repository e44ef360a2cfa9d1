// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/structure/node_table.hpp"

namespace nines::structure {

NodeTable::NodeTable(std::size_t limit) : limit_(limit), nodes_(2), slots_(64) {
    nodes_[+yes] = {past_last_variable, yes, yes};
}

std::optional<NodeId> NodeTable::find_or_add(const DiagramNode& node) {
    std::size_t slot = slot_of(node);
    if (slots_[slot] != 0) return static_cast<NodeId>(slots_[slot]);
    if (nodes_.size() >= limit_) return std::nullopt;
    if (2 * nodes_.size() > slots_.size()) {
        grow();
        slot = slot_of(node);
    }
    slots_[slot] = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back(node);
    return static_cast<NodeId>(slots_[slot]);
}

/// Where the node is, or would be.
std::size_t NodeTable::slot_of(const DiagramNode& node) const {
    const std::uint64_t children = (std::uint64_t{+node.low} << 32) | +node.high;
    const std::uint64_t mixed = (children * 0x9e3779b97f4a7c15u ^ node.variable) * 0xbf58476d1ce4e5b9u;
    std::size_t slot = (mixed >> 24) & (slots_.size() - 1);
    while (slots_[slot] != 0) {
        const DiagramNode& there = nodes_[slots_[slot]];
        if (there.variable == node.variable && there.low == node.low && there.high == node.high) break;
        slot = (slot + 1) & (slots_.size() - 1);
    }
    return slot;
}

void NodeTable::grow() {
    slots_.assign(2 * slots_.size(), 0);
    for (std::uint32_t id = 2; id < nodes_.size(); ++id) slots_[slot_of(nodes_[id])] = id;
}

}  // namespace nines::structure

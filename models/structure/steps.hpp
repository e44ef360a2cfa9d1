// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "models/structure/cut_sets.hpp"
#include "models/structure/distribution.hpp"

namespace nines::structure {

/// Every way through one block of a diagram of cut sets, from `node`: use(bits chosen, node after the block, chance
/// that all of them are down). A single variable has two.
template <class Use>
void for_each_step(const NodeTable& nodes, const Distribution& distribution, NodeId node, Use&& use) {
    const Block& block = distribution.block_of(nodes[node].variable);
    if (block.size() == 1) {
        if (nodes[node].low != no) use(std::uint64_t{0}, nodes[node].low, 1.0);
        use(std::uint64_t{1}, nodes[node].high, distribution.all_down(block, 1));
        return;
    }
    std::vector<std::pair<NodeId, std::uint64_t>> open{{node, 0}};
    while (!open.empty()) {
        const auto [at, chosen] = open.back();
        open.pop_back();
        const DiagramNode& of = nodes[at];
        if (of.variable >= block.end) {
            if (at != no) use(chosen, at, distribution.all_down(block, chosen));
            continue;
        }
        open.emplace_back(of.low, chosen);
        open.emplace_back(of.high, chosen | (std::uint64_t{1} << (of.variable - block.first)));
    }
}

/// The nodes at which a block begins on some way down from the root, parents first.
std::vector<NodeId> block_begins(const CutSets& cut_sets, const Distribution& distribution);

/// By node, for nodes at which a block begins: sum of P over the sets from there on; the empty set has 1. Others: 0.
std::vector<double> sums_below(const CutSets& cut_sets, const Distribution& distribution);

}  // namespace nines::structure

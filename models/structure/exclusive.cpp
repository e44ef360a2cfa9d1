// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/structure/exclusive.hpp"

#include <algorithm>

namespace nines::structure {

std::optional<double> Exclusive::operator()(NodeId f, NodeId g) {
    if (const auto settled = known(f, g)) return settled;
    stack_.assign(1, {f, g});
    while (!stack_.empty()) {
        const auto [a, b] = stack_.back();
        if (!known(a, b)) {
            if (push_unknown(a, b)) continue;
            if (!pairs_.insert(a, b, combine(a, b))) return std::nullopt;
        }
        stack_.pop_back();
    }
    return known(f, g);
}

std::optional<double> Exclusive::known(NodeId f, NodeId g) {
    if (f == g || f == no || g == yes) return 0.0;
    if (g == no) return evaluation_.of(f).down;
    if (f == yes) return evaluation_.of(g).up;
    const double* found = pairs_.find(f, g);
    return found == nullptr ? std::nullopt : std::optional(*found);
}

const Block& Exclusive::top_block(NodeId f, NodeId g) const {
    const DecisionDiagram& diagram = evaluation_.diagram();
    return evaluation_.distribution().block_of(std::min(diagram[f].variable, diagram[g].variable));
}

bool Exclusive::push_unknown(NodeId f, NodeId g) {
    const Block& block = top_block(f, g);
    const NodeTable& nodes = evaluation_.diagram().nodes();
    const std::size_t before = stack_.size();
    for (const Outcome& outcome : evaluation_.distribution().outcomes(block)) {
        const NodeId next_f = leave_block(nodes, block, f, outcome.down);
        const NodeId next_g = leave_block(nodes, block, g, outcome.down);
        if (!known(next_f, next_g)) stack_.emplace_back(next_f, next_g);
    }
    return stack_.size() > before;
}

double Exclusive::combine(NodeId f, NodeId g) {
    const Block& block = top_block(f, g);
    const NodeTable& nodes = evaluation_.diagram().nodes();
    double sum = 0.0;
    for (const Outcome& outcome : evaluation_.distribution().outcomes(block)) {
        const NodeId next_f = leave_block(nodes, block, f, outcome.down);
        const NodeId next_g = leave_block(nodes, block, g, outcome.down);
        sum += outcome.probability * *known(next_f, next_g);
    }
    return sum;
}

}  // namespace nines::structure

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/structure/probability.hpp"

namespace nines::structure {

Chance Evaluation::of(NodeId function) {
    if (values_.size() < diagram_.nodes().size()) {
        values_.resize(diagram_.nodes().size(), {-1.0, -1.0});
        values_[+no] = {0.0, 1.0};
        values_[+yes] = {1.0, 0.0};
    }
    if (is_known(function)) return values_[+function];
    stack_.assign(1, function);
    while (!stack_.empty()) {
        const NodeId node = stack_.back();
        if (!is_known(node) && push_unknown(node)) continue;
        if (!is_known(node)) values_[+node] = combine(node);
        stack_.pop_back();
    }
    return values_[+function];
}

/// Puts off `node` until what it leads to is known; false if it is.
bool Evaluation::push_unknown(NodeId node) {
    const Block& block = distribution_.block_of(diagram_[node].variable);
    const std::size_t before = stack_.size();
    for (const Outcome& outcome : distribution_.outcomes(block)) {
        const NodeId next = leave_block(diagram_.nodes(), block, node, outcome.down);
        if (!is_known(next)) stack_.push_back(next);
    }
    return stack_.size() > before;
}

Chance Evaluation::combine(NodeId node) const {
    const Block& block = distribution_.block_of(diagram_[node].variable);
    Chance sum{0.0, 0.0};
    for (const Outcome& outcome : distribution_.outcomes(block)) {
        const Chance& next = values_[+leave_block(diagram_.nodes(), block, node, outcome.down)];
        sum.down += outcome.probability * next.down;
        sum.up += outcome.probability * next.up;
    }
    return sum;
}

}  // namespace nines::structure

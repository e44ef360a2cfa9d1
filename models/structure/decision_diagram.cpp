// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/structure/decision_diagram.hpp"

#include <algorithm>

namespace nines::structure {
namespace {

constexpr std::size_t first_computed_size = 1024;
constexpr std::size_t largest_computed_size = std::size_t{1} << 20;

}  // namespace

DecisionDiagram::DecisionDiagram(std::size_t node_limit) : nodes_(node_limit), computed_(first_computed_size) {}

std::optional<NodeId> DecisionDiagram::variable(Variable variable) {
    return make(variable, no, yes);
}

std::optional<NodeId> DecisionDiagram::if_then_else(NodeId condition, NodeId then, NodeId otherwise) {
    Triple of{condition, then, otherwise};
    stack_.clear();
    while (true) {
        std::optional<NodeId> result = known(of);
        if (!result) {
            const Variable top = top_variable(of);
            stack_.push_back({of, top, std::nullopt});
            of = branch(of, top, false);
            continue;
        }
        while (!stack_.empty() && stack_.back().low) {
            const Frame& done = stack_.back();
            result = make(done.top, *done.low, *result);
            if (!result) return std::nullopt;
            remember(done.of, *result);
            stack_.pop_back();
        }
        if (stack_.empty()) return result;
        stack_.back().low = result;
        of = branch(stack_.back().of, stack_.back().top, true);
    }
}

std::optional<NodeId> DecisionDiagram::at_least(std::span<const NodeId> inputs, std::int64_t count) {
    const auto n = static_cast<std::int64_t>(inputs.size());
    if (count <= 0) return yes;
    if (count > n) return no;
    // from_here[j]: at least j of the inputs from i on. Only what can still decide is computed: of the i inputs
    // before, between none and all are down.
    std::vector<NodeId> from_here(static_cast<std::size_t>(count) + 1, no);
    from_here[0] = yes;
    for (std::int64_t i = n - 1; i >= 0; --i) {
        for (std::int64_t j = std::min(count, n - i); j >= std::max<std::int64_t>(1, count - i); --j) {
            const auto made = if_then_else(inputs[i], from_here[j - 1], from_here[j]);
            if (!made) return std::nullopt;
            from_here[j] = *made;
        }
    }
    return from_here[count];
}

/// The result if it needs no branching; else `of` in a form that fewer triples have.
std::optional<NodeId> DecisionDiagram::known(Triple& of) const {
    if (of.condition == yes || of.then == of.otherwise) return of.then;
    if (of.condition == no) return of.otherwise;
    if (of.then == of.condition) of.then = yes;
    if (of.otherwise == of.condition) of.otherwise = no;
    if (of.then == of.otherwise) return of.then;
    if (of.then == yes && of.otherwise == no) return of.condition;
    // "a or b", "a and b": one order for both.
    if (of.then == yes && of.otherwise < of.condition) std::swap(of.condition, of.otherwise);
    if (of.otherwise == no && of.then < of.condition) std::swap(of.condition, of.then);
    const Computed& computed = computed_[slot_of(of)];
    if (computed.of == of) return computed.result;
    return std::nullopt;
}

Variable DecisionDiagram::top_variable(const Triple& of) const {
    return std::min({nodes_[of.condition].variable, nodes_[of.then].variable, nodes_[of.otherwise].variable});
}

DecisionDiagram::Triple DecisionDiagram::branch(const Triple& of, Variable top, bool high) const {
    const auto follow = [&](NodeId id) {
        const DiagramNode& node = nodes_[id];
        if (node.variable != top) return id;
        return high ? node.high : node.low;
    };
    return {follow(of.condition), follow(of.then), follow(of.otherwise)};
}

std::optional<NodeId> DecisionDiagram::make(Variable variable, NodeId low, NodeId high) {
    if (low == high) return low;
    return nodes_.find_or_add({variable, low, high});
}

std::size_t DecisionDiagram::slot_of(const Triple& of) const {
    const std::uint64_t pair = (std::uint64_t{+of.condition} << 32) | +of.then;
    const std::uint64_t mixed = (pair * 0x9e3779b97f4a7c15u ^ +of.otherwise) * 0xbf58476d1ce4e5b9u;
    return (mixed >> 24) & (computed_.size() - 1);
}

void DecisionDiagram::remember(const Triple& of, NodeId result) {
    if (nodes_.size() > computed_.size() && computed_.size() < largest_computed_size) {
        std::vector<Computed> old(2 * computed_.size());
        old.swap(computed_);
        for (const Computed& entry : old) computed_[slot_of(entry.of)] = entry;
    }
    computed_[slot_of(of)] = {of, result};
}

}  // namespace nines::structure

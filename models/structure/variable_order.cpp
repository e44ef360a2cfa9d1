// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/structure/variable_order.hpp"

#include <algorithm>

namespace nines::structure {
namespace {

using NodeIndex = std::uint32_t;

class Order {
public:
    Order(const GateGraph& graph, const std::vector<NodeIndex>& children_first)
        : graph_(graph), readers_(graph.nodes.size()), meeting_(graph.nodes.size(), 0), shares_(graph.nodes.size()) {
        for (NodeIndex n = 0; n < graph.nodes.size(); ++n) {
            for (const NodeIndex input : graph.nodes[n].inputs) readers_[input].push_back(n);
        }
        find_meetings(children_first);
        find_shares();
    }

    std::vector<NodeIndex> run() {
        std::vector<NodeIndex> leaves;
        std::vector<bool> is_placed(graph_.nodes.size(), false);
        std::vector<NodeIndex> to_visit{0};
        while (!to_visit.empty()) {
            const NodeIndex n = to_visit.back();
            to_visit.pop_back();
            if (is_placed[n]) continue;
            is_placed[n] = true;
            if (!graph_.nodes[n].leaves.empty()) leaves.push_back(n);
            const std::vector<NodeIndex> inputs = inputs_to_visit(n);
            to_visit.insert(to_visit.end(), inputs.rbegin(), inputs.rend());
        }
        return leaves;
    }

private:
    /// Where all ways from a node up to the root meet first (its immediate dominator). Source: Cooper, Harvey and
    /// Kennedy, "A simple, fast dominance algorithm" (2001); one pass is enough in a graph without cycles.
    void find_meetings(const std::vector<NodeIndex>& children_first) {
        std::vector<std::uint32_t> depth(graph_.nodes.size(), 0);
        for (auto n = children_first.rbegin() + 1; n != children_first.rend(); ++n) {
            NodeIndex meeting = readers_[*n].front();
            for (NodeIndex other : readers_[*n]) {
                while (meeting != other) {
                    NodeIndex& deeper = depth[meeting] > depth[other] ? meeting : other;
                    deeper = meeting_[deeper];
                }
            }
            meeting_[*n] = meeting;
            depth[*n] = depth[meeting] + 1;
        }
    }

    /// For each node with several readers: through which inputs of its meeting point it is reached.
    void find_shares() {
        std::vector<std::uint32_t> uses(graph_.nodes.size(), 0);
        std::vector<NodeIndex> seen_for(graph_.nodes.size(), 0);
        for (NodeIndex shared = 1; shared < graph_.nodes.size(); ++shared) {
            if (readers_[shared].size() < 2) continue;
            std::vector<NodeIndex> upwards{shared};
            seen_for[shared] = shared;
            while (!upwards.empty()) {
                const NodeIndex n = upwards.back();
                upwards.pop_back();
                for (const NodeIndex reader : readers_[n]) {
                    if (reader == meeting_[shared]) {
                        shares_[n].push_back(shared);
                        ++uses[shared];
                    } else if (seen_for[reader] != shared) {
                        seen_for[reader] = shared;
                        upwards.push_back(reader);
                    }
                }
            }
        }
        for (auto& shares : shares_) {
            std::stable_sort(shares.begin(), shares.end(),
                             [&](NodeIndex a, NodeIndex b) { return uses[a] != uses[b] ? uses[a] > uses[b] : a < b; });
        }
    }

    struct Input {
        NodeIndex node;
        std::vector<NodeIndex> shares;  ///< Only what is shared within the gate looked at.
    };

    std::vector<NodeIndex> inputs_to_visit(NodeIndex n) const {
        std::vector<Input> inputs;
        for (const NodeIndex input : graph_.nodes[n].inputs) {
            inputs.push_back({input, {}});
            for (const NodeIndex shared : shares_[input]) {
                if (meeting_[shared] == n) inputs.back().shares.push_back(shared);
            }
        }
        std::stable_sort(inputs.begin(), inputs.end(),
                         [](const Input& a, const Input& b) { return a.shares < b.shares; });
        std::vector<NodeIndex> visits;
        for (const Input& input : inputs) {
            visits.insert(visits.end(), input.shares.begin(), input.shares.end());
            visits.push_back(input.node);
        }
        return visits;
    }

    const GateGraph& graph_;
    std::vector<std::vector<NodeIndex>> readers_;
    std::vector<NodeIndex> meeting_;
    std::vector<std::vector<NodeIndex>> shares_;
};

}  // namespace

std::vector<NodeIndex> order_of_leaves(const GateGraph& graph, const std::vector<NodeIndex>& children_first) {
    return Order(graph, children_first).run();
}

}  // namespace nines::structure

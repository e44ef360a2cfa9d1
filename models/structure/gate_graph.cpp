// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/structure/gate_graph.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace nines::structure {
namespace {

using compile::GateId;
using compile::LineId;
using compile::none;
using compile::Program;
using compile::Range;
using compile::UnitId;

constexpr std::uint32_t unseen = ~std::uint32_t{0};

class Reach {
public:
    Reach(const Program& program, const Boundary& boundary)
        : program_(program), boundary_(boundary), block_of_(program, no_block) {
        for (std::uint32_t b = 0; b < boundary.blocks.size(); ++b) {
            for (const Leaf& leaf : boundary.blocks[b]) block_of_[leaf] = b;
        }
        node_of_block_.assign(boundary.blocks.size(), unseen);
        node_of_gate_.assign(program.gates.size(), unseen);
    }

    std::optional<Refusal> run(std::span<const LineId> lines) {
        graph_.nodes.emplace_back();
        for (const LineId line : lines) add_input(0, node_of(line));
        // Nodes are appended while they are read: every gate is looked into once.
        for (std::uint32_t n = 1; n < graph_.nodes.size(); ++n) {
            if (exists(graph_.nodes[n].gate) && !look_into(n)) return refusal();
        }
        return std::nullopt;
    }

    GateGraph take() { return std::move(graph_); }

private:
    bool look_into(std::uint32_t n) {
        const GateId gate = graph_.nodes[n].gate;
        const Range units = program_.gate_units[+gate];
        for (std::uint32_t u = units.begin; u < units.end; ++u) add_input(n, node_of(program_.units_of_gates[u]));
        if (exists(program_.role_of_gate[+gate])) {
            if (block_of_[Role{gate}] == no_block) return false;
            add_input(n, node_of_block(block_of_[Role{gate}]));
        }
        const Range lines = program_.gate_lines[+gate];
        for (std::uint32_t l = lines.begin; l < lines.end; ++l) add_input(n, node_of(program_.lines_of_gates[l]));
        return true;
    }

    void add_input(std::uint32_t n, std::uint32_t input) {
        last_reader_.resize(graph_.nodes.size(), unseen);
        if (std::exchange(last_reader_[input], n) != n) graph_.nodes[n].inputs.push_back(input);
    }

    std::uint32_t node_of(UnitId unit) {
        if (block_of_[unit] != no_block) return node_of_block(block_of_[unit]);
        return add_node({none<GateId>, {unit}, no_block, {}});
    }

    std::uint32_t node_of(LineId line) {
        if (block_of_[line] != no_block) return node_of_block(block_of_[line]);
        const GateId gate = program_.lines[+line].gate;
        if (node_of_gate_[+gate] == unseen) node_of_gate_[+gate] = add_node({gate, {}, no_block, {}});
        return node_of_gate_[+gate];
    }

    std::uint32_t node_of_block(std::uint32_t block) {
        if (node_of_block_[block] == unseen) {
            node_of_block_[block] = add_node({none<GateId>, boundary_.blocks[block], block, {}});
        }
        return node_of_block_[block];
    }

    std::uint32_t add_node(GateGraph::Node node) {
        graph_.nodes.push_back(std::move(node));
        return static_cast<std::uint32_t>(graph_.nodes.size() - 1);
    }

    static Refusal refusal() {
        return {
            "which member of a standby group serves depends on all of them, so their states cannot be treated as "
            "independent: solve the group as a whole, or simulate"};
    }

    const Program& program_;
    const Boundary& boundary_;
    LeafTable block_of_;
    std::vector<std::uint32_t> node_of_block_, node_of_gate_, last_reader_;
    GateGraph graph_;
};

}  // namespace

std::variant<GateGraph, Refusal> reach(const Program& program, std::span<const LineId> lines,
                                       const Boundary& boundary) {
    Reach walk(program, boundary);
    if (auto refusal = walk.run(lines)) return *std::move(refusal);
    return walk.take();
}

std::vector<std::uint32_t> inputs_first(const GateGraph& graph) {
    std::vector<std::uint32_t> order;
    std::vector<std::uint32_t> next_input(graph.nodes.size(), 0);
    std::vector<bool> is_seen(graph.nodes.size(), false);
    std::vector<std::uint32_t> path{0};
    while (!path.empty()) {
        const std::uint32_t n = path.back();
        const auto& inputs = graph.nodes[n].inputs;
        if (next_input[n] == inputs.size()) {
            order.push_back(n);
            path.pop_back();
            continue;
        }
        const std::uint32_t input = inputs[next_input[n]++];
        if (is_seen[input]) continue;
        is_seen[input] = true;
        path.push_back(input);
    }
    return order;
}

}  // namespace nines::structure

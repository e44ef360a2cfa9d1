// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/structure/structure_function.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "models/structure/gate_graph.hpp"
#include "models/structure/variable_order.hpp"

namespace nines::structure {
namespace {

using compile::Gate;
using compile::GateId;
using compile::LineId;
using compile::Program;
using compile::Range;

/// A function and the last variable that it may look at.
struct Input {
    NodeId down = no;
    Variable last = 0;
};

class Builder {
public:
    Builder(const Program& program, const GateGraph& graph, const std::vector<std::uint32_t>& children_first,
            std::size_t node_limit)
        : program_(program),
          graph_(graph),
          children_first_(children_first),
          variable_of_(program, past_last_variable),
          by_line_(program.lines.size()),
          built_{DecisionDiagram(node_limit), {}, {}, {}} {}

    /// False: too many nodes.
    bool run(std::span<const LineId> lines) {
        number_variables();
        mark_wanted(lines);
        const bool fits = std::all_of(children_first_.begin(), children_first_.end(), [this](std::uint32_t n) {
            const GateId gate = graph_.nodes[n].gate;
            return !exists(gate) || build_gate(gate);
        });
        if (!fits) return false;
        for (const LineId line : lines) {
            const auto input = input_of(line);
            if (!input) return false;
            built_.down.push_back(input->down);
        }
        return true;
    }

    StructureFunction take() { return std::move(built_); }

private:
    void number_variables() {
        for (const std::uint32_t n : order_of_leaves(graph_, children_first_)) {
            for (const Leaf& leaf : graph_.nodes[n].leaves) {
                variable_of_[leaf] = static_cast<Variable>(built_.leaves.size());
                built_.leaves.push_back(leaf);
                built_.block_of.push_back(graph_.nodes[n].block);
            }
        }
    }

    void mark_wanted(std::span<const LineId> lines) {
        is_wanted_.assign(program_.lines.size(), false);
        for (const LineId line : lines) is_wanted_[+line] = true;
        for (const GateGraph::Node& node : graph_.nodes) {
            if (!exists(node.gate)) continue;
            const Range inputs = program_.gate_lines[+node.gate];
            for (std::uint32_t l = inputs.begin; l < inputs.end; ++l) is_wanted_[+program_.lines_of_gates[l]] = true;
        }
    }

    bool build_gate(GateId id) {
        auto inputs = inputs_of(id);
        if (!inputs) return false;
        std::stable_sort(inputs->begin(), inputs->end(),
                         [](const Input& a, const Input& b) { return a.last < b.last; });
        std::vector<NodeId> down;
        for (const Input& input : *inputs) down.push_back(input.down);
        const Gate& gate = program_.gates[+id];
        for (std::uint32_t l = gate.lines.begin; l < gate.lines.end; ++l) {
            if (!is_wanted_[l]) continue;
            // Down while fewer than `threshold` inputs work.
            const std::int64_t enough = std::int64_t{gate.inputs} - program_.lines[l].threshold + 1;
            const auto made = built_.diagram.at_least(down, enough);
            if (!made) return false;
            by_line_[l] = {*made, inputs->empty() ? 0 : inputs->back().last};
        }
        return true;
    }

    std::optional<std::vector<Input>> inputs_of(GateId id) {
        std::vector<Input> inputs;
        const auto add = [&](std::optional<Input> input) {
            if (input) inputs.push_back(*input);
            return input.has_value();
        };
        const Range units = program_.gate_units[+id];
        for (std::uint32_t u = units.begin; u < units.end; ++u) {
            if (!add(leaf(program_.units_of_gates[u]))) return std::nullopt;
        }
        if (exists(program_.role_of_gate[+id]) && !add(leaf(Role{id}))) return std::nullopt;
        const Range lines = program_.gate_lines[+id];
        for (std::uint32_t l = lines.begin; l < lines.end; ++l) {
            if (!add(input_of(program_.lines_of_gates[l]))) return std::nullopt;
        }
        return inputs;
    }

    std::optional<Input> input_of(LineId line) {
        return variable_of_[line] == past_last_variable ? by_line_[+line] : leaf(line);
    }

    std::optional<Input> leaf(const Leaf& of) {
        const Variable variable = variable_of_[of];
        const auto down = built_.diagram.variable(variable);
        return down ? std::optional(Input{*down, variable}) : std::nullopt;
    }

    const Program& program_;
    const GateGraph& graph_;
    const std::vector<std::uint32_t>& children_first_;
    LeafTable variable_of_;
    std::vector<bool> is_wanted_;
    std::vector<Input> by_line_;
    StructureFunction built_;
};

}  // namespace

std::variant<StructureFunction, Refusal> structure_function(const Program& program, std::span<const LineId> lines,
                                                            const Boundary& boundary, std::size_t node_limit) {
    const auto reached = reach(program, lines, boundary);
    if (const auto* refusal = std::get_if<Refusal>(&reached)) return *refusal;
    const auto& graph = std::get<GateGraph>(reached);
    const auto children_first = inputs_first(graph);
    Builder builder(program, graph, children_first, node_limit);
    if (!builder.run(lines)) {
        return Refusal{
            fmt::format("the decision diagram needs more than {} nodes, because many parts share others in "
                        "many combinations: allow more nodes, ask for a smaller part, or simulate",
                        node_limit)};
    }
    return builder.take();
}

}  // namespace nines::structure

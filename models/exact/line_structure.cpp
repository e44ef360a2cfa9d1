// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/line_structure.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "models/engine/gates.hpp"
#include "models/exact/lone_unit.hpp"

namespace nines::exact {

namespace {

/// Collects the leaves of each island.
class BoundaryFinder {
public:
    BoundaryFinder(const Program& program, const Islands& islands, const LineOrigins& origins,
                   const std::function<bool(LineId)>& is_leaf)
        : program_(program), islands_(islands), origins_(origins), is_leaf_(is_leaf), seen_(program.gates.size()) {}

    std::map<std::uint32_t, std::vector<structure::Leaf>> of(LineId line) {
        visit(line);
        return std::move(leaves_);
    }

private:
    void add(std::uint32_t island, const structure::Leaf& leaf) {
        std::vector<structure::Leaf>& leaves = leaves_[island];
        if (std::ranges::find(leaves, leaf) == leaves.end()) leaves.push_back(leaf);
    }

    void visit(LineId line) {
        const std::uint32_t origin = origins_.of_line[+line];
        if (origin == LineOrigins::nobody) return;
        if (is_leaf_(line)) return add(origin, line);
        const GateId gate = program_.lines[+line].gate;
        if (seen_[+gate]) return;
        seen_[+gate] = true;
        if (const HostId role = program_.role_of_gate[+gate]; exists(role)) {
            add(islands_.of_host[+role], structure::Role{gate});
        }
        const Range units = program_.gate_units[+gate];
        for (std::uint32_t i = units.begin; i < units.end; ++i) {
            const UnitId unit = program_.units_of_gates[i];
            add(islands_.of_host[+program_.unit_hosts[+unit]], unit);
        }
        const Range lines = program_.gate_lines[+gate];
        for (std::uint32_t i = lines.begin; i < lines.end; ++i) visit(program_.lines_of_gates[i]);
    }

    const Program& program_;
    const Islands& islands_;
    const LineOrigins& origins_;
    const std::function<bool(LineId)>& is_leaf_;
    std::vector<bool> seen_;
    std::map<std::uint32_t, std::vector<structure::Leaf>> leaves_;
};

}  // namespace

bool depends_on(const Program& program, engine::DiscreteState& all_well, const structure::Leaf& leaf, UnitId unit) {
    const auto* line = std::get_if<LineId>(&leaf);
    if (line == nullptr) return true;
    const GateId gate = program.units[+unit].gate;
    engine::withdraw_input(program, all_well, gate);
    const bool is_up = engine::is_up(program, all_well, *line);
    engine::supply_input(program, all_well, gate);
    return !is_up;
}

std::variant<LineBoundary, Refusal> line_boundary(const Program& program, const Islands& islands,
                                                  const LineOrigins& origins, LineId line,
                                                  const std::function<bool(LineId)>& is_leaf) {
    LineBoundary result;
    for (const auto& [island, needed] : BoundaryFinder(program, islands, origins, is_leaf).of(line)) {
        if (needed.size() > structure::longest_block) {
            return Refusal{fmt::format("one part has {} things that matter apart, more than {}", needed.size(),
                                       structure::longest_block),
                           {}};
        }
        result.boundary.blocks.push_back(needed);
        result.island_of_block.push_back(island);
    }
    return result;
}

std::variant<LineBoundary, Refusal> line_boundary(const Program& program, const Islands& islands,
                                                  const LineOrigins& origins, LineId line) {
    const auto of_one_island = [&](LineId inner) { return origins.of_line[+inner] != LineOrigins::several; };
    return line_boundary(program, islands, origins, line, of_one_island);
}

Joint joint_of(PartChain& part, const std::vector<structure::Leaf>& leaves) {
    const std::vector<std::uint64_t> bits = part.down_bits(leaves);
    std::map<std::uint64_t, double> probability;
    std::map<std::pair<std::uint64_t, std::uint64_t>, double> flow;
    const auto& steady = part.steady().probability;
    for (sim::StateIndex s = 0; s < bits.size(); ++s) {
        if (steady[s] == 0.0) continue;
        probability[bits[s]] += steady[s];
        const auto targets = part.chain().targets(s);
        const auto rates = part.chain().rates(s);
        for (std::size_t t = 0; t < targets.size(); ++t) {
            if (bits[targets[t]] != bits[s]) flow[{bits[s], bits[targets[t]]}] += steady[s] * rates[t];
        }
    }
    Joint joint;
    for (const auto& [down, p] : probability) joint.outcomes.push_back({down, p});
    for (const auto& [ends, per_second] : flow) joint.flows.push_back({ends.first, ends.second, per_second});
    return joint;
}

std::variant<LineStructure, Refusal> line_structure(
    const Program& program, const Islands& islands, const LineBoundary& boundary, LineId line,
    const std::function<std::variant<Joint, Refusal>(std::uint32_t block)>& joint, std::size_t most_nodes) {
    auto found = structure::structure_function(program, std::span(&line, 1), boundary.boundary, most_nodes);
    if (const auto* refusal = std::get_if<structure::Refusal>(&found)) return Refusal{refusal->reason, {}};
    LineStructure result{std::get<structure::StructureFunction>(std::move(found)), {}};
    engine::DiscreteState all_well = engine::initial_state(program);
    for (std::size_t v = 0; v < result.function.leaves.size();) {
        const std::uint32_t block = result.function.block_of[v];
        const auto size = static_cast<std::uint32_t>(boundary.boundary.blocks[block].size());
        v += size;
        const auto lone = lone_unit(program, islands.scopes[boundary.island_of_block[block]]);
        if (lone && size == 1) {
            if (depends_on(program, all_well, boundary.boundary.blocks[block].front(), lone->unit)) {
                result.distribution.add({lone->down(), lone->up()}, lone->failures_per_second());
            } else {
                result.distribution.add({0.0, 1.0});
            }
            continue;
        }
        const auto of_block = joint(block);
        if (const auto* refusal = std::get_if<Refusal>(&of_block)) return *refusal;
        const auto& [outcomes, flows] = std::get<Joint>(of_block);
        result.distribution.add_block(size, outcomes, flows);
    }
    return result;
}

std::variant<BoundedLine, Refusal> bounded_line(const Program& program, const Islands& islands,
                                                const LineOrigins& origins, LineId line, const PartProvider& part,
                                                std::size_t most_nodes) {
    auto found = line_boundary(program, islands, origins, line);
    if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
    auto& boundary = std::get<LineBoundary>(found);
    const auto joint = [&](std::uint32_t block) -> std::variant<Joint, Refusal> {
        const PartOrRefusal chain = part(boundary.island_of_block[block]);
        if (const auto* refusal = std::get_if<Refusal>(&chain)) return *refusal;
        return joint_of(*std::get<PartChain*>(chain), boundary.boundary.blocks[block]);
    };
    auto put_together = line_structure(program, islands, boundary, line, joint, most_nodes);
    if (const auto* refusal = std::get_if<Refusal>(&put_together)) return *refusal;
    return BoundedLine{std::move(boundary), std::get<LineStructure>(std::move(put_together))};
}

}  // namespace nines::exact

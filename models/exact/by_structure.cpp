// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/by_structure.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "models/exact/lone_unit.hpp"
#include "models/structure/importance.hpp"
#include "models/structure/probability.hpp"
#include "models/structure/structure_function.hpp"

namespace nines::exact {

namespace {

/// What a line needs of each island: the lines that hear of that island alone, units and roles.
class BoundaryFinder {
public:
    BoundaryFinder(const Program& program, const Islands& islands, const LineOrigins& origins)
        : program_(program), islands_(islands), origins_(origins), seen_(program.gates.size()) {}

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
        if (origin != LineOrigins::several) return add(origin, line);
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
    std::vector<bool> seen_;
    std::map<std::uint32_t, std::vector<structure::Leaf>> leaves_;
};

/// An island's joint distribution of some of its lines, units and roles, and how often it goes from one to another.
struct Joint {
    std::vector<structure::Outcome> outcomes;
    std::vector<structure::Flow> flows;
};

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

Refusal refused(const structure::Refusal& refusal) {
    return {refusal.reason, {}};
}

}  // namespace

std::variant<LongRun, Refusal> long_run_by_structure(const Program& program, const Islands& islands,
                                                     const LineOrigins& origins, LineId line,
                                                     const PartProvider& part) {
    const auto leaves = BoundaryFinder(program, islands, origins).of(line);
    structure::Boundary boundary;
    std::vector<std::uint32_t> island_of_block;
    for (const auto& [island, needed] : leaves) {
        if (needed.size() > structure::longest_block) {
            return Refusal{fmt::format("one part has {} things that matter apart, more than {}", needed.size(),
                                       structure::longest_block),
                           {}};
        }
        boundary.blocks.push_back(needed);
        island_of_block.push_back(island);
    }
    auto found = structure::structure_function(program, std::span(&line, 1), boundary);
    if (const auto* refusal = std::get_if<structure::Refusal>(&found)) return refused(*refusal);
    const auto& function = std::get<structure::StructureFunction>(found);

    structure::Distribution distribution;
    for (std::size_t v = 0; v < function.leaves.size();) {
        const std::uint32_t block = function.block_of[v];
        const std::uint32_t island = island_of_block[block];
        const auto size = static_cast<std::uint32_t>(boundary.blocks[block].size());
        v += size;
        const auto lone = lone_unit(program, islands.scopes[island]);
        if (lone && size == 1) {
            distribution.add({lone->down(), lone->up()}, lone->failures_per_second());
            continue;
        }
        const PartOrRefusal chain = part(island);
        if (const auto* refusal = std::get_if<Refusal>(&chain)) return *refusal;
        const Joint joint = joint_of(*std::get<PartChain*>(chain), boundary.blocks[block]);
        distribution.add_block(size, joint.outcomes, joint.flows);
    }
    structure::Evaluation evaluation(function.diagram, distribution);
    LongRun result;
    result.unavailability = evaluation.of(function.down.front()).down;
    auto outages = structure::outages_per_second(evaluation, function.down.front());
    if (const auto* refusal = std::get_if<structure::Refusal>(&outages)) return refused(*refusal);
    result.outages_per_second = std::get<double>(outages);
    return result;
}

}  // namespace nines::exact

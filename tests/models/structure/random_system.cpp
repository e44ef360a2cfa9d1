// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/structure/random_system.hpp"

#include <algorithm>

#include "tests/catch.hpp"

namespace nines::structure {
namespace {

using compile::GateId;
using compile::LineId;
using compile::Program;

/// Whether a line is down, straight from the meaning of gates and lines.
class Truth {
public:
    Truth(const System& system, const Boundary& boundary, const std::vector<Leaf>& leaves)
        : program_(system.program), leaves_(leaves) {
        for (const auto& block : boundary.blocks) cut_.insert(cut_.end(), block.begin(), block.end());
    }

    bool is_down(LineId line, std::uint32_t state) const {
        if (std::find(cut_.begin(), cut_.end(), Leaf(line)) != cut_.end()) return leaf_is_down(line, state);
        const GateId gate = program_.lines[+line].gate;
        std::int32_t working = 0;
        const auto units = program_.gate_units[+gate];
        for (auto u = units.begin; u < units.end; ++u)
            working += leaf_is_down(program_.units_of_gates[u], state) ? 0 : 1;
        const auto lines = program_.gate_lines[+gate];
        for (auto l = lines.begin; l < lines.end; ++l) working += is_down(program_.lines_of_gates[l], state) ? 0 : 1;
        if (exists(program_.role_of_gate[+gate])) working += leaf_is_down(Role{gate}, state) ? 0 : 1;
        return working < program_.lines[+line].threshold;
    }

private:
    bool leaf_is_down(const Leaf& leaf, std::uint32_t state) const {
        const auto found = std::find(leaves_.begin(), leaves_.end(), leaf);
        if (found == leaves_.end()) FAIL("a leaf that the diagram does not know");
        return ((state >> (found - leaves_.begin())) & 1u) != 0;
    }

    const Program& program_;
    const std::vector<Leaf>& leaves_;
    std::vector<Leaf> cut_;
};

std::vector<Outcome> random_outcomes(Dice& dice, std::uint32_t size) {
    std::vector<Outcome> outcomes;
    double sum = 0.0;
    for (std::uint64_t down = 0; down < (1u << size); ++down) {
        if (down > 0 && dice.roll(4) == 0) continue;  // an impossible state
        outcomes.push_back({down, dice.share()});
        sum += outcomes.back().probability;
    }
    for (Outcome& outcome : outcomes) outcome.probability /= sum;
    return outcomes;
}

std::vector<Flow> random_flows(Dice& dice, std::uint32_t size) {
    std::vector<Flow> flows;
    for (int i = 0; i < 5; ++i) flows.push_back({dice.roll(1u << size), dice.roll(1u << size), dice.share()});
    return flows;
}

}  // namespace

RandomSystem random_system(Dice& dice) {
    RandomSystem random;
    SystemBuilder builder;
    std::vector<LineId> lines;
    std::vector<GateId> with_role;
    const std::uint32_t gate_count = 3 + dice.roll(5);
    std::uint32_t units_left = 7;
    for (std::uint32_t g = 0; g < gate_count; ++g) {
        const GateId gate = builder.gates.add_gate();
        for (std::uint32_t u = dice.roll(4); u > 0 && units_left > 0; --u, --units_left) builder.add_unit(gate);
        if (!lines.empty()) {
            for (std::uint32_t l = dice.roll(4); l > 0; --l) {
                builder.gates.add_line(gate, lines[dice.roll(static_cast<std::uint32_t>(lines.size()))]);
            }
        }
        if (with_role.empty() && dice.roll(4) == 0) {
            builder.gates.add_role(gate, compile::HostId{0});
            with_role.push_back(gate);
        }
        const auto inputs = static_cast<std::uint32_t>(builder.gates.inputs(gate));
        lines.push_back(builder.gates.line(gate, static_cast<std::int32_t>(1 + dice.roll(std::max(1u, inputs)))));
        if (dice.roll(2) == 0) {
            lines.push_back(builder.gates.line(gate, static_cast<std::int32_t>(1 + dice.roll(std::max(1u, inputs)))));
        }
    }
    random.system =
        builder.build(builder.series({lines.end() - std::min<std::ptrdiff_t>(2, std::ssize(lines)), lines.end()}));

    std::vector<Leaf> candidates;
    const auto unit_count = static_cast<std::uint32_t>(random.system.program.units.size());
    for (std::uint32_t u = 0; u < unit_count; ++u) candidates.emplace_back(static_cast<compile::UnitId>(u));
    const auto line_count = static_cast<std::uint32_t>(random.system.program.lines.size());
    candidates.emplace_back(static_cast<LineId>(dice.roll(line_count - 1)));
    for (const GateId gate : with_role) candidates.emplace_back(Role{gate});
    for (std::size_t i = candidates.size(); i > 1; --i) {
        std::swap(candidates[i - 1], candidates[dice.roll(static_cast<std::uint32_t>(i))]);
    }
    const std::size_t size = std::min<std::size_t>(candidates.size(), dice.roll(4));
    if (size > 0)
        random.boundary.blocks.push_back({candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(size)});
    for (std::size_t c = size; c < candidates.size(); ++c) {
        if (!std::holds_alternative<compile::UnitId>(candidates[c])) random.boundary.blocks.push_back({candidates[c]});
    }
    return random;
}

Distribution random_distribution(Dice& dice, const StructureFunction& function) {
    Distribution distribution;
    while (distribution.variable_count() < function.leaves.size()) {
        const Variable first = distribution.variable_count();
        std::uint32_t size = 1;
        while (function.block_of[first] != no_block && first + size < function.leaves.size() &&
               function.block_of[first + size] == function.block_of[first]) {
            ++size;
        }
        if (size == 1) {
            const double down = dice.share();
            distribution.add({down, 1.0 - down}, dice.share());
        } else {
            distribution.add_block(size, random_outcomes(dice, size), random_flows(dice, size));
        }
    }
    return distribution;
}

std::vector<bool> truth_table(const System& system, const Boundary& boundary, const std::vector<Leaf>& leaves) {
    const Truth truth(system, boundary, leaves);
    std::vector<bool> is_down(std::size_t{1} << leaves.size());
    for (std::uint32_t state = 0; state < is_down.size(); ++state) is_down[state] = truth.is_down(system.top, state);
    return is_down;
}

std::vector<double> state_probabilities(const Distribution& distribution) {
    std::vector<double> probabilities(std::size_t{1} << distribution.variable_count(), 1.0);
    for (std::uint32_t state = 0; state < probabilities.size(); ++state) {
        for (const Block& block : distribution.blocks()) {
            const std::uint32_t bits = (state >> block.first) & ((1u << block.size()) - 1u);
            double probability = 0.0;
            for (const Outcome& outcome : distribution.outcomes(block)) {
                if (outcome.down == bits) probability += outcome.probability;
            }
            probabilities[state] *= probability;
        }
    }
    return probabilities;
}

std::vector<std::uint32_t> minimal_cuts(const std::vector<bool>& is_down) {
    std::vector<std::uint32_t> cuts;
    for (std::uint32_t state = 0; state < is_down.size(); ++state) {
        if (!is_down[state]) continue;
        bool is_minimal = true;
        for (std::uint32_t bit = 1; bit < is_down.size(); bit <<= 1) {
            if ((state & bit) != 0 && is_down[state & ~bit]) is_minimal = false;
        }
        if (is_minimal) cuts.push_back(state);
    }
    return cuts;
}

double all_down(const std::vector<double>& probabilities, std::uint32_t mask) {
    double sum = 0.0;
    for (std::uint32_t state = 0; state < probabilities.size(); ++state) {
        if ((state & mask) == mask) sum += probabilities[state];
    }
    return sum;
}

}  // namespace nines::structure

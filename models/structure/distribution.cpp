// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/structure/distribution.hpp"

#include <array>

#include "sim/random/require.hpp"

namespace nines::structure {

void Distribution::add(Chance chance, double failures_per_second) {
    const std::array outcomes = {Outcome{0, chance.up}, Outcome{1, chance.down}};
    if (failures_per_second == 0.0) return add_block(1, outcomes);
    // Only failures are asked for; returns would say the same.
    const std::array flows = {Flow{0, 1, failures_per_second}};
    add_block(1, outcomes, flows);
}

void Distribution::add_block(std::uint32_t size, std::span<const Outcome> outcomes, std::span<const Flow> flows) {
    sim::require(size >= 1 && size <= longest_block, "a block has 1 to 64 variables", size);
    Block block;
    block.first = variable_count();
    block.end = block.first + size;
    block.outcomes.begin = static_cast<std::uint32_t>(outcomes_.size());
    outcomes_.insert(outcomes_.end(), outcomes.begin(), outcomes.end());
    block.outcomes.end = static_cast<std::uint32_t>(outcomes_.size());
    block.flows.begin = static_cast<std::uint32_t>(flows_.size());
    flows_.insert(flows_.end(), flows.begin(), flows.end());
    block.flows.end = static_cast<std::uint32_t>(flows_.size());
    block_of_.insert(block_of_.end(), size, static_cast<std::uint32_t>(blocks_.size()));
    blocks_.push_back(block);
}

double Distribution::all_down(const Block& block, std::uint64_t down) const {
    if (down == 0) return 1.0;
    double sum = 0.0;
    for (const Outcome& outcome : outcomes(block)) {
        if ((outcome.down & down) == down) sum += outcome.probability;
    }
    return sum;
}

Distribution Distribution::with_up(Variable variable) const {
    Distribution changed = *this;
    const Block& block = block_of(variable);
    const std::uint64_t others = ~(std::uint64_t{1} << (variable - block.first));
    for (std::uint32_t o = block.outcomes.begin; o < block.outcomes.end; ++o) changed.outcomes_[o].down &= others;
    return changed;
}

}  // namespace nines::structure

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/structure/node_table.hpp"

namespace nines::structure {

/// Probability of being down and of being up. Both are given, since 1 - down forgets an `up` of 1e-20.
struct Chance {
    double down = 0.0;
    double up = 1.0;
};

/// One joint state of the variables of a block.
struct Outcome {
    std::uint64_t down = 0;  ///< Bit i: the block's i-th variable is down.
    double probability = 0.0;
};

/// How often a block goes from one joint state to another, in the long run: P(from) times the rate.
struct Flow {
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    double per_second = 0.0;
};

/// Longest block: an outcome is one word.
inline constexpr std::uint32_t longest_block = 64;

/// Consecutive variables that may depend on each other, and on no other variable.
struct Block {
    Variable first = 0;
    Variable end = 0;
    compile::Range outcomes;
    compile::Range flows;

    std::uint32_t size() const { return end - first; }
};

/// How likely the variables are down, alone or together. Variables are added in their order.
class Distribution {
public:
    /// The next variable, independent of every other. `failures_per_second` is its unconditional frequency of failures
    /// (up * failure rate, or 1 / (mean up time + mean down time)); only frequencies need it.
    void add(Chance chance, double failures_per_second = 0.0);

    /// The next `size` variables, dependent on each other. Outcomes that are not listed have probability 0.
    /// Preconditions: 1 <= size <= longest_block; each outcome at most once; probabilities add up to 1.
    void add_block(std::uint32_t size, std::span<const Outcome> outcomes, std::span<const Flow> flows = {});

    Variable variable_count() const { return static_cast<Variable>(block_of_.size()); }
    const std::vector<Block>& blocks() const { return blocks_; }
    /// Precondition: variable < variable_count().
    const Block& block_of(Variable variable) const { return blocks_[block_of_[variable]]; }
    std::span<const Outcome> outcomes(const Block& block) const {
        return {outcomes_.data() + block.outcomes.begin, block.outcomes.size()};
    }
    std::span<const Flow> flows(const Block& block) const {
        return {flows_.data() + block.flows.begin, block.flows.size()};
    }

    /// Probability that all of `down`, bits of this block's variables, are down together.
    double all_down(const Block& block, std::uint64_t down) const;

    /// The same with `variable` up for ever, whatever happens to the others.
    Distribution with_up(Variable variable) const;

private:
    std::vector<Block> blocks_;
    std::vector<std::uint32_t> block_of_;
    std::vector<Outcome> outcomes_;
    std::vector<Flow> flows_;
};

/// Where a walk from `node` leaves the block when its variables have these values.
inline NodeId leave_block(const NodeTable& nodes, const Block& block, NodeId node, std::uint64_t down) {
    while (nodes[node].variable < block.end) {
        const bool is_down = ((down >> (nodes[node].variable - block.first)) & 1u) != 0;
        node = is_down ? nodes[node].high : nodes[node].low;
    }
    return node;
}

}  // namespace nines::structure

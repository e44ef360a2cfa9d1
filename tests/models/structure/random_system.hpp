// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "models/structure/distribution.hpp"
#include "models/structure/structure_function.hpp"
#include "tests/models/structure/fault_tree.hpp"

/// Small systems at random, and their answers by going through all 2^n states of their leaves.
namespace nines::structure {

/// The same numbers from every standard library.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}
    /// 0 .. sides - 1.
    std::uint32_t roll(std::uint32_t sides) { return static_cast<std::uint32_t>(engine_()) % sides; }
    /// In (0, 1).
    double share() { return (static_cast<double>(engine_()) + 0.5) / 4294967296.0; }

private:
    std::mt19937 engine_;
};

/// Gates over units and earlier gates, shared at will, with one or two thresholds each, some with a role.
struct RandomSystem {
    System system;
    Boundary boundary;  ///< A block of two or three leaves, a line by itself, and the roles.
};
RandomSystem random_system(Dice& dice);

/// Random chances, joint ones within blocks, frequencies of failures, and flows of blocks in any direction.
Distribution random_distribution(Dice& dice, const StructureFunction& function);

/// The top line's state in each state of the leaves: bit v of the index is variable v's, down is 1.
std::vector<bool> truth_table(const System& system, const Boundary& boundary, const std::vector<Leaf>& leaves);

/// Probability of each state of the leaves.
std::vector<double> state_probabilities(const Distribution& distribution);

/// Masks of the minimal cut sets, ascending.
std::vector<std::uint32_t> minimal_cuts(const std::vector<bool>& is_down);

/// Chance that all variables of the mask are down.
double all_down(const std::vector<double>& probabilities, std::uint32_t mask);

}  // namespace nines::structure

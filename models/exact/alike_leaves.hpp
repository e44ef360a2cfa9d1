// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "models/exact/line_structure.hpp"
#include "models/exact/symmetry.hpp"

/// A chain does not tell hosts apart that are alike: its state "one of three is down" names the same one each time.
/// Asked of a single host, that would put all the blame on one. These spread it evenly again.
namespace nines::exact {

/// Which leaves of one block belong to hosts that are alike.
struct AlikeLeaves {
    /// Hosts of one orbit, by host its leaves (their places in the block), in an order common to all of them.
    std::vector<std::vector<std::vector<std::uint32_t>>> orbits;
};

/// Of the part with this scope. None: some leaf hears of a few hosts out of many that are alike, so that there is no
/// even way to spread it.
std::optional<AlikeLeaves> alike_leaves(const Program& program, const Symmetry& symmetry, const Scope& scope,
                                        const std::vector<structure::Leaf>& leaves);

/// The outcomes with hosts told apart: every arrangement of the hosts' conditions is equally likely. Flows are left
/// out. None: more than `most_outcomes`.
std::optional<Joint> told_apart(const Joint& joint, const AlikeLeaves& alike, std::size_t most_outcomes);

/// P(down) of each leaf of a block of `count`, hosts told apart.
std::vector<double> marginals(const Joint& joint, const AlikeLeaves& alike, std::size_t count);

}  // namespace nines::exact

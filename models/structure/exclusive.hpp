// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "models/structure/pair_map.hpp"
#include "models/structure/probability.hpp"

namespace nines::structure {

/// Two million pairs: about 60 MB.
inline constexpr std::size_t default_pair_limit = std::size_t{1} << 21;

/// Probability that one function is true while another is false, without subtracting: P(f) - P(g) for g that implies
/// f loses every digit in which they agree, this loses none.
class Exclusive {
public:
    Exclusive(Evaluation& evaluation, std::size_t pair_limit) : evaluation_(evaluation), pairs_(pair_limit) {}

    /// P(f and not g). None: more than `pair_limit` pairs of nodes had to be kept.
    std::optional<double> operator()(NodeId f, NodeId g);

private:
    std::optional<double> known(NodeId f, NodeId g);
    bool push_unknown(NodeId f, NodeId g);
    double combine(NodeId f, NodeId g);
    const Block& top_block(NodeId f, NodeId g) const;

    Evaluation& evaluation_;
    PairMap<double> pairs_;
    std::vector<std::pair<NodeId, NodeId>> stack_;
};

}  // namespace nines::structure

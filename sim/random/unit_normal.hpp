// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "sim/random/stream.hpp"

namespace nines::sim {

/// Right edges x_0 > x_1 > .. > x_256 = 0 of 256 layers of the same area under f(x) = exp(-x^2 / 2). The lowest layer
/// holds the tail beyond x_1 as well, so its x_0 is the width of a rectangle of that area.
extern const std::array<double, 257> normal_layers;

/// A point of a layer chosen by 8 bits of a word, at a place chosen by 53 others, the sign among them.
struct NormalProposal {
    std::size_t layer;
    double x;

    /// Left of where the layer above ends: the curve is above the whole layer here, nothing more need be asked.
    bool is_inside() const { return std::abs(x) < normal_layers[layer + 1]; }
};

inline NormalProposal propose_normal(std::uint64_t word) {
    const std::size_t layer = word & 0xff;
    const double place = static_cast<double>(static_cast<std::int64_t>(word) >> 11) + 0.5;
    return {layer, place * 0x1p-52 * normal_layers[layer]};
}

/// The rest of `unit_normal` for a proposal that is not inside its layer; one word in 67 comes here.
double unit_normal_at_edge(Draw& draw, NormalProposal proposal);

/// Standard normal, by the ziggurat method: nearly always one word, one table entry and one comparison.
/// Source: Marsaglia and Tsang, "The ziggurat method for generating random variables", J. Stat. Softw. 5 (2000) 8.
/// Layer and place share no bits, as Doornik asks: "An improved ziggurat method to generate normal random samples"
/// (2005).
[[gnu::always_inline]] inline double unit_normal(Draw& draw) {
    const NormalProposal proposal = propose_normal(draw());
    return proposal.is_inside() ? proposal.x : unit_normal_at_edge(draw, proposal);
}

}  // namespace nines::sim

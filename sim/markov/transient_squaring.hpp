// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "sim/markov/uniformization.hpp"

namespace nines::sim {

/// exp(Q h) of a small chain and the expected rewards within h, for h = 2^level x `base_seconds()`, by
///
///     E(2h) = E(h) E(h),    W(2h) = W(h) + E(h) W(h)
///
/// All numbers are >= 0 and nothing is subtracted. After each squaring the rows are brought back to the sum 1: then
/// rounding counts as a relative change of the transition rates, which grows with the number of squarings; without it,
/// it would double each time. With it, the tiny probabilities keep their digits after 60 squarings.
class SquaredChain {
public:
    using Rewards = std::span<const std::span<const double>>;

    /// The base is a power of two of seconds, as near below 1 / q as there is, so that times divide by it exactly.
    /// Precondition: some state is left.
    SquaredChain(const UniformizedChain& chain, Rewards rewards);
    SquaredChain(SquaredChain&&) noexcept;
    SquaredChain& operator=(SquaredChain&&) noexcept;
    ~SquaredChain();

    double base_seconds() const;
    int level() const;

    /// From h to 2h.
    void square();

    /// Adds what the distribution earns in h to `accumulated` (one entry a reward), and moves the distribution on.
    void advance(std::vector<double>& distribution, std::span<double> accumulated) const;

    /// The matrix of the present level, to come back to later: it advances distributions as `advance` does.
    class Power;
    Power power() const;

private:
    struct Matrices;
    std::unique_ptr<Matrices> matrices_;
};

/// exp(Q h) for one h.
class SquaredChain::Power {
public:
    explicit Power(std::vector<double> entries) : entries_(std::move(entries)) {}
    std::vector<double> after(std::span<const double> distribution) const;

private:
    std::vector<double> entries_;  ///< Row after row.
};

/// The largest power of two of seconds that is at most 1 / per_second.
double squaring_base_seconds(double per_second);

}  // namespace nines::sim

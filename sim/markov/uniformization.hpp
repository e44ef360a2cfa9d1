// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/markov/chain.hpp"

/// A chain seen at the jumps of a Poisson process that is as fast as its fastest state.
///
///     pi(t) = sum over k of e^-(q t) (q t)^k / k!  x_k,    x_k = pi(0) P^k,    P = I + Q / q
///
/// Every number in it is >= 0 and nothing is subtracted. Source: A. Jensen, Skandinavisk Aktuarietidskrift 36 (1953).
namespace nines::sim {

/// P(N = k) for a Poisson number N with this mean > 0, to some 1e-15 of itself also where mean and k are 1e12.
/// Source: C. Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.
double poisson_probability(double mean, std::uint64_t k);

/// The Poisson probabilities that matter, in ascending order of k. None is computed from the mean outwards, so that
/// nothing under- or overflows.
class PoissonWindow {
public:
    /// Leaves out less than exp(-`log_tail`) at each end, by Chernoff's bound. Preconditions: mean >= 0, log_tail > 0.
    PoissonWindow(double mean, double log_tail);

    double mean() const { return mean_; }
    std::uint64_t first() const { return first_; }
    std::uint64_t last() const { return last_; }

    /// P(N = first), then P(N = first + 1), and so on.
    double next();

private:
    double mean_;
    std::uint64_t first_ = 0;
    std::uint64_t last_ = 0;
    std::uint64_t next_ = 0;
    double weight_ = 0.0;
};

/// Largest mean whose window (see `PoissonWindow`) ends at or before k.
double largest_mean_within(std::uint64_t k, double log_tail);

/// A chain with the probabilities of its jumps. Refers to the chain, which must outlive it.
class UniformizedChain {
public:
    explicit UniformizedChain(const Chain& chain);

    /// q: the largest exit rate, per second; 0 when no state is ever left.
    double per_second() const { return per_second_; }
    StateIndex state_count() const { return chain_->state_count(); }
    /// Transitions plus states: what one step costs.
    double work_a_step() const;
    /// Bound of the relative rounding error that a step adds to a probability.
    double rounding_a_step() const { return rounding_a_step_; }

    /// to = from P. Probabilities below 1e-290 are dropped: denormal numbers would be a hundred times slower.
    void step(std::span<const double> from, std::span<double> to) const;

private:
    const Chain* chain_;
    double per_second_ = 0.0;
    double rounding_a_step_ = 0.0;
    std::vector<double> stay_;  ///< 1 - exit rate / q.
};

/// Moves a distribution on by a short time: q x time of a few.
class ShortWalk {
public:
    using Rewards = std::span<const std::span<const double>>;

    ShortWalk(const UniformizedChain& chain, double seconds);

    /// Replaces the distribution by that after the time, and adds to `accumulated` the expected integral of each of the
    /// rewards. `accumulated` has one entry a reward.
    void advance(std::vector<double>& distribution, Rewards rewards, std::span<double> accumulated);

    /// Bound of the probability that is left out by `advance`.
    static constexpr double left_out = 1e-45;

private:
    const UniformizedChain* chain_;
    std::vector<double> weights_;
    std::vector<double> present_;
    std::vector<double> following_;
};

/// A distribution as a vector with one entry a state.
std::vector<double> distribution_of(std::span<const StartState> start, StateIndex state_count);

double dot(std::span<const double> a, std::span<const double> b);

/// Divides by the sum, which rounding lets drift from 1. Precondition: the sum is > 0.
void normalise(std::span<double> distribution);

}  // namespace nines::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "sim/markov/incoming.hpp"

namespace nines::sim {

/// Probabilities below this are held to be converged: near the smallest doubles digits are missing.
inline constexpr double negligible_probability = 1e-280;

/// One Gauss-Seidel sweep for pi Q = 0 over all states, in place:
///
///     pi(j) = sum over i of pi(i) q(i,j) / exit rate(j)
///
/// With a weight below 1 only that share of each change is made: then cycles of states cannot pass errors round for
/// ever. No subtraction, so relative errors of single probabilities never grow. Returns the largest relative change of
/// one.
double sweep(const Incoming& incoming, std::vector<double>& probability, double weight);

/// max over states of |flow in - flow out| / flow out.
double flow_imbalance(const Incoming& incoming, const std::vector<double>& probability);

/// Scales to sum 1; returns the sum it had.
double normalise(std::vector<double>& probability);

/// Watches the largest relative change of each sweep and judges how far the end is.
///
/// When changes shrink by a factor r each sweep, what is still to come is change x r / (1 - r): a chain that mixes
/// slowly may change little and yet be far from its end.
class Convergence {
public:
    explicit Convergence(double tolerance) : tolerance_(tolerance) {}

    /// Whether this change ends it.
    bool is_reached(double change);

    /// Estimated relative error still to go.
    double error() const { return error_; }

    /// Factor by which changes shrink, smoothed; 1 when they do not.
    double factor() const { return factor_; }

private:
    double tolerance_;
    double last_change_ = 0.0;
    double factor_ = 1.0;
    double error_ = 1.0;
    std::uint64_t count_ = 0;
};

}  // namespace nines::sim

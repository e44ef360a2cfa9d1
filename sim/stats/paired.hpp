// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/stats/intervals.hpp"
#include "sim/stats/moments.hpp"

namespace nines::sim {

/// Values of two designs in the same trials, and what they differ by: a - b.
struct PairedMoments {
    Moments a;
    Moments b;
    Moments difference;  ///< a - b, trial by trial.
    Moments gain;        ///< max(a - b, 0).
    Moments loss;        ///< max(b - a, 0).

    void add(double of_a, double of_b);
    /// Trials in which both were 0.
    void add_zeros(std::uint64_t count);

    /// Share of the variance of two independent samples that pairing has taken away: 1 - Var(a - b) / (Var a + Var b).
    /// 0 where there is no spread; below 0 where pairing does harm.
    double variance_removed() const;
};

/// Mean difference of two nonnegative, skewed values that were seen in the same trials.
///
/// The difference is split into its gains and its losses, each of which is a nonnegative mean with an interval that
/// keeps its coverage where events are rare (`nonnegative_mean`); the two are put together by the method of variance
/// estimates recovery, with their correlation -gain loss / (n e_gain e_loss), which follows from no trial having both.
/// With frequent events this is Student's t for the differences. Where hardly a trial had a gain or a loss, the largest
/// difference that is plausible in one is `largest_plausible`; one side that was never seen beside ten trials or more
/// of the other adds nothing. Source: Zou and Donner, "Construction of confidence limits about effect measures: a
/// general approach", Statistics in Medicine 27 (2008), equation 11. Fewer than two trials: as wide as plausible,
/// unreliable.
Interval mean_difference(const PairedMoments& values, double confidence, double largest_plausible);

/// Difference of two estimates whose influence of each trial, estimate-wise, is known: `influence` are the differences
/// of the influences, with mean 0. Student's t with `degrees` of freedom.
Interval linearised_difference(double difference, const Moments& influence, double degrees, double confidence);

}  // namespace nines::sim

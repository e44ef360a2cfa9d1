// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "sim/stats/moments.hpp"
#include "sim/stats/pair_moments.hpp"

/// Confidence intervals. Each takes the confidence as a fraction (0.95), two-sided with equal tails; a confidence
/// outside (0, 1) is our own mistake and throws std::domain_error. All ends are finite.
/// Why these and not others: docs/decisions/0004-intervals.md.
namespace nines::sim {

/// An estimate with its confidence interval.
struct Interval {
    double estimate = 0.0;
    double low = 0.0;
    double high = 0.0;
    bool unreliable = false;  ///< Too little was seen for the stated confidence to be trusted: writers say so.
};

/// Mean of roughly normal values: mean +- t(n - 1) * standard error. With fewer than two values nothing is known of
/// the spread: low = high = mean, unreliable.
Interval student_t_mean(const Moments& values, double confidence);

/// Mean of skewed values that are never negative: the share of downtime, downtime or outages per year of each trial.
///
/// Few and unequal outages make Student's t lie below its stated coverage; this interval keeps it. It never goes below
/// zero, above `largest_plausible` (what one trial can show at most: 1 for a share), nor is it ever [0, 0]: with no
/// outage seen it is `mean_of_zero`. With fewer than two trials it is [0, largest_plausible].
/// Measured coverage, and when it calls itself unreliable: docs/decisions/0004-intervals.md and
/// docs/decisions/0008-both-ends-of-a-skewed-mean.md.
Interval nonnegative_mean(const Moments& values, double confidence, double largest_plausible);

/// Mean of n values that were all zero: [0, u * largest_plausible], where u is the upper limit of the chance that a
/// value differs from zero at all (`zero_successes_upper`). Always unreliable; the whole risk is put on the one end.
Interval mean_of_zero(std::uint64_t n, double confidence, double largest_plausible);

/// Probability from counts. Source: Wilson, JASA 22 (1927); Brown, Cai and DasGupta, Stat. Sci. 16 (2001).
/// n = 0: [0, 1], unreliable.
Interval wilson(std::uint64_t successes, std::uint64_t n, double confidence);

/// One-sided upper limit (Clopper and Pearson 1934) of a probability after 0 successes in n:
/// 1 - (1 - confidence)^(1/n), about 3 / n at 95 %. n = 0: 1.
double zero_successes_upper(std::uint64_t n, double confidence);

/// Events per unit of exposure for a Poisson count: exact limits from chi-square (Garwood 1936). With no event the
/// interval is [0, one-sided upper limit]. Precondition: exposure > 0.
Interval poisson_rate(std::uint64_t count, double exposure, double confidence);

/// Ratio of means mean(y) / mean(x) of y >= 0 to a number of events x >= 0, such as downtime per outage. Its error is
/// that of the delta method, sqrt(sum (y - r x)^2 / ((n - 1) n)) / mean(x), its ends are those of `nonnegative_mean`
/// with the skewness of y - r x, because a few long outages make the ratio lean as they make the mean lean.
/// Measured coverage: docs/decisions/0008-both-ends-of-a-skewed-mean.md.
/// No event seen, at most one, or fewer than two pairs: the estimate (0 without events) with no width, unreliable.
Interval ratio_of_means(const PairMoments& pairs, double confidence);

}  // namespace nines::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/stats/paired.hpp"

#include <algorithm>
#include <cmath>

#include "sim/stats/distribution_quantiles.hpp"

namespace nines::sim {

namespace {

Moments zeros(std::uint64_t count) {
    Moments moments;
    moments.count = count;
    if (count > 0) moments.min = moments.max = 0.0;
    return moments;
}

/// The gains, or the losses. One side that was never seen while the other was often is less than one event in n trials,
/// which is little beside the error of many.
Interval one_side(const Moments& side, const Moments& other, double confidence, double largest_plausible) {
    constexpr std::uint64_t often = 10;
    if (side.nonzero == 0 && other.nonzero >= often) return {};
    return nonnegative_mean(side, confidence, largest_plausible);
}

}  // namespace

void PairedMoments::add(double of_a, double of_b) {
    a.add(of_a);
    b.add(of_b);
    difference.add(of_a - of_b);
    gain.add(std::max(of_a - of_b, 0.0));
    loss.add(std::max(of_b - of_a, 0.0));
}

void PairedMoments::add_zeros(std::uint64_t count) {
    for (Moments* moments : {&a, &b, &difference, &gain, &loss}) moments->merge(zeros(count));
}

double PairedMoments::variance_removed() const {
    const double apart = a.variance() + b.variance();
    return apart > 0.0 ? 1.0 - difference.variance() / apart : 0.0;
}

Interval mean_difference(const PairedMoments& values, double confidence, double largest_plausible) {
    const double difference = values.difference.mean;
    if (values.difference.count < 2) return {difference, -largest_plausible, largest_plausible, true};
    const Interval gain = one_side(values.gain, values.loss, confidence, largest_plausible);
    const Interval loss = one_side(values.loss, values.gain, confidence, largest_plausible);
    const double errors = values.gain.standard_error() * values.loss.standard_error();
    const double n = static_cast<double>(values.difference.count);
    const double correlation = errors > 0.0 ? -gain.estimate * loss.estimate / (n * errors) : 0.0;
    const auto together = [&](double of_gain, double of_loss) {
        return std::sqrt(of_gain * of_gain + of_loss * of_loss - 2.0 * correlation * of_gain * of_loss);
    };
    const double below = together(gain.estimate - gain.low, loss.high - loss.estimate);
    const double above = together(gain.high - gain.estimate, loss.estimate - loss.low);
    // What the width hangs on is what has to be trusted.
    const bool unreliable =
        values.gain.standard_error() >= values.loss.standard_error() ? gain.unreliable : loss.unreliable;
    return {difference, difference - below, difference + above, unreliable};
}

Interval linearised_difference(double difference, const Moments& influence, double degrees, double confidence) {
    if (influence.count < 2 || degrees < 1.0) return {difference, difference, difference, true};
    const double t = student_t_quantile(0.5 + confidence / 2.0, degrees);
    const double half = t * influence.standard_error();
    return {difference, difference - half, difference + half, false};
}

}  // namespace nines::sim

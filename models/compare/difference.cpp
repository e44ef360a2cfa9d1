// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>

#include "models/compare/compare.hpp"
#include "models/compare/trial_metric.hpp"
#include "sim/stats/paired.hpp"

namespace nines::compare {

namespace {

using observe::Sample;

/// Calls visit(a, b) for each trial in which either is not 0; returns how many these are.
template <class Visit>
std::uint64_t for_each_pair(const std::vector<Sample>& a, const std::vector<Sample>& b, const Visit& visit) {
    std::uint64_t seen = 0;
    auto of_a = a.begin();
    auto of_b = b.begin();
    while (of_a != a.end() || of_b != b.end()) {
        constexpr std::uint64_t none = std::numeric_limits<std::uint64_t>::max();
        const std::uint64_t next_a = of_a != a.end() ? of_a->trial : none;
        const std::uint64_t next_b = of_b != b.end() ? of_b->trial : none;
        const std::uint64_t trial = std::min(next_a, next_b);
        visit(next_a == trial ? (of_a++)->value : 0.0, next_b == trial ? (of_b++)->value : 0.0);
        ++seen;
    }
    return seen;
}

double largest(const std::vector<Sample>& values) {
    double most = 0.0;
    for (const Sample& sample : values) most = std::max(most, sample.value);
    return most;
}

Difference mean_of(const TrialMetric& a, const TrialMetric& b, const Influence& of_a, const Influence& of_b,
                   std::uint64_t trials, double confidence) {
    sim::PairedMoments moments;
    std::uint64_t a_smaller = 0;
    std::uint64_t b_smaller = 0;
    const bool falls = a.scale < 0.0;
    // What is known of both beforehand, such as prices by the month, is no chance.
    const double known = a.offset - b.offset;
    const double ahead = falls ? -known : known;
    const auto count = [&](double difference, std::uint64_t times) {
        a_smaller += difference < 0.0 ? times : 0;
        b_smaller += difference > 0.0 ? times : 0;
    };
    const std::uint64_t seen = for_each_pair(of_a.values, of_b.values, [&](double x, double y) {
        moments.add(x, y);
        count(ahead + (x - y), 1);
    });
    moments.add_zeros(trials - seen);
    count(ahead, trials - seen);
    // What a single trial has shown of either is what it may show of their difference.
    const double most_seen = std::max(largest(of_a.values), largest(of_b.values));
    const double most = most_seen > 0.0 ? most_seen : std::max(a.most_plausible, b.most_plausible);
    const auto interval = sim::mean_difference(moments, confidence, most);
    Difference difference;
    difference.low = known + (falls ? -interval.high : interval.low);
    difference.high = known + (falls ? -interval.low : interval.high);
    difference.unreliable = interval.unreliable && most > 0.0;
    difference.variance_removed = moments.variance_removed();
    const bool smaller_is_better = lower_is_better(a.metric) != falls;
    const std::uint64_t better = smaller_is_better ? a_smaller : b_smaller;
    const std::uint64_t worse = smaller_is_better ? b_smaller : a_smaller;
    const auto share = sim::wilson(better, trials, confidence);
    const double n = static_cast<double>(trials);
    difference.shares = Shares{share.estimate, static_cast<double>(worse) / n, share.low, share.high};
    return difference;
}

Difference ratio_of(const Influence& of_a, const Influence& of_b, std::uint64_t trials, double confidence) {
    sim::PairedMoments moments;
    const std::uint64_t seen = for_each_pair(of_a.values, of_b.values, [&](double x, double y) { moments.add(x, y); });
    moments.add_zeros(trials - seen);
    const double fewest = std::min({of_a.events, of_b.events, static_cast<double>(trials)});
    const auto interval =
        sim::linearised_difference(of_a.estimate - of_b.estimate, moments.difference, fewest - 1.0, confidence);
    Difference difference;
    difference.low = interval.low;
    difference.high = interval.high;
    constexpr double few_events = 10.0;
    difference.unreliable = interval.unreliable || fewest < few_events;
    difference.variance_removed = moments.variance_removed();
    return difference;
}

}  // namespace

Difference difference_of(const TrialMetric& a, const TrialMetric& b, std::uint64_t trials, double confidence) {
    const Influence of_a = influence_of(a, trials);
    const Influence of_b = influence_of(b, trials);
    Difference difference =
        a.is_ratio ? ratio_of(of_a, of_b, trials, confidence) : mean_of(a, b, of_a, of_b, trials, confidence);
    difference.subject = a.subject;
    difference.metric = a.metric;
    difference.failure_class = a.failure_class;
    const results::MetricInfo* info = results::metric_info(a.metric);
    if (info != nullptr) difference.unit = info->unit;
    difference.of_a = of_a.estimate;
    difference.of_b = of_b.estimate;
    difference.estimate = of_a.estimate - of_b.estimate;
    difference.n = trials;
    return difference;
}

}  // namespace nines::compare

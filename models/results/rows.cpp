// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/rows.hpp"

#include <algorithm>
#include <cmath>

#include "models/results/metric_catalogue.hpp"
#include "sim/stats/distribution_quantiles.hpp"
#include "sim/units/duration.hpp"

namespace nines::results {

namespace {

/// Wilson's limits for a share that is as uncertain as that of `number` independent events, whole or not, with the
/// quantile z of the normal or Student's law.
/// Source: Wilson, JASA 22 (1927).
sim::Interval wilson_of(double share, double number, double z) {
    const double scale = 1.0 + z * z / number;
    const double centre = (share + z * z / (2.0 * number)) / scale;
    const double half = z / scale * std::sqrt(share * (1.0 - share) / number + z * z / (4.0 * number * number));
    return {share, std::max(0.0, centre - half), std::min(1.0, centre + half), false};
}

}  // namespace

void RowWriter::add(const std::string& metric, const sim::Interval& interval, std::uint64_t n) {
    Metric row;
    row.subject = subject_;
    row.metric = metric;
    row.unit = metric_info(metric)->unit;
    row.estimate = interval.estimate;
    row.low = interval.low;
    row.high = interval.high;
    row.n = n;
    row.method = "simulated";
    row.unreliable = interval.unreliable;
    rows_->push_back(std::move(row));
}

void RowWriter::add_at(const std::string& metric, const sim::Interval& interval, std::uint64_t n, double instant) {
    add(metric, interval, n);
    rows_->back().at = instant;
}

void RowWriter::add_class(const std::string& metric, const std::string& failure_class, const sim::Interval& interval,
                          std::uint64_t n) {
    add(metric, interval, n);
    rows_->back().failure_class = failure_class;
}

sim::Interval scaled(const sim::Interval& interval, double factor) {
    return {interval.estimate * factor, interval.low * factor, interval.high * factor, interval.unreliable};
}

sim::Interval complement(const sim::Interval& interval) {
    return {1.0 - interval.estimate, 1.0 - interval.high, 1.0 - interval.low, interval.unreliable};
}

void add_availability(RowWriter& rows, const sim::Moments& down, double horizon, double confidence) {
    const auto seconds = sim::nonnegative_mean(down, confidence, horizon);
    const auto share = scaled(seconds, 1.0 / horizon);
    rows.add("availability", complement(share), down.count);
    rows.add("unavailability", share, down.count);
    rows.add("downtime_per_year", scaled(share, Duration::years(1.0).in_seconds()), down.count);
}

void add_outages_per_year(RowWriter& rows, const sim::Moments& outages, double horizon, double confidence) {
    add_counts_per_year(rows, "outages_per_year", "", outages, horizon, confidence);
}

void add_counts_per_year(RowWriter& rows, const std::string& metric, const std::string& failure_class,
                         const sim::Moments& counts, double horizon, double confidence) {
    const double years = horizon / Duration::years(1.0).in_seconds();
    if (counts.mean == 0.0) {
        auto none_seen = sim::poisson_rate(0, years * static_cast<double>(counts.count), confidence);
        none_seen.unreliable = true;
        return rows.add_class(metric, failure_class, none_seen, counts.count);
    }
    constexpr double no_limit = 1e300;
    const auto per_trial = sim::nonnegative_mean(counts, confidence, no_limit);
    rows.add_class(metric, failure_class, scaled(per_trial, 1.0 / years), counts.count);
}

void add_quantiles(RowWriter& rows, const std::string& stem, const std::string& failure_class,
                   const sim::LogHistogram& histogram, double factor, double confidence) {
    for (const auto& [suffix, probability] : quantiles) {
        rows.add_class(stem + suffix, failure_class,
                       scaled(histogram.quantile_interval(probability, confidence), factor), histogram.count());
    }
    const double largest = histogram.max() * factor;
    rows.add_class(stem + "_max", failure_class, {largest, largest, largest, true}, histogram.count());
}

sim::Interval doubted_if_few(sim::Interval interval, std::uint64_t events) {
    interval.unreliable = interval.unreliable || events < few_events;
    return interval;
}

sim::Interval share_of_events(const sim::PairMoments& events_and_met, double confidence) {
    const double events = std::round(events_and_met.sum_x());
    const double met = std::round(events_and_met.sum_y());
    if (events == 0.0) return {0.0, 0.0, 1.0, true};
    const double share = met / events;
    const double trials = static_cast<double>(events_and_met.count);
    if (met == 0.0 || met == events) {
        return sim::wilson(met == 0.0 ? 0 : events_and_met.count, events_and_met.count, confidence);
    }
    double independent = events;
    const bool are_dependent = events > trials;
    if (are_dependent && trials > 1.0) {
        // Variance of the ratio by the delta method, against p (1 - p) / n.
        const double squares = std::max(0.0, events_and_met.residual_squares(share));
        const double variance = squares * trials / (trials - 1.0) / (events * events);
        independent = std::max(1.0, std::min(events, share * (1.0 - share) / variance));
    }
    const double probability = 0.5 + confidence / 2.0;
    const double z = are_dependent && trials > 1.0 ? sim::student_t_quantile(probability, trials - 1.0)
                                                   : sim::normal_quantile(probability);
    auto interval = wilson_of(share, independent, z);
    interval.unreliable = are_dependent && trials < 2.0;
    return interval;
}

}  // namespace nines::results

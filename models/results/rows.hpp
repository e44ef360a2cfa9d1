// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/results/results.hpp"
#include "sim/stats/intervals.hpp"
#include "sim/stats/log_histogram.hpp"

namespace nines::results {

/// Appends the rows of one subject; units come from the metric catalogue.
class RowWriter {
public:
    RowWriter(std::vector<Metric>& rows, std::string subject) : rows_(&rows), subject_(std::move(subject)) {}

    void add(const std::string& metric, const sim::Interval& interval, std::uint64_t n);
    void add_at(const std::string& metric, const sim::Interval& interval, std::uint64_t n, double instant);

    /// A row of one class: of failures ("zone"), or of stages ("detect").
    void add_class(const std::string& metric, const std::string& failure_class, const sim::Interval& interval,
                   std::uint64_t n);

    const std::string& subject() const { return subject_; }

private:
    std::vector<Metric>* rows_;
    std::string subject_;
};

/// The interval with each end and the estimate multiplied by a positive factor.
sim::Interval scaled(const sim::Interval& interval, double factor);
/// 1 - interval, for availability from unavailability.
sim::Interval complement(const sim::Interval& interval);

/// Availability, unavailability and downtime per year of one subject from its seconds down per trial.
void add_availability(RowWriter& rows, const sim::Moments& down, double horizon, double confidence);

/// Outages (or failures) per year from the count of each trial; without any, the exact Poisson upper limit.
void add_outages_per_year(RowWriter& rows, const sim::Moments& outages, double horizon, double confidence);

/// The same for any count per trial, under the given name and class.
void add_counts_per_year(RowWriter& rows, const std::string& metric, const std::string& failure_class,
                         const sim::Moments& counts, double horizon, double confidence);

struct Quantile {
    const char* suffix;
    double probability;
};
inline constexpr Quantile quantiles[] = {{"_p50", 0.50}, {"_p90", 0.90}, {"_p95", 0.95}, {"_p99", 0.99}};

/// Median to 99 % and the largest value seen.
void add_quantiles(RowWriter& rows, const std::string& stem, const std::string& failure_class,
                   const sim::LogHistogram& histogram, double factor, double confidence);

/// Fewer events than this say little about the spread of what comes between them.
inline constexpr std::uint64_t few_events = 10;

sim::Interval doubted_if_few(sim::Interval interval, std::uint64_t events);

/// Share of the events y among the events x, where those of one trial depend on each other: Wilson's interval with as
/// many independent events as would give the spread that is seen between trials, at most one per event. If all or none
/// are met there is no such spread to be seen, and each trial that had any counts once.
sim::Interval share_of_events(const sim::PairMoments& events_and_met, double confidence);

}  // namespace nines::results

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/results/results.hpp"
#include "sim/stats/intervals.hpp"

namespace nines::results {

/// Appends the rows of one subject; units come from the metric catalogue.
class RowWriter {
public:
    RowWriter(std::vector<Metric>& rows, std::string subject) : rows_(&rows), subject_(std::move(subject)) {}

    void add(const std::string& metric, const sim::Interval& interval, std::uint64_t n);
    void add_at(const std::string& metric, const sim::Interval& interval, std::uint64_t n, double instant);

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

}  // namespace nines::results

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/rows.hpp"

#include "models/results/metric_catalogue.hpp"
#include "sim/units/duration.hpp"

namespace nines::results {

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

}  // namespace nines::results

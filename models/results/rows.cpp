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

void add_outages_per_year(RowWriter& rows, const sim::Moments& outages, double horizon, double confidence) {
    const double years = horizon / Duration::years(1.0).in_seconds();
    if (outages.mean == 0.0) {
        auto none_seen = sim::poisson_rate(0, years * static_cast<double>(outages.count), confidence);
        none_seen.unreliable = true;
        return rows.add("outages_per_year", none_seen, outages.count);
    }
    constexpr double no_limit = 1e300;
    rows.add("outages_per_year", scaled(sim::nonnegative_mean(outages, confidence, no_limit), 1.0 / years),
             outages.count);
}

}  // namespace nines::results

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/service_rows.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "models/results/objective_rows.hpp"
#include "models/results/planned_downtime.hpp"

namespace nines::results {

namespace {

constexpr double year = 365.0 * 86400.0;

/// From here on the delta method holds its coverage for time per event.
constexpr std::uint64_t enough_for_delta = 50;

/// Mean time to the first outage: the plain mean if every trial had one, else time at risk per first outage, which
/// takes the hazard beyond the horizon to be what it was within (docs/decisions/0007). With few of them its limits are
/// those of a Poisson count, exact for a constant hazard.
sim::Interval first_outage(const observe::ServiceTally& tally, double confidence) {
    const std::uint64_t seen = tally.first_outage.count;
    if (seen == tally.risk_and_first.count) return doubted_if_few(student_t_mean(tally.first_outage, confidence), seen);
    if (seen >= enough_for_delta) return sim::ratio_of_means(tally.risk_and_first.swapped(), confidence);
    const auto rate = sim::poisson_rate(seen, tally.risk_and_first.sum_x(), confidence);
    return {1.0 / rate.estimate, 1.0 / rate.high, 1.0 / rate.low, seen < few_events};
}

/// Times between and of outages. Without any outage nothing is known of them but the bound that `outages_per_year`
/// gives already, so there are no rows.
void add_times(RowWriter& rows, const observe::ServiceTally& tally, double horizon, double confidence) {
    const std::uint64_t outages = tally.duration.count();
    if (tally.first_outage.count == 0) return;
    const auto per_outage = [&](const sim::PairMoments& time_and_outages) {
        return doubted_if_few(sim::ratio_of_means(time_and_outages.swapped(), confidence), outages);
    };
    const auto down_per_outage = per_outage(tally.down_and_outages);
    rows.add("mean_up_time", per_outage(tally.down_and_outages.with_x_from(horizon)), outages);
    rows.add("mean_down_time", down_per_outage, outages);
    rows.add("mean_time_to_first_outage", first_outage(tally, confidence), tally.first_outage.count);
    rows.add("outage_duration_mean", down_per_outage, outages);
    add_quantiles(rows, "outage_duration", "", tally.duration, 1.0, confidence);
}

}  // namespace

void add_service_rows(RowWriter& rows, const observe::ServiceTally& tally, const compile::Program& program,
                      std::uint32_t service, double confidence) {
    const double horizon = program.horizon;
    const double per_year = year / horizon;
    add_availability(rows, tally.down, horizon, confidence);
    const bool counts_requests = tally.unanswered.count > 0;
    rows.add(
        "request_availability",
        complement(counts_requests ? sim::nonnegative_mean(tally.unanswered, confidence, 1.0)
                                   : scaled(sim::nonnegative_mean(tally.down, confidence, horizon), 1.0 / horizon)),
        tally.down.count);
    if (compile::exists(program.subjects[service].undegraded)) {
        const auto degraded = sim::nonnegative_mean(tally.degraded, confidence, horizon);
        rows.add("degraded_per_year", scaled(degraded, per_year), tally.down.count);
    }
    add_outages_per_year(rows, tally.outages, horizon, confidence);
    if (plans_downtime(program, service) || tally.planned_down.nonzero > 0) {
        const auto add = [&](const char* metric, const sim::Moments& down) {
            rows.add(metric, scaled(sim::nonnegative_mean(down, confidence, horizon), per_year), tally.down.count);
        };
        add("planned_downtime_per_year", tally.planned_down);
        add("unplanned_downtime_per_year", tally.unplanned_down);
    }
    add_times(rows, tally, horizon, confidence);
    const std::uint64_t trials = tally.risk_and_first.count;
    rows.add("p_no_outage", sim::wilson(trials - tally.first_outage.count, trials, confidence), trials);
    add_objective_rows(rows, tally.windows, program, service, confidence);
    add_quantiles(rows, "downtime_per_year", "", tally.down_per_trial, per_year, confidence);
    rows.add("worst_month_downtime_mean", sim::nonnegative_mean(tally.worst_month_down, confidence, horizon),
             tally.down.count);
    rows.add("worst_month_downtime_p95", tally.worst_month.quantile_interval(0.95, confidence), tally.down.count);
    for (std::size_t i = 0; i < program.instants.size(); ++i) {
        const auto up = tally.down.count - static_cast<std::uint64_t>(tally.down_at_instants[i]);
        rows.add_at("point_availability", sim::wilson(up, tally.down.count, confidence), tally.down.count,
                    program.instants[i]);
    }
}

void add_service_series(std::vector<Series>& series, const std::string& subject, const observe::ServiceTally& tally,
                        double horizon) {
    Series curve{subject, "point_availability", "s", {}, {}};
    const auto trials = static_cast<double>(tally.down.count);
    for (std::size_t i = 0; i <= observe::grid_steps; ++i) {
        curve.x.push_back(horizon * static_cast<double>(i) / static_cast<double>(observe::grid_steps));
        curve.y.push_back(1.0 - static_cast<double>(tally.down_on_grid[i]) / trials);
    }
    series.push_back(std::move(curve));
    const auto histogram = [&](const char* name, const sim::LogHistogram& counts, double factor) {
        Series bars{subject, name, "s", {}, {}};
        for (const auto& bucket : counts.buckets()) {
            bars.x.push_back(bucket.upper * factor);
            bars.y.push_back(static_cast<double>(bucket.count));
        }
        series.push_back(std::move(bars));
    };
    histogram("outage_duration", tally.duration, 1.0);
    histogram("downtime_per_year", tally.down_per_trial, year / horizon);
    add_objective_series(series, subject, tally.windows);
}

void add_chains(std::vector<Chain>& chains, const std::string& subject, const observe::ChainTable& table,
                double seconds, double years, const compile::Program& program) {
    constexpr std::size_t most = 100;
    std::vector<Chain> found;
    for (std::size_t c = 0; c < table.size(); ++c) {
        const auto labels = table.labels(c);
        const observe::ChainTally& sums = table.tally(c);
        Chain chain;
        chain.subject = subject;
        for (const std::uint32_t label : labels) chain.cause.push_back(program.labels[label]);
        if (labels.empty()) chain.cause.emplace_back("other");
        chain.downtime_per_year = sums.seconds / years;
        // Summed in another order than the downtime itself: the only chain's share must not come out as 1 - 1e-16.
        chain.share = seconds > 0.0 ? std::round(sums.seconds / seconds * 1e12) / 1e12 : 0.0;
        chain.outages_per_year = static_cast<double>(sums.outages) / years;
        chain.outages = sums.outages;
        found.push_back(std::move(chain));
    }
    std::sort(found.begin(), found.end(), [](const Chain& a, const Chain& b) {
        return std::tie(b.downtime_per_year, a.cause) < std::tie(a.downtime_per_year, b.cause);
    });
    if (found.size() > most) {
        Chain rest{subject, {"other"}, 0.0, 0.0, 0.0, 0};
        for (std::size_t i = most; i < found.size(); ++i) {
            rest.downtime_per_year += found[i].downtime_per_year;
            rest.share += found[i].share;
            rest.outages_per_year += found[i].outages_per_year;
            rest.outages += found[i].outages;
        }
        found.resize(most);
        found.push_back(std::move(rest));
    }
    std::move(found.begin(), found.end(), std::back_inserter(chains));
}

}  // namespace nines::results

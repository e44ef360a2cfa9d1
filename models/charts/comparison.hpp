// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "models/charts/chart.hpp"
#include "models/compare/comparison.hpp"

/// Charts of several designs side by side: pure functions of a comparison.
namespace nines::charts {

/// "1: One web server", cut where it is too long for an axis. Designs are counted from 1, as in all reports.
Text design_label(const compare::Comparison& comparison, std::size_t design);

/// Availability of a service in each design, on a scale of nines, with intervals and what the objective demands.
Chart designs_availability_chart(const compare::Comparison& comparison, const std::string& service);

/// Paired differences of one metric, design by design against the first (of three, all pairs), with the intervals that
/// hold for all at once and the zone in which a difference does not matter.
Chart differences_chart(const compare::Comparison& comparison, const std::string& subject, const std::string& metric);

/// Share of the trials with at most so much downtime a year, a curve for each design.
Chart designs_downtime_chart(const compare::Comparison& comparison, const std::string& service);

/// Share of the outages that lasted at most so long, a curve for each design, with the recovery time objective.
Chart designs_outages_chart(const compare::Comparison& comparison, const std::string& service);

/// Mean, median, 95 % and largest recovery time of each design, with the objective.
Chart designs_recovery_chart(const compare::Comparison& comparison, const std::string& service);

/// The same of what a store loses at a failure; the objective is that of the service that has one.
Chart designs_data_loss_chart(const compare::Comparison& comparison, const std::string& store);

/// A figure of which less is better.
struct Criterion {
    std::string subject;  ///< "service:site", "scenario:design".
    std::string metric;   ///< "downtime_per_year", "cost_per_year".
};

/// Two figures of each design against each other, downtime and cost for example: which designs no other one beats in
/// both (the Pareto front).
Chart trade_off_chart(const compare::Comparison& comparison, const Criterion& across, const Criterion& up);

}  // namespace nines::charts

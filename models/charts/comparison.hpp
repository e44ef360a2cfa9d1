// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "models/charts/chart.hpp"
#include "models/compare/comparison.hpp"

/// Charts of several designs side by side: pure functions of a comparison.
namespace nines::charts {

/// "A", "B", ..: short names of designs, by which charts and tables call them.
std::string design_letter(std::size_t design);

/// "A: One web server", cut where it is too long for an axis.
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

/// Downtime of a service against mean data loss of a store: which designs no other one beats in both (Pareto front).
Chart downtime_against_loss_chart(const compare::Comparison& comparison, const std::string& service,
                                  const std::string& store);

}  // namespace nines::charts

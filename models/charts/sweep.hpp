// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/charts/chart.hpp"
#include "models/compare/sweep.hpp"

/// Charts of a grid of values: pure functions of what a sweep found.
namespace nines::charts {

/// One figure along the axis with the most values, with its interval at each point; a curve for each combination of the
/// other values. Values that are numbers or quantities of one kind stand to scale, others beside each other.
Chart sweep_chart(const compare::Sweep& sweep, const compare::MetricName& figure);

/// Two figures of each point against each other, of both of which less is better, cost and downtime for example: which
/// points no other one beats in both (the Pareto front).
Chart sweep_trade_off_chart(const compare::Sweep& sweep, const compare::MetricName& across,
                            const compare::MetricName& up);

}  // namespace nines::charts

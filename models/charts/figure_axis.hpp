// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/charts/chart.hpp"
#include "models/results/results.hpp"

/// Axes for one figure of the results.
namespace nines::charts {

/// "Downtime per year of shop", "Cost per year (EUR)", "Recovery time, mean of shop (zone)".
Text figure_title(const results::Metric& row, const std::string& currency = {});

/// An axis for figures like this row; availabilities stand on a scale of nines.
Axis figure_axis(const results::Metric& row, const std::string& currency = {});

/// The row on such an axis: estimate, interval, n.
Point figure_point(const results::Metric& row, double at);

/// "Cost per year: 48,120/y (47,900/y to 48,300/y).", for the figure that a point's place tells without its interval.
Text figure_note(const results::Metric& row);

/// Says so where the run was ended early.
void add_if_ended_early(std::vector<Text>& sentences, const results::RunInfo& run);

}  // namespace nines::charts

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "models/charts/chart.hpp"
#include "models/results/results.hpp"

/// Histograms of the results as bars and as shares.
namespace nines::charts {

/// The series of this subject and name; null if the results have none.
const results::Series* find_series(const results::Results& results, std::string_view subject, std::string_view name);

/// Observations in the histogram.
double total_of(const results::Series& series);

/// Bars with the share of all observations in each.
std::vector<Point> bars_of(const results::Series& series, double total);

/// Share of the observations that are at most so large. With an interval where they do not depend on each other.
std::vector<Point> shares_up_to(const results::Series& series, double total, double confidence, bool independent);

}  // namespace nines::charts

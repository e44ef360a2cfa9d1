// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

namespace nines::charts {

/// Which of these pairs of figures, of both of which less is better, are beaten: another pair is as good in both and
/// better in one. The others are the Pareto front. By the estimates alone.
std::vector<bool> beaten(const std::vector<std::pair<double, double>>& pairs);

}  // namespace nines::charts

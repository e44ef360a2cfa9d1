// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "sim/random/law.hpp"

/// A distribution as curves, for those who look at one before they use it.
namespace nines::edit {

struct LawCurves {
    std::vector<double> seconds;     ///< Ascending; empty: there is nothing to draw (`never`).
    std::vector<double> density;     ///< Per second.
    std::vector<double> cumulative;  ///< P(time <= t).
    std::vector<double> hazard;      ///< Per second.
    bool has_density = true;         ///< False: only single times are possible, such as a constant.
};

/// The law at `points` times that cover nearly all of it: equally spaced, or with equal ratios (`log_time`), which
/// suits laws that reach over powers of ten.
LawCurves law_curves(const sim::Law& law, bool log_time, std::size_t points = 200);

/// The middle 90 % reach over more than a factor of 100.
bool suits_log_time(const sim::Law& law);

}  // namespace nines::edit

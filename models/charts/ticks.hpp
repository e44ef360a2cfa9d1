// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/charts/chart.hpp"

/// Where things are on an axis, and what stands beside it.
namespace nines::charts {

/// The place of a value on an even scale: the value itself, its decimal logarithm, its nines. Infinite, or not a
/// number, for what the scale cannot show (0 on a logarithmic one; no downtime at all in nines).
double position(Scale scale, double value);

/// The same, held within the axis's range.
double position_within(const Axis& axis, double value);

struct Tick {
    double value = 0.0;
    std::string label;
};

/// At most about `most` round values within the axis's range, in their order. Of times these are round in seconds,
/// minutes, hours, days or years; of nines 90 %, 99 %, 99.9 %, and between them where there is room. Empty for
/// categories.
std::vector<Tick> ticks(const Axis& axis, int most);

/// A value of the axis as text, by the formatter of all reports: "52 min 3 s", "99.9912 %". `half_width` of its
/// interval decides the digits; 0: none.
std::string value_text(const Axis& axis, double value, double half_width = 0.0);

}  // namespace nines::charts

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

/// Units in which others print, beside those of the metric catalogue.
namespace nines::selfcheck {

struct FigureUnit {
    std::string_view name;         ///< "h", "min/y", "%"; empty: a plain number.
    std::string_view metric_unit;  ///< The unit of metrics that it suits: "s", "s_per_year", "1".
    double factor = 1.0;           ///< Value in the metric's unit = factor * printed value.
};

/// A year has 365 days.
std::optional<FigureUnit> figure_unit(std::string_view name);

}  // namespace nines::selfcheck

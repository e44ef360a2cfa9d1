// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selfcheck/figure_unit.hpp"

#include <algorithm>
#include <array>

namespace nines::selfcheck {

std::optional<FigureUnit> figure_unit(std::string_view name) {
    constexpr std::array units = {
        FigureUnit{"", "1", 1.0},
        FigureUnit{"%", "1", 0.01},
        FigureUnit{"s", "s", 1.0},
        FigureUnit{"min", "s", 60.0},
        FigureUnit{"h", "s", 3600.0},
        FigureUnit{"d", "s", 86400.0},
        FigureUnit{"y", "s", 365.0 * 86400.0},
        FigureUnit{"/y", "per_year", 1.0},
        FigureUnit{"min/y", "s_per_year", 60.0},
        FigureUnit{"h/y", "s_per_year", 3600.0},
    };
    const auto found =
        std::find_if(units.begin(), units.end(), [&](const FigureUnit& unit) { return unit.name == name; });
    if (found == units.end()) return std::nullopt;
    return *found;
}

}  // namespace nines::selfcheck

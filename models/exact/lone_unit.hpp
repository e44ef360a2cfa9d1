// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "models/exact/islands.hpp"

namespace nines::exact {

/// A unit that nothing else acts upon: it works, fails, is down, works again. In the long run only the means count,
/// whatever the laws: it is down mean down / (mean up + mean down) of the time.
/// Source: renewal reward theorem; Ross, Stochastic Processes, 3.6.
struct LoneUnit {
    UnitId unit;
    double mean_up_seconds = 0.0;    ///< Infinite if it never fails.
    double mean_down_seconds = 0.0;  ///< Infinite if it is never repaired.
    double lasting_share = 1.0;      ///< Of its failures: the others are over at once, and no outages.

    double down() const;
    double up() const;
    double failures_per_second() const;  ///< That last.
};

/// The part as a lone unit; none if it is more than that.
std::optional<LoneUnit> lone_unit(const Program& program, const Scope& scope);

}  // namespace nines::exact

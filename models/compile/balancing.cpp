// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compile/balancing.hpp"

#include <algorithm>
#include <cmath>

namespace nines::compile {

double AlarmsByLoad::per_second(double utilisation) const {
    const double failing = at_rest + (at_full - at_rest) * std::clamp(utilisation, 0.0, 1.0);
    if (failing <= 0.0) return 0.0;
    const double tries = -std::expm1(in_a_row * std::log(failing)) / (1.0 - failing);
    return std::pow(failing, in_a_row) / (interval_seconds * tries);
}

}  // namespace nines::compile

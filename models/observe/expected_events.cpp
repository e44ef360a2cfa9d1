// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/expected_events.hpp"

#include <algorithm>

namespace nines::observe {

double expected_events_per_trial(const compile::Program& program) {
    const double span = program.measure_from + program.horizon;
    double events = 0.0;
    for (const compile::Unit& unit : program.units) {
        const double repair = compile::exists(unit.time_to_repair) ? program.mean_seconds[+unit.time_to_repair] : 0.0;
        double up = 0.0;
        if (compile::exists(unit.time_to_failure)) {
            up = program.mean_seconds[+unit.time_to_failure];
        } else if (compile::exists(unit.care) && program.cares[+unit.care].planned) {
            up = program.cares[+unit.care].planned->period_seconds;
        }
        if (up > 0.0) events += 2.0 * span / (up + repair);
    }
    for (const compile::Shock& shock : program.shocks) {
        const double strikes = span / std::max(1e-9, program.mean_seconds[+shock.interval]);
        events += strikes * (1.0 + 2.0 * shock.share * shock.targets.size());
    }
    return events + 1.0;
}

}  // namespace nines::observe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "tests/oracle/run.hpp"

/// Sums of single units, for tests that derive a trajectory by hand.
namespace nines::oracle {

inline const observe::DownTally& unit_tally(const Study& study, std::string_view unit) {
    for (std::size_t u = 0; u < study.program.unit_names.size(); ++u) {
        if (study.program.unit_names[u] == unit) return study.outcome.tally.units[u];
    }
    throw std::runtime_error("no unit " + std::string(unit));
}

/// Mean hours down of one unit ("node:web/1:crash") per trial.
inline double hours_down(const Study& study, std::string_view unit) {
    return unit_tally(study, unit).down / static_cast<double>(study.outcome.tally.trials) / 3600.0;
}

/// Mean failures of one unit per trial.
inline double failures(const Study& study, std::string_view unit) {
    return unit_tally(study, unit).failures / static_cast<double>(study.outcome.tally.trials);
}

/// Mean hours down of the n-th service per trial.
inline double service_hours_down(const Study& study, std::size_t service = 0) {
    return study.outcome.tally.services[service].down.mean / 3600.0;
}

/// Mean outages of the n-th service per trial.
inline double service_outages(const Study& study, std::size_t service = 0) {
    return study.outcome.tally.services[service].outages.mean;
}

}  // namespace nines::oracle

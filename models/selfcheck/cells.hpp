// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/selfcheck/check.hpp"

/// A compared figure as words and numbers, the same in every format.
namespace nines::selfcheck {

struct Cells {
    std::string figure;     ///< "unavailability of service:site", "1 - point_availability of service:site at 1 h".
    std::string published;  ///< "51500 h".
    std::string exact;      ///< "51500 h", "-" if the exact engine has none.
    std::string simulated;  ///< "51230 h (50100 to 52400)", "-".
    std::string z;          ///< "-0.42", "-".
    std::string verdict;    ///< "agrees", "differs: exact by 2.1e-03", "differs: simulated by 7.2 standard errors".
};

Cells cells_of(const Outcome& outcome);

/// "pair_hot.toml -D crew.repairers.size=2, long run: exact, 3 states".
std::string title_of(const RunOutcome& outcome, const Case& of);

/// "All 123 figures agree: 120 solved exactly, 110 simulated."
std::string summary_text(const Count& count);

}  // namespace nines::selfcheck

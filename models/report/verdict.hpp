// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "models/results/results.hpp"
#include "models/scenario/wording.hpp"

namespace nines::report {

/// What the run says about an availability objective.
enum class Verdict {
    met,        ///< The whole interval of the availability is at or above the target.
    missed,     ///< The whole interval is below it.
    undecided,  ///< The target lies within the interval: more trials are needed.
};

/// Holds the subject's availability against the target. `undecided` when the run has no such figure, or its interval
/// is unreliable and the target within it.
Verdict judge(const results::Results& results, const results::Objective& objective);

/// "met", "missed", "undecided".
std::string_view to_text(Verdict verdict);

/// "99.95 % per 30 d".
std::string objective_text(const results::Objective& objective);
wording::Text objective_words(const results::Objective& objective);

/// The objective of this subject; null if it has none.
const results::Objective* find_objective(const results::Results& results, std::string_view subject);

}  // namespace nines::report

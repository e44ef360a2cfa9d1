// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "models/scenario/scenario.hpp"
#include "sim/random/law.hpp"

/// The times behind the keys of a failure mode; nothing if the keys do not say or cannot be read.
namespace nines::scenario {

/// `mtbf`, `mttf`, `afr`, `rate` and `availability` are means of exponentials; `ttf` is itself.
/// With availability A: mean up time = A / (1 - A) * mttr.
std::optional<sim::Law> failure_law(const FailureMode& mode);

std::optional<sim::Law> repair_law(const FailureMode& mode);

/// Long-run availability of something whose modes strike independently of each other:
/// the product of MTTF / (MTTF + MTTR). Nothing if a mode's times are not known.
std::optional<double> long_run_availability(const std::vector<FailureMode>& modes);

}  // namespace nines::scenario

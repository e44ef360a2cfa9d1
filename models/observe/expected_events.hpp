// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compile/program.hpp"

namespace nines::observe {

/// Rough number of events of one trial, at least 1: failures, repairs and strikes at the rates of the first-time laws.
double expected_events_per_trial(const compile::Program& program);

}  // namespace nines::observe

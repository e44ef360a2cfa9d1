// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compile/program.hpp"
#include "models/scenario/scenario.hpp"

namespace nines::compile {

struct Options {
    Duration horizon;          ///< Measured span of one trial.
    Duration warm_up;          ///< Simulated before it and not measured.
    bool steady_ages = false;  ///< Ages at time 0 from the equilibrium instead of new.
};

/// What the scenario itself asks for: its horizon, its ages, no warm-up.
Options options_of(const scenario::Scenario& scenario);

/// Lowers a valid scenario. Precondition: validation found no error; a broken reference here is our own mistake
/// and stops the program.
Program compile(const scenario::Scenario& scenario, const Options& options);

}  // namespace nines::compile

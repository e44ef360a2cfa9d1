// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/diagnostic.hpp"
#include "models/scenario/scenario.hpp"

namespace nines::validate {

/// What the values of a scenario mean together: references, numbers that must fit, and modelling choices that deserve
/// a second look. All problems at once, in the order of their places. A scenario that also loaded without error may be
/// compiled if there is no error here. `whole` is false if some of the file could not be understood: then nothing is
/// said about what is never used, nor about a service that seems to need nothing.
scenario::Diagnostics validate(const scenario::Scenario& scenario, bool whole = true);

}  // namespace nines::validate

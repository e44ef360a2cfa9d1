// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/compare/comparison.hpp"

namespace nines::report {

/// One row for each paired difference, with the figures of both designs.
std::string to_csv(const compare::Comparison& comparison);

}  // namespace nines::report

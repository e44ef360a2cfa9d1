// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/compare/comparison.hpp"
#include "models/report/text.hpp"

namespace nines::report {

/// The comparison that is read in a terminal: the designs, the answer, each metric that decides with the differences to
/// the first design, the other pairs, what the designs differ by, and how to read it.
std::string to_text(const compare::Comparison& comparison, const TextOptions& options = {});

}  // namespace nines::report

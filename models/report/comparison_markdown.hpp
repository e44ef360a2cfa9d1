// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/compare/comparison.hpp"

namespace nines::report {

/// The text form's content for a pull request: the designs, a table for each metric that decides, what they differ by.
std::string to_markdown(const compare::Comparison& comparison);

}  // namespace nines::report

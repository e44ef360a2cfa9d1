// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"

namespace nines::compare {

/// A short name for each design that tells it from the others: the title of its scenario, else its file's name without
/// folder and ending; what is alike gets the file's name behind it, and in the end a number.
std::vector<std::string> design_names(const std::vector<scenario::Scenario>& scenarios);

}  // namespace nines::compare

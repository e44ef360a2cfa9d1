// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/compare/comparison.hpp"
#include "models/scenario/wording.hpp"

namespace nines::compare {

/// What was found, in plain sentences with their uncertainty, the most important first. Of several designs: who is down
/// least and by how much, the order of all, what else is better or worse, what is not decided and how many more trials
/// would decide it. Of one: how much it is down, and whether it keeps its objectives. Names are in quotes.
std::vector<wording::Text> answer_words(const Comparison& comparison);

/// The same in English.
std::vector<std::string> answer(const Comparison& comparison);

}  // namespace nines::compare

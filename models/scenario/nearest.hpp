// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nines::scenario {

/// The candidate that a misspelt `word` most likely stands for, or an empty view when none is near: fewest insertions,
/// deletions, substitutions and swaps of neighbours (restricted Damerau-Levenshtein distance), the case of letters
/// ignored; at most 1 for words of up to 4 letters, else at most a third of the length. Ties go to the first.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);
std::string_view nearest(std::string_view word, const std::vector<std::string>& candidates);

/// `did you mean "web"?`, or an empty string when nothing is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace nines::scenario

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "models/scenario/diagnostic.hpp"
#include "models/scenario/nearest.hpp"

namespace nines::scenario {

/// Whether one more search through so many names is affordable: a hostile file must not buy a long search for each
/// of its mistakes.
inline bool worth_a_search(std::size_t names, const Diagnostics& so_far) {
    constexpr std::size_t most_comparisons = 200'000;
    return (so_far.size() + 1) * names <= most_comparisons;
}

/// `did_you_mean`, while that is affordable.
template <class Candidates>
std::string suggestion(std::string_view word, const Candidates& candidates, const Diagnostics& so_far) {
    return worth_a_search(candidates.size(), so_far) ? did_you_mean(word, candidates) : std::string();
}

}  // namespace nines::scenario

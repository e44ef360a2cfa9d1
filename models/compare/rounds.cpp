// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/rounds.hpp"

#include <algorithm>

namespace nines::compare {

std::vector<std::uint64_t> rounds_until(std::uint64_t first, std::uint64_t most) {
    std::vector<std::uint64_t> ends;
    for (std::uint64_t end = std::max<std::uint64_t>(2, first); end < most; end *= 2) ends.push_back(end);
    ends.push_back(most);
    return ends;
}

double round_confidence(double confidence, std::size_t rounds, std::size_t tests) {
    const auto looks = static_cast<double>(std::max<std::size_t>(1, rounds * tests));
    return 1.0 - (1.0 - confidence) / looks;
}

}  // namespace nines::compare

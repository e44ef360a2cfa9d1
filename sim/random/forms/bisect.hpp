// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>

namespace nines::sim {

/// Smallest double in [low, high] for which `reached` holds, where `reached` is false below some time and true above.
///
/// Halves the range of bit patterns, which are ordered as the doubles >= 0 are (infinity is the last): at most 64 steps
/// whatever the scale, no tolerance to choose, and steps and flat parts of a distribution function do no harm.
/// Preconditions: 0 <= low <= high, and `reached(high)` is taken for granted.
template <class Predicate>
double smallest_time(double low, double high, const Predicate& reached) {
    std::uint64_t first = std::bit_cast<std::uint64_t>(low + 0.0);  // + 0.0 makes -0.0 the first pattern.
    std::uint64_t last = std::bit_cast<std::uint64_t>(high + 0.0);
    while (first < last) {
        const std::uint64_t middle = first + (last - first) / 2;
        if (reached(std::bit_cast<double>(middle))) {
            last = middle;
        } else {
            first = middle + 1;
        }
    }
    return std::bit_cast<double>(last);
}

}  // namespace nines::sim

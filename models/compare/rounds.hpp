// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace nines::compare {

/// Trials after each round of a sequential test: `first`, twice as many, .., and in the end `most`.
std::vector<std::uint64_t> rounds_until(std::uint64_t first, std::uint64_t most);

/// The confidence of each interval with which all decisions of a sequential test hold together with `confidence`:
///
///     1 - (1 - confidence) / (rounds * tests)
///
/// which spends the error evenly over the rounds and the tests (Bonferroni). A test may stop after any round. Why this
/// and not a mixture or a bet: docs/decisions/0019-sequential-decisions.md.
double round_confidence(double confidence, std::size_t rounds, std::size_t tests);

}  // namespace nines::compare

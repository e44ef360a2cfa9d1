// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace nines::observe {

/// Trials in blocks that grow from one trial to a hundredth of the run, so that the first estimate comes at once and
/// the folding costs nothing later; but no block takes more than a few million events, so that a run can be ended soon.
/// They depend on the program and the number of trials only, never on the threads.
class TrialBlocks {
public:
    TrialBlocks(std::uint64_t trials, double events_per_trial);

    std::uint64_t count() const;
    /// The first trial of a block.
    std::uint64_t begin(std::uint64_t block) const;

private:
    std::uint64_t trials_;
    std::uint64_t largest_ = 1;
    std::uint64_t doublings_ = 0;  ///< The first blocks have 1, 2, 4, .. 2^doublings trials,
    std::uint64_t growing_ = 1;    ///< together this many; all others have the largest size.
};

}  // namespace nines::observe

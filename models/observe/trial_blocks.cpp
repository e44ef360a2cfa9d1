// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/trial_blocks.hpp"

#include <algorithm>
#include <bit>

namespace nines::observe {

TrialBlocks::TrialBlocks(std::uint64_t trials, double events_per_trial) : trials_(trials) {
    constexpr double most_events = 4e6;
    const auto by_events = static_cast<std::uint64_t>(std::max(1.0, most_events / events_per_trial));
    largest_ = std::min(std::clamp<std::uint64_t>(trials / 100, 1, 4096), by_events);
    doublings_ = static_cast<std::uint64_t>(std::bit_width(largest_)) - 1;
    growing_ = (std::uint64_t{2} << doublings_) - 1;
}

std::uint64_t TrialBlocks::count() const {
    if (trials_ <= growing_) return static_cast<std::uint64_t>(std::bit_width(trials_));
    return doublings_ + 1 + (trials_ - growing_ + largest_ - 1) / largest_;
}

std::uint64_t TrialBlocks::begin(std::uint64_t block) const {
    const std::uint64_t start =
        block <= doublings_ ? (std::uint64_t{1} << block) - 1 : growing_ + (block - doublings_ - 1) * largest_;
    return std::min(start, trials_);
}

}  // namespace nines::observe

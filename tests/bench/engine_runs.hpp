// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "models/compile/program.hpp"
#include "models/observe/tally.hpp"

namespace nines::bench {

/// What a run gave and what it took.
struct Recorded {
    observe::Tally tally;
    double wall_seconds = 0.0;
    double cpu_seconds = 0.0;
};

/// As a user runs it: everything recorded, blocks folded in order.
Recorded run_recorded(const compile::Program& program, std::uint64_t trials, unsigned threads);

struct AvailabilityOnly {
    std::uint64_t events = 0;
    double seconds_down = 0.0;  ///< Of the first service, over all trials.
};

AvailabilityOnly run_availability_only(const compile::Program& program, std::uint64_t trials);

/// Events of `trials` trials, everything recorded into one tally; for counting instructions.
std::uint64_t run_trials(const compile::Program& program, std::uint64_t trials);

struct Allocations {
    std::uint64_t events = 0;
    std::uint64_t fresh = 0;     ///< In trials not run before: chains of causes seen for the first time are stored.
    std::uint64_t repeated = 0;  ///< In the same trials once more: whatever an event itself allocates.
};

/// Calls of operator new while trials run, everything recorded, after a few trials to warm up.
Allocations count_allocations(const compile::Program& program, std::uint64_t trials);

/// 64-bit FNV-1a over the sums of a tally: equal for equal results, whatever the number of threads.
std::uint64_t hash_of(const observe::Tally& tally);

}  // namespace nines::bench

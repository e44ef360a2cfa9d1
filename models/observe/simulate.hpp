// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/observe/tally.hpp"
#include "sim/stats/intervals.hpp"

namespace nines::observe {

/// How many trials, with which chance, on how many threads.
struct Plan {
    std::uint64_t seed = 1;
    std::uint64_t trials = 1000;      ///< At most, when `precision` is given.
    std::optional<double> precision;  ///< Stop when every service's unavailability has this relative half-width.
    double confidence = 0.95;
    unsigned threads = 1;
    std::size_t most_outages = 0;  ///< So many outages are listed one by one.
};

/// What is known of one service while a run goes on.
struct ServiceProgress {
    std::string name;                  ///< "service:site".
    sim::Interval unavailability;      ///< Share of time down; [0, 1] at the utmost.
    double relative_half_width = 0.0;  ///< Infinite until something was seen.
};

/// What a run looks like from outside while it goes on.
struct Progress {
    std::uint64_t trials = 0;
    std::uint64_t of = 0;  ///< Trials planned (the most, with a target precision).
    std::uint64_t events = 0;
    double unavailability = 0.0;       ///< Of the first service.
    double relative_half_width = 0.0;  ///< The largest over all services; infinite until something was seen.
    std::vector<ServiceProgress> services = {};
};

/// Why a run ended: the words of the results contract.
enum class Stopped { trials, precision, limit, interrupted };
std::string to_word(Stopped stopped);

struct Outcome {
    Tally tally;
    Stopped stopped = Stopped::trials;
};

/// Simulates trials 0, 1, .. in blocks and folds the blocks in order: the same (program, seed, trials) give the same
/// bits for any number of threads, also when a target precision ends the run.
///
/// `report` is called on the calling thread after each block; when it returns false the run ends early and what was
/// folded until then is a valid, smaller result.
///
/// `go_on` is asked before each trial, on every thread at once; when it returns false the run ends at once, without the
/// blocks that are not finished.
Outcome simulate(const compile::Program& program, const Plan& plan,
                 const std::function<bool(const Progress&)>& report = {}, const std::function<bool()>& go_on = {});

}  // namespace nines::observe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "models/observe/samples.hpp"
#include "models/observe/tally.hpp"

namespace nines::observe {

/// What one design showed: the same as in a run of its own, and beside it what each trial showed.
struct PairedTally {
    Tally tally;
    Samples samples;
};

/// How far a paired run is.
struct PairedProgress {
    std::uint64_t trials = 0;  ///< Of each design that takes part.
    std::uint64_t of = 0;
    std::uint64_t events = 0;  ///< Of all designs together.
};

/// Simulates several designs over the same trials with the same seed. Random numbers are addressed by the names of
/// components, so whatever the designs share has the same luck in each of them, and what one trial shows of two designs
/// may be subtracted. The same (programs, seed, trials) give the same bits for any number of threads.
class PairedRun {
public:
    /// Precondition: the programs outlive the run, and measure the same span.
    PairedRun(std::vector<const Program*> programs, std::uint64_t seed, unsigned threads);

    /// Simulates the designs `active` (ascending) until each of them has `until` trials. Only ranges of trials that all
    /// of them have finished are kept. `report` is called on the calling thread after each; when it returns false, or
    /// `go_on` does, which is asked before each trial on every thread, the run ends and the answer is false.
    /// Precondition: the active designs have the same number of trials.
    bool advance(std::uint64_t until, std::span<const std::size_t> active,
                 const std::function<bool(const PairedProgress&)>& report = {},
                 const std::function<bool()>& go_on = {});

    std::size_t size() const { return designs_.size(); }
    const PairedTally& design(std::size_t index) const { return designs_[index]; }
    std::uint64_t trials(std::size_t index) const { return designs_[index].tally.trials; }

private:
    std::vector<const Program*> programs_;
    std::uint64_t seed_;
    unsigned threads_;
    std::vector<PairedTally> designs_;
};

}  // namespace nines::observe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "models/engine/chance.hpp"
#include "models/engine/discrete_state.hpp"
#include "models/engine/ramp.hpp"

namespace nines::engine {

/// How long warm-ups take in a trial: the n-th of a host is the n-th draw of its own stream.
class WarmUpChance {
public:
    WarmUpChance(const Program& program, std::uint64_t seed)
        : program_(&program), seed_(seed), counts_(program.warm_ups.size()), steps_(program.warm_ups.size()) {}

    void begin(std::uint64_t trial) {
        trial_ = trial;
        std::fill(counts_.begin(), counts_.end(), 0);
    }

    /// The host is back: draws how long it takes this time.
    void draw(WarmUpId id) {
        const WarmUp& warm_up = program_->warm_ups[+id];
        sim::Draw bits(stream_for(seed_, warm_up.stream, Purpose::warm_up, trial_), std::uint64_t{counts_[+id]++} * 2);
        steps_[+id] = program_->samplers[+warm_up.takes](bits) / ramp::steps;
    }
    double seconds_of_step(WarmUpId id) const { return steps_[+id]; }

private:
    const Program* program_;
    std::uint64_t seed_;
    std::uint64_t trial_ = 0;
    std::vector<std::uint32_t> counts_;
    std::vector<double> steps_;  ///< Seconds.
};

}  // namespace nines::engine

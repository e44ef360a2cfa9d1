// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/markov/phase_type.hpp"

namespace nines::exact {

/// A time as exponential phases with branching between them: what a Markov chain can follow. Phases are numbered from
/// 0; `over()` stands for the end.
class Activity {
public:
    struct Branch {
        std::uint8_t phase = 0;
        double probability = 1.0;
    };

    /// The times one after the other. Precondition: at most `most_phases` phases in all.
    explicit Activity(std::span<const sim::PhaseType> in_sequence);

    static constexpr std::size_t most_phases = 250;

    std::uint8_t over() const { return static_cast<std::uint8_t>(per_second_.size()); }
    bool is_exponential() const { return per_second_.size() == 1 && start_.size() == 1; }

    /// Where it begins; `over()` when it takes no time.
    std::span<const Branch> start() const { return start_; }
    double per_second(std::uint8_t phase) const { return per_second_[phase]; }
    /// Where it goes on after a phase.
    std::span<const Branch> after(std::uint8_t phase) const { return after_[phase]; }

private:
    std::vector<double> per_second_;
    std::vector<Branch> start_;
    std::vector<std::vector<Branch>> after_;
};

}  // namespace nines::exact

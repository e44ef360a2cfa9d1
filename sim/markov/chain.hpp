// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace nines::sim {

using StateIndex = std::uint32_t;

/// A transition of a continuous-time Markov chain.
struct Transition {
    StateIndex to = 0;
    double per_second = 0.0;  ///< Rate, > 0.
};

/// A finite continuous-time Markov chain: the off-diagonal rates in compressed rows (what leaves each state). The
/// diagonal is implied: a row of the generator sums to zero, so it need not be stored, and never loses digits.
///
/// Twelve bytes a transition, eight a state.
class Chain {
public:
    /// Appends the next state's transitions. Targets may be states that are not appended yet, each at most once and
    /// never the state itself (a rate back to the same state changes nothing).
    void append_row(std::span<const Transition> transitions) {
        for (const Transition& transition : transitions) {
            to_.push_back(transition.to);
            per_second_.push_back(transition.per_second);
        }
        begin_.push_back(to_.size());
    }

    void reserve(std::size_t states, std::size_t transitions) {
        begin_.reserve(states + 1);
        to_.reserve(transitions);
        per_second_.reserve(transitions);
    }

    StateIndex state_count() const { return static_cast<StateIndex>(begin_.size() - 1); }
    std::size_t transition_count() const { return to_.size(); }

    std::span<const StateIndex> targets(StateIndex from) const {
        return {to_.data() + begin_[from], begin_[from + 1] - begin_[from]};
    }
    std::span<const double> rates(StateIndex from) const {
        return {per_second_.data() + begin_[from], begin_[from + 1] - begin_[from]};
    }

    /// Rate at which `from` is left: the sum of its rates; 0 for an absorbing state.
    double exit_rate(StateIndex from) const {
        double sum = 0.0;
        for (const double rate : rates(from)) sum += rate;
        return sum;
    }

private:
    std::vector<std::uint64_t> begin_{0};
    std::vector<StateIndex> to_;
    std::vector<double> per_second_;
};

/// Probability of one state at the start; those not listed have none.
struct StartState {
    StateIndex state = 0;
    double probability = 1.0;
};

}  // namespace nines::sim

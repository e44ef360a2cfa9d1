// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "sim/markov/chain.hpp"
#include "sim/markov/solve.hpp"
#include "sim/markov/transient.hpp"
#include "sim/markov/uniformization.hpp"

/// The two ways to transient figures, behind `expected_rewards`.
namespace nines::sim {

/// A checked question: every precondition of `expected_rewards` holds, and some state is left.
struct TransientQuestion {
    const UniformizedChain& uniformized;
    std::span<const StartState> start;
    std::span<const Duration> times;
    std::span<const std::span<const double>> rewards;
    const TransientOptions& options;
};

/// Gives up before it has done more than `most_work`.
Solved<Transient> by_uniformization(const TransientQuestion& question, double most_work);

/// Its work is known beforehand: `doubling_work`. Failure `unsuitable` when rate x time is beyond 1e18.
Solved<Transient> by_doubling(const TransientQuestion& question);

/// Elementary steps of doubling up to the last time, in the measure of `TransientOptions::most_work`.
double doubling_work(const UniformizedChain& uniformized, double last_seconds, std::size_t time_count);

/// Chains with more states than this are not doubled: three matrices of 8 MB, a second a squaring.
inline constexpr StateIndex most_states_doubled = 1000;

/// Asks `go_on` whenever this much work has been done since it was asked last.
class Patience {
public:
    explicit Patience(const std::function<bool()>& go_on) : go_on_(&go_on) {}

    /// Counts the work; false when the caller has had enough.
    bool holds_after(double work) {
        constexpr double work_between_questions = 1e8;
        since_asked_ += work;
        if (since_asked_ < work_between_questions || !*go_on_) return true;
        since_asked_ = 0.0;
        return (*go_on_)();
    }

private:
    const std::function<bool()>* go_on_;
    double since_asked_ = 0.0;
};

SolveFailure transient_stopped(std::uint64_t steps, std::uint64_t steps_needed);
/// `work_a_step` x `steps_needed` is more than allowed.
SolveFailure too_much_work(std::uint64_t steps, std::uint64_t steps_needed, double work_a_step, double most_work);

}  // namespace nines::sim

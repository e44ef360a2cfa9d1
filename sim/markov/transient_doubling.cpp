// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <vector>

#include "sim/markov/transient_methods.hpp"
#include "sim/markov/transient_squaring.hpp"

namespace nines::sim {

namespace {

constexpr double most_base_steps = 1e18;  // counts must fit into 64 bits

/// One of the times, as a number of base steps and what is left.
struct TimeWalk {
    std::uint64_t base_steps = 0;
    double remainder_seconds = 0.0;
    std::vector<double> distribution;
    std::vector<double> accumulated;  ///< For each reward.
};

TimeWalk walk_to(const TransientQuestion& question, Duration time, double base_seconds) {
    // The base is a power of two, hence the quotient is exact, and so are its whole part and the rest.
    const double steps = time.in_seconds() / base_seconds;
    const double whole = std::floor(steps);
    TimeWalk walk;
    walk.base_steps = static_cast<std::uint64_t>(whole);
    walk.remainder_seconds = (steps - whole) * base_seconds;
    walk.distribution = distribution_of(question.start, question.uniformized.state_count());
    walk.accumulated.assign(question.rewards.size(), 0.0);
    ShortWalk(question.uniformized, walk.remainder_seconds)
        .advance(walk.distribution, question.rewards, walk.accumulated);
    normalise(walk.distribution);
    return walk;
}

ExpectedReward figure(const TransientQuestion& question, const TimeWalk& walk, std::size_t reward, int squarings) {
    const auto rates = question.rewards[reward];
    const double states = question.uniformized.state_count();
    const double rounding = (squarings + 2.0) * (4.0 * states + 50.0) * 0.5 * std::numeric_limits<double>::epsilon() +
                            40.0 * question.uniformized.rounding_a_step();
    const double left_out = ShortWalk::left_out * (static_cast<double>(walk.base_steps) + 1.0) *
                            *std::max_element(rates.begin(), rates.end());
    const double seconds = (static_cast<double>(walk.base_steps) + 1.0) / question.uniformized.per_second();
    ExpectedReward figure;
    figure.rate = dot(walk.distribution, rates);
    figure.accumulated = walk.accumulated[reward];
    figure.rate_error = rounding * figure.rate + left_out;
    figure.accumulated_error = rounding * figure.accumulated + left_out * 2.0 * seconds;
    return figure;
}

SolveFailure beyond_counting() {
    return {.cause = SolveFailure::Cause::unsuitable,
            .message = "the fastest rate times the last time is beyond 1e18: ask for the long-run figures instead",
            .residual = 0.0,
            .iterations = 0};
}

}  // namespace

double doubling_work(const UniformizedChain& uniformized, double last_seconds, std::size_t time_count) {
    const double states = uniformized.state_count();
    const double squarings = std::max(0.0, std::log2(last_seconds * uniformized.per_second()) + 1.0);
    const double first_power = 45.0 * states * uniformized.work_a_step();
    // A multiplication within a matrix product costs a sixth of following a transition.
    const double squaring = states * states * states / 6.0 + static_cast<double>(time_count) * states * states;
    return first_power + squarings * squaring;
}

Solved<Transient> by_doubling(const TransientQuestion& question) {
    const double base_seconds = squaring_base_seconds(question.uniformized.per_second());
    const double last_steps = question.times.back().in_seconds() / base_seconds;
    if (!(last_steps < most_base_steps)) return beyond_counting();
    const auto squarings = static_cast<int>(std::bit_width(static_cast<std::uint64_t>(last_steps)));
    const double work = doubling_work(question.uniformized, question.times.back().in_seconds(), question.times.size());
    if (work > question.options.most_work) {
        return too_much_work(0, static_cast<std::uint64_t>(squarings), work / (squarings + 1.0),
                             question.options.most_work);
    }

    Patience patience(question.options.go_on);
    std::vector<TimeWalk> walks;
    for (const Duration time : question.times) walks.push_back(walk_to(question, time, base_seconds));
    if (squarings > 0) {
        SquaredChain chain(question.uniformized, question.rewards);
        for (int level = 0;; chain.square(), ++level) {
            for (TimeWalk& walk : walks) {
                if ((walk.base_steps >> level & 1U) != 0) chain.advance(walk.distribution, walk.accumulated);
            }
            if (level + 1 == squarings) break;
            if (!patience.holds_after(work / squarings)) {
                return transient_stopped(static_cast<std::uint64_t>(level), static_cast<std::uint64_t>(squarings));
            }
        }
    }

    Transient result;
    result.method = TransientMethod::doubling;
    result.steps = static_cast<std::uint64_t>(squarings);
    for (std::size_t reward = 0; reward < question.rewards.size(); ++reward) {
        auto& figures = result.figures.emplace_back();
        for (const TimeWalk& walk : walks) figures.push_back(figure(question, walk, reward, squarings));
    }
    return result;
}

}  // namespace nines::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/gauss_seidel.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include "sim/markov/aggregation.hpp"
#include "sim/markov/failures.hpp"
#include "sim/markov/sweeps.hpp"

namespace nines::sim {
namespace {

constexpr double nearly_converged = 1e-3;
constexpr std::uint64_t sweeps_a_look = 64;
constexpr int cycles_a_hierarchy = 16;

/// Sweeps with a memory: how many, how they converge, whether to hold back.
class Sweeper {
public:
    Sweeper(const Incoming& incoming, std::vector<double> guess, const SolveOptions& options)
        : incoming_(incoming), options_(options), probability_(std::move(guess)) {}

    std::vector<double>& probability() { return probability_; }
    std::uint64_t count() const { return count_; }
    double residual() const { return flow_imbalance(incoming_, probability_); }

    /// One more sweep and its largest relative change.
    double make_sweep() {
        const double change = sweep(incoming_, probability_, weight_);
        ++count_;
        if (count_ % sweeps_a_look == 0) {
            normalise(probability_);
            // In a cycle taken against its direction plain sweeps only pass values round.
            if (change > 0.9 * change_at_last_look_) weight_ = held_back;
            change_at_last_look_ = change;
        }
        return change;
    }

    /// Why to give up: the time is over, or the sweeps are used up.
    std::optional<SolveFailure> end(std::string_view method, double error) const {
        if (options_.go_on && !options_.go_on()) return stopped(residual(), count_);
        if (count_ >= options_.most_iterations) return not_converged(method, error, residual(), options_);
        return std::nullopt;
    }

    Stationary result(SolveMethod method) {
        normalise(probability_);
        const SolveEffort effort{.method = method, .iterations = count_, .residual = residual()};
        return {.probability = std::move(probability_), .effort = effort};
    }

private:
    static constexpr double held_back = 0.9;

    const Incoming& incoming_;
    const SolveOptions& options_;
    std::vector<double> probability_;
    std::uint64_t count_ = 0;
    double weight_ = 1.0;
    double change_at_last_look_ = std::numeric_limits<double>::infinity();
};

/// Sweeps until they have nearly converged, or have become slow.
std::optional<SolveFailure> sweep_while_useful(Sweeper& sweeper) {
    double change_at_last_look = std::numeric_limits<double>::infinity();
    while (true) {
        const double change = sweeper.make_sweep();
        if (change <= nearly_converged) return std::nullopt;
        if (sweeper.count() % sweeps_a_look == 0) {
            if (change > 0.5 * change_at_last_look) return std::nullopt;
            change_at_last_look = change;
        }
        if (auto failure = sweeper.end("multilevel aggregation", 1.0)) return failure;
    }
}

double largest_change(const std::vector<double>& before, const std::vector<double>& after) {
    double change = 0.0;
    for (std::size_t i = 0; i < after.size(); ++i) {
        change = std::max(change, std::abs(after[i] - before[i]) / std::max(after[i], negligible_probability));
    }
    return change;
}

}  // namespace

std::vector<double> outward_guess(const Incoming& incoming) {
    constexpr double never_zero = 1e-250;
    std::vector<double> probability(incoming.state_count(), 1.0);
    for (StateIndex to = 1; to < incoming.state_count(); ++to) {
        const auto sources = incoming.sources(to);
        const auto rates = incoming.rates(to);
        double flow = 0.0;
        for (std::size_t i = 0; i < sources.size(); ++i) {
            if (sources[i] < to) flow += probability[sources[i]] * rates[i];
        }
        probability[to] = std::clamp(flow / incoming.exit_rate[to], never_zero, 1.0 / never_zero);
    }
    normalise(probability);
    return probability;
}

Solved<Stationary> gauss_seidel(const Incoming& incoming, std::vector<double> guess, const SolveOptions& options) {
    Sweeper sweeper(incoming, std::move(guess), options);
    Convergence convergence(options.tolerance);
    while (!convergence.is_reached(sweeper.make_sweep())) {
        if (auto failure = sweeper.end("Gauss-Seidel", convergence.error())) return std::move(*failure);
    }
    return sweeper.result(SolveMethod::gauss_seidel);
}

Solved<Stationary> multilevel(const Incoming& incoming, std::vector<double> guess, const SolveOptions& options) {
    Sweeper sweeper(incoming, std::move(guess), options);
    if (auto failure = sweep_while_useful(sweeper)) return std::move(*failure);

    Convergence convergence(options.tolerance);
    std::vector<double> before;
    for (std::uint64_t sweeps_a_cycle = 8;; sweeps_a_cycle = std::min<std::uint64_t>(2 * sweeps_a_cycle, 256)) {
        normalise(sweeper.probability());
        AggregationHierarchy hierarchy(incoming, sweeper.probability());  // anew: the flows it came from were far off
        for (int cycle = 0; cycle < cycles_a_hierarchy; ++cycle) {
            before = sweeper.probability();
            hierarchy.correct(sweeper.probability());
            for (std::uint64_t i = 0; i < sweeps_a_cycle; ++i) sweeper.make_sweep();
            normalise(sweeper.probability());
            if (convergence.is_reached(largest_change(before, sweeper.probability()))) {
                return sweeper.result(SolveMethod::multilevel);
            }
            if (auto failure = sweeper.end("multilevel aggregation", convergence.error())) return std::move(*failure);
        }
    }
}

}  // namespace nines::sim

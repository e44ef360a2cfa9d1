// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/rewards_until_left.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <variant>

#include "sim/markov/elimination.hpp"
#include "sim/markov/failures.hpp"
#include "sim/markov/sweeps.hpp"

namespace nines::sim {
namespace {

using Rewards = std::vector<std::vector<double>>;

bool any(const std::vector<double>& values) {
    return std::any_of(values.begin(), values.end(), [](double value) { return value > 0.0; });
}

/// Gauss-Seidel from below: value(i) = (reward(i) + sum over j of q(i,j) value(j)) / exit rate(i), 0 outside.
/// From the last state to the first: values spread outwards from where the subset is left, and the far ones change
/// most.
class Sweeps {
public:
    Sweeps(const Chain& chain, const Subset& subset, const SolveOptions& options)
        : chain_(chain), subset_(subset), options_(options) {}

    std::uint64_t count() const { return count_; }

    std::optional<SolveFailure> solve(std::vector<double>& reward) {
        if (!any(reward)) return std::nullopt;
        std::vector<double> values(reward.size(), 0.0);
        Convergence convergence(options_.tolerance);
        for (std::uint64_t made = 1;; ++made) {
            const double change = sweep_once(reward, values);
            ++count_;
            if (change < 1.0 && convergence.is_reached(change)) break;
            if (options_.go_on && !options_.go_on()) return stopped(change, count_);
            if (made == options_.most_iterations) {
                return not_converged("Gauss-Seidel for expected rewards", convergence.error(), change, options_);
            }
        }
        reward = std::move(values);
        return std::nullopt;
    }

private:
    double sweep_once(const std::vector<double>& reward, std::vector<double>& values) const {
        double largest = 0.0;
        for (auto number = static_cast<StateIndex>(subset_.states.size()); number-- > 0;) {
            const StateIndex state = subset_.states[number];
            const auto targets = chain_.targets(state);
            const auto per_second = chain_.rates(state);
            double sum = reward[number];
            double exit_rate = 0.0;
            for (std::size_t i = 0; i < targets.size(); ++i) {
                const StateIndex to = subset_.number_of[targets[i]];
                if (to != no_state) sum += per_second[i] * values[to];
                exit_rate += per_second[i];
            }
            const double after = sum / exit_rate;
            if (after > 0.0) largest = std::max(largest, std::abs(after - values[number]) / after);
            values[number] = after;
        }
        return largest;
    }

    const Chain& chain_;
    const Subset& subset_;
    const SolveOptions& options_;
    std::uint64_t count_ = 0;
};

RewardsUntilLeft by_elimination(const Elimination& elimination, Rewards rewards) {
    RewardsUntilLeft result;
    for (std::vector<double>& reward : rewards) {
        if (any(reward)) {
            reward.push_back(0.0);  // outside, which is what remains
            reward = elimination.reward_until_last(std::move(reward));
            reward.pop_back();
        }
        result.rewards.push_back(std::move(reward));
    }
    return result;
}

Solved<RewardsUntilLeft> by_sweeps(const Chain& chain, const Subset& subset, Rewards rewards,
                                   const SolveOptions& options) {
    Sweeps sweeps(chain, subset, options);
    for (std::vector<double>& reward : rewards) {
        if (auto failure = sweeps.solve(reward)) return std::move(*failure);
    }
    const SolveEffort effort{.method = SolveMethod::gauss_seidel, .iterations = sweeps.count(), .residual = 0.0};
    return RewardsUntilLeft{std::move(rewards), effort};
}

/// None when sweeps shall do it.
std::optional<Solved<RewardsUntilLeft>> try_elimination(const Chain& chain, const Subset& subset,
                                                        const Rewards& rewards, const SolveOptions& options) {
    const bool is_asked = options.method == SolveMethod::gth;
    if (!is_asked && options.method != SolveMethod::automatic) return std::nullopt;
    const auto count = static_cast<StateIndex>(subset.states.size());
    const auto limits = is_asked ? EliminationLimits{} : worthwhile_elimination(count, chain.transition_count());
    if (!limits) return std::nullopt;

    const auto eliminated = Elimination::of(incoming_with_restart(chain, subset, {}), *limits, options.go_on, count);
    if (const auto* found = std::get_if<Elimination>(&eliminated)) return by_elimination(*found, rewards);
    const auto refusal = std::get<Elimination::Refusal>(eliminated);
    if (is_asked || refusal == Elimination::Refusal::stopped) return elimination_failure(refusal, count);
    return std::nullopt;
}

}  // namespace

Solved<RewardsUntilLeft> rewards_until_left(const Chain& chain, const Subset& subset, Rewards rewards,
                                            const SolveOptions& options) {
    if (subset.states.empty()) return RewardsUntilLeft{std::move(rewards), {}};
    if (auto result = try_elimination(chain, subset, rewards, options)) return std::move(*result);
    return by_sweeps(chain, subset, std::move(rewards), options);
}

}  // namespace nines::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/bias.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "sim/markov/classes.hpp"
#include "sim/markov/failures.hpp"
#include "sim/markov/incoming.hpp"
#include "sim/markov/rewards_until_left.hpp"
#include "sim/markov/validate.hpp"

namespace nines::sim {
namespace {

/// Per state of the subset: gains and losses until it is left, apart, so that no digits are lost to one another before
/// the end; and seconds.
std::vector<std::vector<double>> rates_of(const Subset& subset, std::span<const double> reward_per_second) {
    std::vector<std::vector<double>> rates(3);
    for (const StateIndex state : subset.states) {
        rates[0].push_back(std::max(reward_per_second[state], 0.0));
        rates[1].push_back(std::max(-reward_per_second[state], 0.0));
    }
    rates[2].assign(subset.states.size(), 1.0);
    return rates;
}

std::optional<SolveFailure> fault(const Chain& chain, std::span<const StartState> start, const SteadyState& steady,
                                  std::span<const double> reward_per_second, const SolveOptions& options) {
    if (auto found = fault_of(chain)) return found;
    if (auto found = fault_of(chain, start)) return found;
    if (auto found = fault_of_rewards(chain, reward_per_second)) return found;
    if (auto found = fault_of(options)) return found;
    if (steady.probability.size() != chain.state_count()) {
        return SolveFailure{.cause = SolveFailure::Cause::bad_input,
                            .message = fmt::format("the steady state has {} states, but the chain has {}",
                                                   steady.probability.size(), chain.state_count()),
                            .residual = 0.0,
                            .iterations = 0};
    }
    if (steady.recurrent_class_count == 1) return std::nullopt;
    return unsuitable(
        fmt::format("the chain can settle in {} different classes of states: no single long-run average "
                    "exists whose relative values could be given",
                    steady.recurrent_class_count));
}

}  // namespace

Solved<Bias> bias(const Chain& chain, std::span<const StartState> start, const SteadyState& steady,
                  std::span<const double> reward_per_second, const SolveOptions& options) {
    if (auto found = fault(chain, start, steady, reward_per_second, options)) return std::move(*found);

    Bias result;
    const auto& probability = steady.probability;
    result.reference =
        static_cast<StateIndex>(std::max_element(probability.begin(), probability.end()) - probability.begin());
    for (std::size_t state = 0; state < probability.size(); ++state) {
        result.average += probability[state] * reward_per_second[state];
    }

    // What is collected until the reference is reached.
    const Classes classes = classes_from(chain, start);
    const Subset others = subset_where(
        chain.state_count(), [&](StateIndex state) { return classes.is_reached(state) && state != result.reference; });
    auto solved = rewards_until_left(chain, others, rates_of(others, reward_per_second), options);
    if (auto* failure = std::get_if<SolveFailure>(&solved)) return std::move(*failure);
    const auto& until = std::get<RewardsUntilLeft>(solved);
    result.effort = until.effort;
    result.relative_value.assign(chain.state_count(), 0.0);
    for (std::size_t i = 0; i < others.states.size(); ++i) {
        result.relative_value[others.states[i]] =
            until.rewards[0][i] - until.rewards[1][i] - result.average * until.rewards[2][i];
    }
    return result;
}

}  // namespace nines::sim

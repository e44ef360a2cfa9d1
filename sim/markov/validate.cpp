// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/validate.hpp"

#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace nines::sim {
namespace {

SolveFailure bad_input(std::string message) {
    return {.cause = SolveFailure::Cause::bad_input, .message = std::move(message), .residual = 0.0, .iterations = 0};
}

}  // namespace

std::optional<SolveFailure> fault_of(const Chain& chain) {
    if (chain.state_count() == 0) return bad_input("the chain has no states");
    for (StateIndex from = 0; from < chain.state_count(); ++from) {
        const auto targets = chain.targets(from);
        const auto rates = chain.rates(from);
        for (std::size_t i = 0; i < targets.size(); ++i) {
            if (targets[i] >= chain.state_count()) {
                return bad_input(
                    fmt::format("a transition leads from state {} to state {}, but the chain has only {} states", from,
                                targets[i], chain.state_count()));
            }
            if (targets[i] == from) {
                return bad_input(fmt::format("a transition leads from state {} to itself; leave it out", from));
            }
            if (!(rates[i] > 0.0) || !std::isfinite(rates[i])) {
                return bad_input(
                    fmt::format("the rate from state {} to state {} is {}; rates must be positive and "
                                "finite (leave out what never happens)",
                                from, targets[i], rates[i]));
            }
        }
    }
    return std::nullopt;
}

std::optional<SolveFailure> fault_of(const Chain& chain, std::span<const StartState> start) {
    double sum = 0.0;
    for (const StartState& from : start) {
        if (from.state >= chain.state_count()) {
            return bad_input(fmt::format("the start names state {}, but the chain has only {} states", from.state,
                                         chain.state_count()));
        }
        if (!(from.probability >= 0.0)) {
            return bad_input(fmt::format("the start has probability {} in state {}", from.probability, from.state));
        }
        sum += from.probability;
    }
    if (!(std::abs(sum - 1.0) <= 1e-9)) {
        return bad_input(fmt::format("the probabilities of the start sum to {} instead of 1", sum));
    }
    return std::nullopt;
}

std::optional<SolveFailure> fault_of(const Chain& chain, const StateSet& set) {
    if (set.size() == chain.state_count()) return std::nullopt;
    return bad_input(
        fmt::format("a set of states has {} entries, but the chain has {} states", set.size(), chain.state_count()));
}

std::optional<SolveFailure> fault_of(const SolveOptions& options) {
    if (options.tolerance > 0.0 && options.tolerance <= 0.1) return std::nullopt;
    return bad_input(fmt::format("the tolerance is {}; it must be above 0 and at most 0.1", options.tolerance));
}

std::optional<SolveFailure> fault_of_rewards(const Chain& chain, std::span<const double> reward_per_second) {
    if (reward_per_second.size() != chain.state_count()) {
        return bad_input(
            fmt::format("there are {} rewards for {} states", reward_per_second.size(), chain.state_count()));
    }
    for (std::size_t state = 0; state < reward_per_second.size(); ++state) {
        if (!std::isfinite(reward_per_second[state])) {
            return bad_input(fmt::format("the reward of state {} is {}", state, reward_per_second[state]));
        }
    }
    return std::nullopt;
}

}  // namespace nines::sim

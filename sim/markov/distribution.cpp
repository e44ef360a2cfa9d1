// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/distribution.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "sim/markov/classes.hpp"
#include "sim/markov/distribution_reduced.hpp"
#include "sim/markov/validate.hpp"

namespace nines::sim {

namespace {

SolveFailure bad_input(std::string message) {
    return {.cause = SolveFailure::Cause::bad_input, .message = std::move(message), .residual = 0.0, .iterations = 0};
}

/// Where each state of the whole chain went.
std::vector<StateIndex> places_of(const Chain& chain, const StateSet& targets, const Classes& classes) {
    std::vector<StateIndex> place(chain.state_count(), 0);
    StateIndex kept = 0;
    for (StateIndex state = 0; state < chain.state_count(); ++state) {
        if (!targets[state] && classes.is_transient(state)) place[state] = kept++;
    }
    for (StateIndex state = 0; state < chain.state_count(); ++state) {
        if (targets[state]) place[state] = kept;
        if (!targets[state] && classes.is_recurrent(state)) place[state] = kept + 1;
    }
    return place;
}

/// P(T <= t) and P(T > t) at the times asked.
std::optional<SolveFailure> add_probabilities(const PassageChain& passage, std::span<const Duration> times,
                                              const DistributionOptions& options, TimeDistribution& result) {
    std::vector<double> over(passage.chain.state_count(), 0.0);
    std::vector<double> not_over(passage.chain.state_count(), 1.0);
    over[passage.over()] = 1.0;
    not_over[passage.over()] = 0.0;
    const std::array<std::span<const double>, 2> rewards{over, not_over};
    TransientOptions transient;
    transient.most_work = options.most_work;
    transient.go_on = options.go_on;
    const auto solved = expected_rewards(passage.chain, passage.start, times, rewards, transient);
    if (const auto* failure = std::get_if<SolveFailure>(&solved)) return *failure;
    const auto& found = std::get<Transient>(solved);
    for (std::size_t i = 0; i < times.size(); ++i) {
        const ExpectedReward& by = found.figures[0][i];
        const ExpectedReward& beyond = found.figures[1][i];
        result.at.push_back({by.rate, beyond.rate, std::max(by.rate_error, beyond.rate_error)});
    }
    result.method = found.method;
    result.steps = found.steps;
    return std::nullopt;
}

Solved<TimeDistribution> distribution_until(const Chain& chain, std::span<const StartState> start,
                                            const StateSet& targets, const DistributionQuestion& question,
                                            const DistributionOptions& options) {
    for (const double probability : question.probabilities) {
        if (!(probability > 0.0 && probability < 1.0)) {
            return bad_input(
                fmt::format("a quantile's probability must be above 0 and below 1, not {:g}", probability));
        }
    }
    const PassageChain passage = passage_chain(chain, start, targets);
    TimeDistribution result;
    if (auto failure = add_probabilities(passage, question.times, options, result)) return *failure;
    auto quantiles = passage_quantiles(passage, question.probabilities, options.most_work, options.go_on);
    if (const auto* failure = std::get_if<SolveFailure>(&quantiles)) return *failure;
    result.quantiles = std::get<std::vector<Duration>>(std::move(quantiles));
    return result;
}

}  // namespace

PassageChain passage_chain(const Chain& chain, std::span<const StartState> start, const StateSet& targets) {
    const Classes classes = classes_from(chain, start, targets);
    const std::vector<StateIndex> place = places_of(chain, targets, classes);
    StateIndex kept = 0;
    std::size_t transitions = 0;
    for (StateIndex state = 0; state < chain.state_count(); ++state) {
        if (targets[state] || !classes.is_transient(state)) continue;
        ++kept;
        transitions += chain.targets(state).size();
    }
    PassageChain passage;
    passage.chain.reserve(std::size_t{kept} + 2, transitions);
    std::vector<Transition> row;
    for (StateIndex state = 0; state < chain.state_count(); ++state) {
        if (targets[state] || !classes.is_transient(state)) continue;
        row.clear();
        std::array<double, 2> absorbed{};
        for (std::size_t i = 0; i < chain.targets(state).size(); ++i) {
            const StateIndex to = place[chain.targets(state)[i]];
            const double rate = chain.rates(state)[i];
            if (to < kept) {
                row.push_back({to, rate});
            } else {
                absorbed[to - kept] += rate;
            }
        }
        for (StateIndex i = 0; i < absorbed.size(); ++i) {
            if (absorbed[i] > 0.0) row.push_back({kept + i, absorbed[i]});
        }
        passage.chain.append_row(row);
    }
    passage.chain.append_row({});
    passage.chain.append_row({});
    for (const StartState& part : start) {
        if (part.probability > 0.0) passage.start.push_back({place[part.state], part.probability});
    }
    return passage;
}

Solved<TimeDistribution> first_passage_distribution(const Chain& chain, std::span<const StartState> start,
                                                    const StateSet& targets, const DistributionQuestion& question,
                                                    const DistributionOptions& options) {
    if (auto fault = fault_of(chain)) return *fault;
    if (auto fault = fault_of(chain, start)) return *fault;
    if (auto fault = fault_of(chain, targets)) return *fault;
    return distribution_until(chain, start, targets, question, options);
}

Solved<TimeDistribution> sojourn_distribution(const Chain& chain, std::span<const StartState> entry,
                                              const StateSet& inside, const DistributionQuestion& question,
                                              const DistributionOptions& options) {
    if (auto fault = fault_of(chain)) return *fault;
    if (auto fault = fault_of(chain, entry)) return *fault;
    if (auto fault = fault_of(chain, inside)) return *fault;
    for (const StartState& part : entry) {
        if (part.probability > 0.0 && !inside[part.state]) {
            return bad_input(fmt::format("a stay begins inside, but state {} of the entry is outside", part.state));
        }
    }
    StateSet outside = inside;
    outside.flip();
    return distribution_until(chain, entry, outside, question, options);
}

}  // namespace nines::sim

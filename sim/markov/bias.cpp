// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/bias.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "sim/markov/classes.hpp"
#include "sim/markov/elimination.hpp"
#include "sim/markov/failures.hpp"
#include "sim/markov/incoming.hpp"
#include "sim/markov/sweeps.hpp"
#include "sim/markov/validate.hpp"

namespace nines::sim {
namespace {

/// Per state of the subset: rewards and seconds until the reference is reached. Positive and negative rewards apart, so
/// that no digits are lost to one another before the end.
struct UntilReference {
    std::vector<double> gain;
    std::vector<double> loss;
    std::vector<double> seconds;
};

UntilReference rates_of(const Subset& subset, std::span<const double> reward_per_second) {
    UntilReference rates;
    for (const StateIndex state : subset.states) {
        rates.gain.push_back(std::max(reward_per_second[state], 0.0));
        rates.loss.push_back(std::max(-reward_per_second[state], 0.0));
    }
    rates.seconds.assign(subset.states.size(), 1.0);
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

bool any(const std::vector<double>& values) {
    return std::any_of(values.begin(), values.end(), [](double value) { return value > 0.0; });
}

UntilReference by_elimination(const Elimination& elimination, UntilReference rates) {
    rates.seconds = elimination.reward_until_last(std::move(rates.seconds));
    if (any(rates.gain)) rates.gain = elimination.reward_until_last(std::move(rates.gain));
    if (any(rates.loss)) rates.loss = elimination.reward_until_last(std::move(rates.loss));
    return rates;
}

/// Gauss-Seidel from below: value(i) = (rate(i) + sum over j of q(i,j) value(j)) / exit rate(i), 0 at the reference.
/// From the last state to the first: values spread outwards from the reference, and the far ones change most.
class SweepsUntilReference {
public:
    SweepsUntilReference(const Chain& chain, const Subset& subset, StateIndex reference, const SolveOptions& options)
        : chain_(chain), subset_(subset), reference_(reference), options_(options) {}

    std::uint64_t count() const { return count_; }

    std::optional<SolveFailure> solve(std::vector<double>& rates) {
        if (!any(rates)) return std::nullopt;
        std::vector<double> values(rates.size(), 0.0);
        Convergence convergence(options_.tolerance);
        for (std::uint64_t made = 1;; ++made) {
            const double change = sweep_once(rates, values);
            ++count_;
            if (change < 1.0 && convergence.is_reached(change)) break;
            if (options_.go_on && !options_.go_on()) return stopped(change, count_);
            if (made == options_.most_iterations) {
                return not_converged("Gauss-Seidel for relative values", convergence.error(), change, options_);
            }
        }
        rates = std::move(values);
        return std::nullopt;
    }

private:
    double sweep_once(const std::vector<double>& rates, std::vector<double>& values) const {
        double largest = 0.0;
        for (auto number = static_cast<StateIndex>(subset_.states.size()); number-- > 0;) {
            const StateIndex state = subset_.states[number];
            if (state == reference_) continue;
            const auto targets = chain_.targets(state);
            const auto per_second = chain_.rates(state);
            double sum = rates[number];
            double exit_rate = 0.0;
            for (std::size_t i = 0; i < targets.size(); ++i) {
                sum += per_second[i] * values[subset_.number_of[targets[i]]];
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
    StateIndex reference_;
    const SolveOptions& options_;
    std::uint64_t count_ = 0;
};

Solved<UntilReference> by_sweeps(const Chain& chain, const Subset& subset, StateIndex reference, UntilReference rates,
                                 const SolveOptions& options, SolveEffort& effort) {
    SweepsUntilReference sweeps(chain, subset, reference, options);
    for (std::vector<double>* part : {&rates.seconds, &rates.gain, &rates.loss}) {
        if (auto failure = sweeps.solve(*part)) return std::move(*failure);
    }
    effort = {.method = SolveMethod::gauss_seidel, .iterations = sweeps.count(), .residual = 0.0};
    return rates;
}

/// By elimination where that is asked for or cheap; none when sweeps shall do it.
std::optional<Solved<UntilReference>> try_elimination(const Chain& chain, const Subset& subset, StateIndex reference,
                                                      const UntilReference& rates, const SolveOptions& options) {
    const bool is_asked = options.method == SolveMethod::gth;
    if (!is_asked && options.method != SolveMethod::automatic) return std::nullopt;
    const auto count = static_cast<StateIndex>(subset.states.size());
    const auto limits = is_asked ? EliminationLimits{} : worthwhile_elimination(count, chain.transition_count());
    if (!limits) return std::nullopt;

    const auto eliminated =
        Elimination::of(incoming_of_closed(chain, subset), *limits, options.go_on, subset.number_of[reference]);
    if (const auto* found = std::get_if<Elimination>(&eliminated)) return by_elimination(*found, rates);
    const auto refusal = std::get<Elimination::Refusal>(eliminated);
    if (is_asked || refusal == Elimination::Refusal::stopped) return elimination_failure(refusal, count);
    return std::nullopt;
}

Solved<UntilReference> until_reference(const Chain& chain, const Subset& subset, StateIndex reference,
                                       UntilReference rates, const SolveOptions& options, SolveEffort& effort) {
    if (auto result = try_elimination(chain, subset, reference, rates, options)) return std::move(*result);
    return by_sweeps(chain, subset, reference, std::move(rates), options, effort);
}

}  // namespace

Solved<Bias> bias(const Chain& chain, std::span<const StartState> start, const SteadyState& steady,
                  std::span<const double> reward_per_second, const SolveOptions& options) {
    if (auto found = fault(chain, start, steady, reward_per_second, options)) return std::move(*found);

    const Classes classes = classes_from(chain, start);
    const Subset reached =
        subset_where(chain.state_count(), [&](StateIndex state) { return classes.is_reached(state); });
    Bias result;
    const auto& probability = steady.probability;
    result.reference =
        static_cast<StateIndex>(std::max_element(probability.begin(), probability.end()) - probability.begin());
    for (std::size_t state = 0; state < probability.size(); ++state) {
        result.average += probability[state] * reward_per_second[state];
    }

    auto solved =
        until_reference(chain, reached, result.reference, rates_of(reached, reward_per_second), options, result.effort);
    if (auto* failure = std::get_if<SolveFailure>(&solved)) return std::move(*failure);
    const auto& until = std::get<UntilReference>(solved);
    result.relative_value.assign(chain.state_count(), 0.0);
    for (std::size_t i = 0; i < reached.states.size(); ++i) {
        result.relative_value[reached.states[i]] = until.gain[i] - until.loss[i] - result.average * until.seconds[i];
    }
    return result;
}

}  // namespace nines::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/sojourns.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <variant>

#include "sim/markov/incoming.hpp"
#include "sim/markov/stationary.hpp"

namespace nines::sim {
namespace {

/// The transient states are closed to a chain that starts again whenever it has left them: per restart it spends the
/// seconds that are asked for. Unlike the system for the seconds themselves, this one is no harder to iterate when
/// leaving takes a million years.
std::optional<SolveFailure> solve_seconds(const Chain& chain, std::span<const StartState> start, const Classes& classes,
                                          const SolveOptions& options, Sojourns& result) {
    const Subset transient =
        subset_where(chain.state_count(), [&](StateIndex state) { return classes.is_transient(state); });
    if (transient.states.empty()) return std::nullopt;

    auto solved = stationary(incoming_with_restart(chain, transient, start), options);
    if (auto* failure = std::get_if<SolveFailure>(&solved)) return std::move(*failure);
    const auto& found = std::get<Stationary>(solved);
    const double restarted = found.probability.back();
    for (std::size_t i = 0; i < transient.states.size(); ++i) {
        result.seconds[transient.states[i]] = found.probability[i] / restarted;
    }
    result.effort = found.effort;
    return std::nullopt;
}

void add_class_probabilities(const Chain& chain, std::span<const StartState> start, const Classes& classes,
                             Sojourns& result) {
    const auto recurrent =
        static_cast<std::size_t>(std::count(classes.recurrent.begin(), classes.recurrent.end(), true));
    if (recurrent == 1) {  // certain, without the rounding of a sum
        for (std::uint32_t id = 0; id < classes.count(); ++id)
            result.class_probability[id] = classes.recurrent[id] ? 1.0 : 0.0;
        return;
    }
    for (const StartState& from : start) {
        if (classes.is_recurrent(from.state)) {
            result.class_probability[classes.class_of[from.state]] += from.probability;
        }
    }
    for (StateIndex from = 0; from < chain.state_count(); ++from) {
        if (!(result.seconds[from] > 0.0)) continue;
        const auto targets = chain.targets(from);
        const auto rates = chain.rates(from);
        for (std::size_t i = 0; i < targets.size(); ++i) {
            if (!classes.is_recurrent(targets[i])) continue;
            result.class_probability[classes.class_of[targets[i]]] += result.seconds[from] * rates[i];
        }
    }
}

}  // namespace

Solved<Sojourns> sojourns(const Chain& chain, std::span<const StartState> start, const Classes& classes,
                          const SolveOptions& options) {
    Sojourns result;
    result.seconds.assign(chain.state_count(), 0.0);
    result.class_probability.assign(classes.count(), 0.0);
    if (auto failure = solve_seconds(chain, start, classes, options, result)) return std::move(*failure);
    add_class_probabilities(chain, start, classes, result);
    return result;
}

}  // namespace nines::sim

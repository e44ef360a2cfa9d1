// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/steady_state.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <variant>

#include "sim/markov/classes.hpp"
#include "sim/markov/incoming.hpp"
#include "sim/markov/sojourns.hpp"
#include "sim/markov/stationary.hpp"
#include "sim/markov/validate.hpp"

namespace nines::sim {
namespace {

std::optional<SolveFailure> fault(const Chain& chain, std::span<const StartState> start, const SolveOptions& options) {
    if (auto found = fault_of(chain)) return found;
    if (auto found = fault_of(chain, start)) return found;
    return fault_of(options);
}

void add_effort(SteadyState& steady, const SolveEffort& effort) {
    steady.iterations += effort.iterations;
    steady.residual = std::max(steady.residual, effort.residual);
}

/// Fills in one recurrent class, scaled to the probability of ending in it.
std::optional<SolveFailure> solve_class(const Chain& chain, const Classes& classes, std::uint32_t id, double weight,
                                        const SolveOptions& options, SteadyState& steady) {
    const Subset members =
        subset_where(chain.state_count(), [&](StateIndex state) { return classes.class_of[state] == id; });
    if (members.states.size() == 1) {
        steady.probability[members.states.front()] = weight;
        return std::nullopt;
    }
    auto solved = stationary(incoming_of_closed(chain, members), options);
    if (auto* failure = std::get_if<SolveFailure>(&solved)) return std::move(*failure);
    const auto& found = std::get<Stationary>(solved);
    for (std::size_t i = 0; i < members.states.size(); ++i) {
        steady.probability[members.states[i]] = weight * found.probability[i];
    }
    add_effort(steady, found.effort);
    steady.method = found.effort.method;
    return std::nullopt;
}

}  // namespace

Solved<SteadyState> steady_state(const Chain& chain, std::span<const StartState> start, const SolveOptions& options) {
    if (auto found = fault(chain, start, options)) return std::move(*found);

    const Classes classes = classes_from(chain, start);
    SteadyState steady;
    for (std::uint32_t id = 0; id < classes.count(); ++id) {
        if (classes.recurrent[id]) {
            ++steady.recurrent_class_count;
        } else {
            steady.transient_state_count += classes.size[id];
        }
    }

    std::vector<double> weight(classes.count(), 1.0);
    if (steady.recurrent_class_count > 1) {
        auto solved = sojourns(chain, start, classes, options);
        if (auto* failure = std::get_if<SolveFailure>(&solved)) return std::move(*failure);
        auto& found = std::get<Sojourns>(solved);
        weight = std::move(found.class_probability);
        add_effort(steady, found.effort);
    }

    steady.probability.assign(chain.state_count(), 0.0);
    std::uint32_t largest = 0;
    SolveMethod method = SolveMethod::gth;
    for (std::uint32_t id = 0; id < classes.count(); ++id) {
        if (!classes.recurrent[id]) continue;
        if (auto failure = solve_class(chain, classes, id, weight[id], options, steady)) return std::move(*failure);
        if (classes.size[id] > largest) {
            largest = classes.size[id];
            method = steady.method;
        }
    }
    steady.method = method;
    return steady;
}

}  // namespace nines::sim

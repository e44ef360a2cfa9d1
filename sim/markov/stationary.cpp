// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/stationary.hpp"

#include <cstdint>
#include <optional>
#include <utility>
#include <variant>

#include "sim/markov/elimination.hpp"
#include "sim/markov/failures.hpp"
#include "sim/markov/gauss_seidel.hpp"
#include "sim/markov/krylov.hpp"
#include "sim/markov/sweeps.hpp"

namespace nines::sim {
namespace {

Solved<Stationary> by_elimination(const Incoming& incoming, const Elimination& elimination) {
    Stationary result{.probability = elimination.stationary(), .effort = {.method = SolveMethod::gth}};
    result.effort.residual = flow_imbalance(incoming, result.probability);
    return result;
}

/// The elimination's result, its refusal to go on, or nothing when it would cost too much.
std::optional<Solved<Stationary>> try_elimination(const Incoming& incoming, const EliminationLimits& limits,
                                                  const SolveOptions& options) {
    const auto eliminated = Elimination::of(incoming, limits, options.go_on);
    if (const auto* found = std::get_if<Elimination>(&eliminated)) return by_elimination(incoming, *found);
    const auto refusal = std::get<Elimination::Refusal>(eliminated);
    if (refusal != Elimination::Refusal::stopped) return std::nullopt;
    return elimination_failure(refusal, incoming.state_count());
}

/// Elimination while it is cheap, else sweeps and aggregation; where these crawl, elimination at any bearable cost
/// (long narrow chains with rates far apart are hard to iterate and easy to eliminate), and sweeps to the end at last.
Solved<Stationary> automatic(const Incoming& incoming, const SolveOptions& options) {
    constexpr std::uint64_t patience = 3000;
    constexpr StateIndex most_eliminated = 300'000;
    if (const auto limits = worthwhile_elimination(incoming.state_count(), incoming.from.size())) {
        if (auto result = try_elimination(incoming, *limits, options)) return std::move(*result);
    }
    if (incoming.state_count() > most_eliminated || options.most_iterations <= patience) {
        return multilevel(incoming, outward_guess(incoming), options);
    }
    SolveOptions brief = options;
    brief.most_iterations = patience;
    auto result = multilevel(incoming, outward_guess(incoming), brief);
    const auto* failure = std::get_if<SolveFailure>(&result);
    if (failure == nullptr || failure->cause != SolveFailure::Cause::not_converged) return result;
    if (auto eliminated = try_elimination(incoming, {.work = 1e11, .entries = 5e7}, options))
        return std::move(*eliminated);
    return multilevel(incoming, outward_guess(incoming), options);
}

}  // namespace

Solved<Stationary> stationary(const Incoming& incoming, const SolveOptions& options) {
    switch (options.method) {
        case SolveMethod::gth: {
            const auto eliminated = Elimination::of(incoming, EliminationLimits{}, options.go_on);
            if (const auto* refusal = std::get_if<Elimination::Refusal>(&eliminated)) {
                return elimination_failure(*refusal, incoming.state_count());
            }
            return by_elimination(incoming, std::get<Elimination>(eliminated));
        }
        case SolveMethod::gauss_seidel: return gauss_seidel(incoming, outward_guess(incoming), options);
        case SolveMethod::multilevel: return multilevel(incoming, outward_guess(incoming), options);
        case SolveMethod::bicgstab: return bicgstab(incoming, outward_guess(incoming), options);
        case SolveMethod::automatic: break;
    }
    return automatic(incoming, options);
}

}  // namespace nines::sim

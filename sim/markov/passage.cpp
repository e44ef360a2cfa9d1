// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/passage.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>
#include <variant>

#include "sim/markov/classes.hpp"
#include "sim/markov/failures.hpp"
#include "sim/markov/incoming.hpp"
#include "sim/markov/rewards_until_left.hpp"
#include "sim/markov/sojourns.hpp"
#include "sim/markov/validate.hpp"

namespace nines::sim {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::optional<SolveFailure> fault(const Chain& chain, std::span<const StartState> start, const StateSet& stop,
                                  const SolveOptions& options) {
    if (auto found = fault_of(chain)) return found;
    if (auto found = fault_of(chain, start)) return found;
    if (auto found = fault_of(chain, stop)) return found;
    return fault_of(options);
}

struct UntilStop {
    Classes classes;
    Sojourns sojourns;
};

Solved<UntilStop> until_stop(const Chain& chain, std::span<const StartState> start, const StateSet& stop,
                             const SolveOptions& options) {
    if (auto found = fault(chain, start, stop, options)) return std::move(*found);
    UntilStop result{.classes = classes_from(chain, start, stop), .sojourns = {}};
    auto solved = sojourns(chain, start, result.classes, options);
    if (auto* failure = std::get_if<SolveFailure>(&solved)) return std::move(*failure);
    result.sojourns = std::get<Sojourns>(std::move(solved));
    return result;
}

/// Whether the chain may stay in this state's class for ever, without having been stopped.
bool settles(const Classes& classes, const StateSet& stop, StateIndex state) {
    return classes.is_recurrent(state) && !stop[state];
}

/// The states from which the chain surely enters `stop` in the end, but is not there yet.
Subset surely_stopped(const Chain& chain, const StateSet& stop) {
    std::vector<StartState> everywhere;
    for (StateIndex state = 0; state < chain.state_count(); ++state) everywhere.push_back({state, 1.0});
    const Classes classes = classes_from(chain, everywhere, stop);
    std::vector<StateIndex> by_class(chain.state_count());
    std::iota(by_class.begin(), by_class.end(), StateIndex{0});
    std::sort(by_class.begin(), by_class.end(),
              [&](StateIndex a, StateIndex b) { return classes.class_of[a] < classes.class_of[b]; });
    // A class comes after all that it leads to.
    std::vector<bool> may_stay(classes.count(), false);
    for (const StateIndex state : by_class) {
        if (stop[state]) continue;
        const std::uint32_t own = classes.class_of[state];
        if (classes.recurrent[own]) may_stay[own] = true;
        for (const StateIndex to : chain.targets(state)) {
            if (may_stay[classes.class_of[to]]) may_stay[own] = true;
        }
    }
    return subset_where(chain.state_count(),
                        [&](StateIndex state) { return !stop[state] && !may_stay[classes.class_of[state]]; });
}

/// What `make(until)` makes of the solution, or the failure.
template <class Result, class Make>
Solved<Result> solved_as(Solved<UntilStop> solved, const Make& make) {
    if (auto* failure = std::get_if<SolveFailure>(&solved)) return std::move(*failure);
    return make(std::get<UntilStop>(solved));
}

}  // namespace

Solved<Passage> first_passage(const Chain& chain, std::span<const StartState> start, const StateSet& stop,
                              const SolveOptions& options) {
    const auto make = [&](const UntilStop& until) {
        Passage passage{.probability = 0.0, .mean_seconds = 0.0, .effort = until.sojourns.effort};
        for (StateIndex state = 0; state < chain.state_count(); ++state) {
            if (!until.classes.is_reached(state)) continue;
            if (stop[state]) {
                passage.probability += until.sojourns.class_probability[until.classes.class_of[state]];
            } else if (until.classes.is_recurrent(state)) {
                passage.mean_seconds = infinity;
            } else {
                passage.mean_seconds += until.sojourns.seconds[state];
            }
        }
        if (passage.mean_seconds < infinity) passage.probability = 1.0;
        return passage;
    };
    return solved_as<Passage>(until_stop(chain, start, stop, options), make);
}

Solved<Absorption> absorption(const Chain& chain, std::span<const StartState> start, const StateSet& stop,
                              const SolveOptions& options) {
    const auto make = [&](const UntilStop& until) {
        Absorption result{.probability = std::vector<double>(chain.state_count(), 0.0),
                          .effort = until.sojourns.effort};
        for (StateIndex state = 0; state < chain.state_count(); ++state) {
            if (!stop[state] || !until.classes.is_reached(state)) continue;
            result.probability[state] = until.sojourns.class_probability[until.classes.class_of[state]];
        }
        return result;
    };
    return solved_as<Absorption>(until_stop(chain, start, stop, options), make);
}

Solved<Race> reached_first(const Chain& chain, std::span<const StartState> start, const StateSet& first,
                           const StateSet& second, const SolveOptions& options) {
    if (auto found = fault_of(chain, first)) return std::move(*found);
    if (auto found = fault_of(chain, second)) return std::move(*found);
    StateSet either = first;
    for (std::size_t state = 0; state < either.size(); ++state) either[state] = first[state] || second[state];

    const auto make = [&](const UntilStop& until) {
        Race race;
        race.effort = until.sojourns.effort;
        std::vector<bool> counted(until.classes.count(), false);
        for (StateIndex state = 0; state < chain.state_count(); ++state) {
            if (!until.classes.is_recurrent(state)) continue;
            const std::uint32_t id = until.classes.class_of[state];
            if (counted[id]) continue;
            counted[id] = true;
            double& share = first[state] ? race.first : second[state] ? race.second : race.neither;
            share += until.sojourns.class_probability[id];
        }
        return race;
    };
    return solved_as<Race>(until_stop(chain, start, either, options), make);
}

Solved<Sojourn> sojourn(const Chain& chain, std::span<const StartState> start, const StateSet& stop,
                        const SolveOptions& options) {
    const auto make = [&](UntilStop& until) {
        Sojourn result{.seconds = std::move(until.sojourns.seconds), .effort = until.sojourns.effort};
        for (StateIndex state = 0; state < chain.state_count(); ++state) {
            if (settles(until.classes, stop, state)) result.seconds[state] = infinity;
        }
        return result;
    };
    return solved_as<Sojourn>(until_stop(chain, start, stop, options), make);
}

Solved<RewardUntil> reward_until(const Chain& chain, std::span<const StartState> start, const StateSet& stop,
                                 std::span<const double> reward_per_second, const SolveOptions& options) {
    if (auto found = fault_of_rewards(chain, reward_per_second)) return std::move(*found);
    auto solved = sojourn(chain, start, stop, options);
    if (auto* failure = std::get_if<SolveFailure>(&solved)) return std::move(*failure);
    const auto& stay = std::get<Sojourn>(solved);

    RewardUntil result{.reward = 0.0, .effort = stay.effort};
    for (StateIndex state = 0; state < chain.state_count(); ++state) {
        if (reward_per_second[state] != 0.0) result.reward += stay.seconds[state] * reward_per_second[state];
    }
    if (std::isnan(result.reward)) {
        return unsuitable("states that the chain may keep for ever reward with both signs: there is no expected total");
    }
    return result;
}

Solved<TimesUntil> mean_times_until(const Chain& chain, const StateSet& stop, const SolveOptions& options) {
    if (auto found = fault_of(chain)) return std::move(*found);
    if (auto found = fault_of(chain, stop)) return std::move(*found);
    if (auto found = fault_of(options)) return std::move(*found);
    const Subset sure = surely_stopped(chain, stop);
    auto solved = rewards_until_left(chain, sure, {std::vector<double>(sure.states.size(), 1.0)}, options);
    if (auto* failure = std::get_if<SolveFailure>(&solved)) return std::move(*failure);
    const auto& until = std::get<RewardsUntilLeft>(solved);

    TimesUntil result{.seconds = std::vector<double>(chain.state_count(), infinity), .effort = until.effort};
    for (StateIndex state = 0; state < chain.state_count(); ++state) {
        if (stop[state]) result.seconds[state] = 0.0;
    }
    for (std::size_t i = 0; i < sure.states.size(); ++i) result.seconds[sure.states[i]] = until.rewards[0][i];
    return result;
}

}  // namespace nines::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "sim/markov/chain.hpp"
#include "sim/markov/explicit_files.hpp"
#include "sim/markov/solve.hpp"

namespace nines::sim::test {

Chain chain_of(const std::vector<std::vector<Transition>>& rows);

/// States 0 to n; `up[k]` leads from k to k + 1 and `down[k]` back.
Chain birth_death(const std::vector<double>& up, const std::vector<double>& down);

/// Its stationary distribution: p(k) proportional to the product of up[i] / down[i] over i < k.
std::vector<double> birth_death_steady(const std::vector<double>& up, const std::vector<double>& down);

/// n machines that fail at `failure` each, and a number of crews that repair one machine each at `repair`. State: how
/// many are down.
Chain machine_repair(int machines, int crews, double failure, double repair);

/// Chain and labels of tests/sim/markov/chains; throws when they do not read.
struct Published {
    Chain chain;
    Labels labels;

    const StateSet& states(const std::string& label) const;
};

Published published_chain(const std::string& name);

StateSet only(StateIndex state_count, const std::vector<StateIndex>& states);
StateSet complement(StateSet set);

/// Sum over the states of a set.
double sum_over(const std::vector<double>& values, const StateSet& set);

/// Largest |value / expected - 1|.
double worst_relative_error(const std::vector<double>& values, const std::vector<double>& expected);

/// The result, or an exception with the failure's message.
template <class Result>
Result solved(std::variant<Result, SolveFailure> outcome) {
    if (const auto* failure = std::get_if<SolveFailure>(&outcome)) throw std::runtime_error(failure->message);
    return std::get<Result>(std::move(outcome));
}

template <class Result>
SolveFailure failure_of(const std::variant<Result, SolveFailure>& outcome) {
    return std::get<SolveFailure>(outcome);
}

}  // namespace nines::sim::test

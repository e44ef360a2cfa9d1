// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "sim/markov/chain.hpp"
#include "sim/markov/solve.hpp"

/// Chains as text, in the explicit format of the model checkers PRISM and Storm: one file of transitions, one of
/// labels.
///
///     276 1120            transitions: first the numbers of states and transitions
///     0 1 0.004           from, to, rate
///
///     0="init" 1="down"   labels: first their numbers and names
///     0: 0                state: numbers of its labels
///     17: 1
///
/// The plainer labels file of one line "state name name .." a state is read as well.
/// Source: PRISM manual, appendix "Explicit Model Files".
namespace nines::sim {

/// What is wrong with a text, and in which line (from 1; 0 the text as a whole).
struct ExplicitError {
    int line = 0;
    std::string message;
};

/// Names of sets of states, in the order of the file.
struct Labels {
    std::vector<std::pair<std::string, StateSet>> sets;

    /// The states of a label; none is null.
    const StateSet* find(std::string_view name) const;
};

/// Rates are taken as per `seconds_a_unit` seconds (3600: the file's rates are per hour). A transition from a state to
/// itself or with rate 0 is legal in the format and left out; repeated transitions are added.
std::variant<Chain, ExplicitError> parse_transitions(std::string_view text, double seconds_a_unit = 1.0);
std::string write_transitions(const Chain& chain, double seconds_a_unit = 1.0);

std::variant<Labels, ExplicitError> parse_labels(std::string_view text, StateIndex state_count);

/// In PRISM's form. Label names must not contain a quotation mark or a line end.
std::string write_labels(const Labels& labels);

}  // namespace nines::sim

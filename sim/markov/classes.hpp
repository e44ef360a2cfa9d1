// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "sim/markov/chain.hpp"
#include "sim/markov/solve.hpp"

namespace nines::sim {

/// The communicating classes (strongly connected components) of a chain. A class that is never left once entered is
/// recurrent; a state of any other class is transient.
struct Classes {
    static constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();

    std::vector<std::uint32_t> class_of;  ///< Of each state; `unreached` where the search did not come.
    std::vector<bool> recurrent;          ///< Of each class. A class is numbered after all that it leads to.
    std::vector<std::uint32_t> size;      ///< States in each class.

    std::uint32_t count() const { return static_cast<std::uint32_t>(size.size()); }
    bool is_reached(StateIndex state) const { return class_of[state] != unreached; }
    bool is_recurrent(StateIndex state) const { return is_reached(state) && recurrent[class_of[state]]; }
    bool is_transient(StateIndex state) const { return is_reached(state) && !recurrent[class_of[state]]; }
};

/// Classes of all states. Time and memory grow with states plus transitions; the depth of the chain does not matter.
/// Source: Tarjan, SIAM J. Comput. 1 (1972), without recursion.
Classes classes_of(const Chain& chain);

/// Classes of the states that the start can reach. States in `stop` are reached but not left: each is an absorbing
/// class of its own. `stop` may be empty.
Classes classes_from(const Chain& chain, std::span<const StartState> start, const StateSet& stop = {});

}  // namespace nines::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <variant>

#include "models/export/service_chain.hpp"
#include "models/export/text.hpp"

namespace nines::exporting {

/// More states than this nobody can read.
inline constexpr sim::StateIndex most_drawn_states = 200;

/// A chain as a drawing for Graphviz (`dot -Tsvg`): states in words, those with a service down in red, those at the
/// start with a double border; transitions with what happens and how often ("1 per 90 d").
/// Refused: more states than `most_drawn_states`.
std::variant<std::string, exact::Refusal> graphviz(const ServiceChain& chain, const Heading& heading);

}  // namespace nines::exporting

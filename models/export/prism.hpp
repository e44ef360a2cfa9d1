// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <variant>

#include "models/export/service_chain.hpp"
#include "models/export/text.hpp"

namespace nines::exporting {

/// Tools read models of this size in seconds; a larger chain belongs into the explicit format.
inline constexpr sim::StateIndex most_prism_states = 5000;

/// A chain in the PRISM language (PRISM, Storm): one module, one variable `s`, rates per hour. Each service has a
/// label "down_SERVICE" and a reward structure "downtime_SERVICE" that earns 1 an hour while it is down.
/// Refused: more states than `most_prism_states`.
/// Source: PRISM manual, "The PRISM Language".
std::variant<std::string, exact::Refusal> prism_model(const ServiceChain& chain, const Heading& heading);

}  // namespace nines::exporting

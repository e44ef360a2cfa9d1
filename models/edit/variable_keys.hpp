// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/edit/catalogue.hpp"
#include "models/scenario/scenario.hpp"

namespace nines::edit {

/// A key of which other values can be tried.
struct VariableKey {
    std::string path;      ///< As `-D` and `-V` take it: "node.vm.mttr".
    std::string now;       ///< What holds, as people read it: "1 h"; of a default what the field lists say of it.
    std::string noun;      ///< Which sort of value: "duration"; empty: not known.
    std::string help;      ///< Of the field lists.
    bool is_said = false;  ///< The scenario says it, or what it takes over; else the default holds.
};

/// Those of all things: what the scenario says, in its order, and after that of each thing what holds by default.
/// `kinds` is `describe_kinds()`.
std::vector<VariableKey> variable_keys(const scenario::Scenario& scenario, const std::vector<KindDescription>& kinds);

}  // namespace nines::edit

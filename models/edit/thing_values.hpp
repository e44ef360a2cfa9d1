// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/edit/path.hpp"
#include "models/scenario/scenario.hpp"

namespace nines::edit {

/// One value that holds for a thing after all reuse, with who said it.
struct ThingValue {
    Path path;                         ///< Within the thing: { "mtbf" }, { "failure", "crash", "ttr" }.
    std::string toml;                  ///< Canonical text, right of the equals sign.
    scenario::Origin origin;           ///< Place, grade and citation.
    std::string origin_text;           ///< In words: "web.toml:4:8", "preset cloud-vm; estimated; ..".
    bool own = false;                  ///< The thing's own table in the scenario's own file says it.
    std::optional<sim::Law> law = {};  ///< Of distributions, and of means and rates that stand for one.
};

/// All values of a thing, in the order of the field lists; of the experiment those that were given. Empty when there is
/// no such thing.
std::vector<ThingValue> values_of_thing(const scenario::Scenario& scenario, const ThingName& name);

}  // namespace nines::edit

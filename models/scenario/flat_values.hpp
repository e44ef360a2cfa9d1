// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"

namespace nines::scenario {

/// One value that a scenario says, with the path of its key within its thing: "mtbf", "failover.detect.inter",
/// "failure.crash.mttr" (an item of a list by its name, else by its number, "follower.2.lag").
struct FlatValue {
    std::string path;
    std::string text;  ///< As TOML.

    bool operator==(const FlatValue&) const = default;
};

/// One thing with all that it says; the experiment is the thing "scenario".
struct FlatThing {
    std::string name;  ///< "node.vm".
    std::vector<FlatValue> values;
};

/// The path of the value as `-D` takes it: "node.vm.mtbf". Keys of the unnamed failure mode stand directly in their
/// thing.
std::string override_path(const FlatThing& thing, const FlatValue& value);

/// The scenario after all reuse, value by value, in the order of a file: what tells two scenarios apart.
std::vector<FlatThing> flat_values(const Scenario& scenario);

}  // namespace nines::scenario

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace nines::edit {

/// A way through the tree of a scenario file: { "node", "web", "mtbf" }, { "balancer", "lb", "check", "inter" }. An
/// element of a list of tables is given by its name where its kind has names ({ "node", "web", "failure", "crash",
/// "ttr" }), else by its number from 0 with a hash ({ "store", "db", "follower", "#0", "lag" }). Keys of the experiment
/// begin with "scenario".
using Path = std::vector<std::string>;

/// One thing of a scenario: kind "group", id "web". The experiment is { "scenario", "" }.
struct ThingName {
    std::string kind;
    std::string id;

    friend bool operator==(const ThingName&, const ThingName&) = default;
    friend auto operator<=>(const ThingName&, const ThingName&) = default;
};

/// "group:web": how results, traces and layouts name it.
inline std::string subject_of(const ThingName& name) {
    return name.kind + ":" + name.id;
}

}  // namespace nines::edit

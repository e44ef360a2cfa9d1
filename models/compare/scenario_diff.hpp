// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"

/// What two designs differ by, in the words of the language.
namespace nines::compare {

struct Change {
    enum class What : std::uint8_t { added, removed, changed };
    What what = What::changed;
    std::string thing;        ///< "group.web".
    std::string path;         ///< Of the key: "count"; empty: the whole thing.
    std::string before = {};  ///< As TOML; empty: it was not said.
    std::string after = {};

    bool operator==(const Change&) const = default;
};

/// From one scenario to another, after all reuse: things that came, went or stayed with other values. A value that is
/// not said counts as such, also where its default is the other's value. Title and notes of the scenario do not count.
std::vector<Change> changes_between(const scenario::Scenario& before, const scenario::Scenario& after);

/// "group.web: count 2 -> 3", "+ node.cache", "- backup.nightly".
std::string to_text(const Change& change);

}  // namespace nines::compare

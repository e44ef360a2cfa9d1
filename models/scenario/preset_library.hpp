// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/scenario/document.hpp"
#include "models/scenario/scenario.hpp"

/// Named sets of values that a node, a domain, or a table within a thing such as `failover` can start from. The library
/// itself is in models/presets; here is only its shape, so that loading a scenario does not depend on where presets
/// come from.
namespace nines::scenario {

struct Preset {
    std::string kind;  ///< "node", "balancer"; of a table within things "failover", "check".
    std::string name;  ///< Unique within the kind.
    std::string description;
    Table table;  ///< Without `description` and `sources`; each value's origin tells grade and citation.
    Place place;  ///< `file` counts in `PresetLibrary::files`.
};

struct PresetLibrary {
    std::vector<SourceFile> files;
    std::map<std::pair<std::string, std::string>, Preset> presets;  ///< By kind and name.
};

/// The preset, or nullptr.
const Preset* find_preset(const PresetLibrary& library, const std::string& kind, const std::string& name);

/// Names of the kind's presets, in alphabetical order.
std::vector<std::string> preset_names(const PresetLibrary& library, std::string_view kind);

/// Adds the presets of one document whose places count in file 0. A table's `sources` gives "grade; citation" for
/// each of its keys; for a table within it gives one for all its keys, or a table of them. Grades are verified,
/// unverified, estimated and derived. Returns what is wrong with the document,
/// one line each: the library is ours, so that its test fails on any.
std::vector<std::string> add_presets(PresetLibrary& library, const Document& document);

/// "verified", ..; empty for `none`.
std::string_view to_text(Grade grade);

}  // namespace nines::scenario

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/preset_library.hpp"

/// The library of presets, built into the program. Its texts are the TOML files beside this one: one table for each
/// preset, with a grade and a citation for every value.
namespace nines::presets {

/// All presets, ready for `scenario::load`.
scenario::PresetLibrary library();

/// What one preset says about one key.
struct PresetValue {
    std::string key;   ///< "mtbf"; of a named mode "failure.crash.ttr", of a table "detect.timeout".
    std::string text;  ///< As written, "lognormal(median 2 h, p95 8 h)".
    scenario::Grade grade = scenario::Grade::none;
    std::string source;  ///< Citation.
};

/// The values of a preset in the order of its text.
std::vector<PresetValue> values_of(const scenario::Preset& preset);

/// What is wrong with the library, one line each: empty, or the program was built from a faulty library.
std::vector<std::string> problems();

}  // namespace nines::presets

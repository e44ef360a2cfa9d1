// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scenario/diagnostic.hpp"
#include "models/scenario/document.hpp"
#include "models/scenario/parse.hpp"
#include "models/scenario/preset_library.hpp"
#include "models/scenario/scenario.hpp"
#include "models/scenario/vary.hpp"

/// From a raw document to the typed scenario. Reading a file is one floor up: `open_file` of models/validate/open.hpp
/// reads, loads and validates in one call.
namespace nines::scenario {

struct Loaded {
    Scenario scenario;  ///< Sound only when `diagnostics` has no error.
    std::vector<Vary> varied = {};
    Diagnostics diagnostics;  ///< All mistakes at once, in the order of their places.
};

/// Resolves reuse and binds every key. `read_file` gives the data files of `empirical(..)`; without it they are errors.
/// What the values mean together is checked by `validate`.
Loaded load(const Document& document, const PresetLibrary& library, const FileReader& read_file = {});

/// By file, line and column.
void sort_by_place(Diagnostics& diagnostics);

}  // namespace nines::scenario

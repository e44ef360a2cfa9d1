// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "models/presets/presets.hpp"
#include "models/scenario/field_keys.hpp"
#include "models/scenario/load.hpp"
#include "models/toml/read.hpp"

namespace nines::scenario {

/// Loads text with the real library of presets; `overrides` as after `-D`.
inline Loaded load_text(std::string_view body, std::vector<std::string> overrides = {}) {
    ReadOptions options;
    options.overrides = std::move(overrides);
    options.rules = document_rules();
    const ReadResult read = read_text("test.toml", fmt::format("format = 1\n{}", body), options);
    Loaded loaded = load(read.document, presets::library());
    loaded.diagnostics.insert(loaded.diagnostics.begin(), read.diagnostics.begin(), read.diagnostics.end());
    return loaded;
}

/// One "code line:column" a line: easy to compare.
inline std::string codes_of(const Diagnostics& diagnostics) {
    std::string text;
    for (const Diagnostic& d : diagnostics) text += fmt::format("{} {}:{}\n", d.code, d.place.line, d.place.column);
    return text;
}

template <class Things>
const auto& named(const Things& things, std::string_view id) {
    for (const auto& thing : things) {
        if (thing.id == id) return thing;
    }
    throw std::runtime_error(fmt::format("no thing is named {}", id));
}

}  // namespace nines::scenario

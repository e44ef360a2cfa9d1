// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>

#include "models/scenario/preset_library.hpp"
#include "tests/models/scenario/load_helper.hpp"

namespace nines::scenario {

/// A library of two presets for the table `failover`.
inline constexpr std::string_view failover_presets = R"toml([failover.elector]
description = "An election by leases"
restart_first = "5 min"
promote = "2 s"
redirect = "uniform(3 s, 6 s)"
self_demotes = true
[failover.elector.detect]
kind = "lease"
timeout = "30 s"
inter = "10 s"
[failover.elector.sources]
restart_first = "verified; the manual"
promote = "estimated; a guess"
redirect = "derived; three checks"
self_demotes = "verified; the manual"
[failover.elector.sources.detect]
kind = "verified; the manual"
timeout = "verified; chapter 2"
inter = "verified; chapter 3"

[failover.watcher]
description = "A watcher that asks"
mode = "manual"
detect = "1 min"
decide = { takes = "10 s", works = "90%" }
[failover.watcher.sources]
mode = "verified; its sample"
detect = "estimated; six tries"
decide = "unverified; a talk"
)toml";

inline PresetLibrary library_of(std::string_view text) {
    PresetLibrary library;
    const auto problems = add_presets(library, read_preset_text("presets/test.toml", text, 0).document);
    if (!problems.empty()) throw std::runtime_error(problems.front());
    return library;
}

/// Loads text with only the presets of `library`; `overrides` as after `-D`.
inline Loaded load_with_presets(std::string_view library, std::string_view body,
                                std::vector<std::string> overrides = {}) {
    ReadOptions options;
    options.overrides = std::move(overrides);
    options.rules = document_rules();
    const ReadResult read = read_text("test.toml", fmt::format("format = 1\n{}", body), options);
    Loaded loaded = load(read.document, library_of(library));
    loaded.diagnostics.insert(loaded.diagnostics.begin(), read.diagnostics.begin(), read.diagnostics.end());
    return loaded;
}

inline Loaded load_with_failovers(std::string_view body, std::vector<std::string> overrides = {}) {
    return load_with_presets(failover_presets, body, std::move(overrides));
}

}  // namespace nines::scenario

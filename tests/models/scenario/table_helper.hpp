// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "sim/random/law.hpp"
#include "tests/catch.hpp"
#include "tests/models/scenario/load_helper.hpp"

/// Scenarios of one table, for example "store.a", with these keys in it; `overrides` as after `-D`.
namespace nines::scenario {

/// Loaded without a diagnostic.
inline Scenario sound_table(std::string_view table, std::string_view keys, std::vector<std::string> overrides = {}) {
    const Loaded loaded = load_text(fmt::format("[{}]\n{}\n", table, keys), std::move(overrides));
    INFO(keys);
    REQUIRE(codes_of(loaded.diagnostics).empty());
    return loaded.scenario;
}

/// The one mistake in it.
inline Diagnostic mistake_in(std::string_view table, std::string_view keys) {
    const Loaded loaded = load_text(fmt::format("[{}]\n{}\n", table, keys));
    INFO(keys);
    REQUIRE(loaded.diagnostics.size() == 1);
    return loaded.diagnostics[0];
}

/// Mean of a law.
inline double seconds(const Field<sim::Law>& law) {
    return sim::mean(*law).in_seconds();
}

}  // namespace nines::scenario

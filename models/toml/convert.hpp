// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/scenario/diagnostic.hpp"
#include "models/scenario/document.hpp"

/// The one place where the TOML library is used.
namespace nines::scenario {

/// The text as a tree, every origin saying `source` and every place `file`. On failure a diagnostic is added and
/// nothing is returned.
std::optional<Table> parse_toml(std::string_view text, std::uint32_t file, Source source, Diagnostics& diagnostics);

/// `text` as the right side of a TOML assignment: a number, a boolean, a quoted string, an array or an inline table.
/// Nothing when it is none of these.
std::optional<Value> parse_toml_literal(std::string_view text);

}  // namespace nines::scenario

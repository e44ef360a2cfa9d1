// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "models/edit/included.hpp"
#include "models/edit/path.hpp"
#include "models/edit/toml_layout.hpp"

namespace nines::edit {

/// What holds for a key of a thing where the thing's own table in this text does not say it, as TOML: an included file
/// says it of the thing, else the thing that it is like has it, else the defaults of its kind do. Nothing: none does.
std::optional<std::string> inherited_value(const TomlLayout& layout, const Included& included, const Path& path);

}  // namespace nines::edit

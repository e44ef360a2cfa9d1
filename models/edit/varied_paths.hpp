// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "models/edit/changes.hpp"
#include "models/edit/path.hpp"
#include "models/edit/toml_layout.hpp"

namespace nines::edit {

/// Writes the new ids into what `[[vary]]` says of renamed things: "group.web.count" with the group's new name.
void rename_in_varied_paths(const TomlLayout& layout, const std::map<ThingName, ThingName>& names, Changes& changes);

}  // namespace nines::edit

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/edit/path.hpp"
#include "models/scenario/document.hpp"

namespace nines::edit {

/// What the files say that a text includes, merged. Edits never change these files, but must know of them. Empty: the
/// text includes nothing.
struct Included {
    scenario::Table tables = {};

    bool empty() const { return tables.entries.empty(); }
    /// Whether one of the files has a table for the thing, or for a part of the domain.
    bool defines(const ThingName& name) const;
    bool has(const ThingName& name) const;
    std::vector<std::string> ids_of(std::string_view kind) const;
    /// A string at a path of keys.
    std::optional<std::string> text_at(const Path& path) const;
};

/// Reads what a text includes, beneath a folder, as the scenario's own reader does; what cannot be read is left out.
Included included_by(std::string_view text, const std::string& folder);

}  // namespace nines::edit

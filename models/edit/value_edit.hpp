// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/edit/changes.hpp"
#include "models/edit/edit.hpp"
#include "models/edit/locate.hpp"

/// The steps of which edits are made.
namespace nines::edit {

/// The refusal of a text that cannot be edited; empty: it can.
std::string problem_of(const TomlLayout& layout);

/// Nothing done, and why.
Edited refused(std::string_view text, std::string problem);

/// `set_value` and `remove_value`, of a text whose layout is known.
Edited set_in(const TomlLayout& layout, const Schema& schema, const Path& path, std::string_view toml_value);
Edited remove_in(const TomlLayout& layout, const Schema& schema, const Path& path);

/// Removes a value with its key. A table or list that is empty then goes too, but not a thing.
void remove_at(const TomlLayout& layout, const ValueAt& at, Changes& changes);

/// Removes what stands at the path, in whatever form.
void remove_path(const TomlLayout& layout, const Steps& path, Changes& changes);

/// Adds lines of a new thing, `[kind.id]` first, where the order of the file puts it.
void insert_thing(const TomlLayout& layout, const Schema& schema, const std::string& kind,
                  const std::vector<std::string>& lines, Changes& changes);

}  // namespace nines::edit
